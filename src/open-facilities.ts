import type { Config } from './config.ts';
import { readCredentials } from './credentials.ts';
import type { FacilityDesk } from './facilities.ts';
import { createFacilityDesk, type FacilityDeskParts } from './gateway/facilities/facility-desk.ts';
import { readStates } from './open-credentials.ts';

/** Opens the desk of credentials over a store. */
export function openFacilities(config: Config, { store, site, note }: Pick<FacilityDeskParts, 'store' | 'site' | 'note'>): FacilityDesk {
  return createFacilityDesk({
    ...{ store, site, note },
    now: () => new Date(),
    readStates: async () => readStates({ store, open: await readCredentials(config), now: Date.now }),
  });
}
