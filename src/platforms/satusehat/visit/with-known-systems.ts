import type { Resource } from '@medplum/fhirtypes';
import { sentTypes } from './sent-types.ts';

/** A resource whose concepts hold codes of the systems alone that SATUSEHAT takes there; a concept without one keeps its words. */
export function withKnownSystems<T extends Resource>(resource: T): T {
  const systems = new Map(Object.entries(sentTypes[resource.resourceType]?.systems ?? {}));
  const narrowed = Object.entries(resource).map(([name, value]) => [name, toNarrowed(value, systems.get(name))] as const);
  return Object.fromEntries(narrowed) as unknown as T;
}

function toNarrowed(concept: unknown, systems: readonly string[] | undefined): unknown {
  if (systems === undefined || typeof concept !== 'object' || concept === null || !('coding' in concept)) return concept;
  const { coding, ...rest } = concept;
  const kept = (Array.isArray(coding) ? coding : []).filter((each: { readonly system?: string }) => systems.includes(each.system ?? ''));
  return kept.length === 0 ? rest : { ...rest, coding: kept };
}
