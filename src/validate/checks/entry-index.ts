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
  /** The entry of a resource. Entries are walked in their order, so that it is nearly always the one asked for last, or the next. */
  readonly entryOf: (resource: JsonObject) => Entry | undefined;
  /** Where the resource stands that was asked about last: it makes several references. */
  last: Standpoint | undefined;
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
    if (index.last?.entry.resource === inner) return index.last;
    const entry = index.entryOf(inner);
    return entry === undefined ? undefined : (index.last = { bundle, index, entry });
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
  const entries = list.map((each, at) => new BundledEntry(isObject(each) ? each : {}, at));
  const byFullUrl = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.fullUrl !== '') put(byFullUrl, entry.fullUrl, entry);
  // Asked for by references like `Patient/1` alone.
  let named: ReadonlyMap<string, readonly Entry[]> | undefined;
  return {
    ...{ entries, byFullUrl, entryOf: createEntryOf(entries), last: undefined, names: undefined },
    get byName() {
      return (named ??= toNamed(entries));
    },
  };
}

function createEntryOf(entries: readonly Entry[]): EntryIndex['entryOf'] {
  let cursor = 0;
  let byResource: ReadonlyMap<unknown, Entry> | undefined;
  return (resource) => {
    for (let at = cursor; at < cursor + 2; at++) {
      if (entries[at]?.resource !== resource) continue;
      cursor = at;
      return entries[at];
    }
    // The walk came another way: by a reference, or past entries without a resource.
    byResource ??= new Map(entries.map((entry) => [entry.resource, entry] as const));
    const found = byResource.get(resource);
    cursor = found?.at ?? cursor;
    return found;
  };
}

function toNamed(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const named = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.id !== '') put(named, `${entry.type}/${entry.id}`, entry);
  return named;
}

/** Reads what is seldom asked for when it is: a large Bundle is touched once less. */
class BundledEntry implements Entry {
  readonly at: number;
  readonly fullUrl: string;
  readonly resource: JsonObject | undefined;

  constructor(entry: JsonObject, at: number) {
    this.at = at;
    this.fullUrl = toText(entry['fullUrl']);
    this.resource = isObject(entry['resource']) ? entry['resource'] : undefined;
  }

  get type(): string {
    return toText(this.resource?.['resourceType']);
  }

  get id(): string {
    return toText(this.resource?.['id']);
  }

  get version(): string {
    const meta = this.resource?.['meta'];
    return isObject(meta) ? toText(meta['versionId']) : '';
  }
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
