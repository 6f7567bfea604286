import type { Message } from '../../platform.ts';
import { refOf } from '../refs.ts';
import { motherNikSystem, nikSystem } from '../systems.ts';
import { toAbsentHash, type PatientState } from './asking.ts';
import { withoutNik } from '../known-ids.ts';

/** Under which key what is found counts, and when it is asked. */
interface Look {
  readonly plan: string;
  readonly query: string;
  readonly key: string;
  readonly now: Date;
}

/** By NIK alone: the answer masks the name and tells neither birth date nor sex. */
export function toNikLook(state: PatientState, by: { readonly nik: string; readonly nikKey: string }, now: Date): Message {
  return toLook(state, { plan: 'cari-nik', query: identifier(nikSystem, by.nik), key: by.nikKey, now });
}

/** By NIK, name and birth date together: only who fits in all three answers, unmasked. */
export function toFullLook(state: PatientState, by: { readonly nik: string; readonly nikKey: string }, now: Date): Message {
  const { name, birthDate = '' } = state.person;
  const query = `name=${encodeURIComponent(name)}&birthdate=${birthDate}&${identifier(nikSystem, by.nik)}`;
  return toLook(state, { plan: 'cari-nik-nama-lahir', query, key: by.nikKey, now });
}

/** By the mother's NIK and the birth date: every child of that day answers. */
export function toChildLook(state: PatientState, by: { readonly nikIbu: string; readonly motherKey: string }, now: Date): Message {
  const query = `${identifier(motherNikSystem, by.nikIbu)}&birthdate=${state.person.birthDate ?? ''}`;
  return toLook(state, { plan: 'cari-nik-ibu', query, key: by.motherKey, now });
}

/** By name, birth date and sex: the only way without any NIK. */
export function toNameLook(state: PatientState, now: Date): Message {
  const { name, birthDate = '', sex } = state.person;
  const query = `name=${encodeURIComponent(name)}&birthdate=${birthDate}&gender=${sex === 'L' ? 'male' : 'female'}`;
  return toLook(state, { plan: 'cari-nama-lahir-kelamin', query, key: withoutNik, now });
}

function toLook({ person, puskesmas }: PatientState, { plan, query, key, now }: Look): Message {
  return {
    ...{ plan, method: 'GET', path: `/Patient?${query}`, effect: false },
    refs: [
      { ref: refOf.patient(person.id), hash: key },
      { ref: refOf.patientAbsent(person.id), hash: toAbsentHash(key, now) },
    ],
    credential: puskesmas.organization ?? '',
  };
}

function identifier(system: string, value: string): string {
  return `identifier=${encodeURIComponent(`${system}|${value}`)}`;
}
