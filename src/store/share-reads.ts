import type { Upstream } from '../platforms/platform.ts';
import { gather } from './gather.ts';
import type { Store } from './open-store.ts';

/** A store whose single reads go together with those of other hands, and what a platform calls our resources, read the same way. */
export interface SharedReads {
  readonly store: Store;
  readonly upstreamOf: (refs: readonly string[]) => Promise<Upstream>;
}

/**
 * Lets reads that several hands ask for at once go as one statement. Each is begun after it was asked for, so nobody is told of an older state
 * than by a read of its own. Only for reads outside transactions.
 */
export function shareReads(store: Store, platform: string): SharedReads {
  const { db, visits, persons, upstream } = store;
  const getVisit = gather(async (ids: readonly string[]) => {
    const found = await visits.getVisits(db, [...new Set(ids)]);
    return ids.map((id) => found.get(id));
  });
  const getPersons = gather(async (asked: readonly (readonly string[])[]) => {
    const found = await persons.getPersons(db, [...new Set(asked.flat())]);
    return asked.map((ids) => pick(found, ids));
  });
  const upstreamOf = gather(async (asked: readonly (readonly string[])[]) => {
    const found = await upstream.upstreamOf(db, platform, [...new Set(asked.flat())]);
    return asked.map((refs) => pick(found, refs));
  });
  return {
    store: {
      ...store,
      visits: { ...visits, getVisit: (_db, id) => getVisit(id) },
      persons: { ...persons, getPersons: (_db, ids) => getPersons(ids) },
    },
    upstreamOf,
  };
}

function pick<V>(found: ReadonlyMap<string, V>, keys: readonly string[]): ReadonlyMap<string, V> {
  return new Map(
    keys.flatMap((key) => {
      const value = found.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
