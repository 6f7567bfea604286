// Longer than most: one table of every rule a form can state, each with a response that keeps it and one that breaks it.
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import { aForm, aResponse, probe, toLines } from './a-form.ts';
import type { Items } from './a-form.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';
const UCUM = 'http://unitsofmeasure.org';
const SYSTEM = 'https://titian.dev/fhir/ilp/CodeSystem/contoh';

/** An answer to `a`. */
function a(...values: readonly JsonObject[]): Items {
  return [{ linkId: 'a', answer: values }];
}

/** A question `a` of one type. */
function q(type: string, more: JsonObject = {}): Items {
  return [{ linkId: 'a', type, ...more }];
}

function ext(url: string, value: JsonObject): JsonObject {
  return { extension: [{ url, ...value }] };
}

const code = (value: string): JsonObject => ({ valueCoding: { system: SYSTEM, code: value } });
const text = (valueString: string): JsonObject => ({ valueString });
const amount = (value: number, unit: string): JsonObject => ({ value, system: UCUM, code: unit, unit });
const options = [code('ya'), code('tidak'), { ...code('kosong'), ...ext(`${CORE}/questionnaire-optionExclusive`, { valueBoolean: true }) }];
const group = [{ linkId: 'g', type: 'group', item: [{ linkId: 'a', type: 'string' }] }];
const value = '.item[0].answer[0].value';

const structure = [
  probe('a linkId the form has', q('string'), [a(text('x')), [{ linkId: 'b', answer: [text('x')] }]], 'error item-unknown .item[0]'),
  probe('an item where the form has it', group, [[{ linkId: 'g', item: a(text('x')) }], a(text('x'))], 'error item-misplaced .item[0]'),
  probe(
    'the order of the form',
    [...q('string'), { linkId: 'b', type: 'string' }],
    [
      [...a(text('x')), { linkId: 'b', answer: [text('y')] }],
      [{ linkId: 'b', answer: [text('y')] }, ...a(text('x'))],
    ],
    'error item-order .item[1]',
  ),
  probe(
    'the text of the form',
    q('string', { text: 'Nama desa' }),
    [[{ linkId: 'a', text: 'Nama desa', answer: [text('x')] }], [{ linkId: 'a', text: 'Nama dusun', answer: [text('x')] }]],
    'error item-text .item[0]',
  ),
  probe('a required item', q('string', { required: true }), [a(text('x')), []], 'error item-required'),
  probe('an answer to a required item', q('string', { required: true }), [a(text('x')), [{ linkId: 'a' }]], 'error item-required .item[0]'),
  probe(
    'something in a required group',
    [{ linkId: 'g', type: 'group', required: true, item: q('string') }],
    [[{ linkId: 'g', item: a(text('x')) }], [{ linkId: 'g' }]],
    'error group-required .item[0]',
  ),
  probe('one answer only', q('string'), [a(text('x')), a(text('x'), text('y'))], 'error item-repeated .item[0]'),
  probe('one item only', q('string'), [a(text('x')), [...a(text('x')), ...a(text('y'))]], 'error item-repeated .item[1]'),
  probe(
    'the least number of answers',
    q('string', { repeats: true, ...ext(`${CORE}/questionnaire-minOccurs`, { valueInteger: 2 }) }),
    [a(text('x'), text('y')), a(text('x'))],
    'error answers-too-few .item[0]',
  ),
  probe(
    'the greatest number of answers',
    q('string', { repeats: true, ...ext(`${CORE}/questionnaire-maxOccurs`, { valueInteger: 2 }) }),
    [a(text('x'), text('y')), a(text('x'), text('y'), text('z'))],
    'error answers-too-many .item[0]',
  ),
  probe(
    'no answer in a group',
    group,
    [[{ linkId: 'g' }], [{ linkId: 'g', answer: [text('x')] }]],
    'error group-answered .item[0].answer[0]',
  ),
  probe('no answer to a display', q('display'), [[{ linkId: 'a' }], a(text('x'))], 'error display-answered .item[0].answer[0]'),
  probe(
    'no items in a display',
    q('display', { item: [{ linkId: 'b', type: 'string' }] }),
    [[{ linkId: 'a' }], [{ linkId: 'a', item: [{ linkId: 'b' }] }]],
    'error display-items .item[0]',
  ),
  probe(
    'items below a question inside its answer',
    q('boolean', { item: [{ linkId: 'b', type: 'string' }] }),
    [
      [{ linkId: 'a', answer: [{ valueBoolean: true, item: [{ linkId: 'b', answer: [text('x')] }] }] }],
      [{ linkId: 'a', answer: [{ valueBoolean: true }], item: [{ linkId: 'b', answer: [text('x')] }] }],
    ],
    'error item-outside-answer .item[0]',
  ),
  probe(
    'required items inside an answer',
    q('boolean', { item: [{ linkId: 'b', type: 'string', required: true }] }),
    [[{ linkId: 'a', answer: [{ valueBoolean: true, item: [{ linkId: 'b', answer: [text('x')] }] }] }], a({ valueBoolean: true })],
    'error item-required .item[0].answer[0]',
  ),
];

