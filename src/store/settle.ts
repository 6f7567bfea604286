import type { Debt, Settling } from '../deliver/debt.ts';
import { partlyRefused } from '../deliver/delivery-issues.ts';
import { toToldReason } from '../deliver/passing-reasons.ts';
import type { Issue } from '../fhir/issue.ts';
import type { Tx } from './db.ts';
import { toLeased, type LeaseRow } from './debts.ts';
import { toJsonText } from './json.ts';
import { tellLeaning, waitsForParents, waitsForTime } from './owe.ts';
import { forgetRefusals, refusalsOf } from './refusals.ts';
import { reopenElsewhere } from './reopen-elsewhere.ts';
import { dropUpstream, saveLearned } from './upstream.ts';

/** A debt whose version the platform knows now, with what that taught. */
export interface Settled {
  readonly debt: Debt;
  readonly settling: Settling;
  readonly at: Date;
}

/** A debt to settle; with issues, parts of it were refused and are for a person. */
interface ToSettle {
  readonly debt: Debt;
  readonly at: Date;
  readonly issues: readonly Issue[];
}

/**
 * The platform knows the version that was claimed. Releases whoever waited for it; a version owed meanwhile is due at once. False: the debt is
 * no longer ours, and nothing was written.
 */
export async function settle(tx: Tx, debt: Debt, at: Date, issues: readonly Issue[] = []): Promise<boolean> {
  return (await settleEach(tx, debt.platform, [{ debt, at, issues }])).length > 0;
}

/**
 * Settles debts of a platform in the order in which every process locks them, and keeps with each what it taught. Of a debt that is no longer
 * ours nothing is written down: a late worker may be older than what its successor knows. Tells of each whether it was ours.
 */
export async function settleAll(tx: Tx, platform: string, all: readonly Settled[]): Promise<readonly boolean[]> {
  const judged: ToSettle[] = [];
  for (const { debt, settling, at } of all) judged.push({ debt, at, issues: await issuesOf(tx, debt, settling) });
  const ours = new Set(await settleEach(tx, platform, judged));
  const kept = all.filter(({ debt }) => ours.has(debt));
  for (const { debt, settling } of kept) if (debt.refused.size > 0) await forgetRefusals(tx, debt, settling.leftOut);
  await dropUpstream(
    tx,
    platform,
    kept.flatMap(({ settling }) => settling.forget ?? []),
  );
  await saveLearned(
    tx,
    platform,
    kept.flatMap(({ debt, settling, at }) => settling.upstream.map((entry) => ({ ...entry, version: debt.version, at }))),
  );
  const patients = kept.filter(({ debt }) => debt.subject.kind === 'patient').map(({ debt }) => debt.subject.id);
  await reopenElsewhere(tx, platform, patients, latest(kept));
  return all.map(({ debt }) => ours.has(debt));
}

async function issuesOf(tx: Tx, debt: Debt, { leftOut }: Settling): Promise<readonly Issue[]> {
  const issues = debt.refused.size === 0 ? [] : await refusalsOf(tx, debt, leftOut);
  return issues.length === 0 ? [] : [partlyRefused, ...issues];
}

/** Answers those that were still ours. */
async function settleEach(tx: Tx, platform: string, all: readonly ToSettle[]): Promise<readonly Debt[]> {
  const rows = await tx.rows<LeaseRow>('settle-owed', [
    ...[tx.environment, platform, ...toSubjects(all)],
    all.map(({ debt }) => debt.leaseNo),
    all.map(({ debt }) => debt.version),
    all.map(({ at }) => at),
    all.map(({ issues }) => (issues.length === 0 ? null : partlyRefused.code)),
    all.map(({ issues }) => (issues.length === 0 ? null : toJsonText(issues))),
  ]);
  const isOurs = toLeased(rows);
  const ours = all.filter(({ debt }) => isOurs(debt));
  const told = ours.filter(({ debt }) => debt.subject.kind !== 'visit' && toToldReason(debt.reason) !== undefined);
  await tellLeaning(
    tx,
    told.map(({ debt }) => debt),
  );
  await releaseWaiters(tx, platform, ours);
  return ours.map(({ debt }) => debt);
}

/** Releases the debts that waited for these and now wait for nothing else. They are locked first: of two parents settled at once the later one sees the earlier. */
async function releaseWaiters(tx: Tx, platform: string, parents: readonly ToSettle[]): Promise<void> {
  if (parents.length === 0) return;
  const values = [tx.environment, platform, ...toSubjects(parents)];
  if ((await tx.count('lock-waiters', values)) === 0) return;
  await tx.count('release-waiters', [...values, latest(parents), waitsForParents, waitsForTime]);
}

function toSubjects(all: readonly ToSettle[]): readonly (readonly string[])[] {
  return [all.map(({ debt }) => debt.subject.kind), all.map(({ debt }) => debt.subject.id)];
}

function latest(all: readonly { readonly at: Date }[]): Date {
  return new Date(Math.max(...all.map(({ at }) => at.getTime())));
}
