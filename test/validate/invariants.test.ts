import { describe, expect, test } from '@jest/globals';
import { compile, toValidator } from './a-validator.ts';

const validator = toValidator(compile());
const ucum = 'http://unitsofmeasure.org';
const text = { text: 'a' };
const observation = { resourceType: 'Observation', status: 'final', code: { coding: [{ system: 'http://contoh.id/kode', code: 'a' }] } };
const condition = { resourceType: 'Condition', subject: { display: 'Danu' }, code: text };
const active = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] };
const resolved = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'resolved' }] };
const inError = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' }] };
const request = { resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject: { display: 'Danu' }, code: text };
const form = { resourceType: 'Questionnaire', status: 'draft', name: 'Skrining' };
const consent = { resourceType: 'Consent', status: 'active', category: [text], policy: [{ uri: 'http://contoh.id' }] };
const something = (code: string): unknown => ({ coding: [{ system: 'something', code }] });
const risk = { resourceType: 'RiskAssessment', status: 'final', subject: { display: 'Danu' } };
const percent = (value: number): unknown => ({ value, system: ucum, code: '%', unit: '%' });
const timing = (repeat: unknown): unknown => ({ ...request, occurrenceTiming: { repeat } });
const item = (one: unknown): unknown => ({ ...form, item: [one] });
const period = (start: string, end: string): unknown => ({ resourceType: 'Patient', name: [{ family: 'Danu', period: { start, end } }] });

type Row = readonly [key: string, broken: unknown, sound: unknown];
const rows: readonly Row[] = [
  ['obs-6', { ...observation, valueBoolean: true, dataAbsentReason: text }, { ...observation, dataAbsentReason: text }],
  [
    'obs-7',
    { ...observation, valueBoolean: true, component: [{ code: observation.code, valueBoolean: true }] },
    { ...observation, component: [{ code: observation.code, valueBoolean: true }] },
  ],
  ['obs-3', { ...observation, referenceRange: [{ appliesTo: [text] }] }, { ...observation, referenceRange: [{ text: 'a' }] }],
  ['per-1', period('2020-06', '2020-05'), period('2020-05', '2020-06')],
  ['per-1', period('2020', '2020-05'), period('2019', '2020-05')],
  [
    'con-4',
    { ...condition, clinicalStatus: active, abatementString: 'a' },
    { ...condition, clinicalStatus: resolved, abatementString: 'a' },
  ],
  ['con-5', { ...condition, clinicalStatus: active, verificationStatus: inError }, { ...condition, verificationStatus: inError }],
  ['pat-1', { resourceType: 'Patient', contact: [{ gender: 'male' }] }, { resourceType: 'Patient', contact: [{ name: { text: 'a' } }] }],
  [
    'qty-3',
    { ...observation, valueQuantity: { value: 1, code: 'kg' } },
    { ...observation, valueQuantity: { value: 1, system: ucum, code: 'kg' } },
  ],
  [
    'rng-2',
    { ...observation, valueRange: { low: { value: 2 }, high: { value: 1 } } },
    { ...observation, valueRange: { low: { value: 1 }, high: { value: 2 } } },
  ],
  [
    'rat-1',
    { ...observation, valueRatio: { numerator: { value: 1 } } },
    { ...observation, valueRatio: { numerator: { value: 1 }, denominator: { value: 1 } } },
  ],
  [
    'cpt-2',
    { resourceType: 'Patient', telecom: [{ value: '021' }] },
    { resourceType: 'Patient', telecom: [{ system: 'phone', value: '021' }] },
  ],
  ['tim-1', timing({ duration: 1 }), timing({ duration: 1, durationUnit: 'd' })],
  ['tim-2', timing({ period: 1 }), timing({ period: 1, periodUnit: 'd' })],
  ['tim-4', timing({ duration: -1, durationUnit: 'd' }), timing({ duration: 0, durationUnit: 'd' })],
  ['tim-9', timing({ offset: 1, when: ['MORN', 'C'] }), timing({ offset: 1, when: ['MORN', 'ACV'] })],
  ['tim-10', timing({ timeOfDay: ['10:00:00'], when: ['MORN'] }), timing({ timeOfDay: ['10:00:00'] })],
  [
    'age-1',
    { ...condition, onsetAge: { value: -1, system: ucum, code: 'a' } },
    { ...condition, onsetAge: { value: 1, system: ucum, code: 'a' } },
  ],
  [
    'drt-1',
    { ...request, occurrenceTiming: { repeat: { boundsDuration: { value: 1, system: 'http://contoh.id', code: 'd' } } } },
    timing({ boundsDuration: { value: 1, system: ucum, code: 'd' } }),
  ],
  [
    'dom-4',
    { ...condition, contained: [{ resourceType: 'Patient', id: 'a', meta: { versionId: '1' } }], subject: { reference: '#a' } },
    { ...condition, contained: [{ resourceType: 'Patient', id: 'a' }], subject: { reference: '#a' } },
  ],
  ['que-1', item({ linkId: '1', type: 'group' }), item({ linkId: '1', type: 'group', item: [{ linkId: '2', type: 'string' }] })],
  ['que-3', item({ linkId: '1', type: 'display', code: [{ code: 'a' }] }), item({ linkId: '1', type: 'display' })],
  ['que-9', item({ linkId: '1', type: 'display', readOnly: true }), item({ linkId: '1', type: 'string', readOnly: true })],
  [
    'que-12',
    item({
      linkId: '1',
      type: 'string',
      enableWhen: [2, 3].map((at) => ({ question: String(at), operator: 'exists', answerBoolean: true })),
    }),
    item({ linkId: '1', type: 'string', enableWhen: [{ question: '2', operator: 'exists', answerBoolean: true }] }),
  ],
  ['ppc-2', { ...consent, scope: something('patient-privacy') }, { ...consent, scope: something('lain') }],
  ['ppc-3', { ...consent, scope: something('research') }, { ...consent, scope: something('lain') }],
  ['ppc-4', { ...consent, scope: something('adr') }, { ...consent, scope: something('lain') }],
  ['ppc-5', { ...consent, scope: something('treatment') }, { ...consent, scope: something('lain') }],
  [
    'ras-1',
    { ...risk, prediction: [{ probabilityRange: { low: { value: 1, system: ucum, code: '1' } } }] },
    { ...risk, prediction: [{ probabilityRange: { low: percent(1) } }] },
  ],
  ['ras-2', { ...risk, prediction: [{ probabilityDecimal: 101 }] }, { ...risk, prediction: [{ outcome: text }] }],
  [
    'bdl-1',
    { resourceType: 'Bundle', type: 'collection', total: 1 },
    { resourceType: 'Bundle', type: 'searchset', total: 0, link: [{ relation: 'self', url: 'http://contoh.id' }] },
  ],
  ['org-1', { resourceType: 'Organization', active: true }, { resourceType: 'Organization', name: 'Posyandu' }],
];

