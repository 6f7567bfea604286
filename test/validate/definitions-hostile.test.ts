import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { aProfile, compile, testProfile, toErrors, toValidator } from './a-validator.ts';
import { fastestOf } from './fastest-of.ts';

const validator = toValidator(compile());
const patient = { resourceType: 'Patient', identifier: [{ system: 'http://s/1', value: 'x' }] };
const R4 = 'http://hl7.org/fhir/StructureDefinition';

/** Runs within a second. What is compiled once is to be made anew in each run. */
function within<Answer>(run: () => Answer): Answer {
  const { answer, ms } = fastestOf(run);
  expect(ms).toBeLessThan(1000);
  return answer;
}

function toProblems(known: Validator): readonly string[] {
  return known.problems.map(({ code }) => code);
}

const PARTS = 'use type type.coding type.coding.system type.coding.version type.coding.code type.coding.display type.text value period';
const MORE =
  'period.start period.end assigner assigner.reference assigner.type assigner.identifier assigner.display type.coding.userSelected';

/** A profile whose every member of a list is told apart, each with twenty elements. */
function aSliced(count: number): JsonObject {
  const slicing = { discriminator: [{ type: 'value', path: 'system' }], rules: 'open' };
  const slices = Array.from({ length: count }, (_, at): readonly [string, JsonObject][] => [
    [`Patient.identifier:s${String(at)}`, { max: '1', min: at === 1 ? 1 : 0 }],
    [`Patient.identifier:s${String(at)}.system`, { fixedUri: `http://s/${String(at)}` }],
    ...`${PARTS} ${MORE}`
      .split(' ')
      .map((part): [string, JsonObject] => [`Patient.identifier:s${String(at)}.${part}`, { mustSupport: true }]),
  ]);
  return aProfile('Patient', 'many', { 'Patient.identifier': { slicing }, ...Object.fromEntries(slices.flat()) });
}

describe('a definition that is meant to harm', () => {
  test.each<[string, Readonly<Record<string, JsonObject>>]>([
    ['code in the name of an element', { 'Patient.x;globalThis.harmed=1;//': { min: 1 } }],
    ['code in the code of a type', { 'Patient.deceased[x]': { type: [{ code: 'boolean === 1);globalThis.harmed=1;//' }] } }],
    ['a name that every object has', { 'Patient.constructor': { min: 1 } }],
    ['the name of the prototype', { 'Patient.__proto__': { min: 1 } }],
  ])('cannot smuggle in %s', (_, elements) => {
    const knowing = validator.with([aProfile('Patient', 'x', elements)]);
    expect(toErrors(knowing, patient, [testProfile('x')])).toEqual(['definition-broken Patient']);
    expect(knowing.isValid(patient, [testProfile('x')])).toBe(false);
    expect('harmed' in globalThis).toBe(false);
  });

  test.each<[string, JsonObject]>([
    ['a canonical', { ...aProfile('Patient', 'x', { 'Patient.name': { min: 1 } }), url: `${testProfile('x')}";globalThis.harmed=1;"` }],
    [
      'a slice name',
      aProfile('Patient', 'x', {
        'Patient.identifier': { slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'closed' } },
        'Patient.identifier:");globalThis.harmed=1;("': { min: 1 },
        'Patient.identifier:");globalThis.harmed=1;(".system': { fixedUri: '`${globalThis.harmed=1}`' },
      }),
    ],
    [
      'a rule and its text',
      aProfile('Patient', 'x', {
        Patient: {
          constraint: [
            {
              key: "');globalThis.harmed=1;//",
              severity: 'error',
              human: '*/globalThis.harmed=1/*\u2028globalThis.harmed=1',
              expression: "name.exists() and '`${globalThis.harmed=1}`' = '\\u0027'",
            },
          ],
        },
      }),
    ],
    [
      'a value set',
      aProfile('Patient', 'x', { 'Patient.gender': { min: 1, binding: { strength: 'required', valueSet: '");globalThis.harmed=1;("' } } }),
    ],
    ['a fixed value', aProfile('Patient', 'x', { 'Patient.gender': { fixedCode: '</script>\u2029");globalThis.harmed=1;("' } })],
  ])('code in %s is never more than text', (_, definition) => {
    const knowing = validator.with([definition]);
    const url = String(definition['url']);
    const { valid } = within(() => knowing.validate({ ...patient, gender: 'male' }, [url]));
    expect(knowing.isValid({ ...patient, gender: 'male' }, [url])).toBe(valid);
    expect('harmed' in globalThis).toBe(false);
  });

  test('keys of the prototype in a definition change nothing', () => {
    const definition = JSON.parse(
      `{"__proto__":{"harmed":1},"resourceType":"StructureDefinition","url":"__proto__","type":"__proto__","kind":"resource","derivation":"constraint","baseDefinition":"__proto__","snapshot":{"element":[{"id":"__proto__","path":"__proto__"}]}}`,
    ) as JsonObject;
    const knowing = validator.with([definition]);
    expect(toProblems(knowing)).toHaveLength(1);
    expect(toErrors(knowing, patient, ['__proto__'])).toHaveLength(1);
    expect('harmed' in {}).toBe(false);
  });
});

