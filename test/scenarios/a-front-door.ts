import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createBreaker } from '../../src/deliver/breaker.ts';
import { deliverDue } from '../../src/deliver/worker.ts';
import { createGateway, type Gateway } from '../../src/gateway.ts';
import { createContactCount } from '../../src/gateway/judging/count-contact.ts';
import { judgeAll } from '../../src/gateway/judging/judge-persons.ts';
import type { GatewayParts } from '../../src/gateway/parts.ts';
import { loadTables } from '../../src/load-tables.ts';
import { createAnswerOf, createMaySend, createMaySendToServer, listComputedKeys } from '../../src/map/may-send.ts';
import type { Site } from '../../src/map/place.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { ownServer } from '../../src/platforms/own-server.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { createSatusehat, type SatusehatOptions } from '../../src/platforms/satusehat/index.ts';
import { toCredentialBook } from '../../src/platforms/satusehat/sending/credential-book.ts';
import { readRuleBook } from '../../src/platforms/satusehat/read-rule-book.ts';
import { packageRoot } from '../../src/root.ts';
import { createLedger, type LedgerOptions } from '../../src/store/ledger.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { SubmissionResult } from '../../src/submission.ts';
import { aDatabase, aStore } from '../a-store.ts';
import { secretOf } from '../simulator/a-sandbox.ts';

/** A district as its people use it: files in by the front door, everything due delivered, one clock for all. */
export interface FrontDoor {
  readonly store: Store;
  /** Of its database. */
  readonly url: string;
  readonly gateway: Gateway;
  readonly parts: GatewayParts;
  clock: { now: Date };
  site: Site;
  at(moment: string): void;
  /** Hands a file in and expects it to be read at once. */
  handIn(source: string, file: string, facts?: { readonly submitter?: string; readonly fileName?: string }): Promise<SubmissionResult>;
  /** Delivers until nothing is due at this moment. */
  deliver(): Promise<void>;
}

const rules = await readRuleBook(packageRoot);
const tables = await loadTables([join(packageRoot, 'sources'), join(packageRoot, 'test', 'scenarios', 'sources')]);

/** The whole way through with a platform of the test's choice; the platform is asked for once the clock is there. */
export async function aFrontDoor(
  platformOf: (clock: { now: Date }) => Promise<Platform> | Platform,
  others: readonly Platform[] = [],
): Promise<FrontDoor> {
  const platforms = ['satusehat', ...others.map(({ name }) => name)];
  const url = await aDatabase();
  const [store, site] = await Promise.all([aStore({ url, platforms }), readSiteFolder(join(packageRoot, 'site-example'))]);
  const clock = { now: new Date('2025-08-15T00:00:00Z') };
  const platform = await platformOf(clock);
  const parts: GatewayParts = {
    ...{ store, tables, newId: randomUUID, owner: 'gerbang-uji' },
    site: () => Promise.resolve(door.site),
    now: () => clock.now,
    wake: () => undefined,
  };
  const gateway = createGateway(parts);
  const door: FrontDoor = {
    ...{ store, url, gateway, parts, clock, site },
    at: (moment) => {
      clock.now = new Date(moment);
    },
    handIn: async (source, file, { submitter = 'simpus-uji', ...facts } = {}) => {
      const answer = await gateway.submit({ source, bytes: Buffer.from(file), submitter, ...facts });
      if (!answer.ok) throw new Error(`refused: ${answer.issues.map(({ code }) => code).join()}`);
      return answer.value;
    },
    deliver: async () => {
      for (const each of [platform, ...others]) await deliverAll(door, each);
    },
  };
  return door;
}

async function deliverAll({ store, parts, clock, site }: FrontDoor, platform: Platform): Promise<void> {
  // As its job does some seconds after a file was read: visits in pregnancy, childbed and of newborns wait for it.
  await judgeAll(parts);
  const ledger = createLedger(store, {
    ...{ platform: platform.name, owner: 'pekerja-uji', leaseMs: 120_000 },
    site: () => Promise.resolve(site),
    maySend: maySendTo(platform.name),
    answerOf: createAnswerOf(tables.programme.elements),
    computed: listComputedKeys(tables.programme.elements),
    contactOf: createContactCount({ store, tables, site: () => Promise.resolve(site), now: () => clock.now, newId: randomUUID }),
  });
  const policy = { firstWaitMs: 1000, longestWaitMs: 60_000, maxAttempts: 5, quietMs: 30_000 };
  const worker = { ledger, platform, policy, now: () => clock.now, jitter: () => 1, concurrency: 4, timeoutMs: 25_000 };
  const breaker = createBreaker();
  for (let still = 0; still < 2;) {
    still = (await deliverDue(worker, breaker)) > 0 ? 0 : still + 1;
    // A visit that looked at its parent just before that was settled is due again a second later.
    clock.now = new Date(clock.now.getTime() + 1000);
  }
}

function maySendTo(platform: string): LedgerOptions['maySend'] {
  const { elements } = tables.programme;
  return platform === ownServer ? createMaySendToServer(elements, { platform, showsNames: false }) : createMaySend(elements, platform);
}

/** SATUSEHAT as a puskesmas of the example district speaks with it, at a sandbox's address. */
export function aSatusehat(url: string, clock: { now: Date }, settings: Partial<SatusehatOptions> = {}): Platform {
  return createSatusehat({
    environment: 'simulasi',
    fhirUrl: `${url}/fhir-r4/v1`,
    tokenUrl: `${url}/oauth2/v1`,
    credentials: toCredentialBook(
      new Map(
        [
          ['100009901', 'simulasi-karang-joang'],
          ['100009902', 'simulasi-bengkuring'],
        ].map(([organization = '', clientId = '']) => [organization, { clientId, clientSecret: secretOf(clientId) }]),
      ),
    ),
    timeoutMs: 20_000,
    now: () => clock.now.getTime(),
    judge: (resource) => tables.validator.validate(resource).issues,
    rules,
    ...settings,
  });
}

/** A month's list of Posyandu Kenanga. */
export function aKenangaList(month: string, ...rows: readonly string[]): string {
  return [
    `DAFTAR BALITA POSYANDU KENANGA - ${month};;;;;;;;;;;;;`,
    'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Nama Ayah;RT;RW;Tanggal Ukur;BB;TB;Lingkar Kepala;Vit A / Imunisasi',
    ...rows,
    '',
  ].join('\r\n');
}
