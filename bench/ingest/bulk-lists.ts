import { byteOrderMark, toDelimitedLine } from '../../src/ingest/write-delimited.ts';
import { inventChild, type IdentityFault, type InventedChild } from '../../test/generate/invent-child.ts';
import { measureChild } from '../../test/generate/measure-child.ts';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import { kenangaColumns, writeRow, type WrittenRow } from '../../test/generate/write-cells.ts';

/** Two lists of the same places: the first makes half of the people of the second known. */
export interface BulkLists {
  readonly before: Uint8Array;
  readonly measured: Uint8Array;
}

/** A posyandu weighs about sixty children a month. */
export const childrenAPlace = 60;

const firstDay = '2025-07-12';
const secondDay = '2025-08-12';
const faultyNiks = ['wrong-length', 'destroyed', 'masked', 'absent'] as const satisfies readonly IdentityFault[];

/**
 * Writes the lists of many posyandu as one file of `rows` weighings, half of them of children whom an earlier file made known,
 * five in a hundred dirty: a NIK that cannot be used, or a weight without its decimal comma. Nobody is in two calls' files.
 */
export function writeBulkLists(random: SeededRandom, rows: number, niks: Set<string>, placeName: (index: number) => string): BulkLists {
  const people = Array.from({ length: rows }, () => inventNext(random, niks));
  const placed = (row: WrittenRow, index: number): readonly string[] => [
    String(index + 1),
    ...row.cells,
    placeName(Math.floor(index / childrenAPlace)),
  ];
  const before = people.flatMap((child, index) => (index % 2 === 0 ? [placed(writeWeighing(random, child, firstDay), index)] : []));
  const measured = people.map((child, index) => {
    if (!random.chance(5)) return placed(writeWeighing(random, child, secondDay), index);
    // Who is known keeps the NIK; who is met for the first time may come without one of use.
    if (index % 2 === 0) return placed(writeWeighing(random, child, secondDay, false), index);
    return placed(writeWeighing(random, { ...child, fault: random.pick(faultyNiks) }, secondDay), index);
  });
  return { before: toFile(before), measured: toFile(measured) };
}

function inventNext(random: SeededRandom, niks: Set<string>): InventedChild {
  for (;;) {
    // The list before counts by its length alone for a child with a NIK of its own.
    const before = { length: niks.size, filter: () => [] } as unknown as readonly InventedChild[];
    const child = inventChild(random, before, '2025-07-04');
    if (child.fault !== 'none' || niks.has(child.nik)) continue;
    niks.add(child.nik);
    return child;
  }
}

function writeWeighing(random: SeededRandom, child: InventedChild, date: string, weightKept = true): WrittenRow {
  for (;;) {
    const row = writeRow(random, child, date, measureChild(random, child, date));
    if (row.weightKept === weightKept && row.heightKept) return row;
  }
}

function toFile(rows: readonly (readonly string[])[]): Uint8Array {
  const all = [[...kenangaColumns, 'Posyandu'], ...rows];
  return Buffer.from(byteOrderMark + all.map((cells) => toDelimitedLine(cells, { delimiter: ';' })).join(''), 'utf8');
}
