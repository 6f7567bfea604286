import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { JsonValue } from '../map/records/json-value.ts';
import type { Issue } from '../fhir/issue.ts';
import { toDepthIssue, toEmptyIssue, toNotJsonIssue, toSyntaxIssue, toTooLargeIssue } from './json-issues.ts';
import { parseJsonText } from './parse-json-text.ts';
import { readDelimited } from './read-delimited.ts';
import { findForeign, recogniseForeign } from './recognise-foreign.ts';
import { bomLength, sniffEncoding } from './sniff-encoding.ts';

/** A file nobody has described yet, as it is written: lines of cells, or JSON whose numbers are texts. */
export type UnknownFile =
  | {
      readonly is: 'table';
      readonly delimiter: string;
      readonly encoding: string;
      readonly lines: readonly (readonly string[])[];
    }
  | { readonly is: 'json'; readonly shape: 'document' | 'list' | 'lines'; readonly value: JsonValue };

/** A JSON document is looked at whole. */
export const largestJson = 33_554_432;
const mostLines = 3000;

/** Reads an unknown file from its bytes, or says what it is instead and what to do. Of a long table the beginning is enough. */
export async function readUnknown(bytes: Uint8Array, complete: boolean): Promise<Checked<UnknownFile>> {
  if (looksLikeJson(bytes)) return complete ? readJsonValue(bytes) : toFailed(toTooLargeIssue('fatal'));
  const file = await readDelimited(toOne(bytes));
  if (!file.ok) return toFailed(...file.issues);
  const lines: (readonly string[])[] = [];
  for await (const line of file.value.lines) {
    if (line.ok) lines.push(line.value.cells);
    if (lines.length >= mostLines) break;
  }
  const { delimiter, encoding } = file.value.format;
  return toPassed({ is: 'table', delimiter, encoding, lines }, file.issues);
}

async function* toOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
  const isForeign = recogniseForeign(bytes.subarray(0, 4096)) !== undefined;
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*[[{]/.test(head) && (isForeign || /^[^\n]*["\]}[{]/.test(head));
}

function readJsonValue(bytes: Uint8Array): Checked<UnknownFile> {
  const sniffed = sniffEncoding(bytes, true, undefined);
  if (!sniffed.ok) return toFailed(toNotJsonIssue(findForeign(bytes)));
  const encoding = sniffed.value.encoding === 'windows-1252' ? 'utf-8' : sniffed.value.encoding;
  const text = new TextDecoder(encoding).decode(bytes.subarray(bomLength(sniffed.value)));
  if (text.trim() === '') return toFailed(toEmptyIssue('fatal'));
  const whole = parseJsonText(text);
  if (whole.ok) return toPassed({ is: 'json', shape: Array.isArray(whole.value) ? 'list' : 'document', value: whole.value });
  const lines = readLines(text);
  return lines === null ? toFailed(toBrokenIssue(whole)) : toPassed({ is: 'json', shape: 'lines', value: lines });
}

/** What looks like JSON and is none is told by the place where it stops being any. */
function toBrokenIssue(broken: Extract<ReturnType<typeof parseJsonText>, { ok: false }>): Issue {
  if (broken.why === 'depth') return { ...toDepthIssue({ line: 1, column: 1 }), severity: 'fatal' };
  return toSyntaxIssue(broken, broken.expected, 'fatal');
}

/** NDJSON: a record a line, of which most have to be sound. */
function readLines(text: string): readonly JsonValue[] | null {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, mostLines);
  const values = lines.flatMap((line) => {
    const parsed = parseJsonText(line);
    return parsed.ok ? [parsed.value] : [];
  });
  return lines.length > 1 && values.length * 2 > lines.length ? values : null;
}
