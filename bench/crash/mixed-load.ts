import type { InventedChild } from '../../test/generate/invent-child.ts';
import { inventChild, isWithoutOwnNik } from '../../test/generate/invent-child.ts';
import { measureChild } from '../../test/generate/measure-child.ts';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { writeRow } from '../../test/generate/write-cells.ts';
import { toIhs, type LoadFile, type MixedLoad, type PlaceLoad, type TruthVisit } from './load.ts';
import { toExportFile, toKept, toListFile, type ExportRow, type ListRow } from './write-files.ts';

const postDay = '2025-08-12';
const sweepingDay = '2025-08-08';
const laterDay = '2025-08-20';
const exportDay = '2025-08-26';
const flowers = ['Melati', 'Mawar', 'Anggrek', 'Dahlia', 'Teratai', 'Seroja', 'Flamboyan', 'Kemuning', 'Cendana', 'Bougenvil'] as const;

interface Invention {
  readonly random: SeededRandom;
  readonly children: InventedChild[];
  readonly niks: Set<string>;
  readonly visits: Map<string, TruthVisit>;
}

/** A row as it was first written, to be repeated or corrected by other files. */
interface FirstRow extends ListRow {
  readonly child: InventedChild;
  readonly date: string;
}

/**
 * Invents the files of many posyandu until there are `rows` data rows: lists handed in by two submitters that overlap, corrections,
 * a ministry export of the same and of other days, and a last list that brings NIKs which were missing. Same arguments, same bytes.
 */
export function inventLoad(rows: number, seed: number): MixedLoad {
  const invention: Invention = { random: createSeededRandom(seed), children: [], niks: new Set(), visits: new Map() };
  const places: PlaceLoad[] = [];
  let count = 0;
  while (count < rows) {
    // Every fourth posyandu hands in more than 510 lines: those are answered first and read afterwards.
    const size = places.length % 4 === 3 && rows - count > 700 ? invention.random.between(520, 700) : invention.random.between(25, 70);
    const place = inventPlace(invention, places.length, size);
    places.push(place);
    count += place.waves.flat().reduce((sum, { lines }) => sum + lines.size, 0);
  }
  const people = new Map([...invention.visits.values()].map(({ child }) => [child.key, child] as const));
  return { places, visits: invention.visits, people: [...people.values()].flatMap(toPersonLine).join(''), rows: count };
}

function toPersonLine(child: InventedChild): readonly string[] {
  if (child.fault === 'unregistered') return [];
  const { nik, birthDate: lahir, sex: jk } = child;
  const nama = child.fault === 'other-name' ? 'Orang Lain Sekali' : child.name;
  return [`${JSON.stringify({ nik, nama, lahir, jk, ihs: toIhs(child) })}\n`];
}

function inventPlace(invention: Invention, index: number, size: number): PlaceLoad {
  const { random } = invention;
  const code = `posyandu-uji-${index + 1}`;
  const place = { code, name: `Posyandu ${flowers[index % flowers.length] ?? ''} ${index + 1}`, kelurahan: `Kelurahan Uji ${index + 1}` };
  const first = Array.from({ length: size }, () => writeFirst(invention, code));
  const others = Array.from({ length: Math.ceil(size / 5) }, () => writeFirst(invention, code));
  const settled = first.map((row) => (random.chance(3) ? correct(invention, row) : [row]));
  const repeated = settled.flatMap((rows) => (rows.length === 1 && random.chance(40) ? rows : []));
  const corrected = settled.flatMap(([row, again]) => (row === undefined || again !== undefined || !random.chance(12) ? [] : [row]));
  const left = settled.flat().filter((row) => !corrected.includes(row));
  const corrections = corrected.flatMap((row) => correct(invention, row).slice(1));
  const list = (name: string, rows: readonly ListRow[]): readonly LoadFile[] =>
    rows.length === 0 ? [] : [toListFile(`${code}-${name}`, place.name, rows)];
  const known = toExportRows(invention, code, left);
  const exported = known.length === 0 ? [] : [toExportFile(`${code}-eppgbm`, place, known)];
  const waves = [
    [...list('pertama', settled.flat()), ...list('kedua', repeated)],
    ...toSmall(others).map((rows, part) => list(`susulan-${part + 1}`, rows)),
    [...list('koreksi', corrections), ...exported],
    list('nik', nameChildren(invention, code, [...first, ...others])),
  ];
  return { ...place, waves: waves.filter((wave) => wave.length > 0) };
}

