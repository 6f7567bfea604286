import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBreaker } from '../../src/deliver/breaker.ts';
import { deliverDue } from '../../src/deliver/worker.ts';
import { createDeliveryDesk } from '../../src/gateway/delivery-desk.ts';
import { holdReasons } from '../../src/platforms/satusehat/holds/hold-reasons.ts';
import { createSatusehat } from '../../src/platforms/satusehat/index.ts';
import { readRuleBook } from '../../src/platforms/satusehat/read-rule-book.ts';
import { toCredentialBook, type Credential } from '../../src/platforms/satusehat/sending/credential-book.ts';
import { createWordsOf } from '../../src/report/catalogue/cause-words.ts';
import { listErrorPages } from '../../src/report/catalogue/error-catalogue.ts';
import { packageRoot } from '../../src/root.ts';
import { createLedger } from '../../src/store/ledger.ts';
import type { Town } from './town.ts';

/** The way out with the district's clock, and the officer who looks after what is held. */
export interface ScaledWorker {
  /** Delivers until `until`, the clock jumping to whatever is due next; ends early when nothing will ever be due by itself. */
  passUntil(until: Date): Promise<void>;
  /** Releases all that a person has to release. */
  releaseAll(): Promise<void>;
}

const policy = { firstWaitMs: 2000, longestWaitMs: 15 * 60_000, maxAttempts: 60, quietMs: 5000 };
/** Real time: an answer that does not come is given up after it. */
const patienceMs = 700;
const longestStepMs = 15 * 60_000;

/** Opens the way out of a district to a sandbox. */
export async function openScaledWorker(town: Town, url: string): Promise<ScaledWorker> {
  const { bench, clock, random } = town;
  const { store, tables } = bench;
  const platform = createSatusehat({
    ...{ environment: 'simulasi', fhirUrl: `${url}/fhir-r4/v1`, tokenUrl: `${url}/oauth2/v1`, timeoutMs: patienceMs },
    credentials: toCredentialBook(await readCredentials()),
    now: () => clock.now.getTime(),
    judge: (resource) => (tables.validator.isValid(resource) ? [] : tables.validator.validate(resource).issues),
    rules: await readRuleBook(packageRoot),
  });
  const site = (): Promise<typeof bench.site> => Promise.resolve(bench.site);
  const ledger = createLedger(store, {
    ...{ platform: platform.name, owner: 'pekerja-uji', leaseMs: 60_000, site },
    maySend: (key) => tables.programme.elements.elements.get(key)?.kirim[platform.name] === true,
  });
  const parts = { ledger, platform, policy, now: () => clock.now, jitter: () => random.between(0, 1000) / 1000, concurrency: 8 };
  const breaker = createBreaker();
  const desk = createDeliveryDesk({
    ...{ store, site, tables: () => Promise.resolve(tables), platforms: store.platforms, now: () => clock.now, wake: () => undefined },
    note: () => undefined,
    wordsOf: createWordsOf(listErrorPages(holdReasons)),
  });
  return {
    passUntil: async (until) => {
      while (clock.now < until) {
        if ((await deliverDue({ ...parts, timeoutMs: patienceMs * 2 }, breaker)) > 0) continue;
        const next = await findNext(town);
        clock.now = new Date(Math.min(next ?? until.getTime(), clock.now.getTime() + longestStepMs, until.getTime()));
      }
    },
    releaseAll: async () => {
      const done = await desk.redrive(
        { platform: platform.name, states: ['held', 'parked', 'partial'] },
        { asker: { by: 'petugas' }, dryRun: false },
      );
      if (!done.ok) throw new Error(done.issues.map(({ diagnostics }) => diagnostics).join('\n'));
    },
  };
}

/** When something is due next, at least a tenth of a second from now. */
async function findNext({ client, clock }: Town): Promise<number | undefined> {
  const { rows } = await client.query<{ due: Date | null }>(`select min(due) as due from owed where due < 'infinity'`);
  const due = rows[0]?.due;
  return due === null || due === undefined ? undefined : Math.max(due.getTime(), clock.now.getTime() + 100);
}

async function readCredentials(): Promise<ReadonlyMap<string, Credential>> {
  const text = await readFile(join(packageRoot, 'site-example', 'kredensial-simulasi.json'), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Readonly<Record<string, Credential>>));
}
