import { toObjects } from '../json.ts';
import type { Check } from './check.ts';

const PAGES: ReadonlySet<unknown> = new Set(['first', 'previous', 'next', 'last']);
const PAGED: ReadonlySet<unknown> = new Set(['searchset', 'history']);

/**
 * R4 http.html#paging: `self`, `first`, `previous`, `next` and `last` stand for one page each, and only searches and histories have pages.
 * The reference validator asks both of every type of Bundle it knows, as errors.
 */
export const checkBundleLinks: Check = (node, _world, report) => {
  if (!Array.isArray(node['link'])) return;
  const paged = PAGED.has(node['type']);
  const seen = new Set<unknown>();
  for (const [at, { relation }] of toObjects(node['link']).entries()) {
    const place = `.link[${String(at)}].relation`;
    const page = PAGES.has(relation);
    if (page && !paged) report.add({ code: 'bundle-link-page', severity: 'error', at: place, rule: 'R4 http.html#paging', came: relation });
    if ((page ? paged : relation === 'self') && seen.has(relation)) {
      report.add({ code: 'bundle-link-duplicate', severity: 'error', at: place, rule: 'R4 http.html#paging', came: relation });
    }
    seen.add(relation);
  }
};
