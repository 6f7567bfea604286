import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config, FhirServerSettings } from './config.ts';
import { readCredentials } from './credentials.ts';
import { createBreaker } from './deliver/breaker.ts';
import { createQuotaGate } from './deliver/quota/quota-gate.ts';
import { closingMonth } from './deliver/reporting-month.ts';
import { joinWorkers, runWorker, type RunningWorker } from './deliver/run-worker.ts';
import type { WorkerParts } from './deliver/worker-parts.ts';
import { createContactCount } from './gateway/judging/count-contact.ts';
import type { GatewayParts } from './gateway/parts.ts';
import { loadCorrectionTable } from './open-corrections.ts';
import type { Tables } from './load-tables.ts';
import { loadWilayah } from './load-wilayah.ts';
import { createFaultLog } from './log.ts';
import { createAnswerOf, createMaySend, createMaySendToServer, listComputedKeys } from './map/may-send.ts';
import type { Metrics } from './operate/metrics.ts';
import { keepCredentials, watchCredentials } from './open-credentials.ts';
import { openIdentitySettings } from './open-identity-settings.ts';
import { openVisitSettings } from './open-visit-settings.ts';
import { createFhirServer } from './platforms/fhir-server/index.ts';
import type { Platform } from './platforms/platform.ts';
import { createSatusehat, type SatusehatOptions } from './platforms/satusehat/index.ts';
import { readRuleBook } from './platforms/satusehat/read-rule-book.ts';
import { packageRoot } from './root.ts';
import { readServerAuthorization } from './server-authorization.ts';
import { createLedger } from './store/ledger.ts';
import type { Store } from './store/open-store.ts';
import { toQuotaShelf } from './store/quotas.ts';
import type { Telling } from './store/subjects/loading.ts';

export const retryPolicy = { firstWaitMs: 2000, longestWaitMs: 15 * 60_000, maxAttempts: 60, quietMs: 5000 };
const leaseMs = 60_000;

/** What the way out needs. */
export interface WorkerNeeds {
  readonly owner: string;
  readonly store: Store;
  readonly site: GatewayParts['site'];
  readonly log: Logger;
  readonly tables: Tables;
  readonly metrics: Metrics;
  readonly sandboxUrl: string | undefined;
}

/** What keeps a worker within what a platform allows, and what goes first where that is little. */
function openQuota(
  config: Config,
  platform: string,
  { store, metrics }: Pick<WorkerNeeds, 'store' | 'metrics'>,
): Pick<WorkerParts, 'quota' | 'urgent'> {
  const quota = createQuotaGate({ shelf: toQuotaShelf(store.db, platform), now: Date.now, random: Math.random });
  metrics.watchQuota(platform, quota);
  return { quota, urgent: (now) => closingMonth(now, config.reportDay) };
}

/** Starts the way out to every platform there is: SATUSEHAT, or the sandbox in its place, and the FHIR server of the district. */
export async function openWorker(config: Config, needs: WorkerNeeds): Promise<RunningWorker> {
  const { fhirServer } = config;
  // What cannot be used is told before anything runs.
  const authorization = fhirServer === undefined ? undefined : await readServerAuthorization(fhirServer);
  const satusehat = await openSatusehat(config, needs);
  return fhirServer === undefined ? satusehat : joinWorkers([satusehat, openServer({ ...fhirServer, authorization }, config, needs)]);
}

type Server = FhirServerSettings & { readonly authorization: string | undefined };

/** The way out to a FHIR server of one's own. */
function openServer({ url, identity, authorization }: Server, config: Config, needs: WorkerNeeds): RunningWorker {
  const server = createFhirServer({ environment: config.environment, url, authorization, identity, timeoutMs: 30_000 });
  const telling = {
    computed: listComputedKeys(needs.tables.programme.elements),
    maySend: createMaySendToServer(needs.tables.programme.elements, { platform: server.name, showsNames: identity === 'lengkap' }),
  };
  return startWorker(server, telling, config, needs);
}

/** What the district chose where the platform's documents disagree, or nobody has seen what it does. */
async function openChoices({ programmeDirs }: Config): Promise<Pick<SatusehatOptions, 'corrections' | 'visits' | 'identity'>> {
  const [corrections, visits, identity] = await Promise.all([
    loadCorrectionTable(programmeDirs),
    openVisitSettings(programmeDirs),
    openIdentitySettings(programmeDirs),
  ]);
  return { corrections, visits, identity };
}

async function openSatusehat(config: Config, needs: WorkerNeeds): Promise<RunningWorker> {
  const { store, site, log, tables, sandboxUrl } = needs;
  const { validator, programme } = tables;
  const kept = await keepCredentials({ store, site, open: await readCredentials(config), now: Date.now });
  const host = config.satusehatUrl ?? sandboxUrl ?? '';
  const satusehat = createSatusehat({
    ...(await openChoices(config)),
    environment: config.environment,
    fhirUrl: `${host}/fhir-r4/v1`,
    tokenUrl: `${host}/oauth2/v1`,
    credentials: kept.book,
    board: kept.board,
    timeoutMs: 30_000,
    now: Date.now,
    judge: (resource) => (validator.isValid(resource) ? [] : validator.validate(resource).issues),
    rules: await readRuleBook(packageRoot),
  });
  const telling = {
    computed: listComputedKeys(programme.elements),
    maySend: createMaySend(programme.elements, satusehat.name),
    contactOf: createContactCount({ store, tables, site, now: () => new Date(), newId: randomUUID }),
    wilayah: loadWilayah,
  };
  const worker = startWorker(satusehat, telling, config, needs);
  return watchCredentials(worker, kept, createFaultLog(log, 'credentials-not-looked-at', Date.now));
}

/** One worker for one platform, with a quota and a breaker of its own. */
function startWorker(to: Platform, telling: Telling, config: Config, needs: WorkerNeeds): RunningWorker {
  const { owner, store, site, log, tables, metrics } = needs;
  const platform = metrics.watchPlatform(to);
  const answerOf = createAnswerOf(tables.programme.elements);
  const ledger = createLedger(store, { platform: platform.name, owner, leaseMs, site, answerOf, ...telling });
  const parts = {
    ...{ ledger, platform, policy: retryPolicy, now: () => new Date(), jitter: Math.random, concurrency: 40, timeoutMs: 40_000 },
    ...openQuota(config, platform.name, { store, metrics }),
  };
  return runWorker(parts, {
    idleMs: 1000,
    onFault: createFaultLog(log, 'delivery-failed', Date.now),
    breaker: metrics.watchBreaker(platform.name, createBreaker()),
  });
}
