import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Pool, PoolClient } from 'pg';
import { packageRoot } from '../root.ts';
import { statementText } from './statement.ts';
import { StoreFault } from './store-fault.ts';

/** One forward step of the schema: the file's name without `.sql`, its text, and the hash by which a later change is noticed. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** How long a migration may keep gateways at work waiting, and how often it tries. */
export interface MigrationPatience {
  /** Longest wait for a lock: whoever comes after us waits behind us for as long. */
  readonly lockMs: number;
  readonly tries: number;
  /** Between two tries, so that what had waited behind us gets through. */
  readonly pauseMs: number;
}

/** Where the migrations of this version lie. */
export const migrationsFolder: string = join(packageRoot, 'src', 'store', 'migrations');

/**
 * A file that begins so holds what PostgreSQL refuses in a transaction, such as `create index concurrently`: each statement by itself, with a
 * semicolon at the end of its line. A process may die between them, so they begin by taking away what a try before has left.
 */
export const aloneMark = '-- Outside a transaction:';

// A request waits half a second at most, and a batch of rows (under a second, measured) is let through in each pause.
const patienceAtWork: MigrationPatience = { lockMs: 500, tries: 60, pauseMs: 1000 };

/** Reads the migrations of a folder in the order of their numbers. */
export async function readMigrations(folder: string = migrationsFolder): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-.+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      return { name: file.slice(0, -'.sql'.length), text, checksum: createHash('sha256').update(text, 'utf8').digest('hex') };
    }),
  );
}

/**
 * Brings the schema forward, also beside gateways at work, and returns the names of what was applied. Each migration is one transaction that holds
 * the lease row `migration`: a second process comes again until it is free and then finds it done; a process that dies gives the row back with its connection.
 * A lock that is not to be had soon is asked for again later, so that nobody waits long behind it.
 * Migrations of a newer version that this one does not know are left alone, so that versions can run side by side while they are exchanged.
 * Throws a StoreFault when an applied migration was changed afterwards, or when its locks are never free.
 */
export async function migrate(
  pool: Pool,
  migrations: readonly Migration[],
  patience: MigrationPatience = patienceAtWork,
): Promise<readonly string[]> {
  await prepareLedger(pool);
  const names: string[] = [];
  for (const migration of await findMissing(pool, migrations))
    if (await applyPatiently(pool, migration, patience)) names.push(migration.name);
  return names;
}

/** `if not exists` is not safe for two at once in PostgreSQL: the loser gets a duplicate in the catalogue, and then the table is there. */
async function prepareLedger(pool: Pool): Promise<void> {
  const duplicates = new Set(['23505', '42P07', '42710']);
  try {
    await pool.query(statementText('prepare-ledger'));
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !duplicates.has(error.code ?? '')) throw error;
    await pool.query(statementText('prepare-ledger'));
  }
}

/** 55P03: the lock was not free in time. 40P01: somebody at work held what we wanted and wanted what we held. */
const busy = new Set(['55P03', '40P01']);

async function applyPatiently(pool: Pool, migration: Migration, { lockMs, tries, pauseMs }: MigrationPatience): Promise<boolean> {
  for (let left = tries; ;) {
    try {
      return await applyOnce(pool, migration, lockMs);
    } catch (error) {
      if (error instanceof OthersTurn) continue;
      if (!isBusy(error)) throw error;
      left -= 1;
      if (left <= 0) throw neverFree(migration.name, error);
      await sleep(pauseMs);
    }
  }
}

/** Another process is applying migrations: we come again for as long as that takes, and nobody waits behind us. */
class OthersTurn extends Error {}

function isBusy(error: unknown): boolean {
  return error instanceof pg.DatabaseError && busy.has(error.code ?? '');
}

/** False when it was applied before. */
async function applyOnce(pool: Pool, migration: Migration, lockMs: number): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local lock_timeout = ${String(lockMs)}`);
    // Never waited for in one go: `create index concurrently` waits in turn for every statement that began before it.
    await client.query(statementText('hold-lease'), ['migration']).catch((error: unknown) => {
      throw isBusy(error) ? new OthersTurn() : error;
    });
    const [missing] = await findMissing(client, [migration]);
    if (missing !== undefined) {
      await apply(pool, client, missing);
      await client.query(statementText('record-migration'), [missing.name, missing.checksum]);
    }
    await client.query('commit');
    client.release();
    return missing !== undefined;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function findMissing(on: Pool | PoolClient, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await on.query<{ name: string; checksum: string }>(statementText('list-migrations'));
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited !== undefined) throw changed(edited.name);
  return migrations.filter(({ name }) => !applied.has(name));
}

/** What cannot be in a transaction runs beside the one that holds the lease. It blocks nobody, so it may wait as long as it has to. */
async function apply(pool: Pool, client: PoolClient, { text }: Migration): Promise<void> {
  await (text.startsWith(aloneMark) ? runAlone(pool, text) : client.query(text));
}

async function runAlone({ options }: Pool, text: string): Promise<void> {
  const alone = new pg.Client(options);
  await alone.connect();
  try {
    for (const statement of text.split(/;\s*$/m)) await alone.query(statement);
  } finally {
    await alone.end();
  }
}

function changed(name: string): StoreFault {
  return new StoreFault(
    `Migrasi ${name} sudah diterapkan pada basis data ini, tetapi isinya sekarang lain. Kembalikan berkasnya seperti semula dan tulis perubahan sebagai migrasi baru.`,
    `Migration ${name} was applied to this database, but its text is another now. Put the file back as it was, and write the change as a new migration.`,
  );
}

function neverFree(name: string, cause: unknown): StoreFault {
  return new StoreFault(
    `Migrasi ${name} tidak mendapat kunci tabel: ada yang memegangnya terus (cadangan, laporan, transaksi yang menggantung). Akhiri itu (pg_stat_activity), lalu jalankan lagi; gateway yang sedang bekerja tidak terganggu.`,
    `Migration ${name} did not get the lock of a table: somebody holds it all the time (a backup, a report, a transaction left open). End that (pg_stat_activity) and start again; gateways at work are not disturbed.`,
    cause,
  );
}
