// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/root.ts';
import { aProfile, compile, testProfile, toErrors, toValidator } from './a-validator.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const vital = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] };
const mmHg = (value: number) => ({ value, system: 'http://unitsofmeasure.org', code: 'mm[Hg]' });

const quantity = { base: { path: 'Observation.component.value[x]', min: 0, max: '1' } };
const tension = aProfile('Observation', 'tensi', {
  'Observation.code': { patternCodeableConcept: loinc('85354-9') },
  'Observation.subject': { min: 1, type: [{ code: 'Reference', targetProfile: ['http://hl7.org/fhir/StructureDefinition/Patient'] }] },
  'Observation.value[x]': { max: '0' },
  'Observation.effective[x]': { min: 1, type: [{ code: 'dateTime' }] },
  'Observation.note': { max: '1' },
  'Observation.status': { fixedCode: 'final' },
  'Observation.category': { min: 1, slicing: { discriminator: [{ type: 'pattern', path: '$this' }], rules: 'open' } },
  'Observation.category:vital': {
    min: 1,
    max: '1',
    base: { max: '*' },
    type: [{ code: 'CodeableConcept' }],
    patternCodeableConcept: vital,
  },
  'Observation.component': { min: 2, slicing: { discriminator: [{ type: 'value', path: 'code.coding.code' }], rules: 'closed' } },
  'Observation.component:sistolik': { min: 1, max: '1', base: { max: '*' }, type: [{ code: 'BackboneElement' }] },
  'Observation.component:sistolik.code': { min: 1, type: [{ code: 'CodeableConcept' }] },
  'Observation.component:sistolik.code.coding': { min: 1, max: '*', type: [{ code: 'Coding' }] },
  'Observation.component:sistolik.code.coding.code': { min: 1, type: [{ code: 'code' }], fixedCode: '8480-6' },
  'Observation.component:sistolik.value[x]': { ...quantity, min: 1, type: [{ code: 'Quantity' }] },
  'Observation.component:sistolik.value[x].code': { min: 1, type: [{ code: 'code' }], fixedCode: 'mm[Hg]' },
  'Observation.component:sistolik.value[x].value': {
    ...{ type: [{ code: 'decimal' }] },
    constraint: [{ key: 'ilp-uji', severity: 'error', human: 'Tekanan sistolik lebih dari nol', expression: '$this > 0' }],
  },
  'Observation.component:diastolik': { max: '1', base: { max: '*' }, type: [{ code: 'BackboneElement' }] },
  'Observation.component:diastolik.code': { min: 1, type: [{ code: 'CodeableConcept' }], patternCodeableConcept: loinc('8462-4') },
});
const reading = {
  ...{ resourceType: 'Observation', status: 'final', category: [vital], code: loinc('85354-9'), subject: { reference: 'Patient/1' } },
  effectiveDateTime: '2026-08-01',
  component: [
    { code: loinc('8480-6'), valueQuantity: mmHg(120) },
    { code: loinc('8462-4'), valueQuantity: mmHg(80) },
  ],
};
const [sistolik, diastolik] = reading.component;

const choice = aProfile('Observation', 'pilihan', {
  'Observation.value[x]': { slicing: { discriminator: [{ type: 'type', path: '$this' }], rules: 'open' } },
  'Observation.value[x]:valueQuantity': { min: 1, type: [{ code: 'Quantity' }] },
  'Observation.value[x]:valueQuantity.unit': { min: 1, type: [{ code: 'string' }] },
});
const measured = { resourceType: 'Observation', status: 'final', code: { text: 'x' }, valueQuantity: { value: 1, unit: 'kg' } };

