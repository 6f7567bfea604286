// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
/* eslint max-lines: off -- the world of the property is read together with the claims that use its words */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Debt } from '../../src/deliver/debt.ts';
import { holdReasons } from '../../src/platforms/satusehat/hold-reasons.ts';
import type { Subject } from '../../src/platforms/platform.ts';
import { createWordsOf } from '../../src/report/catalogue/cause-words.ts';
import { listErrorPages } from '../../src/report/catalogue/error-catalogue.ts';
import { createOutcomeDesk, type OutcomeDesk } from '../../src/report/outcome-desk.ts';
import { tellOutcome, type ToldOutcome } from '../../src/report/tell-outcome.ts';
import type { Tx } from '../../src/store/db.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Outcome, OutcomeDebt } from '../../src/store/outcomes.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from '../store/a-visit-to-keep.ts';

let url: string;
let store: Store;
let desk: OutcomeDesk;
let clock = at('08:00');
const wordsOf = createWordsOf(listErrorPages(holdReasons));

beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
  desk = createOutcomeDesk({ store, wordsOf, now: () => clock });
}, 60_000);

/** A moment after all moments before. */
const next = (): Date => (clock = new Date(clock.getTime() + 1000));

interface District {
  readonly submitter: string;
  readonly submission: string;
  reading: string;
  readonly visits: readonly ReturnType<typeof aVisitToKeep>[];
}

/** A submitter with one file of so many rows, each with a visit that is owed and waits for its person; nothing is inserted yet. */
async function aDistrict(rows: number, submitter = randomUUID()): Promise<District> {
  const people = Array.from({ length: rows }, () => aPerson());
  const visits = people.map((person) => aVisitToKeep(person));
  const { submission, reading } = await store.transact(async (tx) => {
    await store.persons.savePersons(
      tx,
      people.map((person) => ({ person })),
      next(),
    );
    await store.visits.saveVisits(tx, visits, clock);
    const debt = { platform: 'satusehat', version: 1, due: clock, beginning: { state: 'waiting', reason: 'tanpa-nik' } } as const;
    const debts = visits.map(({ visit }) => ({ ...debt, subject: { kind: 'visit', id: visit.id } as const }));
    await store.owed.owe(tx, debts, clock);
    return store.submissions.receive(tx, anIncoming(randomUUID(), { submitter, at: clock }));
  });
  return { submitter, submission, reading, visits };
}

const visitSubject = (district: District, index: number): Subject => ({ kind: 'visit', id: district.visits[index]?.visit.id ?? '' });
const insert = (tx: Tx, district: District, from: number, to: number, status: 'accepted' | 'warning' = 'accepted'): Promise<void> =>
  store.rows.insertRows(
    tx,
    district.reading,
    { from, at: next() },
    district.visits.slice(from, to).map(({ visit }, index) => ({
      row: aRow(from + index + 2, { status }),
      person: visit.person,
      visit: visit.id,
    })),
  );

type Client = Map<string, ToldOutcome>;

/** Reads on from a cursor to the end, noting the newest word on each row. */
async function readOn(submitter: string, since: string | undefined, known: Client = new Map(), limit = 7) {
  let cursor = since;
  let anew = false;
  const told: ToldOutcome[] = [];
  for (;;) {
    const page = await desk.outcomes(cursor, { submitter, all: false }, limit);
    if (page === undefined) throw new Error('the cursor is none');
    anew ||= page.anew;
    for (const row of page.rows) {
      told.push(row);
      known.set(`${row.submission}/${String(row.row)}`, row);
    }
    cursor = page.next;
    if (!page.more) return { cursor, told, known, anew };
  }
}

const sendingOf = (row: ToldOutcome | undefined): readonly unknown[] => (row?.sending ?? []).map(({ state, reason }) => [state, reason]);

/** Owes a version and takes it into the hands of a worker. */
async function lease(subject: Subject, version: number, known = new Map<string, Debt>()): Promise<Debt> {
  await store.transact((tx) =>
    store.owed.owe(tx, [{ platform: 'satusehat', subject, version, due: at('00:00'), beginning: { state: 'ready' } }], next()),
  );
  const claimed = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'pekerja', now: next(), leaseMs: 1e12, limit: 1000 });
  for (const debt of claimed) known.set(debt.subject.id, debt);
  const debt = known.get(subject.id);
  if (debt === undefined) throw new Error('the debt was not claimed');
  // Whoever holds it already finds the higher version there.
  return { ...debt, version };
}

