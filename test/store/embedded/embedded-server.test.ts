// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { chmod, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openEmbeddedServer } from '../../../src/store/embedded/embedded-server.ts';
import type { EmbeddedServer } from '../../../src/store/embedded/embedded-server.ts';
import { preferredPortOf } from '../../../src/store/embedded/server-port.ts';
import { aClone, aDataDir, aGateway, nobody, runsAsRoot } from './a-clone.ts';
import type { Clone, Gateway } from './a-clone.ts';

const leftovers: (() => Promise<unknown>)[] = [];
let clone: Clone;

/** A data folder whose database is made, so that only the tests of its making wait for that. */
let settled: string;

beforeAll(async () => {
  clone = await aClone();
  settled = await aDataDir();
  const server = await openEmbeddedServer({ dataDir: settled, say: () => undefined });
  await server.stop();
}, 30_000);

afterEach(async () => {
  for (const tidy of leftovers.splice(0).reverse()) await tidy();
}, 60_000);

afterAll(async () => {
  await clone.remove();
  await rm(settled, { recursive: true, force: true });
});

/** A stranger on a port, as soon as whoever held it lets go. */
async function holdPort(port: number): Promise<Server> {
  for (;;) {
    const server = createServer();
    const held = await new Promise<boolean>((resolve) => {
      server.once('error', () => {
        resolve(false);
      });
      server.listen(port, '127.0.0.1', () => {
        resolve(true);
      });
    });
    if (held) return server;
  }
}

