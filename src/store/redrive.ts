import type { Issue } from '../fhir/issue.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { lean, waitsForTime } from './owe.ts';

/** Where a debt stood when it was locked. */
export interface LockedDebt {
  readonly subject: Subject;
  readonly state: string;
  readonly reason: string | undefined;
}

/** Where a debt is to stand from now on. `on`: it waits for these, unless all of them were settled once. */
export interface RedrivenDebt {
  readonly subject: Subject;
  readonly to:
    | { readonly state: 'ready' }
    | { readonly state: 'waiting'; readonly reason: string }
    | { readonly state: 'held'; readonly reason: string; readonly issues: readonly Issue[] };
  readonly on?: readonly Subject[];
  /** True where it is to be tried again: then so are the parts that were refused. */
  readonly anew: boolean;
}

interface SubjectRow {
  readonly subject_kind: Subject['kind'];
  readonly subject_id: string;
}

/** Locks debts until the transaction ends, in the order in which every process locks them. Those in the hands of a worker are left out. */
export async function lockDebts(tx: Tx, platform: string, subjects: readonly Subject[]): Promise<readonly LockedDebt[]> {
  const rows = await tx.rows<SubjectRow & { readonly state: string; readonly reason: string | null }>('lock-debts', [
    tx.environment,
    platform,
    ...toColumns(subjects),
  ]);
  return rows.map((row) => ({ subject: toSubject(row), state: row.state, reason: row.reason ?? undefined }));
}

/** Which of these subjects the platform has known at least once. */
export async function settledAmong(db: Db, platform: string, subjects: readonly Subject[]): Promise<readonly Subject[]> {
  return (await db.rows<SubjectRow>('settled-among', [db.environment, platform, ...toColumns(subjects)])).map(toSubject);
}

/**
 * Puts locked debts where they are to stand: attempts begin anew, parts that were refused are tried again, and what may have arrived
 * is still looked up first. Those that wait for parents are released at once where none of these is open any more.
 */
export async function redrive(tx: Tx, platform: string, debts: readonly RedrivenDebt[], at: Date): Promise<void> {
  if (debts.length === 0) return;
  const subjects = toColumns(debts.map(({ subject }) => subject));
  await tx.count('redrive-owed', [
    ...[tx.environment, platform, ...subjects],
    debts.map(({ to }) => to.state),
    debts.map(({ to }) => (to.state === 'ready' ? null : to.reason)),
    debts.map(({ to }) => (to.state === 'held' ? toJsonText(to.issues) : null)),
    ...[at, waitsForTime],
  ]);
  const anew = debts.filter((debt) => debt.anew);
  const released = toColumns(anew.map(({ subject }) => subject));
  await tx.count('drop-refusals', [tx.environment, platform, ...released]);
  await tx.count('drop-edges', [tx.environment, platform, ...released]);
  await lean(
    tx,
    anew.map(({ subject, on = [] }) => ({ platform, subject, on })),
    at,
  );
}

function toColumns(subjects: readonly Subject[]): readonly (readonly string[])[] {
  return [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)];
}

function toSubject(row: SubjectRow): Subject {
  return { kind: row.subject_kind, id: row.subject_id };
}
