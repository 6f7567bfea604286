import type { Tables } from '../load-tables.ts';
import type { Site } from '../map/place.ts';
import type { Store } from '../store/open-store.ts';

/** Everything the way in needs; time and ids are arguments. */
export interface GatewayParts {
  readonly store: Store;
  readonly tables: Tables;
  readonly site: () => Promise<Site>;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Tells the way out that something may be due. */
  readonly wake: () => void;
  /** Name of this process in leases. */
  readonly owner: string;
}

/** Platforms to which visits are owed. */
export const platforms: readonly string[] = ['satusehat'];

/** A reading is taken over by another process when nothing was stored for this long. */
export const readingLeaseMs = 30_000;
