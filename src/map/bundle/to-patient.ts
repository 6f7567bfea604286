import type { HumanName, Identifier, Patient } from '@medplum/fhirtypes';
import { profiles, systems } from '../../fhir/systems.ts';
import type { Coding } from '../element-definition.ts';
import type { Person, Sex } from '../visit.ts';
import { toMeta } from './to-meta.ts';

const GENDERS: Readonly<Record<Sex, 'male' | 'female'>> = { L: 'male', P: 'female' };

/**
 * The person as a Patient: identified by the own NIK, else by the mother's, else by nothing yet.
 * A mother's NIK stands beside no other: it would make a child look like its mother (D06).
 */
export function toPatient(person: Person, id: string, environment: Coding): Patient {
  const identifier = toIdentifier(person);
  return {
    resourceType: 'Patient',
    id,
    meta: toMeta(toPatientProfile(person), environment),
    ...(identifier && { identifier: [identifier] }),
    name: [toName(person)],
    ...(person.sex && { gender: GENDERS[person.sex] }),
    ...(person.birthDate !== undefined && { birthDate: person.birthDate }),
    ...toMultipleBirth(person),
  };
}

/** Twins share their mother's NIK and their birth date: their order alone tells them apart. */
function toMultipleBirth({ nik, nikIbu, birthOrder = 0 }: Person): Pick<Patient, 'multipleBirthInteger'> {
  return nik === undefined && nikIbu !== undefined && birthOrder > 0 ? { multipleBirthInteger: birthOrder } : {};
}

function toIdentifier({ nik, nikIbu }: Person): Identifier | undefined {
  if (nik !== undefined) return { use: 'official', system: systems.nik, value: nik };
  return nikIbu === undefined ? undefined : { system: systems.nikIbu, value: nikIbu };
}

/** A mother's NIK without a birth date identifies no child, so only the base profile is claimed. */
function toPatientProfile({ nik, nikIbu, birthDate }: Person): string {
  if (nik !== undefined) return profiles.patientNik;
  if (nikIbu === undefined) return profiles.patientWithoutNik;
  return birthDate === undefined ? profiles.patient : profiles.patientNikIbu;
}

/** "By. Ny. Suharti" is a name assigned at birth: R4 name-use `temp`, never `official` (D21). */
function toName({ name, nameIsOfficial }: Person): HumanName {
  return { use: nameIsOfficial ? 'official' : 'temp', text: name };
}
