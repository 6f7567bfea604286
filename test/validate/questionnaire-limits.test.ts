// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../src/validate/json.ts';
import { matchesPattern } from '../../src/validate/questionnaire/match-pattern.ts';
import { compareAmounts } from '../../src/validate/terminology/compare-amounts.ts';
import { compile, toValidator } from './a-validator.ts';
import { aForm, aResponse, FORM, toLines } from './a-form.ts';
import type { Items } from './a-form.ts';
import { fastestOf } from './fastest-of.ts';

const MANY = 10_000;

function list(make: (i: number) => JsonObject): Items {
  return Array.from({ length: MANY }, (_, i) => make(i));
}

describe('a large form', () => {
  const conditions = (i: number): JsonObject => ({
    enableWhen: [{ question: i === 0 ? 'q1' : 'q0', operator: 'exists', answerBoolean: i > 0 }],
  });
  const flat = aForm(list((i) => ({ linkId: `q${String(i)}`, type: 'string', required: true, ...conditions(i) })));
  const answers = list((i) => ({ linkId: `q${String(i)}`, answer: [{ valueString: 'x' }] }));

  test('of 10,000 items with conditions is compared within a second', () => {
    expect(toLines(flat, aResponse(answers))).toEqual(['error item-disabled .item[0]']);
    expect(fastestOf(() => toLines(flat, aResponse(answers))).ms).toBeLessThan(1000);
  });

  test('with a group of 10,000 repetitions, each with its own condition, is compared within a second', () => {
    const question = { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] };
    const form = aForm([{ linkId: 'g', type: 'group', repeats: true, item: [{ linkId: 'a', type: 'boolean' }, question] }]);
    const response = aResponse(
      list((i) => ({
        linkId: 'g',
        item: [
          { linkId: 'a', answer: [{ valueBoolean: i !== 77 }] },
          { linkId: 'b', answer: [{ valueString: 'x' }] },
        ],
      })),
    );
    expect(toLines(form, response)).toEqual(['error item-disabled .item[77].item[1]']);
    expect(fastestOf(() => toLines(form, response)).ms).toBeLessThan(1000);
  });

  test('with 10,000 options for 10,000 answers is compared within a second', () => {
    const answerOption = list((i) => ({ valueCoding: { system: 'https://titian.dev/cs', code: String(i) } }));
    const form = aForm([{ linkId: 'a', type: 'choice', repeats: true, answerOption }]);
    const response = aResponse([{ linkId: 'a', answer: [...answerOption].reverse() }]);
    expect(toLines(form, response)).toEqual([]);
    expect(fastestOf(() => toLines(form, response)).ms).toBeLessThan(1000);
  });

  test('nested 10,000 deep is made ready; a response as deep is refused', () => {
    const nest = (more: JsonObject): JsonObject => {
      let item: JsonObject = { linkId: 'q', ...more };
      for (let i = 0; i < MANY; i++) item = { linkId: `q${String(i)}`, ...more, item: [item] };
      return item;
    };
    const form = aForm([nest({ type: 'group' })]);
    expect(toLines(form, aResponse([{ linkId: `q${String(MANY - 1)}` }]))).toEqual([]);
    expect(toLines(form, aResponse([nest({})]))).toEqual(['error too-deep']);
  });

  test('that asks ten thousand things a thousand times over does not answer without end', () => {
    const item = list((i) => ({ linkId: `q${String(i)}`, type: 'string', required: true }));
    const form = aForm([{ linkId: 'g', type: 'group', repeats: true, item }]);
    const response = aResponse(Array.from({ length: 1000 }, () => ({ linkId: 'g' })));
    expect(fastestOf(() => toLines(form, response)).ms).toBeLessThan(1000);
    expect(toLines(form, response)).toHaveLength(5000);
  });
});

