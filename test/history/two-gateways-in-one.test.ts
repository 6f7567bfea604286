import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { breakLeases, type KnownFault } from '../../bench/cluster/break-leases.ts';
import { collectHistory } from '../../bench/cluster/collect-history.ts';
import { recordLeases } from '../../bench/cluster/record-leases.ts';
import { writeSite } from '../../bench/cluster/write-site.ts';
import { checkHistory, countFindings } from '../../bench/history/check-history.ts';
import type { Told } from '../../bench/history/history.ts';
import { inventRecords } from '../../bench/history/invent-records.ts';
import type { RecordLoad } from '../../bench/history/record-load.ts';
import { deliverDue } from '../../src/deliver/worker.ts';
import type { WorkerParts } from '../../src/deliver/worker-parts.ts';
import { createGateway, type Gateway } from '../../src/gateway.ts';
import { loadTables } from '../../src/load-tables.ts';
import type { Site } from '../../src/map/place.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';
import { createLedger } from '../../src/store/ledger.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { startReceiver, type Receiver } from '../platforms/receiving/receiver.ts';
import { createReceivingPlatform } from '../platforms/receiving/receiving-platform.ts';

/** Two gateways in one process on one clock: the proof with processes is `npm run prove:cluster`. */
interface Miniature {
  readonly url: string;
  readonly receiver: Receiver;
  readonly gateways: readonly { readonly gateway: Gateway; readonly worker: WorkerParts; readonly events: string }[];
  readonly clock: { now: Date };
  close(): Promise<void>;
}

const leaseMs = 60_000;
const load = inventRecords({ visits: 40, seed: 7, corrected: 20, withdrawn: 0, fileRows: [5, 15], longEvery: 0 });
const tables = await loadTables([join(packageRoot, 'sources')]);
let dir: string;
let site: Site;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'titian-miniature-'));
  site = await readSiteFolder(await writeSite(dir, load));
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

async function aMiniature(fault: KnownFault | undefined): Promise<Miniature> {
  const [url, receiver] = await Promise.all([aDatabase(), startReceiver()]);
  const clock = { now: new Date('2025-09-01T00:00:00Z') };
  const gateways = await Promise.all(
    ['pertama', 'kedua'].map(async (name) => {
      const store = await aStore({ url });
      const events = join(dir, `${randomUUID()}.ndjson`);
      const parts = { store, tables, site: () => Promise.resolve(site), now: () => clock.now, newId: randomUUID };
      const gateway = createGateway({ ...parts, wake: () => undefined, owner: name });
      return {
        gateway,
        events,
        worker: toWorker(fault === undefined ? store : breakLeases(store, fault, url), { receiver, clock, name, events }),
      };
    }),
  );
  return { url, receiver, gateways, clock, close: () => receiver.close() };
}

function toWorker(
  store: Store,
  of: { readonly receiver: Receiver; readonly clock: { readonly now: Date }; readonly name: string; readonly events: string },
): WorkerParts {
  const recorder = recordLeases({ file: of.events, owner: of.name, clock: () => performance.now() });
  const settings = { platform: 'satusehat', owner: of.name, leaseMs, site: () => Promise.resolve(site), maySend: () => true };
  return {
    ledger: recorder.watchLedger(createLedger(recorder.watchStore(store), settings)),
    platform: recorder.watchPlatform(createReceivingPlatform({ url: of.receiver.url })),
    policy: { firstWaitMs: 1000, longestWaitMs: 10_000, maxAttempts: 60, quietMs: 5000 },
    now: () => of.clock.now,
    jitter: () => 1,
    concurrency: 2,
    timeoutMs: 20_000,
  };
}

/** Hands every file in at one gateway or the other, each after what it corrects. */
async function handIn({ files }: RecordLoad, { gateways }: Miniature): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const [index, { source, content, rows }] of files.entries()) {
    const askedAt = performance.now();
    const answer = await gateways[index % 2]?.gateway.submit({ source, bytes: Buffer.from(content), submitter: 'bukti' });
    if (answer?.ok !== true) throw new Error('A list that was invented is refused');
    const submission = answer.value.id;
    const answeredAt = performance.now();
    told.push(...rows.map((row) => ({ ...row, submission, askedAt, answeredAt })));
  }
  return told;
}

/** Both work at once, until nothing is due any more. Now and then one of them sleeps through its leases in the middle of its work. */
async function deliver({ gateways, clock, receiver }: Miniature): Promise<void> {
  const [first, second] = gateways;
  if (first === undefined || second === undefined) throw new Error('There are two gateways');
  for (let round = 0, idle = 0; idle < 10; round += 1) {
    if (round > 600) throw new Error('deliveries never come to rest');
    const asleep = round % 4 === 0 ? first.worker : undefined;
    const looked = asleep === undefined ? 0 : await sleepThrough(asleep, second.worker, clock);
    const both = await Promise.all([first.worker, second.worker].map((worker) => deliverDue(worker)));
    idle = looked + both.reduce((sum, count) => sum + count, 0) === 0 ? idle + 1 : 0;
    clock.now = new Date(clock.now.getTime() + 3000);
    receiver.landLate();
  }
}

/** With its first message prepared the worker sleeps until its leases have ended, and the other takes what it held. */
async function sleepThrough(worker: WorkerParts, other: WorkerParts, clock: { now: Date }): Promise<number> {
  let slept = false;
  const beginSending: WorkerParts['ledger']['beginSending'] = async (debt, message, now) => {
    if (!slept) {
      slept = true;
      clock.now = new Date(clock.now.getTime() + leaseMs + 1000);
      for (let passes = 0; passes < 50 && (await deliverDue(other)) > 0; passes += 1);
    }
    return worker.ledger.beginSending(debt, message, now);
  };
  return deliverDue({ ...worker, concurrency: 1, ledger: { ...worker.ledger, beginSending } });
}

async function prove(fault: KnownFault | undefined): Promise<Readonly<Record<string, number>>> {
  const miniature = await aMiniature(fault);
  const { receiver, url, gateways } = miniature;
  receiver.fault(
    { kind: 'lost', probability: 0.1, seed: 1 },
    { kind: 'late', probability: 0.05, seed: 2 },
    { kind: 'cut', probability: 0.05, seed: 3 },
  );
  const told = await handIn(load, miniature);
  await deliver(miniature);
  const ask = <R extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<readonly R[]> => query<R>(url, sql, values);
  const nodes = gateways.map(({ events }) => ({ events, endedAt: () => undefined }));
  const history = await collectHistory({ ask, receiver }, { told, withdrawn: [] }, nodes);
  await miniature.close();
  expect(history.journal.length).toBeGreaterThan(200);
  return countFindings(checkHistory(history));
}

test('two gateways that share their work, sleep through leases and lose answers keep every promise', async () => {
  expect(Object.entries(await prove(undefined)).filter(([, count]) => count > 0)).toEqual([]);
});

test('a ledger that ignores whose lease it is is found out', async () => {
  expect((await prove('ignore-lease'))['leaseInTwoHands']).toBeGreaterThan(0);
});