const asal = testProfile('asal');
const origin = aProfile('Extension', 'asal', {
  'Extension.extension': { max: '0' },
  'Extension.url': { fixedUri: asal },
  'Extension.value[x]': { min: 1, type: [{ code: 'code' }] },
});
const identified = aProfile('Patient', 'identitas', {
  'Patient.extension': { slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } },
  'Patient.extension:asal': { min: 1, max: '1', base: { max: '*' }, type: [{ code: 'Extension', profile: [asal] }] },
  'Patient.identifier': { slicing: { discriminator: [{ type: 'exists', path: 'period' }], rules: 'open' } },
  'Patient.identifier:berlaku': { min: 0, max: '1', base: { max: '*' }, type: [{ code: 'Identifier' }] },
  'Patient.identifier:berlaku.period': { min: 1, type: [{ code: 'Period' }] },
  'Patient.birthDate': { min: 1 },
  'Patient.birthDate.extension': { min: 1, max: '*', type: [{ code: 'Extension' }] },
  'Patient.gender': { min: 1, fixedCode: 'male' },
});
const person = {
  ...{ resourceType: 'Patient', extension: [{ url: asal, valueCode: 'posyandu' }], gender: 'male', birthDate: '2025-11-03' },
  _birthDate: { extension: [{ url: 'http://x', valueBoolean: true }] },
  identifier: [{ value: '1', period: { start: '2026' } }, { value: '2' }, { value: '3' }],
};
const bundle = aProfile('Bundle', 'kiriman', {
  'Bundle.entry': { slicing: { discriminator: [{ type: 'type', path: 'resource' }], rules: 'open' } },
  'Bundle.entry:pasien': { min: 1, max: '1', base: { max: '*' }, type: [{ code: 'BackboneElement' }] },
  'Bundle.entry:pasien.resource': { min: 1, type: [{ code: 'Patient', profile: [testProfile('identitas')] }] },
});
const uuid = 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666';
const sent = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { fullUrl: uuid, resource: person },
    { fullUrl: 'http://x/Observation/1', resource: { ...reading, id: '1' } },
  ],
};

const arranged = (name: string, slicing: object) =>
  aProfile('Patient', name, {
    'Patient.identifier': { slicing: { discriminator: [{ type: 'value', path: 'system' }], ...slicing } },
    'Patient.identifier:a': { max: '1', base: { max: '*' }, type: [{ code: 'Identifier' }] },
    'Patient.identifier:a.system': { min: 1, type: [{ code: 'uri' }], fixedUri: 'http://x/a' },
    'Patient.identifier:b': { max: '1', base: { max: '*' }, type: [{ code: 'Identifier' }] },
    'Patient.identifier:b.system': { min: 1, type: [{ code: 'uri' }], fixedUri: 'http://x/b' },
  });
const order = arranged('urut', { rules: 'open', ordered: true });
const tail = arranged('ekor', { rules: 'openAtEnd' });

const limited = aProfile('Patient', 'batas', {
  'Patient.multipleBirth[x]': { minValueInteger: 1, maxValueInteger: 9 },
  'Patient.birthDate': { minValueDate: '2000-01-01' },
  'Patient.language': { maxLength: 5 },
});

const validator = toValidator(compile(tension, choice, origin, identified, bundle, order, tail, limited));

