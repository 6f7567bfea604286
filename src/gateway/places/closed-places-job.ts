import { toMoment, toOffsetMinutes } from '../../map/places/local-time.ts';
import type { Site } from '../../map/place.ts';
import type { Job } from '../../schedule/job.ts';
import type { ChangedPlace } from '../../store/raise-places.ts';
import type { GatewayParts } from '../parts.ts';

const hour = 3_600_000;

/** The job that tells platforms of places whose last day has passed: nobody imports anything on that day. */
export function createClosedPlacesJob({ store, site }: Pick<GatewayParts, 'store' | 'site'>): Job {
  return {
    name: 'tempat-tutup',
    everyMs: hour,
    leaseMs: 60_000,
    run: async ({ at }) => {
      const closed = listClosed(await site(), at);
      let raised = 0;
      for (const platform of store.platforms) raised += await store.owed.raisePlaces(store.db, platform, closed, at);
      return raised === 0 ? undefined : `${String(raised)} tempat tutup diberitahukan`;
    },
  };
}

/** Places that are closed, since the end of their last day. */
export function listClosed(site: Site, at: Date): readonly ChangedPlace[] {
  return [...site.places.values()].flatMap(({ code, to, zone }) => {
    const since = to === undefined ? undefined : toMoment(to, 24 * 60 - toOffsetMinutes(zone));
    return since === undefined || since > at ? [] : [{ code, since }];
  });
}
