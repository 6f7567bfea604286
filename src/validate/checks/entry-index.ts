import { isObject, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** One entry of a Bundle, with what references look for. */
export interface Entry {
  readonly at: number;
  readonly fullUrl: string;
  readonly resource: JsonObject | undefined;
  /** The resource's type, id and meta.versionId; empty where there is none. */
  readonly type: string;
  readonly id: string;
  readonly version: string;
}

/** The entries of one Bundle by what can be known of them. */
export interface EntryIndex {
  readonly entries: readonly Entry[];
  readonly byFullUrl: ReadonlyMap<string, readonly Entry[]>;
  /** By `Type/id`. */
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly byResource: ReadonlyMap<JsonObject, Entry>;
  /** The names links can point at, of the whole Bundle; kept once they were asked for. */
  names: ReadonlySet<string> | undefined;
}

/** What is needed of the walk: the resources around the node, outermost first, and the indexes made in it so far. */
interface Around {
  readonly resources: readonly JsonObject[];
  readonly indexes: Map<JsonObject, EntryIndex>;
}

/** Where a resource stands: the nearest Bundle around it, its index, and the entry through which it is in that Bundle. */
export interface Standpoint {
  readonly bundle: JsonObject;
  readonly index: EntryIndex;
  readonly entry: Entry;
}

/** The nearest Bundle around the resource now walked; undefined where there is none, or its entry cannot be told. */
export function toStandpoint(world: Around): Standpoint | undefined {
  const { resources } = world;
  for (let at = resources.length - 2; at >= 0; at--) {
    const bundle = resources[at];
    const inner = resources[at + 1];
    if (bundle?.['resourceType'] !== 'Bundle' || inner === undefined) continue;
    const index = toEntryIndex(bundle, world);
    const entry = index.byResource.get(inner);
    return entry === undefined ? undefined : { bundle, index, entry };
  }
  return undefined;
}

/** The index of a Bundle, made once in each walk. */
export function toEntryIndex(bundle: JsonObject, world: Pick<Around, 'indexes'>): EntryIndex {
  const known = world.indexes.get(bundle);
  if (known !== undefined) return known;
  const made = createIndex(bundle);
  world.indexes.set(bundle, made);
  return made;
}

function createIndex(bundle: JsonObject): EntryIndex {
  const list: readonly unknown[] = Array.isArray(bundle['entry']) ? bundle['entry'] : [];
  // Asked for by references like `Patient/1` alone.
  let named: ReadonlyMap<string, readonly Entry[]> | undefined;
  const index = {
    entries: new Array<Entry>(),
    byFullUrl: new Map<string, Entry[]>(),
    get byName() {
      return (named ??= toNamed(this.entries));
    },
    byResource: new Map<JsonObject, Entry>(),
    names: undefined,
  };
  for (const [at, each] of list.entries()) {
    const entry = toEntry(isObject(each) ? each : {}, at);
    index.entries.push(entry);
    if (entry.fullUrl !== '') put(index.byFullUrl, entry.fullUrl, entry);
    if (entry.resource !== undefined) index.byResource.set(entry.resource, entry);
  }
  return index;
}

function toNamed(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const named = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.id !== '') put(named, `${entry.type}/${entry.id}`, entry);
  return named;
}

function toEntry(entry: JsonObject, at: number): Entry {
  const resource = isObject(entry['resource']) ? entry['resource'] : undefined;
  const meta = isObject(resource?.['meta']) ? resource['meta'] : {};
  const [type, id] = [toText(resource?.['resourceType']), toText(resource?.['id'])];
  return { at, fullUrl: toText(entry['fullUrl']), resource, type, id, version: toText(meta['versionId']) };
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
