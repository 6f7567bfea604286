import type { Candidate, Delivery, Message } from '../../platform.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import type { holdReasons } from '../holds/hold-reasons.ts';
import { toHeld } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { isBornOn, nameOf, nikAgrees, toCandidate } from './agrees.ts';
import type { PatientState } from './asking.ts';
import { isMaskedNameOf } from './masked-name.ts';

/**
 * Decides whether an IHS number may be adopted (field rule 3): NIK, name and birth date answered together, or the masked name agrees
 * and the NIK's own date and sex agree with the row. Everything else goes to a person, who sees what was found.
 */
export function readPatients({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'patient') return unreadable(message);
  const all = resourcesOf(body, 'Patient').filter((found) => idOf(found) !== '');
  const found = withoutDenied(all, subject);
  const full = message.plan === 'cari-nik-nama-lahir';
  if (found.length > 1) return offer('ihs-ganda', found, { message, by: 'nik' });
  const [patient] = found;
  if (patient === undefined) return all.length > 0 || full ? toHeld('nik-tidak-cocok') : nobody(message, subject);
  return fits(patient, subject, full)
    ? adopt(message, subject, { id: idOf(patient), full })
    : offer('nik-tidak-cocok', found, { message, by: 'nik' });
}

/** A server that ignored a criterion would answer with somebody else: what was asked for must stand in the answer. */
function fits(patient: unknown, { person }: PatientState, full: boolean): boolean {
  return isMaskedNameOf(nameOf(patient), person.name) && (!full || isBornOn(patient, person));
}

function adopt(message: Message, { person }: PatientState, { id, full }: { readonly id: string; readonly full: boolean }): Delivery {
  const certain = full || nikAgrees(person);
  const ref = certain ? refOf.patient(person.id) : refOf.patientNameSeen(person.id);
  return {
    kind: 'accepted',
    upstream: [{ ref, platformId: id, hash: message.refs[0]?.hash ?? '' }],
    then: { do: certain ? 'settle' : 'continue' },
  };
}

/** Without those of whom a person said that they are somebody else: they are never offered or adopted again. */
export function withoutDenied(found: readonly unknown[], { decided }: PatientState): readonly unknown[] {
  return found.filter((resource) => decided.get(idOf(resource)) !== 'bukan');
}

/** Nobody answered: remembered with the moment, so that the next step knows it. */
export function nobody(message: Message, { person }: PatientState): Delivery {
  const absent = message.refs.find(({ ref }) => ref === refOf.patientAbsent(person.id));
  if (absent === undefined) return toHeld('nik-tidak-dikenal');
  return { kind: 'accepted', upstream: [{ ...absent, platformId: 'tidak-ada' }], then: { do: 'continue' } };
}

interface Offer {
  readonly message: Message;
  readonly by: Candidate['by'];
}

/** Held for a person, who is shown what was found and says which is the same. */
export function offer(reason: keyof typeof holdReasons, found: readonly unknown[], { message, by }: Offer): Delivery {
  const key = message.refs[0]?.hash ?? '';
  const held = toHeld(reason);
  return held.kind === 'accepted' ? { ...held, candidates: found.map((resource) => toCandidate(resource, by, key)) } : held;
}
