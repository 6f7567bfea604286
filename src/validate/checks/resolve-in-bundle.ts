import type { Entry, Standpoint } from './entry-index.ts';
import { isAbsoluteUri, toBaseOf } from './reference-forms.ts';

/** Where a reference made inside an entry points, and what it finds there. */
export interface Resolution {
  /** The fullUrl looked for. */
  readonly url: string;
  /** The type the reference names where the fullUrl does not show one. */
  readonly type: string;
  readonly matches: readonly Entry[];
}

const NONE: readonly Entry[] = [];
const HISTORY = '/_history/';

/** R4 bundle.html#references: an absolute reference is looked for as a fullUrl; a relative one below the address of the entry that makes it. */
export function resolveInBundle(reference: string, { index, entry }: Standpoint): Resolution {
  // A fullUrl is absolute: what stands there word for word is meant.
  const same = index.byFullUrl.get(reference);
  if (same !== undefined && reference.startsWith('urn:')) return { url: reference, type: '', matches: same };
  const history = reference.indexOf(HISTORY);
  const plain = history < 0 ? reference : reference.slice(0, history);
  const version = history < 0 ? '' : reference.slice(history + HISTORY.length);
  const { url, type } = isAbsoluteUri(plain) ? { url: plain, type: '' } : toTarget(plain, entry.fullUrl);
  const found = index.byFullUrl.get(url) ?? NONE;
  return { url, type, matches: version === '' ? found : found.filter((each) => each.version === version) };
}

function toTarget(reference: string, fullUrl: string): { readonly url: string; readonly type: string } {
  const base = toBaseOf(fullUrl);
  const [type = '', id = ''] = reference.split('/');
  return base.startsWith('urn') ? { url: base + id, type } : { url: base + reference, type: '' };
}
