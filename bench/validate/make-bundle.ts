import type { JsonObject } from '../../src/validate/json.ts';
import { isObject, toText } from '../../src/validate/json.ts';
import type { TimedResource } from './read-set.ts';

/** How many resources belong to one visit: the Bundle a puskesmas sends at once. */
const VISIT = 20;

/** Writes a transaction of so many entries: visits of twenty resources, each with ids and addresses of its own, referring to one another. */
export function makeBundle(set: readonly TimedResource[], entries: number): string {
  const resources = toVisit(set);
  const visits = Array.from({ length: Math.ceil(entries / VISIT) }, (_, visit) => toEntries(resources, visit));
  return JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: visits.flat().slice(0, entries) });
}

/** The first of every type, then more of what is there, up to a visit. */
function toVisit(set: readonly TimedResource[]): readonly JsonObject[] {
  const first = set.filter(({ resourceType }, at) => set.findIndex((each) => each.resourceType === resourceType) === at);
  const more = set.filter((each) => !first.includes(each));
  return [...first, ...more].slice(0, VISIT).map(({ text }) => JSON.parse(text) as JsonObject);
}

function toEntries(resources: readonly JsonObject[], visit: number): readonly object[] {
  const addresses = resources.map((_, at) => toUuid(visit * VISIT + at));
  const byType = new Map<string, string>();
  resources.forEach(({ resourceType }, at) => {
    const type = toText(resourceType);
    if (!byType.has(type)) byType.set(type, addresses[at] ?? '');
  });
  return resources.map((resource, at) => ({
    fullUrl: addresses[at],
    resource: { ...(readdress(resource, byType) as JsonObject), id: `${toText(resource['id'])}-${visit}` },
    request: { method: 'POST', url: toText(resource['resourceType']) },
  }));
}

/** Refers to the entry of that type in the same visit; what is not in it stays as it is. */
function readdress(value: unknown, byType: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => readdress(item, byType));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const address = key === 'reference' && typeof inner === 'string' ? byType.get(inner.slice(0, inner.indexOf('/'))) : undefined;
      return [key, address ?? readdress(inner, byType)];
    }),
  );
}

function toUuid(at: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
}
