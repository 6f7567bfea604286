import { toComparableName } from '../../../map/conversions/read-name.ts';
import type { Delivery } from '../../platform.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { isBornOn, nameOf, sexOf } from './agrees.ts';
import { nobody, offer, withoutDenied } from './read-patients.ts';

/** Who answers to a name, birth date and sex is offered to a person, even where it is one alone: without a NIK nobody is adopted (field rule 3). */
export function readNamesakes({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'patient') return unreadable(message);
  const { person } = subject;
  const found = withoutDenied(resourcesOf(body, 'Patient'), subject).filter(
    (one) =>
      idOf(one) !== '' &&
      isBornOn(one, person) &&
      sexOf(one) === person.sex &&
      toComparableName(nameOf(one)) === toComparableName(person.name),
  );
  return found.length === 0 ? nobody(message, subject) : offer('ihs-perlu-dipilih', found, { message, by: 'nama' });
}
