/** An HTTP answer as it came, before anything is understood of it. `body` is parsed where it was JSON, else text. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Reads one property of an unknown value; undefined where there is none. */
export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** Reads a list of unknown values; empty where there is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads a text; empty where there is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

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
