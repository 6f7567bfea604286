import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { spend } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { BARE, NONE, value } from './values.ts';

/** A compiled part of an expression, asked of one member of a collection. */
export type Part<Result> = (item: unknown, index: number, around: Surroundings) => Result;

/** The members a criterion is true of. */
export function where(items: readonly unknown[], criterion: Part<boolean>, around: Surroundings): readonly unknown[] {
  spend(around, items.length);
  return items.filter((item, at) => criterion(item, at, around));
}

/** Whether a criterion is true of any member. */
export function some(items: readonly unknown[], criterion: Part<boolean>, around: Surroundings): boolean {
  spend(around, items.length);
  for (let at = 0; at < items.length; at++) if (criterion(items[at], at, around)) return true;
  return false;
}

/** Whether a criterion is true of all members. */
export function every(items: readonly unknown[], criterion: Part<boolean>, around: Surroundings): boolean {
  spend(around, items.length);
  for (let at = 0; at < items.length; at++) if (!criterion(items[at], at, around)) return false;
  return true;
}

/** What a projection makes of each member, in one collection. */
export function flat(items: readonly unknown[], project: Part<unknown>, around: Surroundings): readonly unknown[] {
  if (items.length === 0) return NONE;
  spend(around, items.length);
  const found: unknown[] = [];
  for (let at = 0; at < items.length; at++) addTo(found, project(items[at], at, around));
  return found;
}

function addTo(found: unknown[], held: unknown): void {
  if (Array.isArray(held)) for (const each of held as readonly unknown[]) found.push(each);
  else if (held !== undefined && held !== null) found.push(held);
}

/** What a projection makes of the members, and of what it made, until nothing comes. JSON has no circles, but a projection may. */
export function repeat(items: readonly unknown[], project: Part<readonly unknown[]>, around: Surroundings): readonly unknown[] {
  const found: unknown[] = [];
  const seen = new Set<unknown>();
  for (let current = items; current.length > 0;) {
    const next = flat(current, project, around).filter((item) => !seen.has(item));
    for (const item of next) {
      seen.add(item);
      found.push(item);
    }
    spend(around, next.length);
    current = next;
  }
  return found;
}

/** All children of all members; of a primitive its extensions. */
export function children(items: readonly unknown[], around: Surroundings): readonly unknown[] {
  const found: unknown[] = [];
  for (const item of items) if (isObject(item)) addChildren(item, found);
  spend(around, items.length + found.length);
  return found;
}

function addChildren(parent: JsonObject, found: unknown[]): void {
  for (const key of Object.keys(parent)) {
    if (key === 'resourceType') continue;
    if (!key.startsWith('_')) addTo(found, parent[key]);
    else if (parent[key.slice(1)] === undefined) found.push(BARE);
  }
}

/** All that stands below the members, at any depth, also below primitives. */
export function descendants(items: readonly unknown[], around: Surroundings): readonly unknown[] {
  const found: unknown[] = [];
  const visit = (item: unknown): void => {
    if (Array.isArray(item)) for (const each of item as readonly unknown[]) visit(each);
    else if (isObject(item)) visitChildren(item);
  };
  const visitChildren = (parent: JsonObject): void => {
    const before = found.length;
    addChildren(parent, found);
    spend(around, found.length - before + 1);
    for (const key of Object.keys(parent)) visit(parent[key]);
  };
  for (const item of items) visit(item);
  return found;
}

/** R4's stems of choice elements: for members whose type is not known, `value` also means `valueQuantity`. */
const STEMS =
  /^(?:value|onset|abatement|effective|performed|occurrence|medication|deceased|multipleBirth|timing|product|subject|target|detail|source|content|reported|scheduled|start|due|age|born|dose|rate|amount|asNeeded|allowed|serviced|location|entity|item|defaultValue|fixed|pattern|example|minValue|maxValue|answer|author|indicated|additive|module|chargeItem|collected|time|fastingStatus|minimumVolume|probability|event|legallyBinding|topic|used|diagnosis|procedure|name|characteristic|participantEffective|definition|statusReason|valueSet|serialNumber|schedule)$/;

/** A child of members whose type is not known. */
export function dynamic(items: readonly unknown[], name: string, around: Surroundings): readonly unknown[] {
  spend(around, items.length);
  const found: unknown[] = [];
  for (const item of items) if (isObject(item)) addNamed(item, name, found);
  return found;
}

function addNamed(parent: JsonObject, name: string, found: unknown[]): void {
  const [held, companion] = [parent[name], parent[`_${name}`]];
  if (held === undefined && companion === undefined) addChosen(parent, name, found);
  else if (!Array.isArray(held) && !Array.isArray(companion)) addTo(found, value(held, companion));
  else
    addTo(
      found,
      Array.isArray(held) ? (held as readonly unknown[]).map((each) => each ?? BARE) : (companion as readonly unknown[]).map(() => BARE),
    );
}

function addChosen(parent: JsonObject, name: string, found: unknown[]): void {
  if (!STEMS.test(name)) return;
  for (const key of Object.keys(parent)) {
    if (key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length))) addTo(found, parent[key]);
  }
}

/** The resources that references or canonicals name, among those at hand: contained ones and the entries of the Bundles around. */
export function resolve(items: readonly unknown[], around: Surroundings): readonly unknown[] {
  spend(around, items.length);
  const found: unknown[] = [];
  for (const item of items) {
    const reference = isObject(item) ? item['reference'] : item;
    const target = typeof reference === 'string' ? find(reference, around) : undefined;
    if (target !== undefined) found.push(target);
  }
  return found;
}

function find(reference: string, around: Surroundings): unknown {
  if (reference.startsWith('#')) return findContained(reference.slice(1), around.root);
  for (const outer of around.resources) {
    const entries = outer['resourceType'] === 'Bundle' && Array.isArray(outer['entry']) ? (outer['entry'] as readonly unknown[]) : NONE;
    spend(around, entries.length);
    const entry = entries.filter(isObject).find(({ fullUrl }) => typeof fullUrl === 'string' && isNamed(fullUrl, reference));
    if (entry !== undefined) return entry['resource'];
  }
  return undefined;
}

function isNamed(fullUrl: string, reference: string): boolean {
  return fullUrl === reference || (/^[A-Za-z]+\/[A-Za-z0-9.-]+$/.test(reference) && fullUrl.endsWith(`/${reference}`));
}

function findContained(id: string, root: unknown): unknown {
  const contained = isObject(root) && Array.isArray(root['contained']) ? (root['contained'] as readonly unknown[]) : NONE;
  return id === '' ? root : contained.find((each) => isObject(each) && each['id'] === id);
}
