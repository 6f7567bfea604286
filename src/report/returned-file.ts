import type { Issue } from '../fhir/issue.ts';
import { isBlocking } from '../fhir/issue.ts';
import type { Delimiter } from '../ingest/delimited-format.ts';
import { byteOrderMark, toDelimitedLine } from '../ingest/write-delimited.ts';
import type { MappedRow, RowStatus } from '../map/mapped-row.ts';

/** A row as it goes back to its sender. */
export type ReturnedRow = Pick<MappedRow, 'status' | 'heading' | 'issues' | 'cells'> & { readonly reason?: string };

/** How the file goes back: as it came, and without what must not be repeated. */
export interface ReturnOptions {
  readonly delimiter: Delimiter;
  /** Headings, as the sender wrote them, of columns that are `sangat-terbatas`: their cells are not repeated (field rule 6). */
  readonly hiddenColumns?: ReadonlySet<string>;
}

/** The two columns that are added at the end of the header; a source ignores them when the file comes back mended. */
export const returnedColumns = ['status', 'perbaikan'] as const;

/** Stands in the place of a text that is not repeated. */
export const hiddenText = '[rahasia]';

/** A verdict in the sender's words. */
export const statusWords: Readonly<Record<RowStatus, string>> = {
  accepted: 'diterima',
  warning: 'diterima dengan catatan',
  quarantined: 'ditolak, perlu perbaikan',
  skipped: 'dilewati',
};

const skipWords: Readonly<Record<string, string>> = {
  duplikat: 'Baris ini sama dengan baris lain; tidak perlu diperbaiki.',
  jumlah: 'Baris jumlah; tidak perlu diperbaiki.',
};

/**
 * Gives the submitted file back, line by line, each row in its place, with `status` and `perbaikan` at the end: UTF-8 with
 * byte order mark, CRLF, the sender's delimiter, and NIK, KK, BPJS and phone numbers as text that Excel leaves alone.
 */
export async function* toReturnedFile(
  rows: AsyncIterable<ReturnedRow> | Iterable<ReturnedRow>,
  options: ReturnOptions,
): AsyncGenerator<string> {
  let layout: Layout | undefined;
  let mark = byteOrderMark;
  for await (const row of rows) {
    const isHeader = layout === undefined && row.heading && row.reason === 'kepala';
    layout ??= isHeader ? toLayout(row.cells, options) : undefined;
    const cells = layout === undefined ? row.cells : toReturnedCells(row, layout, isHeader);
    yield mark + toDelimitedLine(cells, { delimiter: options.delimiter, digits: 'excel' });
    mark = '';
  }
}

interface Layout {
  readonly width: number;
  readonly hidden: ReadonlySet<number>;
}

/** A file that was returned once already has the two columns: they are written over, not added again. */
function toLayout(header: readonly string[], options: ReturnOptions): Layout {
  const returned = header.indexOf(returnedColumns[0]);
  const width = returned >= 0 && header[returned + 1] === returnedColumns[1] ? returned : header.length;
  const hidden = header.flatMap((name, index) => (options.hiddenColumns?.has(name) === true ? [index] : []));
  return { width, hidden: new Set(hidden) };
}

function toReturnedCells(row: ReturnedRow, layout: Layout, isHeader: boolean): readonly string[] {
  if (row.cells.length === 0) return row.issues.some(isBlocking) ? [...padded(row, layout), ...toVerdict(row)] : [];
  const beyond = row.cells.slice(layout.width + returnedColumns.length).some((cell) => cell !== '') ? row.cells.slice(layout.width) : [];
  const verdict = isHeader ? returnedColumns : toVerdict(row);
  return [...padded(row, layout), ...verdict, ...beyond];
}

function padded(row: ReturnedRow, layout: Layout): readonly string[] {
  return Array.from({ length: layout.width }, (_, index) => {
    const cell = row.cells[index] ?? '';
    return layout.hidden.has(index) && !row.heading && cell !== '' ? hiddenText : cell;
  });
}

function toVerdict(row: ReturnedRow): readonly string[] {
  if (row.heading || row.reason === 'kosong') return ['', ''];
  return [statusWords[row.status], toRemedy(row)];
}

/** What to do, in the sender's words: what holds the row back first; what was merely noticed is left out. */
function toRemedy(row: ReturnedRow): string {
  const told = row.issues.filter((issue) => issue.severity !== 'information');
  const sorted = told.toSorted((a, b) => Number(isBlocking(b)) - Number(isBlocking(a)));
  const skipped = row.status === 'skipped' ? skipWords[row.reason ?? ''] : undefined;
  return [...(skipped === undefined ? [] : [skipped]), ...sorted.map(toSentence)].join(' ');
}

function toSentence(issue: Issue): string {
  return issue.cell === undefined || issue.text.startsWith(issue.cell) ? issue.text : `${issue.cell}: ${issue.text}`;
}
