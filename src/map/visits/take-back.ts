import { isDeepStrictEqual } from 'node:util';
import { toGiven } from '../given.ts';
import type { Programme } from '../programme.ts';
import type { Duty, Person, Visit } from '../visit.ts';
import { foldParts } from './fold-parts.ts';
import type { KnownVisit, Support } from './known-visit.ts';
import { createOrdinals, type GivenOrdinal } from './ordinals.ts';
import { standIn, toSupporting } from './stand-in.ts';
import { toDuty, type VisitPart } from './visit-part.ts';

/** What a visit is without the parts of some rows. */
export type TakenBack =
  /** None of those rows was a part of it. */
  | { readonly outcome: 'untouched' }
  /** No row gives it any more. */
  | { readonly outcome: 'retracted' }
  | {
      readonly outcome: 'changed' | 'same';
      readonly visit: Visit;
      readonly duty: Duty;
      readonly parts: readonly VisitPart[];
      readonly gone: readonly GivenOrdinal[];
      readonly since?: KnownVisit['since'];
    };

/** What is taken back of a visit: rows of one submission. */
export interface TakeBack {
  readonly submission: string;
  readonly positions: ReadonlySet<number>;
  /** True where one row alone gave the visit: what is nameless in it is that row's. */
  readonly sole: boolean;
  /** Rows of other files that said the same as parts of the visit. */
  readonly supports: readonly Support[];
}

/** Takes back what rows of a file said of a visit, when by now they say it no more. What other files say of it stays. */
export function takeBack(known: KnownVisit, back: TakeBack, of: { readonly person: Person; readonly programme: Programme }): TakenBack {
  const parts = [...known.parts];
  const old = findBack(parts, back);
  if (old.length === 0) return { outcome: 'untouched' };
  for (const part of old) parts.splice(parts.indexOf(part), 1);
  for (const part of old) standIn(parts, part, toSupporting(known.visit.id, back.supports));
  return refold(known, parts, of);
}

function refold(
  { visit: before, duty, gone, since }: KnownVisit,
  left: readonly VisitPart[],
  of: Parameters<typeof takeBack>[2],
): TakenBack {
  const parts = withoutLoneConfirmations(left);
  const ordinals = createOrdinals([...before.elements, ...gone], of.programme.elements);
  const visit = foldParts(parts, { id: before.id, key: before, person: of.person, ordinals }, of.programme).at(-1)?.visit;
  if (visit === undefined) return { outcome: 'retracted' };
  const now = toDuty(parts);
  const same = now === duty && isDeepStrictEqual(visit, before);
  return { outcome: same ? 'same' : 'changed', visit, duty: now, parts, gone: ordinals.gone(visit.elements), ...toGiven({ since }) };
}

/** A confirmation gives no fact of its own: it goes with the last row that says something of that element. */
export function withoutLoneConfirmations(parts: readonly VisitPart[]): readonly VisitPart[] {
  const keys = new Set(parts.flatMap(({ by, said }) => (by === undefined ? said.elements.map(({ key }) => key) : [])));
  return parts.filter(({ by, said }) => by === undefined || said.elements.every(({ key }) => keys.has(key)));
}

/** What was kept before visits knew their parts has no name, and is the row's own where nothing else gave the visit. */
function findBack(parts: readonly VisitPart[], { submission, positions, sole }: TakeBack): readonly VisitPart[] {
  const own = parts.filter((part) => part.submission === submission && positions.has(part.position));
  return own.length === 0 && sole ? parts.filter((part) => part.submission === '') : own;
}
