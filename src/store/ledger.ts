import type { Debt, Exchange, Ledger } from '../deliver/debt.ts';
import { puskesmasOf, policyOf, responsibleOn } from '../map/places/ask-site.ts';
import { toResponsibleKey } from '../map/places/responsible-key.ts';
import type { Place, Responsible, Site } from '../map/place.ts';
import type { Person } from '../map/visit.ts';
import type { Message, Subject, SubjectState } from '../platforms/platform.ts';
import type { Attempt } from './attempts.ts';
import type { Tx } from './db.ts';
import type { Store } from './open-store.ts';

export interface LedgerOptions {
  readonly platform: string;
  readonly owner: string;
  /** Longer than a message may take and the quiet time after it together. */
  readonly leaseMs: number;
  /** The site as last imported. */
  readonly site: () => Promise<Site>;
  /** Whether an element may be sent to this platform (`kirim` in programme/elements). */
  readonly maySend: (element: string) => boolean;
}

/** The worker's view of the store for one platform: each call is one transaction. */
export function createLedger(store: Store, options: LedgerOptions): Ledger {
  const { platform, owner, leaseMs } = options;
  return {
    claim: (now, limit) => store.owed.claim(store.db, { platform, owner, now, leaseMs, limit }),
    load: async (subject) => loadSubject(store, subject, { site: await options.site(), maySend: options.maySend }),
    upstreamOf: (refs) => store.upstream.upstreamOf(store.db, platform, refs),
    beginSending: (debt, message, now) =>
      store.owed.beginSending(store.db, debt, toSentHash(debt, message), new Date(now.getTime() + leaseMs)),
    record: (debt, exchange) => store.attempts.recordAttempt(store.db, debt, toAttempt(exchange)),
    learn: (debt, upstream, at) => store.upstream.saveUpstream(store.db, platform, upstream, { version: debt.version, at }),
    settle: (debt, upstream, at) =>
      store.transact(async (tx) => {
        await store.upstream.saveUpstream(tx, platform, upstream, { version: debt.version, at });
        await store.owed.settle(tx, debt, at);
      }),
    retry: async (debt, { step, notBefore, issues }, at) => {
      const why = { reason: step === 'retry' ? 'dicoba-lagi' : 'dicari-kembali', issues, notBefore };
      await (step === 'retry' ? store.owed.defer(store.db, debt, why, at) : store.owed.reconcileLater(store.db, debt, why, at));
    },
    wait: async (debt, waiting, at) => {
      await store.transact(async (tx) => {
        await oweParents(store, tx, { platform, on: waiting.on ?? [], at });
        await store.owed.wait(tx, debt, waiting, at);
      });
    },
    hold: async (debt, why, at) => {
      await store.owed.hold(store.db, debt, why, at);
    },
    park: async (debt, issues, at) => {
      await store.owed.park(store.db, debt, { reason: issues[0]?.code ?? 'ditolak', issues }, at);
    },
  };
}

/** Of two versions that may both have arrived nobody knows which is there: the hash then equals that of none. */
function toSentHash(debt: Debt, message: Message): string {
  const hash = message.refs[0]?.hash ?? '';
  return debt.sentHash === undefined || debt.sentHash === hash ? hash : 'beberapa-versi';
}

function toAttempt({ message, delivery, at, durationMs }: Exchange): Attempt {
  const { answer } = delivery;
  return {
    plan: message.plan,
    delivery: delivery.kind,
    ...(answer === undefined ? {} : { httpStatus: answer.status }),
    codes: delivery.kind === 'accepted' ? [] : delivery.outcome.map(({ code }) => code),
    ...(message.effect ? { requestHash: message.refs[0]?.hash ?? '' } : {}),
    body: { path: message.path, body: message.body, answer: answer?.body },
    at,
    durationMs,
  };
}