/** Some rows come one by one, as a kader sends them. */
function toSmall(rows: readonly FirstRow[]): readonly (readonly FirstRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / 3) }, (_, part) => rows.slice(3 * part, 3 * part + 3));
}

function inventNext({ random, children, niks }: Invention): InventedChild {
  for (;;) {
    const child = inventChild(random, children, '2025-08-04');
    children.push(child);
    // The number of a NIK comes round after some thousand children: who would share one with another is left out.
    if (niks.has(child.nik) || niks.has(child.motherNik)) continue;
    niks.add(child.nik).add(child.motherNik);
    return child;
  }
}

function writeFirst(invention: Invention, place: string): FirstRow {
  const child = inventNext(invention);
  return writeWeighing(invention, { child, place, date: invention.random.pick([postDay, sweepingDay]) });
}

function writeWeighing(
  { random, visits }: Invention,
  { child, place, date }: { readonly child: InventedChild; readonly place: string; readonly date: string },
): FirstRow {
  const measured = measureChild(random, child, date);
  const row = writeRow(random, child, date, measured);
  const key = `${child.key}|${date}`;
  const arrives = child.fault === 'none' || child.fault === 'marked';
  visits.set(key, { key, place, child, date, ...toKept(measured, row), arrives });
  return { visit: key, child, date, cells: row.cells };
}

/** The row and, where it has a weight, the same row with 200 g more, which is then the truth. */
function correct({ visits }: Invention, row: FirstRow): readonly FirstRow[] {
  const truth = visits.get(row.visit);
  if (truth?.weightG == null) return [row];
  const weightG = truth.weightG + 200;
  visits.set(row.visit, { ...truth, weightG, formerWeightG: truth.weightG });
  return [row, { ...row, cells: row.cells.with(9, String(weightG / 1000).replace('.', ',')) }];
}

/** The ministry knows a third of the children with a NIK of their own: the same day again, and a day that only it knows. */
function toExportRows({ random, visits }: Invention, place: string, rows: readonly FirstRow[]): readonly ExportRow[] {
  const shown = new Map(rows.flatMap((row) => (isWithoutOwnNik(row.child.fault) ? [] : [[row.visit, row] as const])));
  return [...shown.values()].flatMap(({ visit, child, date }) => {
    if (child.fault === 'other-name' || !random.chance(30)) return [];
    const truth = visits.get(visit);
    const again =
      truth?.weightG == null || truth.heightMm === null ? [] : [{ visit, child, date, weightG: truth.weightG, heightMm: truth.heightMm }];
    const { weightG, heightMm } = measureChild(random, child, exportDay);
    const key = `${child.key}|${exportDay}`;
    visits.set(key, { key, place, child, date: exportDay, weightG, heightMm, arrives: false });
    return [...again, { visit: key, child, date: exportDay, weightG, heightMm }];
  });
}

/** Half of the children without a NIK of their own get it with a later weighing, and with it all their visits go. */
function nameChildren(invention: Invention, place: string, rows: readonly FirstRow[]): readonly ListRow[] {
  const { random, visits } = invention;
  const nameless = rows.filter(({ child: { fault } }) => isWithoutOwnNik(fault) && fault !== 'mothers');
  return nameless.flatMap(({ visit, child }) => {
    if (!random.chance(50)) return [];
    const truth = visits.get(visit);
    if (truth !== undefined) visits.set(visit, { ...truth, arrives: true });
    return [writeWeighing(invention, { child: { ...child, fault: 'none' }, place, date: laterDay })];
  });
}
