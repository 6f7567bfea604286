import { setTimeout as pause } from 'node:timers/promises';
import { startGateway } from '../crash/gateway-process.ts';
import type { ImageHome } from './open-image.ts';
import type { Session } from './open-session.ts';
import type { Acknowledged, Door } from '../proof/submit-load.ts';

const patienceMs = 60_000;
const mostRows = 1000;

/** Starts a gateway on a recovered image, far from every platform, and asks it for each file that was acknowledged; answers what it lacks. */
export async function readOn(
  { home, door }: Pick<Session, 'home' | 'door'>,
  { server }: ImageHome,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const own = { TITIAN_DATA: server.directory, TITIAN_SATUSEHAT_URL: 'http://127.0.0.1:9' };
  const gateway = startGateway({ ...home, environment: { ...home.environment, ...own } });
  try {
    const { url } = await gateway.ready;
    const missing: string[] = [];
    for (const answer of acknowledged) missing.push(...(await readOne({ url, key: door.key }, answer)));
    return missing;
  } finally {
    await gateway.end('SIGTERM');
  }
}

async function readOne(door: Door, { file, id }: Acknowledged): Promise<readonly string[]> {
  for (const since = Date.now(); Date.now() - since < patienceMs;) {
    const answer = await ask<{ readonly state?: string }>(door, `/v1/submissions/${id}`);
    if (answer === undefined) return [`${file.name} is not known to a gateway on the image`];
    if (answer.state !== 'selesai') {
      await pause(100);
      continue;
    }
    const found = await ask<{ readonly rows: readonly { readonly row: number }[] }>(
      door,
      `/v1/submissions/${id}/rows?limit=${String(mostRows)}`,
    );
    const lines = new Set(found?.rows.map(({ row }) => row));
    return [...file.lines.keys()].flatMap((line) =>
      lines.has(line) ? [] : [`${file.name} line ${String(line)} has no verdict from a gateway on the image`],
    );
  }
  return [`${file.name} is not read to its end by a gateway on the image`];
}

async function ask<T>({ url, key }: Door, path: string): Promise<T | undefined> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  return response.ok ? ((await response.json()) as T) : undefined;
}
