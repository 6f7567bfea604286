import { readFile, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { identifyProcess } from './process-identity.ts';

/** A running PostgreSQL server, as its `postmaster.pid` names it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * Finds the server that runs on a cluster, whoever started it; `undefined` if none does.
 * A `postmaster.pid` left by a killed server is removed where it can be proved that no process works on the cluster any more:
 * in a container its pid is soon somebody else's, or a zombie that is never reaped, and PostgreSQL would refuse to start for ever.
 */
export async function findPostmaster(pgData: string): Promise<Postmaster | undefined> {
  const named = await readPostmasterFile(pgData);
  if (named === undefined) return undefined;
  const living = process.platform === 'linux' ? await serversOnLinux(await realpath(pgData)) : await onlyIfAlive(named.pid);
  if (living.includes(named.pid)) return named;
  if (process.platform === 'linux' && living.length === 0) await rm(join(pgData, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Reads pid (line 1) and port (line 4), as PostgreSQL's manual, "Database File Layout", says of postmaster.pid. */
async function readPostmasterFile(pgData: string): Promise<Postmaster | undefined> {
  let lines: readonly string[];
  try {
    lines = (await readFile(join(pgData, 'postmaster.pid'), 'utf8')).split('\n');
  } catch {
    return undefined;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  return Number.isNaN(pid) ? undefined : { pid, port };
}

async function onlyIfAlive(pid: number): Promise<readonly number[]> {
  return (await identifyProcess(pid)) === undefined ? [] : [pid];
}

/** Every PostgreSQL process has its cluster as working folder; one whose folder we may not see counts as working on ours. */
async function serversOnLinux(pgData: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map(async (pid) => ((await worksOn(pid, pgData)) ? [Number(pid)] : [])));
  return found.flat();
}

async function worksOn(pid: string, pgData: string): Promise<boolean> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    if (!/^Name:\s+postgres$/m.test(status) || /^State:\s+[ZX]/m.test(status)) return false;
  } catch {
    return false;
  }
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === pgData;
  } catch (error) {
    return errorCode(error) === 'EACCES';
  }
}
