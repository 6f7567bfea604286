import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckWorld } from './check.ts';
import { toEntryIndex } from './entry-index.ts';
import { readNarrative } from './read-narrative.ts';

const RULES: Readonly<Record<string, string>> = { 'xhtml-element': 'txt-1', 'xhtml-attribute': 'txt-1', 'xhtml-empty': 'txt-2' };
const RULE = 'R4 narrative.html';
const PART = '.div';

/** The narrative of a resource: what it may consist of (R4 narrative.html, txt-1, txt-2), and that its links inside the resource find something. */
export const checkNarrative: Check = (node, world, report) => {
  const { div } = node;
  if (typeof div !== 'string' || div === '') return;
  const { faults, names, doubled, links } = readNarrative(div);
  for (const { code, came } of faults) report.add({ code, severity: 'error', at: PART, rule: RULES[code] ?? RULE, came });
  if (doubled) report.add({ code: 'xhtml-id-duplicate', severity: 'warning', at: PART, rule: RULE });
  const elsewhere = links.filter((link) => !names.has(link));
  if (elsewhere.length === 0 || !isMissing(elsewhere, world)) return;
  report.add({ code: 'xhtml-link-missing', severity: 'error', at: PART, rule: RULE });
};

/** What a link points at may be an element of the resource, or something with a name anywhere in the Bundle around it. */
function isMissing(links: readonly string[], world: CheckWorld): boolean {
  const near = new Set<string>();
  addNames(world.root, near);
  const left = links.filter((link) => !near.has(link));
  const around = left.length === 0 ? undefined : world.resources.findLast((resource) => resource['resourceType'] === 'Bundle');
  return left.length > 0 && (around === undefined || !left.every((link) => toNames(around, world).has(link)));
}

function toNames(bundle: JsonObject, world: CheckWorld): ReadonlySet<string> {
  const index = toEntryIndex(bundle, world);
  if (index.names !== undefined) return index.names;
  const names = new Set<string>();
  addNames(bundle, names);
  index.names = names;
  return names;
}

/** The ids of elements, and the names inside narratives. */
function addNames(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) addNames(item, names);
  else if (isObject(value)) for (const key in value) addNamesOf(key, value[key], names);
}

function addNamesOf(key: string, value: unknown, names: Set<string>): void {
  if (typeof value !== 'string') addNames(value, names);
  else if (key === 'id') names.add(value);
  else if (key === 'div') for (const name of readNarrative(value).names) names.add(name);
}
