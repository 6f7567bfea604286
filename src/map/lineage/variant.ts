import type { Programme } from '../programme.ts';

/** Another content of a cell. `near` ones differ as one record differs from the next; the others ask what a larger step would decide. */
export interface Variant<T> {
  readonly near: boolean;
  readonly to: T;
}

/** What other contents are taken from. */
export interface Alternatives {
  readonly programme: Programme;
  /** Names of places as files write them. */
  readonly places: readonly string[];
}
