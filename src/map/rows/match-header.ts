import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toComparable } from '../conversions/clean-text.ts';
import { toNearestWord } from '../nearest-word.ts';
import type { Column, Source } from '../source.ts';
import type { RequestFacts } from './row-context.ts';

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

/**
 * Matches a header of two lines, the upper one with merged cells: `Orang Tua` above `Ibu` and `Ayah`, `Tanggal` above `Lahir`
 * and `Ukur`, `Hasil` above `BB` and `TB`. Null where the two know no more columns together than one of them alone.
 */
export function matchTwoLines(upper: readonly string[], lower: readonly string[], source: Source): Header | null {
  const names = toTwoLineNames(upper, lower, source);
  const filled = lower.flatMap((cell, at) => (cell.trim() === '' ? [] : [names[at] ?? '']));
  const own = filled.filter((name) => findColumn(name, source) !== undefined && !upper.includes(name));
  const header = own.length === 0 || own.length * 2 < filled.length ? null : matchHeader(names, source);
  // A title above a header of one line is no part of it.
  const alone = Math.max(...[upper, lower].map((cells) => matchHeader(cells, source)?.known ?? 0));
  if (header === null || header.known <= alone) return null;
  return { ...header, words: new Set([...toWords(upper), ...toWords(lower)]) };
}

/** The name of each column: what stands in the lower line, with the merged cell above it where that makes it a known one. */
function toTwoLineNames(upper: readonly string[], lower: readonly string[], source: Source): readonly string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, below] = [(upper[at] ?? '').trim(), (lower[at] ?? '').trim()];
    if (above !== '') group = above;
    return below === '' ? above : toJoinedName({ group, above, below }, source);
  });
}

function toJoinedName(
  { group, above, below }: { readonly group: string; readonly above: string; readonly below: string },
  source: Source,
): string {
  const joined = `${group} ${below}`;
  return [joined, below, above].find((name) => findColumn(name, source) !== undefined) ?? joined;
}

function toWords(cells: readonly string[]): ReadonlySet<string> {
  return new Set(cells.map(toComparable).filter((word) => word !== ''));
}

/** The columns that a source cannot do without and the header lacks; a date column where nothing else gives the day. */
export function missingColumns(header: Header, source: Source, { date, month }: Pick<RequestFacts, 'date' | 'month'>): readonly string[] {
  const lacks = (column: Column): boolean => !header.columns.includes(column);
  const required = source.columns.filter((column) => column.required && lacks(column));
  const dates = source.columns.filter(({ targets, required: named }) => targets.includes('visit.date') && !named);
  const dateless = date === undefined && month === undefined && dates.length > 0 && dates.every(lacks);
  return [...required, ...(dateless ? dates : [])].map(({ name }) => name);
}

// The two columns we add when a file goes back; a mended file brings them along, and they say nothing of a person.
const returnedColumns: readonly string[] = ['status', 'perbaikan'];

/** Remarks on a header: columns nobody declared, and columns that stand there twice. The rows go on without them. */
export function toHeaderIssues(header: Header, source: Source): readonly Issue[] {
  return header.names.flatMap((name, at) => {
    if (header.columns[at] !== undefined || name.trim() === '' || returnedColumns.includes(toComparable(name))) return [];
    if (findColumn(name, source) !== undefined) return [toIssue({ code: 'kolom-ganda', severity: 'warning' }, name)];
    const nearest = toNearestWord(name, source.byHeader.keys());
    const meant = nearest === undefined ? undefined : source.byHeader.get(nearest)?.name;
    const hint = meant === undefined ? { id: '', en: '' } : { id: `, mungkin maksudnya "${meant}"`, en: `, perhaps "${meant}" was meant` };
    const detail = { id: `"${name}"${hint.id}`, en: `"${name}"${hint.en}` };
    return [toIssue({ code: 'kolom-tidak-dikenal', severity: 'warning', detail }, name)];
  });
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

function findColumn(cell: string, source: Source): Column | undefined {
  const whole = source.byHeader.get(toComparable(cell));
  if (whole !== undefined || !/[([]/.test(cell)) return whole;
  // A unit behind the name: `BB (kg)`.
  return source.byHeader.get(toComparable(cell.replace(/\s*[([][^)\]]*[)\]]\s*$/, '')));
}
