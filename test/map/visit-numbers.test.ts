// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { MappedRow } from '../../src/map/mapped-row.ts';
import type { Person, Recorder, VisitDraft } from '../../src/map/visit.ts';
import { gatherAgain } from '../../src/map/visits/gather-again.ts';
import { gatherVisits } from '../../src/map/visits/gather-visits.ts';
import type { GatherContext, Gathering, RowOutcome } from '../../src/map/visits/gathering.ts';
import type { KnownVisit, Support } from '../../src/map/visits/known-visit.ts';
import { fromLineage, toLineage } from '../../src/map/visits/lineage.ts';
import { takeBack } from '../../src/map/visits/take-back.ts';
import { toContent, toSaid } from '../../src/map/visits/visit-part.ts';
import { createSeededRandom, type SeededRandom } from '../generate/seeded-random.ts';
import { aReader } from './reader.ts';

const { programme } = await aReader();
const names = ['arif', 'budi', 'cici', 'dara'] as const;
const people: readonly Person[] = names.map((id) => ({ id, name: id, nameIsOfficial: true, birthDate: '1957-04-11', sex: 'L' }));

interface Told {
  readonly number: string;
  readonly person: string;
  readonly date?: string;
  readonly recorder?: Recorder;
  readonly systolic?: number;
}

interface File {
  /** Order in which it was handed in. */
  readonly at: number;
  readonly rows: readonly Told[];
}

/** A UUID version 7 of that moment. */
function submissionOf(at: number): string {
  return `0197${String(at).padStart(4, '0')}-0000-7000-8000-000000000000`;
}

/** Readings of a person lie in a range of their own, so that each tells whose it is. */
function toRow({ number, person, date = '2025-06-03', recorder = 'kader', systolic = 1 }: Told, row: number): MappedRow {
  const int = (names.findIndex((name) => name === person) + 1) * 100 + systolic;
  const visit: VisitDraft = {
    ...{ visitNumber: number, date, dateEstimated: false, place: 'cempaka', service: 'posbindu', recorder, verified: false, reported: {} },
    elements: [{ key: 'tekanan-darah-sistolik', ordinal: 1, value: { kind: 'quantity', int, written: String(int) }, cell: 'Sistolik' }],
  };
  const contentHash = [number, person, date, recorder, systolic].join();
  return { row, status: 'accepted', heading: false, issues: [], contentHash, cells: [], visit };
}

/** A row that only repeated another one is found again by what it said. */
function toSupports({ visit, duplicate }: RowOutcome, { at, rows }: File, position: number): readonly Support[] {
  const told = rows[position];
  const { contentHash, visit: draft } = told === undefined ? {} : toRow(told, position);
  if (!duplicate || contentHash === undefined || draft === undefined) return [];
  const content = toContent({ contentHash, said: toSaid(draft) });
  return [{ visit, submission: submissionOf(at), position, duty: 'kirim', content }];
}

/** What is left of a visit that a row of a file does not give any more. */
function withoutRow(known: KnownVisit, { at }: File, position: number, supports: readonly Support[]): KnownVisit {
  const person = people.find((one) => one.id === known.visit.person);
  if (known.retracted || person === undefined) return known;
  const back = { submission: submissionOf(at), positions: new Set([position]), sole: false, supports };
  const taken = takeBack(known, back, { person, programme });
  if (taken.outcome === 'retracted') return { ...known, retracted: true, parts: [], since: undefined };
  return 'visit' in taken ? { ...known, ...taken } : known;
}

