import type { PoolClient } from 'pg';
import { createPool } from '../connect.ts';
import { toDb, toTx } from '../db.ts';
import type { Db, Footing, Tx } from '../db.ts';
import type { Store } from '../open-store.ts';
import { createLender, type Lender } from './lender.ts';

/** A store in which everything can be tried and nothing stays. */
export interface Rehearsal {
  readonly store: Store;
  /** Lends what was read of a submission. */
  readonly begin: (submission: string) => Promise<void>;
  /** Ends it; nothing is left. */
  readonly close: () => Promise<void>;
}

/** Tables that reading writes to. Files, registers and keys are only read, and are read where they are. */
const shadowed = [
  ...['reading', 'source_row', 'person', 'person_index', 'identity_claim', 'visit', 'visit_version'],
  ...['owed', 'owed_edge', 'owed_refusal', 'outcome', 'outcome_counter'],
  ...['judgement', 'unconfirmed', 'person_review', 'person_enrolment'],
];

/** Whoever changes the tables themselves goes first. */
const longestWaitMs = 2000;

/**
 * Opens a rehearsal: one connection on which temporary tables stand before those that reading writes to. What is looked for is lent
 * from the real ones first, without a lock; the session itself may write to nothing else, which PostgreSQL sees to. So the same code does
 * the same work as in earnest, no transaction is long, live traffic waits for nothing, and with the connection all of it is gone.
 */
export async function openRehearsal(store: Store, url: string): Promise<Rehearsal> {
  const pool = createPool(url, 1, () => undefined);
  try {
    const client = await pool.connect();
    await setTheStage(client);
    const footing: Footing = store.db;
    const own = toDb(client, footing);
    const lender = createLender(own);
    const db: Db = { ...own, ...toLending(own, lender) };
    const close = async (): Promise<void> => {
      client.release(true);
      await pool.end();
    };
    const transact: Store['transact'] = (work) => inTransaction(client, footing, lender, work);
    return { store: { ...store, db, transact }, begin: (submission) => lender.lendSubmission(submission), close };
  } catch (fault) {
    await pool.end();
    throw fault;
  }
}

async function setTheStage(client: PoolClient): Promise<void> {
  await client.query(`set lock_timeout = ${String(longestWaitMs)}`);
  for (const table of shadowed) {
    await client.query(`create temporary view real_${table} as select * from ${table}`);
    await client.query(`create temporary table ${table} (like ${table} including all)`);
  }
  await client.query('set default_transaction_read_only = on');
}

/** What a statement looks for is lent before it runs. */
function toLending(own: Db, lender: Lender): Pick<Db, 'rows' | 'count'> {
  return {
    rows: async (statement, values = []) => {
      await lender.lend(statement, values);
      return own.rows(statement, values);
    },
    count: async (statement, values = []) => {
      await lender.lend(statement, values);
      return own.count(statement, values);
    },
  };
}

async function inTransaction<T>(client: PoolClient, footing: Footing, lender: Lender, work: (tx: Tx) => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const own = toTx(client, footing);
    const result = await work({ ...own, ...toLending(own, lender) });
    await client.query('commit');
    return result;
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  }
}
