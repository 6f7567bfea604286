import { isDeepStrictEqual } from 'node:util';
import { toGiven } from '../given.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { Person } from '../visit.ts';
import { foldParts, type FoldStep } from './fold-parts.ts';
import type { GatherContext, GatheredVisit, Gathering, RowOutcome, VisitRow } from './gathering.ts';
import { toEntryKey, toFreeKey, toOwner, toSurvivorsLast, toVisitRows } from './gathering.ts';
import type { KnownVisit, Support } from './known-visit.ts';
import { createOrdinals } from './ordinals.ts';
import { settleNumbers, type SettledNumbers, type SettledVisit } from './settle-numbers.ts';
import { standIn, toSupporting } from './stand-in.ts';
import { isNewSince, tellOfNumber } from './tell-of-number.ts';
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
  /** Whose it is, where that is not who it was about before. */
  readonly movedTo: Person | undefined;
  readonly owner: string;
  readonly key?: string;
  readonly since: KnownVisit['since'];
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
  const given = toVisitRows(rows, context);
  const said = new Map(given.map((row) => [nameOf(row.part), row] as const));
  const rowOf = (part: VisitPart): VisitRow | undefined => said.get(nameOf(part));
  const settled = settleNumbers(given, toSurvivorsLast(existing, context), { supports: context.supports, rowOf });
  const byKey = new Map(settled.visits.map((one) => [toEntryKey(one.known.visit, one.person), toKnownEntry(one)] as const));
  const taken = new Set(context.taken);
  for (const row of given.filter((one) => !settled.replaced.has(one.row))) {
    const entry = byKey.get(row.key) ?? toNewEntry(row, context, { taken, settled });
    byKey.set(row.key, entry);
    entry.rows.push({ row, part: placeRow(entry, row.part, context) });
  }
  const entries = [...byKey.values()];
  const folded = entries.filter(isSpokenOf).map((entry) => foldEntry(entry, settled, context));
  const emptied = entries.flatMap(({ known, parts }) => (known && known.parts.length > 0 && parts.length === 0 ? [known] : []));
  const byRow = new Map(folded.flatMap(({ outcomes }) => outcomes));
  return { visits: folded.map(({ gathered }) => gathered), byRow, replaced: settled.replaced, emptied };
}

function nameOf({ submission, position }: VisitPart): string {
  return `${submission}|${String(position)}`;
}

function toKnownEntry({ known, movedTo, person, parts, since }: SettledVisit): Entry {
  return { id: known.visit.id, known, movedTo, owner: person, since, parts: [...parts], rows: [], fresh: new Set() };
}

function toNewEntry(
  { draft, person, number }: VisitRow,
  { newId }: AgainContext,
  { taken, settled }: { readonly taken: Set<string>; readonly settled: SettledNumbers },
): Entry {
  const id = newId();
  const key = toFreeKey({ ...draft, id }, person.id, taken);
  taken.add(key);
  const since = settled.since.get(number ?? '');
  return { id, known: undefined, movedTo: undefined, owner: person.id, key, since, parts: [], rows: [], fresh: new Set() };
}

/** By its own rows, or where others changed what is left of it. */
function isSpokenOf({ known, parts, rows, since }: Entry): boolean {
  if (rows.length > 0 || known === undefined) return rows.length > 0;
  return parts.length > 0 && (parts.length !== known.parts.length || isNewSince(since ?? [], known, parts));
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

function foldEntry(entry: Entry, settled: SettledNumbers, context: AgainContext): Folded {
  const { known, id, rows, key, since } = entry;
  const { programme } = context;
  const given = entry.movedTo === undefined ? [...(known?.visit.elements ?? []), ...(known?.gone ?? [])] : [];
  const ordinals = createOrdinals(given, programme.elements);
  const steps = foldParts(entry.parts, { id, key: toKey(entry), person: findOwner(entry, context), ordinals }, programme);
  const stepOf = new Map(entry.parts.map((part, at) => [part, steps[at]] as const));
  const visit = toLast(steps);
  // A row that only repeats another one is no part of its own.
  const parts = entry.parts.filter((part) => !(entry.fresh.has(part) && stepOf.get(part)?.repeated === true));
  const told = rows.findLast(({ part }) => stepOf.get(part)?.repeated === false);
  const gathered = {
    ...{ visit, duty: toDuty(parts), parts, gone: ordinals.gone(visit.elements), ...toOutcome(entry, visit, parts) },
    ...{ rows: rows.map(({ row }) => row.row), judged: toLast(steps.slice(0, told && entry.parts.indexOf(told.part) + 1)) },
    ...toGiven({ known, key, since }),
  };
  return { gathered, outcomes: rows.map(({ row, part }) => [row.row, tellOfNumber(toRowOutcome(id, stepOf.get(part)), row, settled)]) };
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

/** Whose a visit is; under the id it has where that one was merged into them. */
function findOwner({ rows, known, movedTo, owner }: Entry, context: AgainContext): Person {
  const person = movedTo ?? rows[0]?.row.person ?? context.persons.find(({ id }) => id === owner);
  if (person === undefined) throw new Error('a visit that a row gives has a person');
  return movedTo === undefined ? toOwner(person, known?.visit.person, context) : person;
}

function toOutcome(entry: Entry, visit: GatheredVisit['visit'], parts: readonly VisitPart[]): Pick<GatheredVisit, 'outcome' | 'noted'> {
  const { known, since = [] } = entry;
  if (known === undefined) return { outcome: 'new', noted: true };
  const noted = known.retracted || isOtherwise(parts, known.parts) || isNewSince(since, known, parts);
  const same = !known.retracted && toDuty(parts) === known.duty && isDeepStrictEqual(known.visit, visit);
  return { outcome: same ? 'same' : 'changed', noted };
}

/** One part may have gone for another: that as many are left says nothing. */
function isOtherwise(parts: readonly VisitPart[], before: readonly VisitPart[]): boolean {
  return parts.length !== before.length || parts.some((part, at) => part !== before[at]);
}