/** What a store would keep of it all. */
function aShelf() {
  const visits = new Map<string, KnownVisit>();
  const keys = new Set<string>();
  const supports: Support[] = [];
  const given = new Map<number, Map<number, string>>();
  const codes = new Map<number, readonly string[]>();
  let next = 0;
  const contextOf = ({ at, rows }: File): GatherContext => ({
    ...{ programme, persons: people, taken: keys },
    personOf: new Map(rows.map(({ person }, row) => [row, person] as const)),
    from: { originOf: (row) => ({ submission: submissionOf(at), position: Number(row) }), tables: 't1', duty: 'kirim' },
    newId: () => `visit-${String((next += 1))}`,
  });
  const keep = ({ visits: gathered, emptied, byRow }: Gathering, { at, rows }: File): void => {
    for (const { key } of gathered) {
      expect(keys.has(key ?? '')).toBe(false);
      if (key !== undefined) keys.add(key);
    }
    for (const one of gathered) {
      const lineage: unknown = JSON.parse(JSON.stringify(toLineage(one)));
      visits.set(one.visit.id, fromLineage({ visit: one.visit, duty: one.duty, retracted: false, lineage }));
    }
    for (const { visit, duty } of emptied) visits.set(visit.id, fromLineage({ visit, duty, retracted: true, lineage: undefined }));
    given.set(at, new Map([...byRow].map(([row, { visit }]) => [Number(row), visit])));
    supports.push(...[...byRow].flatMap(([row, outcome]) => toSupports(outcome, { at, rows }, Number(row))));
    codes.set(
      at,
      rows.map((_, row) => (byRow.get(row)?.issues.map(({ code }) => code) ?? ['nomor-sudah-diganti']).join()),
    );
  };
  const othersThan = (at: number): readonly Support[] => supports.filter(({ submission }) => submission !== submissionOf(at));
  return {
    codes: (at: number) => codes.get(at),
    read: (file: File): void => {
      const rows = file.rows.map(toRow);
      keep(gatherVisits(rows, [...visits.values()], { ...contextOf(file), supports }), file);
    },
    readAgain: (file: File): void => {
      const before = given.get(file.at) ?? new Map<number, string>();
      const own = othersThan(file.at);
      const context = { ...contextOf(file), before, supports: own, sole: new Set<string>() };
      supports.splice(0, supports.length, ...own);
      keep(gatherAgain(file.rows.map(toRow), [...visits.values()], context), file);
      for (const [position, id] of before) {
        const known = given.get(file.at)?.get(position) === id ? undefined : visits.get(id);
        if (known !== undefined) visits.set(id, withoutRow(known, file, position, own));
      }
    },
    /** Visits that stand: whose, of which day, with which readings. */
    stand: () =>
      [...visits.values()]
        .filter(({ retracted }) => !retracted)
        .map(({ visit }) => ({
          ...{ id: visit.id, number: visit.visitNumber, person: visit.person, date: visit.date },
          readings: visit.elements.map(({ value }) => (value.kind === 'quantity' ? value.int : 0)),
        })),
    /** Everything that is kept of a visit beside what it says. */
    remembered: () => [...visits.values()].map(({ visit, parts, gone }) => ({ person: visit.person, text: JSON.stringify([parts, gone]) })),
  };
}

const bp = (person: string, systolic: number, more: Partial<Told> = {}): Told => ({ number: '7', person, systolic, ...more });

describe('a row with a number that is known', () => {
  test('and the same person corrects that person’s visit', () => {
    const shelf = aShelf();
    shelf.read({ at: 1, rows: [bp('arif', 1)] });
    shelf.read({ at: 2, rows: [bp('arif', 2)] });
    expect(shelf.stand()).toMatchObject([{ id: 'visit-1', person: 'arif', readings: [102] }]);
  });

  test('and another person in a later file moves the visit under its id, with nothing of what was said before', () => {
    const shelf = aShelf();
    shelf.read({ at: 1, rows: [bp('arif', 1)] });
    shelf.read({ at: 2, rows: [bp('budi', 2)] });
    expect(shelf.stand()).toMatchObject([{ id: 'visit-1', person: 'budi', readings: [202] }]);
    expect(shelf.codes(2)).toEqual(['nomor-pindah-orang']);
    expect(shelf.remembered().filter(({ text }) => text.includes('"int":101'))).toEqual([]);
  });

  test('and back again: the first one’s visit is the first one’s, as said last', () => {
    const shelf = aShelf();
    for (const [at, row] of [bp('arif', 1), bp('budi', 2), bp('arif', 1)].entries()) shelf.read({ at: at + 1, rows: [row] });
    expect(shelf.stand()).toMatchObject([{ id: 'visit-1', person: 'arif', readings: [101] }]);
  });

  test('and another person on another day is another visit, and each finds its own later', () => {
    const shelf = aShelf();
    shelf.read({ at: 1, rows: [bp('arif', 1)] });
    shelf.read({ at: 2, rows: [bp('budi', 1, { date: '2025-06-10' })] });
    shelf.read({ at: 3, rows: [bp('budi', 2, { date: '2025-06-10' }), bp('arif', 3)] });
    expect(shelf.stand()).toMatchObject([
      { id: 'visit-1', person: 'arif', readings: [103] },
      { id: 'visit-2', person: 'budi', readings: [202], date: '2025-06-10' },
    ]);
    expect(shelf.codes(2)).toEqual(['']);
  });

  test('and another person in the same file is another visit, with a warning on both', () => {
    const shelf = aShelf();
    shelf.read({ at: 1, rows: [bp('arif', 1), bp('budi', 2)] });
    expect(shelf.stand()).toMatchObject([
      { person: 'arif', readings: [101] },
      { person: 'budi', readings: [202] },
    ]);
    expect(shelf.codes(1)).toEqual(['nomor-dua-orang', 'nomor-dua-orang']);
  });

  test('stays where a later file has the first person too: the number was used twice', () => {
    const shelf = aShelf();
    shelf.read({ at: 1, rows: [bp('arif', 1)] });
    shelf.read({ at: 2, rows: [bp('budi', 2), bp('arif', 1)] });
    expect(shelf.stand()).toMatchObject([
      { id: 'visit-1', person: 'arif' },
      { id: 'visit-2', person: 'budi' },
    ]);
  });

  test('by another author leaves what the first one said with the first person; once that one says so too it is one visit', () => {
    const shelf = aShelf();
    shelf.read({ at: 1, rows: [bp('arif', 1), bp('arif', 2, { recorder: 'nakes' })] });
    shelf.read({ at: 2, rows: [bp('budi', 1)] });
    expect(shelf.stand()).toMatchObject([
      { id: 'visit-1', person: 'arif', readings: [102] },
      { id: 'visit-2', person: 'budi', readings: [201] },
    ]);
    expect(shelf.codes(2)).toEqual(['nomor-pindah-orang,nomor-dua-orang']);
    shelf.read({ at: 3, rows: [bp('budi', 2, { recorder: 'nakes' })] });
    expect(shelf.stand()).toMatchObject([{ id: 'visit-2', person: 'budi', readings: [202] }]);
  });

  test('that is read late, after its correction, says nothing', () => {
    const shelf = aShelf();
    shelf.read({ at: 2, rows: [bp('budi', 2)] });
    shelf.read({ at: 1, rows: [bp('arif', 1)] });
    expect(shelf.stand()).toMatchObject([{ person: 'budi', readings: [202] }]);
    expect(shelf.codes(1)).toEqual(['nomor-sudah-diganti']);
  });
});

