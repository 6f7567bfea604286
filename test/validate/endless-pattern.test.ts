import { describe, expect, test } from '@jest/globals';
import { isEndless } from '../../src/validate/fhirpath/endless-pattern.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';

describe('a pattern', () => {
  test.each(['(a+)+$', '(a|a)*', '(\\.\\.*)*', '(?:x*)*y', '(\\.[.a]*)*', '(a)\\1*', '((a*)b?)+'])('%s may run without end', (pattern) => {
    expect(isEndless(pattern)).toBe(true);
  });

  test.each(['[A-Z]([A-Za-z0-9_]){0,254}', '[a-z]+(\\.[a-z][a-z0-9]*(\\[x])?)*', '(ab)*', '([0-9]{4})+', '^\\S+@\\S+$', '(a+)(b+)'])(
    '%s comes to an end',
    (pattern) => {
      expect(isEndless(pattern)).toBe(false);
    },
  );
});

test.each([
  "name.family.matches('(a+)+$')",
  "name.family.replaceMatches('(a+)+$', '') = 'b'",
  '(1 | 2).repeat($this | ($this + 1)).count() > 0',
])('a rule that could run without end is left undecided at once: %s', async (expression) => {
  const constraint = [{ key: 'uji-1', severity: 'error', human: 'x', expression }];
  const url = 'https://contoh.example/StructureDefinition/uji';
  const profile = {
    ...{ resourceType: 'StructureDefinition', url, type: 'Patient', kind: 'resource', derivation: 'constraint' },
    ...{
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
      snapshot: { element: [{ id: 'Patient', path: 'Patient', constraint }] },
    },
  };
  const validator = (await loadValidator()).with([profile]);
  const patient = { resourceType: 'Patient', name: [{ family: `${'a'.repeat(60)}!` }] };
  const started = performance.now();
  expect(validator.judge(patient, [url])).toBe('ok');
  expect(validator.validate(patient, [url]).undecided.map(({ reason }) => reason)).toEqual(['rule-not-decided']);
  expect(performance.now() - started).toBeLessThan(2000);
});
