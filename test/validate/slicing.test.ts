// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../src/validate/json.ts';
import { countMustSupport } from '../../src/validate/profile/count-must-support.ts';
import { readSnapshot } from '../../src/validate/read-snapshot.ts';
import { oneChangeIn } from './one-change.ts';
import { aProfile, compile, testProfile, toErrors, toValidator } from './a-validator.ts';

const R4 = 'http://hl7.org/fhir/StructureDefinition/';
const by = (type: string, path: string, more: object = {}) => ({ slicing: { discriminator: [{ type, path }], rules: 'open', ...more } });
const member = (type: string, more: JsonObject = {}) => ({ max: '1', base: { max: '*' }, type: [{ code: type }], ...more });
const system = (name: string) => ({ min: 1, type: [{ code: 'uri' }], fixedUri: `http://x/${name}` });
const uuid = (digit: number) => `urn:uuid:0a3b5c1e-1111-4222-8333-44445555666${String(digit)}`;

const profiles = [
  aProfile('Practitioner', 'bidan', { 'Practitioner.name': { min: 1 } }),
  aProfile('Observation', 'petugas', {
    'Observation.performer': by('type', 'resolve()'),
    'Observation.performer:bidan': member('Reference', { min: 1, type: [{ code: 'Reference', targetProfile: [`${R4}Practitioner`] }] }),
  }),
  aProfile('Observation', 'petugas-berprofil', {
    'Observation.performer': by('profile', 'resolve()'),
    'Observation.performer:bidan': member('Reference', { min: 1, type: [{ code: 'Reference', targetProfile: [testProfile('bidan')] }] }),
  }),
  aProfile('Observation', 'sasaran', {
    'Observation.performer': { type: [{ code: 'Reference', targetProfile: [testProfile('bidan'), `${R4}Organization`] }] },
  }),
  aProfile('Observation', 'setempat', {
    'Observation.performer': { type: [{ code: 'Reference', targetProfile: [`${R4}Practitioner`], aggregation: ['contained', 'bundled'] }] },
  }),
  aProfile('Patient', 'berlapis', {
    'Patient.identifier': by('value', 'system'),
    'Patient.identifier:nik': member('Identifier', { min: 1, max: '2', ...by('value', 'use') }),
    'Patient.identifier:nik.system': system('nik'),
    'Patient.identifier:nik/resmi': member('Identifier', { min: 1 }),
    'Patient.identifier:nik/resmi.use': { min: 1, type: [{ code: 'code' }], fixedCode: 'official' },
    'Patient.identifier:nik/resmi.period': { min: 1, type: [{ code: 'Period' }] },
  }),
  aProfile('Patient', 'sisa', {
    'Patient.identifier': by('value', 'system', { rules: 'closed' }),
    'Patient.identifier:nik': member('Identifier'),
    'Patient.identifier:nik.system': system('nik'),
    'Patient.identifier:@default': member('Identifier'),
    'Patient.identifier:@default.value': { min: 1, type: [{ code: 'string' }] },
  }),
  aProfile('Identifier', 'kartu', { 'Identifier.system': { min: 1, fixedUri: 'http://x/kartu' }, 'Identifier.value': { min: 1 } }),
  aProfile('Patient', 'lewat-jenis', {
    'Patient.identifier': by('value', 'system', { rules: 'closed' }),
    'Patient.identifier:kartu': member('Identifier', { min: 1, type: [{ code: 'Identifier', profile: [testProfile('kartu')] }] }),
  }),
  aProfile('Patient', 'dua', {
    'Patient.identifier': by('pattern', 'type'),
    ...Object.fromEntries(
      ['a', 'b'].flatMap((code): [string, JsonObject][] => [
        [`Patient.identifier:${code}`, member('Identifier')],
        [`Patient.identifier:${code}.type`, { type: [{ code: 'CodeableConcept' }], patternCodeableConcept: { coding: [{ code }] } }],
      ]),
    ),
  }),
  aProfile('Observation', 'bagian', {
    'Observation.component': by('type', 'value'),
    'Observation.component:jumlah': member('BackboneElement'),
    'Observation.component:jumlah.value[x]': { min: 1, base: { max: '1' }, type: [{ code: 'Quantity' }] },
  }),
  aProfile('Observation', 'satuan', {
    'Observation.component': by('value', 'value.ofType(Quantity).code'),
    'Observation.component:kilo': member('BackboneElement', { min: 1 }),
    'Observation.component:kilo.value[x]': { base: { max: '1' }, type: [{ code: 'Quantity' }] },
    'Observation.component:kilo.value[x].code': { min: 1, type: [{ code: 'code' }], fixedCode: 'kg' },
  }),
  aProfile('Patient', 'bertanda', {
    'Patient.identifier': by('value', `extension('http://x/tanda').value`),
    'Patient.identifier:a': member('Identifier', { min: 1 }),
    'Patient.identifier:a.extension': { max: '*', type: [{ code: 'Extension' }], ...by('value', 'url') },
    'Patient.identifier:a.extension:tanda': member('Extension', { type: [{ code: 'Extension', profile: ['http://x/tanda'] }] }),
    'Patient.identifier:a.extension:tanda.url': { min: 1, type: [{ code: 'uri' }], fixedUri: 'http://x/tanda' },
    'Patient.identifier:a.extension:tanda.value[x]': { min: 1, base: { max: '1' }, type: [{ code: 'code' }], fixedCode: 'a' },
  }),
  aProfile('Bundle', 'paket', {
    'Bundle.entry': by('profile', 'resource', { rules: 'closed' }),
    'Bundle.entry:bidan': member('BackboneElement', { min: 1 }),
    'Bundle.entry:bidan.resource': { min: 1, type: [{ code: 'Practitioner', profile: [testProfile('bidan')] }] },
  }),
  aProfile('Bundle', 'orang', { 'Bundle.entry.resource': { type: [{ code: 'Patient' }, { code: 'Practitioner' }] } }),
  aProfile('Questionnaire', 'berulang', { 'Questionnaire.item.text': { min: 1 } }),
  aProfile('Patient', 'didukung', {
    'Patient.birthDate': { mustSupport: true },
    'Patient.deceased[x]': { mustSupport: true },
    'Patient.identifier': by('value', 'system'),
    'Patient.identifier:nik': member('Identifier', { mustSupport: true }),
    'Patient.identifier:nik.system': system('nik'),
    'Patient.identifier:nik.value': { mustSupport: true, type: [{ code: 'string' }] },
  }),
];
const validator = toValidator(compile(...profiles));

