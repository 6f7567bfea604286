import type { Visit } from '../visit.ts';

/** What came only from a ministry's own export enriches and is compared, but is never sent back (field rule 2). */
export function withoutExports(visit: Visit): Visit {
  if (visit.recorder === 'sistem') return visit;
  return { ...visit, elements: visit.elements.filter(({ recorder }) => recorder !== 'sistem') };
}
