import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { RecordPath } from '../map/records/record-path.ts';
import { follow } from '../map/records/walk-levels.ts';
import type { JsonValue } from '../map/records/json-value.ts';
import { isJsonObject } from '../map/records/json-value.ts';
import { toEmptyIssue, toNotJsonIssue } from './json-issues.ts';
import { findForeign } from './recognise-foreign.ts';
import type { SniffedEncoding } from './sniff-encoding.ts';
import { bomLength, sniffEncoding } from './sniff-encoding.ts';

/** How a JSON file is built: one document, a list alone, or one object a line (NDJSON). */
export type JsonShape = 'document' | 'list' | 'lines';

/** What the first bytes of a JSON file say. */
export interface JsonFormat extends SniffedEncoding {
  readonly shape: JsonShape;
}

/** Recognises a JSON file by its first bytes, or says what it is instead. */
export function sniffJson(head: Uint8Array, complete: boolean, path: RecordPath): Checked<JsonFormat> {
  if (head.length === 0) return toFailed(toEmptyIssue('fatal'));
  const sniffed = sniffEncoding(head, complete, undefined);
  if (!sniffed.ok) return toFailed(toNotJsonIssue(findForeign(head)));
  // RFC 8259, 8.1: JSON is UTF-8. Bytes that are none are said of the record they stand in.
  const encoding = sniffed.value.encoding === 'windows-1252' ? ({ encoding: 'utf-8', bom: false } as const) : sniffed.value;
  const text = new TextDecoder(encoding.encoding).decode(head.subarray(bomLength(encoding)));
  const shape = toShape(text, complete, path);
  if (shape !== undefined) return toPassed({ ...encoding, shape });
  return toFailed(text.trim() === '' ? toEmptyIssue('fatal') : toNotJsonIssue(findForeign(head)));
}

function toShape(text: string, complete: boolean, path: RecordPath): JsonShape | undefined {
  const first = text.trimStart().charAt(0);
  if (first === '[') return 'list';
  if (first !== '{') return undefined;
  return isOfLines(text, complete, path) ? 'lines' : 'document';
}

/** A file is one of lines where the first line is an object but no document, or where most lines are whole objects: of a document that was laid out over lines hardly one is. */
function isOfLines(text: string, complete: boolean, path: RecordPath): boolean {
  const lines = text.split('\n');
  const whole = (complete ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '');
  const [first] = whole.slice(0, 1).flatMap(toObject);
  if (first !== undefined && !leadsOn(first, path)) return true;
  return whole.length > 1 && whole.flatMap(toObject).length * 2 > whole.length;
}

function toObject(line: string): readonly JsonValue[] {
  if (!line.trimStart().startsWith('{')) return [];
  try {
    const value = JSON.parse(line) as JsonValue;
    return isJsonObject(value) ? [value] : [];
  } catch {
    return [];
  }
}

/** True where an object has the fields that lead to the records: then it is a document, though it stands on one line. */
function leadsOn(value: JsonValue, [level]: RecordPath): boolean {
  const fields = level?.fields ?? [];
  return fields.length > 0 && follow(value, fields) !== undefined;
}
