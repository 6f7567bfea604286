import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import { createDefinitionIndex } from '../../src/validate/definitions/definition-index.ts';
import { createTerminology } from '../../src/validate/terminology/terminology.ts';
import type { Membership } from '../../src/validate/terminology/value-sets.ts';
import { inCode, inCoding } from '../../src/validate/terminology/value-sets.ts';
import { aProfile, compile, testProfile, toErrors, toLibrary, toValidator } from './a-validator.ts';

const compiled = compile();
const base = createTerminology({ expansions: compiled.valueSets, library: toLibrary(compiled.library) });
const gizi: JsonObject = {
  ...{ resourceType: 'CodeSystem', url: 'http://s', content: 'complete', caseSensitive: true },
  concept: [
    {
      code: 'a',
      display: 'Ana',
      property: [{ code: 'notSelectable', valueBoolean: true }],
      concept: [{ code: 'b', concept: [{ code: 'c' }] }],
    },
    { code: 'd', property: [{ code: 'warna', valueCode: 'merah' }] },
    { code: 'e', property: [{ code: 'status', valueCode: 'retired' }] },
  ],
};
const part = { ...gizi, url: 'http://part', content: 'fragment' };
const other = {
  resourceType: 'ValueSet',
  url: 'http://o',
  compose: { include: [{ system: 'http://s', concept: [{ code: 'c' }, { code: 'd' }] }] },
};

function toMemberships(compose: JsonObject, codes: string, system = 'http://s'): readonly Membership[] {
  const set = expand({ compose });
  return codes.split('').map((code) => inCoding(set, { system, code }));
}

function expand(valueSet: JsonObject, ...more: readonly JsonObject[]) {
  const index = createDefinitionIndex([{ resourceType: 'ValueSet', url: 'http://v', ...valueSet }, other, gizi, part, ...more]);
  return base.with(index.find).toValueSet('http://v');
}

const s = (more: JsonObject = {}): JsonObject => ({ system: 'http://s', ...more });
const filter = (op: string, value: string, property = 'concept'): JsonObject => ({ filter: [{ property, op, value }] });

