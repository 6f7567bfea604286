import type { Bundle } from '@medplum/fhirtypes';
import { isOnTrial, policyOf, puskesmasOf, responsibleOn } from '../map/places/ask-site.ts';
import { toResponsibleKey } from '../map/places/responsible-key.ts';
import type { Site } from '../map/place.ts';
import { isLookedFor, isWaiting, tryingOf } from '../map/sending-of.ts';
import type { Duty, Person, Sending, Visit } from '../map/visit.ts';
import { takesEveryVisit } from '../platforms/own-server.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Tx } from '../store/db.ts';
import type { Store } from '../store/open-store.ts';
import { isWhole } from './bundle-visit.ts';
import { toHoldIssues } from './hold-issue.ts';
import type { ReplayWatch } from './replay/replay-watch.ts';

/** A stored visit version that platforms may have to know. */
export interface VisitToOwe {
  readonly visit: Visit;
  readonly version: number;
  readonly person: Person;
  readonly personVersion: number;
  readonly duty: Duty;
  readonly sendable: boolean;
  /** Nothing is due before its visit has ended. */
  readonly due: Date;
}

type NewDebt = Parameters<Store['owed']['owe']>[1][number];

/** What is to happen with a visit at a platform now: kirim, also where its person has to be found without a NIK first, tidak, or hold with the reason. */
export function decideSending(
  site: Site,
  { visit, person, duty, sendable }: Pick<VisitToOwe, 'visit' | 'person' | 'duty' | 'sendable'>,
  platform: string,
): Sending {
  const place = site.places.get(visit.place);
  if (takesEveryVisit(platform)) {
    if (place === undefined) return 'hold:tempat-tidak-dikenal';
    return sendable ? 'kirim' : 'hold:tidak-sesuai-profil';
  }
  const puskesmas = place === undefined ? undefined : puskesmasOf(site, place);
  const policy = puskesmas === undefined ? undefined : policyOf(site, puskesmas.code);
  const sending = tryingOf({ visit, person, duty, policy, place });
  return sending === 'kirim' && !sendable ? 'hold:tidak-sesuai-profil' : sending;
}

/** What visits are owed with. */
export interface Owing {
  readonly store: Store;
  readonly site: Site;
  readonly at: Date;
  readonly watch?: Pick<ReplayWatch, 'owed'>;
  /** To these alone; to all of the store when absent. */
  readonly only?: readonly string[];
}

/**
 * Owes visits to every platform, together with the place, nakes and person each leans on. One that is owed no more, because its source
 * is not to be sent, is owed its end where it was owed before.
 */
export async function oweVisits(tx: Tx, visits: readonly VisitToOwe[], parts: Owing): Promise<void> {
  const platforms = parts.only ?? parts.store.platforms;
  const debts = platforms.flatMap((platform) => visits.flatMap((visit) => toDebts(visit, platform, parts)));
  const raised = await parts.store.owed.owe(tx, debts, parts.at);
  parts.watch?.owed(raised);
  const corrected = visits.filter(({ version }) => version > 1);
  for (const platform of platforms) {
    const ended = corrected.filter((visit) => decideSending(parts.site, visit, platform) === 'tidak');
    const ends = ended.map(({ visit: { id }, version }) => ({ id, version }));
    await withdrawVisits(tx, { visits: ends, platforms: [platform] }, parts);
  }
}

/** Owes the end of visits, where they were ever owed; it waits for nothing. */
export async function withdrawVisits(
  tx: Tx,
  withdrawal: Parameters<Store['owed']['withdraw']>[1],
  { store, at, watch }: Pick<Owing, 'store' | 'at' | 'watch'>,
): Promise<void> {
  const raised = await store.owed.withdraw(tx, withdrawal, at);
  watch?.owed(raised);
}

function toDebts(owed: VisitToOwe, platform: string, parts: Owing): readonly NewDebt[] {
  const decided = decideSending(parts.site, owed, platform);
  if (decided === 'tidak') return [];
  const sending = decided === 'kirim' && staysHere(owed, parts) ? 'hold:tempat-mode-uji' : decided;
  const subject: Subject = { kind: 'visit', id: owed.visit.id };
  const lane = laneOf(parts.site, owed.visit);
  const base = { platform, subject, version: owed.version, due: owed.due, lane };
  if (sending !== 'kirim') return [{ ...base, beginning: toBeginning(sending.slice('hold:'.length)) }];
  const parents = toParents(owed, platform, parts);
  const on = parents.map((parent) => parent.subject);
  return [
    ...parents.map((parent) => ({ platform, lane, due: parts.at, beginning: { state: 'ready' } as const, ...parent })),
    // Who is known by the mother's NIK or by name is looked for; the visit waits for that, or for a NIK, whichever comes first.
    { ...base, beginning: !takesEveryVisit(platform) && isLookedFor(owed.person) ? toBeginning('tanpa-nik') : { state: 'ready' }, on },
  ];
}

