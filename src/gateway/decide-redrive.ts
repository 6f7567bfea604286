import type { Bundle } from '@medplum/fhirtypes';
import { puskesmasOf } from '../map/places/ask-site.ts';
import type { Place, Site } from '../map/place.ts';
import { holdSearch, isLookedFor } from '../map/sending-of.ts';
import type { Person } from '../map/visit.ts';
import { takesEveryVisit } from '../platforms/own-server.ts';
import type { Subject } from '../platforms/subject.ts';
import type { StuckDebt } from '../store/owed-queue.ts';
import type { KnownVisit } from '../store/visits.ts';
import { isWhole } from './bundle-visit.ts';
import { decideSending } from './owe-visits.ts';

/** What redriving would do to one debt, with what it would wait for or move to. */
export type RedriveDecision =
  | { readonly does: 'ready' }
  | { readonly does: 'waiting'; readonly reason: string }
  | { readonly does: 'moved'; readonly reason: string }
  | { readonly does: 'unchanged' }
  | { readonly does: 'leased' };

/** What is known of a debt's subject at this moment. */
export interface RedriveFacts {
  readonly platform: string;
  readonly site: Site;
  /** A place that names each nakes of the register, by the nakes's key. */
  readonly placeOfNakes: ReadonlyMap<string, string>;
  readonly now: Date;
  readonly visit: KnownVisit | undefined;
  readonly person: Person | undefined;
  /** Its parents that the platform does not know yet. */
  readonly openParents: readonly Subject[];
}

/** One cause under two names: the policy names the nakes, and there is none on that day. */
const performerReasons = new Set(['pelaksana-belum-ditetapkan', 'penanggung-jawab-belum-ada']);

/**
 * Decides what redriving does to a debt, by the register, policies and identity as they are now. What the gateway itself knows to be
 * as it was is not released: a person must act first. What only the platform can know is tried again.
 */
export function decideRedrive(debt: StuckDebt, facts: RedriveFacts): RedriveDecision {
  if (debt.state === 'leased') return { does: 'leased' };
  if (debt.behind !== undefined || debt.own.reason === 'menunggu-induk') return { does: 'waiting', reason: 'menunggu-induk' };
  const hindrance = findHindrance(debt, facts);
  if (hindrance !== undefined) return afterHindrance(debt, hindrance);
  if (facts.openParents.length > 0) return { does: 'waiting', reason: toWaitReason(facts) };
  return debt.notBefore > facts.now ? { does: 'waiting', reason: 'menunggu-waktu' } : { does: 'ready' };
}

/** A visit of somebody who is looked for without a NIK waits for what its parents wait for, or for a NIK. */
function toWaitReason({ person, platform }: RedriveFacts): string {
  return person !== undefined && !takesEveryVisit(platform) && isLookedFor(person) ? 'tanpa-nik' : 'menunggu-induk';
}

/** What is there but for some parts stays where it stands: it is not held as a whole. Nor is what its source no longer owes. */
function afterHindrance({ own, state }: StuckDebt, hindrance: string): RedriveDecision {
  const stays = hindrance === own.reason || hindrance === 'tidak' || state === 'partial';
  return stays ? { does: 'unchanged' } : { does: 'moved', reason: hindrance };
}

/** The reason for which the gateway itself would not send it now; undefined where nothing it knows speaks against it. */
function findHindrance(debt: StuckDebt, facts: RedriveFacts): string | undefined {
  const place = placeOf(debt, facts);
  if (debt.own.reason === 'organisasi-belum-ada' && lacksOrganization(place, facts.site)) return debt.own.reason;
  const { kind } = debt.subject;
  if (kind === 'visit') return findVisitHindrance(debt, facts);
  if (kind === 'patient' || kind === 'episode') return findPersonHindrance(facts);
  return place === undefined ? 'subjek-tidak-dikenal' : undefined;
}

function placeOf({ subject, place }: StuckDebt, { site, placeOfNakes }: RedriveFacts): Place | undefined {
  const code = subject.kind === 'practitioner' ? placeOfNakes.get(subject.id) : place;
  return code === undefined ? undefined : site.places.get(code);
}

function findPersonHindrance({ person, platform }: RedriveFacts): string | undefined {
  if (person === undefined) return 'subjek-tidak-dikenal';
  return takesEveryVisit(platform) ? undefined : (holdSearch(person) ?? undefined);
}

function findVisitHindrance(debt: StuckDebt, { site, platform, visit: known, person }: RedriveFacts): string | undefined {
  if (known === undefined || person === undefined) return 'subjek-tidak-dikenal';
  // What a platform knows of a visit that was taken back is owed its end, whatever would hold the visit itself.
  if (known.retracted) return undefined;
  const { visit, duty } = known;
  // The bundle is ours, kept as we made it.
  const sendable = isWhole(known.bundle as Pick<Bundle, 'entry'>);
  const sending = decideSending(site, { visit, person, duty, sendable }, platform);
  if (sending === 'kirim') return undefined;
  const reason = sending.replace(/^hold:/, '');
  return performerReasons.has(reason) && performerReasons.has(debt.own.reason ?? '') ? debt.own.reason : reason;
}

function lacksOrganization(place: Place | undefined, site: Site): boolean {
  return place !== undefined && puskesmasOf(site, place)?.organization === undefined;
}
