import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckReport, CheckWorld } from './check.ts';
import { toEntryIndex } from './entry-index.ts';
import type { Entry } from './entry-index.ts';

const RULE = 'R4 search.html';

/** What is looked for in one search result. */
interface Search {
  /** The types the self link says were searched; empty where it does not say. */
  readonly types: readonly string[];
  readonly report: CheckReport;
}

/**
 * Search results, as the reference validator reads R4 search.html: a self link; a resource in every entry; where a search mode is given, what
 * it says (a match is of the type searched and has an id, an outcome is an OperationOutcome); where none is, resources of one type.
 */
export const checkSearchset: Check = (node, world, report) => {
  if (node['type'] !== 'searchset') return;
  const { entries } = toEntryIndex(node, world);
  if (entries.length > 0) checkResults(node, entries, world, report);
};

function checkResults(bundle: JsonObject, entries: readonly Entry[], world: CheckWorld, report: CheckReport): void {
  const self = toObjects(bundle['link']).find((link) => link['relation'] === 'self');
  if (self === undefined) report.add({ code: 'search-self', severity: 'warning', at: '', rule: RULE });
  const search = { types: toSearchedTypes(toText(self?.['url']), world.resourceTypes), report };
  const modes = toModes(bundle['entry']);
  const telling = modes.some((mode) => mode !== undefined);
  for (const entry of entries) {
    if (entry.resource === undefined) report.add({ code: 'search-entry-empty', severity: 'error', at: toPath(entry), rule: RULE });
    if (telling) checkMode(modes[entry.at], entry, search);
  }
  if (!telling && !isOfOneType(entries, search.types)) report.add({ code: 'search-mode', severity: 'warning', at: '', rule: RULE });
}

function toModes(entries: unknown): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [];
  return list.map((entry) => (isObject(entry) && isObject(entry['search']) ? entry['search']['mode'] : undefined));
}

function checkMode(mode: unknown, entry: Entry, { types, report }: Search): void {
  const at = toPath(entry);
  if (mode === undefined) report.add({ code: 'search-mode', severity: 'warning', at, rule: RULE });
  else if (entry.resource !== undefined) checkResult(mode, entry, `${at}.resource`, { types, report });
}

function checkResult(mode: unknown, entry: Entry, place: string, { types, report }: Search): void {
  if (mode !== 'match' && mode !== 'include') {
    if (entry.type !== 'OperationOutcome')
      report.add({ code: 'search-outcome', severity: 'error', at: place, rule: RULE, came: entry.type });
    return;
  }
  if (entry.id === '') report.add({ code: 'search-id', severity: 'error', at: place, rule: RULE });
  if (mode === 'match' && types.length > 0 && !types.includes(entry.type)) {
    report.add({ code: 'search-match-type', severity: 'error', at: place, rule: RULE, expected: types.join(' | '), came: entry.type });
  }
}

function isOfOneType(entries: readonly Entry[], types: readonly string[]): boolean {
  const results = entries.filter(({ type }) => type !== 'OperationOutcome');
  const [first] = results;
  return types.length > 0 && results.every(({ type }) => types.includes(type) && type === first?.type);
}

/** `[base]/Patient?name=…` searches Patients, `[base]?_type=Patient,Group` several types. */
function toSearchedTypes(url: string, known: ReadonlySet<string>): readonly string[] {
  const [path = '', query = ''] = url.split('?', 2);
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (known.has(last)) return [last];
  const listed = query.split('&').find((parameter) => parameter.startsWith('_type='));
  return listed === undefined ? [] : listed.slice('_type='.length).split(',');
}

function toPath({ at }: Entry): string {
  return `.entry[${String(at)}]`;
}
