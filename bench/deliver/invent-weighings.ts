import { byteOrderMark, toDelimitedLine } from '../../src/ingest/write-delimited.ts';
import { inventChild, type InventedChild } from '../../test/generate/invent-child.ts';
import { measureChild } from '../../test/generate/measure-child.ts';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import { kenangaColumns, writeRow, type WrittenRow } from '../../test/generate/write-cells.ts';

/** Invents children with a NIK of their own, each other than all before. */
export function inventChildren(random: SeededRandom, count: number, niks: Set<string>): readonly InventedChild[] {
  const children: InventedChild[] = [];
  while (children.length < count) {
    const child = inventChild(random, children, '2025-04-04');
    if (child.fault !== 'none' || niks.has(child.nik)) continue;
    niks.add(child.nik);
    children.push(child);
  }
  return children;
}

/** One weighing of each child on a day, sixty to a posyandu, as a file of the form that names the posyandu. */
export function writeWeighings(
  random: SeededRandom,
  of: { readonly children: readonly InventedChild[]; readonly date: string },
  placeName: (index: number) => string,
): Uint8Array {
  const rows = of.children.map((child, index) => [
    String(index + 1),
    ...writeClean(random, child, of.date).cells,
    placeName(Math.floor(index / childrenAPlace)),
  ]);
  const all = [[...kenangaColumns, 'Posyandu'], ...rows];
  return Buffer.from(byteOrderMark + all.map((cells) => toDelimitedLine(cells, { delimiter: ';' })).join(''), 'utf8');
}

/** A posyandu weighs about sixty children a month. */
export const childrenAPlace = 60;

function writeClean(random: SeededRandom, child: InventedChild, date: string): WrittenRow {
  for (;;) {
    const row = writeRow(random, child, date, measureChild(random, child, date));
    if (row.weightKept && row.heightKept) return row;
  }
}

/** The children as the sandbox's register of people has them, one a line. */
export function toPeopleFile(children: readonly InventedChild[]): string {
  return children
    .map(({ nik, name, birthDate, sex }) => `${JSON.stringify({ nik, nama: name.toUpperCase(), lahir: birthDate, jk: sex })}\n`)
    .join('');
}
