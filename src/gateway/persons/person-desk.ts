import { toFailed, toPassed, type Checked } from '../../fhir/checked.ts';
import { toGiven } from '../../map/given.ts';
import { maskPerson } from '../../map/persons/mask-person.ts';
import { withoutDoubt } from '../../map/persons/merge-identities.ts';
import { placesUnder } from '../../map/places/places-under.ts';
import type {
  MergeReport,
  PersonAsker,
  PersonDesk,
  PersonReviewItem,
  PersonReviewPage,
  Reasoned,
  ReviewedPerson,
  ReviewPaging,
} from '../../person-desk.ts';
import type { Tx } from '../../store/db.ts';
import type { KeptReview } from '../../store/person-reviews.ts';
import type { KnownPerson, PersonSightings } from '../../store/persons.ts';
import { hasLongNumber } from '../has-long-number.ts';
import { isId, readCursor, toCursor } from '../list-cursor.ts';
import { followIdentity } from './follow-identity.ts';
import { isDoubted, mergePersons, undoMerge } from './merge-persons.ts';
import type { PersonDeskParts } from './person-desk-parts.ts';
import { mergedPair, numberInWhy, outOfSight, unknownPerson, unknownReview } from './person-faults.ts';

/** Who is who, as an officer decides it: the review list, merging and undoing, and that two are two. */
export function createPersonDesk(parts: PersonDeskParts): PersonDesk {
  const merge: PersonDesk['merge'] = (survivor, merged, how) =>
    act(parts, { ids: [survivor, merged], event: 'persons-merged', ...how }, (tx) => mergePersons(tx, { survivor, merged }, how, parts));
  const notSame: PersonDesk['notSame'] = (one, other, how) =>
    act(parts, { ids: [one, other], event: 'persons-not-same', ...how }, (tx) => rememberTwo(tx, [one, other], how, parts));
  const undo: PersonDesk['undo'] = (merged, how) =>
    act(parts, { ids: [merged], event: 'persons-unmerged', ...how }, (tx) => undoMerge(tx, merged, how, parts));
  return {
    reviews: (paging, asker) => listReviews(parts, paging, asker),
    merge,
    notSame,
    undo,
    decide: async (id, decision, how) => {
      const review = isId(id) ? await parts.store.personReviews.getReview(parts.store.db, id) : undefined;
      if (review === undefined) return toFailed(unknownReview);
      const { one, other } = review;
      switch (decision.is) {
        case 'not-same':
          return notSame(one, other, how);
        case 'undo':
          return undo((await findMerged(parts, [one, other])) ?? one, how);
        case 'same':
          return mergeReview([one, other], decision, how, merge);
      }
    },
  };
}

/** The survivor is the first of the two, unless the other one is named. */
async function mergeReview(
  [one, other]: readonly [string, string],
  { survivor = one, force }: { readonly survivor?: string; readonly force: boolean },
  how: Reasoned,
  merge: PersonDesk['merge'],
): Promise<Checked<MergeReport>> {
  if (survivor !== one && survivor !== other) return toFailed(unknownPerson);
  return merge(survivor, survivor === one ? other : one, { ...how, force });
}

/** Which of the two was taken for the other. */
async function findMerged({ store }: PersonDeskParts, pair: readonly string[]): Promise<string | undefined> {
  const known = await store.persons.getOwnIdentities(store.db, pair);
  return pair.find((id) => known.get(id)?.mergedInto !== undefined);
}

/** Does what was decided in one transaction, if whoever asks may, and notes that it was done. */
async function act<T>(
  parts: PersonDeskParts,
  { ids, event, asker, why }: Reasoned & { readonly ids: readonly string[]; readonly event: string },
  work: (tx: Tx) => Promise<Checked<T>>,
): Promise<Checked<T>> {
  if (why.trim() === '' || why.length > 500 || hasLongNumber(why)) return toFailed(numberInWhy);
  if (!ids.every(isId)) return toFailed(unknownPerson);
  if (!(await maySee(parts, ids, asker))) return toFailed(outOfSight);
  const done = await parts.store.transact(work);
  if (!done.ok) return done;
  parts.note(event, { persons: ids, by: asker.by, within: asker.within });
  parts.wake();
  return done;
}

