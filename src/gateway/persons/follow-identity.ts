import { isDeepStrictEqual } from 'node:util';
import { toPlaceOfNakes } from '../../map/places/place-of-nakes.ts';
import { toVisitHours } from '../../map/places/to-visit-hours.ts';
import type { Site } from '../../map/place.ts';
import { isLookedFor, isWaiting } from '../../map/sending-of.ts';
import type { Person, Visit } from '../../map/visit.ts';
import type { MergeReport } from '../../person-desk.ts';
import { takesEveryVisit } from '../../platforms/own-server.ts';
import type { Tx } from '../../store/db.ts';
import type { Store } from '../../store/open-store.ts';
import type { RedrivenDebt } from '../../store/redrive.ts';
import type { KnownVisit } from '../../store/visits.ts';
import { applyRedrive } from '../apply-redrive.ts';
import { toHoldIssues } from '../hold-issue.ts';
import { decideSending, isSendable, releaseVisits, toParents } from '../owe-visits.ts';
import { planRedrive } from '../plan-redrive.ts';
import type { PersonDeskParts } from './person-desk-parts.ts';

/**
 * Keeps identities that an officer's decision changed, and lets everything follow: visits that waited for an identity are owed, those held or
 * waiting are judged anew, and whoever is concerned is looked at again for episodes and warnings. Ids of visits and resources stay.
 */
export async function followIdentity(
  tx: Tx,
  identities: readonly Person[],
  concerned: readonly string[],
  parts: PersonDeskParts,
): Promise<Omit<MergeReport, 'survivor' | 'merged'>> {
  const { store } = parts;
  const at = parts.now();
  const site = await parts.site();
  const before = await store.persons.getOwnIdentities(tx, [...identities.map(({ id }) => id)]);
  const toKeep = identities.filter((person) => !isDeepStrictEqual(before.get(person.id)?.person, person));
  const sightings = await store.persons.sightingsOf(tx, concerned);
  const kept = await store.persons.savePersons(
    tx,
    toKeep.map((person) => ({ person, ...toDesa(site, sightings.get(person.id)?.places ?? []) })),
    at,
  );
  const owners = identities.map((person) => ({ person, version: kept.get(person.id) ?? before.get(person.id)?.version ?? 1 }));
  await releaseVisits(tx, owners, { store, site, at, dueOf: (visit) => dueOf(site, visit) });
  const visits = await store.visits.visitsOfPersons(tx, concerned);
  const unique = [...new Map(visits.map((known) => [known.visit.id, known] as const)).values()];
  const reowed = await rejudge(tx, [...unique.map(({ visit }) => visit.id), ...concerned], site, parts);
  await holdBack(tx, unique, site, parts);
  // What was sent under the record of whom somebody was taken for is taken back there (field rule 3).
  for (const platform of parts.platforms) await store.owed.reopenElsewhere(tx, platform, concerned, at);
  await store.judgements.markJudgements(
    tx,
    concerned.map((person) => ({ person, due: at })),
  );
  return { visits: unique.length, doubled: countDoubled(unique), reowed };
}

/** What is held, parked or waiting of these is judged by the identity of now. */
async function rejudge(tx: Tx, ids: readonly string[], site: Site, { store, platforms, now }: PersonDeskParts): Promise<number> {
  let judged = 0;
  for (const platform of platforms) {
    const stuck = await store.owed.listStuck(tx, platform, { ids }, { limit: 20_000, leased: true });
    const planning = { store, platform, site, placeOfNakes: toPlaceOfNakes(site, store.idOf), now: now() };
    const done = await applyRedrive(tx, await planRedrive(tx, stuck, planning), planning);
    judged += done.filter(({ decision }) => decision.does !== 'unchanged' && decision.does !== 'leased').length;
  }
  return judged;
}

/** What was on its way and may not go by the identity of now waits again, or is held. */
async function holdBack(tx: Tx, visits: readonly KnownVisit[], site: Site, { store, platforms, now }: PersonDeskParts): Promise<void> {
  const persons = await store.persons.getPersons(tx, [...new Set(visits.map(({ visit }) => visit.person))]);
  for (const platform of platforms) {
    const held = new Map(
      visits.flatMap((known) => {
        const owner = persons.get(known.visit.person);
        const back = owner === undefined ? undefined : toHeldBack(known, owner, { site, store, platform });
        return back === undefined ? [] : [[known.visit.id, back] as const];
      }),
    );
    const subjects = [...held.keys()].map((id) => ({ kind: 'visit', id }) as const);
    const locked = await store.owed.lockDebts(tx, platform, subjects);
    const going = locked.filter(({ state, reason }) => state === 'ready' || onItsWay.has(reason ?? ''));
    await store.owed.redrive(
      tx,
      platform,
      going.flatMap(({ subject }) => held.get(subject.id) ?? []),
      now(),
    );
  }
}

/** Where a visit stands from now on that may not go as it is; one whose person is looked for without a NIK goes once the person is found. */
function toHeldBack(
  { visit, duty, bundle }: KnownVisit,
  { person, version }: { readonly person: Person; readonly version: number },
  { site, store, platform }: { readonly site: Site; readonly store: Store; readonly platform: string },
): RedrivenDebt | undefined {
  const sending = decideSending(site, { visit, person, duty, sendable: isSendable(bundle) }, platform);
  const subject = { kind: 'visit', id: visit.id } as const;
  if (sending.startsWith('hold:')) return { subject, to: toHeld(sending.slice('hold:'.length)), anew: false };
  if (sending !== 'kirim' || takesEveryVisit(platform) || !isLookedFor(person)) return undefined;
  const on = toParents({ visit, person, personVersion: version }, platform, { store, site }).map((parent) => parent.subject);
  return { subject, to: toHeld('tanpa-nik'), on, anew: true };
}

/** What waits for these goes by itself. */
const onItsWay: ReadonlySet<string> = new Set(['menunggu-induk', 'menunggu-waktu']);

function toHeld(reason: string): RedrivenDebt['to'] {
  return isWaiting(reason) ? { state: 'waiting', reason } : { state: 'held', reason, issues: toHoldIssues(reason) };
}

function countDoubled(visits: readonly KnownVisit[]): number {
  const keys = new Set(visits.map(({ visit: { place, date, service } }) => `${place}|${date}|${service}`));
  return visits.length - keys.size;
}

function toDesa(site: Site, places: readonly string[]): { readonly desa?: string } {
  const kelurahan = places.flatMap((place) => site.places.get(place)?.kelurahan ?? [])[0];
  return kelurahan === undefined ? {} : { desa: kelurahan };
}

function dueOf(site: Site, visit: Visit): Date {
  const place = site.places.get(visit.place);
  return place === undefined ? new Date(0) : toVisitHours(place, visit.date).endUtc;
}
