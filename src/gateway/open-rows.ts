import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { readDelimited } from '../ingest/read-delimited.ts';
import type { Delimiter } from '../ingest/delimited-format.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import { createRowReader, type RowReader } from '../map/rows/create-row-reader.ts';
import type { RowContext } from '../map/rows/row-context.ts';
import type { Source } from '../map/source.ts';

/** A file that is a table of its source: its rows in order, and the issues of the file as far as it has been read. */
export interface OpenedRows {
  readonly rows: AsyncIterable<MappedRow>;
  readonly issues: () => readonly Issue[];
  readonly delimiter: Delimiter;
}

/** Recognises a file and its header, or says why it cannot be read; nothing is stored before this holds. */
export async function openRows(
  bytes: AsyncIterable<Uint8Array>,
  source: Source,
  context: { readonly row: RowContext; readonly others: readonly Source[] },
): Promise<Checked<OpenedRows>> {
  const file = await readDelimited(bytes, source.delimiter === undefined ? {} : { delimiter: source.delimiter });
  if (!file.ok) return toFailed(...file.issues);
  const reader = createRowReader(source, context.row, context.others);
  const rows = mapLines(file.value.lines, reader);
  const first = await rows.next();
  const fatal = reader.issues().filter(({ severity }) => severity === 'fatal');
  if (fatal.length > 0) {
    await rows.return(undefined);
    return toFailed(...file.issues, ...fatal);
  }
  return toPassed({
    rows: withFirst(first, rows),
    issues: () => [...file.issues, ...reader.issues()],
    delimiter: file.value.format.delimiter,
  });
}

type RowLines = Parameters<RowReader['take']>[0];

async function* mapLines(lines: AsyncIterable<RowLines>, reader: RowReader): AsyncGenerator<MappedRow> {
  for await (const line of lines) yield* reader.take(line);
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
