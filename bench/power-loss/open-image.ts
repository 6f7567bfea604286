import { chown, copyFile, mkdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { readFile } from 'node:fs/promises';
import { startServer, stopServer } from '../../src/store/embedded/server-process.ts';
import { findServerPrograms } from '../../src/store/embedded/server-programs.ts';
import type { ServerHome } from '../../src/store/embedded/server-home.ts';

/** The folder of an image, laid out as the data folder of a gateway. */
export interface ImageHome {
  readonly server: ServerHome;
  readonly password: string;
}

/** Makes the folder of an image beside nothing else, owned as the data it is a copy of. */
export async function makeImageHome(directory: string, pgData: string): Promise<ImageHome> {
  await mkdir(directory, { recursive: true });
  const { uid, gid } = await stat(pgData);
  const foreign = process.getuid?.() !== uid;
  const secret = join(directory, 'postgres.password');
  await copyFile(join(dirname(pgData), 'postgres.password'), secret);
  if (foreign) await Promise.all([directory, secret].map((path) => chown(path, uid, gid)));
  const server = { directory, pgData: join(directory, 'postgres'), as: foreign ? { uid, gid } : undefined };
  return { server, password: (await readFile(secret, 'utf8')).trim() };
}

/** Lets a fresh server recover an image, asks it, and ends it; undefined where it did not start. */
export async function askImage<T>({ server, password }: ImageHome, ask: (client: pg.Client) => Promise<T>): Promise<T | undefined> {
  const programs = await findServerPrograms(server, () => undefined);
  const port = await findPort();
  if ((await startServer(server, programs, port)).code !== 0) return undefined;
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'titian', password, database: 'titian' });
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end();
    await stopServer(server, programs);
  }
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
