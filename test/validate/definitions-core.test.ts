import { describe, expect, test } from '@jest/globals';
import { IMPLIED_PROFILES } from '../../src/validate/implied-profiles.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import type { ValidationOptions } from '../../src/validate/options.ts';
import { compile, toErrors, toValidator } from './a-validator.ts';

const compiled = compile();
const validator = toValidator(compiled);
const R4 = 'http://hl7.org/fhir/StructureDefinition';

const category = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] }];
const valueQuantity = { value: 12.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' };

function anObservation(loinc: string, more: JsonObject = {}): JsonObject {
  return {
    ...{ resourceType: 'Observation', status: 'final', category, subject: { reference: 'Patient/1' }, effectiveDateTime: '2026-01-02' },
    ...{ code: { coding: [{ system: 'http://loinc.org', code: loinc }] }, valueQuantity },
    ...more,
  };
}

/** The errors of an Observation, with what R4 asks of vital signs. */
function toFaults(observation: JsonObject, options: Partial<ValidationOptions> = {}): readonly string[] {
  const { issues } = validator.validate(observation, [], options);
  return issues.filter(({ severity }) => severity === 'error').map(({ code, expression }) => `${code} ${expression ?? ''}`);
}

describe('vital signs', () => {
  test('a weight that is as R4 asks holds', () => {
    expect(toFaults(anObservation('29463-7'))).toEqual([]);
    expect(validator.isValid(anObservation('29463-7'))).toBe(true);
  });

  test.each<[string, string, JsonObject, string]>([
    ['a weight without category', '29463-7', { category: undefined }, 'cardinality-min Observation.category'],
    [
      'a weight in stones',
      '29463-7',
      { valueQuantity: { ...valueQuantity, code: '[stone_av]' } },
      'binding-required Observation.value.code',
    ],
    ['a temperature in kilograms', '8310-5', {}, 'binding-required Observation.value.code'],
    ['a heart rate in kilograms', '8867-4', {}, 'fixed-value Observation.value.code'],
    ['a blood pressure without its parts', '85354-9', { valueQuantity: undefined }, 'cardinality-min Observation.component'],
  ])('%s is refused by the profile R4 asks for, named or not', (_, loinc, more, error) => {
    const observation = JSON.parse(JSON.stringify(anObservation(loinc, more))) as JsonObject;
    expect(toFaults(observation)).toContain(error);
    expect(validator.isValid(observation)).toBe(false);
    const collection = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ fullUrl: 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666', resource: observation }],
    };
    expect(validator.isValid(collection)).toBe(false);
  });

  test.each([
    ['of another system', { coding: [{ system: 'http://contoh.example', code: '29463-7' }] }],
    ['that is no vital sign', { coding: [{ system: 'http://loinc.org', code: '56072-2' }] }],
    ['that is no list', { coding: 'x' }],
  ])('a code %s asks for none of these profiles', (_, code) => {
    const { category: _dropped, ...observation } = anObservation('29463-7');
    expect(toFaults(observation)).toContain('cardinality-min Observation.category');
    expect(toFaults({ ...observation, code }).filter((error) => error.includes('category'))).toEqual([]);
  });

  test.each([
    ['ignored', '29463-7', false],
    ['listed', '29463-7', true],
    ['listed', '8308-9', false],
    ['related', '29463-7', true],
    ['related', '8308-9', true],
  ] as const)('when they are %s, the code %s asks for its profile: %s', (vitalSigns, loinc, asks) => {
    const { category: _dropped, ...observation } = anObservation(loinc);
    expect(toFaults(observation, { vitalSigns }).includes('cardinality-min Observation.category')).toBe(asks);
    expect(validator.isValid(observation, [], { vitalSigns })).toBe(!asks);
  });

  test('all of their profiles are compiled by the build', () => {
    const built = new Set(compiled.manifest.profileTypes.map(([url]) => url));
    expect(IMPLIED_PROFILES.filter((url) => !built.has(url))).toEqual([]);
  });
});

describe('profiles and extensions of R4 itself', () => {
  test('a profile is checked where a resource names it', () => {
    const group = { resourceType: 'Group', type: 'person', actual: true, meta: { profile: [`${R4}/actualgroup`] } };
    expect(toErrors(validator, group)).toEqual([]);
    expect(toErrors(validator, { ...group, actual: false })).toEqual(['fixed-value Group.actual']);
    expect(validator.isValid({ ...group, actual: false })).toBe(false);
  });

  test('an extension is held to its value type', () => {
    const born = (more: JsonObject): JsonObject => ({ resourceType: 'Patient', extension: [{ url: `${R4}/patient-birthPlace`, ...more }] });
    expect(toErrors(validator, born({ valueAddress: { city: 'Ambon' } }))).toEqual([]);
    expect(toErrors(validator, born({ valueString: 'Ambon' }))).toContain('type-not-allowed Patient.extension[0].value');
    expect(validator.isValid(born({ valueString: 'Ambon' }))).toBe(false);
  });

  test('every one of them can be compiled', () => {
    const named = compiled.library.profiles.map((definition) => String(definition['url']));
    expect(named.length).toBeGreaterThan(430);
    const broken = named.filter((url) =>
      validator
        .validate({ resourceType: 'Basic', code: { text: 'x' } }, [url])
        .issues.some((issue) => issue.code.startsWith('definition-')),
    );
    expect(broken).toEqual([]);
  });
});
