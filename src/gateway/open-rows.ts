import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { readDelimited } from '../ingest/read-delimited.ts';
import { readJson } from '../ingest/read-json.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import { createRecordReader } from '../map/records/create-record-reader.ts';
import { toNeeds } from '../map/records/to-needs.ts';
import { createRowReader } from '../map/rows/create-row-reader.ts';
import type { RowContext } from '../map/rows/row-context.ts';
import type { RecordFormat, Source } from '../map/source.ts';

/** A file of its source's form: its rows in order, and the issues of the file as far as it has been read. */
export interface OpenedRows {
  readonly rows: AsyncIterable<MappedRow>;
  readonly issues: () => readonly Issue[];
}

/** What rows are read with; `others` are the sources named in the remedy of a file that was sent to the wrong one. */
export interface OpeningContext {
  readonly row: RowContext;
  readonly others: readonly Source[];
}

/** Recognises a file as one of its source, or says why it cannot be read; nothing is stored before this holds. */
export async function openRows(bytes: AsyncIterable<Uint8Array>, source: Source, context: OpeningContext): Promise<Checked<OpenedRows>> {
  const { records } = source;
  const file = await (records === undefined ? openTable(bytes, source, context) : openRecords(bytes, { ...source, records }, context));
  if (!file.ok) return toFailed(...file.issues);
  const { rows, issues } = file.value;
  const first = await rows.next();
  const found = issues();
  if (found.some(({ severity }) => severity === 'fatal')) {
    await rows.return(undefined);
    return toFailed(...found);
  }
  return toPassed({ rows: withFirst(first, rows), issues });
}

interface OpenedFile {
  readonly rows: AsyncGenerator<MappedRow>;
  readonly issues: () => readonly Issue[];
}

async function openTable(bytes: AsyncIterable<Uint8Array>, source: Source, context: OpeningContext): Promise<Checked<OpenedFile>> {
  const file = await readDelimited(bytes, source.delimiter === undefined ? {} : { delimiter: source.delimiter });
  if (!file.ok) return file;
  const reader = createRowReader(source, context.row, context.others);
  return toPassed({ rows: mapAll(file.value.lines, reader), issues: () => [...file.issues, ...reader.issues()] });
}

async function openRecords(
  bytes: AsyncIterable<Uint8Array>,
  source: Source & { readonly records: RecordFormat },
  context: OpeningContext,
): Promise<Checked<OpenedFile>> {
  const file = await readJson(bytes, { path: source.records.path, needs: toNeeds(source) });
  if (!file.ok) return file;
  const { items, issues } = file.value;
  const reader = createRecordReader(source, context.row, context.others);
  return toPassed({ rows: mapAll(items, reader), issues: () => [...issues(), ...reader.issues()] });
}

interface RowMaker<T> {
  readonly take: (one: T) => readonly MappedRow[];
  readonly end: () => readonly MappedRow[];
}

async function* mapAll<T>(all: AsyncIterable<T>, reader: RowMaker<T>): AsyncGenerator<MappedRow> {
  for await (const one of all) yield* reader.take(one);
  yield* reader.end();
}

async function* withFirst(first: IteratorResult<MappedRow>, rest: AsyncGenerator<MappedRow>): AsyncGenerator<MappedRow> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

const pieceBytes = 65_536;

/** Bytes already in memory as a stream of small pieces, so that whoever reads only the beginning of a long file works on no more than that. */
export async function* toStream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
