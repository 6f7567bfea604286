import { printed, type JsonObject } from './json.ts';
import { asksRealNik, refuseRealNik } from './nik-guard.ts';
import { refusal, refuse, simulationTag, type Answer } from './refusal.ts';
import type { StoredRecord } from './resource-store.ts';
import { storedTypes } from './stored-types.ts';
import type { Call, World } from './world.ts';

/** How a search parameter is looked up: as a key of the index, as a reference to a type, as a beginning of a name, or as a date. */
type Lookup = 'token' | `reference:${string}` | 'name' | 'date' | 'ignored';

const everywhere: Readonly<Record<string, Lookup>> = { _count: 'ignored', _page_token: 'ignored', _sort: 'ignored', _id: 'token' };
const clinical: Readonly<Record<string, Lookup>> = {
  ...everywhere,
  identifier: 'token',
  subject: 'reference:Patient',
  patient: 'reference:Patient',
  date: 'date',
  status: 'token',
};
const withEncounter: Readonly<Record<string, Lookup>> = { ...clinical, encounter: 'reference:Encounter', code: 'token' };

const parameters: Readonly<Record<string, Readonly<Record<string, Lookup>>>> = {
  Encounter: { ...clinical, 'service-provider': 'reference:Organization' },
  Condition: withEncounter,
  Observation: withEncounter,
  Procedure: withEncounter,
  QuestionnaireResponse: { ...clinical, encounter: 'reference:Encounter', questionnaire: 'token' },
  Immunization: { ...clinical, 'vaccine-code': 'token', vaccineCode: 'token' },
  EpisodeOfCare: { ...clinical, type: 'token', organization: 'reference:Organization' },
  RelatedPerson: clinical,
  Organization: {
    ...everywhere,
    identifier: 'token',
    name: 'name',
    partof: 'reference:Organization',
    type: 'token',
    _revinclude: 'ignored',
  },
  Location: { ...everywhere, identifier: 'token', name: 'name', organization: 'reference:Organization', _revinclude: 'ignored' },
};

const pageLimit = 1000;

/** Answers `GET /{Type}?...`; a search without any criterion is refused, as the platform refuses it. */
export function searchResources(world: World, type: string, call: Call): Answer {
  const known = parameters[type];
  if (known === undefined || !storedTypes.includes(type)) return invalidQuery(`unknown resource type ${type}`);
  const asked = [...call.query].map(([parameter, value]) => ({ parameter, value, lookup: known[parameter] }));
  const strange = asked.find(({ lookup }) => lookup === undefined);
  if (strange !== undefined) return invalidQuery(`unknown search parameter ${strange.parameter}`);
  if (asked.some(({ value }) => asksRealNik(value))) return refuseRealNik();
  if (asked.every(({ lookup }) => lookup === 'ignored' || lookup === 'date'))
    return refuse(400, refusal('value', `Missing query parameters: ${'subject' in known ? 'subject' : 'identifier'}`));
  const keys = asked.flatMap(({ parameter, value, lookup }) => toKeys(parameter, value, lookup));
  const found = world.store
    .search(type, keys)
    .filter((record) => asked.every(({ parameter, value, lookup }) => matches(record, { parameter, value, lookup })));
  return { status: 200, body: toSearchset(world, type, call, found) };
}

/** Refuses a search the FHIR store does not understand. */
export function invalidQuery(diagnostics: string): Answer {
  return refuse(400, { ...refusal('value', 'invalid_query'), diagnostics });
}

/** The frame of every search answer; `total` counts all matches, the entries are one page. */
export function searchset(
  base: string,
  path: string,
  call: Call,
  page: { readonly total: number; readonly resources: readonly JsonObject[]; readonly next?: string },
): JsonObject {
  const url = `${base}/${path}/?${call.query.toString()}`;
  const links = ['search', 'first', 'self'].map((relation) => ({ relation, url }));
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    meta: { tag: [simulationTag] },
    total: page.total,
    link: page.next === undefined ? links : [...links, { relation: 'next', url: page.next }],
    // As observed: without a match the list may be missing altogether.
    ...(page.resources.length === 0
      ? {}
      : {
          entry: page.resources.map((resource) => ({
            fullUrl: `${base}/${path}/${printed(resource['id'])}`,
            resource,
            search: { mode: 'match' },
          })),
        }),
  };
}

interface Asked {
  readonly parameter: string;
  readonly value: string;
  readonly lookup: Lookup | undefined;
}

function toKeys(parameter: string, value: string, lookup: Lookup | undefined): readonly string[] {
  if (lookup === 'token') return parameter === '_id' ? [] : [`${parameter === 'vaccineCode' ? 'vaccine-code' : parameter}=${value}`];
  if (lookup?.startsWith('reference:') !== true) return [];
  const target = lookup.slice('reference:'.length);
  return [`${parameter === 'patient' ? 'subject' : parameter}=${value.includes('/') ? value : `${target}/${value}`}`];
}

function matches(record: StoredRecord, { parameter, value, lookup }: Asked): boolean {
  if (parameter === '_id') return record.id === value;
  if (lookup === 'name') return record.keys.some((key) => key.startsWith(`name=${value.toLowerCase()}`));
  return lookup !== 'date' || matchesDate(record.instant, value);
}

const comparisons: Readonly<Record<string, (have: string, want: string) => boolean>> = {
  eq: (have, want) => have === want,
  ne: (have, want) => have !== want,
  ge: (have, want) => have >= want,
  le: (have, want) => have <= want,
  gt: (have, want) => have > want,
  lt: (have, want) => have < want,
  sa: (have, want) => have > want,
  eb: (have, want) => have < want,
};

/** Compares like FHIR R4 3.1.1.4.5 with the precision that was asked: `2025-08-12` is the whole UTC day. */
function matchesDate(instant: string | undefined, asked: string): boolean {
  const compare = comparisons[asked.slice(0, 2)] ?? comparisons['eq'];
  const want = (asked.slice(0, 2) in comparisons ? asked.slice(2) : asked).slice(0, 19);
  return instant !== undefined && compare?.(instant.slice(0, want.length), want) === true;
}

function toSearchset(world: World, type: string, call: Call, found: readonly StoredRecord[]): JsonObject {
  const count = Math.min(Math.max(Number(call.query.get('_count') ?? 100) || 100, 1), pageLimit);
  const offset = Math.max(Number(call.query.get('_page_token') ?? 0) || 0, 0);
  const resources = found.slice(offset, offset + count).map((record) => world.store.read(record));
  const after = new URLSearchParams(call.query);
  after.set('_page_token', String(offset + count));
  const more = found.length > offset + count ? { next: `${call.base}/${type}/?${after.toString()}` } : {};
  return searchset(call.base, type, call, { total: found.length, resources, ...more });
}
