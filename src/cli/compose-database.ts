import { access } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import type { Tell } from '../open-titian.ts';
import { openEmbeddedServer } from '../store/embedded/embedded-server.ts';
import { GatewayAlreadyRunning, holdGatewayLock, type GatewayLock } from '../store/embedded/gateway-lock.ts';

/** A database found or started for one command. */
export interface FoundDatabase {
  readonly url: string;
  /** Ends what was started here, and only that. */
  close(): Promise<void>;
}

/**
 * Finds the database of the settings: that of DATABASE_URL, the embedded server of a gateway at work, or one started for this command.
 * While it is ours no gateway can start on the data folder, so that none is left without its server. `alone` refuses a gateway at work.
 */
export async function findDatabase(config: Config, tell: Tell, { alone = false } = {}): Promise<FoundDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, close: () => Promise.resolve() };
  const lock = await holdLock(config.dataDir, alone);
  try {
    const server = await openEmbeddedServer({
      dataDir: config.dataDir,
      say: ({ kind, id, en }) => {
        tell({ event: `postgres-${kind}`, id, en });
      },
    });
    const close = async (): Promise<void> => {
      if (lock !== undefined && !server.adopted) await server.stop();
      await lock?.release();
    };
    return { url: server.url, close };
  } catch (fault) {
    await lock?.release();
    throw fault;
  }
}

/** Undefined beside a gateway at work. */
async function holdLock(dataDir: string, alone: boolean): Promise<GatewayLock | undefined> {
  try {
    return await holdGatewayLock(dataDir);
  } catch (fault) {
    if (alone || !(fault instanceof GatewayAlreadyRunning)) throw fault;
    return undefined;
  }
}

/** True where the data folder holds a database of the embedded server, or says where root has put it. */
export async function hasCluster(dataDir: string): Promise<boolean> {
  const there = (name: string): Promise<boolean> =>
    access(join(dataDir, name)).then(
      () => true,
      () => false,
    );
  return (await there('postgres')) || (await there('postgres.home'));
}

/** Does work on a connection of its own and ends it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'titian-operasi', connectionTimeoutMillis: 10_000 });
  // A server that dies is told by the query that waits for it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
