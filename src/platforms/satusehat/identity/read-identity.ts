import { isNikOf, toNikFacts } from '../../../map/conversions/read-nik.ts';
import type { Person } from '../../../map/visit.ts';
import type { Delivery, Message } from '../../platform.ts';
import { field, list, resourcesOf, text } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHeld } from '../holds/hold.ts';
import { isMaskedNameOf } from './masked-name.ts';
import { refOf } from '../refs.ts';

/**
 * Decides whether an IHS number may be adopted (field rule 3): NIK, name and birth date answered together,
 * or the masked name agrees and the NIK's own date and sex agree with the row. Everything else goes to a person.
 */
export function readPatients({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'patient') return unreadable(message);
  return readFound(message, subject.person, resourcesOf(body, 'Patient'));
}

function readFound(message: Message, person: Person, found: readonly unknown[]): Delivery {
  const [patient] = found;
  const full = message.plan === 'cari-nik-nama-lahir';
  if (found.length > 1) return toHeld('ihs-ganda');
  const id = text(field(patient, 'id'));
  if (id === '') return toHeld(full ? 'nik-tidak-cocok' : 'nik-tidak-dikenal');
  // A server that ignored a criterion would answer with somebody else: what was asked for must stand in the answer.
  if (!isMaskedNameOf(nameOf(patient), person.name) || (full && !isBornOn(patient, person))) return toHeld('nik-tidak-cocok');
  return adopt(message, person, { id, certain: full || nikAgrees(person) });
}

function adopt(message: Message, person: Person, { id, certain }: { readonly id: string; readonly certain: boolean }): Delivery {
  const ref = certain ? refOf.patient(person.id) : refOf.patientNameSeen(person.id);
  const upstream = message.refs.map(({ hash }) => ({ ref, platformId: id, hash }));
  return { kind: 'accepted', upstream, then: { do: certain ? 'settle' : 'continue' } };
}

/** Adopts a practitioner's number only where exactly one answers and the name agrees. */
export function readPractitioners({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'practitioner') return unreadable(message);
  const { responsible } = subject;
  const found = resourcesOf(body, 'Practitioner');
  const [practitioner] = found;
  const [ref] = message.refs;
  const id = text(field(practitioner, 'id'));
  const agrees = found.length === 1 && id !== '' && isMaskedNameOf(nameOf(practitioner), responsible.name);
  if (!agrees || ref === undefined) return toHeld('nakes-tidak-cocok');
  return { kind: 'accepted', upstream: [{ ref: ref.ref, platformId: id, hash: '' }], then: { do: 'settle' } };
}

function isBornOn(patient: unknown, person: Person): boolean {
  return person.birthDate !== undefined && field(patient, 'birthDate') === person.birthDate;
}

function nikAgrees(person: Person): boolean {
  if (person.nik === undefined || person.birthDate === undefined) return false;
  return isNikOf(person.nik, person.birthDate) && toNikFacts(person.nik).sex === person.sex;
}

function nameOf(resource: unknown): string {
  return text(field(list(field(resource, 'name'))[0], 'text'));
}
