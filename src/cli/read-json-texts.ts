import { types } from 'node:util';
import { parseJson } from '../validate/text/judge-text.ts';
import { isObject } from '../validate/json.ts';

/** One JSON text: all of a file, or a line of NDJSON with its number. */
export interface JsonText {
  readonly text: string;
  readonly line?: number;
}

/** A file that holds bytes which are not UTF-8, or a text beyond what is read at once. */
export class UnreadText extends Error {
  override readonly name = 'UnreadText';
  readonly code: 'encoding-wrong' | 'text-too-large';
  constructor(code: UnreadText['code']) {
    super(code);
    this.code = code;
  }
}

/** In characters; a larger text exceeds the limits on nodes or strings in any case. */
export const largestText = 256 * 1048576;

/**
 * Reads JSON texts from bytes. NDJSON is told by its first line, which is an object by itself, and is given line by line, so that a file of
 * any length takes the memory of its longest line; where only one line holds anything it is a text by itself. Throws UnreadText.
 */
export async function* readJsonTexts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonText> {
  let held: JsonText | undefined;
  let alone = true;
  for await (const next of readLines(bytes)) {
    if (held !== undefined) {
      alone = false;
      yield held;
    }
    held = next;
  }
  yield alone ? { text: held?.text ?? '' } : (held ?? { text: '' });
}

interface Reading {
  mode: 'unknown' | 'lines' | 'whole';
  waiting: string;
  line: number;
}

/** Lines that hold something; all of a text that is no NDJSON counts as one. */
async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Required<JsonText>> {
  const reading: Reading = { mode: 'unknown', waiting: '', line: 1 };
  for await (const piece of decode(bytes)) {
    reading.waiting += piece;
    if (reading.waiting.length > largestText) throw new UnreadText('text-too-large');
    if (!piece.includes('\n')) continue;
    if (reading.mode === 'unknown') reading.mode = toMode(reading.waiting);
    if (reading.mode === 'lines') yield* takeLines(reading);
  }
  if (reading.waiting.trim() !== '') yield { text: reading.waiting, line: reading.line };
}

function* takeLines(reading: Reading): Generator<Required<JsonText>> {
  const lines = reading.waiting.split('\n');
  reading.waiting = lines.pop() ?? '';
  for (const text of lines) {
    if (text.trim() !== '') yield { text, line: reading.line };
    reading.line += 1;
  }
}

/** The first line that holds something is an object by itself in NDJSON, and in nothing else that goes on after it. */
function toMode(text: string): 'unknown' | 'lines' | 'whole' {
  const start = text.search(/[^\s\uFEFF]/);
  const end = start < 0 ? -1 : text.indexOf('\n', start);
  if (end < 0) return 'unknown';
  const first = parseJson(text.slice(start, end));
  return first.ok && isObject(first.value) ? 'lines' : 'whole';
}

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (types.isNativeError(cause) && 'code' in cause && cause.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UnreadText('encoding-wrong');
    throw cause;
  }
}
