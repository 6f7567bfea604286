import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Below the ports that Linux (32768 and above), Windows and macOS (49152 and above) lend to outgoing connections. */
const lowest = 20_000;
const span = 10_000;

/**
 * The port tried first on a new data folder: one of its own, so that no other gateway on this machine takes it while our server
 * is dead for a second, and none that the system lends to somebody's connection meanwhile.
 */
export function preferredPortOf(directory: string): number {
  return lowest + (createHash('sha256').update(directory).digest().readUInt32BE(0) % span);
}

/** True when nobody listens on the port. */
export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

/** Chooses a port on 127.0.0.1: the one this data folder used last, else the preferred one, else whichever is free. */
export async function choosePort(directory: string, preferred: number): Promise<number> {
  for (const port of [await lastPort(directory), preferred]) {
    if (port !== undefined && (await isFree(port))) return port;
  }
  return (await listenOnce(0)) ?? preferred;
}

/** Remembers the port, so that a person's notes and tools stay true after a restart. */
export async function rememberPort(directory: string, port: number): Promise<void> {
  const file = join(directory, 'postgres.port');
  // Whoever reads it meanwhile finds a whole number, the old one or this.
  await writeFile(`${file}.baru`, `${String(port)}\n`, { mode: 0o600 });
  await rename(`${file}.baru`, file);
}

async function lastPort(directory: string): Promise<number | undefined> {
  try {
    const port = Number((await readFile(join(directory, 'postgres.port'), 'utf8')).trim());
    return Number.isInteger(port) && port > 0 && port < 65536 ? port : undefined;
  } catch {
    return undefined;
  }
}

/** Listens for a moment, which is the only proof that a port is free; the answer is the port that was had. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', () => {
      resolve(undefined);
    });
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : undefined);
      });
    });
  });
}
