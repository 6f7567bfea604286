/** R4 http.html: a RESTful address is `[base]/[type]/[id]`, with `/_history/[version]` where one version is meant. */
export interface RestfulAddress {
  readonly type: string;
  readonly id: string;
}

const ID = /^[A-Za-z0-9\-.]{1,64}$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:[^ ]+$/;
const PARAMETER = /^[_a-zA-Z][_a-zA-Z0-9.:-]*=[^=]*$/;

/** True for an address with a scheme (`http:`, `urn:` and others) and something behind it. */
export function isAbsoluteUri(text: string): boolean {
  return SCHEME.test(text);
}

/** Reads a RESTful address, relative or below http; undefined for anything else. */
export function toRestfulAddress(text: string, types: ReadonlySet<string>): RestfulAddress | undefined {
  if (isAbsoluteUri(text) && !text.startsWith('http')) return undefined;
  const parts = text.split('/');
  const [type, id] = parts.slice(isVersioned(parts) ? -4 : -2);
  if (type === undefined || id === undefined || !types.has(type) || !ID.test(id)) return undefined;
  return { type, id };
}

function isVersioned(parts: readonly string[]): boolean {
  return parts.length >= 4 && parts.at(-2) === '_history';
}

/** The type of resource a literal reference names by its form alone; empty where it names none. */
export function toNamedType(reference: string, types: ReadonlySet<string>): string {
  const parts = reference.split('/');
  const type = parts.at(isVersioned(parts) ? -4 : -2) ?? '';
  return types.has(type) ? type : '';
}

/** R4 http.html#trules: a conditional reference is `[type]?[name]=[value]&…`. */
export function isSearch(reference: string, types: ReadonlySet<string>): boolean {
  const mark = reference.indexOf('?');
  if (mark < 0 || !types.has(reference.slice(0, mark))) return false;
  const query = reference.slice(mark + 1);
  return query.split('&').every((parameter) => PARAMETER.test(parameter));
}

/** True when the part before the question mark is a type of resource: the reference is meant as conditional. */
export function isConditional(reference: string, types: ReadonlySet<string>): boolean {
  const mark = reference.indexOf('?');
  return mark > 0 && types.has(reference.slice(0, mark));
}

/** The address of the server or set an entry's fullUrl belongs to, such as `http://host/fhir/` or `urn:uuid:`. */
export function toBaseOf(fullUrl: string): string {
  if (fullUrl.startsWith('urn')) return fullUrl.slice(0, fullUrl.lastIndexOf(':') + 1);
  const last = fullUrl.lastIndexOf('/');
  return fullUrl.slice(0, fullUrl.lastIndexOf('/', last - 1) + 1);
}
