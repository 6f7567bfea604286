import { courseOf, mayHaveCourse, type Course } from '../../map/episodes/to-courses.ts';
import type { Person, Visit } from '../../map/visit.ts';
import type { Store } from '../open-store.ts';

/** The course of care of a visit, as far as it is known which there are. */
export interface KnownCourse {
  readonly care: Course | undefined;
  /** True while the person has not been looked at since the visit came: whether there is one is not known yet. */
  readonly careUnknown: boolean;
}

const none: KnownCourse = { care: undefined, careUnknown: false };

/** Finds the course of care of a visit; most visits can have none, and for them nothing is asked. */
export async function courseOfVisit(store: Store, visit: Visit, person: Person): Promise<KnownCourse> {
  if (!mayHaveCourse(visit, person)) return none;
  const [pending] = await store.db.rows<{ pending: boolean }>('is-judgement-pending', [visit.id, person.id, store.environment]);
  if (pending?.pending === true) return { care: undefined, careUnknown: true };
  return { care: courseOf(visit, person, await store.episodes.episodesOf(store.db, [person.id])), careUnknown: false };
}
