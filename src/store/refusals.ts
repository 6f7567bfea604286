import type { Debt, Refusal } from '../deliver/debt.ts';
import type { Issue } from '../fhir/issue.ts';
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

/** Forgets what is refused no longer: parts that were taken, and those that are no parts any more. */
export async function forgetRefusals(tx: Tx, debt: Debt, leftOut: readonly string[]): Promise<void> {
  await tx.count('forget-refusals', [...toSubjectKey(tx, debt), leftOut]);
}

function toSubjectKey({ environment }: Db, { platform, subject }: Debt): readonly unknown[] {
  return [environment, platform, subject.kind, subject.id];
}