async function aDir(owner?: { readonly uid: number; readonly gid: number }): Promise<string> {
  const dataDir = await aDataDir(owner);
  leftovers.push(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function aSettledDir(): Promise<string> {
  const dataDir = await aDir();
  await promisify(execFile)('cp', ['-a', `${settled}/.`, dataDir]);
  return dataDir;
}

async function open(dataDir: string, said: string[] = [], port?: number): Promise<EmbeddedServer> {
  const server = await openEmbeddedServer({ dataDir, say: (event) => said.push(event.kind), ...(port === undefined ? {} : { port }) });
  leftovers.push(() => server.stop());
  return server;
}

function start(from: Clone, args: readonly string[], options: Parameters<typeof aGateway>[2] = {}): Gateway {
  const gateway = aGateway(from, args, options);
  leftovers.push(() => end(gateway));
  return gateway;
}

async function end(gateway: Gateway): Promise<void> {
  if (gateway.process.exitCode !== null || gateway.process.signalCode !== null) return;
  gateway.process.kill('SIGTERM');
  await gateway.ended();
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

async function postmasterPid(pgData: string): Promise<number> {
  return Number((await readFile(join(pgData, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

describe('a new data folder', () => {
  test('holds a UTF-8 database whose sorting does not depend on the computer, with checksums, durable and closed to the network', async () => {
    const { url } = await open(await aDir());

    const sql = `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
      current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listens,
      current_setting('unix_socket_directories') AS sockets, current_setting('TimeZone') AS zone FROM pg_database WHERE datname = current_database()`;
    expect(await ask(url, sql)).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      checksums: 'on',
      fsync: 'on',
      listens: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
    });
  });

  test('is closed to other users, password and data alike', async () => {
    const dataDir = await aDir();
    await chmod(dataDir, 0o755);
    await open(dataDir);

    expect([await modeOf(dataDir), await modeOf(join(dataDir, 'postgres')), await modeOf(join(dataDir, 'postgres.password'))]).toEqual([
      '700',
      '700',
      '600',
    ]);
  });

  test('gives nobody a connection without the password', async () => {
    const { url } = await open(await aSettledDir());
    const guess = url.replace(/:[^:@]+@/, ':tebakan@');

    await expect(ask(guess, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('that was half made when the power went is made again', async () => {
    const dataDir = await aDir();
    await mkdir(join(dataDir, 'postgres.new'), { mode: 0o700 });
    await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const { url } = await open(dataDir);

    expect(await ask(url, 'SELECT 1 AS one')).toEqual({ one: 1 });
    expect(await readdir(dataDir)).not.toContain('postgres.new');
  });

  test('of another PostgreSQL version is refused with a remedy, not overwritten', async () => {
    const dataDir = await aDir();
    await mkdir(join(dataDir, 'postgres'), { mode: 0o700 });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');

    await expect(open(dataDir)).rejects.toThrow(/pg_dump/);
    expect(await readFile(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
  });

  test('becomes a database of the same kind under an empty or a foreign environment', async () => {
    for (const env of [
      { PATH: process.env['PATH'] ?? '', HOME: '/tmp' },
      { PATH: process.env['PATH'] ?? '', LANG: 'id_ID.ISO-8859-1', LC_ALL: 'xx_YY', PGSSLMODE: 'require', PGPORT: '1' },
    ]) {
      const gateway = start(clone, ['open', await aDir()], { env });
      const { url } = await gateway.opened;

      expect(
        await ask(url ?? '', "SELECT datlocale AS locale, upper('é') AS upper FROM pg_database WHERE datname = current_database()"),
      ).toEqual({
        locale: 'C.UTF-8',
        upper: 'É',
      });
    }
  }, 30_000);
});

describe('a server that stops', () => {
  test('keeps its data and its port', async () => {
    const dataDir = await aSettledDir();
    const first = await open(dataDir);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await open(dataDir);

    expect(await ask(second.url, 'SELECT one FROM kept')).toEqual({ one: 1 });
    expect(second).toMatchObject({ url: first.url, adopted: false });
  });

  test('answers nobody any more, and may be stopped once more', async () => {
    const server = await open(await aSettledDir());
    await server.stop();

    await expect(ask(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(server.stop()).resolves.toBeUndefined();
  });
});

describe('after a sudden death', () => {
  test('the server left by a killed gateway is adopted, with what it had acknowledged', async () => {
    const dataDir = await aSettledDir();
    const killed = start(clone, ['open', dataDir]);
    const { url } = await killed.opened;
    await ask(url ?? '', 'CREATE TABLE kept AS SELECT 1 AS one');
    const before = await postmasterPid(join(dataDir, 'postgres'));
    killed.process.kill('SIGKILL');
    await killed.ended();
    const next = start(clone, ['open', dataDir]);

    expect(await next.opened).toEqual({ url, adopted: true });
    expect(next.events).toEqual(['adopted']);
    expect(await postmasterPid(join(dataDir, 'postgres'))).toBe(before);
    expect(await ask(url ?? '', 'SELECT one FROM kept')).toEqual({ one: 1 });
  }, 30_000);

  test('an adopted server is stopped by the gateway that adopted it', async () => {
    const dataDir = await aSettledDir();
    await open(dataDir);
    const adopted = await open(dataDir);
    await adopted.stop();

    await expect(ask(adopted.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('a killed PostgreSQL is started again, however long its remains hold the folder, and nothing acknowledged is lost', async () => {
    const dataDir = await aSettledDir();
    const first = await open(dataDir);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(await postmasterPid(join(dataDir, 'postgres')), 'SIGKILL');
    const second = await open(dataDir);

    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'SELECT one FROM kept')).toEqual({ one: 1 });
  }, 60_000);

  test('a postmaster.pid whose number now belongs to another program does not keep the server from starting', async () => {
    const dataDir = await aSettledDir();
    const first = await open(dataDir);
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await first.stop();
    await writeFile(file, text.replace(/^\d+/, String(process.pid)), { mode: 0o600 });
    const second = await open(dataDir);

    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
  }, 60_000);
});

describe('a port', () => {
  test('that a store is connected to is waited for after a kill, and none other is taken or remembered', async () => {
    const dataDir = await aSettledDir();
    const first = await open(dataDir);
    const port = Number(new URL(first.url).port);
    process.kill(await postmasterPid(join(dataDir, 'postgres')), 'SIGKILL');
    const stranger = await holdPort(port);
    const told: string[] = [];
    const second = await openEmbeddedServer({
      dataDir,
      samePort: port,
      say: ({ kind }) => {
        told.push(kind);
        if (kind === 'waiting') stranger.close();
      },
    });
    leftovers.push(() => second.stop());

    expect(told).toContain('waiting');
    expect(second.url).toBe(first.url);
    expect((await readFile(join(dataDir, 'postgres.port'), 'utf8')).trim()).toBe(String(port));
  }, 60_000);

  test('of a new data folder is its own, below those that systems lend to connections', () => {
    const ports = Array.from({ length: 200 }, (_, at) => preferredPortOf(`/srv/titian-${String(at)}/data`));
    expect(new Set(ports).size).toBeGreaterThan(190);
    expect(ports.every((port) => port >= 20_000 && port < 30_000)).toBe(true);
  });

  test('that is taken is left to its owner, and the one chosen instead is remembered', async () => {
    const neighbour = createServer();
    await new Promise<void>((done) => neighbour.listen(0, '127.0.0.1', done));
    leftovers.push(() => new Promise((done) => neighbour.close(done)));
    const address = neighbour.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    const dataDir = await aSettledDir();
    const { url } = await open(dataDir, [], taken);

    expect(new URL(url).port).not.toBe(String(taken));
    expect((await readFile(join(dataDir, 'postgres.port'), 'utf8')).trim()).toBe(new URL(url).port);
  });

  test('is found by two clones that start at the same moment', async () => {
    const [first, second] = await Promise.all([open(await aSettledDir()), open(await aSettledDir())]);

    expect(first.url).not.toBe(second.url);
    expect(await ask(first.url, 'SELECT 1 AS one')).toEqual(await ask(second.url, 'SELECT 1 AS one'));
  }, 30_000);
});

describe('an installation', () => {
  test('whose install scripts were skipped is mended at start', async () => {
    const bare = await aClone({ omitLinks: true });
    leftovers.push(() => bare.remove());
    const gateway = start(bare, ['open', await aSettledDir()]);
    const { url } = await gateway.opened;

    expect(gateway.events[0]).toBe('repaired');
    expect(await ask(url ?? '', 'SELECT 1 AS one')).toEqual({ one: 1 });
  }, 30_000);
});

describe('the user', () => {
  test('an ordinary user owns what the server writes', async () => {
    const as = runsAsRoot ? nobody : undefined;
    const dataDir = await aDir(as);
    await start(clone, ['open', dataDir], { as }).opened;

    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(as?.uid ?? process.getuid?.());
  }, 30_000);

  test('root lends the folder to an account of the server; anyone else keeps it', async () => {
    const dataDir = await aDir();
    await open(dataDir);
    const owner = (await stat(join(dataDir, 'postgres'))).uid;

    expect(owner === process.getuid?.()).toBe(!runsAsRoot);
    expect(owner).not.toBe(0);
  });

  test("a start by root does not take an ordinary user's database away", async () => {
    const as = runsAsRoot ? nobody : undefined;
    const dataDir = await aDir(as);
    const first = start(clone, ['open', dataDir], { as });
    await first.opened;
    await end(first);
    const { url } = await open(dataDir);

    expect(await ask(url, 'SELECT 1 AS one')).toEqual({ one: 1 });
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(as?.uid ?? process.getuid?.());
  }, 30_000);

  test("a clone closed to the server's account (under /root) still gets a database, and its folder says where", async () => {
    const closed = await aClone();
    leftovers.push(() => closed.remove());
    await chmod(closed.directory, 0o700);
    const fallback = await aDir();
    await chmod(fallback, 0o755);
    const dataDir = join(closed.directory, 'data');
    const gateway = start(closed, ['open', dataDir, fallback]);
    const { url } = await gateway.opened;
    const home = await readFile(join(dataDir, 'postgres.home'), 'utf8').then(
      (text) => text.trim(),
      () => dataDir,
    );

    expect(home.startsWith(runsAsRoot ? fallback : dataDir)).toBe(true);
    expect(gateway.events.includes('relocated')).toBe(runsAsRoot);
    expect(await ask(url ?? '', 'SHOW data_directory')).toEqual({ data_directory: join(home, 'postgres') });
  }, 30_000);
});
