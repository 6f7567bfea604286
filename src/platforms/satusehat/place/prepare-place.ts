import { localDateOf } from '../../../map/places/local-time.ts';
import type { Message, Preparation, Progress, Upstream, UpstreamEntry } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { toHash } from '../../hash.ts';
import { toHold } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { toLocalSystem } from '../systems.ts';
import { toLocation, toOrganization, type PlaceFacts } from './place-bodies.ts';

type PlaceState = Extract<SubjectState, { kind: 'place' }>;

interface Given {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly now: Date;
}

/**
 * The next message for a place: its Organization under the place above it, then its Location (SATUSEHAT Postman collections 01 and 16).
 * What another system of the facility has made under our identifier is found by one look and adopted; ids written in jejaring are taken as
 * they are. What we made follows the register, and a place that is closed becomes inactive.
 */
export function preparePlace(state: PlaceState, given: Given): Preparation {
  const org = state.puskesmas.organization;
  if (org === undefined) return toHold('organisasi-belum-ada');
  const parent = findParent(state, org, given.upstream);
  if (parent === undefined) return waitFor(state.place.parent ?? '');
  const facts = toFacts(state, { org, parent }, given);
  const organization = isTheirs(state) ? undefined : toStep('Organization', facts, given);
  const message = organization ?? (state.place.location === undefined ? toStep('Location', facts, given) : undefined);
  return message === undefined ? { do: 'settled' } : { do: 'send', message };
}

function toFacts(state: PlaceState, above: Pick<PlaceFacts, 'org' | 'parent'>, { upstream, now }: Given): PlaceFacts {
  const { place, policy } = state;
  const isOpen = place.to === undefined || localDateOf(now, place.zone) <= place.to;
  return { place, policy, isOpen, ...above, own: findOwn(state, above.org, upstream) ?? '' };
}

/** The puskesmas itself, and what jejaring names by a number of theirs, were made by others. */
function isTheirs({ place, puskesmas }: PlaceState): boolean {
  return place.code === puskesmas.code || place.organization !== undefined;
}

function findOwn({ place, puskesmas }: PlaceState, org: string, upstream: Upstream): string | undefined {
  return place.code === puskesmas.code ? org : (place.organization ?? upstream.get(refOf.organization(place.code))?.platformId);
}

/** The Organization of the place above: known of the puskesmas, of others once they were made. */
function findParent(state: PlaceState, org: string, upstream: Upstream): string | undefined {
  const { place, puskesmas, parent } = state;
  if (isTheirs(state) || parent === undefined || parent.code === puskesmas.code || parent.code === place.code) return org;
  return parent.organization ?? upstream.get(refOf.organization(parent.code))?.platformId;
}

function waitFor(parent: string): Preparation {
  return { do: 'wait', reason: 'menunggu-induk', on: [{ kind: 'place', id: parent }] };
}

type Type = 'Organization' | 'Location';
const slugs = { Organization: 'organization', Location: 'location' } as const;
const words = { Organization: 'organisasi', Location: 'lokasi' } as const;

/** What is to be done for one of the two; nothing where it stands there as it should. */
function toStep(type: Type, facts: PlaceFacts, { upstream, progress }: Given): Message | undefined {
  const { code } = facts.place;
  const ref = type === 'Organization' ? refOf.organization(code) : refOf.location(code);
  const body = type === 'Organization' ? toOrganization(facts) : toLocation(facts);
  const known = upstream.get(ref);
  const to = { ref, org: facts.org, hash: toHash(body) };
  if (known === undefined) return toNew(type, { ...to, code, body }, { upstream, progress });
  if (!isOurs(known, facts) || known.hash === to.hash) return undefined;
  // The whole again may be sent twice: nothing has to be looked up after a lost answer.
  return {
    ...toMessage(`ubah-${words[type]}`, to),
    method: 'PUT',
    path: `/${type}/${known.platformId}`,
    body: { ...body, id: known.platformId },
    effect: true,
  };
}

/** What was adopted is another's: it is changed only where the head of the puskesmas says so. */
function isOurs({ hash }: UpstreamEntry, { policy }: PlaceFacts): boolean {
  return hash !== '' || policy?.changeAdoptedPlaces === true;
}

interface New {
  readonly ref: string;
  readonly org: string;
  readonly hash: string;
  readonly code: string;
  readonly body: unknown;
}

/** Looked for once before it is made; and again after a lost answer, when what is found is what we sent. */
function toNew(type: Type, made: New, { upstream, progress }: Pick<Given, 'upstream' | 'progress'>): Message {
  const sought = upstream.has(refOf.sought(made.ref));
  if (sought && !progress.reconcile)
    return { ...toMessage(`buat-${words[type]}`, made), method: 'POST', path: `/${type}`, body: made.body, effect: true };
  const identifier = encodeURIComponent(`${toLocalSystem(slugs[type], made.org)}|${made.code}`);
  const hash = progress.reconcile ? (progress.sentHash ?? '') : '';
  return {
    ...toMessage(`cari-${words[type]}`, { ...made, hash }),
    method: 'GET',
    path: `/${type}?identifier=${identifier}`,
    effect: false,
  };
}

function toMessage(plan: string, { ref, hash, org }: Pick<New, 'ref' | 'hash' | 'org'>): Pick<Message, 'plan' | 'refs' | 'credential'> {
  return { plan, refs: [{ ref, hash }], credential: org };
}