describe('a rule of R4', () => {
  const named = rows.map(([key, broken, sound], at) => ({ key, broken, sound, at }));

  test.each(named)('$key is found broken ($at), by its key and words', ({ key, broken }) => {
    const found = validator.validate(broken).issues.filter(({ code }) => code === 'invariant');
    expect(found.map(({ rule, severity }) => [rule, severity])).toContainEqual([key, 'error']);
    expect(found.find(({ rule }) => rule === key)?.diagnostics).toContain('http://hl7.org/fhir/StructureDefinition/');
    expect(validator.isValid(broken)).toBe(false);
  });

  test.each(named)('$key holds of its sound twin ($at)', ({ key, sound }) => {
    expect(validator.validate(sound).issues.filter(({ rule }) => rule === key)).toEqual([]);
  });

  test('that is a warning leaves the resource valid', () => {
    const named = { ...form, name: 'skrining balita' };
    expect(
      validator
        .validate(named)
        .issues.filter(({ code }) => code === 'invariant')
        .map(({ rule, severity }) => [rule, severity]),
    ).toEqual([['que-0', 'warning']]);
    expect(validator.judge(named)).toBe('warnings');
  });

  test('that is best practice is told only where that is asked for', () => {
    const patient = { resourceType: 'Patient', active: true };
    const told = validator.validate(patient, [], { bestPractice: 'warned' }).issues.map(({ rule, severity }) => [rule, severity]);
    expect(told).toEqual([['dom-6', 'warning']]);
    expect(validator.judge(patient, [], { bestPractice: 'warned' })).toBe('warnings');
    expect(validator.judge(patient)).toBe('ok');
  });
});
