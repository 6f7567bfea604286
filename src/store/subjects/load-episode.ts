import type { Episode } from '../../map/episodes/episode.ts';
import { courseOf, readCourseId, toCourses, type CourseKey } from '../../map/episodes/to-courses.ts';
import { policyOf } from '../../map/places/ask-site.ts';
import type { Person, Visit } from '../../map/visit.ts';
import type { Care, Subject, SubjectState } from '../../platforms/subject.ts';
import type { Store } from '../open-store.ts';
import { toPersonKeys } from './load-patient.ts';
import { placeWithPuskesmas } from './load-place.ts';
import type { Loading } from './loading.ts';

type Gone = Episode & { readonly gone: boolean };

/**
 * A course of care, or its end, with the person it is of and the puskesmas that saw the person first in it; undefined when it is known no more.
 * The end waits for the visits that belong to it and that the platform does not know yet.
 */
export async function loadEpisode(store: Store, id: string, { platform, site }: Loading): Promise<SubjectState | undefined> {
  const known = await findCourse(store, id);
  if (known === undefined) return undefined;
  const { person, key, episode } = known;
  const visits = (await store.visits.visitsOfPerson(store.db, person.id)).map(({ visit }) => visit);
  const own = visits.filter((visit) => courseOf(visit, person, [episode])?.type === key.type);
  const place = await placeOf(store, person, own[0] ?? visits.at(-1));
  const puskesmas = placeWithPuskesmas(site, place ?? '')?.puskesmas;
  if (puskesmas === undefined) return undefined;
  const subjects = own.map((visit): Subject => ({ kind: 'visit', id: visit.id }));
  const openVisits = await store.courses.openAmong(store.db, platform, key.ends ? subjects : []);
  const keys = toPersonKeys(store, person);
  return { kind: 'episode', ...toCare(episode, key), person, ...keys, puskesmas, policy: policyOf(site, puskesmas.code), openVisits };
}

async function placeOf(store: Store, { id }: Person, seen: Visit | undefined): Promise<string | undefined> {
  return seen?.place ?? store.visits.lastPlaceOf(store.db, id);
}

interface KnownCourse {
  readonly person: Person;
  readonly episode: Gone;
  readonly key: CourseKey;
}

async function findCourse(store: Store, id: string): Promise<KnownCourse | undefined> {
  const key = readCourseId(id);
  if (key === undefined) return undefined;
  const episode = await store.courses.getEpisode(store.db, key.episode);
  if (episode === undefined) return undefined;
  const person = (await store.persons.getPersons(store.db, [episode.person])).get(episode.person)?.person;
  return person === undefined ? undefined : { person, episode, key };
}

/** A childbed whose delivery was taken back is gone, though its pregnancy is not. */
function toCare(episode: Gone, { type, ends }: CourseKey): { readonly care: Care; readonly gone: boolean } {
  const found = toCourses(episode).find((one) => one.type === type);
  const { id, from, to } = found ?? { id: `${episode.id}.${type}`, from: episode.from };
  const last = ends ? (to ?? openEnd) : undefined;
  return { care: { id, type, from, ...(last === undefined ? {} : { to: last }) }, gone: episode.gone || found === undefined };
}

/** The end of what has not ended after all: a day that never comes. */
const openEnd = '9999-12-31';
