import type { Tables } from '../load-tables.ts';
import type { Site } from '../map/place.ts';
import type { Store } from '../store/open-store.ts';
import type { ReplayWatch } from './replay/replay-watch.ts';

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
  /** How long a request waits for another one under the same key of its sender; 3 s when absent. */
  readonly keyPatienceMs?: number;
  /** Told what reading again does. */
  readonly watch?: ReplayWatch;
}

/** A reading is taken over by another process when nothing was stored for this long. */
export const readingLeaseMs = 30_000;

/** How long a request waits for another one under the same key: most are done within a second, and a sender's own patience is rarely shorter than ten. */
export function keyPatienceMs(parts: Pick<GatewayParts, 'keyPatienceMs'>): number {
  return parts.keyPatienceMs ?? 3000;
}
