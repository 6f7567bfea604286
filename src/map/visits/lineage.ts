import { toGiven } from '../given.ts';
import type { Duty, Visit } from '../visit.ts';
import type { KnownVisit } from './known-visit.ts';
import type { GivenOrdinal } from './ordinals.ts';
import type { Said, VisitPart } from './visit-part.ts';
import { isSameSaid, toSaid } from './visit-part.ts';
import { toStandingSince, type Since } from './visit-words.ts';

/** The parts of a visit as they are kept beside it. What a part says or owes stands there only where that is not what the visit says or owes. */
export interface Lineage {
  readonly parts: readonly KeptPart[];
  readonly gone?: readonly GivenOrdinal[];
  readonly since?: readonly Since[];
}

type KeptPart = Omit<VisitPart, 'said' | 'duty'> & Partial<Pick<VisitPart, 'said' | 'duty'>>;

/** Shapes the parts of a visit for keeping: a visit of one row keeps its elements once. */
export function toLineage({ visit, duty, parts, gone, since = [] }: Omit<KnownVisit, 'retracted'>): Lineage {
  const whole = toSaid(visit);
  const kept = parts.map(({ said, duty: own, ...rest }): KeptPart => ({
    ...rest,
    ...(isSameSaid(said, whole) ? {} : { said }),
    ...(own === duty ? {} : { duty: own }),
  }));
  const standing = toStandingSince(since, parts);
  return { parts: kept, ...(gone.length === 0 ? {} : { gone }), ...(standing.length === 0 ? {} : { since: standing }) };
}

/** Reads what `toLineage` shaped; also the form before visits knew their parts, of which only the hashes of rows are known. */
export function fromLineage(kept: {
  readonly visit: Visit;
  readonly duty: Duty;
  readonly retracted: boolean;
  readonly lineage: unknown;
}): KnownVisit {
  const { visit, duty, retracted } = kept;
  const lineage = (kept.lineage ?? {}) as Partial<Lineage> & { readonly contentHashes?: readonly string[] };
  const gone = lineage.gone ?? [];
  // Nothing of what was taken back speaks for the visit any more, but its numbers are never given to others.
  if (retracted) return { visit, duty, retracted, parts: [], gone: [...visit.elements, ...gone] };
  const whole = toSaid(visit);
  const parts = lineage.parts ?? toUnknownParts(lineage.contentHashes ?? [''], whole);
  return {
    visit,
    duty,
    retracted,
    parts: parts.map((part) => ({ ...part, said: part.said ?? whole, duty: part.duty ?? duty })),
    gone,
    ...toGiven({ since: lineage.since }),
  };
}

function toUnknownParts(contentHashes: readonly string[], said: Said): readonly KeptPart[] {
  return contentHashes.map((contentHash, position) => ({ submission: '', position, contentHash, tables: '', said }));
}
