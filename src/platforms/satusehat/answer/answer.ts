import { field, list, text, type Answer } from '../../answer.ts';

/** Reads the id of a resource as FHIR writes ids; empty where there is none, or something that no platform gives as one. */
export function idOf(resource: unknown): string {
  return toId(field(resource, 'id'));
}

/** A FHIR id, or empty: 1 to 64 letters, digits, hyphens and dots (FHIR R4, datatypes). */
export function toId(value: unknown): string {
  return typeof value === 'string' && /^[A-Za-z0-9\-.]{1,64}$/.test(value) ? value : '';
}

/** Resources of one type in a searchset; entries that are consent notices are no results (Postman collections 12 and 19). */
export function resourcesOf(body: unknown, type: string): readonly unknown[] {
  return list(field(body, 'entry'))
    .map((entry) => field(entry, 'resource'))
    .filter((resource) => field(resource, 'resourceType') === type);
}

/** True for a page meant for people: a proxy, the border or a network's sign-in page speaks, not SATUSEHAT. What could be read as JSON is none. */
export function isPage({ body, headers }: Answer): boolean {
  if (typeof body === 'string' && /^\s*</.test(body)) return true;
  return (typeof body !== 'object' || body === null) && /^\s*text\/html\b/i.test(text(headers['content-type']));
}
