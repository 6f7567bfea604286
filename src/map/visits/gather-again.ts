import { isDeepStrictEqual } from 'node:util';
import type { MappedRow } from '../mapped-row.ts';
import type { Person } from '../visit.ts';
import { foldParts, type FoldStep } from './fold-parts.ts';
import type { GatherContext, GatheredVisit, Gathering, RowOutcome, VisitRow } from './gathering.ts';
import { toOwner, toSurvivorsLast, toVisitKey, toVisitRows } from './gathering.ts';
import type { KnownVisit, Support } from './known-visit.ts';
import { createOrdinals } from './ordinals.ts';
import { standIn, toSupporting } from './stand-in.ts';
import { isSameSaid, toArrival, toDuty, type VisitPart } from './visit-part.ts';

/** What rows that are read again are gathered with. */
export interface AgainContext extends GatherContext {
  /** The visit that the reading before made of a row, by the row's position; none of rows that only repeated another. */
  readonly before: ReadonlyMap<number, string>;
  /** Rows of other files that said the same as parts of these visits. */
  readonly supports: readonly Support[];
  /** Visits that one row alone gave: what is nameless in them is that row's. */
  readonly sole: ReadonlySet<string>;
}

interface Entry {
  readonly id: string;
  readonly known: KnownVisit | undefined;
  readonly parts: VisitPart[];
  /** The part that each row of the batch is now. */
  readonly rows: { readonly row: VisitRow; readonly part: VisitPart }[];
  /** Parts that were not there before. */
  readonly fresh: Set<VisitPart>;
}

/**
 * Gathers rows of a file that is read again: each replaces what it said before, in its place among the parts, and the visit is folded
 * anew. A row that means what it meant changes nothing. What a row says of another visit by now is taken back when the reading ends.
 */
export function gatherAgain(rows: readonly MappedRow[], existing: readonly KnownVisit[], context: AgainContext): Gathering {
  const byKey = new Map<string, Entry>();
  for (const { known, person } of toSurvivorsLast(existing, context)) {
    const { visit, parts } = known;
    byKey.set(toVisitKey(visit, person), { id: visit.id, known, parts: [...parts], rows: [], fresh: new Set() });
  }
  for (const row of toVisitRows(rows, context)) {
    const entry = byKey.get(row.key) ?? { id: context.newId(), known: undefined, parts: [], rows: [], fresh: new Set<VisitPart>() };
    byKey.set(row.key, entry);
    entry.rows.push({ row, part: placeRow(entry, row.part, context) });
  }
  const folded = [...byKey.values()].filter((entry) => entry.rows.length > 0).map((entry) => foldEntry(entry, context));
  return { visits: folded.map(({ gathered }) => gathered), byRow: new Map(folded.flatMap(({ outcomes }) => outcomes)) };
}

/** Puts the part of a row where it belongs; what it said before is kept where another file said it too. */
function placeRow(entry: Entry, part: VisitPart, context: AgainContext): VisitPart {
  const at = findOwn(entry, part, context);
  const old = entry.parts[at];
  if (old === undefined) {
    entry.parts.splice(toArrival(entry.parts, part), 0, part);
    entry.fresh.add(part);
    return part;
  }
  const isKept = old.submission !== '' && old.contentHash === part.contentHash && old.duty === part.duty && isSameSaid(old.said, part.said);
  if (isKept) return old;
  entry.parts.splice(at, 1, part);
  entry.fresh.add(part);
  standIn(entry.parts, old, toSupporting(entry.id, context.supports));
  return part;
}

/** What was kept before visits knew their parts is the row's own where the reading before made the visit of it, and of it alone. */
function findOwn({ id, parts }: Entry, { submission, position }: VisitPart, { before, sole }: AgainContext): number {
  const own = parts.findIndex((part) => part.submission === submission && part.position === position);
  if (own !== -1 || before.get(position) !== id || !sole.has(id)) return own;
  return parts.findIndex((part) => part.submission === '');
}

interface Folded {
  readonly gathered: GatheredVisit;
  readonly outcomes: readonly (readonly [number | string, RowOutcome])[];
}

function foldEntry(entry: Entry, context: AgainContext): Folded {
  const { known, id, rows } = entry;
  const { programme } = context;
  const ordinals = createOrdinals([...(known?.visit.elements ?? []), ...(known?.gone ?? [])], programme.elements);
  const steps = foldParts(entry.parts, { id, key: toKey(entry), person: findOwner(entry, context), ordinals }, programme);
  const stepOf = new Map(entry.parts.map((part, at) => [part, steps[at]] as const));
  const visit = toLast(steps);
  // A row that only repeats another one is no part of its own.
  const parts = entry.parts.filter((part) => !(entry.fresh.has(part) && stepOf.get(part)?.repeated === true));
  const told = rows.findLast(({ part }) => stepOf.get(part)?.repeated === false);
  const gathered = {
    ...{ visit, duty: toDuty(parts), parts, gone: ordinals.gone(visit.elements), ...toOutcome(entry, visit, parts) },
    ...{ rows: rows.map(({ row }) => row.row), judged: toLast(steps.slice(0, told && entry.parts.indexOf(told.part) + 1)) },
    ...(known === undefined ? {} : { known }),
  };
  return { gathered, outcomes: rows.map(({ row, part }) => [row.row, toRowOutcome(id, stepOf.get(part))]) };
}

function toKey({ known, rows }: Entry): VisitRow['draft'] {
  const key = known?.visit ?? rows[0]?.row.draft;
  if (key === undefined) throw new Error('a visit is known or given by a row');
  return key;
}

function toLast(steps: readonly FoldStep[]): GatheredVisit['visit'] {
  const visit = steps.at(-1)?.visit;
  if (visit === undefined) throw new Error('a visit that a row gives has a part');
  return visit;
}

function toRowOutcome(visit: string, step: FoldStep | undefined): RowOutcome {
  return { visit, duplicate: step?.repeated === true, issues: step?.issues ?? [] };
}

/** Whose a visit with a number is, its first part says: that row may be known by now to be about somebody else. */
function findOwner(entry: Entry, context: AgainContext): Person {
  const { parts, rows, known } = entry;
  const founding = rows.find(({ part }) => part === parts[0]) ?? (known === undefined ? rows[0] : undefined);
  const person = founding?.row.person ?? findKnownOwner(entry, context);
  if (person === undefined) throw new Error('a visit that a row gives has a person');
  return toOwner(person, known?.visit.person, context);
}

function findKnownOwner({ rows, known }: Entry, { persons }: AgainContext): Person | undefined {
  return persons.find(({ id }) => id === known?.visit.person) ?? rows[0]?.row.person;
}

function toOutcome({ known }: Entry, visit: GatheredVisit['visit'], parts: readonly VisitPart[]): Pick<GatheredVisit, 'outcome' | 'noted'> {
  if (known === undefined) return { outcome: 'new', noted: true };
  // One part may have gone for another: that as many are left says nothing.
  const noted = known.retracted || parts.length !== known.parts.length || parts.some((part, at) => part !== known.parts[at]);
  const same = !known.retracted && toDuty(parts) === known.duty && isDeepStrictEqual(known.visit, visit);
  return { outcome: same ? 'same' : 'changed', noted };
}
