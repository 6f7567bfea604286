import { comparesTo, readSpan } from './date-range.ts';
import { hiddenEntry } from './faults/spoil-answer.ts';
import { printed, type Json, type JsonObject } from './json.ts';
import { asksRealNik, refuseRealNik } from './nik-guard.ts';
import { refusal, refuse, simulationTag, type Answer } from './refusal.ts';
import type { StoredRecord } from './resource-store.ts';
import { missingBeside, parametersOf, type Lookup } from './search-parameters.ts';
import type { Call, World } from './world.ts';

const pageLimit = 1000;

interface Asked {
  readonly parameter: string;
  readonly value: string;
  readonly lookup: Lookup;
}

/** Answers `GET /{Type}?...`; a search without any criterion, or by anything nobody was seen to ask by, is refused. */
export function searchResources(world: World, type: string, call: Call): Answer {
  const read = readAsked(world, type, call);
  if ('status' in read) return read;
  const tests = read.asked.map(toTest);
  if (tests.includes(undefined)) return invalidQuery('invalid date');
  const found = world.store
    .search(
      type,
      read.asked.flatMap((one) => toKeys(one)),
    )
    .filter((record) => tests.every((test) => test?.(record) === true));
  return { status: 200, body: toSearchset(world, type, call, inOrder(found, call.query.get('_sort'))) };
}

/** Refuses a search the FHIR store does not understand. */
export function invalidQuery(diagnostics: string): Answer {
  return refuse(400, { ...refusal('value', 'invalid_query'), diagnostics });
}

/** One page of what a search found. */
interface Page {
  readonly total: number;
  readonly resources: readonly JsonObject[];
  readonly next?: string;
  /** Whether a resource of the page is hidden for lack of consent. */
  readonly isHidden?: (resource: JsonObject) => boolean;
}

/** The frame of every search answer; `total` counts all matches, the entries are one page. */
export function searchset(base: string, path: string, call: Call, page: Page): JsonObject {
  const url = `${base}/${path}/?${call.query.toString()}`;
  const links = ['search', 'first', 'self'].map((relation) => ({ relation, url }));
  const entry = page.resources.map((resource): Json => {
    const shown = { fullUrl: `${base}/${path}/${printed(resource['id'])}`, resource, search: { mode: 'match' } };
    return page.isHidden?.(resource) === true ? hiddenEntry(shown) : shown;
  });
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    meta: { tag: [simulationTag] },
    total: page.total,
    link: page.next === undefined ? links : [...links, { relation: 'next', url: page.next }],
    // As observed: without a match the list may be missing altogether.
    ...(entry.length === 0 ? {} : { entry }),
  };
}

function readAsked(world: World, type: string, { query }: Call): Answer | { readonly asked: readonly Asked[] } {
  const known = parametersOf(type, world.settings.current.looseSearches);
  if (known === undefined) return invalidQuery(`no search of ${type} was ever seen`);
  const strange = [...query.keys()].find((parameter) => !Object.hasOwn(known, parameter));
  if (strange !== undefined) return invalidQuery(`unknown search parameter ${strange}`);
  const asked = [...query].map(([parameter, value]) => ({ parameter, value, lookup: known[parameter] ?? 'ignored' }));
  if (asked.some(({ value }) => asksRealNik(value))) return refuseRealNik();
  const bare = asked.every(({ lookup }) => lookup === 'ignored' || lookup === 'date');
  const missing = bare ? ('subject' in known ? 'subject' : 'identifier') : missingBeside(type, new Set(query.keys()));
  return missing === undefined ? { asked } : refuse(400, refusal('value', `Missing query parameters: ${missing}`));
}

const keyNames: Readonly<Record<string, string>> = { patient: 'subject', vaccineCode: 'vaccine-code' };

function toKeys({ parameter, value, lookup }: Asked): readonly string[] {
  const key = keyNames[parameter] ?? parameter;
  if (lookup === 'token') return [`${key}=${value}`];
  if (!lookup.startsWith('reference:')) return [];
  return [`${key}=${value.includes('/') ? value : `${lookup.slice('reference:'.length)}/${value}`}`];
}

/** What a record must pass beside its keys; undefined where the question cannot be read. */
function toTest({ value, lookup }: Asked): ((record: StoredRecord) => boolean) | undefined {
  if (lookup === 'name') return ({ keys }) => keys.some((key) => key.startsWith(`name=${value.toLowerCase()}`));
  if (lookup !== 'date' && lookup !== 'last-updated') return () => true;
  const compare = comparesTo(value);
  if (compare === undefined) return undefined;
  return (record) => compare(lookup === 'date' ? record.span : readSpan(record.lastUpdated));
}

/** Oldest first as stored; `_sort` was seen with what was changed last. */
function inOrder(found: readonly StoredRecord[], sort: string | null): readonly StoredRecord[] {
  if (sort !== '_lastUpdated' && sort !== '-_lastUpdated') return found;
  const sorted = found.toSorted((a, b) => a.lastUpdated.localeCompare(b.lastUpdated));
  return sort.startsWith('-') ? sorted.reverse() : sorted;
}

function toSearchset(world: World, type: string, call: Call, found: readonly StoredRecord[]): JsonObject {
  const count = Math.min(Math.max(Number(call.query.get('_count') ?? 100) || 100, 1), pageLimit);
  const offset = Math.max(Number(call.query.get('_page_token') ?? 0) || 0, 0);
  const resources = found.slice(offset, offset + count).map((record) => world.store.read(record));
  const after = new URLSearchParams(call.query);
  after.set('_page_token', String(offset + count));
  const more = found.length > offset + count ? { next: `${call.base}/${type}/?${after.toString()}` } : {};
  const isHidden = (resource: JsonObject): boolean => world.consents.forbids(resource);
  return searchset(call.base, type, call, { total: found.length, resources, isHidden, ...more });
}
