import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { keepSandbox, type SandboxProcess } from './sandbox-process.ts';
import type { Config } from './config.ts';
import { readCredentials } from './credentials.ts';
import { runWorker, type RunningWorker } from './deliver/run-worker.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createApp } from './http/app.ts';
import type { KeyHolder } from './http/require-key.ts';
import { loadTables, type Tables } from './load-tables.ts';
import { openTitianStore, readSiteFolder, type Tell } from './open-titian.ts';
import { createSatusehat } from './platforms/satusehat/index.ts';
import { keepSite } from './keep-site.ts';
import { holdGatewayLock } from './store/embedded/gateway-lock.ts';
import { createLedger } from './store/ledger.ts';
import type { Store } from './store/open-store.ts';

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
  const [opened, tables, sandbox] = await Promise.all([
    openTitianStore(config, tell),
    loadTables(config.sourceDirs),
    startSandbox(config, options),
  ]);
  const { store } = opened;
  closing.push(() => opened.close({ server: true }));
  if (sandbox !== undefined) closing.push(() => sandbox.stop());
  if (config.databaseUrl === undefined) await freeWhatTheDeadHeld(store);
  const site = await keepSite(store, () => readSiteFolder(config.siteDir), tell);
  const worker = await startWorker(config, { store, site, log, validator: tables.validator, sandboxUrl: sandbox?.url });
  closing.push(() => worker.stop());
  const gateway = createGateway({
    store,
    tables,
    site,
    now: () => new Date(),
    newId: randomUUID,
    wake: () => {
      worker.wake();
    },
    owner: ownerName,
  });
  const resuming = gateway.resume().catch((fault: unknown) => {
    log.error({ event: 'resume-failed', fault });
  });
  closing.push(async () => {
    gateway.stop();
    await resuming;
  });
  const server = await listen(config, { gateway, store, log });
  closing.push(() => close(server));
  await tellFirstKey(store, tell);
  const url = `http://${config.host}:${String((server.address() as AddressInfo).port)}`;
  tell(toldReady(config, url, sandbox));
  return { url, sandboxUrl: sandbox?.url, gateway, store };
}

const ownerName = `${String(process.pid)}-${randomUUID()}`;

/** The lock of the data folder is ours: no other gateway lives, so its leases need not run out first. */
async function freeWhatTheDeadHeld(store: Store): Promise<void> {
  const now = new Date();
  await store.owed.expireLeases(store.db, ownerName, { now, quiet: new Date(now.getTime() + retryPolicy.quietMs) });
  await store.readings.expireReadings(store.db, ownerName, now);
}

async function startSandbox(config: Config, options: StartOptions): Promise<SandboxProcess | undefined> {
  if (config.satusehatUrl !== undefined) return undefined;
  return keepSandbox({ port: config.sandboxPort, dataDir: join(config.dataDir, 'sandbox'), people: options.sandboxPeople });
}

interface WorkerNeeds {
  readonly store: Store;
  readonly site: Awaited<ReturnType<typeof keepSite>>;
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
  return runWorker(parts, {
    idleMs: 1000,
    onFault: (fault) => {
      log.error({ event: 'delivery-failed', platform: platform.name, fault });
    },
  });
}

async function listen(config: Config, parts: { readonly gateway: Gateway; readonly store: Store; readonly log: Logger }): Promise<Server> {
  const { gateway, store, log } = parts;
  const app = createApp({
    desk: gateway,
    verifyKey: (key) => findHolder(store, key),
    checkReady: async () => {
      await store.db.rows('select-one');
    },
    environment: config.environment,
    log,
    newId: randomUUID,
  });
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  return server;
}

async function findHolder(store: Store, text: string): Promise<KeyHolder | undefined> {
  const key = await store.apiKeys.verifyApiKey(store.db, text);
  if (key === undefined) return undefined;
  const within = key.scope.find((word) => word.startsWith('within:'))?.slice('within:'.length);
  return { submitter: key.name, ...(within === undefined ? {} : { within }) };
}

async function tellFirstKey(store: Store, tell: Tell): Promise<void> {
  if ((await store.apiKeys.countApiKeys(store.db)) > 0) return;
  const { text } = await store.apiKeys.createApiKey(store.db, {
    name: 'kunci-pertama',
    scope: ['submit', 'read', 'admin'],
    at: new Date(),
  });
  tell({
    event: 'first-key',
    id: `Kunci API pertama (hanya ditampilkan sekali ini): ${text}`,
    en: 'The first API key, shown this once.',
    facts: { key: text },
  });
}

function toldReady(config: Config, url: string, sandbox: SandboxProcess | undefined): Parameters<Tell>[0] {
  const where =
    sandbox === undefined ? (config.satusehatUrl ?? '') : `${sandbox.url} (sandbox, simulasi: tidak ada yang keluar dari komputer ini)`;
  return {
    event: 'ready',
    id: `Titian siap di ${url} · lingkungan ${config.environment} · SATUSEHAT: ${where}\nBerikutnya: TITIAN_API_KEY=<kunci> npm run titian -- submit --source posyandu-kenanga FILE.csv, atau npm run demo.`,
    en: `Titian is ready at ${url}. Next: hand in a file with TITIAN_API_KEY=<key> npm run titian -- submit, or run npm run demo.`,
    facts: { url, environment: config.environment, ...(sandbox === undefined ? {} : { sandbox: sandbox.url }) },
  };
}

async function close(server: Server): Promise<void> {
  server.closeIdleConnections();
  await new Promise<void>((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
}