const deliver = async (debt: Debt, ids: { readonly encounter?: string; readonly patient?: string } = {}): Promise<void> => {
  const person = (await store.visits.getVisit(store.db, debt.subject.id))?.visit.person ?? '';
  const entries = [
    { ref: `visit/${debt.subject.id}`, platformId: ids.encounter ?? randomUUID(), hash: 'h' },
    { ref: `patient/${person}`, platformId: ids.patient ?? 'P02', hash: 'n' },
  ];
  await store.upstream.saveUpstream(store.db, 'satusehat', entries, { version: debt.version, at: next() });
  await store.transact((tx) => store.owed.settle(tx, debt, clock));
};

describe('the feed', () => {
  test('tells each row once with its verdict, in pages, and nothing more until something changes', async () => {
    const district = await aDistrict(20);
    await store.transact((tx) => insert(tx, district, 0, 12));
    await store.transact((tx) => insert(tx, district, 12, 20, 'warning'));
    const first = await readOn(district.submitter, undefined);
    expect(first.told.map(({ row, status }) => [row, status])).toEqual(
      Array.from({ length: 20 }, (_, index) => [index + 2, index < 12 ? 'accepted' : 'warning']),
    );
    expect(first.told.every(({ submission }) => submission === district.submission)).toBe(true);
    expect((await readOn(district.submitter, first.cursor)).told).toEqual([]);
  });

  test('tells a row again at the end when its visit was delivered, with both numbers and the moment', async () => {
    const district = await aDistrict(3);
    await store.transact((tx) => insert(tx, district, 0, 3));
    const debt = await lease(visitSubject(district, 1), 2);
    const { cursor } = await readOn(district.submitter, undefined);
    await deliver(debt, { encounter: 'enc-7', patient: 'P0207' });
    const { told } = await readOn(district.submitter, cursor);
    expect(told).toHaveLength(1);
    expect(told[0]?.row).toBe(3);
    expect(told[0]?.sending).toEqual([
      {
        ...{ platform: 'satusehat', environment: 'simulasi', state: 'disimulasikan' },
        ...{ version: 2, encounter: 'enc-7', patient: 'P0207', at: clock.toISOString() },
      },
    ]);
  });

  test('keeps the number under which a visit was delivered when its person gets another later', async () => {
    const district = await aDistrict(1);
    await store.transact((tx) => insert(tx, district, 0, 1));
    await deliver(await lease(visitSubject(district, 0), 2), { patient: 'P-LAMA' });
    const entry = { ref: `patient/${district.visits[0]?.visit.person ?? ''}`, platformId: 'P-BARU', hash: 'lain' };
    await store.upstream.saveUpstream(store.db, 'satusehat', [entry], { at: next() });
    const { told } = await readOn(district.submitter, undefined);
    expect(told[0]?.sending?.[0]?.patient).toBe('P-LAMA');
  });

  test('is for whoever handed the rows in; others see them with the right to operate, inside their area', async () => {
    const district = await aDistrict(2);
    await store.transact((tx) => insert(tx, district, 0, 2));
    const see = async (viewer: Parameters<OutcomeDesk['outcomes']>[1]): Promise<number> => {
      let count = 0;
      for (let cursor: string | undefined; ;) {
        const page = await desk.outcomes(cursor, viewer, 1000);
        count += page?.rows.filter(({ submission }) => submission === district.submission).length ?? 0;
        if (page?.more !== true) return count;
        cursor = page.next;
      }
    };
    const other = { submitter: 'lain', all: true };
    expect(await see({ submitter: district.submitter, all: false })).toBe(2);
    expect(await see({ submitter: 'lain', all: false })).toBe(0);
    expect(await see(other)).toBe(2);
    expect(await see({ ...other, within: 'pusk-1', places: ['kenanga'] })).toBe(2);
    expect(await see({ ...other, within: 'pusk-2', places: ['melati'] })).toBe(0);
  });

  test('tells rows that were read again with their new verdict, and the old reading no more', async () => {
    const district = await aDistrict(4);
    await store.transact((tx) => insert(tx, district, 0, 4));
    const { cursor } = await readOn(district.submitter, undefined);
    const opened = await store.transact((tx) =>
      store.readings.openReading(tx, {
        submission: district.submission,
        tablesVersion: 'v2',
        at: next(),
        lease: { owner: 'p', until: clock },
      }),
    );
    district.reading = opened.reading;
    await store.transact((tx) => insert(tx, district, 0, 4, 'warning'));
    const { told } = await readOn(district.submitter, cursor);
    expect(told.map(({ row, status }) => [row, status])).toEqual([2, 3, 4, 5].map((row) => [row, 'warning']));
    expect((await readOn(district.submitter, undefined)).told).toHaveLength(4);
  });

  test('says of a visit behind a held person that it is held, why, and what to do; and that it goes on once the person is free', async () => {
    const district = await aDistrict(2);
    const subject = { kind: 'patient', id: district.visits[0]?.visit.person ?? '' } as const;
    const person = await lease(subject, 1);
    await store.transact(async (tx) => {
      await insert(tx, district, 0, 2);
      const debt = { platform: 'satusehat', version: 2, due: clock, beginning: { state: 'ready' } } as const;
      await store.owed.owe(tx, [{ ...debt, subject: visitSubject(district, 0), on: [subject] }], clock);
    });
    const before = await readOn(district.submitter, undefined);
    expect(sendingOf(before.told[0])).toEqual([['antre', undefined]]);
    await store.owed.hold(store.db, person, { reason: 'nik-tidak-cocok', issues: [] }, next());
    const held = await readOn(district.submitter, before.cursor);
    expect(held.told.map(({ row }) => row)).toEqual([2]);
    expect(held.told[0]?.sending?.[0]).toMatchObject({
      ...{ state: 'ditahan', reason: 'nik-tidak-cocok', behind: 'patient' },
      remedy: { id: holdReasons['nik-tidak-cocok'].remedyId, en: holdReasons['nik-tidak-cocok'].remedyEn },
    });
    await store.owed.release(store.db, { platform: 'satusehat', states: ['held'], ids: [subject.id] }, next());
    const freed = await readOn(district.submitter, held.cursor);
    expect(freed.told.map((row) => [row.row, ...sendingOf(row)])).toEqual([[2, ['antre', undefined]]]);
    const [claimed] = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: next(), leaseMs: 1, limit: 1000 });
    if (claimed === undefined) throw new Error('the person is not due');
    await store.transact((tx) => store.owed.wait(tx, claimed, { reason: 'platform-berhenti', notBefore: next() }, clock));
    const waiting = await readOn(district.submitter, freed.cursor);
    expect(sendingOf(waiting.told[0])).toEqual([['menunggu', 'platform-berhenti']]);
    const [again] = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: next(), leaseMs: 1e12, limit: 1000 });
    await store.transact((tx) => store.owed.settle(tx, again ?? claimed, next()));
    expect(sendingOf((await readOn(district.submitter, waiting.cursor)).told[0])).toEqual([['antre', undefined]]);
  });

  test('does not repeat itself while a visit is tried again or waits as before', async () => {
    const district = await aDistrict(1);
    await store.transact((tx) => insert(tx, district, 0, 1));
    const known = new Map<string, Debt>();
    let debt = await lease(visitSubject(district, 0), 2, known);
    const again = async (reason: string): Promise<void> => {
      await store.transact((tx) => store.owed.wait(tx, debt, { reason, notBefore: next() }, clock));
      for (const one of await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: next(), leaseMs: 1e12, limit: 1000 }))
        debt = one;
    };
    let { cursor } = await readOn(district.submitter, undefined);
    const lengths: number[] = [];
    for (const reason of ['menunggu-waktu', 'platform-berhenti', 'platform-berhenti', 'menunggu-waktu', 'menunggu-waktu']) {
      await again(reason);
      const page = await readOn(district.submitter, cursor);
      cursor = page.cursor;
      lengths.push(page.told.length);
    }
    expect(lengths).toEqual([0, 1, 0, 1, 0]);
  });

  test('forgets whom it told of when a person is erased, and tells only that', async () => {
    const district = await aDistrict(2);
    await store.transact((tx) => insert(tx, district, 0, 2));
    await deliver(await lease(visitSubject(district, 0), 2));
    const { cursor } = await readOn(district.submitter, undefined);
    const { id = '', person = '' } = district.visits[0]?.visit ?? {};
    await store.transact((tx) => store.erasure.erasePerson(tx, { person, at: next(), reason: 'permintaan' }));
    const { told } = await readOn(district.submitter, cursor);
    expect(told.map(({ row, erased, visit, sending }) => [row, erased, visit, sending])).toEqual([
      [2, true, undefined, undefined],
      [3, undefined, district.visits[1]?.visit.id, [expect.objectContaining({ state: 'menunggu' })]],
    ]);
    expect(await query(url, 'select 1 from owed where subject_id = $1', [id])).toEqual([]);
  });
});

