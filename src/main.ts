import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { tellFirstKey, tellReady } from './first-words.ts';
import { createGateway, type Gateway } from './gateway.ts';
import type { GatewayParts } from './gateway/parts.ts';
import { createCatchUpJob } from './gateway/catch-up-job.ts';
import { judgeAll } from './gateway/judging/judge-persons.ts';
import { createClosingJob } from './gateway/episodes/closing-job.ts';
import { createJudgingJob } from './gateway/judging/judging-job.ts';
import { createClosedPlacesJob } from './gateway/places/closed-places-job.ts';
import { createRereadJob } from './gateway/replay/reread-job.ts';
import { listen } from './http/listen.ts';
import { createMetrics, type Metrics } from './operate/metrics.ts';
import { openFigures } from './operate/metrics/open-figures.ts';
import { keepBeside } from './operate/keep-beside.ts';
import { keepSite } from './operate/keep-site.ts';
import { loadTables } from './load-tables.ts';
import { createFaultLog } from './log.ts';
import { changedPlaces } from './map/places/changed-places.ts';
import { openDeliveries } from './open-deliveries.ts';
import { openFace } from './open-face.ts';
import { openSchedule } from './open-schedule.ts';
import { openTitianStore, readSiteFolder, type Tell } from './open-titian.ts';
import { openWorker, retryPolicy } from './open-worker.ts';
import type { RunningWorker } from './deliver/run-worker.ts';
import { keepSandbox, type SandboxProcess } from './sandbox-process.ts';
import { holdGatewayLock } from './store/embedded/gateway-lock.ts';
import type { Job } from './schedule/job.ts';
import type { Store } from './store/open-store.ts';

export interface StartOptions {
  readonly tell: Tell;
  readonly log: Logger;
  /** Files with more people for the sandbox. */
  readonly sandboxPeople: readonly string[];
  /** The way out, where it does not lead to SATUSEHAT or its sandbox: proofs run whole gateways against platforms of their own. */
  readonly openWorker?: typeof openWorker;
}

/** A gateway at work. */
export interface RunningTitian {
  readonly url: string;
  readonly sandboxUrl: string | undefined;
  readonly gateway: Gateway;
  readonly store: Store;
  /** Looks at once at whoever is due to be looked at, as the job does now and then. */
  readonly judge: () => Promise<number>;
  /** Finishes what is in flight and ends everything this start started. */
  stop(): Promise<void>;
}

/** How long requests under way may take when the gateway is told to end. */
const patienceMs = 5000;