const types = Object.entries({
  boolean: { valueBoolean: false },
  decimal: { valueDecimal: 1.5 },
  integer: { valueInteger: 0 },
  date: { valueDate: '2026-01' },
  dateTime: { valueDateTime: '2026-01-02' },
  time: { valueTime: '08:00:00' },
  string: text('x'),
  text: text('x'),
  url: { valueUri: 'https://titian.dev' },
  attachment: { valueAttachment: { title: 'x' } },
  reference: { valueReference: { reference: 'Patient/1' } },
  quantity: { valueQuantity: { value: 1 } },
}).map(([type, answer]) =>
  probe(`an answer of type ${type}`, q(type), [a(answer), a({ valueCoding: { code: 'x' } })], `error answer-type ${value}`),
);

const limits = [
  probe(
    'a least integer',
    q('integer', ext(`${CORE}/minValue`, { valueInteger: 20 })),
    [a({ valueInteger: 20 }), a({ valueInteger: 19 })],
    `error answer-too-low ${value}`,
  ),
  probe(
    'a greatest decimal',
    q('decimal', ext(`${CORE}/maxValue`, { valueDecimal: 42.5 })),
    [a({ valueDecimal: 42.5 }), a({ valueDecimal: 42.51 })],
    `error answer-too-high ${value}`,
  ),
  probe(
    'a first date',
    q('date', ext(`${CORE}/minValue`, { valueDate: '2020-01-01' })),
    [a({ valueDate: '2020' }), a({ valueDate: '2019-12-31' })],
    `error answer-too-low ${value}`,
  ),
  probe(
    'a last moment, across zones',
    q('dateTime', ext(`${CORE}/maxValue`, { valueDateTime: '2026-01-01T00:00:00+07:00' })),
    [a({ valueDateTime: '2025-12-31T17:00:00Z' }), a({ valueDateTime: '2025-12-31T17:00:01Z' })],
    `error answer-too-high ${value}`,
  ),
  probe(
    'a last time',
    q('time', ext(`${CORE}/maxValue`, { valueTime: '16:00:00' })),
    [a({ valueTime: '16:00:00' }), a({ valueTime: '16:00:01' })],
    `error answer-too-high ${value}`,
  ),
  probe(
    'decimal places',
    q('decimal', ext(`${CORE}/maxDecimalPlaces`, { valueInteger: 1 })),
    [a({ valueDecimal: 36.5 }), a({ valueDecimal: 36.55 })],
    `error answer-decimals ${value}`,
  ),
  probe(
    'a least length',
    q('string', ext(`${CORE}/minLength`, { valueInteger: 3 })),
    [a(text('abc')), a(text('ab'))],
    `error answer-too-short ${value}`,
  ),
  probe('a greatest length', q('string', { maxLength: 3 }), [a(text('abc')), a(text('abcd'))], `error answer-too-long ${value}`),
  probe(
    'a greatest length of long text',
    q('text', { maxLength: 3 }),
    [a(text('abc')), a(text('abcd'))],
    `warning answer-too-long ${value}`,
  ),
  probe('one line in a string', q('string'), [a(text('abc')), a(text('a\nb'))], `warning answer-line-break ${value}`),
  probe(
    'a pattern',
    q('string', ext(`${CORE}/regex`, { valueString: '[A-Z]{2}\\d+(-[a-z]*)?' })),
    [a(text('AB12-x')), a(text('AB-x'))],
    `error answer-pattern ${value}`,
  ),
];

