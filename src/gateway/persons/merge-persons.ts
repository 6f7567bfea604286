import { toFailed, toPassed, type Checked } from '../../fhir/checked.ts';
import { areTwoByNik, mergeIdentities, restoreIdentity } from '../../map/persons/merge-identities.ts';
import type { Person } from '../../map/visit.ts';
import type { MergeReport, Reasoned } from '../../person-desk.ts';
import type { Tx } from '../../store/db.ts';
import { followIdentity } from './follow-identity.ts';
import type { PersonDeskParts } from './person-desk-parts.ts';
import { alreadyMerged, notMerged, sameTwice, twoNik, unknownPerson } from './person-faults.ts';

/** Takes one person for another, in one transaction: a pointer, a line in the book, the identity of both together, and what is owed by it. */
export async function mergePersons(
  tx: Tx,
  ids: { readonly survivor: string; readonly merged: string },
  { asker, why, force }: Reasoned & { readonly force: boolean },
  parts: PersonDeskParts,
): Promise<Checked<MergeReport>> {
  const { store, now } = parts;
  const held = await holdPair(tx, ids, parts);
  if (!held.ok) return held;
  const { survivor, merged, doubted } = held.value;
  const isTwo = areTwoByNik(survivor, merged);
  if (isTwo && !force) return toFailed(twoNik);
  const act = { by: asker.by, why, at: now() };
  const after = mergeIdentities(survivor, merged, { doubted });
  await store.personMerges.keepMerge(tx, { merged: merged.id, survivor: survivor.id, forced: isTwo, before: survivor, after, ...act });
  await store.personReviews.decideReview(tx, { person: survivor.id, candidate: merged.id }, { state: 'same', ...act });
  const owing = await followIdentity(tx, [after], [survivor.id, merged.id], parts);
  return toPassed({ survivor: survivor.id, merged: merged.id, ...owing });
}

interface LoadedPair {
  readonly survivor: Person;
  readonly merged: Person;
  /** True where a third one is in question by the NIK of one of them. */
  readonly doubted: boolean;
}

/** The two at the end of earlier merges, held until the transaction ends. */
async function holdPair(
  tx: Tx,
  ids: { readonly survivor: string; readonly merged: string },
  { store }: PersonDeskParts,
): Promise<Checked<LoadedPair>> {
  const ends = await store.persons.survivorsOf(tx, [ids.survivor, ids.merged]);
  const pair = [ends.get(ids.survivor), ends.get(ids.merged)].flatMap((id) => id ?? []);
  if (pair.length === 2 && pair[0] === pair[1]) return toFailed(sameTwice);
  const held = await store.personMerges.holdPersons(tx, pair);
  // Somebody else was merging them at the same time.
  if ([...held.values()].some((into) => into !== undefined)) return toFailed(alreadyMerged);
  const known = await store.persons.getOwnIdentities(tx, pair);
  const [survivor, merged] = pair.flatMap((id) => known.get(id)?.person ?? []);
  if (survivor === undefined || merged === undefined) return toFailed(unknownPerson);
  return toPassed({ survivor, merged, doubted: await isDoubted(tx, pair, { store }) });
}

/** True where a pair that is open, or was found to be two with one NIK, has one of these and somebody else. */
export async function isDoubted(tx: Tx, ids: readonly string[], { store }: Pick<PersonDeskParts, 'store'>): Promise<boolean> {
  const reviews = await store.personReviews.reviewsOf(tx, ids);
  return reviews.some(({ one, other, state, reasons }) => {
    if (ids.includes(one) && ids.includes(other)) return false;
    return reasons.includes('satu-nik') ? state !== 'same' : state === 'open' && reasons.includes('dua-nik');
  });
}

/** Takes a merge back, in one transaction: both are who they were, but for what was learnt since. */
export async function undoMerge(tx: Tx, id: string, { asker, why }: Reasoned, parts: PersonDeskParts): Promise<Checked<MergeReport>> {
  const { store, now } = parts;
  const merge = await store.personMerges.standingMerge(tx, id);
  if (merge === undefined) return toFailed(notMerged);
  const { survivor, before, after } = merge;
  await store.personMerges.holdPersons(tx, [survivor, id]);
  const known = await store.persons.getOwnIdentities(tx, [survivor, id]);
  const [current, own] = [known.get(survivor)?.person, known.get(id)?.person];
  if (current === undefined || own === undefined) return toFailed(unknownPerson);
  await store.personMerges.endMerge(tx, merge, id, { by: asker.by, why, at: now() });
  await store.personReviews.reopenReview(tx, { person: survivor, candidate: id });
  const owing = await followIdentity(tx, [restoreIdentity(current, before, after), own], [survivor, id], parts);
  return toPassed({ survivor, merged: id, ...owing });
}
