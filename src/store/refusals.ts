import type { Debt, Refusal } from '../deliver/debt.ts';
import type { Issue } from '../fhir/issue.ts';
import type { Subject, SubjectKind } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { toLeaseKey } from './debts.ts';
import { toJsonText } from './json.ts';

/** Remembers parts that the platform refused as they are; nothing of the message arrived. False: the debt is no longer ours. */
export async function refuse(tx: Tx, debt: Debt, refusals: readonly Refusal[], at: Date): Promise<boolean> {
  if ((await tx.count('end-sending', [...toLeaseKey(tx, debt), debt.sentHash ?? null])) === 0) return false;
  const columns = [refusals.map(({ ref }) => ref), refusals.map(({ hash }) => hash), refusals.map(({ issues }) => toJsonText(issues))];
  await tx.count('save-refusals', [...toSubjectKey(tx, debt), at, ...columns]);
  return true;
}

/** Why parts of a subject stay out: the issues of those among `leftOut` that the platform refused. */
export async function refusalsOf(db: Db, debt: Debt, leftOut: readonly string[]): Promise<readonly Issue[]> {
  const rows = await db.rows<{ issues: readonly Issue[] }>('refusals-of', [...toSubjectKey(db, debt), leftOut]);
  return rows.flatMap(({ issues }) => issues);
}

/** A part of a subject that a platform refused: our name of it, and the code by which. */
export interface RefusedPart {
  readonly subject: Subject;
  readonly ref: string;
  readonly code: string | undefined;
}

/** Every part of subjects that a platform refused. */
export async function refusedParts(db: Db, platform: string, subjects: readonly Subject[]): Promise<readonly RefusedPart[]> {
  if (subjects.length === 0) return [];
  const values = [db.environment, platform, subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)];
  const rows = await db.rows<{ subject_kind: SubjectKind; subject_id: string; ref: string; code: string | null }>('refused-parts', values);
  return rows.map(({ subject_kind: kind, subject_id: id, ref, code }) => ({ subject: { kind, id }, ref, code: code ?? undefined }));
}

/** Forgets what is refused no longer: parts that were taken, and those that are no parts any more. */
export async function forgetRefusals(tx: Tx, debt: Debt, leftOut: readonly string[]): Promise<void> {
  await tx.count('forget-refusals', [...toSubjectKey(tx, debt), leftOut]);
}

function toSubjectKey({ environment }: Db, { platform, subject }: Debt): readonly unknown[] {
  return [environment, platform, subject.kind, subject.id];
}
