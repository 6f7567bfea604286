import type { SettledRow } from '../store/rows.ts';

/** Codes that compare a row with people of other rows: in one file they mean what they say, across files they would depend on chance. */
const comparing: ReadonlySet<string> = new Set([
  ...['D07', 'orang-mirip', 'kemungkinan-kembar'],
  ...['nomor-pindah-orang', 'nomor-dua-orang', 'nomor-sudah-diganti'],
]);

/**
 * Finds the files, by their index, that touch each other: they speak of one person or one visit, or somebody in them is near somebody else.
 * Kept together their rows would be judged as rows of one file; such files are kept one after the other instead, in the order they came.
 */
export function findCrossings(files: readonly (readonly SettledRow[])[]): ReadonlySet<number> {
  const crossing = new Set<number>();
  const owner = new Map<string, number>();
  for (const { file, row, touched } of files.flatMap(toTouching)) {
    if (row.issues.some(({ code }) => comparing.has(code))) crossing.add(file);
    for (const id of touched) {
      const first = owner.get(id) ?? file;
      if (first !== file) crossing.add(first).add(file);
      owner.set(id, first);
    }
  }
  return crossing;
}

function toTouching(rows: readonly SettledRow[], file: number) {
  return rows.map(({ row, person, visit }) => ({ file, row, touched: [person ?? [], visit ?? []].flat() }));
}