/** A key bound to a puskesmas decides about people of whom one was served there. */
export async function maySee({ store, site }: PersonDeskParts, ids: readonly string[], { names, within }: PersonAsker): Promise<boolean> {
  if (!names) return false;
  if (within === undefined) return true;
  const inside = new Set(placesUnder(await site(), within));
  const seen = await store.persons.sightingsOf(store.db, ids);
  return [...seen.values()].some(({ places }) => places.some((place) => inside.has(place)));
}

async function rememberTwo(
  tx: Tx,
  [one, other]: readonly [string, string],
  { asker, why }: Reasoned,
  parts: PersonDeskParts,
): Promise<Checked<{ readonly decided: 'not-same' }>> {
  const { store, now } = parts;
  const ends = await store.persons.survivorsOf(tx, [one, other]);
  if (one !== other && ends.get(one) !== undefined && ends.get(one) === ends.get(other)) return toFailed(mergedPair);
  const known = await store.persons.getOwnIdentities(tx, [one, other]);
  if (known.size < 2) return toFailed(unknownPerson);
  await store.personReviews.decideReview(tx, { person: one, candidate: other }, { state: 'not-same', by: asker.by, why, at: now() });
  const certain = [];
  for (const { person } of known.values()) if (!(await isDoubted(tx, [person.id], { store }))) certain.push(withoutDoubt(person));
  await followIdentity(tx, certain, [one, other], parts);
  return toPassed({ decided: 'not-same' });
}

async function listReviews(parts: PersonDeskParts, paging: ReviewPaging, asker: PersonAsker): Promise<Checked<PersonReviewPage>> {
  const { store } = parts;
  const after = readCursor(paging.after);
  if (!after.ok) return after;
  const found = await store.personReviews.listReviews(store.db, {
    state: paging.state,
    limit: paging.limit + 1,
    ...(after.value === undefined ? {} : { after: after.value }),
    ...(asker.within === undefined ? {} : { places: placesUnder(await parts.site(), asker.within) }),
  });
  const shown = found.slice(0, paging.limit);
  const ids = [...new Set(shown.flatMap(({ one, other }) => [one, other]))];
  const persons = await store.persons.getOwnIdentities(store.db, ids);
  const sightings = await store.persons.sightingsOf(store.db, ids);
  if (asker.names && shown.length > 0) parts.note('persons-shown', { reviews: shown.length, by: asker.by, within: asker.within });
  const reviews = shown.map((review) => toItem(review, { persons, sightings, asker }));
  const last = shown.at(-1);
  return toPassed({ reviews, ...(found.length > paging.limit && last !== undefined ? { next: toCursor(last) } : {}) });
}

interface Shown {
  readonly persons: ReadonlyMap<string, KnownPerson>;
  readonly sightings: ReadonlyMap<string, PersonSightings>;
  readonly asker: PersonAsker;
}

function toItem({ id, one, other, state, reasons, foundAt, decidedAt, decidedBy }: KeptReview, shown: Shown): PersonReviewItem {
  return {
    ...{ id, state, reasons, foundAt: foundAt.toISOString(), masked: !shown.asker.names },
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toISOString() }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    // Whoever was erased since is left out.
    persons: [one, other].flatMap((person) => toShown(person, shown)),
  };
}

function toShown(id: string, { persons, sightings, asker }: Shown): readonly ReviewedPerson[] {
  const person = persons.get(id)?.person;
  if (person === undefined) return [];
  const { name, nik, birthDate, mother, sex } = person;
  const told = asker.names ? { name, ...toGiven({ nik, birthDate, mother }) } : maskPerson(person);
  return [{ id, ...told, ...toGiven({ sex }), places: sightings.get(id)?.places ?? [] }];
}
