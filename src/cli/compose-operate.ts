import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Tell } from '../open-titian.ts';
import type { BackupHeader } from '../operate/backup/archive.ts';
import { openBackup } from '../operate/backup/read-backup.ts';
import { readErasures } from '../operate/backup/read-erasures.ts';
import { lookBeforeSending, restoreBackup, type Restored, type Schema } from '../operate/backup/restore-backup.ts';
import { verifyRestored, type TableCompared } from '../operate/backup/verify-restored.ts';
import type { DoctorParts } from '../operate/run-doctor.ts';
import { createPool } from '../store/connect.ts';
import { openEmbeddedServer } from '../store/embedded/embedded-server.ts';
import { findDatabase, hasCluster, withClient, type FoundDatabase } from './compose-database.ts';
import { migrate, readMigrations } from '../store/migrate.ts';
import { openStore } from '../store/open-store.ts';
import { KeyFault } from '../store/sealing/key-fault.ts';
import { toKeyring } from '../store/sealing/keyring.ts';
import { openMasterKey } from '../store/sealing/master-key.ts';

/** What a restore did. */
export interface RestoreDone extends Restored {
  /** People whose erasure was applied again. */
  readonly erased: number;
}

/** Restores a backup into the empty store of the settings, brings its schema forward, and applies the list of erased people again. */
export async function restoreStore(
  config: Config,
  { file, erasuresFrom }: { readonly file: string; readonly erasuresFrom: string | undefined },
  tell: Tell,
): Promise<RestoreDone> {
  const master = await openMasterKey(config.masterKeyFile, randomBytes, (await readHeader(file)).keyId);
  const later = erasuresFrom === undefined ? [] : await readErasures(erasuresFrom);
  const database = await findDatabase(config, tell, { alone: true });
  try {
    const schema = await toSchema(database.url);
    const restored = await withClient(database.url, (client) => restoreBackup(client, file, schema, lookBeforeSending));
    const { environment } = config;
    const store = await openStore({ url: database.url, masterKey: master.key, environment, random: randomBytes, poolSize: 2 });
    try {
      const erasures = [...(await store.erasure.listErasures(store.db)), ...later];
      for (const erasure of erasures) await store.transact((tx) => store.erasure.erasePerson(tx, erasure));
      return { ...restored, erased: new Set(erasures.map(({ person }) => person)).size };
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
}

/** What a trial restore found. */
export interface TrialRestore {
  readonly header: BackupHeader;
  readonly tables: readonly TableCompared[];
  /** True where the master key file of the settings is the one this backup needs. */
  readonly keyHere: boolean;
}

/** Restores a backup into a throw-away database beside the real one, compares all of it, and drops that database again. */
export async function tryRestore(config: Config, file: string, tell: Tell): Promise<TrialRestore> {
  const { keyId } = await readHeader(file);
  const server = await findServer(config, tell);
  const name = `titian_uji_${randomBytes(6).toString('hex')}`;
  try {
    await onServer(server.url, `create database ${name} template template0 encoding 'UTF8'`);
    try {
      const url = toDatabase(server.url, name);
      const schema = await toSchema(url);
      const { header, tables } = await withClient(url, (client) => restoreBackup(client, file, schema));
      return { header, tables: await withClient(url, (client) => verifyRestored(client, tables)), keyHere: await isKeyHere(config, keyId) };
    } finally {
      await onServer(server.url, `drop database ${name} with (force)`);
    }
  } finally {
    await server.close();
  }
}

/** Where there is no data folder yet (a drill on another machine) the server is a throw-away too. */
async function findServer(config: Config, tell: Tell): Promise<FoundDatabase> {
  if (config.databaseUrl !== undefined || (await hasCluster(config.dataDir))) return findDatabase(config, tell);
  const dataDir = await mkdtemp(join(tmpdir(), 'titian-uji-'));
  const server = await openEmbeddedServer({ dataDir, say: () => undefined });
  const close = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, close };
}

async function readHeader(file: string): Promise<BackupHeader> {
  const backup = await openBackup(file);
  backup.close();
  return backup.header;
}

async function toSchema(url: string): Promise<Schema> {
  const migrations = await readMigrations();
  const apply = async (names: ReadonlySet<string>): Promise<void> => {
    const pool = createPool(url, 1, () => undefined);
    try {
      await migrate(
        pool,
        migrations.filter(({ name }) => names.has(name)),
      );
    } finally {
      await pool.end();
    }
  };
  return { migrations, apply };
}

async function isKeyHere(config: Config, keyId: string): Promise<boolean> {
  try {
    await openMasterKey(config.masterKeyFile, randomBytes, keyId);
    return true;
  } catch (fault) {
    if (fault instanceof KeyFault) return false;
    throw fault;
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}

function toDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Everything the doctor needs, for the settings. */
export async function composeDoctor(config: Config, tell: Tell): Promise<DoctorParts> {
  return {
    config,
    now: () => new Date(),
    nodeVersion: process.versions.node,
    uid: process.getuid?.(),
    migrations: await readMigrations(),
    keyIdOf: (key) => toKeyring(key).keyId,
    withDatabase: async (work) => {
      if (config.databaseUrl === undefined && !(await hasCluster(config.dataDir))) return undefined;
      const database = await findDatabase(config, tell);
      try {
        return await withClient(database.url, work);
      } finally {
        await database.close();
      }
    },
  };
}
