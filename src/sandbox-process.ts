import { spawn } from 'node:child_process';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { packageRoot } from './root.ts';

/** The SATUSEHAT sandbox as a process of its own; it survives the gateway's death and is found again by its folder. */
export interface SandboxProcess {
  readonly url: string;
  /** True when it was found running. */
  readonly adopted: boolean;
  isAlive(): Promise<boolean>;
  /** Starts it again at the same address, or finds that another gateway has done so. */
  revive(): Promise<void>;
  /** Ends the sandbox, also one that was adopted. */
  stop(): Promise<void>;
}

export interface SandboxOptions {
  /** 0 = any free port, remembered in the folder while the sandbox lives. */
  readonly port: number;
  readonly dataDir: string;
  /** More people for the sandbox, e.g. those of a generated file. */
  readonly people: readonly string[];
}

/** The port answers but is no sandbox, or the sandbox did not start. */
export class SandboxFault extends Error {}

interface Living {
  readonly url: string;
  readonly pid: number;
}

const noteName = 'sandbox.json';
const tries = 200;
const betweenMs = 50;

/** Finds the sandbox of a folder, or starts it, and waits until it answers. */
export async function keepSandbox(options: SandboxOptions): Promise<SandboxProcess> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const found = await findLiving(options.dataDir);
  let living = found ?? (await startSandbox(options));
  const { url } = living;
  return {
    url,
    adopted: found !== undefined,
    isAlive: async () => (await ask(url)) !== undefined,
    revive: async () => {
      living = (await findLiving(options.dataDir)) ?? (await startSandbox({ ...options, port: Number(new URL(url).port) }));
    },
    stop: () => stopSandbox(living),
  };
}

async function findLiving(dataDir: string): Promise<Living | undefined> {
  const note = await readFile(join(dataDir, noteName), 'utf8').catch(() => '');
  if (note === '') return undefined;
  const living = parseNote(note);
  return living !== undefined && (await ask(living.url)) === living.pid ? living : undefined;
}

/** A note whose writing was cut short says nothing. */
function parseNote(note: string): Living | undefined {
  try {
    return JSON.parse(note) as Living;
  } catch {
    return undefined;
  }
}

/** The process id of the sandbox at an address; undefined where nothing answers or something else does. */
async function ask(url: string): Promise<number | undefined> {
  const answer = await axios
    .get<{ readonly lingkungan?: unknown; readonly pid?: unknown }>(`${url}/livez`, { timeout: 2000, validateStatus: () => true })
    .catch(() => undefined);
  if (answer?.data.lingkungan !== 'simulasi' || typeof answer.data.pid !== 'number') return undefined;
  return answer.data.pid;
}

async function startSandbox(options: SandboxOptions): Promise<Living> {
  const logFile = join(options.dataDir, 'sandbox.log');
  const log = await open(logFile, 'w', 0o600);
  const people = options.people.flatMap((file) => ['--people', file]);
  const args = [join(packageRoot, 'dist', 'simulator', 'main.js'), '--port', String(options.port), '--data', options.dataDir, ...people];
  // Detached: the ministry does not fall when our gateway does.
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', log.fd, log.fd] });
  child.unref();
  await log.close();
  const living = await waitFor(logFile, child.pid ?? 0, () => child.exitCode !== null);
  await writeFile(join(options.dataDir, noteName), JSON.stringify(living), { mode: 0o600 });
  return living;
}

async function waitFor(logFile: string, pid: number, hasEnded: () => boolean): Promise<Living> {
  for (let count = 0; count < tries && !hasEnded(); count += 1) {
    const url = /"event":"sandbox-ready".*?"url":"([^"]+)"/.exec(await readFile(logFile, 'utf8'))?.[1];
    if (url !== undefined) return { url, pid };
    await pause(betweenMs);
  }
  throw new SandboxFault(
    `Sandbox tidak mulai; sebabnya ada di ${logFile}. Bila portnya terpakai, ubah TITIAN_SANDBOX_PORT. / The sandbox did not start; see ${logFile}. If its port is taken, change TITIAN_SANDBOX_PORT.`,
  );
}

async function stopSandbox(living: Living): Promise<void> {
  if ((await ask(living.url)) !== living.pid) return;
  process.kill(living.pid, 'SIGTERM');
  for (let count = 0; count < tries && (await ask(living.url)) !== undefined; count += 1) await pause(betweenMs);
}
