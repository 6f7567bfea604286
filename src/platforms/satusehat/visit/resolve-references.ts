import type { Resource } from '@medplum/fhirtypes';
import { systems } from '../../../fhir/systems.ts';
import { dropReferences } from '../../../map/bundle/drop-references.ts';
import type { Identities } from './identities.ts';

/** What the references of a visit's resources may lead to. */
export interface Reach {
  readonly ids: Identities;
  /** The fullUrl of the person in our own Bundle. */
  readonly patientUrl: string;
  /** The fullUrls of what goes along. */
  readonly going: ReadonlySet<string>;
}

/** The address of what does not go along: never sent. */
const gone = 'urn:tidak-ikut';

/**
 * Finds every reference of a resource, wherever it stands, and makes it one that SATUSEHAT can follow: the person, the place and the nakes by
 * their numbers there, what goes along by its `urn:uuid:`. One that leads elsewhere is taken out. What then is missing is for the caller to judge.
 * `actor`: what a place that did something is there.
 */
export function resolveReferences<T extends Resource>(resource: T, reach: Reach, actor: 'Practitioner' | 'Organization'): T {
  const resolved = resolveIn(resource, (reference) => toTarget(reference, reach, actor)) as T;
  return dropReferences(resolved, (target) => target === gone).resource;
}

interface Found {
  readonly reference?: unknown;
  readonly type?: unknown;
  readonly identifier?: unknown;
}

function resolveIn(node: unknown, resolve: (reference: Found) => unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => resolveIn(item, resolve));
  if (typeof node !== 'object' || node === null) return node;
  if (isReference(node)) return resolve(node);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolveIn(value, resolve)]));
}

/** With an address, or a logical one: the type and a business identifier. */
function isReference(node: object): node is Found {
  if ('reference' in node && typeof node.reference === 'string') return true;
  return !('resourceType' in node) && 'type' in node && typeof node.type === 'string' && 'identifier' in node;
}

function toTarget(reference: Found, reach: Reach, actor: 'Practitioner' | 'Organization'): unknown {
  const target = typeof reference.reference === 'string' ? reference.reference : undefined;
  if (target === undefined) return toPlace(reference, reach.ids, actor);
  if (target.startsWith('#')) return reference;
  if (target === reach.patientUrl) return { reference: `Patient/${reach.ids.patient}` };
  return { reference: reach.going.has(target) ? target : gone };
}

function toPlace({ type, identifier }: Found, ids: Identities, actor: 'Practitioner' | 'Organization'): unknown {
  const isPlace = typeof identifier === 'object' && identifier !== null && 'system' in identifier && identifier.system === systems.place;
  if (!isPlace) return { reference: gone };
  if (type === 'Location') return { reference: `Location/${ids.location.id}`, display: ids.location.name };
  return { reference: actor === 'Practitioner' ? `Practitioner/${ids.practitioner}` : `Organization/${ids.organization}` };
}
