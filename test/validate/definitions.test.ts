import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { correctDefinition } from '../../src/validate/corrections.ts';
import { isObject, toObjects } from '../../src/validate/json.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { OWN_DOMAIN } from '../../src/validate/build-validators.ts';
import { validationCatalogue } from '../../src/validate/catalogue/catalogue.ts';
import { compileDefinitions } from '../../src/validate/compile-definitions.ts';
import { base, compile, toErrors, toValidator } from './a-validator.ts';

const compiled = compile();
const validator = toValidator(compiled);

describe('base R4', () => {
  test('every resource type of R4 4.0.1 is compiled, two of them abstract', () => {
    const resources = compiled.ir.filter((profile) => profile.kind === 'resource');
    expect(resources).toHaveLength(148);
    expect(resources.filter((profile) => profile.abstract).map((profile) => profile.type)).toEqual(['DomainResource', 'Resource']);
    expect(compiled.manifest.resourceTypes).not.toContain('SubscriptionStatus');
  });

  test('every resource type has both paths', () => {
    for (const resourceType of compiled.manifest.resourceTypes) {
      const resource = { resourceType, tidakAda: 1 };
      expect(validator.isValid(resource)).toBe(false);
      expect(toErrors(validator, resource)).toContain(`element-unknown ${resourceType}.tidakAda`);
    }
  });

  test('the intermediate form is below a megabyte compressed', () => {
    expect(gzipSync(JSON.stringify(compiled.ir)).length).toBeLessThan(1_000_000);
  });

  test('the same definitions give the same bytes in whatever order they come', () => {
    const again = compileDefinitions({ base: [...base].reverse(), own: [], ownDomain: OWN_DOMAIN });
    const first = compileDefinitions({ base, own: [], ownDomain: OWN_DOMAIN });
    expect(again.modules).toEqual(first.modules);
    expect(again.manifest).toEqual(first.manifest);
  });

  test.each([
    ['Meta', 'Meta.project'],
    ['Binary', 'Binary.url'],
    ['ResearchStudy', 'ResearchStudy.label.type'],
    ['DeviceDefinition', 'DeviceDefinition.classification.type'],
    ['ObservationDefinition', 'ObservationDefinition.publisher'],
    ['EvidenceVariable', 'EvidenceVariable.characteristic.linkId'],
  ])('%s has no %s', (type, path) => {
    const original = base.find((each) => each['resourceType'] === 'StructureDefinition' && each['id'] === type) ?? {};
    expect(paths(original)).toContain(path);
    expect(paths(correctDefinition(original) ?? {})).not.toContain(path);
  });

  test('an EvidenceVariable of official R4 holds', () => {
    const characteristic = { definitionCodeableConcept: { text: 'x' }, groupMeasure: 'mean', timeFromStart: { value: 1, unit: 'd' } };
    expect(toErrors(validator, { resourceType: 'EvidenceVariable', status: 'draft', characteristic: [characteristic] })).toEqual([]);
    expect(toErrors(validator, { resourceType: 'EvidenceVariable', status: 'draft' })).toEqual([
      'cardinality-min EvidenceVariable.characteristic',
    ]);
  });
});

describe('the catalogue', () => {
  test.each(Object.entries(validationCatalogue))('%s says everything in both languages', (code, entry) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const part of [entry.title, entry.says, entry.meaning, entry.remedy]) {
      expect(part.id.length * part.en.length).toBeGreaterThan(0);
      expect((part.id.match(/\{(expected|came)\}/g) ?? []).sort()).toEqual((part.en.match(/\{(expected|came)\}/g) ?? []).sort());
    }
  });

  test('every code that generated checks give has its page', () => {
    const sources = Object.values(compiled.modules).join('');
    const codes = new Set([...sources.matchAll(/c\.add\(\{ code: "([a-z-]+)"/g)].map((match) => match[1] ?? ''));
    expect(codes.size).toBeGreaterThan(10);
    expect([...codes].filter((code) => !(code in validationCatalogue))).toEqual([]);
  });
});

function paths(definition: JsonObject): readonly unknown[] {
  return isObject(definition['snapshot']) ? toObjects(definition['snapshot']['element']).map((element) => element['path']) : [];
}
