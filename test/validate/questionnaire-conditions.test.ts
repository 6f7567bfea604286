import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import { aForm, aResponse, probe, toLines } from './a-form.ts';
import type { Items } from './a-form.ts';

const SYSTEM = 'https://titian.dev/fhir/ilp/CodeSystem/contoh';
const answered = { linkId: 'b', answer: [{ valueString: 'x' }] };
const disabled = 'error item-disabled .item[1]';

/** A question `a`, and `b` that is enabled by it. */
function when(type: string, operator: string, answer: JsonObject): Items {
  return [
    { linkId: 'a', type, repeats: true },
    { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', operator, ...answer }] },
  ];
}

/** Answers to `a` that enable `b`, and others that do not. */
function pair(yes: readonly JsonObject[], no: readonly JsonObject[]): readonly [Items, Items] {
  const respond = (answer: readonly JsonObject[]): Items => [{ linkId: 'a', ...(answer.length > 0 && { answer }) }, answered];
  return [respond(yes), respond(no)];
}

const int = (valueInteger: number): JsonObject => ({ valueInteger });
const day = (valueDate: string): JsonObject => ({ valueDate });
const coding = (code: string, system = SYSTEM): JsonObject => ({ valueCoding: { system, code } });
const amount = (value: number): JsonObject => ({ valueQuantity: { value, unit: 'kg' } });

const operators = [
  probe('exists', when('integer', 'exists', { answerBoolean: true }), pair([int(0)], []), disabled),
  probe('exists not', when('integer', 'exists', { answerBoolean: false }), pair([], [int(0)]), disabled),
  probe('=', when('integer', '=', { answerInteger: 2 }), pair([int(1), int(2)], [int(1)]), disabled),
  probe('!=', when('integer', '!=', { answerInteger: 2 }), pair([int(1)], [int(2)]), disabled),
  probe('>', when('integer', '>', { answerInteger: 2 }), pair([int(3)], [int(2)]), disabled),
  probe('<', when('integer', '<', { answerInteger: 2 }), pair([int(1)], [int(2)]), disabled),
  probe('>=', when('integer', '>=', { answerInteger: 2 }), pair([int(2)], [int(1)]), disabled),
  probe('<=', when('integer', '<=', { answerInteger: 2 }), pair([int(2)], [int(3)]), disabled),
];

const kinds = [
  probe('a boolean', when('boolean', '=', { answerBoolean: false }), pair([{ valueBoolean: false }], [{ valueBoolean: true }]), disabled),
  probe('a decimal', when('decimal', '>', { answerDecimal: 37.5 }), pair([{ valueDecimal: 37.6 }], [{ valueDecimal: 37.5 }]), disabled),
  probe('a date', when('date', '<', { answerDate: '2026-02-01' }), pair([day('2026-01-31')], [day('2026-02')]), disabled),
  probe(
    'a moment',
    when('dateTime', '>=', { answerDateTime: '2026-01-01T08:00:00+07:00' }),
    pair([{ valueDateTime: '2026-01-01T01:00:00Z' }], [{ valueDateTime: '2026-01-01T00:59:59Z' }]),
    disabled,
  ),
  probe('a time', when('time', '<', { answerTime: '12:00:00' }), pair([{ valueTime: '11:59:59' }], [{ valueTime: '12:00:00' }]), disabled),
  probe('a text', when('string', '=', { answerString: 'ya' }), pair([{ valueString: 'ya' }], [{ valueString: 'Ya' }]), disabled),
  probe(
    'a coding',
    when('choice', '=', { answerCoding: { system: SYSTEM, code: 'ya' } }),
    pair([coding('ya')], [coding('tidak')]),
    disabled,
  ),
  probe(
    'a coding without a system',
    when('choice', '=', { answerCoding: { code: 'ya' } }),
    pair([coding('ya', 'https://titian.dev/lain')], [coding('x')]),
    disabled,
  ),
  probe('a quantity', when('quantity', '>', { answerQuantity: { value: 2.5, unit: 'kg' } }), pair([amount(3)], [amount(2.5)]), disabled),
].map((each) => ({ ...each, form: each.form.map((item) => ({ ...item, answerOption: undefined })) }));

const two = (enableBehavior: string): Items => [
  { linkId: 'a', type: 'integer', repeats: true },
  {
    ...{ linkId: 'b', type: 'string', enableBehavior },
    enableWhen: [
      { question: 'a', operator: '>', answerInteger: 2 },
      { question: 'a', operator: '<', answerInteger: 9 },
    ],
  },
];

/** Members of a family, each with a question of its own and one that depends on it. */
const family: Items = [
  {
    ...{ linkId: 'g', type: 'group', repeats: true },
    item: [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'string', required: true, enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
    ],
  },
];
const member = (a: boolean, ...more: Items): JsonObject => ({
  linkId: 'g',
  item: [{ linkId: 'a', answer: [{ valueBoolean: a }] }, ...more],
});

const below: Items = [
  {
    ...{ linkId: 'a', type: 'boolean' },
    item: [{ linkId: 'b', type: 'string', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] }],
  },
];
const inside: Items = [
  { linkId: 'g', type: 'group', item: [{ linkId: 'a', type: 'boolean' }] },
  {
    linkId: 'h',
    type: 'group',
    enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
    item: [{ linkId: 'b', type: 'string' }],
  },
];
const outer = (a: boolean): Items => [
  { linkId: 'g', item: [{ linkId: 'a', answer: [{ valueBoolean: a }] }] },
  { linkId: 'h', item: [answered] },
];

