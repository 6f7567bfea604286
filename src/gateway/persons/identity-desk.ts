import { toFailed, toPassed, type Checked } from '../../fhir/checked.ts';
import type { IdentityDecided, IdentityDesk, IdentityItem, IdentityItemPage, NamedRecord } from '../../identity-desk.ts';
import { toGiven } from '../../map/given.ts';
import { maskPerson } from '../../map/persons/mask-person.ts';
import { placesUnder } from '../../map/places/places-under.ts';
import type { Person } from '../../map/visit.ts';
import type { PersonAsker, Reasoned, ReviewPaging } from '../../person-desk.ts';
import type { KeptIdentity } from '../../store/identity-decisions.ts';
import { hasLongNumber } from '../has-long-number.ts';
import { isId, readCursor, toCursor } from '../list-cursor.ts';
import { toUnknownPlatform } from '../queue-scope.ts';
import { maySee } from './person-desk.ts';
import type { PersonDeskParts } from './person-desk-parts.ts';
import { numberInWhy, outOfSight, unknownPerson, unknownRecord, unsoundRecord } from './person-faults.ts';

/** Who is who at a platform, as an officer decides it: what was offered, that it is the same, or that it is not and never will be asked again. */
export function createIdentityDesk(parts: PersonDeskParts): IdentityDesk {
  return {
    identities: (paging, asker) => listOffers(parts, paging, asker),
    decideIdentity: (record, is, how) => decide(parts, { record, is, ...how }),
  };
}

async function listOffers(parts: PersonDeskParts, paging: ReviewPaging, asker: PersonAsker): Promise<Checked<IdentityItemPage>> {
  const { store, note } = parts;
  const after = readCursor(paging.after);
  if (!after.ok) return after;
  const found = await store.identityDecisions.listIdentities(store.db, {
    ...{ state: paging.state, limit: paging.limit + 1 },
    ...(after.value === undefined ? {} : { after: after.value }),
    ...(asker.within === undefined ? {} : { places: placesUnder(await parts.site(), asker.within) }),
  });
  const shown = found.slice(0, paging.limit);
  const ids = [...new Set(shown.map(({ person }) => person))];
  const persons = await store.persons.getOwnIdentities(store.db, ids);
  if (asker.names && shown.length > 0) note('identities-shown', { offers: shown.length, by: asker.by, within: asker.within });
  const identities = shown.flatMap((kept) => toItem(kept, persons.get(kept.person)?.person, asker.names));
  const last = shown.at(-1);
  return toPassed({ identities, ...(found.length > paging.limit && last !== undefined ? { next: toCursor(last) } : {}) });
}

/** Whoever was erased since is left out. */
function toItem(kept: KeptIdentity, person: Person | undefined, names: boolean): readonly IdentityItem[] {
  if (person === undefined) return [];
  const { id, platform, platformId, foundBy, state, reason, foundAt, decidedAt, decidedBy, theirs } = kept;
  const { name, nik, birthDate, mother, sex, birthOrder } = person;
  const ours = names ? { name, ...toGiven({ nik, birthDate, mother }) } : maskPerson(person);
  return [
    {
      ...{ id, platform, person: kept.person, platformId, foundBy, state, foundAt: foundAt.toISOString(), masked: !names },
      ...toGiven({ reason, decidedAt: decidedAt?.toISOString(), decidedBy }),
      ours: { ...ours, ...toGiven({ sex, birthOrder }) },
      theirs: names ? theirs : toMasked(theirs),
    },
  ];
}

function toMasked({ name, birthDate, sex, birthOrder }: KeptIdentity['theirs']): IdentityItem['theirs'] {
  const masked = maskPerson({ id: '', name: name ?? '', nameIsOfficial: true, ...toGiven({ birthDate }) });
  return { ...toGiven({ birthDate: masked.birthDate, sex, birthOrder }), ...(name === undefined ? {} : { name: masked.name }) };
}

type Deciding = Reasoned & { readonly record: string | NamedRecord; readonly is: 'same' | 'not-same' };

async function decide(parts: PersonDeskParts, deciding: Deciding): Promise<Checked<IdentityDecided>> {
  const { store, note, wake } = parts;
  const { record, is, asker, why } = deciding;
  if (why.trim() === '' || why.length > 500 || hasLongNumber(why)) return toFailed(numberInWhy);
  const found = await findRecord(parts, record);
  if (!found.ok) return found;
  const named = found.value;
  if (!(await maySee(parts, [named.person], asker))) return toFailed(outOfSight);
  const known = await store.persons.getOwnIdentities(store.db, [named.person]);
  if (!known.has(named.person)) return toFailed(unknownPerson);
  const released = await remember(parts, named, deciding);
  note(`identity-${is}`, { person: named.person, platform: named.platform, by: asker.by, within: asker.within });
  wake();
  return toPassed({ decided: is, person: named.person, released });
}

interface Named extends NamedRecord {
  readonly key: string;
}

/** A record of the list, or one that is named: what is said of that holds whatever number it was found by. */
async function findRecord({ store, platforms }: PersonDeskParts, record: string | NamedRecord): Promise<Checked<Named>> {
  if (typeof record === 'string') {
    const kept = isId(record) ? await store.identityDecisions.getIdentity(store.db, record) : undefined;
    return kept === undefined ? toFailed(unknownRecord) : toPassed(kept);
  }
  const { person, platform, platformId } = record;
  if (!platforms.includes(platform)) return toFailed(toUnknownPlatform(platform, platforms));
  const isSound = isId(person) && /^[A-Za-z0-9\-.]{1,64}$/.test(platformId);
  return isSound ? toPassed({ ...record, key: 'tanpa-nik' }) : toFailed(unsoundRecord);
}

/** Keeps the word, and lets everything that waited for it go on: the person is looked at again, and visits wait for that. */
async function remember(
  parts: PersonDeskParts,
  { person, platform, platformId, key }: Named,
  { is, asker, why }: Deciding,
): Promise<number> {
  const { store, now } = parts;
  return store.transact(async (tx) => {
    const at = now();
    await store.identityDecisions.decideIdentity(tx, { platform, person, platformId, key, state: is, by: asker.by, why, at });
    // What was sent under a number that is somebody else's is no longer delivered.
    const visits = is === 'same' ? [] : await store.visits.visitsOfPerson(tx, person);
    const concerned = [{ kind: 'patient', id: person } as const, ...visits.map(({ visit }) => ({ kind: 'visit', id: visit.id }) as const)];
    await store.owed.reopen(tx, platform, concerned, at);
    return store.owed.release(tx, { platform, states: ['waiting', 'held', 'parked'], kind: 'patient', ids: [person] }, at);
  });
}
