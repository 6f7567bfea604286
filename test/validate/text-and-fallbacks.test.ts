import { describe, expect, test } from '@jest/globals';
import { loadValidator } from '../../src/validate/load-validator.ts';
import { losesDigits } from '../../src/validate/text/loses-digits.ts';

describe('a JSON number', () => {
  test.each([
    ['0.1', false],
    ['7.20', false],
    ['-36.5', false],
    ['1e300', false],
    ['123456789012345', false],
    ['0.000000000000000000001', false],
    ['100000000000000000000', false],
    ['9007199254740993', true],
    ['0.12345678901234567890', true],
    ['7.2000000000000001776', true],
    ['12345678901234567e-3', true],
    ['1e999', false],
  ])('%s loses digits in a double: %s', (literal, loses) => {
    expect(losesDigits(literal)).toBe(loses);
  });
});

describe('a rule that our compiler does not know', () => {
  const profile = (expression: string): Readonly<Record<string, unknown>> => ({
    ...{ resourceType: 'StructureDefinition', url: 'https://contoh.example/berat', name: 'Berat', status: 'draft', kind: 'resource' },
    ...{
      abstract: false,
      type: 'Observation',
      derivation: 'constraint',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Observation',
    },
    differential: {
      element: [{ id: 'Observation', path: 'Observation', constraint: [{ key: 'b-1', severity: 'error', human: 'Berat', expression }] }],
    },
  });
  const observation = { resourceType: 'Observation', status: 'final', code: { text: 'Berat' }, valueQuantity: { value: 7.2, unit: 'kg' } };

  test.each([
    ["value.exists() or now() = '5 kg'.toQuantity()", 1],
    ['value.exists()', 0],
  ])('%s is run by fhirpath.js, and counted (%s)', async (expression, count) => {
    const validator = (await loadValidator()).with([profile(expression)]);
    expect(validator.fallbacks).toEqual([]);
    expect(validator.isValid(observation, ['https://contoh.example/berat'])).toBe(true);
    expect(validator.fallbacks).toHaveLength(count);
  });
});
