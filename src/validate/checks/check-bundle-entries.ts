import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckReport, CheckWorld } from './check.ts';
import { toEntryIndex } from './entry-index.ts';
import type { Entry } from './entry-index.ts';
import { isExampleUrl } from './example-urls.ts';
import { isAbsoluteUri, toRestfulAddress } from './reference-forms.ts';

const WITH_REQUEST: ReadonlySet<unknown> = new Set(['transaction', 'batch', 'history']);
const FULL_URL_OPTIONAL: ReadonlySet<unknown> = new Set(['transaction', 'batch', 'transaction-response', 'batch-response']);
const FULL_URL = 'R4 2.36.4';
/** Canonicals of v2 and v3 content from before it moved to terminology.hl7.org. */
const OLD_TERMINOLOGY = /^http:\/\/hl7\.org\/fhir\/v[23]\//;

/**
 * What the type of a Bundle asks of its entries. R4 bdl-3: a request in transactions, batches and histories, and only there. R4 2.36.4:
 * except in transactions and batches every entry has a fullUrl, an absolute address that ends as the resource is named. A transaction's
 * entry without one cannot be referred to, which is advised against, not forbidden.
 */
export const checkBundleEntries: Check = (node, world, report) => {
  if (!Array.isArray(node['entry'])) return;
  const list: readonly unknown[] = node['entry'];
  for (const entry of toEntryIndex(node, world).entries) {
    const json = list[entry.at];
    if (isObject(json)) checkEntry(node['type'], { json, entry }, world, report);
  }
};

interface Both {
  readonly json: JsonObject;
  readonly entry: Entry;
}

function checkEntry(type: unknown, { json, entry }: Both, world: CheckWorld, report: CheckReport): void {
  const at = `.entry[${String(entry.at)}]`;
  if ((json['request'] !== undefined) !== WITH_REQUEST.has(type)) {
    report.add({ code: 'bundle-request', severity: 'error', at: `${at}.request`, rule: 'bdl-3' });
  }
  if (json['fullUrl'] === undefined) checkAbsence(type, entry, `${at}.fullUrl`, report);
  else if (entry.fullUrl !== '') checkFullUrl(entry, `${at}.fullUrl`, world, report);
}

function checkAbsence(type: unknown, { resource }: Entry, at: string, report: CheckReport): void {
  if (!FULL_URL_OPTIONAL.has(type)) report.add({ code: 'bundle-full-url', severity: 'error', at, rule: FULL_URL });
  else if (type === 'transaction' && resource !== undefined) {
    report.add({ code: 'bundle-full-url-advised', severity: 'warning', at, rule: FULL_URL });
  }
}

function checkFullUrl({ fullUrl, resource, type, id }: Entry, at: string, world: CheckWorld, report: CheckReport): void {
  if (!isAbsoluteUri(fullUrl)) {
    report.add({ code: 'full-url-relative', severity: 'error', at, rule: FULL_URL });
    return;
  }
  if (resource !== undefined) checkName(resource, { fullUrl, type, id }, at, { world, report });
}

interface Name {
  readonly fullUrl: string;
  readonly type: string;
  readonly id: string;
}

interface Judging {
  readonly world: CheckWorld;
  readonly report: CheckReport;
}

function checkName(resource: JsonObject, { fullUrl, type, id }: Name, at: string, { world, report }: Judging): void {
  const restful = toRestfulAddress(fullUrl, world.resourceTypes) !== undefined;
  const ends = id !== '' && fullUrl.endsWith(`/${id}`);
  if (restful && !(ends && fullUrl.endsWith(`/${type}/${id}`))) {
    report.add({ code: 'full-url-other-id', severity: toGravity(fullUrl, world), at, rule: FULL_URL, expected: `${type}/${id}` });
  }
  if (resource['url'] === fullUrl && !(restful && ends)) checkCanonical(fullUrl, at, report);
}

/** On a server that is made up nothing is stored under the address; the examples of R4 itself do not keep to the rule. */
function toGravity(fullUrl: string, { options }: CheckWorld): 'warning' | 'error' {
  return options.exampleUrls !== 'refused' && isExampleUrl(fullUrl) ? 'warning' : 'error';
}

/** A definition's canonical is its fullUrl only where that ends with its id too. */
function checkCanonical(fullUrl: string, at: string, report: CheckReport): void {
  if (!OLD_TERMINOLOGY.test(fullUrl)) report.add({ code: 'full-url-canonical', severity: 'error', at, rule: FULL_URL });
}
