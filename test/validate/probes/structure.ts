import type { Probe } from './probe.ts';
import { absent, collection, patient, questionnaire, uuid, weight } from './resources.ts';

/** Keys, choices, empty things and nulls. */
export const structure: readonly Probe[] = [
  ['a key R4 does not have', { ...patient, weight: 7 }, 'element-unknown Patient.weight', patient],
  ['a companion of a key R4 does not have', { ...patient, _weight: absent }, 'element-unknown Patient._weight', patient],
  [
    'an unknown key deep inside',
    { ...patient, name: [{ text: 'a', givenName: 'b' }] },
    'element-unknown Patient.name[0].givenName',
    patient,
  ],
  [
    'an unknown key inside a referred-to element',
    { ...questionnaire, item: [{ linkId: '1', type: 'group', item: [{ linkId: 'x', type: 'string', len: 1 }] }] },
    'element-unknown Questionnaire.item[0].item[0].len',
    questionnaire,
  ],
  ['two values at once', { ...weight, valueString: '7' }, 'choice-many Observation.value', weight],
  [
    'a value and the companion of another type',
    { ...patient, deceasedBoolean: true, _deceasedDateTime: absent },
    'choice-many Patient.deceased',
    { ...patient, deceasedBoolean: true },
  ],
  ['a choice without its type', { ...weight, valueQuantity: undefined, value: 7 }, 'element-unknown Observation.value', weight],
  ['an empty list', { ...patient, name: [] }, 'list-empty Patient.name', patient],
  [
    'an empty object',
    { ...patient, maritalStatus: {} },
    'element-empty Patient.maritalStatus',
    { ...patient, maritalStatus: { text: 'Kawin' } },
  ],
  [
    'an object with only an id',
    { ...patient, maritalStatus: { id: 'x' } },
    'element-empty Patient.maritalStatus',
    { ...patient, maritalStatus: { id: 'x', text: 'Kawin' } },
  ],
  ['a null', { ...patient, gender: null }, 'null-value Patient.gender', patient],
  [
    'a resource inside that is a text',
    { ...collection, entry: [{ fullUrl: uuid, resource: 'x' }] },
    'resource-not-object Bundle.entry[0].resource',
    collection,
  ],
  [
    'a resource inside without a type',
    { ...collection, entry: [{ fullUrl: uuid, resource: { id: 'x' } }] },
    'resource-type-missing Bundle.entry[0].resource',
    collection,
  ],
  [
    'an unexplained null in padded names',
    { ...patient, name: [{ given: ['Danu', null] }] },
    'null-value Patient.name[0].given[1]',
    { ...patient, name: [{ given: ['Danu', null], _given: [null, absent] }] },
  ],
  [
    'a padded companion that says nothing',
    { ...patient, name: [{ given: ['Danu', null], _given: [null, {}] }] },
    'element-empty Patient.name[0].given[1]',
    { ...patient, name: [{ given: [null], _given: [absent] }] },
  ],
  [
    'a companion without a value that has no extension',
    { ...patient, birthDate: undefined, _birthDate: { id: 'b' } },
    'element-empty Patient.birthDate',
    patient,
  ],
  ['a field that only one vendor has', { ...patient, meta: { project: 'x' } }, 'element-unknown Patient.meta.project', patient],
];