/** The puskesmas whose credential speaks for a visit. */
function laneOf(site: Site, { place: code }: Visit): string {
  const place = site.places.get(code);
  return (place === undefined ? undefined : puskesmasOf(site, place))?.code ?? '';
}

/** Not even the person is looked up in production for a place that is only tried out. */
function staysHere({ visit }: VisitToOwe, { store, site }: Owing): boolean {
  const place = site.places.get(visit.place);
  return store.environment === 'produksi' && place !== undefined && isOnTrial(place, puskesmasOf(site, place));
}

/** What a visit leans on at a platform: its place, its person, and at SATUSEHAT the nakes who answers for it on that day. */
export function toParents(
  { visit, person, personVersion }: Pick<VisitToOwe, 'visit' | 'person' | 'personVersion'>,
  platform: string,
  { store, site }: { readonly store: Store; readonly site: Site },
): readonly { readonly subject: Subject; readonly version: number }[] {
  const place = site.places.get(visit.place);
  const isNamed = place !== undefined && !takesEveryVisit(platform);
  const responsible = isNamed ? responsibleOn(place, visit.date) : undefined;
  const nakes =
    responsible === undefined
      ? []
      : [{ subject: { kind: 'practitioner', id: toResponsibleKey(store.idOf, responsible) } as const, version: 1 }];
  return [
    { subject: { kind: 'place', id: visit.place }, version: 1 },
    ...nakes,
    { subject: { kind: 'patient', id: person.id }, version: personVersion },
  ];
}

function toBeginning(reason: string): NewDebt['beginning'] {
  return isWaiting(reason) ? { state: 'waiting', reason } : { state: 'held', reason, issues: toHoldIssues(reason) };
}

/** What is owed anew when identities change. */
export interface Releasing extends Omit<Owing, 'only'> {
  readonly dueOf: (visit: Visit) => Date;
}

/** A person whose identity changed: visits that waited for it are owed again, together with what they lean on. */
export async function releaseVisits(
  tx: Tx,
  persons: readonly { readonly person: Person; readonly version: number }[],
  parts: Releasing,
): Promise<void> {
  for (const owner of persons) {
    const known = await parts.store.visits.visitsOfPerson(tx, owner.person.id);
    for (const platform of parts.store.platforms) await releaseAt(tx, platform, { ...owner, known }, parts);
  }
}

interface Owner {
  readonly person: Person;
  readonly version: number;
  readonly known: Awaited<ReturnType<Store['visits']['visitsOfPerson']>>;
}

async function releaseAt(tx: Tx, platform: string, { person, version, known }: Owner, parts: Releasing): Promise<void> {
  const { store, site, at } = parts;
  const free = known.filter(
    ({ visit, duty, bundle }) => decideSending(site, { visit, person, duty, sendable: isSendable(bundle) }, platform) === 'kirim',
  );
  const ids = free.map(({ visit }) => visit.id);
  if (ids.length === 0) return;
  await oweVisits(
    tx,
    free.map((one) => ({
      visit: one.visit,
      version: one.version,
      person,
      personVersion: version,
      duty: one.duty,
      sendable: true,
      due: parts.dueOf(one.visit),
    })),
    { ...parts, only: [platform] },
  );
  await store.owed.release(tx, { platform, states: ['waiting', 'held'], reasons: identityReasons, kind: 'visit', ids }, at);
}

/** True where the Encounter and the Patient of a bundle conform. */
export function isSendable(bundle: unknown): boolean {
  return isWhole(bundle as Pick<Bundle, 'entry'>);
}

/** Reasons that a NIK which arrives or is corrected takes away. */
const identityReasons = ['tanpa-nik', 'nik-rusak', 'nik-tidak-sah', 'nik-tersamar', 'nik-tidak-cocok', 'tanggal-lahir'];
