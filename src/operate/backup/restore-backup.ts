import type { Client, ClientBase } from 'pg';
import { OperateFault } from '../operate-fault.ts';
import type { BackupHeader, TableDigest } from './archive.ts';
import { copyIn } from './copy-rows.ts';
import { isEmpty, listTables, oneTextEach } from './list-tables.ts';
import { openBackup, type BackupReader } from './read-backup.ts';

/** The schema of this version of Titian, step by step, and how to bring an empty database to some of its steps. */
export interface Schema {
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** Applies the named steps; those already there are left alone. */
  apply(names: ReadonlySet<string>): Promise<void>;
}

/** What came back. */
export interface Restored {
  readonly header: BackupHeader;
  readonly tables: readonly TableDigest[];
}

/**
 * Brings a backup back into an empty database, in one transaction: whole and compared with its manifest and SHA-256, or not at all.
 * The schema is that of the backup; opening the store brings it forward. `finish` may change rows before the commit.
 */
export async function restoreBackup(
  client: Client,
  file: string,
  schema: Schema,
  finish: (client: ClientBase) => Promise<void> = () => Promise.resolve(),
): Promise<Restored> {
  const backup = await openBackup(file);
  try {
    await client.query(oneTextEach);
    await refuseUnfit(client, backup.header, schema);
    await schema.apply(new Set(backup.header.migrations.map(({ name }) => name)));
    await client.query('begin');
    await client.query('delete from meta');
    await copyTables(client, backup);
    await finish(client);
    await client.query('commit');
    return { header: backup.header, tables: backup.manifest() };
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  } finally {
    backup.close();
  }
}

async function copyTables(client: ClientBase, backup: BackupReader): Promise<void> {
  const known = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]));
  for (let section = await backup.next(); section !== undefined; section = await backup.next()) {
    const { table, columns, rows } = section;
    // Names of a file reach SQL only where the schema has them too.
    if (!columns.every((column) => known.get(table)?.includes(column) === true)) throw otherSchema();
    await copyIn(client, `copy ${table} (${columns.join(', ')}) from stdin`, rows);
  }
}

async function refuseUnfit(client: ClientBase, header: BackupHeader, schema: Schema): Promise<void> {
  const ours = new Map(schema.migrations.map(({ name, checksum }) => [name, checksum]));
  if (!header.migrations.every(({ name, checksum }) => ours.get(name) === checksum)) throw otherSchema();
  if (!(await isEmpty(client, await listTables(client)))) throw notEmpty();
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('migration') is not null as there");
  if (rows[0]?.there !== true) return;
  const applied = await client.query<{ name: string }>('select name from migration');
  const wanted = new Set(header.migrations.map(({ name }) => name));
  if (!applied.rows.every(({ name }) => wanted.has(name))) throw otherSchema();
}

function notEmpty(): OperateFault {
  return new OperateFault(
    'Pemulihan hanya ke penyimpanan kosong, tetapi basis data ini sudah berisi. Pilih folder data baru (TITIAN_DATA) atau basis data baru (DATABASE_URL); yang lama tetap ada.',
    'A restore goes into an empty store only, but this database holds rows. Choose a new data folder (TITIAN_DATA) or a new database (DATABASE_URL); the old one stays.',
  );
}

function otherSchema(): OperateFault {
  return new OperateFault(
    'Skema cadangan ini tidak dikenal versi Titian ini, atau basis data tujuan sudah lebih baru daripada cadangan. Pakai versi Titian yang membuat cadangan (atau lebih baru) dan basis data yang benar-benar baru.',
    'This version of Titian does not know the schema of this backup, or the target database is newer than the backup. Use the version of Titian that made it (or a later one) and a quite new database.',
  );
}

/**
 * Marks every open debt to be looked up at its platform before anything is sent: since the backup was made it may have been delivered,
 * and leases name processes of another time. Cursors of outcomes begin anew: what senders heard since the backup is not so any more.
 */
export async function lookBeforeSending(client: ClientBase): Promise<void> {
  await client.query(
    "update owed set reconcile = true, state = case when state = 'sending' then 'ready' else state end, lease_owner = null, lease_until = null where state <> 'settled'",
  );
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('outcome_counter') is not null as there");
  if (rows[0]?.there === true) await client.query('delete from outcome_counter');
}