describe('a cursor', () => {
  test.each(['', 'x', 'AAAA', Buffer.from('{}').toString('base64url'), '../../etc/passwd'].slice(1))('%j is none', async (text) => {
    expect(await desk.outcomes(text, { submitter: 'a', all: false }, 10)).toBeUndefined();
  });

  test('from before a restore begins anew, and says so', async () => {
    const district = await aDistrict(3);
    await store.transact((tx) => insert(tx, district, 0, 3));
    const { cursor } = await readOn(district.submitter, undefined);
    await query(url, 'delete from outcome_counter');
    const again = await readOn(district.submitter, cursor);
    expect([again.anew, again.told.length]).toEqual([true, 3]);
    expect(await readOn(district.submitter, again.cursor)).toMatchObject({ anew: false, told: [] });
  });

  test('given before a copy of an older state came back without a word is still before everything that changes there', async () => {
    const district = await aDistrict(3);
    await store.transact((tx) => insert(tx, district, 0, 1));
    await readOn(district.submitter, undefined);
    const [kept] = await query<{ last: string }>(url, 'select last from outcome_counter');
    await store.transact((tx) => insert(tx, district, 1, 2));
    const { cursor } = await readOn(district.submitter, undefined);
    await query(url, 'delete from outcome where seq > $1', [kept?.last]);
    await query(url, 'update outcome_counter set last = $1', [kept?.last]);
    await store.transact((tx) => insert(tx, district, 2, 3));
    expect((await readOn(district.submitter, cursor)).told.map(({ row }) => row)).toEqual([4]);
  });

  test('beyond every number there is begins anew', async () => {
    const district = await aDistrict(1);
    await store.transact((tx) => insert(tx, district, 0, 1));
    const { cursor } = await readOn(district.submitter, undefined);
    await query(url, 'update outcome_counter set last = last - 1');
    expect(await readOn(district.submitter, cursor)).toMatchObject({ anew: true, told: [{ row: 2 }] });
  });
});

