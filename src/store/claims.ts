import type { Debt } from '../deliver/debt.ts';
import type { ClaimChoice } from '../deliver/lanes.ts';
import type { SubjectKind } from '../platforms/subject.ts';
import type { Db } from './db.ts';

interface DebtRow {
  readonly platform: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly lane: string;
  readonly owed_version: number;
  readonly settled_version: number;
  readonly attempts: number;
  readonly lease_no: number;
  readonly reconcile: boolean;
  readonly sent_hash: string | null;
  readonly number: string | null;
  readonly refused: Readonly<Record<string, string>> | null;
  readonly retaken: boolean;
  readonly reason: string | null;
}

/** Who claims, of which platform, how many, and for how long. */
export interface Claim {
  readonly platform: string;
  readonly owner: string;
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
  /** What to leave out, and what to take little of; absent = all alike. */
  readonly choice?: ClaimChoice | undefined;
}

/** Takes debts that are due, each for one worker only. Debts of a worker that died are among them when its lease has run out. */
export async function claim(db: Db, { platform, owner, now, leaseMs, limit, choice }: Claim): Promise<readonly Debt[]> {
  const until = new Date(now.getTime() + leaseMs);
  const { shut = [], short = new Map<string, number>(), urgent } = choice ?? {};
  const rows = await db.rows<DebtRow>('claim-owed', [
    ...[db.environment, platform, owner, now, until, limit],
    ...[shut, [...short.keys()], [...short.values()], urgent?.from ?? null, urgent?.until ?? null],
    // Any text that is another one each time.
    Buffer.from(db.random(4)).toString('hex'),
  ]);
  return rows.map((row) => ({
    platform: row.platform,
    subject: { kind: row.subject_kind, id: row.subject_id },
    lane: row.lane,
    version: row.owed_version,
    settledVersion: row.settled_version,
    attempts: row.attempts,
    leaseNo: row.lease_no,
    reconcile: row.reconcile,
    sentHash: row.sent_hash ?? undefined,
    number: row.number ?? undefined,
    refused: new Map(Object.entries(row.refused ?? {})),
    retaken: row.retaken,
    reason: row.reason ?? undefined,
  }));
}