const absent = { extension: [{ url: 'http://x', valueCode: 'a' }] };
const probes: readonly (readonly [string, string, unknown, unknown, string])[] = [
  ['a code beside the pattern', 'tensi', reading, { ...reading, code: loinc('1-8') }, 'pattern Observation.code'],
  ['a value that must not be there', 'tensi', reading, { ...reading, valueString: 'x' }, 'cardinality-max Observation.value'],
  [
    'a type the profile left out',
    'tensi',
    reading,
    { ...reading, effectiveDateTime: undefined, effectivePeriod: { start: '2026' } },
    'type-not-allowed Observation.effective',
  ],
  ['a missing choice', 'tensi', reading, { ...reading, effectiveDateTime: undefined }, 'cardinality-min Observation.effective'],
  [
    'two notes where one is allowed',
    'tensi',
    { ...reading, note: [{ text: 'a' }] },
    { ...reading, note: [{ text: 'a' }, { text: 'b' }] },
    'cardinality-max Observation.note',
  ],
  ['another status than the fixed one', 'tensi', reading, { ...reading, status: 'amended' }, 'fixed-value Observation.status'],
  [
    'a subject narrowed away',
    'tensi',
    reading,
    { ...reading, subject: { reference: 'Group/1' } },
    'reference-target Observation.subject.reference',
  ],
  [
    'a missing category slice',
    'tensi',
    { ...reading, category: [{ text: 'lain' }, vital] },
    { ...reading, category: [{ text: 'lain' }] },
    'slice-min Observation.category',
  ],
  ['a doubled slice', 'tensi', reading, { ...reading, component: [sistolik, sistolik, diastolik] }, 'slice-max Observation.component'],
  [
    'a member outside a closed slicing',
    'tensi',
    reading,
    { ...reading, component: [sistolik, diastolik, { code: loinc('8867-4') }] },
    'slice-closed Observation.component[2]',
  ],
  [
    'a wrong unit inside a slice',
    'tensi',
    reading,
    { ...reading, component: [{ ...sistolik, valueQuantity: { ...mmHg(120), code: 'kPa' } }, diastolik] },
    'fixed-value Observation.component[0].value.code',
  ],
  [
    'a rule broken inside a slice',
    'tensi',
    reading,
    { ...reading, component: [{ ...sistolik, valueQuantity: mmHg(0) }, diastolik] },
    'invariant Observation.component[0].value.value',
  ],
  [
    'a type left out inside a slice',
    'tensi',
    reading,
    { ...reading, component: [{ code: loinc('8480-6'), valueString: '120' }, diastolik] },
    'type-not-allowed Observation.component[0].value',
  ],
  [
    'a choice slice without its part',
    'pilihan',
    measured,
    { ...measured, valueQuantity: { value: 1 } },
    'cardinality-min Observation.value.unit',
  ],
  [
    'a choice without the required slice',
    'pilihan',
    measured,
    { ...measured, valueQuantity: undefined, valueString: 'x' },
    'slice-min Observation.value',
  ],
  [
    'a missing extension',
    'identitas',
    person,
    { ...person, extension: [{ url: 'http://x', valueCode: 'a' }] },
    'slice-min Patient.extension',
  ],
  [
    'an extension with the wrong type of value',
    'identitas',
    person,
    { ...person, extension: [{ url: asal, valueString: 'posyandu' }] },
    'type-not-allowed Patient.extension[0].value',
  ],
  [
    'two of a slice told by presence',
    'identitas',
    person,
    { ...person, identifier: [{ period: { start: '2026' } }, { period: { start: '2027' } }] },
    'slice-max Patient.identifier',
  ],
  [
    'a primitive without the extension asked for',
    'identitas',
    person,
    { ...person, _birthDate: { id: 'x' } },
    'cardinality-min Patient.birthDate.extension',
  ],
  [
    'a fixed value where the value itself is absent',
    'identitas',
    { ...person, gender: undefined, _gender: absent },
    { ...person, gender: 'female' },
    'fixed-value Patient.gender',
  ],
  [
    'a profile of an entry not followed',
    'kiriman',
    sent,
    { ...sent, entry: [{ fullUrl: uuid, resource: { ...person, gender: 'female' } }] },
    'fixed-value Bundle.entry[0].resource.gender',
  ],
  ['a Bundle without the entry asked for', 'kiriman', sent, { ...sent, entry: [sent.entry[1]] }, 'slice-min Bundle.entry'],
];

