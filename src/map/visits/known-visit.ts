import type { Visit } from '../visit.ts';

/** A visit already kept, as the store offers it: with the hashes of the rows it was made of, so that a row is known again. */
export interface KnownVisit {
  readonly visit: Visit;
  readonly contentHashes: readonly string[];
}