interface World {
  readonly districts: readonly District[];
  readonly inserted: number[];
  readonly versions: Map<string, number>;
  /** What the committed state of each visit is, by its id. */
  readonly standing: Map<string, readonly unknown[]>;
  /** Visits whose person was settled: they wait for nobody any more. */
  readonly freed: Set<string>;
  readonly debts: Map<string, Debt>;
  readonly open: Map<string, (commit: boolean) => Promise<void>>;
}

type Step =
  | { readonly do: 'batch'; readonly district: number; readonly size: number }
  | { readonly do: 'visit'; readonly visit: number; readonly to: keyof typeof changes; readonly readFirst: boolean }
  | { readonly do: 'end'; readonly nth: number; readonly commit: boolean }
  | { readonly do: 'read'; readonly limit: number };

const rowsEach = 6;
const insertedAtFirst = 3;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('batch' as const), district: fc.nat(2), size: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    do: fc.constant('visit' as const),
    // Some more often than others, so that several things befall them.
    visit: fc.oneof(fc.nat(3 * rowsEach - 1), fc.constantFrom(0, 1, rowsEach)),
    to: fc.constantFrom('hold' as const, 'park' as const, 'wait' as const, 'settle' as const, 'retry' as const),
    readFirst: fc.boolean(),
  }),
  fc.record({ do: fc.constant('end' as const), nth: fc.nat(3), commit: fc.boolean() }),
  fc.record({ do: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 9 }) }),
);

/** Does work in a transaction that stays open until it is told how to end. */
async function begin(world: World, name: string, work: (tx: Tx) => Promise<unknown>, then: () => void): Promise<void> {
  let finish: (commit: boolean) => void = () => undefined;
  const told = new Promise<boolean>((resolve) => (finish = resolve));
  let done: () => void = () => undefined;
  const worked = new Promise<void>((resolve) => (done = resolve));
  const undone = new Error('rolled back');
  const all = store
    .transact(async (tx) => {
      await work(tx);
      done();
      if (!(await told)) throw undone;
    }, 1)
    .then(then, (fault: unknown) => {
      if (fault !== undone) throw fault;
    });
  await Promise.race([worked, all]);
  world.open.set(name, async (commit) => {
    world.open.delete(name);
    finish(commit);
    await all;
  });
}