const reading = { resourceType: 'Observation', status: 'final', code: { text: 'x' } };
const midwife = { resourceType: 'Practitioner', id: 'p', name: [{ text: 'Bidan Rahayu' }] };
const nameless = { resourceType: 'Practitioner', id: 'p', active: true };
const clinic = { resourceType: 'Organization', id: 'p', name: 'Posyandu Melati' };
const within = (resource: object) => ({ ...reading, contained: [resource], performer: [{ reference: '#p' }] });
const patient = (...identifier: readonly object[]) => ({ resourceType: 'Patient', identifier });
const component = (...values: readonly object[]) => ({ ...reading, component: values.map((value) => ({ code: { text: 'x' }, ...value })) });
const bundle = (...resources: readonly object[]) => ({
  ...{ resourceType: 'Bundle', type: 'collection' },
  entry: resources.map((resource, at) => ({ fullUrl: uuid(at), resource })),
});
const form = (text: object) => ({
  ...{ resourceType: 'Questionnaire', status: 'draft' },
  item: [{ linkId: '1', type: 'group', text: 'x', item: [{ linkId: '2', type: 'string', ...text }] }],
});
const tagged = (valueCode: string) => ({ value: '1', extension: [{ url: 'http://x/tanda', valueCode }] });
const coded = (...codes: readonly string[]) => ({ value: '1', type: { coding: codes.map((code) => ({ code, system: 'http://x/t' })) } });