describe('a value set given at run time', () => {
  test.each<[string, JsonObject, readonly Membership[]]>([
    ['a whole system, its abstract codes too', { include: [s()] }, [1, 1, 1, 1, 1, 0]],
    ['a whole system but for what is withdrawn', { inactive: false, include: [s()] }, [1, 1, 1, 1, 0, 0]],
    ['listed codes', { include: [s({ concept: [{ code: 'a' }] })] }, [1, 0, 0, 0, 0, 0]],
    ['a concept and what is below it', { include: [s(filter('is-a', 'b'))] }, [0, 1, 1, 0, 0, 0]],
    ['only what is below a concept', { include: [s(filter('descendent-of', 'b'))] }, [0, 0, 1, 0, 0, 0]],
    ['what is not below a concept', { include: [s(filter('is-not-a', 'b'))] }, [1, 0, 0, 1, 1, 0]],
    ['what is above a concept', { include: [s(filter('generalizes', 'c'))] }, [1, 1, 1, 0, 0, 0]],
    ['codes of a property', { include: [s(filter('=', 'merah', 'warna'))] }, [0, 0, 0, 1, 0, 0]],
    ['codes that have a property', { include: [s(filter('exists', 'true', 'warna'))] }, [0, 0, 0, 1, 0, 0]],
    ['codes by a pattern', { include: [s(filter('regex', '[ab]', 'code'))] }, [1, 1, 0, 0, 0, 0]],
    ['codes in a list', { include: [s(filter('in', 'a, d', 'code'))] }, [1, 0, 0, 1, 0, 0]],
    ['codes not in a list', { include: [s(filter('not-in', 'a,d', 'code'))] }, [0, 1, 1, 0, 1, 0]],
    ['everything but one', { include: [s()], exclude: [s({ concept: [{ code: 'c' }] })] }, [1, 1, 0, 1, 1, 0]],
    ['everything but a branch', { include: [s()], exclude: [s(filter('is-a', 'b'))] }, [1, 0, 0, 1, 1, 0]],
    ['what another set and a filter share', { include: [s({ ...filter('is-a', 'b'), valueSet: ['http://o'] })] }, [0, 0, 1, 0, 0, 0]],
    ['what two sets hold', { include: [{ valueSet: ['http://o'] }, s({ concept: [{ code: 'a' }] })] }, [1, 0, 1, 1, 0, 0]],
    ['a filter that is not run', { include: [s(filter('child-of', 'a'))] }, [2, 2, 2, 2, 2, 2]],
    ['a pattern that might never end', { include: [s(filter('regex', '(a+)+$', 'code'))] }, [2, 2, 2, 2, 2, 2]],
    ['a set that is not held', { include: [{ valueSet: ['http://x'] }, s({ concept: [{ code: 'a' }] })] }, [1, 2, 2, 2, 2, 2]],
    ['the exclusion of a set that is not held', { include: [s()], exclude: [{ valueSet: ['http://x'] }] }, [2, 2, 2, 2, 2, 2]],
    ['itself', { include: [{ valueSet: ['http://v'] }, s({ concept: [{ code: 'a' }] })] }, [1, 2, 2, 2, 2, 2]],
  ])('knows %s', (_, compose, expected) => {
    expect(toMemberships(compose, 'abcdex')).toEqual(expected);
  });

  test('leaves undecided what may be in the rest of a system held in part, but not other systems', () => {
    const compose = { include: [{ system: 'http://part', ...filter('is-a', 'b') }] };
    expect(toMemberships(compose, 'bx', 'http://part')).toEqual([1, 2]);
    expect(toMemberships(compose, 'b')).toEqual([0]);
  });

  test('says of a system that is not held only what its syntax says', () => {
    const set = expand({
      compose: { include: [{ system: 'http://loinc.org' }, { system: 'http://snomed.info/sct', ...filter('is-a', '404684003') }] },
    });
    const ask = (system: string, code: string): Membership => inCoding(set, { system, code });
    expect([ask('http://loinc.org', '8480-6'), ask('http://loinc.org', '8480-7')]).toEqual([2, 0]);
    expect([ask('http://snomed.info/sct', '25064002'), ask('http://s', 'a')]).toEqual([2, 0]);
  });

  test('takes a given expansion where the definition cannot be worked out, unless it was cut', () => {
    const compose = { include: [{ system: 'http://snomed.info/sct', ...filter('is-a', '404684003') }] };
    const contains = [
      { system: 'http://snomed.info/sct', code: '25064002', contains: [{ system: 'http://snomed.info/sct', code: '22253000' }] },
    ];
    const ask = (expansion: JsonObject): readonly Membership[] =>
      ['22253000', '84229001'].map((code) => inCoding(expand({ compose, expansion }), { system: 'http://snomed.info/sct', code }));
    expect(ask({ contains })).toEqual([1, 0]);
    expect(ask({ total: 9, contains })).toEqual([2, 2]);
  });

  test('is taken in the version that is asked for', () => {
    const older = { ...other, url: 'http://v', version: '1.0.0' };
    const newer = { ...other, url: 'http://v', version: '2.0.0', compose: { include: [s({ concept: [{ code: 'a' }] })] } };
    const versioned = base.with(createDefinitionIndex([older, newer, gizi]).find);
    const ask = (canonical: string): Membership => inCode(versioned.toValueSet(canonical), 'a');
    expect([ask('http://v'), ask('http://v|2.0.0'), ask('http://v|1.0.0'), ask('http://v|3.0.0')]).toEqual([1, 1, 0, 2]);
  });

  test('nested a thousand deep, or every one in every other, is answered within a second', () => {
    const started = performance.now();
    const chain = Array.from({ length: 1000 }, (_, at) => ({
      ...other,
      url: `http://n/${String(at)}`,
      compose: { include: [{ valueSet: [`http://n/${String(at + 1)}`] }] },
    }));
    expect(inCode(expand({ compose: { include: [{ valueSet: ['http://n/0'] }] } }, ...chain), 'a')).toBe(2);
    const all = Array.from({ length: 40 }, (_, at) => `http://m/${String(at)}`);
    const mesh = all.map((url) => ({ ...other, url, compose: { include: all.map((each) => ({ valueSet: [each] })) } }));
    expect(inCode(expand({ compose: { include: [{ valueSet: ['http://m/0'] }] } }, ...mesh), 'a')).toBe(2);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a profile given at run time', () => {
  const validator = toValidator(compiled);
  const aBasic = (system: string, code: string) => ({ resourceType: 'Basic', code: { coding: [{ system, code }] } });
  const bind = (binding: JsonObject, more: JsonObject = {}) =>
    validator.with([{ ...aProfile('Basic', 'bound', { 'Basic.code': { binding } }), ...more }, other, gizi]);
  const ask = (subject: ReturnType<typeof bind>, resource: unknown): readonly string[] => {
    const errors = toErrors(subject, resource, [testProfile('bound')]);
    expect(subject.isValid(resource, [testProfile('bound')])).toBe(errors.length === 0);
    return errors;
  };

  test('may bind to a value set of R4 that R4 itself does not bind', () => {
    const subject = bind({ strength: 'required', valueSet: 'http://hl7.org/fhir/ValueSet/c80-facilitycodes' });
    const days = bind({ strength: 'required', valueSet: 'http://terminology.hl7.org/ValueSet/v3-GTSAbbreviation' });
    expect(ask(subject, aBasic('http://loinc.org', '8480-6'))).toEqual(['binding-required Basic.code']);
    expect(ask(days, aBasic('http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation', 'JHCHRXME'))).toEqual([]);
    expect(ask(days, aBasic('http://terminology.hl7.org/CodeSystem/v3-ActReason', 'HTEST'))).toEqual(['binding-required Basic.code']);
  });

  test('may bind to a value set inside itself', () => {
    const contained = [{ ...other, id: 'di-dalam', url: undefined }];
    const subject = bind({ strength: 'required', valueSet: '#di-dalam' }, { contained });
    expect(ask(subject, aBasic('http://s', 'c'))).toEqual([]);
    expect(ask(subject, aBasic('http://s', 'b'))).toEqual(['binding-required Basic.code']);
  });

  test('may name the largest value set of an extensible binding', () => {
    const extension = [{ url: 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet', valueCanonical: 'http://all' }];
    const all = { ...other, url: 'http://all', compose: { include: [s()] } };
    const subject = bind({ strength: 'extensible', valueSet: 'http://o', extension }).with([all]);
    expect(ask(subject, aBasic('http://s', 'c'))).toEqual([]);
    expect(ask(subject, aBasic('http://s', 'a'))).toEqual([]);
    expect(ask(subject, aBasic('http://terminology.hl7.org/CodeSystem/v3-ActReason', 'HTEST'))).toEqual(['binding-most Basic.code']);
  });

  test('may bind additionally, as R5 does', () => {
    const url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.binding.additional';
    const toExtension = (...more: readonly JsonObject[]): JsonObject => ({
      ...{ url, extension: [{ url: 'purpose', valueCode: 'required' }, { url: 'valueSet', valueCanonical: 'http://o' }, ...more] },
    });
    const subject = bind({ strength: 'example', valueSet: 'http://x', extension: [toExtension()] });
    expect(ask(subject, aBasic('http://s', 'c'))).toEqual([]);
    expect(ask(subject, aBasic('http://s', 'b'))).toEqual(['binding-required Basic.code']);
    const sometimes = bind({
      strength: 'example',
      valueSet: 'http://x',
      extension: [toExtension({ url: 'usage', valueUsageContext: {} })],
    });
    expect(ask(sometimes, aBasic('http://s', 'b'))).toEqual([]);
  });

  test('is told apart from code systems given at run time: an unknown code is an error, a part of a system is not', () => {
    const subject = validator.with([gizi, part]);
    expect(toErrors(subject, aBasic('http://s', 'x'))).toEqual(['code-unknown Basic.code.coding[0].code']);
    expect(toErrors(subject, aBasic('http://part', 'x'))).toEqual([]);
    expect(subject.judge(aBasic('http://s', 'e'))).toBe('warnings');
    expect(toErrors(subject, { resourceType: 'Basic', code: { coding: [{ system: 'http://s', code: 'a', display: 'Ani' }] } })).toEqual([
      'display-wrong Basic.code.coding[0].display',
    ]);
  });
});