describe('a form and a response of any kind', () => {
  const urls = [
    'minValue',
    'maxValue',
    'regex',
    'mimeType',
    'maxSize',
    'questionnaire-minOccurs',
    'questionnaire-unitOption',
    'questionnaire-unitValueSet',
  ];
  const any = fc.oneof(
    { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 1 },
    {
      arbitrary: fc.constantFrom<unknown>(
        'a',
        'b',
        'string',
        'choice',
        'quantity',
        'attachment',
        'integer',
        'date',
        '__proto__',
        true,
        1,
        '#x',
        '(',
      ),
      weight: 3,
    },
  );
  const keys =
    'linkId type text required repeats enableBehavior answerValueSet maxLength valueString valueCoding valueQuantity valueDate'.split(' ');
  const extension = fc.record({
    url: fc.constantFrom(...urls.map((each) => `http://hl7.org/fhir/StructureDefinition/${each}`)),
    valueX: any,
  });
  const condition = fc.record({
    question: any,
    operator: fc.constantFrom('=', '!=', '>', 'exists', 'x'),
    answerInteger: any,
    answerCoding: any,
  });
  const toNodes = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
    const lists = Object.fromEntries(
      ['item', 'answer', 'answerOption'].map((key) => [key, fc.oneof(any, fc.array(inner, { maxLength: 2 }))]),
    );
    const more = { enableWhen: fc.array(condition, { maxLength: 2 }), extension: fc.array(extension, { maxLength: 2 }) };
    const values = Object.fromEntries(keys.map((key) => [key, any]));
    return fc.record({ ...values, valueReference: fc.record({ reference: any }), ...lists, ...more }, { requiredKeys: [] });
  };
  const whole = fc.record({
    ...{ status: any, authored: any, subjectType: any, contained: any, effectivePeriod: fc.record({ start: any, end: any }) },
    item: fc.array(toNodes(toNodes(toNodes(any))), { maxLength: 3 }),
  });

  test('are compared without a crash', () => {
    fc.assert(
      fc.property(whole, whole, (form, response) => {
        expect(Array.isArray(toLines(form, response))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a pattern of a form', () => {
  const atoms = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\.', '(?:ab|b)', '(a|b)', '');
  const quantified = fc.tuple(atoms, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{1,}', '*?')).map(([atom, times]) => {
    return atom === '' ? '' : atom + times;
  });
  const sequences = fc.array(quantified, { maxLength: 4 }).map((parts) => parts.join(''));
  const groups = fc.tuple(sequences, fc.constantFrom('', '*', '+', '?', '{2}')).map(([inner, times]) => `(${inner})${times}`);
  const patterns = fc
    .array(fc.oneof(sequences, groups), { maxLength: 3 })
    .chain((parts) => fc.constantFrom(parts.join(''), parts.join('|'), `^${parts.join('')}$`));
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', 'é', '😀'), maxLength: 8 });

  test('matches what a RegExp matches as a whole', () => {
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        expect(matchesPattern(text, pattern)).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(text));
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['(a+)+$', `${'a'.repeat(4000)}b`],
    ['(a|a)*b', 'a'.repeat(4000)],
    ['(.*)*(.*)*x', 'y'.repeat(4000)],
    ['([a-z]+)*@[a-z]+', 'a'.repeat(4000)],
  ])('that would try for ever is answered at once: %s', (pattern, text) => {
    const start = performance.now();
    expect(matchesPattern(text, pattern)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each([
    '(?=a)a',
    '(a)\\1',
    'a++',
    '[a-z&&[^b]]',
    '(',
    'a)',
    '[',
    '*',
    'a{9999}{9999}',
    '(((){9999}){9999}){9999}',
    '((a{999}){999}){999}',
    '\\Qa\\E',
  ])('that is no plain pattern, or too large, is left undecided: %s', (pattern) => {
    expect(matchesPattern('a', pattern)).toBeUndefined();
  });

  test('is left undecided for a text too long for it', () => {
    expect(matchesPattern('a'.repeat(1_000_000), '[a-z]{1,9}')).toBeUndefined();
  });
});

describe('amounts', () => {
  test.each([
    [1.1, 'kg', 1100, 'g'],
    [250, 'mL', 0.25, 'L'],
    [2, 'h', 120, 'min'],
    [170, 'cm', 1.7, 'm'],
    [1e-7, 'kg', 0.1, 'mg'],
    [1, 'wk', 7, 'd'],
    [12.5, 'g/dL', 125, 'g/L'],
    [2000, 'cal', 2, 'kcal'],
  ])('%d %s and %d %s are equal', (value, code, other, unit) => {
    expect(compareAmounts({ value, code }, { value: other, code: unit })).toBe(0);
    expect(compareAmounts({ value: value * 1.01, code }, { value: other, code: unit })).toBeGreaterThan(0);
  });

  test.each([
    ['of different kinds cannot be compared', 'kg', 'cm', 'different'],
    ['in no unit are not compared', 'kg', 'kilo', undefined],
    ['on scales of their own are not compared', 'Cel', '[degF]', undefined],
  ])('%s', (_, code, unit, order) => {
    expect(compareAmounts({ value: 1, code }, { value: 1, code: unit })).toBe(order);
  });
});

describe('both paths of the validator', () => {
  const answerOption = [{ valueCoding: { system: 'https://titian.dev/cs', code: 'ya' } }];
  const form = aForm([
    { linkId: 'a', type: 'boolean', required: true },
    { linkId: 'b', type: 'choice', answerOption, enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
    { linkId: 'g', type: 'group', repeats: true, item: [{ linkId: 'c', type: 'string', maxLength: 3 }] },
  ]);
  const validator = toValidator(compile()).with([form]);
  const values = fc.constantFrom<JsonObject>(
    { valueBoolean: true },
    { valueBoolean: false },
    { valueString: 'abc' },
    { valueString: 'abcd' },
    answerOption[0] ?? {},
    {},
  );
  const { item } = fc.letrec<{ item: JsonObject }>((tie) => ({
    item: fc.record(
      {
        linkId: fc.constantFrom('a', 'b', 'c', 'g', 'x'),
        answer: fc.array(values, { minLength: 1, maxLength: 2 }),
        item: fc.array(tie('item'), { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['linkId'] },
    ),
  }));
  const responses = fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 4 }), fc.constantFrom('completed', 'in-progress', 'x'))
    .map(([items, status]) => aResponse(items, { questionnaire: FORM, status }));

  test('agree on responses to a form', () => {
    fc.assert(
      fc.property(responses, (response) => {
        const { valid, issues } = validator.validate(response);
        const warned = issues.some(({ severity }) => severity === 'warning');
        expect(validator.judge(response)).toBe(valid ? (warned ? 'warnings' : 'ok') : 'invalid');
      }),
      { numRuns: 2000 },
    );
  });
});
