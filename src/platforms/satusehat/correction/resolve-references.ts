import type { Resource } from '@medplum/fhirtypes';
import { dropReferences } from '../../../map/bundle/drop-references.ts';

/** What SATUSEHAT calls a resource of the same visit, by our resource id: `Condition/1f2…`; undefined where it does not hold it. */
export type RealReference = (resourceId: string) => string | undefined;

const inside = 'urn:uuid:';

/** Our ids of the resources of its visit that a resource refers to. */
export function referencesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'reference' && typeof child === 'string' && child.startsWith(inside) ? [child.slice(inside.length)] : referencesOf(child),
  );
}

/** A resource of a transaction as it is sent alone: what it refers to within its visit goes by the ids SATUSEHAT gave; what is not there is not referred to. */
export function resolveReferences<T extends Resource>(resource: T, real: RealReference): T {
  const whole = dropReferences(resource, (target) => target.startsWith(inside) && real(target.slice(inside.length)) === undefined).resource;
  return resolve(whole, real) as T;
}

function resolve(value: unknown, real: RealReference): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, real));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]: [string, unknown]) => {
      const ours = key === 'reference' && typeof child === 'string' && child.startsWith(inside);
      return [key, ours ? real(child.slice(inside.length)) : resolve(child, real)];
    }),
  );
}
