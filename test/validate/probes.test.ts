import { describe, expect, test } from '@jest/globals';
import { readBenchProfiles } from '../../bench/validate/read-set.ts';
import { base, compileWhole, toErrors, toValidator } from './a-validator.ts';
import { toJson } from './probes/probe.ts';
import { probes } from './probes/probes.ts';
import { patient, weight } from './probes/resources.ts';

const validator = toValidator(compileWhole(...readBenchProfiles(base)));

describe.each(Object.entries(probes))('a resource with one defect in %s', (_, group) => {
  const rows = group.map(([name, broken, finds, sound]) => ({
    ...{ name, finds, broken: toJson(broken), sound: toJson(sound) },
  }));

  test.each(rows)('$name is found, and only that', ({ broken, finds }) => {
    // A code that its system lacks is also outside of any value set; that is one defect.
    const found = toErrors(validator, broken).filter((error) => error === finds || !error.startsWith('code-unknown'));
    expect(found).toEqual([finds]);
    expect(validator.judge(broken)).toBe('invalid');
  });

  test.each(rows)('without $name it is sound', ({ sound }) => {
    expect(toErrors(validator, sound)).toEqual([]);
    expect(validator.isValid(sound)).toBe(true);
  });
});

describe('what is no resource', () => {
  test.each([null, 1, 'x', [], true])('%p is refused', (value) => {
    expect(toErrors(validator, value)).toEqual(['resource-not-object Resource']);
  });

  test.each(['constructor', '__proto__', 'DomainResource', 'SubscriptionStatus'])('the type %s is refused', (resourceType) => {
    expect(toErrors(validator, { resourceType })).toEqual(['resource-type-unknown Resource']);
  });

  test('a key __proto__ is an unknown element and changes nothing', () => {
    const resource: unknown = JSON.parse('{"resourceType":"Patient","__proto__":{"gender":"male"}}');
    expect(toErrors(validator, resource)).toEqual(['element-unknown Patient.__proto__']);
  });
});

describe('what cannot be decided', () => {
  test('a code of a system that is not held is left undecided, not passed in silence', () => {
    const { valid, undecided } = validator.validate({ ...weight, code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] } });
    expect({ valid, undecided }).toEqual({
      valid: true,
      undecided: [{ expression: 'Observation.code.coding[0].code', valueSet: 'http://loinc.org', reason: 'code-system-not-held' }],
    });
  });

  test('a foreign profile is a warning', () => {
    const resource = { ...patient, meta: { profile: ['https://fhir.kemkes.go.id/r4/StructureDefinition/Patient'] } };
    expect(validator.judge(resource)).toBe('warnings');
    expect(validator.validate(resource).issues.map((issue) => [issue.severity, issue.code])).toEqual([['warning', 'profile-unknown']]);
  });

  test('a code outside an extensible value set is a warning', () => {
    const resource = { ...patient, maritalStatus: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] } };
    expect(validator.judge(resource)).toBe('warnings');
    expect(validator.validate(resource).issues.map((issue) => issue.code)).toEqual(['binding-extensible']);
  });
});
