import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareDataDir } from './data-dir.ts';
import { errorCode } from './error-code.ts';
import { identifyProcess } from './process-identity.ts';

/** Held by the one gateway that may work on a data folder; `release` gives it up and may be called twice. */
export interface GatewayLock {
  release(): Promise<void>;
}

/** Another living gateway works on this data folder. */
export class GatewayAlreadyRunning extends Error {
  override readonly name = 'GatewayAlreadyRunning';
  readonly pid: number;

  constructor(pid: number, dataDir: string) {
    super(
      `Gateway lain (proses ${String(pid)}) sedang berjalan dengan folder data ${dataDir}. Hentikan dahulu, atau pilih folder data lain.\n` +
        `Another gateway (process ${String(pid)}) is running on the data folder ${dataDir}. Stop it first, or choose another data folder.`,
    );
    this.pid = pid;
  }
}

/**
 * Takes the lock of a data folder for this process, or throws `GatewayAlreadyRunning`.
 * The lock names its holder by pid and start time, so neither a killed gateway nor a reused pid keeps it.
 */
export async function holdGatewayLock(dataDir: string): Promise<GatewayLock> {
  await prepareDataDir(dataDir);
  const path = join(dataDir, 'gateway.lock');
  const mine = (await identifyProcess(process.pid)) ?? `${String(process.pid)} ${randomUUID()}`;
  while (!(await placeLock(path, mine))) {
    const theirs = await readLock(path);
    if (theirs === undefined) continue;
    if (theirs === mine || (await isHeld(theirs))) throw new GatewayAlreadyRunning(pidOf(theirs), dataDir);
    await removeStale(path, theirs);
  }
  return {
    release: async () => {
      if ((await readLock(path)) === mine) await rm(path, { force: true });
    },
  };
}

/** Writes the lock whole or not at all: a link to a finished file either is made or finds another lock in its place. */
async function placeLock(path: string, holder: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, holder, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Two gateways may both find the same stale lock; the second must not remove what the first has just placed. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readLock(aside)) !== stale) await link(aside, path);
  await rm(aside, { force: true });
}

async function isHeld(holder: string): Promise<boolean> {
  const pid = pidOf(holder);
  return Number.isInteger(pid) && pid > 0 && (await identifyProcess(pid)) === holder;
}

function pidOf(holder: string): number {
  return Number.parseInt(holder, 10);
}

async function readLock(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
