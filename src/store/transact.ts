import pg from 'pg';
import type { Pool, PoolClient } from 'pg';
import { toTx } from './db.ts';
import type { Footing, Tx } from './db.ts';

const deadlock = '40P01';
const serialization = '40001';
const unique = '23505';
/** Two processes made the same thing at once: the loser tries again and then finds it. */
const races = new Set(['visit_key', 'enrolment_digest', 'visit_version_pkey']);

/**
 * Does the work in one transaction: all of it is durable when the promise is fulfilled, none of it when it is rejected.
 * A deadlock or a lost race repeats the work from its beginning, at most `tries` times; work that cannot be repeated passes 1.
 */
export async function transact<T>(pool: Pool, footing: Footing, work: (tx: Tx) => Promise<T>, tries = 5): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await once(pool, footing, work);
    } catch (error) {
      if (left <= 1 || !isWorthRepeating(error)) throw error;
    }
  }
}

async function once<T>(pool: Pool, footing: Footing, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(toTx(client, footing));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

/** A connection that cannot roll back is not given to anybody else; the server rolls back when it closes. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
}

function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  if (error.code === deadlock || error.code === serialization) return true;
  return error.code === unique && races.has(error.constraint ?? '');
}
