import type { Issue } from '../fhir/issue.ts';
import type { Subject, SubjectKind } from '../platforms/subject.ts';
import type { Db } from './db.ts';

/** Where a debt stands that is not on its way. `partial`: delivered without parts that the platform refused. */
export type StuckState = 'waiting' | 'held' | 'parked' | 'partial';

/** Which of them are meant. Absent parts mean any; `places` speaks of visits there, of their people, and of the places themselves. */
export interface StuckFilter {
  readonly states?: readonly StuckState[];
  readonly reasons?: readonly string[];
  /** Number of the platform's rule. */
  readonly rule?: string;
  readonly places?: readonly string[];
  /** Keys of the nakes who answer for `places`. */
  readonly practitioners?: readonly string[];
  /** Days of visits, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly kinds?: readonly SubjectKind[];
  readonly ids?: readonly string[];
}

/** How many debts stand where for one cause, of one kind. */
export interface StuckCount {
  readonly platform: string;
  readonly state: StuckState;
  readonly reason: string;
  readonly rule: string | undefined;
  readonly kind: SubjectKind;
  readonly count: number;
  /** When the oldest of them came to stand there. */
  readonly since: Date;
}

/** One debt with its cause, which is that of its parent where it waits for one. */
export interface StuckDebt {
  readonly subject: Subject;
  /** `leased`: in the hands of a worker at this moment. */
  readonly state: StuckState | 'leased';
  /** Empty where a worker holds a debt that has none. */
  readonly reason: string;
  readonly rule: string | undefined;
  readonly issues: readonly Issue[];
  readonly since: Date;
  /** What it says of itself, where its cause is that of another. */
  readonly own: { readonly state: string; readonly reason: string | undefined };
  readonly attempts: number;
  readonly notBefore: Date;
  /** The parent it waits for. */
  readonly behind: Subject | undefined;
  /** Our name of the part that was refused. */
  readonly ref: string | undefined;
  readonly place: string | undefined;
  /** Local day of the visit, or of a person's newest one. */
  readonly date: string | undefined;
}

interface CountRow {
  readonly platform: string;
  readonly state: StuckState;
  readonly reason: string;
  readonly rule: string | null;
  readonly subject_kind: SubjectKind;
  readonly debts: number;
  readonly since: Date;
}

interface DebtRow {
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly state: StuckState | 'leased';
  readonly reason: string;
  readonly rule: string | null;
  readonly issues: readonly Issue[] | null;
  readonly since: Date;
  readonly own_state: string;
  readonly own_reason: string | null;
  readonly attempts: number;
  readonly not_before: Date;
  readonly on_kind: SubjectKind | null;
  readonly on_id: string | null;
  readonly ref: string | null;
  readonly place: string | null;
  readonly date: string | null;
}

/** Counts what is held, parked or waiting by cause. Who waits for a held parent counts under the cause of that one. */
export async function countStuck(db: Db, platforms: readonly string[], filter: StuckFilter): Promise<readonly StuckCount[]> {
  const rows = await db.rows<CountRow>('stuck-groups', [db.environment, platforms, ...toValues(filter)]);
  return rows.map((row) => ({
    platform: row.platform,
    state: row.state,
    reason: row.reason,
    rule: row.rule ?? undefined,
    kind: row.subject_kind,
    count: row.debts,
    since: row.since,
  }));
}

/** Where to read on, how much, and whether what a worker holds is told too. */
export interface StuckPage {
  readonly after?: Subject;
  readonly limit: number;
  readonly leased?: boolean;
}

/** The debts themselves, by kind and id. */
export async function listStuck(db: Db, platform: string, filter: StuckFilter, page: StuckPage): Promise<readonly StuckDebt[]> {
  const { after, limit, leased = false } = page;
  const at = [after?.kind ?? '', after?.id ?? '', limit, leased];
  const rows = await db.rows<DebtRow>('list-stuck', [db.environment, platform, ...toValues(filter), ...at]);
  return rows.map(toStuckDebt);
}

function toValues(filter: StuckFilter): readonly unknown[] {
  const { states, reasons, rule, places, practitioners, from, to, kinds, ids } = filter;
  const named = practitioners ?? (places === undefined ? undefined : []);
  return [states, reasons, rule, places, named, from, to, kinds, ids].map((value) => value ?? null);
}

function toStuckDebt(row: DebtRow): StuckDebt {
  const optional = <T>(value: T | null): T | undefined => value ?? undefined;
  return {
    subject: { kind: row.subject_kind, id: row.subject_id },
    state: row.state,
    reason: row.reason,
    rule: optional(row.rule),
    issues: row.issues ?? [],
    since: row.since,
    own: { state: row.own_state, reason: optional(row.own_reason) },
    attempts: row.attempts,
    notBefore: row.not_before,
    behind: row.on_kind === null || row.on_id === null ? undefined : { kind: row.on_kind, id: row.on_id },
    ref: optional(row.ref),
    place: optional(row.place),
    date: optional(row.date),
  };
}