describe('a definition out of all measure', () => {
  test('a snapshot of three hundred slices and some 6,000 elements is compiled and asked within a second', () => {
    const many = aSliced(300);
    expect(within(() => validator.with([many]).isValid(patient, [testProfile('many')]))).toBe(true);
    const without = { resourceType: 'Patient' };
    expect(within(() => toErrors(validator.with([many]), without, [testProfile('many')]))).toEqual(['slice-min Patient.identifier']);
  });

  test('a differential of as many too', () => {
    const { snapshot, ...rest } = aSliced(300);
    const element = (snapshot as { readonly element: readonly JsonObject[] }).element.filter((each) =>
      String(each['id']).includes('identifier'),
    );
    const many = { ...rest, baseDefinition: `${R4}/Patient`, differential: { element } };
    expect(within(() => validator.with([many]).isValid({ resourceType: 'Patient' }, [testProfile('many')]))).toBe(false);
  });

  test('more slices than can be compared with one another are refused', () => {
    const many = aSliced(301);
    expect(within(() => toErrors(validator.with([many]), patient, [testProfile('many')]))).toEqual(['definition-too-large Patient']);
  });

  test('a chain of 2,000 profiles, each on the next, is followed to its end', () => {
    const chain = Array.from({ length: 2000 }, (_, at): JsonObject => ({
      ...{ resourceType: 'StructureDefinition', url: testProfile(String(at)), type: 'Patient', kind: 'resource', derivation: 'constraint' },
      ...{
        baseDefinition: at === 1999 ? `${R4}/Patient` : testProfile(String(at + 1)),
        differential: { element: [{ path: 'Patient', id: 'Patient' }] },
      },
    }));
    expect(within(() => toErrors(validator.with(chain), patient, [testProfile('0')]))).toEqual([]);
  });

  test('types whose profiles name each other in a circle are walked as deep as the data', () => {
    const link = (name: string, other: string): JsonObject =>
      aProfile('Identifier', name, {
        'Identifier.assigner': { min: 0 },
        'Identifier.extension': { type: [{ code: 'Extension', profile: [testProfile(other)] }] },
      });
    const part = aProfile('Patient', 'part', { 'Patient.identifier': { type: [{ code: 'Identifier', profile: [testProfile('a')] }] } });
    const definitions = [part, link('a', 'b'), link('b', 'a')];
    expect(within(() => toErrors(validator.with(definitions), patient, [testProfile('part')]))).toEqual([]);
    expect(within(() => toProblems(validator.with(definitions)))).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['nothing', {}],
    ['a number for a snapshot', { snapshot: 1 }],
    ['elements that are none', { snapshot: { element: [1, null, 'x', []] } }],
    ['elements without path', { snapshot: { element: [{ id: 'Patient' }, { id: 'Patient.name' }, {}] } }],
    ['types that are none', { snapshot: { element: [{ id: 'Patient', path: 'Patient', type: 1, min: 'x', max: {} }] } }],
  ])('%s is a problem or harmless, never a fault of the program', (_, part) => {
    const definition = {
      resourceType: 'StructureDefinition',
      url: testProfile('x'),
      type: 'Patient',
      kind: 'resource',
      derivation: 'constraint',
      ...(part as JsonObject),
    };
    const knowing = validator.with([definition]);
    const { valid } = within(() => knowing.validate(patient, [testProfile('x')]));
    expect(knowing.isValid(patient, [testProfile('x')])).toBe(valid);
    expect(toProblems(knowing).length).toBe(valid ? 0 : 1);
  });
});
