import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toComparable } from '../conversions/clean-text.ts';
import { toNearestWord } from '../nearest-word.ts';
import type { Column, Source } from '../source.ts';

/** A header row matched to the columns of a source: the column of each cell, where there is one. */
export interface Header {
  readonly columns: readonly (Column | undefined)[];
  /** The header as the sender wrote it. */
  readonly names: readonly string[];
  readonly known: number;
  /** The cells the header was made of, in comparable form: by them its lines are known again on the next page. */
  readonly words: ReadonlySet<string>;
}

// A title may hold a word that is also a column; a header holds several, and most of its cells are columns we know.
const leastKnown = 3;
const leastShare = 0.5;

/** Matches a line to the columns of a source, wherever they stand and in whatever order; null when it is no header. */
export function matchHeader(cells: readonly string[], source: Source): Header | null {
  const seen = new Set<Column>();
  const columns = cells.map((cell) => {
    const column = findColumn(cell, source);
    if (column === undefined || seen.has(column)) return undefined;
    seen.add(column);
    return column;
  });
  const named = cells.filter((cell) => cell.trim() !== '').length;
  if (seen.size < Math.min(leastKnown, source.columns.length) || seen.size < named * leastShare) return null;
  return { columns, names: cells, known: seen.size, words: toWords(cells) };
}

/** The comparable words of cells, without blanks. */
export function toWords(cells: readonly string[]): ReadonlySet<string> {
  return new Set(cells.map(toComparable).filter((word) => word !== ''));
}

/** The columns that a source cannot do without and the header lacks; a date column where nothing else gives the day. */
export function missingColumns(header: Header, source: Source, dated: boolean): readonly string[] {
  const lacks = (column: Column): boolean => !header.columns.includes(column);
  const required = source.columns.filter((column) => column.required && lacks(column));
  const dates = source.columns.filter(
    ({ targets, required: named, block }) =>
      targets.includes('visit.date') && !named && block === undefined && source.holds === 'kunjungan',
  );
  const dateless = !dated && dates.length > 0 && dates.every(lacks);
  return [...required, ...(dateless ? dates : [])].map(({ name }) => name);
}

// The two columns we add when a file goes back; a mended file brings them along, and they say nothing of a person.
const returnedColumns: readonly string[] = ['status', 'perbaikan'];

/** Remarks on a header: columns nobody declared, and columns that stand there twice. The rows go on without them. */
export function toHeaderIssues(header: Header, source: Source): readonly Issue[] {
  return header.names.flatMap((name, at) => {
    if (header.columns[at] !== undefined || name.trim() === '' || returnedColumns.includes(toComparable(name))) return [];
    if (source.positional) return name === toNumbered(at + 1) ? [] : [toUnknownColumn(name, [], source)];
    if (findColumn(name, source) !== undefined) return [toIssue({ code: 'kolom-ganda', severity: 'warning' }, name)];
    return [toUnknownColumn(name, source.byHeader.keys(), source)];
  });
}

function toUnknownColumn(name: string, headings: Iterable<string>, source: Source): Issue {
  const nearest = toNearestWord(name, headings);
  const meant = nearest === undefined ? undefined : source.byHeader.get(nearest)?.name;
  const hint = meant === undefined ? { id: '', en: '' } : { id: `, mungkin maksudnya "${meant}"`, en: `, perhaps "${meant}" was meant` };
  const detail = { id: `"${name}"${hint.id}`, en: `"${name}"${hint.en}` };
  return toIssue({ code: 'kolom-tidak-dikenal', severity: 'warning', detail }, name);
}

/** The source whose columns a line resembles most, for the remedy of a file that was sent to the wrong one. */
export function toNearestSource(lines: readonly (readonly string[])[], sources: readonly Source[]): Source | undefined {
  const shares = sources.map((source) => ({ source, share: Math.max(0, ...lines.map((cells) => toKnownShare(cells, source))) }));
  const best = shares.reduce<(typeof shares)[number] | undefined>(
    (most, each) => (each.share > (most?.share ?? leastShare) ? each : most),
    undefined,
  );
  return best?.source;
}

function toKnownShare(cells: readonly string[], source: Source): number {
  const named = cells.filter((cell) => cell.trim() !== '');
  return named.length < leastKnown ? 0 : named.filter((cell) => findColumn(cell, source) !== undefined).length / named.length;
}

/** The column that a heading names, with or without a unit behind it. */
export function findColumn(cell: string, source: Source): Column | undefined {
  const whole = source.byHeader.get(toComparable(cell));
  if (whole !== undefined || !/[([]/.test(cell)) return whole;
  // A unit behind the name: `BB (kg)`.
  return source.byHeader.get(toComparable(cell.replace(/\s*[([][^)\]]*[)\]]\s*$/, '')));
}

function toNumbered(number: number | string): string {
  return `kolom ${String(number)}`;
}

const longestWidth = 2000;

/** The header of a table that is read by position: its names are for the reader only, its columns go by number. */
export function toPositions(cells: readonly string[], source: Source): Header {
  const last = source.columns.reduce((most, { name }) => Math.max(most, Number(name) || 0), cells.length);
  const numbers = Array.from({ length: Math.min(last, longestWidth) }, (_, at) => String(at + 1));
  const columns = numbers.map((number) => source.columns.find(({ name }) => name === number));
  const names = numbers.map((number, at) => (/[\p{L}\p{N}]/u.test(cells[at] ?? '') ? (cells[at] ?? '') : toNumbered(number)));
  return { columns, names, known: columns.filter((column) => column !== undefined).length, words: toWords(cells) };
}
