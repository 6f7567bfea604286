import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Where the migrations of this version lie. */
export const migrationsFolder: string = join(packageRoot, 'src', 'store', 'migrations');

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
 * Brings the schema forward and returns the names of what was applied. All of it is one transaction that holds the lease row `migration`:
 * a second process waits for that row and then finds nothing to do; a process that dies gives the row back with its connection.
 * Migrations of a newer version that this one does not know are left alone, so that versions can run side by side while they are exchanged.
 * Throws a StoreFault when an applied migration was changed afterwards.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<readonly string[]> {
  await prepareLedger(pool);
  const client = await pool.connect();
  try {
    await client.query('begin');
    const names = await applyMissing(client, migrations);
    await client.query('commit');
    client.release();
    return names;
  } catch (error) {
    client.release(true);
    throw error;
  }
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

async function applyMissing(client: PoolClient, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(statementText('hold-lease'), ['migration']);
  const { rows } = await client.query<{ name: string; checksum: string }>(statementText('list-migrations'));
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const missing: string[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum !== undefined) throw changed(migration.name);
    await client.query(migration.text);
    await client.query(statementText('record-migration'), [migration.name, migration.checksum]);
    missing.push(migration.name);
  }
  return missing;
}

function changed(name: string): StoreFault {
  return new StoreFault(
    `Migrasi ${name} sudah diterapkan pada basis data ini, tetapi isinya sekarang lain. Kembalikan berkasnya seperti semula dan tulis perubahan sebagai migrasi baru.`,
    `Migration ${name} was applied to this database, but its text is another now. Put the file back as it was, and write the change as a new migration.`,
  );
}
