import { toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** Definitions by type and canonical: profiles, value sets, code systems, questionnaires, as they were handed in. */
export interface DefinitionIndex {
  /** The one a canonical names: of the version it asks for, else the newest; undefined when there is none. */
  readonly find: (resourceType: string, canonical: string) => JsonObject | undefined;
  /** Every definition of a type, in the order of being handed in. */
  readonly all: (resourceType: string) => readonly JsonObject[];
}

/** Puts definitions in order for look-ups by canonical; those without a url cannot be named and are left out. Of equals, the last counts. */
export function createDefinitionIndex(definitions: readonly JsonObject[]): DefinitionIndex {
  const types = new Map<string, Map<string, JsonObject[]>>();
  for (const definition of definitions) {
    const [type, url] = [toText(definition['resourceType']), toText(definition['url'])];
    if (url === '') continue;
    const urls = types.get(type) ?? new Map<string, JsonObject[]>();
    const known = urls.get(url) ?? [];
    known.push(definition);
    types.set(type, urls.set(url, known));
  }
  return {
    find: (type, canonical) => {
      const urls = types.get(type);
      if (urls === undefined) return undefined;
      const [url = '', version] = canonical.split('|');
      const known = urls.get(url) ?? [];
      return version === undefined || version === '' ? toNewest(known) : toNewest(known.filter((each) => isVersion(each, version)));
    },
    all: (type) => [...(types.get(type)?.values() ?? [])].flat(),
  };
}

/** `4.0` also means the newest of `4.0.x`; a definition without a version answers to none. */
function isVersion(definition: JsonObject, version: string): boolean {
  const own = toText(definition['version']);
  return own === version || own.startsWith(`${version}.`);
}

function toNewest(definitions: readonly JsonObject[]): JsonObject | undefined {
  return definitions.reduce<JsonObject | undefined>((best, each) => (best === undefined || !isOlder(each, best) ? each : best), undefined);
}

function isOlder(left: JsonObject, right: JsonObject): boolean {
  return compareVersions(toText(left['version']), toText(right['version'])) < 0;
}

/** Compares versions part by part, numbers as numbers; what comes before the release (`1.0.0-draft`) is older than it (semver 2.0.0, 11). */
export function compareVersions(left: string, right: string): number {
  const [leftRelease = '', ...leftDraft] = left.split('-');
  const [rightRelease = '', ...rightDraft] = right.split('-');
  const order = compareParts(leftRelease, rightRelease);
  if (order !== 0) return order;
  if (leftDraft.length === 0 || rightDraft.length === 0) return rightDraft.length - leftDraft.length;
  return compareParts(leftDraft.join('-'), rightDraft.join('-'));
}

function compareParts(left: string, right: string): number {
  const [lefts, rights] = [left.split('.'), right.split('.')];
  for (let at = 0; at < Math.max(lefts.length, rights.length); at++) {
    const order = comparePart(lefts[at] ?? '', rights[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(left: string, right: string): number {
  const [leftNumber, rightNumber] = [Number(left), Number(right)];
  if (left !== '' && right !== '' && !Number.isNaN(leftNumber) && !Number.isNaN(rightNumber)) return leftNumber - rightNumber;
  return left === right ? 0 : left < right ? -1 : 1;
}
