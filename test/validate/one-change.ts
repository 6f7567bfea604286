import fc from 'fast-check';

type Place = readonly (string | number)[];

/** What is done to one place: the value that stands there becomes another, or goes. */
interface Change {
  readonly fits: (old: unknown, at: Place) => boolean;
  readonly change: (old: unknown) => unknown;
}

/** Any resource of these with one change, of which some are meant to be harmless, some doubtful and some wrong. The verdict is the validator's. */
export function oneChangeIn(resources: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(...resources)
    .chain((resource) => fc.oneof(...kinds).chain((kind) => toChanged(resource, kind)))
    .map((changed) => JSON.parse(JSON.stringify(changed ?? null)) as unknown);
}

function toChanged(resource: unknown, { fits, change }: Change): fc.Arbitrary<unknown> {
  const fitting = toPlaces(resource).filter(({ at, value }) => fits(value, at));
  const places = fitting.length > 0 ? fitting : [{ at: [], value: resource }];
  return fc.constantFrom(...places).map(({ at }) => replace(resource, at, change));
}

/** Every place in a JSON value where something can be changed. */
function toPlaces(value: unknown, at: Place = []): readonly { readonly at: Place; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ at, value }];
  const inner = Object.entries(value).flatMap(([key, each]) => toPlaces(each, [...at, Array.isArray(value) ? Number(key) : key]));
  return [{ at, value }, ...inner];
}

function replace(value: unknown, [key, ...rest]: Place, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? replace(item, rest, change) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: replace(object[key], rest, change) };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const isResource = (value: unknown): boolean => isObject(value) && 'resourceType' in value;
const isElement = (value: unknown): boolean => isObject(value) && !isResource(value);
const always = (): boolean => true;
const withMeta = (more: object) => (old: unknown) => {
  const resource = old as { readonly meta?: object };
  return { ...resource, meta: { ...resource.meta, ...more } };
};
const withProfile = (url: string) => (old: unknown) => {
  const resource = old as { readonly meta?: { readonly profile?: readonly string[] } };
  return { ...resource, meta: { ...resource.meta, profile: [...(resource.meta?.profile ?? []), url] } };
};

const FREE_TEXTS = new Set<unknown>(['text', 'title', 'description', 'conclusion', 'patientInstruction', 'city', 'state', 'family']);
const isFreeText = (value: unknown, at: Place): boolean => typeof value === 'string' && FREE_TEXTS.has(at.at(-1));

const harmless: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>({ fits: (value) => isElement(value), change: (old) => ({ ...(old as object), id: 'a' }) }),
  fc.string({ minLength: 1 }).map((text): Change => ({ fits: isFreeText, change: () => `Kata ${text.replaceAll(/[<>&\p{C}]/gu, '')}.` })),
  fc
    .constantFrom({ versionId: '2' }, { lastUpdated: '2026-08-01T02:00:00Z' }, { source: 'https://posyandu.id/berkas' })
    .map((more): Change => ({ fits: (value, at) => isResource(value) && !at.includes('contained'), change: withMeta(more) })),
  fc
    .constantFrom('id', 'id-ID', 'en')
    .map((language): Change => ({ fits: isResource, change: (old) => ({ ...(old as object), language }) })),
);

const doubtful: fc.Arbitrary<Change> = fc.oneof(
  fc
    .constantFrom('https://rs.id/fhir/StructureDefinition/a', 'https://fhir.kemkes.go.id/r4/StructureDefinition/b')
    .map((url): Change => ({ fits: isResource, change: withProfile(url) })),
  fc.webUrl().map((system): Change => ({
    fits: (value, at) => isResource(value) && !at.includes('contained'),
    change: withMeta({ security: [{ system, code: 'rahasia' }] }),
  })),
);

const wrong: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>({ fits: (_, at) => at.length > 0, change: () => undefined }),
  fc.jsonValue({ maxDepth: 2 }).map((value): Change => ({ fits: always, change: () => value })),
  fc
    .constantFrom('', 'x y', '2026-02-30', 'female', 'https://titian.dev/fhir/ilp/x', 'http://x/y', 'Practitioner/1', 'kg')
    .map((text): Change => ({ fits: (value) => typeof value === 'string', change: () => text })),
  fc.constant<Change>({ fits: always, change: (old) => [old] }),
  fc.constant<Change>({ fits: isElement, change: (old) => ({ ...(old as object), extension: [{ url: 'http://x', valueCode: 'a' }] }) }),
  fc.constant<Change>({ fits: isObject, change: (old) => ({ ...(old as object), _status: { id: 'a' }, tambahan: 1 }) }),
  fc.constant<Change>({
    fits: (value) => Array.isArray(value),
    change: (old) => [...(old as readonly unknown[]), ...(old as readonly unknown[])],
  }),
);

/** A value of another type beside the one that is there. */
const second = fc
  .constantFrom(
    ['value', 'valueString'],
    ['onset', 'onsetString'],
    ['occurrence', 'occurrenceString'],
    ['performed', 'performedString'],
    ['effective', 'effectiveInstant'],
    ['medication', 'medicationCodeableConcept'],
  )
  .map(([stem = '', key = '']): Change => ({
    fits: (value) => isObject(value) && Object.keys(value).some((each) => each.startsWith(stem) && each.length > stem.length),
    change: (old) => ({ ...(old as object), [key]: key.endsWith('Concept') ? { text: 'a' } : '2026-08-01T02:00:00Z' }),
  }));

// A change that is meant to be wrong is often harmless, so there are more of them.
const kinds = [
  { weight: 16, arbitrary: harmless },
  { weight: 34, arbitrary: doubtful },
  { weight: 46, arbitrary: wrong },
  { weight: 4, arbitrary: second },
];
