import { isDeepStrictEqual } from 'node:util';
import { toGiven } from '../given.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { Duty, Visit } from '../visit.ts';
import { foldParts, mergePart, toAgain, toFirst, type VisitFrame } from './fold-parts.ts';
import type { GatherContext, GatheredVisit, Gathering, RowOutcome, VisitRow } from './gathering.ts';
import { toEntryKey, toFreeKey, toOwner, toSurvivorsLast, toVisitRows } from './gathering.ts';
import type { KnownVisit } from './known-visit.ts';
import { createOrdinals, type Ordinals } from './ordinals.ts';
import { settleNumbers, type SettledNumbers, type SettledVisit } from './settle-numbers.ts';
import { isNewSince, tellOfNumber } from './tell-of-number.ts';
import { isRepeated, toArrival, toDuty, type VisitPart } from './visit-part.ts';

interface Entry {
  visit: Visit;
  duty: Duty;
  outcome: GatheredVisit['outcome'];
  noted: boolean;
  ordinals: Ordinals | undefined;
  /** The visit up to its last row here, where parts that were handed in later follow it. */
  judged: Visit | undefined;
  readonly known: KnownVisit | undefined;
  /** Numbers of facts that were gone before. */
  readonly gone: KnownVisit['gone'];
  readonly since: KnownVisit['since'];
  readonly key?: string;
  readonly parts: VisitPart[];
  readonly rows: (number | string)[];
  /** Submissions of those rows. */
  readonly files: Set<string>;
}

/**
 * Gathers rows that are read for the first time to visits, by the sender's visit number and person, or else by person, place, date and service.
 * The same row again is skipped; a changed one corrects; another recorder's is a part (field rule 4). Ids and ordinals once given stay. Whom a number is
 * about, and whose visit moves, is settled first: a visit never holds what was said of two people.
 */
export function gatherVisits(rows: readonly MappedRow[], existing: readonly KnownVisit[], context: GatherContext): Gathering {
  const given = toVisitRows(rows, context);
  const owned = toSurvivorsLast(existing, context);
  const settled = settleNumbers(given, owned, { supports: context.supports ?? [], rowOf: () => undefined });
  const moved = new Map(
    settled.visits.flatMap((one) => (one.movedTo ? [[toEntryKey(one.known.visit, one.person), one.known] as const] : [])),
  );
  const stay = settled.visits.filter((one) => one.movedTo === undefined);
  const byKey = new Map(stay.map((one) => [toEntryKey(one.known.visit, one.person), toKnownEntry(one, context)] as const));
  const byRow = new Map<number | string, RowOutcome>();
  const taken = new Set(context.taken);
  for (const row of given.filter((one) => !settled.replaced.has(one.row))) {
    const entry = byKey.get(row.key);
    if (entry !== undefined) {
      byRow.set(row.row, tellOfNumber(addRow(entry, row, context), row, settled));
      continue;
    }
    const fresh = toNewEntry(row, { ...context, taken }, { settled, moved: moved.get(row.key) });
    if (fresh.key !== undefined) taken.add(fresh.key);
    byKey.set(row.key, fresh);
    byRow.set(row.row, tellOfNumber({ visit: fresh.visit.id, duplicate: false, issues: [] }, row, settled));
  }
  const entries = [...byKey.values()];
  const visits = entries.filter(({ rows: own, noted, parts }) => own.length > 0 || (noted && parts.length > 0)).map(toGathered);
  return { visits, byRow, replaced: settled.replaced, emptied: toEmptied(entries) };
}

function toEmptied(entries: readonly Entry[]): readonly KnownVisit[] {
  return entries.flatMap(({ known, parts, rows }) => (known && known.parts.length > 0 && parts.length + rows.length === 0 ? [known] : []));
}

/** A visit as it was kept, without what was replaced since. */
function toKnownEntry({ known, person, parts, since }: SettledVisit, context: GatherContext): Entry {
  const { visit, duty, gone } = known;
  const entry: Entry = {
    ...{ visit, duty, known, gone, since, parts: [...parts], rows: [], files: new Set() },
    ...{ outcome: 'same', noted: isNewSince(since, known, parts), ordinals: undefined, judged: undefined },
  };
  const owner = context.persons.find(({ id }) => id === person);
  if (parts === known.parts || owner === undefined) return entry;
  entry.ordinals = createOrdinals([...visit.elements, ...gone], context.programme.elements);
  const frame = { id: visit.id, key: visit, person: toOwner(owner, visit.person, context), ordinals: entry.ordinals };
  entry.visit = foldParts(parts, frame, context.programme).at(-1)?.visit ?? visit;
  return Object.assign(entry, { duty: toDuty(parts), outcome: 'changed', noted: true } as const);
}

