import { v4 } from 'uuid';
import { passingReasons } from '../deliver/passing-reasons.ts';
import type { Issue } from '../fhir/issue.ts';
import type { RowStatus } from '../map/mapped-row.ts';
import type { Db, Tx } from './db.ts';

/** Where a reader of outcomes stands. `epoch` names the state of the database that gave the numbers; absent for a reader who begins. */
export interface OutcomePosition {
  readonly epoch: string | undefined;
  readonly seq: number;
  /** The row up to which the line `seq` has been told; absent where it is to be told whole. */
  readonly reading: string | undefined;
  readonly position: number;
}

/** Whose rows are told: those a submitter handed in, or with `all` everybody's, inside a puskesmas where `within` names one. */
export interface OutcomeViewer {
  readonly submitter: string;
  readonly all: boolean;
  readonly within?: string;
  /** Codes of the places inside that puskesmas. */
  readonly places?: readonly string[];
}

/** How a visit stands with a platform, as it is kept. Issues hold no personal data. */
export interface OutcomeDebt {
  readonly platform: string;
  readonly state: 'ready' | 'sending' | 'waiting' | 'held' | 'settled' | 'parked';
  readonly reason: string | null;
  readonly issues: readonly Issue[] | null;
  readonly owed: number;
  readonly settled: number;
  /** When the settled version was taken. */
  readonly at: string | null;
  /** What the platform calls the visit, and the person under whom it was taken. */
  readonly encounter: string | null;
  readonly patient: string | null;
  /** The worst of what it waits for: held, refused, or waiting itself. */
  readonly stuck: (Pick<OutcomeDebt, 'state' | 'reason' | 'issues'> & { readonly kind: string }) | null;
}

/** The newest verdict on a row, and how its visit stands. After an erasure nothing of the visit is there. */
export interface Outcome {
  readonly submission: string;
  readonly source: string;
  readonly row: number | string;
  readonly status: RowStatus;
  readonly reason: string | undefined;
  readonly heading: boolean;
  readonly issues: readonly Issue[];
  readonly erased: boolean;
  readonly visit: string | undefined;
  readonly retracted: { readonly at: Date; readonly reason: string | undefined } | undefined;
  readonly debts: readonly OutcomeDebt[];
}

/** Outcomes after a position, where to go on, and whether more is there. `anew`: the position was of a database that is gone. */
export interface OutcomePage {
  readonly outcomes: readonly Outcome[];
  readonly next: OutcomePosition;
  readonly more: boolean;
  readonly anew: boolean;
}

/** Lines that get their number at one asking, and lines looked at for one page: bounds of the work of one request (our choice). */
const numberedAtOnce = 10_000;
const linesLookedAt = 2000;

/**
 * Gives numbers to what changed since somebody last asked. Numbers are given in the order of commits and under a lock, so that nothing
 * appears before a number that was read. They are at least the clock in microseconds: should a copy of an older state of the database come
 * into service without a word, numbers given there still lie beyond those that readers have. Returns whether more is left.
 */
export async function numberOutcomes(db: Db, transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, at: Date): Promise<boolean> {
  const [look] = await db.rows<{ fresh: boolean; there: boolean }>('look-outcomes', [db.environment]);
  if (look?.there === true && !look.fresh) return false;
  const given = await transact((tx) => giveNumbers(tx, at));
  return given === numberedAtOnce;
}

async function giveNumbers(tx: Tx, at: Date): Promise<number> {
  await tx.count('make-outcome-counter', [tx.environment, v4({ random: tx.random(16) })]);
  const [counter] = await tx.rows<{ last: number }>('hold-outcome-counter', [tx.environment]);
  const from = Math.max(counter?.last ?? 0, at.getTime() * 1000);
  const [numbered] = await tx.rows<{ given: number }>('number-outcomes', [tx.environment, from, numberedAtOnce]);
  return numbered?.given ?? 0;
}

/**
 * A net while gateways are exchanged one by one: notes what those of the version before stored and settled without noting it. Looks only
 * for a day after the schema was brought forward. Returns how many things senders will hear of by it.
 */
export async function tellForgotten(tx: Tx, at: Date): Promise<number> {
  const batches = await tx.count('tell-forgotten-rows', [tx.environment, at]);
  return batches + (await tx.count('tell-forgotten-visits', [tx.environment, at]));
}

interface OutcomeRow {
  readonly epoch: string;
  readonly known: boolean;
  readonly lines: number;
  readonly last_line: number | null;
  readonly chosen: number;
  readonly last_seq: number | null;
  readonly last_reading: string | null;
  readonly last_position: number | null;
  readonly submission: string | null;
  readonly source: string;
  readonly line: number | null;
  readonly path: string | null;
  readonly position: number;
  readonly status: RowStatus;
  readonly reason: string | null;
  readonly heading: boolean;
  readonly issues: readonly Issue[] | null;
  readonly erased: boolean;
  readonly visit: string | null;
  readonly retracted_at: Date | null;
  readonly retracted_reason: string | null;
  readonly debts: readonly OutcomeDebt[] | null;
}

/** Lists outcomes that have a number, after a position, in the order of the numbers. Some pages are empty though more is there. */
export async function listOutcomes(db: Db, after: OutcomePosition, viewer: OutcomeViewer, limit: number): Promise<OutcomePage> {
  const rows = await db.rows<OutcomeRow>('list-outcomes', [
    db.environment,
    after.epoch ?? null,
    after.seq,
    after.reading ?? null,
    after.position,
    linesLookedAt,
    limit,
    viewer.submitter,
    viewer.all,
    viewer.within ?? null,
    viewer.places ?? [],
    passingReasons,
  ]);
  const [head] = rows;
  if (head === undefined) throw new Error('outcomes are listed after they were numbered');
  const full = head.chosen >= limit;
  return {
    outcomes: rows.flatMap((row) => (row.submission === null ? [] : [toOutcome(row, row.submission)])),
    next: toNext(head, after, full),
    more: full || head.lines === linesLookedAt,
    anew: after.epoch !== undefined && !head.known,
  };
}

function toNext(head: OutcomeRow, after: OutcomePosition, full: boolean): OutcomePosition {
  const { epoch, last_seq, last_reading, last_position, last_line } = head;
  if (full && last_seq !== null) return { epoch, seq: last_seq, reading: last_reading ?? undefined, position: last_position ?? -1 };
  if (last_line !== null) return { epoch, seq: last_line + 1, reading: undefined, position: -1 };
  return head.known ? after : { epoch, seq: 0, reading: undefined, position: -1 };
}

function toOutcome(row: OutcomeRow, submission: string): Outcome {
  return {
    submission,
    source: row.source,
    row: row.line ?? row.path ?? row.position,
    status: row.status,
    reason: row.reason ?? undefined,
    heading: row.heading,
    issues: row.issues ?? [],
    erased: row.erased,
    visit: row.visit ?? undefined,
    retracted: toRetracted(row),
    debts: row.debts ?? [],
  };
}

function toRetracted({ retracted_at: at, retracted_reason: reason }: OutcomeRow): Outcome['retracted'] {
  return at === null ? undefined : { at, reason: reason ?? undefined };
}