/** The composition root: settings -> parts -> start, stop. The only place that knows a concrete store and platform. */
export async function startTitian(config: Config, options: StartOptions): Promise<RunningTitian> {
  const lock = config.databaseUrl === undefined ? await holdGatewayLock(config.dataDir) : undefined;
  const closing: (() => Promise<void>)[] = lock === undefined ? [] : [() => lock.release()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return { ...(await startParts(config, options, closing)), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** What a fault left under a lease of ours is free at once; where the database is away the lease ends by itself. */
async function endWorker(worker: RunningWorker, store: Store, log: Logger): Promise<void> {
  await worker.stop();
  await store.owed.releaseLeases(store.db, ownerName, new Date()).catch(createFaultLog(log, 'release-failed', Date.now));
}

type Closing = (() => Promise<void>)[];

async function startParts(config: Config, options: StartOptions, closing: Closing): Promise<Omit<RunningTitian, 'stop'>> {
  const { tell, log, openWorker: open = openWorker } = options;
  const [opened, tables, sandbox] = await openParts(config, options, closing);
  const { store } = opened;
  await freeWhatIsOver(config, store);
  const metrics = openMetrics(config, opened.url, closing);
  const site = await keepSite(store, {
    readFolder: () => readSiteFolder(config.siteDir),
    tell,
    onChange: async (now, before) => {
      await lookAnew(store, changedPlaces(before, now));
      worker.wake();
    },
  });
  const worker = await open(config, { owner: ownerName, store, site: site.current, log, tables, metrics, sandboxUrl: sandbox?.url });
  closing.push(() => endWorker(worker, store, log));
  const wake = (): void => {
    worker.wake();
  };
  const parts = { store, tables, site: site.current, wake, now: () => new Date(), newId: randomUUID, owner: ownerName };
  const gateway = startGateway(parts, log, closing);
  closing.push(openSchedule({ store, owner: ownerName, log, jobs: createJobs(parts) }).stop);
  const note = (event: string, facts: object): void => {
    log.info({ event, ...facts });
  };
  const deliveries = openDeliveries({ store, tables: () => Promise.resolve(tables), site: site.current, wake, note });
  const listening = await listen(
    openFace(config, { gateway, deliveries, store, log, metrics, site: site.current, validator: tables.validator, parts }),
    {
      host: config.host,
      port: config.port,
      patienceMs,
    },
  );
  closing.push(() => listening.close());
  closing.push(keepBeside({ opened, sandbox, site, log }));
  await tellFirstKey(store, tell);
  tellReady(tell, config, { url: listening.url, sandboxUrl: sandbox?.url });
  return { url: listening.url, sandboxUrl: sandbox?.url, gateway, store, judge: () => judgeAll(parts) };
}

/** Work that comes again and again. */
function createJobs(parts: GatewayParts): readonly Job[] {
  return [
    createRereadJob(parts),
    createJudgingJob(parts),
    createClosingJob(parts),
    createClosedPlacesJob(parts),
    ...createCatchUpJob(parts),
  ];
}

/** Opens what does not need each other at once. Where one fails the others are waited for, so that what they started is ended too. */
async function openParts(config: Config, options: StartOptions, closing: Closing) {
  const opening = openTitianStore(config, options.tell).then((opened) => {
    closing.push(() => opened.close({ server: true }));
    return opened;
  });
  const sandbox = startSandbox(config, options).then((started) => {
    if (started !== undefined) closing.push(() => started.stop());
    return started;
  });
  const all = [opening, loadTables(config.sourceDirs, config.programmeDirs), sandbox] as const;
  await Promise.allSettled(all);
  return Promise.all(all);
}

function startGateway(parts: GatewayParts, log: Logger, closing: Closing): Gateway {
  const gateway = createGateway(parts);
  const resuming = gateway.resume(createFaultLog(log, 'resume-failed', Date.now));
  closing.push(async () => {
    gateway.stop();
    await resuming;
  });
  return gateway;
}

/** What waited for a place, a nakes or a policy; another gateway may have looked at it with the old register, so each looks for itself. */
async function lookAnew(store: Store, places: readonly string[]): Promise<void> {
  const at = new Date();
  await store.transact(async (tx) => {
    for (const platform of store.platforms) {
      await store.owed.releaseForRegister(tx, platform, at);
      await store.owed.raisePlaces(
        tx,
        platform,
        places.map((code) => ({ code, since: at })),
        at,
      );
    }
  });
}

const ownerName = `${String(process.pid)}-${randomUUID()}`;

/** Where the lock of the data folder is ours no other gateway lives, so its leases need not run out. */
async function freeWhatIsOver(config: Config, store: Store): Promise<void> {
  if (config.databaseUrl !== undefined) return;
  const now = new Date();
  await store.owed.expireLeases(store.db, ownerName, { now, quiet: new Date(now.getTime() + retryPolicy.quietMs) });
  await store.readings.expireReadings(store.db, ownerName, now);
}

async function startSandbox(config: Config, options: StartOptions): Promise<SandboxProcess | undefined> {
  if (config.satusehatUrl !== undefined) return undefined;
  return keepSandbox({ port: config.sandboxPort, dataDir: join(config.dataDir, 'sandbox'), people: options.sandboxPeople });
}

/** The figures of this process and of what is owed, with a connection of their own. */
function openMetrics(config: Config, url: string, closing: Closing): Metrics {
  const figures = openFigures(url, config.environment);
  const metrics = createMetrics({ environment: config.environment, readFigures: figures.read, now: () => new Date() });
  closing.push(async () => {
    metrics.stop();
    await figures.close();
  });
  return metrics;
}