const quantities = [
  probe(
    'a least quantity, in another unit',
    q('quantity', ext(`${SDC}/sdc-questionnaire-minQuantity`, { valueQuantity: amount(1.1, 'kg') })),
    [a({ valueQuantity: amount(1100, 'g') }), a({ valueQuantity: amount(1099, 'g') })],
    `error answer-too-low ${value}`,
  ),
  probe(
    'a greatest quantity',
    q('quantity', ext(`${SDC}/sdc-questionnaire-maxQuantity`, { valueQuantity: amount(3, 'h') })),
    [a({ valueQuantity: amount(180, 'min') }), a({ valueQuantity: amount(181, 'min') })],
    `error answer-too-high ${value}`,
  ),
  probe(
    'a unit of the kind of the limit',
    q('quantity', ext(`${SDC}/sdc-questionnaire-maxQuantity`, { valueQuantity: amount(3, 'kg') })),
    [a({ valueQuantity: amount(1, 'kg') }), a({ valueQuantity: amount(1, 'cm') })],
    `error quantity-not-comparable ${value}`,
  ),
  probe(
    'a coded unit where there is a limit',
    q('quantity', ext(`${SDC}/sdc-questionnaire-maxQuantity`, { valueQuantity: amount(3, 'kg') })),
    [a({ valueQuantity: amount(1, 'kg') }), a({ valueQuantity: { value: 1, unit: 'kg' } })],
    `error quantity-not-comparable ${value}`,
  ),
  probe(
    'a unit of the form',
    q('quantity', ext(`${CORE}/questionnaire-unitOption`, { valueCoding: { system: UCUM, code: 'cm' } })),
    [a({ valueQuantity: amount(50, 'cm') }), a({ valueQuantity: amount(0.5, 'm') })],
    `error answer-unit ${value}`,
  ),
  probe(
    'the name of a unit of the form',
    q('quantity', ext(`${CORE}/questionnaire-unitOption`, { valueCoding: { system: UCUM, code: 'cm', display: 'cm' } })),
    [a({ valueQuantity: amount(50, 'cm') }), a({ valueQuantity: { ...amount(50, 'cm'), unit: 'senti' } })],
    `error answer-unit ${value}`,
  ),
];

const files = [
  probe(
    'the kind of an attachment',
    q('attachment', ext(`${CORE}/mimeType`, { valueCode: 'image/' })),
    [a({ valueAttachment: { contentType: 'image/png' } }), a({ valueAttachment: { contentType: 'text/plain' } })],
    `error attachment-type ${value}`,
  ),
  probe(
    'a stated kind of an attachment',
    q('attachment', ext(`${CORE}/mimeType`, { valueCode: 'image/png' })),
    [a({ valueAttachment: { contentType: 'image/png' } }), a({ valueAttachment: { title: 'x' } })],
    `error attachment-type-missing ${value}`,
  ),
  probe(
    'the size of an attachment',
    q('attachment', ext(`${CORE}/maxSize`, { valueDecimal: 4 })),
    [a({ valueAttachment: { data: 'AAAAAA==' } }), a({ valueAttachment: { data: 'AAAAAAA=' } })],
    `error attachment-size ${value}`,
  ),
  probe(
    'the type of a reference',
    q('reference', ext(`${CORE}/questionnaire-referenceResource`, { valueCode: 'Patient' })),
    [a({ valueReference: { reference: 'https://titian.dev/fhir/Patient/1' } }), a({ valueReference: { reference: 'Group/1' } })],
    `error answer-reference-type ${value}`,
  ),
];

