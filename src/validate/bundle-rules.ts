import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';

/** A rule about Bundle entries that no element definition states, found broken at an entry's `part`. */
interface EntryFault {
  readonly code: 'bundle-request' | 'bundle-full-url' | 'bundle-full-url-advised';
  readonly severity: 'error' | 'warning';
  readonly entry: number;
  readonly part: 'request' | 'fullUrl';
}

const WITH_REQUEST: ReadonlySet<unknown> = new Set(['transaction', 'batch', 'history']);
const FULL_URL_OPTIONAL: ReadonlySet<unknown> = new Set(['transaction', 'batch', 'transaction-response', 'batch-response']);
const NO_REQUEST: EntryFault = { code: 'bundle-request', severity: 'error', entry: 0, part: 'request' };
const NO_FULL_URL: EntryFault = { code: 'bundle-full-url', severity: 'error', entry: 0, part: 'fullUrl' };
const NO_ADVISED_FULL_URL: EntryFault = { code: 'bundle-full-url-advised', severity: 'warning', entry: 0, part: 'fullUrl' };

/**
 * Finds entries without what their Bundle's type asks for. R4 bdl-3: a request in transactions, batches and histories, and only there.
 * R4 2.36.4: except in transactions and batches every resource has a fullUrl. A transaction's entry without one cannot be referred to,
 * which is advised against, not forbidden.
 */
export function findEntryFaults(bundle: JsonObject): readonly EntryFault[] {
  const { entry: entries, type } = bundle;
  const faults: EntryFault[] = [];
  if (!Array.isArray(entries)) return faults;
  for (let at = 0; at < entries.length; at++) addFaults(type, entries[at], at, faults);
  return faults;
}

function addFaults(type: unknown, entry: unknown, at: number, faults: EntryFault[]): void {
  if (!isObject(entry)) return;
  if ((entry['request'] !== undefined) !== WITH_REQUEST.has(type)) faults.push({ ...NO_REQUEST, entry: at });
  if (entry['resource'] === undefined || entry['fullUrl'] !== undefined) return;
  if (!FULL_URL_OPTIONAL.has(type)) faults.push({ ...NO_FULL_URL, entry: at });
  if (type === 'transaction') faults.push({ ...NO_ADVISED_FULL_URL, entry: at });
}
