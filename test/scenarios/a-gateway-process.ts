import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
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

/** Runs one query on the database of a home, as an auditor with the password would. */
export async function askDatabase(home: GatewayHome, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const dir = await findDatabaseDir(home);
  const [port, password] = await Promise.all(['postgres.port', 'postgres.password'].map((name) => readFile(join(dir, name), 'utf8')));
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'titian',
    password: (password ?? '').trim(),
    database: 'titian',
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Kills the PostgreSQL of a home as the kernel does when memory runs out. */
export async function killDatabase(home: GatewayHome): Promise<void> {
  const [pid] = (await readFile(join(await findDatabaseDir(home), 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** The address of the PostgreSQL of a home, as somebody writes it into DATABASE_URL. */
export async function databaseUrl(home: GatewayHome): Promise<string> {
  const dir = await findDatabaseDir(home);
  const [port = '', password = ''] = await Promise.all(
    ['postgres.port', 'postgres.password'].map((name) => readFile(join(dir, name), 'utf8')),
  );
  return `postgres://titian:${encodeURIComponent(password.trim())}@127.0.0.1:${port.trim()}/titian`;
}

/** Asks again and again until an answer pleases, for at most twenty seconds. */
export async function until<T>(ask: () => Promise<T>, pleases: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await ask();
    if (pleases(answer)) return answer;
    await pause(100);
  }
  throw new Error('It did not come true within twenty seconds');
}

/** Where the cluster lies: in the data folder, or, when root runs in a closed place, where a note in that folder says. */
async function findDatabaseDir(home: GatewayHome, folder = 'data'): Promise<string> {
  const data = join(home.dir, folder);
  const note = await readFile(join(data, 'postgres.home'), 'utf8').catch(() => data);
  return note.trim();
}

/** Removes the folders of a home whose gateway has been stopped. */
export async function sweep(home: GatewayHome, folder = 'data'): Promise<void> {
  const database = await findDatabaseDir(home, folder);
  await rm(database, { recursive: true, force: true });
  await rm(home.dir, { recursive: true, force: true });
}
