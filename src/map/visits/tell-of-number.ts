import { isDeepStrictEqual } from 'node:util';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { RowOutcome, VisitRow } from './gathering.ts';
import type { KnownVisit } from './known-visit.ts';
import type { SettledNumbers } from './settle-numbers.ts';
import type { VisitPart } from './visit-part.ts';
import { toStandingSince, type Since } from './visit-words.ts';

/** Says of a row that its number was somebody else's until now, or is somebody else's too. */
export function tellOfNumber(outcome: RowOutcome, { row }: VisitRow, { moving, doubled }: SettledNumbers): RowOutcome {
  if (outcome.duplicate || !(moving.has(row) || doubled.has(row))) return outcome;
  const moved = moving.has(row) ? [toIssue({ code: 'nomor-pindah-orang', severity: 'warning' })] : [];
  const shared = doubled.has(row) ? [toIssue({ code: 'nomor-dua-orang', severity: 'warning' })] : [];
  return { ...outcome, issues: [...outcome.issues, ...moved, ...shared] };
}

/** True where it has still to be written down since when rows about a number count. */
export function isNewSince(since: readonly Since[], known: Pick<KnownVisit, 'since'>, parts: readonly VisitPart[]): boolean {
  return !isDeepStrictEqual(toStandingSince(since, parts), known.since ?? []);
}
