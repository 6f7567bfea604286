import { isDeepStrictEqual } from 'node:util';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { Duty, Visit } from '../visit.ts';
import { foldParts, mergePart, toAgain, toFirst, type VisitFrame } from './fold-parts.ts';
import type { GatherContext, GatheredVisit, Gathering, RowOutcome, VisitRow } from './gathering.ts';
import { toOwner, toSurvivorsLast, toVisitKey, toVisitRows } from './gathering.ts';
import type { KnownVisit } from './known-visit.ts';
import { createOrdinals, type Ordinals } from './ordinals.ts';
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
  readonly parts: VisitPart[];
  readonly rows: (number | string)[];
  /** Submissions of those rows. */
  readonly files: Set<string>;
}

/**
 * Gathers rows that are read for the first time to visits, by the sender's visit number, or else by person, place, date and service.
 * The same row again is skipped; a changed one corrects; another recorder's is a part (field rule 4). Ids and ordinals once given stay.
 */
export function gatherVisits(rows: readonly MappedRow[], existing: readonly KnownVisit[], context: GatherContext): Gathering {
  const byKey = new Map(
    toSurvivorsLast(existing, context).map(({ known, person }) => [toVisitKey(known.visit, person), toKnownEntry(known)] as const),
  );
  const byRow = new Map<number | string, RowOutcome>();
  for (const row of toVisitRows(rows, context)) {
    const entry = byKey.get(row.key);
    if (entry !== undefined) {
      byRow.set(row.row, addRow(entry, row, context));
      continue;
    }
    const fresh = toNewEntry(row, context);
    byKey.set(row.key, fresh);
    byRow.set(row.row, { visit: fresh.visit.id, duplicate: false, issues: [] });
  }
  return { visits: [...byKey.values()].filter((entry) => entry.rows.length > 0).map(toGathered), byRow };
}

function toKnownEntry(known: KnownVisit): Entry {
  const { visit, duty, parts } = known;
  return {
    visit,
    duty,
    known,
    parts: [...parts],
    rows: [],
    files: new Set(),
    outcome: 'same',
    noted: false,
    ordinals: undefined,
    judged: undefined,
  };
}

/** A visit nobody has spoken of before: its facts keep the numbers they have in their row. */
function toNewEntry({ row, draft, person, part }: VisitRow, { programme, newId }: GatherContext): Entry {
  const frame: VisitFrame = { id: newId(), key: draft, person, ordinals: { of: ({ ordinal }) => ordinal } };
  const visit = toFirst(part.said, frame, programme);
  const files = new Set([part.submission]);
  return {
    visit,
    duty: part.duty,
    known: undefined,
    parts: [part],
    rows: [row],
    files,
    outcome: 'new',
    noted: true,
    ordinals: undefined,
    judged: undefined,
  };
}

function addRow(entry: Entry, found: VisitRow, context: GatherContext): RowOutcome {
  const given = { ...found, person: toOwner(found.person, entry.known?.visit.person, context) };
  const { row, part } = given;
  const inFile = entry.files.has(part.submission) || entry.parts.some(({ submission }) => submission === part.submission);
  entry.rows.push(row);
  entry.files.add(part.submission);
  if (entry.parts.some((other) => isRepeated(part, other))) {
    return { visit: entry.visit.id, duplicate: true, issues: [toIssue({ code: 'D26', severity: 'information' })] };
  }
  entry.ordinals ??= createOrdinals([...entry.visit.elements, ...(entry.known?.gone ?? [])], context.programme.elements);
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
  const person = toOwnerOf(entry, given, at, context);
  const ordinals = entry.ordinals ?? createOrdinals([], programme.elements);
  const steps = foldParts(entry.parts, { id: before.id, key: given.draft, person, ordinals }, programme);
  const [own, last] = [steps[at], steps.at(-1)];
  if (own === undefined || last === undefined) throw new Error('there is a step for each part');
  entry.judged = own.visit;
  entry.visit = last.visit;
  const owedFurther = given.part.duty === 'kirim' && entry.duty !== 'kirim';
  if (entry.outcome === 'same' && (owedFurther || !isDeepStrictEqual(entry.visit, before))) entry.outcome = 'changed';
  return own.issues;
}

/** Whose a visit is, its first part says. */
function toOwnerOf({ visit }: Entry, { person }: VisitRow, at: number, { persons }: GatherContext): VisitRow['person'] {
  return at === 0 ? person : (persons.find(({ id }) => id === visit.person) ?? person);
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
  const person = given.person.id === before.person ? given.person : toOwnerOf(entry, given, 1, context);
  const { visit, issues, changed } = mergePart(before, part.said, { person, ordinals }, context.programme);
  const owedFurther = entry.duty !== 'kirim' && part.duty === 'kirim';
  if ((changed || owedFurther) && entry.outcome === 'same') entry.outcome = 'changed';
  entry.visit = visit;
  return [...toAgain({ before, after: visit }, part.said, { inFile, changed }), ...issues];
}

function toGathered({ visit, duty, ordinals, known, parts, rows, outcome, noted, judged = visit }: Entry): GatheredVisit {
  const gone = ordinals?.gone(visit.elements) ?? known?.gone ?? [];
  return { visit, duty, rows, parts, gone, outcome, noted, judged, ...(known === undefined ? {} : { known }) };
}
