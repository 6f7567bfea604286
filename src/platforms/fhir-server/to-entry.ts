import type { BundleEntry, Resource } from '@medplum/fhirtypes';
import { toFullUrl } from '../../fhir/reference.ts';
import { toIdentifierQuery } from './systems.ts';

/** By what a resource is found again on the server. */
export interface Numbered {
  readonly system: string;
  readonly value: string;
}

/** Types that R4 gives no identifier: they cannot be found again and are not sent. */
const withoutIdentifier: ReadonlySet<string> = new Set([
  'Provenance',
  'AuditEvent',
  'Binary',
  'OperationOutcome',
  'Parameters',
  'Subscription',
]);
/** Types whose identifier is one and no list (R4). */
const singleIdentifier: ReadonlySet<string> = new Set(['QuestionnaireResponse', 'Composition', 'Bundle']);

export function isFindable({ resourceType }: Resource): boolean {
  return !withoutIdentifier.has(resourceType);
}

/**
 * An entry that creates a resource where the server has none of that identifier, and changes it where it has: sent twice it has one effect
 * (conditional update, R4 3.1.0.4.3). The server gives its own id; ours is the fullUrl and the identifier.
 */
export function toUpsert(resource: Resource, { system, value }: Numbered, entryId: string = value): BundleEntry {
  const { id: _id, ...body } = resource;
  return {
    fullUrl: toFullUrl(entryId),
    resource: withIdentifier(body, { system, value }),
    request: { method: 'PUT', url: `${resource.resourceType}?${toIdentifierQuery(system, value)}` },
  };
}

function withIdentifier(resource: Resource, own: Numbered): Resource {
  if (singleIdentifier.has(resource.resourceType)) return { ...resource, identifier: own } as unknown as Resource;
  const others = 'identifier' in resource && Array.isArray(resource.identifier) ? (resource.identifier as readonly unknown[]) : [];
  return { ...resource, identifier: [...others, own] } as unknown as Resource;
}
