// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { compile, toErrors, toValidator } from './a-validator.ts';
import { aForm, aResponse, FORM } from './a-form.ts';
import type { Items } from './a-form.ts';

const base = toValidator(compile());
const OTHER = 'https://titian.dev/fhir/ilp/Questionnaire/asal';
const SYSTEM = 'https://titian.dev/fhir/ilp/CodeSystem/contoh';
const GENDER = 'http://hl7.org/fhir/administrative-gender';

/** Codes and places of everything found, beside that the invented code systems are not known. */
function explain(validator: Validator, resource: unknown): readonly string[] {
  const issues = validator.validate(resource).issues.filter(({ code }) => code !== 'system-unknown');
  return issues.map((issue) => `${issue.severity} ${issue.code} ${issue.expression ?? ''}`.trim());
}

function coded(value: JsonObject): Items {
  return [{ linkId: 'a', answer: [{ valueCoding: value }] }];
}

const named = (item: Items, more: JsonObject = {}): JsonObject => aResponse(item, { questionnaire: FORM, ...more });
const text = (linkId: string): JsonObject => ({ linkId, answer: [{ valueString: 'x' }] });
const form = aForm([{ linkId: 'a', type: 'string' }]);

describe('the form of a response', () => {
  test('is the one its canonical names', () => {
    const validator = base.with([form]);
    expect(explain(validator, named([text('a')]))).toEqual([]);
    expect(toErrors(validator, named([text('b')]))).toEqual(['item-unknown QuestionnaireResponse.item[0]']);
  });

  test('is of the version the canonical names', () => {
    const validator = base.with([
      { ...form, version: '1' },
      { ...aForm([{ linkId: 'b', type: 'string' }]), version: '2' },
    ]);
    expect(toErrors(validator, named([text('a')], { questionnaire: `${FORM}|1` }))).toEqual([]);
    expect(toErrors(validator, named([text('a')], { questionnaire: `${FORM}|2` }))).toEqual(['item-unknown QuestionnaireResponse.item[0]']);
    expect(explain(validator, named([text('a')], { questionnaire: `${FORM}|3` }))).toEqual([
      'warning questionnaire-unknown QuestionnaireResponse.questionnaire',
    ]);
  });

  test('may be contained in the response, with its own value sets', () => {
    const contained = [{ ...form, id: 'f', url: undefined }];
    const response = JSON.parse(JSON.stringify(named([text('b')], { questionnaire: '#f', contained }))) as JsonObject;
    expect(toErrors(base, response)).toEqual(['item-unknown QuestionnaireResponse.item[0]']);
    expect(toErrors(base, { ...response, item: [text('a')] })).toEqual([]);
  });

  test('is told when it is not at hand or not named', () => {
    expect(explain(base, named([text('a')]))).toEqual(['warning questionnaire-unknown QuestionnaireResponse.questionnaire']);
    expect(explain(base, aResponse([text('a')]))).toEqual(['information questionnaire-none QuestionnaireResponse']);
    expect(base.judge(named([text('a')]))).toBe('warnings');
  });

  test('is not something else', () => {
    const set = { resourceType: 'ValueSet', url: 'https://titian.dev/vs', status: 'active' };
    const wrong = ['questionnaire-other-type QuestionnaireResponse.questionnaire'];
    expect(toErrors(base.with([set]), named([text('a')], { questionnaire: set.url }))).toEqual(wrong);
    expect(toErrors(base, named([text('a')], { questionnaire: 'http://hl7.org/fhir/ValueSet/administrative-gender' }))).toEqual(wrong);
  });

  test('is looked at in Bundles as well, and by both paths', () => {
    const validator = base.with([form]);
    const bundle = (item: Items): JsonObject => ({
      ...{ resourceType: 'Bundle', type: 'collection' },
      entry: [{ fullUrl: 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666', resource: named(item) }],
    });
    expect(toErrors(validator, bundle([text('b')]))).toEqual(['item-unknown Bundle.entry[0].resource.item[0]']);
    expect(validator.isValid(bundle([text('b')]))).toBe(false);
    expect(validator.isValid(bundle([text('a')]))).toBe(true);
  });
});

describe('an answer from a value set', () => {
  const choice = (answerValueSet: string, more: JsonObject = {}): Validator =>
    base.with([aForm([{ linkId: 'a', type: 'choice', answerValueSet }], more)]);
  const listed = { resourceType: 'ValueSet', status: 'active', compose: { include: [{ system: SYSTEM, concept: [{ code: 'ya' }] }] } };

  test.each([
    [
      'of R4',
      choice('http://hl7.org/fhir/ValueSet/administrative-gender'),
      { system: GENDER, code: 'female' },
      { system: GENDER, code: 'x' },
    ],
    [
      'inside the form',
      choice('#daftar', { contained: [{ ...listed, id: 'daftar' }] }),
      { system: SYSTEM, code: 'ya' },
      { system: SYSTEM, code: 'x' },
    ],
    [
      'handed in',
      choice('https://titian.dev/vs').with([{ ...listed, url: 'https://titian.dev/vs' }]),
      { system: SYSTEM, code: 'ya' },
      { system: 'https://titian.dev/lain', code: 'ya' },
    ],
  ])('%s is one of its codes', (_, validator, inside, outside) => {
    expect(toErrors(validator, named(coded(inside)))).toEqual([]);
    expect(toErrors(validator, named(coded(outside)))).toContain('answer-not-in-value-set QuestionnaireResponse.item[0].answer[0].value');
  });

  test.each([{ code: 'female' }, { system: GENDER }, { display: 'perempuan' }])('is not met by half a coding: %j', (half) => {
    expect(toErrors(choice('http://hl7.org/fhir/ValueSet/administrative-gender'), named(coded(half)))).toContain(
      'answer-not-in-value-set QuestionnaireResponse.item[0].answer[0].value',
    );
  });

  test('that is not at hand is told as a warning', () => {
    expect(explain(choice('https://titian.dev/vs'), named(coded({ system: SYSTEM, code: 'ya' })))).toEqual([
      'warning answer-value-set-unknown QuestionnaireResponse.item[0].answer[0].value',
    ]);
  });

  test('whose system is not at hand is left undecided', () => {
    const open = { resourceType: 'ValueSet', id: 'daftar', status: 'active', compose: { include: [{ system: SYSTEM }] } };
    const validator = choice('#daftar', { contained: [open] });
    const found = validator.validate(named(coded({ system: SYSTEM, code: 'ya' })));
    expect(found.valid).toBe(true);
    expect(found.undecided.map(({ reason }) => reason)).toEqual(['code-system-not-held']);
  });

  test('holds for the units of a quantity too', () => {
    const UCUM = 'http://unitsofmeasure.org';
    const units = {
      resourceType: 'ValueSet',
      id: 'u',
      status: 'active',
      compose: { include: [{ system: UCUM, concept: [{ code: 'kg' }] }] },
    };
    const extension = [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet', valueCanonical: '#u' }];
    const validator = base.with([aForm([{ linkId: 'a', type: 'quantity', extension }], { contained: [units] })]);
    const weigh = (code: string): JsonObject => named([{ linkId: 'a', answer: [{ valueQuantity: { value: 1, system: UCUM, code } }] }]);
    expect(toErrors(validator, weigh('kg'))).toEqual([]);
    expect(toErrors(validator, weigh('g'))).toEqual(['answer-unit QuestionnaireResponse.item[0].answer[0].value']);
  });
});

describe('a Questionnaire', () => {
  const asked = (question: string): Items => [
    { linkId: 'a', type: 'boolean' },
    {
      ...{ linkId: 'b', type: 'group', enableWhen: [{ question, operator: 'exists', answerBoolean: true }] },
      item: [{ linkId: 'c', type: 'string' }],
    },
    { linkId: 'd', type: 'string' },
  ];

  test.each([
    ['an earlier item', 'a', []],
    ['no item', 'x', ['error enable-when-unknown Questionnaire.item[1].enableWhen[0]']],
    ['the item itself', 'b', ['error enable-when-self Questionnaire.item[1].enableWhen[0]']],
    ['an inner item', 'c', ['error enable-when-inner Questionnaire.item[1].enableWhen[0]']],
    ['a later item', 'd', ['warning enable-when-later Questionnaire.item[1].enableWhen[0]']],
  ])('with a condition on %s', (_, question, found) => {
    expect(explain(base, aForm(asked(question)))).toEqual(found);
  });

  const original = (item: JsonObject): Validator => base.with([{ ...aForm([{ linkId: 'a', ...item }]), url: OTHER }]);
  const derived = (item: Items, code = 'compliesWith'): JsonObject => {
    const valueCoding = { system: 'http://hl7.org/fhir/questionnaire-derivationType', code };
    const extension = [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-derivationType', valueCoding }];
    return aForm(item, { derivedFrom: [OTHER], _derivedFrom: [{ extension }] });
  };
  const option = (code: string): JsonObject => ({ valueCoding: { system: SYSTEM, code } });

  test.each([
    ['the type', { type: 'string' }, { type: 'string' }, { type: 'text' }, 'derivation-type Questionnaire.item[0].type'],
    [
      'repetition',
      { type: 'string' },
      { type: 'string' },
      { type: 'string', repeats: true },
      'derivation-looser Questionnaire.item[0].repeats',
    ],
    [
      'what is required',
      { type: 'string', required: true },
      { type: 'string', required: true },
      { type: 'string', required: false },
      'derivation-looser Questionnaire.item[0].required',
    ],
    [
      'the length',
      { type: 'string', maxLength: 9 },
      { type: 'string', maxLength: 8 },
      { type: 'string', maxLength: 10 },
      'derivation-looser Questionnaire.item[0].maxLength',
    ],
    [
      'the options',
      { type: 'choice', answerOption: [option('ya'), option('tidak')] },
      { type: 'choice', answerOption: [option('tidak')] },
      { type: 'choice', answerOption: [option('x')] },
      'derivation-option-added Questionnaire.item[0].answerOption[0]',
    ],
  ])('keeps %s of the form it is derived from', (_, before, kept, changed, found) => {
    expect(toErrors(original(before), derived([{ linkId: 'a', ...kept }]))).toEqual([]);
    expect(toErrors(original(before), derived([{ linkId: 'a', ...changed }]))).toEqual([found]);
  });

  test('adds items only where it extends', () => {
    const items = [
      { linkId: 'a', type: 'string' },
      { linkId: 'b', type: 'string' },
    ];
    expect(toErrors(original({ type: 'string' }), derived(items, 'extends'))).toEqual([]);
    expect(toErrors(original({ type: 'string' }), derived(items))).toEqual(['derivation-item-added Questionnaire.item[1]']);
  });

  test('is not compared with a form that is not at hand, or not said how', () => {
    const item = [{ linkId: 'a', type: 'string' }];
    expect(explain(base, derived(item))).toEqual(['warning derivation-unknown Questionnaire.derivedFrom[0]']);
    expect(explain(original({ type: 'text' }), aForm(item, { derivedFrom: [OTHER] }))).toEqual([
      'warning derivation-not-checked Questionnaire.derivedFrom[0]',
    ]);
    expect(explain(original({ type: 'text' }), derived(item, 'inspiredBy'))).toEqual([
      'information derivation-not-checked Questionnaire.derivedFrom[0]',
    ]);
  });
});
