import type { Probe } from './probe.ts';
import { attachment, patient, questionnaire, uuid, weight } from './resources.ts';

/** Primitive values whose text is not of their type. */
export const syntax: readonly Probe[] = [
  ['an empty string', { ...patient, gender: '' }, 'primitive-syntax Patient.gender', patient],
  ['an id with a blank', { ...patient, id: 'a b' }, 'primitive-syntax Patient.id', patient],
  ['an id of 65 characters', { ...patient, id: 'a'.repeat(65) }, 'primitive-syntax Patient.id', { ...patient, id: 'a'.repeat(64) }],
  [
    'a day that does not exist',
    { ...patient, birthDate: '2026-02-30' },
    'primitive-syntax Patient.birthDate',
    { ...patient, birthDate: '2024-02-29' },
  ],
  [
    'a leap day of 1900',
    { ...patient, birthDate: '1900-02-29' },
    'primitive-syntax Patient.birthDate',
    { ...patient, birthDate: '2000-02-29' },
  ],
  [
    'a date the Indonesian way round',
    { ...patient, birthDate: '03-11-2025' },
    'primitive-syntax Patient.birthDate',
    { ...patient, birthDate: '2025-11' },
  ],
  [
    'a time without a zone',
    { ...weight, effectiveDateTime: '2026-08-01T09:00:00' },
    'primitive-syntax Observation.effective',
    { ...weight, effectiveDateTime: '2026-08-01' },
  ],
  ['an hour 24', { ...weight, effectiveDateTime: '2026-08-01T24:00:00Z' }, 'primitive-syntax Observation.effective', weight],
  [
    'an instant that is only a day',
    { ...weight, issued: '2026-08-01' },
    'primitive-syntax Observation.issued',
    { ...weight, issued: '2026-08-01T02:00:00.123Z' },
  ],
  ['a code with a blank at its end', { ...weight, status: 'final ' }, 'primitive-syntax Observation.status', weight],
  ['a code with two blanks', { ...patient, language: 'id  ID' }, 'primitive-syntax Patient.language', { ...patient, language: 'id-ID' }],
  [
    'an address with a blank',
    { ...patient, implicitRules: 'http://x y' },
    'primitive-syntax Patient.implicitRules',
    { ...patient, implicitRules: 'http://x.id/y' },
  ],
  [
    'a UUID in capitals',
    { ...patient, identifier: [{ system: uuid.toUpperCase().replace('URN:UUID', 'urn:uuid') }] },
    'primitive-syntax Patient.identifier[0].system',
    { ...patient, identifier: [{ system: uuid }] },
  ],
  [
    'a code with a tab inside',
    { ...patient, maritalStatus: { coding: [{ system: 'http://x', code: 'a\tb' }] } },
    'primitive-syntax Patient.maritalStatus.coding[0].code',
    { ...patient, maritalStatus: { coding: [{ system: 'http://x', code: 'a b' }] } },
  ],
  [
    'an OID with a leading zero',
    { ...patient, identifier: [{ system: 'urn:oid:1.02.3' }] },
    'primitive-syntax Patient.identifier[0].system',
    { ...patient, identifier: [{ system: 'urn:oid:1.2.36.1' }] },
  ],
  [
    'a control character',
    { ...patient, name: [{ text: 'Da\u0000nu' }] },
    'primitive-syntax Patient.name[0].text',
    { ...patient, name: [{ text: 'Da\tnu\u00a0' }] },
  ],
  [
    'base64 of five characters',
    { ...attachment, content: { contentType: 'image/png', data: 'AAAAA' } },
    'primitive-syntax Media.content.data',
    { ...attachment, content: { contentType: 'image/png', data: 'AAAABB==' } },
  ],
  [
    'base64 padded in the middle',
    { ...attachment, content: { contentType: 'image/png', data: 'AA==AAAA' } },
    'primitive-syntax Media.content.data',
    attachment,
  ],
  [
    'a whole number with a fraction',
    { ...questionnaire, item: [{ linkId: '1', type: 'string', maxLength: 1.5 }] },
    'primitive-syntax Questionnaire.item[0].maxLength',
    questionnaire,
  ],
  [
    'a positive number that is zero',
    { ...patient, telecom: [{ system: 'phone', value: '1', rank: 0 }] },
    'primitive-syntax Patient.telecom[0].rank',
    { ...patient, telecom: [{ system: 'phone', value: '1', rank: 1 }] },
  ],
];