function aHistory(random: SeededRandom): readonly File[] {
  return Array.from({ length: 2 + random.between(0, 3) }, (_, at) => ({
    at: at + 1,
    rows: Array.from({ length: 1 + random.between(0, 2) }, () => ({
      number: random.pick(['7', '8']),
      person: random.pick(names),
      date: random.pick(['2025-06-03', '2025-06-03', '2025-06-10']),
      recorder: random.pick(['kader', 'kader', 'nakes'] as const),
      systolic: random.between(1, 9),
    })),
  }));
}

function shuffle<T>(random: SeededRandom, items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, by: random.between(0, 999999) }))
    .sort((one, other) => one.by - other.by)
    .map(({ item }) => item);
}

const isOwn = ({ person, readings }: { readonly person: string; readonly readings: readonly number[] }): boolean =>
  readings.every((int) => Math.floor(int / 100) === names.findIndex((name) => name === person) + 1);

/** True where a row comes again word for word: of those the one that was read first counts, whoever it is about. */
function isRepeating(history: readonly File[]): boolean {
  const rows = history.flatMap(({ rows: of }) => of.map((row) => JSON.stringify(row)));
  return new Set(rows).size < rows.length;
}

/** True where a file has one number for two people: which of them an older file meant is known only if that is read in its turn. */
function isDoubling(history: readonly File[]): boolean {
  return history.some(({ rows }) =>
    rows.some((one) => rows.some((two) => one.number === two.number && one.date === two.date && one.person !== two.person)),
  );
}

/** What is wrong after a history was read in order, in another order, and again. */
function findFaults(seed: number): readonly string[] {
  const random = createSeededRandom(seed);
  const history = aHistory(random);
  const [inOrder, mixed] = [aShelf(), aShelf()];
  for (const file of history) inOrder.read(file);
  for (const file of shuffle(random, history)) mixed.read(file);
  const toEnd = (end: ReturnType<typeof inOrder.stand>): unknown =>
    isRepeating(history) ? end.map(({ id, person }) => [id, person]) : end;
  const faults = [inOrder, mixed].flatMap((shelf) => {
    const end = shelf.stand();
    const foreign = shelf.remembered().some(({ person, text }) => {
      const others = names.flatMap((name, at) => (name === person ? [] : [`"int":${String(at + 1)}`]));
      return others.some((other) => text.includes(other));
    });
    for (let turn = 0; turn < 2; turn += 1) for (const file of shuffle(random, history)) shelf.readAgain(file);
    const again = isDeepStrictEqual(toEnd(shelf.stand()), toEnd(end)) ? [] : ['other when read again'];
    return [...(end.every(isOwn) ? [] : ['words of another']), ...(foreign ? ['another remembered'] : []), ...again];
  });
  const persons = (shelf: typeof inOrder): string =>
    shelf
      .stand()
      .map(({ number, person }) => `${String(number)} ${person}`)
      .sort()
      .join();
  const order = isDoubling(history) || persons(mixed) === persons(inOrder) ? [] : ['other in another order'];
  return [...faults, ...order].map((fault) => `seed ${String(seed)}: ${fault}`);
}

describe('whatever the order and mixture of rows, numbers, people, days and files', () => {
  test('nobody’s words stand in another’s visit, the same people have visits, and reading again changes nothing', () => {
    expect(Array.from({ length: 400 }, (_, seed) => findFaults(seed + 1)).flat()).toEqual([]);
  });
});
