import type { Issue } from '../fhir/issue.ts';
import type { QuoteState } from './scan-quotes.ts';
import { scanQuotes } from './scan-quotes.ts';

/** One physical line as text; a line that could not be read has a fault instead. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
  readonly fault?: Issue;
}

/** One record: a physical line, or several where a quoted cell holds line breaks. */
export interface RawRecord extends TextLine {
  /** Number of the last physical line. */
  readonly lastLine: number;
  /** True when a quote opened here and was never closed; the text is this line alone. */
  readonly unbalanced: boolean;
}

/** Joins physical lines into records. */
export interface RecordJoiner {
  push(line: TextLine): Iterable<RawRecord>;
  end(): Iterable<RawRecord>;
}

/**
 * A cell with more line breaks than this is taken for a stray quote: no address or note of a register is that long, and
 * one stray quote must not swallow the rows below it.
 */
const maxLinesOfOneRecord = 32;

/** Holds the lines of an unfinished quoted cell; lets go of them one by one when the quote proves to be a stray one. */
export function createRecordJoiner(delimiter: string, maxBytes: number): RecordJoiner {
  let pending: TextLine[] = [];
  const takePending = (): readonly TextLine[] => {
    const taken = pending;
    pending = [];
    return taken;
  };

  function* giveUp(): Generator<RawRecord> {
    const [first, ...rest] = takePending();
    if (first === undefined) return;
    yield { ...first, lastLine: first.line, unbalanced: true };
    for (const line of rest) yield* push(line);
  }

  function* push(line: TextLine): Generator<RawRecord> {
    const inside = pending.length > 0;
    const state = toState(line, delimiter, inside);
    if (!inside && state !== 'open') {
      yield { ...line, lastLine: line.line, unbalanced: false };
      return;
    }
    pending.push(line);
    if (state === 'fault' || isBeyond(pending, maxBytes)) yield* giveUp();
    else if (state === 'closed') yield toJoined(takePending());
  }

  return {
    push,
    *end() {
      while (pending.length > 0) yield* giveUp();
    },
  };
}

function toState(line: TextLine, delimiter: string, inside: boolean): QuoteState {
  if (line.fault !== undefined) return 'fault';
  return inside || line.text.includes('"') ? scanQuotes(line.text, delimiter, inside) : 'closed';
}

function isBeyond(lines: readonly TextLine[], maxBytes: number): boolean {
  return lines.length > maxLinesOfOneRecord || lines.reduce((size, line) => size + line.text.length, 0) > maxBytes;
}

function toJoined(lines: readonly TextLine[]): RawRecord {
  const line = lines[0]?.line ?? 0;
  return { line, lastLine: line + lines.length - 1, unbalanced: false, text: lines.map((part) => part.text).join('\n') };
}