const probes: readonly (readonly [string, string, object, object, string])[] = [
  ['a performer of the type asked for', 'petugas', within(midwife), within(clinic), 'slice-min Observation.performer'],
  ['a performer of the profile asked for', 'petugas-berprofil', within(midwife), within(nameless), 'slice-min Observation.performer'],
  [
    'a target that follows its profile',
    'sasaran',
    within(midwife),
    within(nameless),
    'reference-profile Observation.performer[0].reference',
  ],
  [
    'a target inside',
    'setempat',
    within(midwife),
    { ...reading, performer: [{ reference: 'Practitioner/1' }] },
    'reference-aggregation Observation.performer[0].reference',
  ],
  [
    'a slice of a slice',
    'berlapis',
    patient({ system: 'http://x/nik', use: 'official', period: { start: '2026' } }),
    patient({ system: 'http://x/nik', use: 'usual' }),
    'slice-min Patient.identifier',
  ],
  [
    'what a slice of a slice asks for',
    'berlapis',
    patient({ system: 'http://x/nik', use: 'official', period: { start: '2026' } }),
    patient({ system: 'http://x/nik', use: 'official' }),
    'cardinality-min Patient.identifier[0].period',
  ],
  [
    'the rest, by the default slice',
    'sisa',
    patient({ system: 'http://x/nik' }, { system: 'http://x/lain', value: '1' }),
    patient({ system: 'http://x/nik' }, { system: 'http://x/lain' }),
    'cardinality-min Patient.identifier[1].value',
  ],
  [
    'a slice told by the profile of its type',
    'lewat-jenis',
    patient({ system: 'http://x/kartu', value: '1' }),
    patient({ system: 'http://x/kartu' }),
    'cardinality-min Patient.identifier[0].value',
  ],
  ['a member of one slice only', 'dua', patient(coded('a'), coded('b')), patient(coded('a', 'b')), 'slice-many Patient.identifier[0]'],
  [
    'one component of a type',
    'bagian',
    component({ valueQuantity: { value: 1 } }, { valueString: 'x' }),
    component({ valueQuantity: { value: 1 } }, { valueQuantity: { value: 2 } }),
    'slice-max Observation.component',
  ],
  [
    'a unit inside a choice',
    'satuan',
    component({ valueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'kg' } }),
    component({ valueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'g' } }),
    'slice-min Observation.component',
  ],
  ['a resource told by its profile', 'paket', bundle(midwife), bundle(midwife, nameless), 'slice-closed Bundle.entry[1]'],
  ['a resource of the types left', 'orang', bundle(midwife), bundle(midwife, clinic), 'type-not-allowed Bundle.entry[1].resource'],
  ['content that stands again', 'berulang', form({ text: 'y' }), form({}), 'cardinality-min Questionnaire.item[0].item[0].text'],
];

