import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { CheckReport, CheckWorld } from './check.ts';
import { toEntryIndex } from './entry-index.ts';
import type { Entry, EntryIndex } from './entry-index.ts';
import { lookUpEntry } from './look-up-entry.ts';

const ADDRESS = /^(?:url|uri)$|U(?:rl|ri)$/;
/** Resources that point at what they are about and are not pointed at. */
const BACKWARD: ReadonlySet<string> = new Set(['Provenance']);

/**
 * R4 documents.html: everything in a document is reached from its Composition; the reference validator takes an entry that only points at others for
 * reached, with a warning. In a message an entry that is not reached is a warning. References that name an entry by type and id while its
 * fullUrl says otherwise, or that several entries answer, are errors in both.
 */
export function checkInterlinks(bundle: JsonObject, world: CheckWorld, report: CheckReport): void {
  const index = toEntryIndex(bundle, world);
  const targets = index.entries.map((entry) => toTargets(entry, bundle, { index, world, report }));
  const message = bundle['type'] === 'message';
  const reached = new Set<Entry>();
  visit(index.entries[0], targets, reached);
  for (const entry of toStylesheets(bundle, index)) reached.add(entry);
  visitBackward(index.entries, targets, reached, (entry) => {
    if (!message && !BACKWARD.has(entry.type)) add(report, 'entry-backward', 'warning', entry);
  });
  for (const entry of index.entries) {
    if (entry.resource !== undefined && !reached.has(entry)) add(report, 'entry-orphan', message ? 'warning' : 'error', entry);
  }
}

function add(report: CheckReport, code: string, severity: 'error' | 'warning', { at }: Entry): void {
  report.add({ code, severity, at: `.entry[${String(at)}]`, rule: 'R4 documents.html' });
}

function visit(from: Entry | undefined, targets: readonly (readonly Entry[])[], reached: Set<Entry>): void {
  const open = from === undefined ? [] : [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    for (const target of targets[next.at] ?? []) open.push(target);
  }
}

/** Goes against the references from all that is reached, and from there along them again. */
function visitBackward(
  entries: readonly Entry[],
  targets: readonly (readonly Entry[])[],
  reached: Set<Entry>,
  tell: (entry: Entry) => void,
): void {
  const sources = toSources(entries, targets);
  // A set is walked through what is added to it on the way.
  for (const entry of reached) {
    for (const source of sources.get(entry) ?? []) {
      if (reached.has(source)) continue;
      tell(source);
      visit(source, targets, reached);
    }
  }
}

function toSources(entries: readonly Entry[], targets: readonly (readonly Entry[])[]): ReadonlyMap<Entry, readonly Entry[]> {
  const sources = new Map<Entry, Entry[]>(entries.map((entry) => [entry, []]));
  for (const entry of entries) for (const target of targets[entry.at] ?? []) sources.get(target)?.push(entry);
  return sources;
}

/** Stylesheets of a document are reached by a link of the Bundle. */
function toStylesheets(bundle: JsonObject, index: EntryIndex): readonly Entry[] {
  const links = toObjects(bundle['link']).filter((link) => link['relation'] === 'stylesheet');
  return links.flatMap((link) => (index.byName.get(toText(link['url'])) ?? []).slice(0, 1));
}

interface Looking {
  readonly index: EntryIndex;
  readonly world: CheckWorld;
  readonly report: CheckReport;
}

function toTargets(entry: Entry, bundle: JsonObject, { index, world, report }: Looking): readonly Entry[] {
  const list: readonly unknown[] = Array.isArray(bundle['entry']) ? bundle['entry'] : [];
  const references = new Set<string>();
  if (entry.resource !== undefined) addReferences(list[entry.at], references);
  const targets: Entry[] = [];
  for (const reference of references) {
    const found = lookUpEntry(reference, entry, index, world);
    if (found.kind === 'found' && found.entry !== entry) targets.push(found.entry);
    if (found.kind === 'many') add(report, 'reference-many-entries', 'error', entry);
    if (found.kind === 'near') add(report, 'reference-near-entry', 'error', entry);
  }
  return targets;
}

/** Literal references and addresses inside an entry; not those of a Bundle in it, which keeps its own. */
function addReferences(value: unknown, references: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) addReferences(item, references);
  else if (isObject(value) && value['resourceType'] !== 'Bundle') addOwnReferences(value, references);
}

function addOwnReferences(value: JsonObject, references: Set<string>): void {
  for (const key in value) {
    const inner = value[key];
    if (typeof inner !== 'string') addReferences(inner, references);
    else if (isReference(key, inner, value)) references.add(inner);
  }
}

/** The url of an extension names its definition; a canonical url names the resource itself. */
function isReference(key: string, text: string, holder: JsonObject): boolean {
  if (text === '' || text.startsWith('#')) return false;
  if (key === 'reference') return true;
  return (
    key !== 'fullUrl' && ADDRESS.test(key) && !(key === 'url' && Object.keys(holder).some((name) => /^(?:value|extension)/.test(name)))
  );
}
