import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import { aProfile, compile, testProfile, toErrors, toValidator } from './a-validator.ts';

const validator = toValidator(compile());

const aBasic = (code: string) => ({ resourceType: 'Basic', code: { coding: [{ system: 'http://s', code }] } });
const basic = testProfile('basic');
const bound = aProfile('Basic', 'basic', {
  'Basic.created': { min: 1 },
  'Basic.code': { binding: { strength: 'required', valueSet: 'http://v' } },
});
const valueSet = { resourceType: 'ValueSet', url: 'http://v', compose: { include: [{ system: 'http://s' }] } };
const codeSystem = { resourceType: 'CodeSystem', url: 'http://s', content: 'complete', concept: [{ code: 'a' }] };

describe('a validator with more definitions', () => {
  const knowing = validator.with([bound, valueSet, codeSystem]);

  test('finds what a profile says beyond its base', () => {
    expect(toErrors(knowing, { ...aBasic('a'), created: '2026-01-02' }, [basic])).toEqual([]);
    expect(toErrors(knowing, aBasic('a'), [basic])).toEqual(['cardinality-min Basic.created']);
    expect(knowing.judge({ ...aBasic('a'), created: '2026-01-02' }, [basic])).toBe('ok');
    expect(knowing.isValid(aBasic('a'), [basic])).toBe(false);
  });

  test('expands the value sets it was given', () => {
    expect(toErrors(knowing, { ...aBasic('b'), created: '2026-01-02' }, [basic])).toEqual([
      'code-unknown Basic.code.coding[0].code',
      'binding-required Basic.code',
    ]);
    expect(knowing.isValid({ ...aBasic('b'), created: '2026-01-02' }, [basic])).toBe(false);
  });

  test('leaves the one it came from as it was', () => {
    expect(toErrors(validator, aBasic('a'), [basic])).toEqual([`profile-unknown Basic`]);
    expect(knowing.isValid(aBasic('a'), [basic])).toBe(false);
    expect(validator.isValid(aBasic('a'))).toBe(true);
  });

  test('keeps what it had when it is given still more', () => {
    const other = aProfile('Basic', 'other', { 'Basic.author': { min: 1 } });
    const both = knowing.with([other]);
    expect(toErrors(both, { ...aBasic('a'), meta: { profile: [basic, testProfile('other')] } })).toEqual([
      'cardinality-min Basic.created',
      'cardinality-min Basic.author',
    ]);
  });

  test('takes the newest version where none is asked for, else the one that is', () => {
    const versions = ['1.2.0', '1.10.0', '1.9.0'].map((version) => ({
      ...aProfile('Basic', 'basic', version === '1.10.0' ? { 'Basic.author': { min: 1 } } : { 'Basic.created': { min: 1 } }),
      version,
    }));
    const versioned = validator.with(versions);
    expect(toErrors(versioned, aBasic('a'), [basic])).toEqual(['cardinality-min Basic.author']);
    expect(toErrors(versioned, aBasic('a'), [`${basic}|1.9.0`])).toEqual(['cardinality-min Basic.created']);
    expect(toErrors(versioned, aBasic('a'), [`${basic}|1.10`])).toEqual(['cardinality-min Basic.author']);
    expect(toErrors(versioned, aBasic('a'), [`${basic}|2.0.0`])).toEqual(['profile-unknown Basic']);
  });

  test('has nothing to say against sound definitions', () => {
    expect(knowing.problems).toEqual([]);
  });
});

describe('a definition that cannot be used', () => {
  const circle = (from: string, to: string): JsonObject => ({ ...aProfile('Basic', from, {}), baseDefinition: testProfile(to) });
  const sound = aProfile('Basic', 'sound', {});
  test.each<[string, string, readonly JsonObject[]]>([
    ['with a circular base', 'definition-circular', [circle('x', 'y'), circle('y', 'x')]],
    ['that is its own base', 'definition-circular', [circle('x', 'x')]],
    ['of a type R4 does not have', 'definition-base-unknown', [{ ...aProfile('Basic', 'x', {}), type: 'Puskesmas' }]],
    ['with an orphaned element', 'definition-broken', [aProfile('Basic', 'x', { 'Basic.created.a.b': { min: 1 } })]],
    [
      'with elements out of measure',
      'definition-too-large',
      [{ ...sound, url: testProfile('x'), snapshot: { element: Array(20_001).fill({}) } }],
    ],
    ['as deep as a well', 'definition-too-large', [aProfile('Basic', 'x', { [`Basic${'.a'.repeat(9000)}`]: {} })]],
  ])('%s is told as %s, refused in both paths, and harms no other', (_, code, definitions) => {
    const knowing = validator.with([...definitions, sound]);
    const before = process.cpuUsage().user;
    expect(knowing.problems.map((problem) => problem.code)).toEqual(definitions.map(() => code));
    expect(toErrors(knowing, aBasic('a'), [testProfile('x')])).toEqual([`${code} Basic`]);
    expect(knowing.judge(aBasic('a'), [testProfile('x')])).toBe('invalid');
    expect(knowing.isValid(aBasic('a'), [testProfile('sound')])).toBe(true);
    expect(process.cpuUsage().user - before).toBeLessThan(1_000_000);
  });
});
