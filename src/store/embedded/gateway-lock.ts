import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
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

const prefix = 'gateway.lock.';

/**
 * Takes the lock of a data folder for this process, or throws `GatewayAlreadyRunning`.
 * The lock names its holder by pid and start time, so neither a killed gateway nor a reused pid keeps it.
 *
 * Locks are numbered, the highest counts, and it is never removed. Taking over from a dead holder means making the next number, which
 * only one can do; removing a stale lock instead would let a slow second gateway remove the lock that a quick first one has just made.
 */
export async function holdGatewayLock(dataDir: string): Promise<GatewayLock> {
  await prepareDataDir(dataDir);
  const mine = (await identifyProcess(process.pid)) ?? `${String(process.pid)} ${randomUUID()}`;
  for (;;) {
    const newest = Math.max(0, ...(await listLocks(dataDir)));
    const holder = await readLock(toPath(dataDir, newest));
    if (await isHeld(holder)) throw new GatewayAlreadyRunning(pidOf(holder), dataDir);
    const path = toPath(dataDir, newest + 1);
    if (!(await placeLock(path, mine))) continue;
    const numbers = await listLocks(dataDir);
    if (Math.max(...numbers) === newest + 1) {
      await Promise.all(numbers.filter((number) => number <= newest).map((number) => rm(toPath(dataDir, number), { force: true })));
      return { release: () => release(path, mine) };
    }
    await rm(path, { force: true });
  }
}

/** True while a living gateway holds the lock of a data folder. */
export async function isGatewayRunning(dataDir: string): Promise<boolean> {
  const numbers = await listLocks(dataDir).catch(() => []);
  return isHeld(await readLock(toPath(dataDir, Math.max(0, ...numbers))));
}

function toPath(dataDir: string, number: number): string {
  return join(dataDir, `${prefix}${String(number)}`);
}

async function listLocks(dataDir: string): Promise<readonly number[]> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(prefix));
  return names.map((name) => Number(name.slice(prefix.length))).filter((number) => Number.isInteger(number));
}

/** Writes the lock whole or not at all: a link to a finished file either is made or finds another lock in its place. */
async function placeLock(path: string, holder: string): Promise<boolean> {
  const draft = await writeDraft(path, holder);
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

async function release(path: string, mine: string): Promise<void> {
  if ((await readLock(path)) === mine) await rename(await writeDraft(path, 'released'), path);
}

async function writeDraft(path: string, text: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  return draft;
}

async function isHeld(holder: string): Promise<boolean> {
  const pid = pidOf(holder);
  return pid > 0 && (await identifyProcess(pid)) === holder;
}

function pidOf(holder: string): number {
  return Number.parseInt(holder, 10);
}

async function readLock(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
