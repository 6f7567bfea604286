import { createHash, randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import pg from 'pg';
import type { Environment } from '../src/platforms/subject.ts';
import { createPool } from '../src/store/connect.ts';
import { migrate, readMigrations } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/open-store.ts';
import { makeRunFolder, runServerUrl, stopRun } from './store/server/run-server.ts';

/** The master key of tests. */
export const testKey: Uint8Array = Buffer.alloc(32, 7);

const closing: (() => Promise<void>)[] = [];
let ownRun: Promise<string> | undefined;

afterAll(async () => {
  for (const close of closing.reverse()) await close();
  if (ownRun !== undefined) await stopRun(await ownRun);
}, 60_000);

interface AStore {
  readonly environment?: Environment;
  readonly url?: string;
  readonly platforms?: readonly string[];
}

/** A store on a fresh database with every migration applied; closed and dropped after the test file. Open it in `beforeAll` where tests may share it. */
export async function aStore({ environment = 'simulasi', url, platforms }: AStore = {}): Promise<Store> {
  const settings = { masterKey: testKey, environment, random: randomBytes, poolSize: 6, ...(platforms && { platforms }) };
  const store = await openStore({ url: url ?? (await aDatabase()), ...settings });
  closing.push(() => store.close());
  return store;
}

/** The address of a fresh database with every migration applied; `bare` has none. Dropped after the test file. */
export async function aDatabase({ bare = false } = {}): Promise<string> {
  const server = await serverUrl();
  const name = `titian_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${bare ? 'template0' : await templateOf(server)} encoding 'UTF8'`);
  closing.push(() => onServer(server, `drop database ${name} with (force)`));
  return toDatabaseUrl(server, name);
}

/** Runs SQL of a test's own on a database, to look at what is there. */
export async function query<R extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function serverUrl(): Promise<string> {
  const given = process.env['TITIAN_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return given;
  const run = process.env['TITIAN_TEST_RUN'];
  if (run !== undefined) return runServerUrl(run);
  ownRun ??= makeRunFolder();
  return runServerUrl(await ownRun);
}

/** A database with the newest schema, made once a server and renamed into its place, so that two processes never meet half of one. */
async function templateOf(server: string): Promise<string> {
  const migrations = await readMigrations();
  const version = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
    .slice(0, 12);
  const name = `titian_template_${version}`;
  const there = await query(server, 'select 1 from pg_database where datname = $1', [name]);
  if (there.length > 0) return name;
  const draft = `titian_draft_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${draft} template template0 encoding 'UTF8'`);
  const pool = createPool(toDatabaseUrl(server, draft), 1, () => undefined);
  await migrate(pool, migrations);
  await pool.end();
  await onServer(server, `alter database ${draft} rename to ${name}`).catch(() => onServer(server, `drop database ${draft} with (force)`));
  return name;
}

async function onServer(server: string, sql: string): Promise<void> {
  await query(server, sql);
}

function toDatabaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
