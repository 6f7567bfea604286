import type { Upstream } from '../../platform.ts';
import { patientIdOf } from '../known-ids.ts';
import { refOf } from '../refs.ts';
import type { VisitState } from './held-visit.ts';

/**
 * True where a visit stands under a record that is certainly not its person's, also before it is known which one is: a person said so, or the
 * visit was somebody else's when it was sent and that one's number is not this person's (docs/decisions/0016).
 */
export function isStrangers(state: VisitState, under: string, upstream: Upstream): boolean {
  const { denied, person, nikKey, motherKey } = state;
  if (denied?.has(under) === true) return true;
  if (patientIdOf({ id: person.id, nikKey, motherKey }, upstream) === under) return false;
  return othersOf(state).some((other) => upstream.get(refOf.patient(other))?.platformId === under);
}

/** Whom a visit was about before that is somebody else than now. */
export function othersOf({ formerVisits = [], person }: VisitState): readonly string[] {
  return [...new Set(formerVisits.map((former) => former.person))].filter((id) => id !== person.id);
}

/**
 * A visit as it was when it stood under a record: what is taken back there is said as it was, and nothing of another person is ever written there.
 * As it is now where it always was the same person's.
 */
export function asSentTo(state: VisitState, patient: string, upstream: Upstream): VisitState {
  const { former = [], formerVisits = [], person } = state;
  const numberOf = (id: string): string | undefined => upstream.get(refOf.patient(id))?.platformId;
  if (othersOf(state).length === 0 || numberOf(person.id) === patient) return state;
  const known = formerVisits.findIndex((one) => one.person !== person.id && numberOf(one.person) === patient);
  const at = known === -1 ? formerVisits.findIndex((one) => one.person !== person.id) : known;
  const then = formerVisits[at];
  if (then === undefined) return state;
  return { ...state, visit: then.visit, bundle: former[at], former: former.slice(at + 1), formerVisits: formerVisits.slice(at + 1) };
}
