import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';

/** A gateway as its users run it: a process of the built program, with folders of its own. */
export interface GatewayHome {
  readonly dir: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface GatewayProcess {
  readonly url: string;
  readonly sandboxUrl: string;
  /** The first API key; only the very first start shows one. */
  readonly key: string | undefined;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

/** Folders and ports for one gateway; nothing is shared with another test. */
export async function aGatewayHome(settings: Readonly<Record<string, string>> = {}): Promise<GatewayHome> {
  const dir = await mkdtemp(join(tmpdir(), 'titian-'));
  return {
    dir,
    environment: {
      PATH: process.env['PATH'] ?? '',
      HOME: dir,
      TITIAN_DATA: join(dir, 'data'),
      TITIAN_MASTER_KEY_FILE: join(dir, 'master.key'),
      TITIAN_PORT: '0',
      TITIAN_SANDBOX_PORT: '0',
      TITIAN_LOG_LEVEL: 'warn',
      ...settings,
    },
  };
}

/** Starts the gateway and waits until it says that it is ready. */
export async function startGateway(home: GatewayHome, args: readonly string[] = []): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [join(packageRoot, 'dist', 'cli', 'main.js'), 'start', '--json', ...args], {
    env: home.environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await readUntilReady(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    url: said.url,
    sandboxUrl: said.sandboxUrl,
    key: said.key,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

interface Said {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly key: string | undefined;
}

async function readUntilReady(child: ChildProcess): Promise<Said> {
  let key: string | undefined;
  if (child.stdout === null) throw new Error('The gateway has no output');
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const event = JSON.parse(line) as { readonly event: string; readonly key?: string; readonly url?: string; readonly sandbox?: string };
    if (event.event === 'first-key') key = event.key;
    if (event.event === 'ready') return { url: event.url ?? '', sandboxUrl: event.sandbox ?? '', key };
  }
  throw new Error(`The gateway ended before it was ready (exit ${String(child.exitCode)})`);
}

/** Ends whatever a home left running: the embedded PostgreSQL and the sandbox outlive a killed gateway. */
export async function sweep(home: GatewayHome): Promise<void> {
  for (const file of ['data/postgres/postmaster.pid', 'data/sandbox/sandbox.pid']) {
    const pid = Number((await readFile(join(home.dir, file), 'utf8').catch(() => '')).split('\n')[0]);
    if (Number.isInteger(pid) && pid > 0) stopProcess(pid);
  }
}

function stopProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // Already gone.
  }
}
