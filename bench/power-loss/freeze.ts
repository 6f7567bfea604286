import { readFile, readdir, readlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Every process of a PostgreSQL, stopped; `thaw` lets them go on. */
export interface Frozen {
  readonly pids: readonly number[];
  thaw(): void;
}

const pollMs = 8;
const mostPolls = 1000;

/** Stops every process that works on a data directory, and waits until none of them runs, waits for the disk, or is between two calls. */
export async function freeze(pgData: string): Promise<Frozen> {
  const pids = new Set<number>();
  const thaw = (): void => {
    // The main process last: it would otherwise wonder about its children.
    for (const pid of [...pids].reverse()) signal(pid, 'SIGCONT');
  };
  // The main process may have been making another one while it was stopped.
  for (let more = true; more;) {
    const found = (await findServers(pgData)).filter((pid) => !pids.has(pid));
    more = found.length > 0;
    for (const pid of found) {
      signal(pid, 'SIGSTOP');
      pids.add(pid);
    }
  }
  if (!(await waitUntilStill([...pids]))) {
    thaw();
    throw new Error('The processes of PostgreSQL did not come to a stop');
  }
  return { pids: [...pids], thaw };
}

/** Processes of a server have its data directory as working folder; the main process is the oldest. */
async function findServers(pgData: string): Promise<readonly number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(names.map(async (name) => ((await worksIn(name, pgData)) ? [Number(name)] : [])));
  return found.flat().sort((a, b) => a - b);
}

async function worksIn(pid: string, pgData: string): Promise<boolean> {
  const [program, folder] = await Promise.all([
    readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
  ]);
  return program.trim() === 'postgres' && folder === pgData;
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // A server process that ended by itself meanwhile writes nothing any more.
  }
}

/** A traced process shows the same letter while it is stopped and while its tracer looks at it: only one that has not been switched to twice over is still. */
async function waitUntilStill(pids: readonly number[]): Promise<boolean> {
  let before = '';
  for (let polls = 0; polls < mostPolls; polls += 1) {
    const states = await Promise.all(pids.map(readState));
    const now = states.map(({ switches }) => switches).join(' ');
    if (states.every(({ stopped }) => stopped) && now === before) return true;
    before = now;
    await pause(pollMs);
  }
  return false;
}

async function readState(pid: number): Promise<{ readonly stopped: boolean; readonly switches: string }> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => 'State:\tX');
  const switches = [...status.matchAll(/ctxt_switches:\s+(\d+)/g)].map(([, count]) => count).join('+');
  return { stopped: /^State:\s+[TtXZ]/m.test(status), switches };
}
