import type { Site } from '../../map/place.ts';
import type { Store } from '../../store/open-store.ts';

/** What deciding about people needs. */
export interface PersonDeskParts {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly now: () => Date;
  readonly platforms: readonly string[];
  /** Tells the way out that something may be due. */
  readonly wake: () => void;
  /** Writes down who did what. Facts hold no personal data. */
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}
