import { execFile } from 'node:child_process';
import { chmod, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keepSandbox } from '../../src/sandbox-process.ts';
import { aGatewayHome, askDatabase, sweep, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import { createKey, startGateway } from '../crash/gateway-process.ts';
import type { MixedLoad } from '../crash/load.ts';
import { writeSite } from '../crash/site.ts';
import { followTrace, type Follower } from './follow-trace.ts';
import { copyDataDirectory } from './make-image.ts';
import { toStrace } from './strace.ts';
import type { Door } from '../proof/submit-load.ts';
import { toLsn } from './wal-reader.ts';

/** A gateway with its PostgreSQL, every write and sync of which is traced. */
export interface Session {
  readonly home: GatewayHome;
  readonly pgData: string;
  readonly door: Door;
  readonly follower: Follower;
  close(): Promise<void>;
}

/**
 * Starts a gateway once to make its database, stops it, copies what is on the disk, and starts it again under strace. Without `durable`
 * the server acknowledges before its log is on the disk, so that the proof can be seen to fail.
 */
export async function openSession(
  load: MixedLoad,
  { durable, keep }: { readonly durable: boolean; readonly keep: boolean },
): Promise<Session> {
  const bare = await aGatewayHome();
  // The account of the server has to get to the copies.
  await chmod(bare.dir, 0o755);
  const dir = await realpath(bare.dir);
  const { site, people } = await writeSite(dir, load);
  const sandbox = await keepSandbox({ port: 0, dataDir: join(dir, 'sandbox'), people: [people] });
  const home = { dir, environment: { ...bare.environment, TITIAN_SITE: site, TITIAN_SATUSEHAT_URL: sandbox.url } };
  const { key, pgData } = await prepare(home, durable);
  const disk = join(dir, 'durable');
  await copyDataDirectory(pgData, disk);
  const trace = join(dir, 'trace');
  await writeFile(trace, '');
  const gateway = startGateway(home, [], toStrace(trace));
  const { url } = await gateway.ready;
  const follower = followTrace(trace, { pgData, disk, start: await readPosition(home) });
  return {
    ...{ home, pgData, door: { url, key }, follower },
    close: async () => {
      follower.close();
      await gateway.end('SIGTERM');
      await sandbox.stop();
      if (!keep) await sweep(home);
    },
  };
}

async function prepare(home: GatewayHome, durable: boolean): Promise<{ readonly key: string; readonly pgData: string }> {
  const first = startGateway(home);
  await first.ready;
  const key = await createKey(home, 'uji');
  const [row] = await askDatabase(home, `select current_setting('data_directory') as dir, current_setting('wal_sync_method') as method`);
  if (row?.['method'] !== 'fdatasync' && row?.['method'] !== 'fsync')
    throw new Error(`The log is synced by ${String(row?.['method'])}; this program follows fdatasync and fsync only`);
  if (!durable) await askDatabase(home, 'alter database titian set synchronous_commit = off');
  await first.end('SIGTERM');
  await promisify(execFile)('sync', []);
  return { key, pgData: await realpath(String(row['dir'])) };
}

/** Where the next record of the log begins: a place from which it can be read. */
async function readPosition(home: GatewayHome): Promise<number> {
  const [row] = await askDatabase(home, 'select pg_current_wal_insert_lsn()::text as lsn');
  return toLsn(String(row?.['lsn']));
}