describe('a resource that breaks one rule of a profile', () => {
  test.each(probes)('%s is found, and only that', (_, name, __, broken, error) => {
    expect(toErrors(validator, clean(broken), [testProfile(name)])).toEqual([error]);
    expect(validator.isValid(clean(broken), [testProfile(name)])).toBe(false);
  });

  test.each(probes)('the twin without %s is sound', (_, name, sound) => {
    expect(toErrors(validator, clean(sound), [testProfile(name)])).toEqual([]);
    expect(validator.isValid(clean(sound), [testProfile(name)])).toBe(true);
  });

  test('a profile is pulled in by meta.profile, also with a version', () => {
    const declared = { ...reading, status: 'amended', meta: { profile: [`${testProfile('tensi')}|1.0.0`] } };
    expect(toErrors(validator, declared)).toEqual(['fixed-value Observation.status']);
    expect(toErrors(validator, { ...declared, meta: undefined })).not.toEqual(['fixed-value Observation.status']);
  });

  test('a broken rule is told by its key and in its own words', () => {
    const broken = { ...reading, component: [{ ...sistolik, valueQuantity: mmHg(0) }, diastolik] };
    const [issue] = validator.validate(broken, [testProfile('tensi')]).issues;
    expect(issue?.rule).toBe('ilp-uji');
    expect(issue?.text).toContain('Tekanan sistolik lebih dari nol');
  });

  test('slices that cannot be told apart are left undecided, not passed in silence', () => {
    const resolved = aProfile('Observation', 'rujukan', {
      'Observation.performer': { slicing: { discriminator: [{ type: 'type', path: 'resolve()' }], rules: 'open' } },
      'Observation.performer:kader': { min: 1, max: '1', base: { max: '*' }, type: [{ code: 'Reference' }] },
    });
    const { valid, undecided } = toValidator(compile(resolved)).validate({ ...measured, performer: [{ display: 'x' }] }, [
      testProfile('rujukan'),
    ]);
    expect({ valid, undecided }).toEqual({
      valid: true,
      undecided: [{ expression: 'Observation.performer', valueSet: testProfile('rujukan'), reason: 'slicing-not-decided' }],
    });
  });

  test('slices of slices are left undecided, while the outer slice is still checked', () => {
    const resliced = aProfile('Patient', 'irisan', {
      'Patient.identifier': { slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'open' } },
      'Patient.identifier:nik': { min: 1, max: '1', base: { max: '*' }, type: [{ code: 'Identifier' }] },
      'Patient.identifier:nik.system': { min: 1, type: [{ code: 'uri' }], fixedUri: 'http://x/nik' },
      'Patient.identifier:nik/resmi': { min: 1, max: '1', base: { max: '*' }, type: [{ code: 'Identifier' }] },
    });
    const inner = toValidator(compile(resliced));
    const { valid, undecided } = inner.validate({ resourceType: 'Patient', identifier: [{ system: 'http://x/nik' }] }, [
      testProfile('irisan'),
    ]);
    expect({ valid, undecided }).toEqual({
      valid: true,
      undecided: [{ expression: 'Patient.identifier', valueSet: testProfile('irisan'), reason: 'slicing-not-decided' }],
    });
    expect(toErrors(inner, { resourceType: 'Patient', identifier: [{ value: '1' }] }, [testProfile('irisan')])).toEqual([
      'slice-min Patient.identifier',
    ]);
  });

  test.each([
    ['ordered slices in their order', 'urut', ['a', 'x', 'b'], []],
    ['ordered slices the other way round', 'urut', ['b', 'a'], ['slice-order Patient.identifier[1]']],
    ['a stranger after the slices of a list open at its end', 'ekor', ['b', 'a', 'x'], []],
    ['a stranger before a slice of such a list', 'ekor', ['a', 'x', 'b'], ['slice-order Patient.identifier[2]']],
  ])('%s', (_, name, systems, errors) => {
    const identifier = systems.map((system) => ({ system: `http://x/${system}` }));
    expect(toErrors(validator, { resourceType: 'Patient', identifier }, [testProfile(name)])).toEqual(errors);
    expect(validator.isValid({ resourceType: 'Patient', identifier }, [testProfile(name)])).toBe(errors.length === 0);
  });

  test.each([
    ['values on their limits', { multipleBirthInteger: 9, birthDate: '2000-01-01', language: 'id-ID' }, [], []],
    ['a number beyond', { multipleBirthInteger: 10 }, ['value-limit Patient.multipleBirth'], []],
    ['a day before', { birthDate: '1999-12-31' }, ['value-limit Patient.birthDate'], []],
    ['a text too long', { language: 'id-IDX' }, ['value-limit Patient.language'], []],
    ['a day less precise than its limit', { birthDate: '2000' }, [], ['Patient.birthDate limit-not-decided']],
  ])('%s', (_, more, errors, left) => {
    const resource = { resourceType: 'Patient', ...more };
    expect(toErrors(validator, resource, [testProfile('batas')])).toEqual(errors);
    expect(validator.isValid(resource, [testProfile('batas')])).toBe(errors.length === 0);
    const { undecided } = validator.validate(resource, [testProfile('batas')]);
    expect(undecided.map(({ expression, reason }) => `${expression} ${reason}`)).toEqual(left);
  });

  test('a profile without a snapshot stops the build', () => {
    expect(() => compile({ ...tension, snapshot: undefined })).toThrow('has no snapshot');
  });
});

const examples = join(packageRoot, 'profiles', 'examples');
const read = (folder: string) =>
  readdirSync(join(examples, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name): [string, unknown] => [name, JSON.parse(readFileSync(join(examples, folder, name), 'utf8'))]);

describe('the examples of our implementation guide', () => {
  test.each(read('valid'))('%s holds', (_, resource) => {
    // Lists of the ministry, its forms and its words for what a value means are not part of what R4 defines.
    const national = new Set(['system-unknown', 'questionnaire-unknown', 'binding-extensible']);
    const own = validator.validate(resource).issues.filter(({ code }) => !national.has(code));

    expect(own).toEqual([]);
    expect(validator.isValid(resource)).toBe(true);
  });

  test.each(read('invalid'))('%s fails by exactly one rule', (_, resource) => {
    // A code that its system lacks is also outside of any value set.
    expect(toErrors(validator, resource).filter((error) => !error.startsWith('code-unknown'))).toHaveLength(1);
    expect(validator.isValid(resource)).toBe(false);
  });
});

function clean(resource: unknown): unknown {
  return JSON.parse(JSON.stringify(resource));
}
