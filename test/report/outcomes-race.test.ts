// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Debt } from '../../src/deliver/debt.ts';
import type { Subject } from '../../src/platforms/subject.ts';
import type { Tx } from '../../src/store/db.ts';
import { at } from '../store/a-visit-to-keep.ts';
import { aFeed, sendingOf, type Client, type District, type Feed } from './a-feed.ts';

let feed: Feed;
beforeAll(async () => {
  feed = await aFeed();
}, 60_000);

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
  const all = feed.store
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
    (tx) => feed.insert(tx, district, from, to),
    () => (world.inserted[index] = to),
  );
}

const changes = {
  hold: (tx: Tx, debt: Debt) => feed.store.owed.hold(tx, debt, { reason: 'nik-tidak-dikenal', issues: [] }, feed.next()),
  park: (tx: Tx, debt: Debt) => feed.store.owed.park(tx, debt, { reason: 'ditolak', issues: [] }, feed.next()),
  wait: (tx: Tx, debt: Debt) => feed.store.owed.wait(tx, debt, { reason: 'platform-berhenti', notBefore: at('23:59') }, feed.next()),
  retry: (tx: Tx, debt: Debt) =>
    feed.store.owed.defer(tx, debt, { reason: 'dicoba-lagi', issues: [], notBefore: at('23:59') }, feed.next()),
  settle: (tx: Tx, debt: Debt) => feed.store.owed.settle(tx, debt, feed.next()),
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
  const debt = await feed.lease(subject, version, world.debts);
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
  await feed.store.transact((tx) => feed.store.owed.owe(tx, [{ ...debt, subject: { kind: 'visit', id: visit }, on: [on] }], feed.next()));
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
  const districts = await Promise.all([0, 1, 2].map(() => feed.aDistrict(rowsEach, submitter)));
  for (const district of districts) await feed.store.transact((tx) => feed.insert(tx, district, 0, insertedAtFirst));
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
      cursor = (await feed.readOn(submitter, cursor, known, limit)).cursor;
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
  await feed.readOn(submitter, cursor, known);
  expect(toKnown(world, known)).toEqual(toTruth(world));
}

describe('whoever reads on', () => {
  test('misses nothing of transactions that end in any order, and ends with what is so', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), live), { numRuns: 20, endOnFailure: true });
  }, 60_000);
});
