import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import type { RecordItem } from '../map/records/record-item.ts';
import type { JsonOptions, JsonReading } from './json-reading.ts';
import { toNarrowBytes } from './narrow-bytes.ts';
import { peekHead } from './peek-head.ts';
import { readJsonDocument } from './read-json-document.ts';
import { readJsonLines } from './read-json-lines.ts';
import type { JsonShape } from './sniff-json.ts';
import { sniffJson } from './sniff-json.ts';

/** A JSON file that has been recognised and can be read once, no faster than it is asked for. */
export interface JsonFile {
  readonly shape: JsonShape;
  readonly items: AsyncIterable<RecordItem>;
  /** Faults of the file, as far as it has been read; fatal where nothing of it can be. */
  readonly issues: () => readonly Issue[];
}

const headBytes = 65_536;
const megabyte = 1_048_576;

/**
 * Recognises a JSON document, a list or NDJSON by its first 64 KB and opens it for reading, or says what it is instead. Memory stays flat for any
 * number of records, unless they need something of the document that stands behind them. Only a failing stream throws.
 */
export async function readJson(bytes: AsyncIterable<Uint8Array>, options: JsonOptions): Promise<Checked<JsonFile>> {
  const peeked = await peekHead(bytes, headBytes);
  const format = sniffJson(peeked.head, peeked.complete, options.path);
  if (!format.ok) {
    await peeked.close();
    return toFailed(...format.issues);
  }
  const { shape } = format.value;
  const issues: Issue[] = [];
  const reading: JsonReading = {
    needs: [],
    mostElementBytes: megabyte,
    mostHeldBytes: 64 * megabyte,
    ...options,
    report: (issue) => {
      issues.push(issue);
    },
  };
  const narrow = toNarrowBytes(peeked.all, format.value);
  const items = shape === 'lines' ? readJsonLines(narrow, reading) : readJsonDocument(narrow, shape, reading);
  return toPassed({ shape, items, issues: () => issues });
}
