import type { Delivery } from '../../platform.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { refOf } from '../refs.ts';
import { motherNikSystem } from '../systems.ts';
import { askedOf, identifierOf, isBornOn, nameOf, orderOf, sexOf } from './agrees.ts';
import { toComparableName } from '../../../map/conversions/read-name.ts';
import type { PatientState } from './asking.ts';
import { isSameNewborn } from './baby-name.ts';
import { birthOrderOf } from './create-patient.ts';
import { nobody, offer, withoutDenied } from './read-patients.ts';

/**
 * Children of one mother and day. One whose mother's NIK, birth date, order and name agree with ours is adopted; a twin of another order is
 * nobody's concern; whoever else might be ours goes to a person.
 */
export function readChildren({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'patient') return unreadable(message);
  const asked = askedOf(message, 'identifier');
  const children = resourcesOf(body, 'Patient').filter((child) => isAsked(child, asked) && isBornOn(child, subject.person));
  const possible = withoutDenied(children, subject).filter((child) => isPossible(child, subject));
  if (possible.length === 0) return nobody(message, subject);
  const [child] = possible;
  if (possible.length > 1 || !isCertain(child, subject)) return offer('ihs-perlu-dipilih', possible, { message, by: 'nik-ibu' });
  const adopted = { ref: refOf.patient(subject.person.id), platformId: idOf(child), hash: message.refs[0]?.hash ?? '' };
  // The mother and a correction may still have to follow.
  return { kind: 'accepted', upstream: [adopted], then: { do: 'continue' } };
}

/** What was asked for must stand in the answer, where the answer does not hide it. */
function isAsked(child: unknown, asked: string): boolean {
  const told = identifierOf(child, motherNikSystem);
  return idOf(child) !== '' && (/^#+$/.test(told) || `${motherNikSystem}|${told}` === asked);
}

/** Two orders that are told and differ are two children; so are two sexes. */
function isPossible(child: unknown, state: PatientState): boolean {
  const [theirs, ours] = [orderOf(child), birthOrderOf(state)];
  const sex = sexOf(child);
  const otherSex = sex !== undefined && state.person.sex !== undefined && sex !== state.person.sex;
  return !otherSex && (theirs === 0 || ours === 0 || theirs === ours);
}

function isCertain(child: unknown, state: PatientState): boolean {
  return orderOf(child) === birthOrderOf(state) && isSameNewborn(nameOf(child), state.person);
}

/** After a change whose answer was lost: has it arrived? */
export function readChanged({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'patient') return unreadable(message);
  const [patient, made] = message.refs;
  const id = subject.person.name;
  const now = resourcesOf(body, 'Patient').find((child) => toComparableName(nameOf(child)) === toComparableName(id));
  const isThere = now !== undefined && made !== undefined && patient !== undefined;
  return {
    kind: 'accepted',
    upstream: isThere ? [{ ...made, platformId: idOf(now) }] : [],
    then: { do: 'continue' },
  };
}
