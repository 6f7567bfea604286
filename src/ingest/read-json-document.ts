import { toComparable } from '../map/conversions/clean-text.ts';
import { toGiven } from '../map/given.ts';
import { mostDepth } from '../map/records/flatten-fields.ts';
import type { JsonObject } from '../map/records/json-value.ts';
import { isJsonObject } from '../map/records/json-value.ts';
import type { ElementItem, RecordItem } from '../map/records/record-item.ts';
import { toShownName } from '../map/records/match-fields.ts';
import type { RecordLevel } from '../map/records/record-path.ts';
import { toElementPath } from '../map/records/record-path.ts';
import { follow, isNumbered } from '../map/records/walk-levels.ts';
import type { ElementCut, FaultCut, JsonCut } from './json-cut.ts';
import { JsonCutter } from './cut-json.ts';
import { decodeText } from './decode-text.ts';
import {
  toCutIssue,
  toDepthIssue,
  toDoubledIssue,
  toEmptyIssue,
  toLongRecordIssue,
  toNoRecordsIssue,
  toSyntaxIssue,
  toTooLargeIssue,
} from './json-issues.ts';
import { toBrokenBytesIssue } from './line-issues.ts';
import { parseJsonText } from './parse-json-text.ts';
import type { JsonReading } from './json-reading.ts';
import { toElementItem } from './to-element-item.ts';

/** What is known while a document is read. */
interface Course {
  readonly cutter: JsonCutter;
  readonly level: RecordLevel;
  /** Elements that wait for what stands behind them. */
  held: ElementCut[];
  heldBytes: number;
  /** True once the envelope says all that records need. */
  isReady: boolean;
  hasBegun: boolean;
  count: number;
}

/** Reads one JSON document, or a list alone, element by element. A document broken before its first record gives nothing. */
export async function* readJsonDocument(
  bytes: AsyncIterable<Uint8Array>,
  shape: 'document' | 'list',
  reading: JsonReading,
): AsyncGenerator<RecordItem> {
  const course = toCourse(shape, reading);
  for await (const chunk of bytes) {
    for (const cut of course.cutter.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))) {
      yield* takeCut(cut, course, reading);
      if (cut.is === 'fault' || course.heldBytes > reading.mostHeldBytes) return;
    }
  }
  for (const cut of course.cutter.end()) {
    yield* takeCut(cut, course, reading);
    if (cut.is === 'fault') return;
  }
  yield* takeEnd(course, reading);
}

function toCourse(shape: 'document' | 'list', { path, mostElementBytes, mostHeldBytes }: JsonReading): Course {
  const [first] = path;
  // A list alone stands for the level, whatever leads there in a document.
  const level = shape === 'list' || first === undefined ? { fields: [] } : first;
  const cutter = new JsonCutter({
    fields: level.fields,
    isMap: level.key !== undefined,
    mostDepth,
    mostElementBytes,
    mostEnvelopeBytes: mostHeldBytes,
  });
  return { cutter, level, held: [], heldBytes: 0, isReady: false, hasBegun: false, count: 0 };
}

function* takeCut(cut: JsonCut, course: Course, reading: JsonReading): Generator<RecordItem> {
  if (cut.is === 'begin') yield* takeBegin(course, reading);
  else if (cut.is === 'fault') yield* takeFault(cut, course, reading);
  else if (course.isReady) yield* toItems(cut, course, reading);
  else {
    course.held.push(cut);
    course.heldBytes += cut.bytes?.length ?? 0;
    if (course.heldBytes > reading.mostHeldBytes) reading.report(toTooLargeIssue('fatal'));
  }
}

/** Where the envelope says already what records need, they are read as they come. */
function* takeBegin(course: Course, { needs }: JsonReading): Generator<RecordItem> {
  course.hasBegun = true;
  if (course.isReady) return;
  const envelope = toEnvelope(course.cutter);
  const names = new Set(Object.keys(envelope ?? {}).map(toComparable));
  course.isReady = needs.every((name) => names.has(toComparable(name)));
  if (course.isReady) yield { is: 'envelope', value: envelope ?? {} };
}

