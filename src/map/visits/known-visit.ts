import type { Duty, Visit } from '../visit.ts';
import type { GivenOrdinal } from './ordinals.ts';
import type { VisitPart } from './visit-part.ts';
import type { Since } from './visit-words.ts';

/** A visit already kept, with the parts it was made of. A visit that was taken back has none; its numbers stay its own. */
export interface KnownVisit {
  readonly visit: Visit;
  readonly duty: Duty;
  readonly retracted: boolean;
  /** In the order in which they arrived. */
  readonly parts: readonly VisitPart[];
  /** Ordinals of facts that are gone. */
  readonly gone: readonly GivenOrdinal[];
  /** Where its number was somebody else's before: since when rows about it count. */
  readonly since?: readonly Since[] | undefined;
}

/** A row of another file that said word for word what a part says: it stands in when that part is taken back. */
export interface Support extends Pick<VisitPart, 'submission' | 'position' | 'duty'> {
  readonly visit: string;
  /** What it said, and in which words (`toKeptContent`). */
  readonly content: string;
}
