import type { Issue } from '../../fhir/issue.ts';
import { cleanText, toComparable } from '../conversions/clean-text.ts';
import type { Column, Source } from '../source.ts';
import { toUnknownWord } from './read-table.ts';
import type { SourceTable } from './source-schema.ts';

/** Which lines below the header are no rows, where the table ends, and which cells are merged downwards. */
export type LineVerbs = Pick<Source, 'totals' | 'separators' | 'stops' | 'fill'>;

/** Compiles `skip`, `stop` and `fill`. */
export function compileLines({ value, fault }: SourceTable, columns: readonly Column[], issues: Issue[]): LineVerbs {
  const { skip, stop = [], fill = [] } = value;
  return {
    totals: (skip?.jumlah ?? []).map(toComparable),
    separators: (skip?.pola ?? []).flatMap((pattern, at) => {
      if (/[\p{L}\p{N}]/u.test(pattern)) return [toLinePattern(pattern)];
      issues.push(
        fault(['skip', 'pola', at], {
          id: 'pola harus memuat huruf atau angka; "*" saja akan melewati setiap baris',
          en: 'a pattern needs a letter or a digit; "*" alone would skip every line',
        }),
      );
      return [];
    }),
    stops: stop.map(toComparable),
    fill: fill.flatMap((name, at) => findNamed(name, columns, (message) => issues.push(fault(['fill', at], message)))),
  };
}

/** The column of a name or of one of its aliases; an unknown one is a fault with the nearest. */
export function findNamed(
  name: string,
  columns: readonly Column[],
  refuse: (message: ReturnType<typeof toUnknownWord>) => void,
): readonly Column[] {
  const word = toComparable(name);
  const found = columns.find(({ names }) => names.some((each) => toComparable(each) === word));
  if (found !== undefined) return [found];
  refuse(
    toUnknownWord(
      { id: 'kolom', en: 'column' },
      name,
      columns.map((column) => column.name),
    ),
  );
  return [];
}

/** `RW *` is any line that begins with these letters; only `*` stands for something else than itself. */
function toLinePattern(written: string): RegExp {
  const parts = cleanText(written)
    .split(/\*+/)
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`^${parts.join('.*?')}$`, 'iu');
}
