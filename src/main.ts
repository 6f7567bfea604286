import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { readCredentials } from './credentials.ts';
import { runWorker, type RunningWorker } from './deliver/run-worker.ts';
import { tellFirstKey, tellReady } from './first-words.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { platforms, type GatewayParts } from './gateway/parts.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import type { KeyHolder } from './http/require-key.ts';
import { keepBeside } from './keep-beside.ts';
import { keepSite } from './keep-site.ts';
import { loadTables, type Tables } from './load-tables.ts';
import { createFaultLog } from './log.ts';
import { openTitianStore, readSiteFolder, type Tell } from './open-titian.ts';
import { createSatusehat } from './platforms/satusehat/index.ts';
import { keepSandbox, type SandboxProcess } from './sandbox-process.ts';
import { holdGatewayLock } from './store/embedded/gateway-lock.ts';
import { createLedger } from './store/ledger.ts';
import type { Store } from './store/open-store.ts';
import { findStoreAilment } from './store/store-ailment.ts';

export interface StartOptions {
  readonly tell: Tell;
  readonly log: Logger;
  /** Files with more people for the sandbox. */
  readonly sandboxPeople: readonly string[];
}

/** A gateway at work. */
export interface RunningTitian {
  readonly url: string;
  readonly sandboxUrl: string | undefined;
  readonly gateway: Gateway;
  readonly store: Store;
  /** Finishes what is in flight and ends everything this start started. */
  stop(): Promise<void>;
}

const retryPolicy = { firstWaitMs: 2000, longestWaitMs: 15 * 60_000, maxAttempts: 60, quietMs: 5000 };
const leaseMs = 60_000;
/** How long requests under way may take when the gateway is told to end. */
const patienceMs = 10_000;

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

type Closing = (() => Promise<void>)[];

async function startParts(config: Config, options: StartOptions, closing: Closing): Promise<Omit<RunningTitian, 'stop'>> {
  const { tell, log } = options;
  const [opened, tables, sandbox] = await openParts(config, options, closing);
  const { store } = opened;
  await freeWhatIsOver(config, store);
  const site = await keepSite(store, {
    readFolder: () => readSiteFolder(config.siteDir),
    tell,
    onChange: async () => {
      await lookAnew(store);
      worker.wake();
    },
  });
  const worker = await startWorker(config, { store, site: site.current, log, validator: tables.validator, sandboxUrl: sandbox?.url });
  closing.push(() => worker.stop());
  const gateway = startGateway(
    {
      store,
      tables,
      site: site.current,
      log,
      wake: () => {
        worker.wake();
      },
    },
    closing,
  );
  const listening = await listen(createFace(config, { gateway, store, log }), { host: config.host, port: config.port, patienceMs });
  closing.push(() => listening.close());
  closing.push(keepBeside({ opened, sandbox, site, log }));
  await tellFirstKey(store, tell);
  tellReady(tell, config, { url: listening.url, sandboxUrl: sandbox?.url });
  return { url: listening.url, sandboxUrl: sandbox?.url, gateway, store };
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
  const all = [opening, loadTables(config.sourceDirs), sandbox] as const;
  await Promise.allSettled(all);
  return Promise.all(all);
}

function startGateway(
  parts: Pick<GatewayParts, 'store' | 'tables' | 'site' | 'wake'> & { readonly log: Logger },
  closing: Closing,
): Gateway {
  const { log, ...own } = parts;
  const gateway = createGateway({ ...own, now: () => new Date(), newId: randomUUID, owner: ownerName });
  const resuming = gateway.resume(createFaultLog(log, 'resume-failed', Date.now));
  closing.push(async () => {
    gateway.stop();
    await resuming;
  });
  return gateway;
}

/** What waited for a place, a nakes or a policy; another gateway may have looked at it with the old register, so each looks for itself. */
async function lookAnew(store: Store): Promise<void> {
  const at = new Date();
  await store.transact(async (tx) => {
    for (const platform of platforms) await store.owed.releaseForRegister(tx, platform, at);
  });
}

const ownerName = `${String(process.pid)}-${randomUUID()}`;

/** Credentials are read anew at each start. And where the lock of the data folder is ours no other gateway lives, so its leases need not run out. */
async function freeWhatIsOver(config: Config, store: Store): Promise<void> {
  const now = new Date();
  for (const platform of platforms)
    await store.owed.release(store.db, { platform, states: ['held'], reasons: ['kredensial-belum-ada'] }, now);
  if (config.databaseUrl !== undefined) return;
  await store.owed.expireLeases(store.db, ownerName, { now, quiet: new Date(now.getTime() + retryPolicy.quietMs) });
  await store.readings.expireReadings(store.db, ownerName, now);
}

async function startSandbox(config: Config, options: StartOptions): Promise<SandboxProcess | undefined> {
  if (config.satusehatUrl !== undefined) return undefined;
  return keepSandbox({ port: config.sandboxPort, dataDir: join(config.dataDir, 'sandbox'), people: options.sandboxPeople });
}

interface WorkerNeeds {
  readonly store: Store;
  readonly site: GatewayParts['site'];
  readonly log: Logger;
  readonly validator: Tables['validator'];
  readonly sandboxUrl: string | undefined;
}

async function startWorker(config: Config, { store, site, log, validator, sandboxUrl }: WorkerNeeds): Promise<RunningWorker> {
  const host = config.satusehatUrl ?? sandboxUrl ?? '';
  const platform = createSatusehat({
    environment: config.environment,
    fhirUrl: `${host}/fhir-r4/v1`,
    tokenUrl: `${host}/oauth2/v1`,
    credentials: await readCredentials(config),
    timeoutMs: 30_000,
    now: Date.now,
    judge: (resource) => (validator.isValid(resource) ? [] : validator.validate(resource).issues),
  });
  const ledger = createLedger(store, { platform: platform.name, owner: ownerName, leaseMs, site });
  const parts = { ledger, platform, policy: retryPolicy, now: () => new Date(), jitter: Math.random, concurrency: 8, timeoutMs: 40_000 };
  return runWorker(parts, { idleMs: 1000, onFault: createFaultLog(log, 'delivery-failed', Date.now) });
}

function createFace(config: Config, parts: { readonly gateway: Gateway; readonly store: Store; readonly log: Logger }): Express {
  const { gateway, store, log } = parts;
  return createApp({
    desk: gateway,
    verifyKey: (key) => findHolder(store, key),
    checkReady: async () => {
      await store.db.rows('select-one');
    },
    findAilment: findStoreAilment,
    environment: config.environment,
    log,
    newId: randomUUID,
  });
}

async function findHolder(store: Store, text: string): Promise<KeyHolder | undefined> {
  const key = await store.apiKeys.verifyApiKey(store.db, text);
  if (key === undefined) return undefined;
  const within = key.scope.find((word) => word.startsWith('within:'))?.slice('within:'.length);
  return { submitter: key.name, ...(within === undefined ? {} : { within }) };
}
