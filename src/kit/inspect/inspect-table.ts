import { cleanText, toComparable } from '../../map/conversions/clean-text.ts';
import { toGiven } from '../../map/given.ts';
import type { FormColumn, FormHeader, RawFile, TableForm } from '../form.ts';
import { mostValues } from '../form.ts';
import { isColumnNumbers, isFilled, toStopWord, toTotalWord } from './cell-kinds.ts';
import { findGroup } from './find-group.ts';
import type { FoundRepeat } from './find-repeat.ts';
import { findRepeat } from './find-repeat.ts';
import { findTableHeader } from './find-table-header.ts';
import type { Heading } from './to-headings.ts';
import { toHeadings, toWholeName } from './to-headings.ts';

type Line = readonly string[];

/** Finds titles, header, rows and columns of a table nobody has described; null where no line of it could be a row or a header. */
export function inspectTable({ lines, delimiter, encoding }: RawFile & { readonly is: 'table' }): TableForm | null {
  const parts = findTableHeader(lines);
  const body = sortBody(lines.slice(parts.body));
  const header = lines.slice(...parts.header);
  const width = Math.max(0, ...header.map(toWidth), ...body.rows.map(toWidth));
  if (width < 2) return null;
  const headings = toHeadings(header, width);
  const all = toColumns(headings, body.rows);
  const found = findRepeat(headings, all);
  const own = all.filter((_, at) => found?.members.has(at) !== true).map((column) => ({ ...column, ...toApart(column, found) }));
  const named = own.filter(({ heading }) => heading !== '');
  const doubled = toDoubled(named);
  const group = findGroup(named, body.rows, headings);
  return {
    is: 'table',
    ...{ delimiter, encoding, titles: lines.slice(0, parts.header[0]), header: toHeader(parts.header, named) },
    columns: group?.columns ?? (named.length === 0 ? own.map(toNumbered) : named.filter((column, at) => isFirst(column, named, at))),
    ...toGiven({ repeat: found?.repeat, group: group?.group }),
    ...{ rows: body.rows.length, totals: body.totals, stops: body.stops, separators: body.separators },
    fill: toMergedDown(named, body.rows, headings),
    nameless: all.flatMap(({ heading, values }, at) => (heading === '' && values.length > 0 && named.length > 0 ? [at + 1] : [])),
    doubled,
  };
}

function toApart({ at }: FormColumn, found: FoundRepeat | undefined): Pick<FormColumn, 'apart'> {
  return toGiven({ apart: found?.apart.get(at) });
}

function toWidth(line: Line): number {
  return line.findLastIndex(isFilled) + 1;
}

const mostNoteCells = 3;

interface Body {
  readonly rows: readonly Line[];
  readonly totals: readonly string[];
  readonly stops: readonly string[];
  readonly separators: readonly string[];
}

/** Takes rows apart from totals, signatures, headings of groups and blank lines. */
function sortBody(lines: readonly Line[]): Body {
  const [totals, stops, separators] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const kinds = [
    [totals, toTotalWord],
    [stops, toStopWord],
    [separators, toSeparator],
  ] as const;
  const rows = lines.filter((line) => {
    if (!line.some(isFilled) || isColumnNumbers(line)) return false;
    for (const [words, toWord] of kinds) {
      const word = toWord(line);
      if (word === undefined) continue;
      words.add(word);
      return false;
    }
    // A signature below the end: a town and a day, an office, a name.
    return stops.size === 0 || line.filter(isFilled).length > mostNoteCells;
  });
  return { rows, totals: [...totals], stops: [...stops], separators: [...separators] };
}

/** A line that names a group of rows: `RW 03`, `DUSUN KRAJAN`, `Posyandu Melati`. */
function toSeparator(line: Line): string | undefined {
  const filled = line.filter(isFilled);
  const word = /^\s*(RW|RT|DUSUN|DSN|DESA|KELURAHAN|LINGKUNGAN|POSYANDU|HALAMAN)\b/i.exec(filled[0] ?? '')?.[1];
  return filled.length === 1 && word !== undefined ? `${word.toUpperCase()} *` : undefined;
}

function toColumns(headings: readonly Heading[], rows: readonly Line[]): readonly FormColumn[] {
  const times = new Map<string, number>();
  for (const { own } of headings) times.set(toComparable(own), (times.get(toComparable(own)) ?? 0) + 1);
  return headings.map((heading, at): FormColumn => {
    const isUnique = times.get(toComparable(heading.own)) === 1;
    const values = rows.map((row) => cleanText(row[at] ?? '')).filter((cell) => cell !== '');
    const name = isUnique ? heading.own : toWholeName(heading);
    return { name, heading: heading.own, within: heading.above, values: values.slice(0, mostValues), at, rows: rows.length };
  });
}

/** A header that is found by its names may be made of one line more than was seen: a second line of units. */
function toHeader([start, end]: readonly [number, number], named: readonly FormColumn[]): FormHeader {
  if (named.length === 0) return { is: 'positional', lines: end };
  return { is: 'named', at: end, lines: Math.max(1, end - start) };
}

function toDoubled(named: readonly FormColumn[]): readonly string[] {
  return [...new Set(named.filter((column, at) => !isFirst(column, named, at)).map(({ name }) => name))];
}

function isFirst({ name }: FormColumn, all: readonly FormColumn[], at: number): boolean {
  return all.findIndex((other) => toComparable(other.name) === toComparable(name)) === at;
}

function toNumbered(column: FormColumn): FormColumn {
  return { ...column, name: String(column.at + 1) };
}

/** Columns of merged cells: name and number stand in the first of several rows only. */
function toMergedDown(named: readonly FormColumn[], rows: readonly Line[], headings: readonly Heading[]): readonly string[] {
  const people = named.filter(
    ({ heading }) => /\b(?:nama|nik)\b/i.test(heading) && !/\b(?:ibu|ayah|suami|ortu|kader|petugas)\b/i.test(heading),
  );
  const places = people.map(({ heading }) => headings.findIndex(({ own }) => own === heading));
  const open = rows.filter((row, at) => at > 0 && places.length > 0 && places.every((place) => !isFilled(row[place])));
  const telling = open.filter((row) => row.filter(isFilled).length >= 2);
  return telling.length >= 2 && telling.length * 5 >= rows.length ? people.map(({ name }) => name) : [];
}
