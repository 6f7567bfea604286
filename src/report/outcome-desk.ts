import type { Store } from '../store/open-store.ts';
import type { OutcomeViewer } from '../store/outcomes.ts';
import type { WordsOf } from './catalogue/cause-words.ts';
import { readCursor, writeCursor } from './outcome-cursor.ts';
import { tellOutcome, type ToldOutcome } from './tell-outcome.ts';

/** A page of the feed. */
export interface ToldOutcomes {
  readonly environment: string;
  readonly rows: readonly ToldOutcome[];
  /** Where to go on, now or later. */
  readonly next: string;
  /** True when more is there already. A page may be empty though more is. */
  readonly more: boolean;
  /** True when the cursor was given by a state of the database that is gone: everything is told again from the beginning. */
  readonly anew: boolean;
}

/** What the route asks for. */
export interface OutcomeDesk {
  /** Outcomes after a cursor; undefined for a text that is no cursor. */
  outcomes(since: string | undefined, viewer: OutcomeViewer, limit: number): Promise<ToldOutcomes | undefined>;
}

/** Tells senders what became of their rows, and what changed since. */
export function createOutcomeDesk(parts: { readonly store: Store; readonly wordsOf: WordsOf; readonly now: () => Date }): OutcomeDesk {
  const { store, wordsOf, now } = parts;
  return {
    outcomes: async (since, viewer, limit) => {
      const after = readCursor(since);
      if (after === undefined) return undefined;
      const left = await store.outcomes.numberOutcomes(store.db, (work) => store.transact(work), now());
      const { outcomes, next, more, anew } = await store.outcomes.listOutcomes(store.db, after, viewer, limit);
      return {
        environment: store.environment,
        rows: outcomes.map((outcome) => tellOutcome(outcome, { environment: store.environment, wordsOf })),
        next: writeCursor(next),
        more: more || left,
        anew,
      };
    },
  };
}
