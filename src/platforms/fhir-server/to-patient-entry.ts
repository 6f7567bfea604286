import type { BundleEntry, Patient } from '@medplum/fhirtypes';
import type { Coding } from '../../map/element-definition.ts';
import { toPatient } from '../../map/bundle/to-patient.ts';
import type { Person } from '../../map/visit.ts';
import { serverSystems } from './systems.ts';
import { toUpsert } from './to-entry.ts';

/** Whether names and NIKs go to the server, or sex and birth date alone (field rule 6). */
export type IdentityShown = 'lengkap' | 'samar';

/** A person under our own random id; without name and NIK where the server is not to know them. */
export function toPatientEntry(person: Person, shown: IdentityShown, environment: Coding): BundleEntry {
  const whole = toPatient(person, person.id, environment);
  return toUpsert(shown === 'lengkap' ? whole : toMasked(whole), { system: serverSystems.person, value: person.id });
}

/** The profiles of a Patient demand the identifiers that are left out, so none is claimed. */
function toMasked({ meta, gender, birthDate, multipleBirthInteger }: Patient): Patient {
  return {
    resourceType: 'Patient',
    ...(meta?.tag === undefined ? {} : { meta: { tag: meta.tag } }),
    ...(gender === undefined ? {} : { gender }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(multipleBirthInteger === undefined ? {} : { multipleBirthInteger }),
  };
}
