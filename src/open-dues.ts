import type { Logger } from 'pino';
import type { Site } from './map/place.ts';
import { createDueDesk, type DueDesk } from './report/dues/due-desk.ts';
import type { Store } from './store/open-store.ts';

/** Opens the desk of what is due over a store; who saw people by name goes into the log. */
export function openDues({
  store,
  site,
  log,
}: {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly log: Logger;
}): DueDesk {
  return createDueDesk({
    ...{ store, site },
    now: () => new Date(),
    note: (event, facts) => {
      log.info({ event, ...facts });
    },
  });
}
