import type { Delivery } from '../../platform.ts';
import { field } from '../../answer.ts';
import { idOf } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { contradictsNot, nameOf } from './agrees.ts';
import type { PatientState } from './asking.ts';
import { isSameNewborn } from './baby-name.ts';
import { offer } from './read-patients.ts';

/**
 * Success is HTTP 200 with the Patient, also where the platform gives back one that was there before (documentation of the patient index).
 * One that says otherwise than what was sent is somebody else's until a person has looked.
 */
export function readMadePatient({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'patient') return unreadable(message);
  const id = field(body, 'resourceType') === 'Patient' ? idOf(body) : '';
  if (id === '') return unreadable(message);
  const newborn = message.plan === 'buat-bayi';
  if (!isWhatWasSent(body, subject, newborn) || subject.decided.get(id) === 'bukan')
    return offer('ihs-perlu-dipilih', [body], { message, by: newborn ? 'nik-ibu' : 'nik' });
  const upstream = message.refs.map((ref) => ({ ...ref, platformId: id }));
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

function isWhatWasSent(body: unknown, { person }: PatientState, newborn: boolean): boolean {
  if (newborn && isSameNewborn(nameOf(body), person)) return contradictsNot({ ...toObject(body), name: [] }, person);
  return contradictsNot(body, person);
}

function toObject(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
