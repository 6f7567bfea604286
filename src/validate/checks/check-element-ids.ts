import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckReport } from './check.ts';

/** What holds resources of their own, whose ids are their own affair. */
const RESOURCES: ReadonlySet<string> = new Set(['contained', 'resource', 'outcome']);

interface Search {
  readonly seen: Set<string>;
  readonly report: CheckReport;
}

/**
 * R4 element.html: the ids of elements are unique within their resource. The walk counts the ids it meets, so that this looks again only where
 * two were met. StructureDefinition has each id in the snapshot and in the differential, which count apart.
 */
export const checkElementIds: Check = (node, world, report) => {
  if (world.elementIds < 2) return;
  const search = { seen: new Set<string>(), report };
  for (const key in node) if (key !== 'id') searchInside(key, node[key], toPath('', key), search);
};

function searchInside(key: string, value: unknown, path: string, search: Search): void {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) searchInside(key, item, `${path}[${String(at)}]`, search);
    return;
  }
  if (!isObject(value) || isResource(key, value)) return;
  const inner = key === 'snapshot' ? { ...search, seen: new Set<string>() } : search;
  takeId(value['id'], path, inner);
  for (const name in value) if (name !== 'id') searchInside(name, value[name], toPath(path, name), inner);
}

function isResource(key: string, value: JsonObject): boolean {
  return RESOURCES.has(key) && value['resourceType'] !== undefined;
}

function takeId(id: unknown, path: string, { seen, report }: Search): void {
  if (typeof id !== 'string' || id === '') return;
  if (seen.has(id)) report.add({ code: 'element-id-duplicate', severity: 'error', at: path, rule: 'R4 element.html' });
  seen.add(id);
}

/** A companion (`_status`) stands at the place of its element. */
function toPath(path: string, name: string): string {
  return `${path}.${name.startsWith('_') ? name.slice(1) : name}`;
}
