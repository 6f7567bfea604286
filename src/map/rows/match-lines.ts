import type { Source } from '../source.ts';
import type { Header } from './match-header.ts';
import { findColumn, matchHeader, toWords } from './match-header.ts';

type Line = readonly string[];

/**
 * Matches a header of several lines, the upper ones with merged cells: `Orang Tua` above `Ibu` and `Ayah`, `Tanggal` above `Lahir`
 * and `Ukur`, a month above `BB` and `TB`. Null where the lines know no more columns together than fewer of them do.
 */
export function matchLines(lines: readonly Line[], source: Source): Header | null {
  const [last, ...rest] = lines.toReversed();
  if (last === undefined || rest.length === 0) return last === undefined ? null : matchHeader(last, source);
  const names = toJoinedNames(lines, source);
  const filled = last.flatMap((cell, at) => (cell.trim() === '' ? [] : [names[at] ?? '']));
  const own = filled.filter((name) => findColumn(name, source) !== undefined && !rest.some((upper) => upper.includes(name)));
  const header = own.length === 0 || own.length < filled.length * toShare(source) ? null : matchHeader(names, source);
  // A title above a header is no part of it, nor is a row below it.
  if (header === null || header.known <= toMostKnown(lines, source)) return null;
  return { ...header, words: toWords(lines.flat()) };
}

// Where a source says that its header is deep, its lowest lines hold many headings that it may not read one by one.
const leastShare = { plain: 0.5, deep: 0.1 };

function toShare({ headerLines }: Source): number {
  return headerLines > 2 ? leastShare.deep : leastShare.plain;
}

/** What the best header of fewer lines knows. */
function toMostKnown(lines: readonly Line[], source: Source): number {
  const fewer = [lines.slice(1), lines.slice(0, -1)];
  return Math.max(...fewer.map((some) => Math.max(matchLines(some, source)?.known ?? 0, ...singles(some, source))));
}

function singles(lines: readonly Line[], source: Source): readonly number[] {
  return lines.map((cells) => matchHeader(cells, source)?.known ?? 0);
}

/** The name of each column: what stands lowest in it, with the merged cells above it where those make it a known one. */
function toJoinedNames(lines: readonly Line[], source: Source): readonly string[] {
  const merged = lines.map(() => '');
  return Array.from({ length: Math.max(...lines.map((line) => line.length)) }, (_, at) => {
    const cells = lines.map((line) => (line[at] ?? '').trim());
    for (const [level, cell] of cells.entries()) {
      if (cell === '') continue;
      merged[level] = cell;
      merged.fill('', level + 1);
    }
    const lowest = cells.findLastIndex((cell) => cell !== '');
    return lowest <= 0 ? (cells[0] ?? '') : toJoinedName(merged.slice(0, lowest), cells.slice(0, lowest + 1), source);
  });
}

/** The longest name that is known goes first: `Katarak Mata Kanan` before `Mata Kanan`. */
function toJoinedName(above: readonly string[], cells: readonly string[], source: Source): string {
  const own = cells.at(-1) ?? '';
  const joined = toChoices(above.filter((cell) => cell !== '')).map((chosen) => [...chosen, own].join(' '));
  const upper = cells.slice(0, -1).filter((cell) => cell !== '');
  return [...joined, ...upper.toReversed()].find((name) => findColumn(name, source) !== undefined) ?? joined[0] ?? own;
}

/** Every choice of merged cells in their order, the most of them first, and the nearest before those further up. */
function toChoices(cells: readonly string[]): readonly (readonly string[])[] {
  const all = cells.reduceRight<readonly (readonly string[])[]>((some, cell) => [...some, ...some.map((rest) => [cell, ...rest])], [[]]);
  return all.toSorted((one, other) => other.length - one.length);
}