/** What a debt waits for is owed: a parent nobody owes, or one that was settled though its child still misses it, would never come. */
async function oweParents(
  store: Store,
  tx: Tx,
  of: { readonly platform: string; readonly on: readonly Subject[]; readonly at: Date },
): Promise<void> {
  const { platform, on, at } = of;
  if (on.length === 0) return;
  const due = new Date(at.getTime() + reopenPauseMs);
  await tx.count('reopen-parents', [tx.environment, platform, on.map(({ kind }) => kind), on.map(({ id }) => id), due, at]);
  const parents = on.map((subject) => ({ platform, subject, version: 1, due: at, beginning: { state: 'ready' } as const }));
  await store.owed.owe(tx, parents, at);
}

/** Keeps a disagreement between parent and child from spinning. */
const reopenPauseMs = 1000;

/** The key of a responsible nakes: a keyed hash, because a NIK may stand in no clear column. */
export function keyOfResponsible(store: Pick<Store, 'idOf'>, responsible: Responsible): string {
  return toResponsibleKey(store.idOf, responsible);
}

/** What a subject is loaded with besides the store. */
interface Loading {
  readonly site: Site;
  readonly maySend: (element: string) => boolean;
}

async function loadSubject(store: Store, subject: Subject, loading: Loading): Promise<SubjectState | undefined> {
  const { site } = loading;
  switch (subject.kind) {
    case 'place': {
      const at = placeWithPuskesmas(site, subject.id);
      return at === undefined ? undefined : { kind: 'place', ...at };
    }
    case 'practitioner':
      return findPractitioner(store, subject.id, site);
    case 'patient':
      return loadPatient(store, subject.id, site);
    case 'visit':
      return loadVisit(store, subject.id, loading);
  }
}

function placeWithPuskesmas(site: Site, code: string): { readonly place: Place; readonly puskesmas: Place } | undefined {
  const place = site.places.get(code);
  const puskesmas = place === undefined ? undefined : puskesmasOf(site, place);
  return place === undefined || puskesmas === undefined ? undefined : { place, puskesmas };
}

function findPractitioner(store: Store, key: string, site: Site): SubjectState | undefined {
  for (const place of site.places.values()) {
    const responsible = place.responsible.find((one) => keyOfResponsible(store, one) === key);
    const puskesmas = responsible === undefined ? undefined : puskesmasOf(site, place);
    if (responsible !== undefined && puskesmas !== undefined) return { kind: 'practitioner', key, responsible, puskesmas };
  }
  return undefined;
}

/** A person is looked up with the credential of the puskesmas of the newest visit. */
async function loadPatient(store: Store, id: string, site: Site): Promise<SubjectState | undefined> {
  const person = (await store.persons.getPersons(store.db, [id])).get(id)?.person;
  const newest = (await store.visits.visitsOfPerson(store.db, id)).at(-1);
  const at = newest === undefined ? undefined : placeWithPuskesmas(site, newest.visit.place);
  return person === undefined || at === undefined
    ? undefined
    : { kind: 'patient', person, nikKey: toNikKey(store, person), puskesmas: at.puskesmas };
}

/** Keyed by person too, so that equal NIKs cannot be seen from the table of upstream ids. */
function toNikKey(store: Pick<Store, 'idOf'>, { id, nik }: Person): string | undefined {
  return nik === undefined ? undefined : store.idOf(id, `nik|${nik}`, 1);
}

async function loadVisit(store: Store, id: string, { site, maySend }: Loading): Promise<SubjectState | undefined> {
  const known = await store.visits.getVisit(store.db, id);
  if (known === undefined) return undefined;
  const { visit, bundle } = known;
  const person = (await store.persons.getPersons(store.db, [visit.person])).get(visit.person)?.person;
  const at = placeWithPuskesmas(site, visit.place);
  if (person === undefined || at === undefined) return undefined;
  const responsible = responsibleOn(at.place, visit.date);
  return {
    kind: 'visit',
    visit,
    person,
    nikKey: toNikKey(store, person),
    ...at,
    policy: policyOf(site, at.puskesmas.code),
    responsible: responsible === undefined ? undefined : { key: keyOfResponsible(store, responsible), responsible },
    bundle,
    closingId: store.idOf(visit.id, 'kode-penutup', 1),
    localIds: new Set(visit.elements.filter(({ key }) => !maySend(key)).map(({ key, ordinal }) => store.idOf(visit.id, key, ordinal))),
  };
}
