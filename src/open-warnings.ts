import type { Logger } from 'pino';
import type { Site } from './map/place.ts';
import { createWarningDesk, type WarningDesk } from './report/warnings/warning-desk.ts';
import type { Store } from './store/open-store.ts';

/** Opens the desk of early warnings over a store; who saw people by name, and who acknowledged what, goes into the log. */
export function openWarnings({
  store,
  site,
  log,
}: {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly log: Logger;
}): WarningDesk {
  return createWarningDesk({
    ...{ store, site },
    now: () => new Date(),
    note: (event, facts) => {
      log.info({ event, ...facts });
    },
  });
}
