import { isObject, toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { checkInterlinks } from './check-interlinks.ts';
import type { Check, CheckReport, CheckWorld } from './check.ts';
import { toEntryIndex } from './entry-index.ts';
import type { Entry, EntryIndex } from './entry-index.ts';
import { lookUpEntry } from './look-up-entry.ts';

const KINDS = [
  { type: 'document', first: 'Composition', rule: 'R4 documents.html' },
  { type: 'message', first: 'MessageHeader', rule: 'R4 messaging.html' },
];

interface Head {
  readonly entry: Entry;
  readonly index: EntryIndex;
  readonly world: CheckWorld;
  readonly report: CheckReport;
  readonly rule: string;
}

/**
 * R4 documents.html: a document begins with its Composition and holds what the Composition refers to. R4 messaging.html: a message begins with its
 * MessageHeader and holds the focus. Which references of the Composition count is told by the reference validator.
 */
export const checkDocument: Check = (node, world, report) => {
  const kind = KINDS.find(({ type }) => type === node['type']);
  if (kind === undefined) return;
  const index = toEntryIndex(node, world);
  const [entry] = index.entries;
  const { first: expected, rule } = kind;
  if (entry === undefined) report.add({ code: 'bundle-first', severity: 'error', at: '', rule, expected, came: '' });
  else if (entry.resource === undefined || entry.type !== expected) {
    report.add({ code: 'bundle-first', severity: 'error', at: '.entry[0]', rule, expected, came: entry.type });
  } else checkHead(entry.resource, { entry, index, world, report, rule });
  if (entry !== undefined) checkInterlinks(node, world, report);
};

function checkHead(resource: JsonObject, head: Head): void {
  const at = '.entry[0].resource';
  if (head.entry.type === 'MessageHeader') {
    checkTargets(resource['focus'], `${at}.focus`, head);
    return;
  }
  for (const name of ['subject', 'author', 'encounter', 'custodian']) checkTargets(resource[name], `${at}.${name}`, head);
  checkWithin(resource, at, ['attester', 'party'], head);
  checkWithin(resource, at, ['event', 'detail'], head);
  checkSections(resource, at, head);
}

function checkSections(holder: JsonObject, path: string, head: Head): void {
  for (const [at, section] of toObjects(holder['section']).entries()) {
    const place = `${path}.section[${String(at)}]`;
    for (const name of ['author', 'focus', 'entry']) checkTargets(section[name], `${place}.${name}`, head);
    checkSections(section, place, head);
  }
}

function checkWithin(holder: JsonObject, path: string, [outer, inner]: readonly [string, string], head: Head): void {
  for (const [at, each] of toObjects(holder[outer]).entries()) checkTargets(each[inner], `${path}.${outer}[${String(at)}].${inner}`, head);
}

function checkTargets(value: unknown, path: string, head: Head): void {
  if (Array.isArray(value)) for (const [at, item] of value.entries()) checkTarget(item, `${path}[${String(at)}]`, head);
  else checkTarget(value, path, head);
}

function checkTarget(value: unknown, at: string, { entry, index, world, report, rule }: Head): void {
  const reference = isObject(value) ? value['reference'] : undefined;
  if (typeof reference !== 'string' || reference === '' || reference.startsWith('#')) return;
  const { kind } = lookUpEntry(reference, entry, index, world);
  if (kind === 'missing') report.add({ code: 'document-missing', severity: 'error', at, rule });
}
