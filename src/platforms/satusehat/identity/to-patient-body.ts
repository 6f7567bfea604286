import type { Patient } from '@medplum/fhirtypes';
import { toComparableName } from '../../../map/conversions/read-name.ts';
import type { KnownAddress } from '../../../map/places/known-address.ts';
import type { LocalDate, Sex } from '../../../map/visit.ts';
import { toHash } from '../../hash.ts';
import { structureDefinition } from '../systems.ts';

/** What SATUSEHAT needs of somebody it is to register. */
export interface NewPatient {
  readonly system: string;
  readonly number: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: LocalDate;
  /** 0 for one child, from 1 the order of twins (rule 10167). */
  readonly birthOrder: number;
  readonly address: KnownAddress;
}

const levels = { province: 'provinsi', city: 'kabupaten', district: 'kecamatan', village: 'desa' } as const;

/**
 * The Patient as the published create request has it: profile, one official identifier, name as on the KTP, address with administrativeCode
 * (Postman collection 01, rules 10166, 10167, 10168, 10333, 10397, 10413). No citizenship: the request carries none, and a NIK may be a foreign resident's.
 */
export function toPatientBody({ system, number, name, sex, birthDate, birthOrder, address }: NewPatient): Patient {
  const { codes, line, city, rt = '', rw = '' } = address;
  const parts = Object.entries(levels).map(([url, level]) => ({ url, valueCode: codes[level] ?? '' }));
  return {
    resourceType: 'Patient',
    meta: { profile: [`${structureDefinition}Patient`] },
    identifier: [{ use: 'official', system, value: number }],
    active: true,
    name: [{ use: 'official', text: name }],
    gender: toGender(sex),
    birthDate,
    address: [
      {
        use: 'home',
        ...(line === undefined ? {} : { line: [line] }),
        ...(city === undefined ? {} : { city }),
        country: 'ID',
        extension: [
          {
            url: `${structureDefinition}administrativeCode`,
            extension: [...parts, { url: 'rw', valueCode: rw }, { url: 'rt', valueCode: rt }],
          },
        ],
      },
    ],
    multipleBirthInteger: birthOrder,
  };
}

/** The parts of an address without which nobody is registered, as they are called on a form; empty where all are there. */
export function lacksOf(address: KnownAddress | undefined): readonly string[] {
  const codes = Object.values(levels).filter((level) => address?.codes[level] === undefined);
  return [...codes, ...(['rt', 'rw'] as const).filter((part) => address?.[part] === undefined)];
}

/** FHIR's word for a sex. */
export function toGender(sex: Sex): 'male' | 'female' {
  return sex === 'L' ? 'male' : 'female';
}

/** Tells what a record was made with, so that it is known whether it still says so; keyed by the hash of the number it was made for. */
export function toMadeHash(key: string, { name, sex, birthDate }: Pick<NewPatient, 'name' | 'sex' | 'birthDate'>): string {
  return `${key}|${toHash([key, toComparableName(name), sex, birthDate])}`;
}
