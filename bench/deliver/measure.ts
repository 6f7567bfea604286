import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import { createSeededRandom, type SeededRandom } from '../../test/generate/seeded-random.ts';
import type { InventedChild } from '../../test/generate/invent-child.ts';
import { readConfig } from '../../src/config.ts';
import { loadTables } from '../../src/load-tables.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { openWorker } from '../../src/open-worker.ts';
import { createMetrics } from '../../src/operate/metrics.ts';
import { packageRoot } from '../../src/root.ts';
import { keepSandbox } from '../../src/sandbox-process.ts';
import { bulkSource, openBench, toPlaceName, type Bench } from '../ingest/open-bench.ts';
import { countCalls, countEncounters, toDifference, type Calls } from './ask-sandbox.ts';
import { childrenAPlace, inventChildren, toPeopleFile, writeWeighings } from './invent-weighings.ts';
import { measureLimit } from './limit.ts';

export interface DeliverOptions {
  readonly visits: number;
  readonly runs: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

/** One month delivered to the sandbox. */
export interface Delivered {
  readonly visitsPerSecond: number;
  readonly limitPerSecond: number;
  readonly calls: Calls;
  readonly visits: number;
  readonly newPersons: number;
}

const organization = '100009902';
const longestMs = 600_000;

/** Delivers `runs` months of `visits` weighings; in each a third of the children are seen for the first time. */
export async function measureDeliveries({ visits, runs, seed, tell }: DeliverOptions): Promise<readonly Delivered[]> {
  const random = createSeededRandom(seed);
  const bench = await openBench(Math.ceil(visits / childrenAPlace), { soleSender: true });
  const newcomers = Math.ceil(visits / 3);
  const children = inventChildren(random, visits + newcomers * (runs + 1), new Set());
  const people = join(bench.dir, 'people.ndjson');
  await writeFile(people, toPeopleFile(children));
  const sandbox = await keepSandbox({ port: 0, dataDir: join(bench.dir, 'sandbox'), people: [people] });
  const client = new pg.Client({ connectionString: bench.url });
  await client.connect();
  try {
    const delivered: Delivered[] = [];
    for (let month = 0; month <= runs; month += 1) {
      const of = children.slice(month * newcomers, month * newcomers + visits);
      const one = await deliverMonth(
        { bench, url: sandbox.url, client, random },
        { month, of, newPersons: month === 0 ? visits : newcomers },
      );
      tell(
        `${month === 0 ? 'warming up' : `month ${String(month)}`}: ${one.visitsPerSecond.toFixed(0)} visits/s, limit ${one.limitPerSecond.toFixed(0)}, calls ${JSON.stringify(one.calls)}`,
      );
      if (month > 0) delivered.push(one);
    }
    return delivered;
  } finally {
    await client.end();
    await sandbox.stop();
    await bench.close();
  }
}

interface Ground {
  readonly bench: Bench;
  readonly url: string;
  readonly client: pg.Client;
  readonly random: SeededRandom;
}

interface Month {
  readonly month: number;
  readonly of: readonly InventedChild[];
  readonly newPersons: number;
}

async function deliverMonth(ground: Ground, { month, of, newPersons }: Month): Promise<Delivered> {
  const { bench, url } = ground;
  const date = `2025-${String(6 + month).padStart(2, '0')}-12`;
  const bytes = writeWeighings(ground.random, { children: of, date }, toPlaceName);
  const answer = await bench.gateway.submit({ source: bulkSource, bytes, submitter: 'bench' });
  if (!answer.ok) throw new Error(answer.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  await bench.gateway.idle();
  const [callsBefore, there] = [await countCalls(url), await countEncounters(url)];
  const seconds = await deliver(ground);
  const arrived = (await countEncounters(url)) - there;
  if (arrived !== of.length) throw new Error(`${String(arrived)} of ${String(of.length)} visits arrived`);
  const calls = toDifference(callsBefore, await countCalls(url));
  return { visitsPerSecond: of.length / seconds, limitPerSecond: await askLimit(url, of.length), calls, visits: of.length, newPersons };
}

/** Seconds from the start of a worker as the gateway has it until nothing is owed any more. */
async function deliver({ bench, url, client }: Ground): Promise<number> {
  const config = readConfig({ TITIAN_DATA: join(bench.dir, 'data'), TITIAN_SITE: join(bench.dir, 'site') });
  const site = await readSiteFolder(config.siteDir);
  const needs = {
    ...{ owner: randomUUID(), store: bench.store, site: () => Promise.resolve(site), log: pino({ level: 'warn' }, pino.destination(2)) },
    tables: await loadTables([join(packageRoot, 'sources')]),
    metrics: createMetrics({
      environment: 'simulasi',
      readFigures: () => Promise.reject(new Error('nobody reads these figures')),
      now: () => new Date(),
    }),
    sandboxUrl: url,
  };
  const since = performance.now();
  const worker = await openWorker(config, needs);
  try {
    for (;;) {
      if (!(await isOwed(client))) return (performance.now() - since) / 1000;
      if (performance.now() - since > longestMs) throw new Error(`debts are still open: ${await tellOpen(client)}`);
      await pause(50);
    }
  } finally {
    await worker.stop();
    needs.metrics.stop();
  }
}

/** Asked twenty times a second: what is due stands in an index, and only when nothing is due the table is read for what waits. */
async function isOwed(client: pg.Client): Promise<boolean> {
  const { rows: due } = await client.query(
    `select 1 from owed where environment = 'simulasi' and platform = 'satusehat' and due < 'infinity' limit 1`,
  );
  if (due.length > 0) return true;
  const { rows: open } = await client.query(`select 1 from owed where state <> 'settled' limit 1`);
  return open.length > 0;
}

async function tellOpen(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select subject_kind, state, reason, count(*)::int from owed where state <> 'settled' group by 1, 2, 3`,
  );
  return JSON.stringify(rows);
}

async function askLimit(url: string, visits: number): Promise<number> {
  const file = join(packageRoot, 'site-example', 'kredensial-simulasi.json');
  const clients = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, { clientId: string; clientSecret: string }>>;
  const client = clients[organization];
  if (client === undefined) throw new Error(`No credentials of ${organization} in ${file}`);
  const known = { patient: 'P99000000201', practitioner: 'N99000003', location: '3f0c9902-0003-4a00-8000-000000000001' };
  return measureLimit({ url, organization, client, ...known, visits, inFlight: 8 });
}
