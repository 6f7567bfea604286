import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { withdrawVisits } from '../../src/gateway/owe-visits.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { openEmbeddedServer } from '../../src/store/embedded/embedded-server.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { openMasterKey } from '../../src/store/sealing/master-key.ts';
import { startReceiver, type Receiver } from '../../test/platforms/receiving/receiver.ts';
import type { RecordLoad } from '../history/record-load.ts';
import { writeSite } from './write-site.ts';

/** What the gateways of a proof stand on: one PostgreSQL that none of them started, one platform, one register of places. */
export interface Stand {
  readonly dir: string;
  /** Straight to the database, past every wire that may be cut. */
  readonly url: string;
  readonly store: Store;
  readonly receiver: Receiver;
  readonly key: string;
  /** Settings of a gateway; its database may be reached over another port. */
  readonly variables: (database: string) => Readonly<Record<string, string>>;
  /** Takes a visit back and owes its end, as reading again does. */
  readonly withdraw: (visit: string) => Promise<void>;
  readonly ask: <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<readonly R[]>;
  readonly close: () => Promise<void>;
}

/** Opens a stand in a new folder: an embedded server, or a new database on the server of `databaseUrl`. */
export async function openStand(load: RecordLoad, databaseUrl: string | undefined): Promise<Stand> {
  const dir = await mkdtemp(join(tmpdir(), 'titian-proof-'));
  // Run as root, the embedded server has an account of its own and must be able to pass through.
  await chmod(dir, 0o755);
  const database = databaseUrl === undefined ? await openOwnServer(dir) : await makeDatabase(databaseUrl);
  const keyFile = join(dir, 'master.key');
  const { key: masterKey } = await openMasterKey(keyFile, randomBytes, undefined);
  const store = await openStore({ url: database.url, masterKey, environment: 'simulasi', random: randomBytes });
  const siteDir = await writeSite(dir, load);
  const site = await readSiteFolder(siteDir);
  await store.transact((tx) => store.site.importSite(tx, site, new Date()));
  const { text: key } = await store.apiKeys.createApiKey(store.db, { name: 'bukti', scope: ['submit', 'read'], at: new Date() });
  const receiver = await startReceiver();
  const pool = new pg.Pool({ connectionString: database.url, max: 2, application_name: 'titian-bukti' });
  pool.on('error', () => undefined);
  const variables = { TITIAN_SITE: siteDir, TITIAN_MASTER_KEY_FILE: keyFile, TITIAN_SATUSEHAT_URL: receiver.url, HOME: dir };
  return {
    ...{ dir, url: database.url, store, receiver, key },
    variables: (address) => ({
      ...variables,
      DATABASE_URL: address,
      TITIAN_PORT: '0',
      TITIAN_LOG_LEVEL: 'warn',
      PATH: process.env['PATH'] ?? '',
    }),
    withdraw: (visit) => withdraw(store, visit),
    ask: async <R extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => (await pool.query<R>(sql, values)).rows,
    close: async () => {
      await Promise.all([pool.end(), store.close(), receiver.close()]);
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

interface Database {
  readonly url: string;
  close(): Promise<void>;
}

async function openOwnServer(dir: string): Promise<Database> {
  const server = await openEmbeddedServer({ dataDir: join(dir, 'data'), say: () => undefined });
  return { url: server.url, close: () => server.stop() };
}

async function makeDatabase(server: string): Promise<Database> {
  const name = `titian_bukti_${randomBytes(6).toString('hex')}`;
  const onServer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, close: () => onServer(`drop database ${name} with (force)`) };
}

async function withdraw(store: Store, visit: string): Promise<void> {
  const at = new Date();
  await store.transact(async (tx) => {
    const taken = await store.visits.retractVisits(tx, [visit], { reason: 'ditarik-pengirim', at });
    await withdrawVisits(tx, { visits: taken }, { store, at });
  });
}
