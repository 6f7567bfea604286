import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { bulkSource } from '../ingest/open-bench.ts';
import { childrenAPlace } from '../ingest/bulk-lists.ts';
import { countCommits } from './count-commits.ts';
import { insertOneByOne } from './insert-one-by-one.ts';
import { offer, saturate, type Load, type Target } from './offer-load.ts';
import { writeOneRowFiles } from './one-row-files.ts';

export interface OneRecordOptions {
  readonly connections: number;
  readonly offeredPerSecond: number;
  readonly seconds: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

export interface OneRecordFigures {
  readonly offered: Load;
  readonly saturated: Load;
  readonly writesPerRequest: number;
  readonly syncsPerWrite: number;
  readonly barePerSecond: number;
}

const warmUpFiles = 500;
const bareFiles = 1000;
/** As many connections as the store's pool has. */
const bareConnections = 10;

/** Measures one-row files over HTTP: first at a steady rate, then as fast as they are answered; then the same rows by bare inserts. */
export async function measureOneRecord(options: OneRecordOptions): Promise<OneRecordFigures> {
  const { connections, offeredPerSecond, seconds, seed, tell } = options;
  const steady = offeredPerSecond * seconds;
  const { before, files } = writeOneRowFiles(createSeededRandom(seed), warmUpFiles + steady * 2);
  const child = spawn(process.execPath, [...process.execArgv, serveProgram, String(Math.ceil(files.length / childrenAPlace))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const { url, key, databaseUrl } = await readServing(child);
    const target: Target = { url, key, connections };
    tell('handing in the list that makes half of the children known, and warming up');
    await handIn(target, before);
    await saturate(target, files.slice(0, warmUpFiles));
    tell(`offering ${String(offeredPerSecond)} files a second for ${String(seconds)} s`);
    const offered = await offer(target, files.slice(warmUpFiles, warmUpFiles + steady), offeredPerSecond);
    tell('offering as many as are answered');
    const counted = await countCommits(databaseUrl);
    const saturated = await saturate(target, files.slice(warmUpFiles + steady));
    const after = await countCommits(databaseUrl);
    const writes = after.writes - counted.writes;
    tell('inserting the same rows');
    return {
      ...{ offered, saturated },
      writesPerRequest: writes / saturated.latenciesMs.length,
      syncsPerWrite: (after.syncs - counted.syncs) / writes,
      barePerSecond: await insertOneByOne(databaseUrl, bareFiles, bareConnections),
    };
  } finally {
    child.stdin.end();
    await ended;
  }
}

const serveProgram = join(dirname(fileURLToPath(import.meta.url)), 'serve.js');

async function readServing(child: ChildProcess): Promise<{ url: string; key: string; databaseUrl: string }> {
  if (child.stdout !== null)
    for await (const line of createInterface({ input: child.stdout }))
      return JSON.parse(line) as { url: string; key: string; databaseUrl: string };
  throw new Error('The gateway to be measured ended before it served');
}

async function handIn({ url, key }: Target, bytes: Uint8Array): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${url}/v1/submissions?source=${bulkSource}`, { method: 'POST', headers, body: Buffer.from(bytes) });
  const { id } = (await answer.json()) as { readonly id: string };
  for (let state = 'diproses'; state !== 'selesai';) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    ({ state } = (await (await fetch(`${url}/v1/submissions/${id}`, { headers })).json()) as { state: string });
  }
}
