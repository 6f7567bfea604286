import type { Probe } from './probe.ts';
import { patient, weight } from './resources.ts';

/** JSON of the wrong shape. */
export const type: readonly Probe[] = [
  ['a list where one value belongs', { ...patient, gender: ['male'] }, 'type-wrong Patient.gender', patient],
  ['one value where a list belongs', { ...patient, name: { text: 'Danu' } }, 'type-wrong Patient.name', patient],
  ['a string where an object belongs', { ...patient, maritalStatus: 'M' }, 'type-wrong Patient.maritalStatus', patient],
  ['a number as text', { ...weight, valueQuantity: { value: '7.2' } }, 'type-wrong Observation.value.value', weight],
  ['a boolean as text', { ...patient, active: 'true' }, 'type-wrong Patient.active', { ...patient, active: false }],
  ['a text as number', { ...patient, name: [{ text: 7 }] }, 'type-wrong Patient.name[0].text', patient],
];
