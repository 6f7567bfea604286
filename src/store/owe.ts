import type { Issue } from '../fhir/issue.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Tx } from './db.ts';
import { toJsonText } from './json.ts';

/** Reason of a debt that waits for other subjects; it is released when the last of them is settled. */
export const waitsForParents = 'menunggu-induk';

/** Reason of a debt whose time has not come: it is claimed by itself when it has. */
export const waitsForTime = 'menunggu-waktu';

/** How a new debt begins: ready, waiting for a named event, or held for a person. */
export type Beginning =
  | { readonly state: 'ready' }
  | { readonly state: 'waiting'; readonly reason: string }
  | { readonly state: 'held'; readonly reason: string; readonly issues: readonly Issue[] };

/** A platform should know this version of this subject, not before `due`, and not before the subjects in `on` were settled once. */
export interface NewDebt {
  readonly platform: string;
  readonly subject: Subject;
  readonly version: number;
  readonly due: Date;
  readonly beginning: Beginning;
  readonly on?: readonly Subject[];
  /** For whom it leaves: the puskesmas whose credential speaks for it. */
  readonly lane?: string;
}

/** Names a debt within an environment. */
export interface DebtKey {
  readonly platform: string;
  readonly subject: Subject;
}

/**
 * Owes versions of subjects to platforms. A version that is owed already changes nothing; a higher one makes the debt due again,
 * also when it was settled, held or parked. Whoever is sending at this moment goes on, and the debt becomes ready when that is settled.
 * Returns the debts that were raised.
 */
export async function owe(tx: Tx, debts: readonly NewDebt[], at: Date): Promise<readonly DebtKey[]> {
  const sorted = toSorted(debts);
  if (sorted.length === 0) return [];
  const starts = sorted.map((debt) => startOf(debt, at));
  const rows = await tx.rows<DebtKeyRow>('owe', [
    ...toKeyColumns(sorted),
    sorted.map(({ version }) => version),
    starts.map(({ state }) => state),
    starts.map(({ reason }) => reason),
    sorted.map(({ beginning }) => (beginning.state === 'held' ? toJsonText(beginning.issues) : null)),
    starts.map(({ due }) => due),
    sorted.map(({ due }) => due.toISOString()),
    tx.environment,
    at,
    sorted.map(({ lane }) => lane ?? ''),
  ]);
  const raised = rows.map(toDebtKey);
  const names = new Set(raised.map(nameOf));
  const ours = sorted.filter((debt) => names.has(nameOf(debt)));
  await tellLeaning(
    tx,
    ours.filter(({ subject, version }) => subject.kind !== 'visit' && version > 1),
  );
  await lean(tx, ours, at);
  return raised;
}

/** The end of visits is owed, at these platforms; at every one that was ever owed them when absent. */
export interface Withdrawal {
  readonly visits: readonly { readonly id: string; readonly version: number }[];
  readonly platforms?: readonly string[];
}

/**
 * Owes the end of visits to platforms that were ever owed them; returns the debts that were raised. An end waits for no parent and
 * no hour; a visit that never left ends without a message.
 */
export async function withdraw(tx: Tx, { visits, platforms }: Withdrawal, at: Date): Promise<readonly DebtKey[]> {
  if (visits.length === 0) return [];
  const sorted = [...visits].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = await tx.rows<DebtKeyRow>('withdraw-owed', [
    sorted.map(({ id }) => id),
    sorted.map(({ version }) => version),
    tx.environment,
    at,
    platforms ?? null,
  ]);
  return rows.map(toDebtKey);
}

/** A visit that became somebody else's, and whose it was. */
export interface MovedVisit {
  readonly id: string;
  readonly from: string;
}

/** Visits wait no longer for whom they were about before. */
export async function leavePatients(tx: Tx, moved: readonly MovedVisit[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.count('leave-patients', [tx.environment, moved.map(({ id }) => id).sort(), [...new Set(moved.map(({ from }) => from))].sort()]);
}

/** Lets visits go that became somebody else's after they were sent: what stands in the first one's record is ended before anything else is waited for. */
export async function freeSent(tx: Tx, moved: readonly MovedVisit[], at: Date): Promise<void> {
  if (moved.length > 0) await tx.count('free-sent', [tx.environment, moved.map(({ id }) => id).sort(), at]);
}

interface DebtKeyRow {
  readonly platform: string;
  readonly subject_kind: Subject['kind'];
  readonly subject_id: string;
}

function toDebtKey({ platform, subject_kind: kind, subject_id: id }: DebtKeyRow): DebtKey {
  return { platform, subject: { kind, id } };
}

/** Notes that there is news for senders of the visits that wait for these. */
export async function tellLeaning(tx: Tx, parents: readonly DebtKey[]): Promise<void> {
  if (parents.length > 0) await tx.count('tell-leaning', [...toKeyColumns(parents), tx.environment]);
}

/** Puts down what debts wait for, and releases those that wait for nothing that is still open. Parents are share-locked, so that none is settled unseen. */
export async function lean(tx: Tx, debts: readonly (DebtKey & { readonly on?: readonly Subject[] })[], at: Date): Promise<void> {
  const leaning = debts.filter(({ on }) => on !== undefined && on.length > 0);
  if (leaning.length === 0) return;
  const parents = toSorted(leaning.flatMap(({ platform, on }) => (on ?? []).map((subject) => ({ platform, subject }))));
  await tx.count('share-parents', [...toKeyColumns(parents), tx.environment]);
  const edges = leaning.flatMap((debt) => (debt.on ?? []).map((parent) => ({ ...debt, parent })));
  await tx.count('save-edges', [
    ...toKeyColumns(edges),
    edges.map(({ parent }) => parent.kind),
    edges.map(({ parent }) => parent.id),
    tx.environment,
  ]);
  await tx.count('release-free', [...toKeyColumns(leaning), tx.environment, at, waitsForParents, waitsForTime]);
}

/** Platform, kind and id of debts as three columns. */
export function toKeyColumns(debts: readonly DebtKey[]): readonly (readonly string[])[] {
  return [debts.map(({ platform }) => platform), debts.map(({ subject }) => subject.kind), debts.map(({ subject }) => subject.id)];
}

/** One debt a subject, the highest version, in the order in which every process locks them. */
function toSorted<D extends DebtKey & { readonly version?: number }>(debts: readonly D[]): readonly D[] {
  const byName = new Map<string, D>();
  for (const debt of debts) {
    const other = byName.get(nameOf(debt));
    if (other === undefined || (debt.version ?? 0) > (other.version ?? 0)) byName.set(nameOf(debt), debt);
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, debt]) => debt);
}

function nameOf({ platform, subject }: DebtKey): string {
  return JSON.stringify([platform, subject.kind, subject.id]);
}

interface Start {
  readonly state: 'ready' | 'waiting' | 'held';
  readonly reason: string | null;
  /** When it may be claimed; `infinity` until an event or a person releases it. */
  readonly due: string;
}

function startOf({ beginning, on, due }: NewDebt, at: Date): Start {
  if (beginning.state !== 'ready') return { ...beginning, due: 'infinity' };
  if (on !== undefined && on.length > 0) return { state: 'waiting', reason: waitsForParents, due: 'infinity' };
  if (due > at) return { state: 'waiting', reason: waitsForTime, due: due.toISOString() };
  return { state: 'ready', reason: null, due: due.toISOString() };
}