interface Beginning {
  readonly settled: SettledNumbers;
  /** The visit that goes over to the person of the row: its id stays, and nothing of what it said. */
  readonly moved: KnownVisit | undefined;
}

/** A visit nobody has spoken of before: its facts keep the numbers they have in their row. */
function toNewEntry(row: VisitRow, { programme, newId, taken = new Set() }: GatherContext, { settled, moved }: Beginning): Entry {
  const { draft, person, part } = row;
  const frame: VisitFrame = { id: moved?.visit.id ?? newId(), key: draft, person, ordinals: { of: ({ ordinal }) => ordinal } };
  const visit = toFirst(part.said, frame, programme);
  return {
    ...{ visit, duty: part.duty, known: moved, gone: [], since: settled.since.get(row.number ?? ''), parts: [part], rows: [row.row] },
    ...{ files: new Set([part.submission]), outcome: moved ? 'changed' : 'new', noted: true, ordinals: undefined, judged: undefined },
    ...(moved ? {} : { key: toFreeKey(visit, person.id, taken) }),
  };
}

function addRow(entry: Entry, found: VisitRow, context: GatherContext): RowOutcome {
  const given = { ...found, person: toOwner(found.person, entry.visit.person, context) };
  const { row, part } = given;
  const inFile = entry.files.has(part.submission) || entry.parts.some(({ submission }) => submission === part.submission);
  entry.rows.push(row);
  entry.files.add(part.submission);
  if (entry.parts.some((other) => isRepeated(part, other))) {
    return { visit: entry.visit.id, duplicate: true, issues: [toIssue({ code: 'D26', severity: 'information' })] };
  }
  entry.ordinals ??= createOrdinals([...entry.visit.elements, ...entry.gone], context.programme.elements);
  entry.noted = true;
  const at = toArrival(entry.parts, part);
  entry.parts.splice(at, 0, part);
  const issues = at < entry.parts.length - 1 ? foldLate(entry, given, at, context) : addLast(entry, given, inFile, context);
  entry.duty = toDuty(entry.parts);
  return { visit: entry.visit.id, duplicate: false, issues };
}

function addLast(entry: Entry, given: VisitRow, inFile: boolean, context: GatherContext): RowOutcome['issues'] {
  entry.judged = undefined;
  return entry.parts.length === 1 ? beginAnew(entry, given, context) : mergeRow(entry, given, inFile, context);
}

/** A long file is read after others that were handed in later: what those correct stays corrected. */
function foldLate(entry: Entry, given: VisitRow, at: number, context: GatherContext): RowOutcome['issues'] {
  const { programme } = context;
  const before = entry.visit;
  const ordinals = entry.ordinals ?? createOrdinals([], programme.elements);
  const steps = foldParts(entry.parts, { id: before.id, key: given.draft, person: given.person, ordinals }, programme);
  const [own, last] = [steps[at], steps.at(-1)];
  if (own === undefined || last === undefined) throw new Error('there is a step for each part');
  entry.judged = own.visit;
  entry.visit = last.visit;
  const owedFurther = given.part.duty === 'kirim' && entry.duty !== 'kirim';
  if (entry.outcome === 'same' && (owedFurther || !isDeepStrictEqual(entry.visit, before))) entry.outcome = 'changed';
  return own.issues;
}

/** What was taken back begins anew, under the id it had. */
function beginAnew(entry: Entry, { draft, person, part }: VisitRow, { programme }: GatherContext): RowOutcome['issues'] {
  const ordinals = entry.ordinals ?? createOrdinals([], programme.elements);
  entry.visit = toFirst(part.said, { id: entry.visit.id, key: draft, person, ordinals }, programme);
  entry.outcome = 'changed';
  return [];
}

function mergeRow(entry: Entry, given: VisitRow, inFile: boolean, context: GatherContext): RowOutcome['issues'] {
  const before = entry.visit;
  const { part } = given;
  const ordinals = entry.ordinals ?? createOrdinals([], context.programme.elements);
  const { visit, issues, changed } = mergePart(before, part.said, { person: given.person, ordinals }, context.programme);
  const owedFurther = entry.duty !== 'kirim' && part.duty === 'kirim';
  if ((changed || owedFurther) && entry.outcome === 'same') entry.outcome = 'changed';
  entry.visit = visit;
  return [...toAgain({ before, after: visit }, part.said, { inFile, changed }), ...issues];
}

function toGathered({ ordinals, known, gone: before, since, key, files: _files, judged, ...entry }: Entry): GatheredVisit {
  const gone = ordinals?.gone(entry.visit.elements) ?? before;
  return { ...entry, gone, judged: judged ?? entry.visit, ...toGiven({ since, key, known }) };
}
