// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Bundle } from '@medplum/fhirtypes';
import type { Debt, Ledger } from '../../src/deliver/debt.ts';
import type { RetryPolicy } from '../../src/deliver/decide.ts';
import { createBreaker } from '../../src/deliver/breaker.ts';
import { deliverDue } from '../../src/deliver/worker.ts';
import { toBundle } from '../../src/map/bundle/to-bundle.ts';
import { responsibleOn } from '../../src/map/places/ask-site.ts';
import { toUtcText } from '../../src/map/places/local-time.ts';
import { toVisitHours } from '../../src/map/places/to-visit-hours.ts';
import type { Place, Site } from '../../src/map/place.ts';
import type { Element, Person, Visit } from '../../src/map/visit.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import type { Delivery, Platform } from '../../src/platforms/platform.ts';
import type { Environment } from '../../src/platforms/subject.ts';
import { createSatusehat, type SatusehatOptions } from '../../src/platforms/satusehat/index.ts';
import { toCredentialBook } from '../../src/platforms/satusehat/sending/credential-book.ts';
import { readRuleBook } from '../../src/platforms/satusehat/read-rule-book.ts';
import { packageRoot } from '../../src/root.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import { createLedger } from '../../src/store/ledger.ts';
import { keyOfResponsible } from '../../src/store/subjects/load-practitioner.ts';
import type { Store } from '../../src/store/open-store.ts';
import { visitOutcomes, type VisitOutcomes } from '../../src/store/visit-outcomes.ts';
import { shipped as elements } from '../map/bundle/a-visit.ts';
import { aSandbox, secretOf, type Sandbox } from '../simulator/a-sandbox.ts';
import { aDatabase, aStore, query } from '../a-store.ts';

export const policy: RetryPolicy = { firstWaitMs: 1000, longestWaitMs: 60_000, maxAttempts: 5, quietMs: 30_000 };
const leaseMs = 120_000;

/** Invented children the sandbox knows (site-example/simulator/people.json). */
export const raffa = { nik: '6472991805239511', name: 'Raffa Aditya', birthDate: '2023-05-18', sex: 'L' } as const;
export const naura = { nik: '6472994302249512', name: 'Naura Khalisa', birthDate: '2024-02-03', sex: 'P' } as const;
export const bilal = { nik: '6472990112219516', name: 'Bilal', birthDate: '2021-12-01', sex: 'L' } as const;

export interface Stored {
  readonly resourceType: string;
  readonly id: string;
  readonly status?: string;
  readonly identifier: readonly { readonly system: string; readonly value: string }[];
  readonly period?: { readonly start: string; readonly end?: string };
  readonly effectiveDateTime?: string;
  readonly subject: { readonly reference: string };
}

export interface Owing {
  readonly person: Person;
  readonly date?: string;
  readonly place?: string;
  readonly grams?: number;
  readonly id?: string;
  readonly service?: string;
  /** What else the visit says, or something else than weight and vitamin A. */
  readonly elements?: readonly Element[];
  /** Changes the Bundle that is kept, e.g. so that a platform refuses a part of it. */
  readonly spoil?: (bundle: Bundle) => Bundle;
  /** The version that is owed of the person. */
  readonly personVersion?: number;
}

/** A message about a visit and the platform's answer. */
export interface Heard {
  readonly visit: string;
  readonly plan: string;
  readonly effect: boolean;
  readonly delivery: Delivery['kind'];
}

