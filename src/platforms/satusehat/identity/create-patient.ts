import type { Preparation } from '../../platform.ts';
import { toHold, toHoldNaming } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { motherNikSystem, nikSystem } from '../systems.ts';
import type { PatientState } from './asking.ts';
import { toNewbornName } from './baby-name.ts';
import { lacksOf, toMadeHash, toPatientBody, type NewPatient } from './to-patient-body.ts';

/** By which number somebody is registered, and its keyed hash. */
interface By {
  readonly number: string;
  readonly key: string;
}

/** Registers somebody by the own NIK; Dukcapil compares every particular, so only a name as on the KTP will do. */
export function createByNik(state: PatientState, by: By): Preparation {
  if (!state.person.nameIsOfficial) return toHold('nama-belum-resmi');
  return create(state, { ...by, plan: 'buat-pasien', system: nikSystem, name: state.person.name });
}

/** Registers a newborn by the mother's NIK, named after her where it has no name yet. */
export function createNewborn(state: PatientState, by: By): Preparation {
  return create(state, { ...by, plan: 'buat-bayi', system: motherNikSystem, name: toNewbornName(state.person) });
}

function create(
  state: PatientState,
  { plan, key, ...by }: By & { readonly plan: string; readonly system: string; readonly name: string },
): Preparation {
  const { person, address, puskesmas } = state;
  if (person.sex === undefined) return toHold('jenis-kelamin-belum-ada');
  const lacks = lacksOf(address);
  if (address === undefined || lacks.length > 0) return toHoldNaming('alamat-belum-lengkap', lacks);
  const { sex, birthDate = '' } = person;
  const patient: NewPatient = { ...by, sex, birthDate, birthOrder: birthOrderOf(state), address };
  return {
    do: 'send',
    message: {
      ...{ plan, method: 'POST', path: '/Patient', effect: true, body: toPatientBody(patient) },
      refs: [
        { ref: refOf.patient(person.id), hash: key },
        { ref: refOf.patientMade(person.id), hash: toMadeHash(key, patient) },
      ],
      credential: puskesmas.organization ?? '',
    },
  };
}

/** Forms ask for the order among all children in the same column as for that of twins: it is that of twins only where there are twins. */
export function birthOrderOf({ person, hasTwin = false }: Pick<PatientState, 'person' | 'hasTwin'>): number {
  return hasTwin || !person.nameIsOfficial ? (person.birthOrder ?? 0) : 0;
}
