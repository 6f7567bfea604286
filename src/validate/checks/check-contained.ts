import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckReport } from './check.ts';

const LINK = /\s(?:href|src)\s*=\s*["']#([^"']*)["']/g;
/** `#` and `<`, with which a link and a narrative begin. */
const HASH = 35;
const TAG = 60;

/**
 * Contained resources from the container's side. R4 references.html#contained: each has an id of its own, and each is referred to from inside the resource
 * or refers to it (dom-3). The published expression of dom-3 does not work; the reference validator decides it by code, as an error.
 */
export const checkContained: Check = (node, _world, report) => {
  const { contained } = node;
  if (!Array.isArray(contained)) return;
  const inner = contained.map((each: unknown) => (isObject(each) ? each : {}));
  checkIds(inner, report);
  const reached = toReached(node, inner);
  for (const [at, { id }] of inner.entries()) {
    if (!reached.has(id)) report.add({ code: 'contained-orphan', severity: 'error', at: toPath(at), rule: 'dom-3' });
  }
};

function checkIds(contained: readonly JsonObject[], report: CheckReport): void {
  const seen = new Set<unknown>();
  for (const [at, { id }] of contained.entries()) {
    if (id === undefined) report.add({ code: 'contained-id', severity: 'error', at: toPath(at), rule: 'R4 references.html#contained' });
    else if (seen.has(id))
      report.add({ code: 'contained-id-duplicate', severity: 'error', at: `${toPath(at)}.id`, rule: 'R4 references.html#contained' });
    seen.add(id);
  }
}

/** The ids of contained resources that are referred to, by way of others too, or that refer to their container. */
function toReached(node: JsonObject, contained: readonly JsonObject[]): ReadonlySet<unknown> {
  const links = new Map<unknown, Set<string>>();
  const open: unknown[] = [];
  for (const resource of contained) {
    const own = links.get(resource['id']) ?? new Set<string>();
    addLinks(resource, own);
    links.set(resource['id'], own);
    if (own.has('')) open.push(resource['id']);
  }
  const outside = new Set<string>();
  for (const key in node) if (key !== 'contained') addLinks(node[key], outside);
  open.push(...outside);
  return close(open, links);
}

function close(open: unknown[], links: ReadonlyMap<unknown, ReadonlySet<string>>): ReadonlySet<unknown> {
  const reached = new Set<unknown>();
  while (open.length > 0) {
    const id = open.pop();
    if (reached.has(id)) continue;
    reached.add(id);
    for (const next of links.get(id) ?? []) open.push(next);
  }
  return reached;
}

/** Takes every `#id` somewhere inside: references, addresses, links of the narrative. */
function addLinks(value: unknown, links: Set<string>): void {
  if (typeof value === 'string') addLink(value, links);
  else if (Array.isArray(value)) for (const item of value) addLinks(item, links);
  else if (isObject(value)) for (const key in value) addLinks(value[key], links);
}

function addLink(text: string, links: Set<string>): void {
  const first = text.charCodeAt(0);
  if (first === HASH) links.add(text.slice(1));
  if (first === TAG) for (const [, id = ''] of text.matchAll(LINK)) links.add(id);
}

/** Where a contained resource stands, seen from its container. */
function toPath(at: number): string {
  return `.contained[${String(at)}]`;
}
