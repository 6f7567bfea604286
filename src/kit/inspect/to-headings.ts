import { cleanText } from '../../map/conversions/clean-text.ts';
import { isFilled, isUnitCell } from './cell-kinds.ts';

type Line = readonly string[];

/** The heading of a column: its own cell, and the merged cells above it, the nearest first. */
export interface Heading {
  readonly own: string;
  readonly above: readonly string[];
}

/** Brings the lines of a header together: what stands lowest in a column is its heading, merged cells reach to the right. */
export function toHeadings(lines: readonly Line[], width: number): readonly Heading[] {
  const merged = lines.map(() => '');
  return Array.from({ length: width }, (_, at) => {
    const cells = lines.map((line) => cleanText(line[at] ?? ''));
    for (const [level, cell] of cells.entries()) {
      if (!isFilled(cell)) continue;
      merged[level] = cell;
      merged.fill('', level + 1);
    }
    const lowest = cells.findLastIndex(isFilled);
    const above =
      lowest <= 0
        ? []
        : merged
            .slice(0, lowest)
            .filter((cell) => cell !== '')
            .toReversed();
    return withUnit({ own: lowest < 0 ? '' : (cells[lowest] ?? ''), above });
  });
}

/** A unit is no name: `BERAT LAHIR` above `(KG)` is called by both lines. */
function withUnit({ own, above: [nearest, ...further] }: Heading): Heading {
  const above = nearest === undefined ? [] : [nearest, ...further];
  return nearest === undefined || !isUnitCell(own) ? { own, above } : { own: `${nearest} ${own}`, above: further };
}

/** The whole name of a column with its merged cells, as the reader of headers joins them. */
export function toWholeName({ own, above }: Heading): string {
  return [...above.toReversed(), own].join(' ');
}
