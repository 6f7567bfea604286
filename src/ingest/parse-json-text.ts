import type { JsonValue } from '../map/records/json-value.ts';
import { mostDepth } from '../map/records/flatten-fields.ts';
import { locateJsonFault } from '../validate/text/locate-json-fault.ts';
import { scanJsonText, toEnd } from '../validate/text/scan-json-text.ts';

/** JSON text as a value that keeps every digit, or where and why it is none. Lines and columns are counted from 1 within the text. */
export type ParsedText =
  | {
      readonly ok: true;
      readonly value: JsonValue;
      /** Names that stand more than once in their object: the last one counts. */
      readonly doubled: readonly string[];
    }
  | { readonly ok: false; readonly why: 'depth' }
  | { readonly ok: false; readonly why: 'syntax'; readonly line: number; readonly column: number; readonly expected: string };

// A string, so that it is passed over, or a number of RFC 8259, 6. The text is known to be JSON by then.
const token = /"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*/g;

/** Parses JSON text. Numbers become the texts they were written as: `1.250` and a NIK of 16 digits are what the sender wrote. */
export function parseJsonText(text: string): ParsedText {
  if (isTooDeep(text)) return { ok: false, why: 'depth' };
  try {
    const plain: unknown = JSON.parse(text);
    const { duplicates } = scanJsonText(text, plain);
    const value = JSON.parse(text.replace(token, (found) => (found.startsWith('"') ? found : `"${found}"`))) as JsonValue;
    return { ok: true, value, doubled: duplicates.map((path) => path.filter((step) => typeof step === 'string').join('.')) };
  } catch {
    const { line, column, expected } = locateJsonFault(text) ?? { line: 1, column: 1, expected: 'JSON' };
    return { ok: false, why: 'syntax', line, column, expected };
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = toEnd(text, at) - 1;
    else if (unit === 0x7b || unit === 0x5b) depth += 1;
    else if (unit === 0x7d || unit === 0x5d) depth -= 1;
    if (depth > mostDepth) return true;
  }
  return false;
}
