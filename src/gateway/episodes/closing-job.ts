import { localDateOf } from '../../map/places/local-time.ts';
import type { Job } from '../../schedule/job.ts';
import type { GatewayParts } from '../parts.ts';

const minute = 60_000;

/** The westernmost zone, where a day ends last: what is over there is over everywhere. */
const latestZone = 'Asia/Jakarta';

/** Owes platforms the end of courses of care that are over: a pregnancy with its delivery, a childbed on its 42nd day, a newborn period on its 28th. */
export async function oweClosings({ store, now }: Pick<GatewayParts, 'store' | 'now'>): Promise<number> {
  const at = now();
  const today = localDateOf(at, latestZone);
  return store.transact(async (tx) => {
    let owed = 0;
    for (const platform of store.platforms) owed += await store.courses.oweClosings(tx, platform, { today, at });
    return owed;
  });
}

/** The job that does so: a day ends without anybody saying anything. */
export function createClosingJob(parts: Pick<GatewayParts, 'store' | 'now' | 'wake'>): Job {
  return {
    name: 'tutup-episode',
    everyMs: 10 * minute,
    leaseMs: minute,
    run: async () => {
      const owed = await oweClosings(parts);
      if (owed === 0) return undefined;
      parts.wake();
      return `${String(owed)} episode akan ditutup`;
    },
  };
}
