import type { Store } from '../open-store.ts';
import type { KnownVisit } from '../visits.ts';

/** What a visit was before, and the version of which a person says that it was corrected by hand at a platform. */
export interface Before {
  readonly former: readonly KnownVisit[];
  readonly doneByHand: number | undefined;
}

/** Of what never left there is nothing to correct. */
export const neverSent: Before = { former: [], doneByHand: undefined };

/** What a visit was before, and what a person says of it; a first version has neither. */
export async function loadBefore(
  store: Store,
  { id, version, platform }: { readonly id: string; readonly version: number; readonly platform: string },
): Promise<Before> {
  const [former, doneByHand] = await Promise.all([
    version === 1 ? [] : store.visits.formerVersions(store.db, id),
    store.owed.handCorrectionOf(store.db, platform, { kind: 'visit', id }),
  ]);
  return { former, doneByHand };
}
