import { describe, expect, test } from '@jest/globals';
import { askRule, toCompiled } from './a-rule.ts';
import { fastestOf } from './fastest-of.ts';
import { parse } from '../../src/validate/fhirpath/parse.ts';
import { ExpressionFault } from '../../src/validate/fhirpath/tokens.ts';
import { createRuleCompiler } from '../../src/validate/invariants.ts';

const patient = {
  resourceType: 'Patient',
  id: 'danu',
  active: true,
  _gender: { extension: [{ url: 'http://contoh.id/alasan', valueCode: 'unknown' }] },
  birthDate: '2020-05',
  name: [
    { use: 'official', family: 'Danu', given: ['Ari', null], _given: [null, { id: 'kedua' }] },
    { use: 'nickname', text: 'Ari' },
  ],
  deceasedDateTime: '2021-01-01T10:00:00+07:00',
  multipleBirthInteger: 2,
  managingOrganization: { reference: '#a' },
  contained: [{ resourceType: 'Organization', id: 'a', name: 'Posyandu' }],
};

function ask(expression: string, now = ''): string {
  const rule = toCompiled('Patient', expression);
  return rule === undefined ? 'not compiled' : askRule(rule, patient, patient, now);
}

describe('a compiled rule', () => {
  test.each([
    ['nothing is not true', '{}'],
    ['what is not there is not false either', "maritalStatus.text = 'x'"],
    ['the opposite of nothing is nothing', "(maritalStatus.text = 'x').not()"],
    ['nothing or false is nothing', "maritalStatus.text = 'x' or false"],
    ['true implies nothing is nothing', "active implies maritalStatus.text = 'x'"],
    ['one side unknown leaves xor unknown', "maritalStatus.text = 'x' xor true"],
    ['several values where one is needed are a failure', "name.use = 'official' and name.family.length() > 0 and name.single().exists()"],
    ['a year and month are neither before nor after a day in it', 'birthDate <= @2020-05-01'],
    ['a list is not equal to a longer one', "name.use = 'official'"],
    ['a division by zero is nothing', '1 / 0 = 1'],
    ['a primitive without value is not equal to a text', "gender = 'male'"],
    ['it has no value', 'gender.hasValue()'],
    ['a choice is only of the type it has', 'deceased is boolean'],
    ['a text is found in its own case only', "name.first().family.contains('danu')"],
  ])('does not hold: %s (%s)', (_, expression) => {
    expect(ask(expression)).toBe('fails');
  });

  test.each([
    ['nothing or true is true', "maritalStatus.text = 'x' or true"],
    ['nothing implies true', "maritalStatus.text = 'x' implies true"],
    ['false implies nothing', 'active.not() implies {}'],
    ['what is no boolean is true by being there', 'name.first()'],
    ['dates of other precision differ where they can', 'birthDate < @2020-06-01'],
    ['moments are compared in one zone', 'deceased.as(dateTime) = @2021-01-01T03:00:00Z'],
    ['a primitive with only extensions is there', 'gender.exists()'],
    ['its extensions are found beside it', "gender.extension('http://contoh.id/alasan').value.exists()"],
    ['a padded list counts its places', 'name.given.count() = 2'],
    ['a choice is known by its key', 'multipleBirth is integer and (multipleBirth as integer) = 2'],
    ['of one type are only those values', 'deceased.ofType(boolean).empty()'],
    ['a reference finds what is contained', "managingOrganization.resolve().ofType(Organization).name = 'Posyandu'"],
    ['the members that fulfil a criterion', "name.where(use = 'official').family = 'Danu'"],
    ['a position in a list', "name[1].text = 'Ari' and name.where($index = 0).exists()"],
    ['the root of a rule and the resource', "%resource.id = 'danu' and %context.id = id and Patient.id = id"],
    ['named constants', "%ucum = 'http://unitsofmeasure.org' and %`ext-a`.length() > 40"],
    ['sets', "('a' | 'b' | 'a').count() = 2 and ('a').combine('a').isDistinct().not() and ('a' | 'b').subsetOf('b' | 'a' | 'c')"],
    ['all that stands below', "descendants().where(use = 'nickname').text = 'Ari'"],
    ['conversions', "'12'.toInteger() = 12 and 'x'.toInteger().empty() and '1.5'.convertsToDecimal() and 'y'.toBoolean()"],
    ['texts', "'abc'.substring(1, 1) = 'b' and 'a,b'.replace(',', '') & 'c' = 'abc' and 'abc'.indexOf('c') = 2 and 'aB'.upper() = 'AB'"],
    ['patterns are anchored where they say so', "'xabc'.matches('abc') and 'xabc'.matches('^abc$').not()"],
    ['sums', '0.1 + 0.2 = 0.3 and 7 div 2 = 3 and 7 mod 2 = 1 and -1 < 0'],
    ['membership', "'a' in ('a' | 'b') and ('a' | 'b') contains 'b'"],
    ['a choice of answers', "iif(active, 'ya', 'tidak') = 'ya'"],
    [
      'part of a list',
      'name.tail().count() = 1 and name.skip(1).exists() and name.take(1).use = name.first().use and name.last().text.exists()',
    ],
    ['equivalence forgets the case', "'Ari' ~ 'ari' and 'Ari' !~ 'aru'"],
  ])('holds: %s (%s)', (_, expression) => {
    expect(ask(expression)).toBe('holds');
  });

  test('asks for the present moment only where it was given', () => {
    expect(ask('birthDate < today()')).toBe('rule-not-decided');
    expect(ask('birthDate < today()', '2026-01-02T00:00:00Z')).toBe('holds');
  });

  test('is undecided by a value set that is not held', () => {
    expect(ask("name.first().use.memberOf('http://contoh.id/ValueSet/a')")).toBe('rule-not-decided');
  });

  test('that goes through the data over and over is given up within a second', () => {
    const item = (depth: number): unknown => ({
      linkId: String(depth),
      ...(depth > 0 && { item: Array.from({ length: 6 }, () => item(depth - 1)) }),
    });
    const rule = toCompiled(
      'Questionnaire',
      'descendants().all(%resource.descendants().all(%resource.descendants().all(linkId.empty() or linkId.exists())))',
    );
    const form = { resourceType: 'Questionnaire', item: [item(5)] };
    const { answer, ms } = fastestOf(() => rule && askRule(rule, form));
    expect(answer).toBe('rule-too-costly');
    expect(ms).toBeLessThan(1000);
  });

  test('repeats a step until nothing new comes', () => {
    const form = { resourceType: 'Questionnaire', item: [{ linkId: '1', item: [{ linkId: '1.1', item: [{ linkId: '1' }] }] }] };
    const rule = toCompiled('Questionnaire', 'repeat(item).linkId.isDistinct().not() and repeat(item).count() = 3');
    expect(rule && askRule(rule, form)).toBe('holds');
  });

  test('outside of what is compiled is left to fhirpath.js, with the same answers', () => {
    expect(ask('name.aggregate($total + 1, 0) = 2')).toBe('not compiled');
    expect(askRule(createRuleCompiler()('Patient', 'name.aggregate($total + 1, 0) = 2'), patient)).toBe('holds');
  });
});

describe('an expression', () => {
  test.each(['', 'a.', "a = 'b", 'a b', '(a', '#', '('.repeat(5000), 'a.'.repeat(30_000)])(
    'that is no FHIRPath is refused: %.20s',
    (expression) => {
      expect(() => parse(expression)).toThrow(ExpressionFault);
      expect(toCompiled('Patient', expression)).toBeUndefined();
    },
  );
});