async function beginBatch(world: World, index: number, size: number): Promise<void> {
  const district = world.districts[index];
  const from = world.inserted[index] ?? 0;
  const to = Math.min(from + size, rowsEach);
  if (district === undefined || from === to || world.open.has(`batch-${String(index)}`)) return;
  await begin(
    world,
    `batch-${String(index)}`,
    (tx) => insert(tx, district, from, to),
    () => (world.inserted[index] = to),
  );
}

const changes = {
  hold: (tx: Tx, debt: Debt) => store.owed.hold(tx, debt, { reason: 'nik-tidak-dikenal', issues: [] }, next()),
  park: (tx: Tx, debt: Debt) => store.owed.park(tx, debt, { reason: 'ditolak', issues: [] }, next()),
  wait: (tx: Tx, debt: Debt) => store.owed.wait(tx, debt, { reason: 'platform-berhenti', notBefore: at('23:59') }, next()),
  retry: (tx: Tx, debt: Debt) => store.owed.defer(tx, debt, { reason: 'dicoba-lagi', issues: [], notBefore: at('23:59') }, next()),
  settle: (tx: Tx, debt: Debt) => store.owed.settle(tx, debt, next()),
};
const standings = {
  hold: [['ditahan', 'nik-tidak-dikenal']],
  park: [['ditolak', 'ditolak']],
  wait: [['menunggu', 'platform-berhenti']],
  retry: [['antre', undefined]],
  settle: [['disimulasikan', undefined]],
} as const;

/** What is heard of a visit when the person it waits for is changed so. */
const behind = {
  hold: [['ditahan', 'nik-tidak-dikenal']],
  park: [['ditahan', 'ditolak']],
  wait: [['menunggu', 'platform-berhenti']],
  retry: [['antre', undefined]],
  settle: [['antre', undefined]],
} as const;

/** Changes a visit, or the person behind it for the first of each file, which waits for that person: one step with all it may meet. */
// eslint-disable-next-line complexity -- split, its order could not be read
async function beginChange(world: World, index: number, to: keyof typeof changes, read: () => Promise<void>): Promise<void> {
  const district = world.districts[Math.floor(index / rowsEach)];
  const visit = district?.visits[index % rowsEach]?.visit;
  if (district === undefined || visit === undefined || world.open.has(visit.id)) return;
  const waits = index % rowsEach === 0;
  const subject: Subject = waits ? { kind: 'patient', id: visit.person } : { kind: 'visit', id: visit.id };
  const version = (world.versions.get(subject.id) ?? (waits ? 0 : 1)) + 1;
  world.versions.set(subject.id, version);
  const debt = await lease(subject, version, world.debts);
  const freed = world.freed.has(visit.id);
  if (!freed) world.standing.set(visit.id, [['antre', undefined]]);
  if (waits && version === 1) await lean(visit.id, subject);
  await read();
  await begin(
    world,
    visit.id,
    (tx) => changes[to](tx, debt),
    () => {
      if (!freed) world.standing.set(visit.id, waits ? behind[to] : standings[to]);
      if (waits && to === 'settle') world.freed.add(visit.id);
    },
  );
}

async function lean(visit: string, on: Subject): Promise<void> {
  const debt = { platform: 'satusehat', version: 2, due: at('23:59'), beginning: { state: 'ready' } } as const;
  await store.transact((tx) => store.owed.owe(tx, [{ ...debt, subject: { kind: 'visit', id: visit }, on: [on] }], next()));
}

/** Rows by name, but for those whose visit an open transaction has in its hands: of them the reader hears when that has ended. */
function settledRows(
  world: World,
  rows: Iterable<readonly [string, string, readonly unknown[]]>,
): Readonly<Record<string, readonly unknown[]>> {
  const at = [...rows].filter(([, visit]) => !world.open.has(visit)).map(([name, , sending]) => [name, sending] as const);
  return Object.fromEntries(at.sort(([x], [y]) => (x < y ? -1 : 1)));
}

/** What a reader who missed nothing knows: every row that was committed, with its visit as it stands. */
function toTruth(world: World): unknown {
  const { districts, inserted, standing } = world;
  const rows = districts.flatMap(({ submission, visits }, index) =>
    visits.slice(0, inserted[index]).map(({ visit }, position) => {
      const name = `${submission}/${String(position + 2)}`;
      return [name, visit.id, standing.get(visit.id) ?? [['menunggu', 'tanpa-nik']]] as const;
    }),
  );
  return settledRows(world, rows);
}

