import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';

/** A rule about Bundle entries that no element definition states, found broken at an entry. */
export interface EntryFault {
  readonly code: 'bundle-request' | 'bundle-full-url' | 'bundle-full-url-advised';
  readonly entry: number;
}

const WITH_REQUEST: ReadonlySet<unknown> = new Set(['transaction', 'batch', 'history']);
const FULL_URL_OPTIONAL: ReadonlySet<unknown> = new Set(['transaction', 'batch', 'transaction-response', 'batch-response']);

/**
 * Finds entries without what their Bundle's type asks for. R4 bdl-3: a request in transactions, batches and histories, and only there.
 * R4 2.36.4: except in transactions and batches every resource has a fullUrl. A transaction's entry without one cannot be referred to,
 * which is advised against, not forbidden.
 */
export function findEntryFaults(bundle: JsonObject): readonly EntryFault[] {
  const entries = bundle['entry'];
  return Array.isArray(entries) ? entries.flatMap((entry, at) => toFaults(bundle['type'], entry, at)) : [];
}

function toFaults(type: unknown, entry: unknown, at: number): readonly EntryFault[] {
  if (!isObject(entry)) return [];
  const faults: EntryFault[] = [];
  if ((entry['request'] !== undefined) !== WITH_REQUEST.has(type)) faults.push({ code: 'bundle-request', entry: at });
  if (entry['resource'] === undefined || entry['fullUrl'] !== undefined) return faults;
  if (!FULL_URL_OPTIONAL.has(type)) faults.push({ code: 'bundle-full-url', entry: at });
  if (type === 'transaction') faults.push({ code: 'bundle-full-url-advised', entry: at });
  return faults;
}
