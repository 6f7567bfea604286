import type { Issue } from '../fhir/issue.ts';
import { isBlocking } from '../fhir/issue.ts';
import { toComparable } from '../map/conversions/clean-text.ts';
import type { JsonValue } from '../map/records/json-value.ts';
import { isJsonList, isJsonObject } from '../map/records/json-value.ts';
import type { ReturnedRow } from './returned-file.ts';
import { hiddenText, statusWords } from './returned-file.ts';

/** A row of a JSON file as it goes back: by its path or line. */
export interface ReturnedRecord extends ReturnedRow {
  readonly row: number | string;
}

/**
 * Gives the records of a JSON file back as NDJSON, one object a row: `row`, `status`, what has to be corrected (`perbaikan`), what was noticed
 * (`catatan`) and the record (`rekaman`) with every digit it had. Fields that are `sangat-terbatas`, by their comparable paths, are not repeated.
 */
export async function* toReturnedRecords(
  rows: AsyncIterable<ReturnedRecord> | Iterable<ReturnedRecord>,
  hidden: ReadonlySet<string>,
): AsyncGenerator<string> {
  for await (const { row, status, reason, issues, cells } of rows) {
    const [text] = cells;
    const facts = {
      row,
      status: statusWords[status],
      ...(reason === undefined ? {} : { alasan: reason }),
      perbaikan: toTexts(issues, isBlocking),
      catatan: toTexts(issues, ({ severity }) => severity === 'warning'),
    };
    const record = text === undefined ? '' : `,"rekaman":${toRecordText(text, hidden)}`;
    yield `${JSON.stringify(facts).slice(0, -1)}${record}}\n`;
  }
}

function toTexts(issues: readonly Issue[], isMeant: (issue: Issue) => boolean): readonly string[] {
  return issues.filter(isMeant).map(({ cell, text }) => (cell === undefined || text.startsWith(cell) ? text : `${cell}: ${text}`));
}

/** A record without hidden fields goes back as it was written; in any other numbers are marked, so that they stay the digits they were. */
function toRecordText(text: string, hidden: ReadonlySet<string>): string {
  try {
    const marked = JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*/g, toMarked)) as JsonValue;
    if (hidden.size === 0) return text.replace(/[\r\n]+\s*/g, ' ');
    return JSON.stringify(hide(marked, '', hidden)).replace(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1');
  } catch {
    // What is no JSON is no field of anybody: it is not repeated, because it is not known what stands in it.
    return JSON.stringify(hiddenText);
  }
}

/** Begins a number among texts: a character of the private area that no form writes. */
const mark = '\ue000';

function toMarked(found: string): string {
  return found.startsWith('"') ? found.replaceAll(mark, '') : `"${mark}${found}"`;
}

function hide(value: JsonValue, path: string, hidden: ReadonlySet<string>): JsonValue {
  if (path !== '' && hidden.has(toComparable(path)) && value !== null && value !== '') return hiddenText;
  if (isJsonList(value)) return value.map((each) => hide(each, isJsonObject(each) || isJsonList(each) ? `${path}[*]` : path, hidden));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, hide(each, path === '' ? name : `${path}.${name}`, hidden)]),
  );
}