const toKnown = (world: World, known: Client): unknown =>
  settledRows(
    world,
    [...known].map(([name, row]) => [name, row.visit ?? '', sendingOf(row)] as const),
  );

// eslint-disable-next-line complexity -- a loop over kinds of steps
async function live(steps: readonly Step[]): Promise<void> {
  const submitter = randomUUID();
  const districts = await Promise.all([0, 1, 2].map(() => aDistrict(rowsEach, submitter)));
  for (const district of districts) await store.transact((tx) => insert(tx, district, 0, insertedAtFirst));
  const world: World = {
    ...{
      districts,
      inserted: [insertedAtFirst, insertedAtFirst, insertedAtFirst],
      versions: new Map(),
      standing: new Map(),
      freed: new Set(),
      debts: new Map(),
      open: new Map(),
    },
  };
  const known: Client = new Map();
  let cursor: string | undefined;
  try {
    const read = async (limit = 9): Promise<void> => {
      cursor = (await readOn(submitter, cursor, known, limit)).cursor;
      expect(toKnown(world, known)).toEqual(toTruth(world));
    };
    for (const one of steps) {
      if (one.do === 'read') await read(one.limit);
      else if (one.do === 'end') await [...world.open.values()][one.nth]?.(one.commit);
      else if (world.open.size >= 4) continue;
      else if (one.do === 'batch') await beginBatch(world, one.district, one.size);
      else await beginChange(world, one.visit, one.to, one.readFirst ? read : () => Promise.resolve());
    }
  } finally {
    for (const end of [...world.open.values()].reverse()) await end(true);
  }
  await readOn(submitter, cursor, known);
  expect(toKnown(world, known)).toEqual(toTruth(world));
}

describe('whoever reads on', () => {
  test('misses nothing of transactions that end in any order, and ends with what is so', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), live), { numRuns: 20, endOnFailure: true });
  }, 60_000);
});

describe('the words of the feed', () => {
  const aDebt = (facts: Partial<OutcomeDebt>): OutcomeDebt => ({
    ...{ platform: 'satusehat', state: 'ready', reason: null, issues: null, owed: 1, settled: 0, at: null, encounter: null, patient: null },
    stuck: null,
    ...facts,
  });
  const tell = (debt: OutcomeDebt, environment = 'produksi') => {
    const outcome: Outcome = {
      ...{ submission: 's', source: 'x', row: 2, status: 'accepted', reason: undefined, heading: false, issues: [], erased: false },
      ...{ visit: 'v', retracted: undefined, debts: [debt] },
    };
    return tellOutcome(outcome, { environment, wordsOf }).sending?.[0];
  };

  test.each<[string, Partial<OutcomeDebt>, string, string | undefined]>([
    ['is ready', {}, 'antre', undefined],
    ['is being sent', { state: 'sending' }, 'antre', undefined],
    ['is tried again', { reason: 'dicoba-lagi' }, 'antre', undefined],
    ['waits for its hour', { state: 'waiting', reason: 'menunggu-waktu' }, 'antre', undefined],
    ['waits for a NIK', { state: 'waiting', reason: 'tanpa-nik' }, 'menunggu', 'tanpa-nik'],
    ['was claimed while it waits for the platform', { state: 'ready', reason: 'platform-berhenti' }, 'menunggu', 'platform-berhenti'],
    ['is held', { state: 'held', reason: 'belum-diverifikasi' }, 'ditahan', 'belum-diverifikasi'],
    ['was refused', { state: 'parked', reason: 'satusehat-10457' }, 'ditolak', 'satusehat-10457'],
    ['was taken', { state: 'settled', settled: 1 }, 'terkirim', undefined],
    ['was taken in part', { state: 'parked', reason: 'sebagian-ditolak', settled: 1 }, 'terkirim-sebagian', 'sebagian-ditolak'],
    ['was corrected and refused then', { state: 'parked', reason: 'ditolak', settled: 1, owed: 2 }, 'ditolak', 'ditolak'],
  ])('a visit that %s', (_, facts, state, reason) => {
    const told = tell(aDebt(facts));
    expect([told?.state, told?.reason]).toEqual([state, reason]);
    expect(told?.remedy === undefined).toBe(reason === undefined);
  });

  test.each(['settled', 'parked'] as const)('never call delivered what a sandbox took (%s)', (state) => {
    expect(tell(aDebt({ state, reason: state === 'parked' ? 'sebagian-ditolak' : null, settled: 1 }), 'simulasi')?.state).toMatch(
      /^disimulasikan/,
    );
  });
});
