import { inventChild, isWithoutOwnNik, type InventedChild } from '../../test/generate/invent-child.ts';
import { measureChild } from '../../test/generate/measure-child.ts';
import { createSeededRandom, type SeededRandom } from '../../test/generate/seeded-random.ts';
import { writeRow } from '../../test/generate/write-cells.ts';
import { toListFile, type ListRow } from '../crash/write-files.ts';
import type { LoadFile, RecordLoad } from './record-load.ts';

/** What is to be invented. */
export interface Invention {
  readonly visits: number;
  readonly seed: number;
  /** Of a hundred visits. */
  readonly corrected: number;
  readonly withdrawn: number;
  /** Rows of one file; the last files of a long list have as many as are left. */
  readonly fileRows: readonly [number, number];
  /** Every so-many-th place hands in one file of more than 510 rows, which is answered before it is read; 0 = none. */
  readonly longEvery: number;
}

const days = ['2025-08-12', '2025-08-08'] as const;
const laterDay = '2025-08-20';
const flowers = ['Melati', 'Mawar', 'Anggrek', 'Dahlia', 'Teratai', 'Seroja', 'Flamboyan', 'Kemuning', 'Cendana', 'Bougenvil'] as const;
const longRows = 560;

interface Row extends ListRow {
  readonly child: InventedChild;
  readonly weightG: number | null;
  readonly sendable: boolean;
}

interface Draft {
  readonly place: string;
  readonly rows: readonly Row[];
  readonly after: readonly Draft[];
}

interface Work {
  readonly random: SeededRandom;
  readonly children: InventedChild[];
  readonly niks: Set<string>;
  readonly invention: Invention;
}

/**
 * Invents lists of many posyandu in shuffled order: new visits, corrections (some corrected again) interleaved, the same rows once more, NIKs that come
 * later, and records that are taken back. Same arguments, same bytes.
 */
export function inventRecords(invention: Invention): RecordLoad {
  const work: Work = { random: createSeededRandom(invention.seed), children: [], niks: new Set(), invention };
  const places: RecordLoad['places'][number][] = [];
  const drafts: Draft[] = [];
  for (let visits = 0; visits < invention.visits;) {
    const index = places.length;
    const isLong = invention.longEvery > 0 && index % invention.longEvery === invention.longEvery - 1;
    const size = Math.min(isLong ? longRows : work.random.between(30, 80), invention.visits - visits);
    const name = `Posyandu ${flowers[index % flowers.length] ?? ''} ${String(index + 1)}`;
    places.push({ code: `posyandu-uji-${String(index + 1)}`, name, kelurahan: `Kelurahan Uji ${String(index + 1)}` });
    drafts.push(...inventPlace(work, name, size));
    visits += size;
  }
  const ordered = shuffle(work.random, drafts);
  const files = ordered.map((draft, index) => toFile(draft, index, ordered));
  return { places, files, withdrawals: chooseWithdrawals(work, files) };
}

function inventPlace(work: Work, place: string, size: number): readonly Draft[] {
  const { random, invention } = work;
  const first = Array.from({ length: size }, () => writeVisit(work, inventNext(work), random.pick(days)));
  const pieces = cut(random, first, size >= longRows ? [size, size] : invention.fileRows);
  const firsts = pieces.map((rows): Draft => ({ place, rows, after: [] }));
  return [...firsts, ...firsts.flatMap((draft) => inventLater(work, draft))];
}

/** What comes after a file: some of its rows once more, corrections, corrections of those, and rows that bring a missing NIK. */
function inventLater(work: Work, draft: Draft): readonly Draft[] {
  const { random, invention } = work;
  const { place } = draft;
  const follow = (rows: readonly Row[], after: Draft): readonly Draft[] => (rows.length === 0 ? [] : [{ place, rows, after: [after] }]);
  const corrected = draft.rows.filter(({ weightG }) => weightG !== null && random.chance(invention.corrected)).map(correct);
  const [correction] = follow(corrected, draft);
  const again = correction === undefined ? [] : follow(corrected.filter(() => random.chance(25)).map(correct), correction);
  const untouched = draft.rows.filter(({ visit }) => !corrected.some((row) => row.visit === visit));
  const repeated = follow(random.chance(30) ? untouched.filter(() => random.chance(40)) : [], draft);
  const named = follow(
    draft.rows.flatMap((row) => nameChild(work, row)),
    draft,
  );
  return [...(correction === undefined ? [] : [correction]), ...again, ...repeated, ...named];
}

/** The same row with 200 g more: the newest is the truth. */
function correct(row: Row): Row {
  const weightG = (row.weightG ?? 0) + 200;
  return { ...row, weightG, cells: row.cells.with(9, String(weightG / 1000).replace('.', ',')) };
}

/** Half of the children without a NIK of their own get it with a later weighing, and with it all their visits go. */
function nameChild(work: Work, { child }: Row): readonly Row[] {
  if (!isWithoutOwnNik(child.fault) || child.fault === 'mothers' || !work.random.chance(50)) return [];
  return [writeVisit(work, { ...child, fault: 'none' }, laterDay)];
}

function writeVisit({ random }: Work, child: InventedChild, date: string): Row {
  const measured = measureChild(random, child, date);
  const { cells, weightKept } = writeRow(random, child, date, measured);
  const sendable = child.fault === 'none' || child.fault === 'marked';
  return { visit: `${child.key}|${date}`, child, cells, weightG: weightKept ? measured.weightG : null, sendable };
}

function inventNext({ random, children, niks }: Work): InventedChild {
  for (;;) {
    const child = inventChild(random, children, '2025-08-04');
    children.push(child);
    // The number of a NIK comes round after some thousand children: who would share one with another is left out.
    if (niks.has(child.nik) || niks.has(child.motherNik)) continue;
    niks.add(child.nik).add(child.motherNik);
    return child;
  }
}

function cut(random: SeededRandom, rows: readonly Row[], [least, most]: readonly [number, number]): readonly (readonly Row[])[] {
  const pieces: (readonly Row[])[] = [];
  for (let from = 0; from < rows.length; from += pieces.at(-1)?.length ?? 1)
    pieces.push(rows.slice(from, from + random.between(least, most)));
  return pieces;
}

/** Any order in which nothing comes before what it corrects. */
function shuffle(random: SeededRandom, drafts: readonly Draft[]): readonly Draft[] {
  const left = [...drafts];
  const done = new Set<Draft>();
  const ordered: Draft[] = [];
  while (left.length > 0) {
    const at = random.between(0, left.length - 1);
    const draft = left[at];
    if (draft === undefined || draft.after.some((one) => !done.has(one))) continue;
    left.splice(at, 1);
    done.add(draft);
    ordered.push(draft);
  }
  return ordered;
}

function toFile({ place, rows, after }: Draft, index: number, ordered: readonly Draft[]): LoadFile {
  const { name, source, content } = toListFile(`berkas-${String(index + 1)}`, place, rows);
  // Title and header stand above the first row.
  const told = rows.map(({ visit, weightG, sendable }, at) => ({ row: at + 3, record: visit, fact: String(weightG), sendable }));
  return { name, source, content, after: after.map((draft) => ordered.indexOf(draft)), rows: told };
}

/** What is taken back is taken back for good: only after the last file that speaks of it. */
function chooseWithdrawals({ random, invention }: Work, files: readonly LoadFile[]): RecordLoad['withdrawals'] {
  const last = new Map(files.flatMap(({ rows }, index) => rows.map(({ record }) => [record, index] as const)));
  return [...last].flatMap(([record, after]) => (random.chance(invention.withdrawn) ? [{ record, after }] : []));
}
