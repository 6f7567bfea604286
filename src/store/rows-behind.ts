import type { Issue } from '../fhir/issue.ts';
import type { LocalDate } from '../map/visit.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Db } from './db.ts';

/** A row that gave a visit, or said something of a person; without its cells. */
export interface RowBehind {
  readonly kind: 'visit' | 'patient';
  readonly id: string;
  readonly submission: string;
  /** The form in which it was handed in. */
  readonly source: string;
  readonly row: number | string;
  readonly issues: readonly Issue[];
}

interface RowBehindRow {
  readonly kind: RowBehind['kind'];
  readonly id: string;
  readonly submission: string;
  readonly source: string;
  readonly line: number | null;
  readonly path: string | null;
  readonly position: number;
  readonly issues: readonly Issue[] | null;
}

/** Rows behind visits and people, the newest `most` of each; places and nakes come from the register and have none. */
export async function rowsBehind(db: Db, subjects: readonly Subject[], most: number): Promise<readonly RowBehind[]> {
  const idsOf = (kind: RowBehind['kind']): readonly string[] => subjects.filter((one) => one.kind === kind).map(({ id }) => id);
  const [visits, people] = [idsOf('visit'), idsOf('patient')];
  const found = [
    ...(visits.length === 0 ? [] : await db.rows<RowBehindRow>('rows-behind-visits', [visits, db.environment, most])),
    ...(people.length === 0 ? [] : await db.rows<RowBehindRow>('rows-behind-persons', [people, db.environment, most])),
  ];
  return found.map(({ line, path, position, issues, ...rest }) => ({ ...rest, row: line ?? path ?? position, issues: issues ?? [] }));
}

/** The row by which a register last told an entry of a person: category, place and day name the entry. */
export interface RowOfEnrolment {
  readonly person: string;
  readonly category: string;
  readonly place: string;
  readonly told: LocalDate;
  readonly submission: string;
  readonly row: number | string;
}

interface RowOfEnrolmentRow extends Pick<RowBehindRow, 'submission' | 'line' | 'path' | 'position'> {
  readonly owner: string;
  readonly category: string;
  readonly place: string;
  readonly told_date: LocalDate;
}

/** Rows behind the entries that registers opened for these people. */
export async function rowsBehindEnrolments(db: Db, persons: readonly string[]): Promise<readonly RowOfEnrolment[]> {
  if (persons.length === 0) return [];
  const found = await db.rows<RowOfEnrolmentRow>('rows-behind-enrolments', [persons, db.environment]);
  return found.map(({ owner, category, place, told_date: told, submission, line, path, position }) => ({
    ...{ person: owner, category, place, told, submission },
    row: line ?? path ?? position,
  }));
}
