import { randomUUID } from 'node:crypto';
import type { Debt } from '../../src/deliver/debt.ts';
import { holdReasons } from '../../src/platforms/satusehat/holds/hold-reasons.ts';
import type { Subject } from '../../src/platforms/subject.ts';
import { createWordsOf } from '../../src/report/catalogue/cause-words.ts';
import { listErrorPages } from '../../src/report/catalogue/error-catalogue.ts';
import { createOutcomeDesk, type OutcomeDesk } from '../../src/report/outcome-desk.ts';
import type { ToldOutcome } from '../../src/report/tell-outcome.ts';
import type { Tx } from '../../src/store/db.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore } from '../a-store.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from '../store/a-visit-to-keep.ts';

export const wordsOf = createWordsOf(listErrorPages(holdReasons));

export interface District {
  readonly submitter: string;
  readonly submission: string;
  reading: string;
  readonly visits: readonly ReturnType<typeof aVisitToKeep>[];
}

/** What a reader knows of each row, by submission and row. */
export type Client = Map<string, ToldOutcome>;

/** What one reading to the end brought. */
export interface ReadOn {
  readonly cursor: string;
  readonly told: readonly ToldOutcome[];
  readonly known: Client;
  readonly anew: boolean;
}

/** A store, its feed, and one clock for both. */
export interface Feed {
  readonly url: string;
  readonly store: Store;
  readonly desk: OutcomeDesk;
  /** A moment after all moments before. */
  next(): Date;
  /** A submitter with one file of so many rows, each with a visit that waits for a NIK; no row is inserted yet. */
  aDistrict(rows: number, submitter?: string): Promise<District>;
  insert(tx: Tx, district: District, from: number, to: number, status?: 'accepted' | 'warning'): Promise<void>;
  /** Reads on from a cursor to the end, noting the newest word on each row. */
  readOn(submitter: string, since: string | undefined, known?: Client, limit?: number): Promise<ReadOn>;
  /** Owes a version and takes it into the hands of a worker. */
  lease(subject: Subject, version: number, known?: Map<string, Debt>): Promise<Debt>;
  deliver(debt: Debt, ids?: { readonly encounter?: string; readonly patient?: string }): Promise<void>;
}

export const visitSubject = (district: District, index: number): Subject => ({ kind: 'visit', id: district.visits[index]?.visit.id ?? '' });

export const sendingOf = (row: ToldOutcome | undefined): readonly unknown[] =>
  (row?.sending ?? []).map(({ state, reason }) => [state, reason]);

export async function aFeed(): Promise<Feed> {
  const url = await aDatabase();
  const store = await aStore({ url });
  let clock = at('08:00');
  const desk = createOutcomeDesk({ store, wordsOf, now: () => clock });
  const next = (): Date => (clock = new Date(clock.getTime() + 1000));
  return {
    ...{ url, store, desk, next },
    aDistrict: (rows, submitter = randomUUID()) => aDistrict(store, next(), rows, submitter),
    insert: (tx, district, from, to, status = 'accepted') =>
      store.rows.insertRows(
        tx,
        district.reading,
        { from, at: next() },
        district.visits.slice(from, to).map(({ visit }, index) => ({
          row: aRow(from + index + 2, { status }),
          person: visit.person,
          visit: visit.id,
        })),
      ),
    readOn: (submitter, since, known = new Map(), limit = 7) => readOn(desk, { submitter, since, known, limit }),
    lease: (subject, version, known = new Map()) => lease(store, next, { subject, version, known }),
    deliver: async (debt, ids = {}) => {
      const person = (await store.visits.getVisit(store.db, debt.subject.id))?.visit.person ?? '';
      const entries = [
        { ref: `visit/${debt.subject.id}`, platformId: ids.encounter ?? randomUUID(), hash: 'h' },
        { ref: `patient/${person}`, platformId: ids.patient ?? 'P02', hash: 'n' },
      ];
      await store.upstream.saveUpstream(store.db, 'satusehat', entries, { version: debt.version, at: next() });
      await store.transact((tx) => store.owed.settle(tx, debt, clock));
    },
  };
}

async function aDistrict(store: Store, now: Date, rows: number, submitter: string): Promise<District> {
  const people = Array.from({ length: rows }, () => aPerson());
  const visits = people.map((person) => aVisitToKeep(person));
  const { submission, reading } = await store.transact(async (tx) => {
    await store.persons.savePersons(
      tx,
      people.map((person) => ({ person })),
      now,
    );
    await store.visits.saveVisits(tx, visits, now);
    const debt = { platform: 'satusehat', version: 1, due: now, beginning: { state: 'waiting', reason: 'tanpa-nik' } } as const;
    const debts = visits.map(({ visit }) => ({ ...debt, subject: { kind: 'visit', id: visit.id } as const }));
    await store.owed.owe(tx, debts, now);
    return store.submissions.receive(tx, anIncoming(randomUUID(), { submitter, at: now }));
  });
  return { submitter, submission, reading, visits };
}

async function readOn(
  desk: OutcomeDesk,
  { submitter, since, known, limit }: { submitter: string; since: string | undefined; known: Client; limit: number },
): Promise<ReadOn> {
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

async function lease(
  store: Store,
  next: () => Date,
  { subject, version, known }: { subject: Subject; version: number; known: Map<string, Debt> },
): Promise<Debt> {
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