const scopes = [
  probe('any of two', two('any'), pair([int(1)], []), disabled),
  probe('all of two', two('all'), pair([int(5)], [int(1)]), disabled),
  probe(
    'the answer of the same repetition',
    family,
    [
      [member(true, answered), member(false)],
      [member(true, answered), member(false, answered)],
    ],
    'error item-disabled .item[1].item[1]',
  ),
  probe(
    'a required item of the same repetition',
    family,
    [
      [member(true, answered), member(false)],
      [member(true, answered), member(true)],
    ],
    'error item-required .item[1]',
  ),
  probe(
    'the answer it stands in',
    below,
    [
      [{ linkId: 'a', answer: [{ valueBoolean: true, item: [answered] }] }],
      [{ linkId: 'a', answer: [{ valueBoolean: false, item: [answered] }] }],
    ],
    'error item-disabled .item[0].answer[0].item[0]',
  ),
  probe('an answer in another group', inside, [outer(true), outer(false)], disabled),
];

const probes = [...operators, ...kinds, ...scopes];

describe('an item with conditions', () => {
  test.each(probes)('may be answered when they are met: $rule', ({ form, sound }) => {
    expect(toLines(aForm(form), aResponse(sound)).filter((line) => !line.startsWith('information'))).toEqual([]);
  });

  test.each(probes)('may not be answered when they are not met: $rule', ({ form, broken, found }) => {
    expect(toLines(aForm(form), aResponse(broken)).filter((line) => !line.startsWith('information'))).toEqual([found]);
  });

  test('may stand there without an answer', () => {
    const form = aForm(when('boolean', '=', { answerBoolean: true }));
    expect(toLines(form, aResponse([{ linkId: 'a' }, { linkId: 'b' }]))).toEqual([]);
  });

  test('has nothing missing inside while they are not met', () => {
    const group = { linkId: 'b', type: 'group', required: true, item: [{ linkId: 'c', type: 'string', required: true }] };
    const [a, b] = when('boolean', '=', { answerBoolean: true });
    const form = aForm([{ ...a }, { ...b, ...group }]);
    expect(toLines(form, aResponse([{ linkId: 'b' }]))).toEqual([]);
    expect(toLines(form, aResponse([{ linkId: 'a', answer: [{ valueBoolean: true }] }, { linkId: 'b' }]))).toEqual([
      'error group-required .item[1]',
      'error item-required .item[1]',
    ]);
  });

  test('need not be answered while they are not met, though it is required', () => {
    const [a, b] = when('boolean', '=', { answerBoolean: true });
    const form = aForm([{ ...a }, { ...b, required: true }]);
    expect(toLines(form, aResponse([{ linkId: 'a', answer: [{ valueBoolean: false }] }]))).toEqual([]);
    expect(toLines(form, aResponse([{ linkId: 'a', answer: [{ valueBoolean: true }] }]))).toEqual(['error item-required']);
  });

  test('is not judged where an expression decides', () => {
    const expression = {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression',
      valueExpression: {},
    };
    const form = aForm([{ linkId: 'b', type: 'string', required: true, extension: [expression] }]);
    expect(toLines(form, aResponse([]))).toEqual([]);
    expect(toLines(form, aResponse([answered]))).toEqual([]);
  });

  test('is not judged where the form itself does not say how its conditions go together', () => {
    const [a, b] = two('any');
    expect(toLines(aForm([{ ...a }, { ...b, enableBehavior: undefined }]), aResponse([answered]))).toEqual([]);
  });
});