function* takeFault({ why, place, inElement }: FaultCut, course: Course, { report }: JsonReading): Generator<RecordItem> {
  const isLater = course.isReady && course.count > 0;
  const issue = toCutIssue(why, place, isLater ? 'error' : 'fatal');
  report(issue);
  if (isLater && inElement) yield { is: 'broken', row: toElementPath('$', course.level, course.count), issues: [issue] };
}

function* takeEnd(course: Course, reading: JsonReading): Generator<RecordItem> {
  const envelope = readEnvelope(course, reading);
  if (envelope === undefined) return;
  if (!course.hasBegun && !isEmptyList(envelope, course.level)) {
    yield* takeLone(envelope, course, reading);
    return;
  }
  yield { is: 'envelope', value: envelope };
  course.isReady = true;
  for (const cut of course.held) yield* toItems(cut, course, reading);
  if (course.count === 0) reading.report(toEmptyIssue('warning'));
}

/** What stands beside the records; where that is no JSON, records that need it are not read. */
function readEnvelope({ cutter, isReady, count, level }: Course, { report }: JsonReading): JsonObject | undefined {
  const parsed = parseEnvelope(cutter);
  if (!parsed.ok) {
    const issue =
      parsed.why === 'depth' ? toDepthIssue(startOfFile) : toSyntaxIssue(startOfFile, `JSON di luar daftar ${toPathText(level)}`);
    report({ ...issue, severity: isReady && count > 0 ? 'error' : 'fatal' });
    return undefined;
  }
  if (parsed.doubled.length > 0) report(toDoubledIssue(parsed.doubled.map(toShownName)));
  return isJsonObject(parsed.value) ? parsed.value : {};
}

const startOfFile = { line: 1, column: 1 };

function toPathText({ fields }: RecordLevel): string {
  return ['$', ...fields].join('.');
}

/** A document without the list may be one record alone, where the records of the source stand on their own. */
function* takeLone(envelope: JsonObject, { level, cutter }: Course, { path, report }: JsonReading): Generator<RecordItem> {
  const text = cutter.envelope().toString('utf8');
  if (level.fields.length > 0) report(toNoRecordsIssue(toPathText(level)));
  else if (path.length > 0) yield { is: 'element', row: '$', value: envelope, text, issues: [] };
}

/** `"data": null` is a list of nobody. */
function isEmptyList(envelope: JsonObject, { fields }: RecordLevel): boolean {
  return fields.length > 0 && follow(envelope, fields) === null;
}

function* toItems(cut: ElementCut, course: Course, { mostElementBytes }: JsonReading): Generator<RecordItem> {
  const { bytes, place, key, whole } = cut;
  const row = toElementPath('$', course.level, course.count, key);
  course.count += 1;
  if (bytes === undefined) {
    yield { is: 'broken', row, issues: [toLongRecordIssue(place, mostElementBytes)] };
    return;
  }
  const text = decodeText(bytes, 'utf-8');
  const item = text === undefined ? undefined : toElementItem(text.trimEnd(), { row, place, ...toGiven({ key }) });
  if (item === undefined) yield { is: 'broken', row, issues: [toBrokenBytesIssue(place.line, 'UTF-8')] };
  else if (whole && item.is === 'element') yield* toMembers(item, course);
  else yield item;
}

/** What stands where a list belongs: many that are numbered by name, one alone, or nothing. */
function* toMembers(item: ElementItem, course: Course): Generator<RecordItem> {
  const { value } = item;
  course.count -= 1;
  const members = isJsonObject(value) && isNumbered(value) ? Object.values(value) : [value];
  for (const member of members) {
    const row = toElementPath('$', course.level, course.count);
    course.count += 1;
    yield { ...item, row, value: member, text: members.length === 1 ? item.text : JSON.stringify(member) };
  }
}

function parseEnvelope(cutter: JsonCutter): ReturnType<typeof parseJsonText> {
  return parseJsonText(decodeText(cutter.envelope(), 'utf-8') ?? '');
}

function toEnvelope(cutter: JsonCutter): JsonObject | undefined {
  const parsed = parseEnvelope(cutter);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}
