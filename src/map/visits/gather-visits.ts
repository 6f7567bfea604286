import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toDaysBetween } from '../days.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { Programme } from '../programme.ts';
import { toLifeStage } from '../programme.ts';
import type { Person, Visit, VisitDraft } from '../visit.ts';
import type { KnownVisit } from './known-visit.ts';
import { mergeVisit } from './merge-visit.ts';

/** A visit after all rows about it, with those rows. */
export interface GatheredVisit {
  readonly visit: Visit;
  readonly rows: readonly (number | string)[];
  readonly contentHashes: readonly string[];
  /** `new`, `changed` (a correction or a further part), or `same`: nothing has to be stored. */
  readonly outcome: 'new' | 'changed' | 'same';
}

/** What became of a row when visits were gathered. */
export interface RowOutcome {
  readonly visit: string;
  /** True for a row that was read before, word for word. */
  readonly duplicate: boolean;
  readonly issues: readonly Issue[];
}

/** Every visit the rows speak of, and every row's visit. */
export interface Gathering {
  readonly visits: readonly GatheredVisit[];
  readonly byRow: ReadonlyMap<number | string, RowOutcome>;
}

interface Entry {
  visit: Visit;
  rows: (number | string)[];
  readonly hashes: Set<string>;
  outcome: GatheredVisit['outcome'];
}

/** What visits are gathered with. */
export interface GatherContext {
  readonly programme: Programme;
  readonly persons: readonly Person[];
  readonly personOf: ReadonlyMap<number | string, string>;
  readonly newId: () => string;
}

/**
 * Gathers rows to visits by the sender's visit number, or else by person, place, date and service. The same row again is skipped;
 * a changed one corrects; another recorder's is a part (field rule 4). Ids and ordinals once given stay.
 */
export function gatherVisits(rows: readonly MappedRow[], existing: readonly KnownVisit[], context: GatherContext): Gathering {
  const persons = new Map(context.persons.map((person) => [person.id, person] as const));
  const byKey = new Map<string, Entry>();
  for (const { visit, contentHashes } of existing) {
    byKey.set(toVisitKey(visit, visit.person), { visit, rows: [], hashes: new Set(contentHashes), outcome: 'same' });
  }
  const byRow = new Map<number | string, RowOutcome>();
  for (const row of rows) {
    const person = persons.get(context.personOf.get(row.row) ?? '');
    if (row.visit === undefined || person === undefined) continue;
    const key = toVisitKey(row.visit, person.id);
    const entry = byKey.get(key);
    if (entry !== undefined) {
      byRow.set(row.row, addRow(entry, row, row.visit, context.programme));
      continue;
    }
    const visit = toVisit(row.visit, person, context);
    byKey.set(key, { visit, rows: [row.row], hashes: new Set([row.contentHash]), outcome: 'new' });
    byRow.set(row.row, { visit: visit.id, duplicate: false, issues: [] });
  }
  const touched = [...byKey.values()].filter(({ rows: of }) => of.length > 0);
  return {
    visits: touched.map(({ visit, rows: of, hashes, outcome }) => ({ visit, rows: of, contentHashes: [...hashes], outcome })),
    byRow,
  };
}

function addRow(entry: Entry, row: MappedRow, draft: VisitDraft, programme: Programme): RowOutcome {
  const inFile = entry.rows.length > 0;
  entry.rows.push(row.row);
  if (entry.hashes.has(row.contentHash)) {
    return { visit: entry.visit.id, duplicate: true, issues: [toIssue({ code: 'D26', severity: 'information' })] };
  }
  const sameRecorder = entry.visit.recorder === draft.recorder;
  const { visit, issues, changed } = mergeVisit(entry.visit, draft, programme.elements);
  entry.visit = visit;
  entry.hashes.add(row.contentHash);
  if (changed && entry.outcome === 'same') entry.outcome = 'changed';
  // Two versions side by side in one file want a look; a later file that corrects is the normal way.
  const again = sameRecorder ? [toIssue({ code: 'D26', severity: inFile && changed ? 'warning' : 'information' })] : [];
  return { visit: visit.id, duplicate: false, issues: [...again, ...issues] };
}

function toVisit(draft: VisitDraft, person: Person, { programme, newId }: GatherContext): Visit {
  const { birthDate } = person;
  const ageDays = birthDate === undefined ? {} : { ageDays: toDaysBetween(birthDate, draft.date) };
  return { ...draft, id: newId(), person: person.id, lifeStage: toLifeStage(programme, birthDate, draft.date), ...ageDays };
}

/** The key of a visit: the sender's visit number with its place and service, or else person, place, date and service. */
export function toVisitKey({ visitNumber, place, date, service }: VisitDraft, person: string): string {
  return visitNumber === undefined ? `${person}|${place}|${date}|${service}` : `${place}|${service}|#${visitNumber}`;
}
