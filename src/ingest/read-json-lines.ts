import type { RecordItem } from '../map/records/record-item.ts';
import { decodeText } from './decode-text.ts';
import { toBrokenBytesIssue } from './line-issues.ts';
import { toLongRecordIssue } from './json-issues.ts';
import type { JsonReading } from './json-reading.ts';
import type { PhysicalLine } from './split-lines.ts';
import { createLineSplitter } from './split-lines.ts';
import { toElementItem } from './to-element-item.ts';

const lineFeed = 0x0a;

/** Reads NDJSON: each line an object, and a broken one is said of that line alone. */
export async function* readJsonLines(
  bytes: AsyncIterable<Uint8Array>,
  { needs, mostElementBytes }: JsonReading,
): AsyncGenerator<RecordItem> {
  const splitter = createLineSplitter(lineFeed, mostElementBytes);
  if (needs.length > 0) yield { is: 'envelope', value: {} };
  for await (const chunk of bytes) for (const line of splitter.push(chunk)) yield toItem(line, mostElementBytes);
  for (const line of splitter.end()) yield toItem(line, mostElementBytes);
}

function toItem({ line, bytes }: PhysicalLine, mostBytes: number): RecordItem {
  const place = { line, column: 1 };
  if (bytes === undefined) return { is: 'broken', row: line, issues: [toLongRecordIssue(place, mostBytes)] };
  const text = decodeText(bytes, 'utf-8');
  if (text === undefined) return { is: 'broken', row: line, issues: [toBrokenBytesIssue(line, 'UTF-8')] };
  return text.trim() === '' ? { is: 'blank', row: line } : toElementItem(text, { row: line, place });
}
