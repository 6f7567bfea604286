import type { Delivery } from '../../platform.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHeld } from '../holds/hold.ts';
import { nameOf } from './agrees.ts';
import { isMaskedNameOf } from './masked-name.ts';

/** Adopts a practitioner's number only where exactly one answers, the name agrees, and the number is the one jejaring has, if it has one. */
export function readPractitioners({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'practitioner') return unreadable(message);
  const { responsible } = subject;
  const found = resourcesOf(body, 'Practitioner');
  const [practitioner] = found;
  const [ref] = message.refs;
  const id = idOf(practitioner);
  const isNumber = responsible.ihs === undefined || responsible.ihs === id;
  const agrees = found.length === 1 && id !== '' && isNumber && isMaskedNameOf(nameOf(practitioner), responsible.name);
  if (!agrees || ref === undefined) return toHeld('nakes-tidak-cocok');
  return { kind: 'accepted', upstream: [{ ref: ref.ref, platformId: id, hash: '' }], then: { do: 'settle' } };
}