/** A puskesmas with its register, a store of its own, a SATUSEHAT of its own, and one clock for all of them. */
export interface District {
  readonly store: Store;
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly platform: Platform;
  /** What was sent and what came back, in order. */
  readonly heard: readonly Heard[];
  site: Site;
  readonly ledger: Ledger;
  /** The ledger in the hands of another worker. */
  ledgerOf(owner: string): Ledger;
  /** Keeps a person and owes one visit with everything it leans on; gives the visit's id. */
  owe(owing: Owing): Promise<string>;
  /** Takes a visit back, as no row gives it any more. */
  retract(visit: string): Promise<void>;
  /** Delivers at the present moment until nothing is due. */
  deliver(through?: Ledger): Promise<void>;
  /** Lets time pass, delivering whenever something is due, in steps of half a minute. */
  pass(minutes: number): Promise<void>;
  at(moment: string): void;
  stored(type: string): Promise<readonly Stored[]>;
  outcomes(): Promise<VisitOutcomes>;
  /** How often the platform was asked, by method and path. */
  calls(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

export const aPerson = (facts: Partial<Person> = {}): Person => ({ id: randomUUID(), nameIsOfficial: true, ...raffa, ...facts });

export interface DistrictOptions {
  readonly change?: (place: Place) => Place;
  readonly environment?: Environment;
  readonly maxAttempts?: number;
  /** SATUSEHAT at another address than the sandbox's. */
  readonly platformUrl?: string;
  /** Another platform than SATUSEHAT. */
  readonly platform?: Platform;
  /** The sandbox of another district, with a database of its own that knows nothing: as after the loss of all but the master key. */
  readonly after?: District;
  readonly sandbox?: Sandbox;
  /** Changes every Bundle that is kept. */
  readonly spoil?: (bundle: Bundle) => Bundle;
  /** Credentials kept in the store, in place of one that never changes. */
  readonly keepCredentials?: (
    store: Store,
    site: () => Site,
    now: () => number,
  ) => Promise<Pick<SatusehatOptions, 'credentials' | 'board'>>;
}

const openCredentials = {
  credentials: toCredentialBook(
    new Map([['100009902', { clientId: 'simulasi-bengkuring', clientSecret: secretOf('simulasi-bengkuring') }]]),
  ),
};

const openBook = (
  keep: DistrictOptions['keepCredentials'] = () => Promise.resolve(openCredentials),
): NonNullable<DistrictOptions['keepCredentials']> => keep;

const [validator, rules] = await Promise.all([loadValidator(), readRuleBook(packageRoot)]);

export async function aDistrict({
  change = (place) => place,
  environment = 'simulasi',
  maxAttempts = 5,
  platformUrl,
  platform: given,
  after,
  sandbox: opened,
  spoil = (whole) => whole,
  keepCredentials,
}: DistrictOptions = {}): Promise<District> {
  const [{ store, url }, sandbox, shipped] = await Promise.all([
    ...openHome(after, opened),
    readSiteFolder(join(packageRoot, 'site-example')),
  ]);
  const { clock } = sandbox;
  const host = platformUrl ?? sandbox.simulator.url;
  const breaker = createBreaker();
  const site = { ...shipped, places: new Map([...shipped.places].map(([code, place]) => [code, change(place)])) };
  const satusehat = createSatusehat({
    environment,
    fhirUrl: `${host}/fhir-r4/v1`,
    tokenUrl: `${host}/oauth2/v1`,
    ...(await openBook(keepCredentials)(
      store,
      () => site,
      () => clock.now.getTime(),
    )),
    timeoutMs: 20_000,
    now: () => clock.now.getTime(),
    judge: (resource) => validator.validate(resource).issues,
    rules,
  });
  const heard: Heard[] = [];
  const platform = listenTo(given ?? satusehat, heard);
  const ledgerOf = (owner: string): Ledger =>
    createLedger(store, { platform: 'satusehat', owner, leaseMs, site: () => Promise.resolve(district.site), maySend: () => true });
  const district: District = {
    store,
    url,
    sandbox,
    platform,
    heard,
    site,
    ledger: ledgerOf('pekerja-1'),
    ledgerOf,
    owe: (owing) => oweVisit(store, district.site, { spoil, ...owing }, clock.now),
    retract: (visit) => retractVisit(store, visit, clock.now),
    deliver: async (through = district.ledger) => {
      const parts = {
        ledger: through,
        platform,
        policy: { ...policy, maxAttempts },
        now: () => clock.now,
        jitter: () => 1,
        concurrency: 4,
        timeoutMs: 25_000,
      };
      const rest = async (): Promise<void> => {
        for (let passes = 0; (await deliverDue(parts, breaker)) > 0; passes += 1)
          if (passes > 50) throw new Error('deliveries never come to rest');
      };
      await rest();
      // A visit that looked at its parent just before that was settled is due again a second later.
      clock.now = new Date(clock.now.getTime() + 1000);
      await rest();
    },
    pass: async (minutes) => {
      for (let step = 0; step < minutes * 2; step += 1) {
        clock.now = new Date(clock.now.getTime() + 30_000);
        await district.deliver();
      }
    },
    at: (moment) => {
      clock.now = new Date(moment);
    },
    stored: async (type) => {
      const { data } = await sandbox.http.get<{ resources: { resource: Stored }[] }>(`/_sandbox/resources?type=${type}&full=1&written=1`);
      return data.resources.map(({ resource }) => resource);
    },
    outcomes: () => visitOutcomes(store.db, 'satusehat'),
    calls: async () => (await sandbox.http.get<{ requests: Record<string, number> }>('/_sandbox/state')).data.requests,
    close: () => sandbox.simulator.stop(),
  };
  return district;
}

let home: Promise<Home> | undefined;

/** One database a test file, emptied for each district of what concerns deliveries: making one is far slower than emptying it. */
async function emptyHome(): Promise<Home> {
  home ??= aDatabase().then(async (url) => ({ url, store: await aStore({ url }) }));
  const { store, url } = await home;
  await query(
    url,
    `with a as (delete from owed), b as (delete from owed_edge), c as (delete from upstream), d as (delete from attempt),
      e as (delete from owed_refusal), f as (delete from facility_credential), g as (delete from facility_token),
      h as (delete from facility_event) delete from person_index`,
  );
  return { store, url };
}

function listenTo(platform: Platform, heard: Heard[]): Platform {
  return {
    ...platform,
    send: async (message, subject, signal) => {
      const delivery = await platform.send(message, subject, signal);
      const { plan, effect } = message;
      if (subject.kind === 'visit') heard.push({ visit: subject.visit.id, plan, effect, delivery: delivery.kind });
      return delivery;
    },
  };
}

interface Home {
  readonly store: Store;
  readonly url: string;
}

function openHome(after: District | undefined, sandbox: Sandbox | undefined): readonly [Promise<Home>, Promise<Sandbox>] {
  if (after !== undefined) return [freshHome(), Promise.resolve(after.sandbox)];
  return [emptyHome(), sandbox === undefined ? aSandbox() : Promise.resolve(sandbox)];
}

async function freshHome(): Promise<Home> {
  const url = await aDatabase();
  return { url, store: await aStore({ url }) };
}

async function oweVisit(store: Store, site: Site, owing: Owing, now: Date): Promise<string> {
  const { person, date = '2025-08-12', place: code = 'posyandu-kenanga', grams = 10_400, service = 'posyandu-balita' } = owing;
  const place = site.places.get(code);
  const responsible = place === undefined ? undefined : responsibleOn(place, date);
  if (place === undefined || responsible === undefined) throw new Error(`${code} is not in the register`);
  const visit = toVisit(owing, { date, place: code, service, grams });
  const bundle = toVisitBundle(store, { visit, place }, owing);
  await store.transact(async (tx) => {
    const versions = await store.persons.savePersons(tx, [{ person }], now);
    const hash = JSON.stringify([visit.elements, bundle]);
    const kept = { key: visit.id, bundle, hash, duty: 'kirim', kerahasiaan: 'umum', sealedKeys: new Set<string>(), versions: {} } as const;
    const [saved] = await store.visits.saveVisits(tx, [{ visit, ...kept }], now);
    const parents = [
      { subject: { kind: 'place', id: code }, version: 1 },
      { subject: { kind: 'practitioner', id: keyOfResponsible(store, responsible) }, version: 1 },
      { subject: { kind: 'patient', id: person.id }, version: owing.personVersion ?? versions.get(person.id) ?? 1 },
    ] as const;
    const ready = { platform: 'satusehat', beginning: { state: 'ready' } } as const;
    const subject = { kind: 'visit', id: visit.id } as const;
    const { endUtc: due } = toVisitHours(place, date);
    const debt = { ...ready, subject, version: saved?.version ?? 1, due, on: parents.map((parent) => parent.subject) };
    await store.owed.owe(tx, [...parents.map((parent) => ({ ...ready, ...parent, due: now })), debt], now);
  });
  return visit.id;
}

function toVisitBundle(
  store: Store,
  { visit, place }: { readonly visit: Visit; readonly place: Place },
  { person, spoil = (whole) => whole }: Owing,
): Bundle {
  const { startUtc, endUtc, estimated } = toVisitHours(place, visit.date);
  const hours = { start: toUtcText(startUtc), end: toUtcText(endUtc), estimated };
  const idOf = (element: string, ordinal: number): string => store.idOf(visit.id, element, ordinal);
  return spoil(toBundle({ visit, person, place, elements, environment: 'simulasi', hours, idOf }));
}

async function retractVisit(store: Store, id: string, now: Date): Promise<void> {
  await store.transact(async (tx) => {
    const retracted = await store.visits.retractVisits(tx, [id], { reason: 'baris-ditarik', at: now });
    await store.owed.withdraw(tx, { visits: retracted }, now);
  });
}

function toVisit(
  { person, id = randomUUID(), elements: given }: Owing,
  facts: { date: string; place: string; service: string; grams: number },
): Visit {
  const { grams, ...rest } = facts;
  const weighed: readonly Element[] = [
    { key: 'berat-badan', ordinal: 1, value: { kind: 'quantity', int: grams, written: String(grams) }, cell: 'BB' },
    { key: 'vitamin-a', ordinal: 1, value: { kind: 'coded', code: 'merah' }, cell: 'VIT A' },
  ];
  return {
    id,
    person: person.id,
    dateEstimated: false,
    recorder: 'kader',
    verified: false,
    lifeStage: 'balita',
    elements: given ?? weighed,
    reported: {},
    ...rest,
  };
}

/** A ledger whose process dies at a call about a visit (or another subject), of messages only after one that changes the platform. */
export function dyingAt(ledger: Ledger, call: 'record' | 'settle' | 'learn', kind: Debt['subject']['kind'] = 'visit'): Ledger {
  const killed = new Error('killed');
  return {
    ...ledger,
    record: (debt, exchange) =>
      call === 'record' && debt.subject.kind === kind && exchange.message.effect ? Promise.reject(killed) : ledger.record(debt, exchange),
    learn: (debt, ...rest) => (call === 'learn' && debt.subject.kind === kind ? Promise.reject(killed) : ledger.learn(debt, ...rest)),
    settle: (debt, ...rest) => (call === 'settle' && debt.subject.kind === kind ? Promise.reject(killed) : ledger.settle(debt, ...rest)),
  };
}
