import type { KnownAddress } from '../../../src/map/places/known-address.ts';
import type { Person } from '../../../src/map/visit.ts';
import type { Delivery, Message } from '../../../src/platforms/platform.ts';
import { readAnswer } from '../../../src/platforms/satusehat/answer/read-answer.ts';
import type { PatientState } from '../../../src/platforms/satusehat/identity/asking.ts';
import { later, patientState } from './a-subject.ts';

/** An address of kecamatan 99, which does not exist. */
export const address: KnownAddress = {
  line: 'Jalan Kenanga 4',
  city: 'Kota Contoh',
  codes: { provinsi: '64', kabupaten: '6472', kecamatan: '647299', desa: '6472991001' },
  rt: '2',
  rw: '5',
};

const { nik: _nik, ...unnumbered } = patientState.person;

/** Somebody with a NIK whom SATUSEHAT may not know yet. */
export const newcomer: PatientState = { ...patientState, address };

/** The mother of every newborn here. */
export const nikIbu = '6472997009949514';

/** A newborn of the third day that still bears the name of its mother; the clock is that of the other tests (12 August 2025). */
export function aNewborn(facts: Partial<Person> = {}, state: Partial<PatientState> = {}): PatientState {
  const person: Person = {
    ...unnumbered,
    ...{ name: 'By. Ny. Mega', nameIsOfficial: false, nikFault: 'tanpa-nik', nikIbu, mother: 'Mega', birthDate: '2025-08-09', sex: 'P' },
    ...facts,
  };
  return { ...newcomer, person, nikKey: undefined, motherKey: 'kunci-ibu', ...state };
}

/** Somebody old without any number. */
export function aNameless(facts: Partial<Person> = {}, state: Partial<PatientState> = {}): PatientState {
  const person: Person = { ...unnumbered, name: 'Mbah Sastro', nikFault: 'tanpa-nik', birthDate: '1948-03-02', sex: 'L', ...facts };
  return { ...newcomer, person, nikKey: undefined, motherKey: undefined, ...state };
}

/** What is known upstream once nobody answered to a number, just before the clock of the tests. */
export function absent({ person }: PatientState, key: string, at = later): Readonly<Record<string, readonly [string, string]>> {
  return { [`patient/${person.id}/tidak-ada`]: ['tidak-ada', `${key}|${at.toISOString()}`] };
}

/** SATUSEHAT's answer to a message, as it is understood. */
export function hear(message: Message, subject: PatientState, body: unknown, status = 200): Delivery {
  return readAnswer({ message, subject, answer: { status, headers: {}, body } });
}

/** A searchset with these Patients. */
export function found(...patients: readonly object[]): unknown {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: patients.length,
    entry: patients.map((one) => ({ resource: { resourceType: 'Patient', ...one } })),
  };
}

/** A child as the search by mother's NIK shows it. */
export function aChild(id: string, facts: object = {}): object {
  return {
    ...{ id, birthDate: '2025-08-09', multipleBirthInteger: 0, name: [{ use: 'official', text: 'BAYI NY. MEGA' }] },
    identifier: [{ system: 'https://fhir.kemkes.go.id/id/nik-ibu', value: nikIbu }],
    ...facts,
  };
}

/** A refusal of the patient service in its own words. */
export function refused(...issues: readonly { readonly text: string; readonly code?: string; readonly expression?: string }[]): unknown {
  return {
    resourceType: 'OperationOutcome',
    text: { status: 'generated' },
    issue: issues.map(({ text, code = 'exception', expression }) => ({
      ...{ severity: 'error', code, details: { text } },
      ...(expression === undefined ? {} : { expression: [expression] }),
    })),
  };
}