const choices = [
  probe(
    'an option, by system and code',
    q('choice', { answerOption: options }),
    [a(code('ya')), a(code('x'))],
    `error answer-not-an-option ${value}`,
  ),
  probe(
    'an option of the same system',
    q('choice', { answerOption: options }),
    [a({ valueCoding: { system: SYSTEM, code: 'ya', display: 'Y' } }), a({ valueCoding: { code: 'ya' } })],
    `error answer-not-an-option ${value}`,
  ),
  probe(
    'an option of strings',
    q('choice', { answerOption: [text('ya')] }),
    [a(text('ya')), a(text('x'))],
    `error answer-not-an-option ${value}`,
  ),
  probe(
    'an option of integers',
    q('integer', { answerOption: [{ valueInteger: 0 }] }),
    [a({ valueInteger: 0 }), a({ valueInteger: 1 })],
    `error answer-not-an-option ${value}`,
  ),
  probe(
    'an option of dates',
    q('date', { answerOption: [{ valueDate: '2026-01-01' }] }),
    [a({ valueDate: '2026-01-01' }), a({ valueDate: '2026-01' })],
    `error answer-not-an-option ${value}`,
  ),
  probe(
    'an option of times',
    q('time', { answerOption: [{ valueTime: '08:00:00' }] }),
    [a({ valueTime: '08:00:00' }), a({ valueTime: '09:00:00' })],
    `error answer-not-an-option ${value}`,
  ),
  probe(
    'an exclusive option alone',
    q('choice', { repeats: true, answerOption: options }),
    [a(code('kosong')), a(code('ya'), code('kosong'))],
    'error answer-exclusive .item[0].answer[1].value',
  ),
  probe(
    'free text that is no option',
    q('open-choice', { answerOption: [{ valueCoding: { system: SYSTEM, code: 'ya', display: 'Ya' } }] }),
    [a(text('mungkin')), a(text('YA'))],
    `warning answer-free-text-is-option ${value}`,
  ),
];

const probes = [...structure, ...types, ...limits, ...quantities, ...files, ...choices];

describe('a response held against its form', () => {
  test.each(probes)('keeps $rule', ({ form, sound }) => {
    expect(toLines(aForm(form), aResponse(sound))).toEqual([]);
  });

  test.each(probes)('is told when it breaks $rule', ({ form, broken, found }) => {
    expect(toLines(aForm(form), aResponse(broken))).toEqual([found]);
  });

  test('is only warned of what is missing while it is in progress', () => {
    const form = aForm(q('string', { required: true }));
    expect(toLines(form, aResponse([], { status: 'in-progress' }))).toEqual(['warning item-required']);
    expect(toLines(form, aResponse([], { status: 'amended' }))).toEqual(['error item-required']);
  });

  test('is told that the form states no type', () => {
    expect(toLines(aForm([{ linkId: 'a' }]), aResponse([{ linkId: 'a' }]))).toEqual(['error item-type-missing .item[0]']);
  });

  test('is not compared where a choice has no options', () => {
    expect(toLines(aForm(q('choice')), aResponse(a(code('ya'))))).toEqual([`information options-none ${value}`]);
  });

  test.each([
    ['draft', { status: 'draft' }, {}, 'information questionnaire-status'],
    ['early', { effectivePeriod: { start: '2026-02' } }, { authored: '2026-01-31' }, 'warning questionnaire-not-yet .authored'],
    ['late', { effectivePeriod: { end: '2026-02' } }, { authored: '2026-03-01T00:00:00Z' }, 'warning questionnaire-expired .authored'],
    ['about another type', { subjectType: ['Patient'] }, { subject: { reference: 'Group/1' } }, 'warning subject-type .subject'],
  ])('is told that it is %s', (_, form, response, found) => {
    expect(toLines(aForm(q('string'), form), aResponse([], response))).toEqual([found]);
  });

  test.each([
    ['within the last month', { effectivePeriod: { end: '2026-02' } }, { authored: '2026-02-28T23:00:00+07:00' }],
    ['about the right type', { subjectType: ['Patient'] }, { subject: { reference: 'Patient/1' } }],
  ])('is sound when it is %s', (_, form, response) => {
    expect(toLines(aForm(q('string'), form), aResponse([], response))).toEqual([]);
  });
});
