import type { Db } from '../db.ts';

/** Lends rows of the real tables to the shadows before them, each only once: what was changed in the shadow stays changed. */
export interface Lender {
  /** Lends what a statement with these values looks for. */
  lend(statement: string, values: readonly unknown[]): Promise<void>;
  /** Lends what was read of a submission. */
  lendSubmission(submission: string): Promise<void>;
}

/** Which people or debts a statement asks for: statements that are not here ask for what others before them have asked for. */
type Asking = (db: Db, values: readonly unknown[]) => Promise<{ readonly persons?: readonly string[]; readonly debts?: readonly Lent[] }>;

interface Lent {
  readonly kind: string;
  readonly id: string;
}

const findIds = async (db: Db, statement: string, values: readonly unknown[]): Promise<{ readonly persons: readonly string[] }> => ({
  persons: (await db.rows<{ id: string }>(statement, values)).map(({ id }) => id),
});

const givenPersons: Asking = (_, [ids]) => Promise.resolve({ persons: ids as readonly string[] });
const ownersOfVisits: Asking = (db, [ids]) => findIds(db, 'lend-owners', [ids]);

/** By the name of the statement. People come with all that hangs on them: their indexes, visits and debts. */
const askings: Readonly<Record<string, Asking>> = {
  'find-candidates': (db, [, kinds, digests]) => findIds(db, 'lend-candidates', [kinds, digests]),
  'get-persons': givenPersons,
  'person-keys': givenPersons,
  'find-visits': (db, values) => findIds(db, 'lend-owners-by-key', values),
  'hold-visits': ownersOfVisits,
  'get-visits': ownersOfVisits,
  owe: (_, [, kinds, ids]) => {
    const names = ids as readonly string[];
    return Promise.resolve({ debts: (kinds as readonly string[]).map((kind, at) => ({ kind, id: names[at] ?? '' })) });
  },
};

const borrowed = ['borrow-persons', 'borrow-person-index', 'borrow-visits', 'borrow-reviews', 'borrow-enrolments'];

/** Creates the lender of one rehearsal. `db` runs on its connection, where `real_<table>` is the table itself. */
export function createLender(db: Db): Lender {
  const lent = new Set<string>();
  const takeNew = (names: readonly string[]): readonly string[] => {
    const fresh = [...new Set(names)].filter((name) => !lent.has(name));
    for (const name of fresh) lent.add(name);
    return fresh;
  };
  const lendDebts = async (debts: readonly Lent[]): Promise<void> => {
    const fresh = takeNew(debts.map(({ kind, id }) => `${kind}/${id}`)).map((name) => name.split(/\/(.*)/s));
    if (fresh.length > 0) await db.count('borrow-owed', [fresh.map(([kind]) => kind), fresh.map(([, id]) => id)]);
  };
  const lendPersons = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    const fresh = takeNew((await db.rows<{ id: string }>('lend-family', [ids])).map(({ id }) => id));
    if (fresh.length === 0) return;
    for (const statement of borrowed) await db.count(statement, [fresh]);
    const visits = await db.rows<{ id: string }>('lend-visits', [fresh]);
    await lendDebts([...fresh.map((id) => ({ kind: 'patient', id })), ...visits.map(({ id }) => ({ kind: 'visit', id }))]);
  };
  return {
    lend: async (statement, values) => {
      if (statement === 'supports-of') await db.count('borrow-supports', values.slice(0, 2));
      const { persons = [], debts = [] } = (await askings[statement]?.(db, values)) ?? {};
      await lendPersons(persons);
      await lendDebts(debts);
    },
    lendSubmission: async (submission) => {
      for (const statement of ['borrow-readings', 'borrow-rows']) await db.count(statement, [submission]);
    },
  };
}
