import type { ClientBase, Pool, QueryResultRow } from 'pg';
import type { Environment } from '../platforms/subject.ts';
import type { BlindIndex } from './sealing/blind-index.ts';
import type { Keyring } from './sealing/keyring.ts';
import type { Random, SealingKey } from './sealing/seal.ts';
import { statementText } from './statement.ts';

/** What every function of the store needs besides a connection. */
export interface Footing {
  readonly environment: Environment;
  readonly keys: Keyring;
  readonly digest: BlindIndex;
  readonly random: Random;
}

/** Somewhere to run a single statement of `sql/`, by its file name. */
export interface Db extends Footing {
  rows<R extends QueryResultRow>(statement: string, values?: readonly unknown[]): Promise<readonly R[]>;
  /** Runs a statement for its effect and says how many rows it touched. */
  count(statement: string, values?: readonly unknown[]): Promise<number>;
}

/** An open transaction: what is done through it is done together or not at all. */
export interface Tx extends Db {
  readonly inTransaction: true;
  /** Data keys of people met in this transaction, unwrapped once. */
  readonly personKeys: Map<string, SealingKey>;
}

/** Runs single statements on whichever connection is free. */
export function toDb(pool: Pool | ClientBase, footing: Footing): Db {
  return {
    ...footing,
    rows: async <R extends QueryResultRow>(statement: string, values: readonly unknown[] = []) =>
      (await pool.query<R>({ name: statement, text: statementText(statement), values: [...values] })).rows,
    count: async (statement, values = []) =>
      (await pool.query({ name: statement, text: statementText(statement), values: [...values] })).rowCount ?? 0,
  };
}

/** Runs statements inside the transaction that is open on this connection. */
export function toTx(client: ClientBase, footing: Footing): Tx {
  return { ...toDb(client, footing), inTransaction: true, personKeys: new Map() };
}