describe('a profile that tells members apart', () => {
  test.each(probes)('finds that %s is missing, and only that', (_, name, __, broken, error) => {
    expect(toErrors(validator, broken, [testProfile(name)])).toEqual([error]);
    expect(validator.isValid(broken, [testProfile(name)])).toBe(false);
  });

  test.each(probes)('is content with %s', (_, name, sound) => {
    expect(toErrors(validator, sound, [testProfile(name)])).toEqual([]);
    expect(validator.isValid(sound, [testProfile(name)])).toBe(true);
  });

  test.each([
    ['a', []],
    ['b', ['slice-min Patient.identifier']],
  ])('finds the extension with the value %s', (value, errors) => {
    const found = toErrors(validator, patient(tagged(value)), [testProfile('bertanda')]);
    expect(found.filter((error) => error.startsWith('slice'))).toEqual(errors);
  });

  test('gives one verdict on both paths, whatever is changed', () => {
    const asked = fc
      .constantFrom(...probes)
      .chain(([, name, sound, broken]) => fc.tuple(fc.constant([testProfile(name)]), oneChangeIn([sound, broken])));
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(asked, ([names, resource]) => {
        const { valid } = validator.validate(resource, names);
        verdicts.add(valid);
        expect(validator.isValid(resource, names)).toBe(valid);
      }),
      { numRuns: 1500 },
    );
    expect(verdicts.size).toBe(2);
  });

  test('a target in the same Bundle is looked at, one elsewhere is not', () => {
    const named = { ...reading, performer: [{ reference: uuid(1) }], meta: { profile: [testProfile('sasaran')] } };
    expect(toErrors(validator, bundle(named, midwife))).toEqual([]);
    expect(toErrors(validator, bundle(named, nameless))).toEqual(['reference-profile Bundle.entry[0].resource.performer[0].reference']);
    expect(toErrors(validator, { ...reading, performer: [{ reference: 'Practitioner/1' }] }, [testProfile('sasaran')])).toEqual([]);
  });

  test('a target of a type that is not allowed is found through a urn, too', () => {
    const subject = { ...reading, subject: { reference: uuid(1) } };
    expect(toErrors(validator, bundle(subject, midwife))).toEqual(['reference-target Bundle.entry[0].resource.subject.reference']);
    expect(toErrors(validator, bundle(subject, { resourceType: 'Patient', id: 'p', active: true }))).toEqual([]);
  });

  test('resources that refer to each other are judged in the end', () => {
    const circle = toValidator(
      compile(
        aProfile('Observation', 'lingkar', {
          'Observation.hasMember': { type: [{ code: 'Reference', targetProfile: [testProfile('lingkar')] }] },
          'Observation.issued': { min: 1 },
        }),
      ),
    );
    const one = { ...reading, issued: '2026-01-01T00:00:00Z', meta: { profile: [testProfile('lingkar')] } };
    const [first, second] = [uuid(1), uuid(0)].map((reference) => ({ ...one, hasMember: [{ reference }] }));
    expect(toErrors(circle, bundle({ ...first }, { ...second }))).toEqual([]);
    expect(circle.isValid(bundle({ ...first }, { ...second, issued: undefined }))).toBe(false);
  });

  test('a profile that a type names has to be known, one that a resource declares is only warned of', () => {
    const unknown = aProfile('Patient', 'asing', { 'Patient.name': { type: [{ code: 'HumanName', profile: ['http://x/tidak-ada'] }] } });
    const strict = toValidator(compile(unknown));
    const named = { resourceType: 'Patient', name: [{ text: 'Sari' }] };
    expect(toErrors(strict, named, [testProfile('asing')])).toEqual(['profile-unknown Patient.name[0]']);
    expect(strict.isValid(named, [testProfile('asing')])).toBe(false);
    expect(strict.judge({ ...named, meta: { profile: ['http://x/tidak-ada'] } })).toBe('warnings');
    expect(toErrors(strict, named, ['http://x/tidak-ada'])).toEqual(['profile-unknown Patient']);
  });
});

describe('what a system supports', () => {
  const profile = readSnapshot(profiles.find((each) => each['url'] === testProfile('didukung')) ?? {});
  const world = {
    ...{ profiles: { get: () => undefined }, follows: () => false, resolve: () => undefined },
    toValueSet: () => {
      throw new Error('No slice here is told by a value set');
    },
  };

  test('is counted over resources, elements never filled included', () => {
    if (profile === undefined) throw new Error('The profile cannot be read');
    const resources = [
      { ...patient({ system: 'http://x/nik', value: '1' }, { system: 'http://x/lain', value: '2' }), birthDate: '2025-11-03' },
      patient({ system: 'http://x/nik' }),
      patient({ system: 'http://x/lain', value: '2' }),
    ];
    expect(countMustSupport(profile, resources, world)).toEqual([
      { path: 'Patient.identifier:nik', filled: 2 },
      { path: 'Patient.identifier:nik.value', filled: 1 },
      { path: 'Patient.birthDate', filled: 1 },
      { path: 'Patient.deceased', filled: 0 },
    ]);
  });
});
