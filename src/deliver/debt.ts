import type { Issue } from '../fhir/issue.ts';
import type { Delivery, Message, Preparation, Upstream, UpstreamEntry } from '../platforms/platform.ts';
import type { Subject, SubjectState } from '../platforms/subject.ts';
import type { Learned, NextStep } from './decide.ts';
import type { ClaimChoice } from './lanes.ts';

/**
 * A platform should know this version of this subject; in the hands of one worker under a lease.
 * Whatever the worker does with it names `leaseNo`: once somebody else took the debt over, a late worker changes nothing.
 */
export interface Debt {
  readonly platform: string;
  readonly subject: Subject;
  /** For whom it leaves: the puskesmas whose credential speaks for it. Empty or absent for debts of before that was kept. */
  readonly lane?: string;
  readonly version: number;
  readonly settledVersion: number;
  /** Unsuccessful answers in a row. */
  readonly attempts: number;
  readonly leaseNo: number;
  /** True when an earlier message may have arrived: look before sending. */
  readonly reconcile: boolean;
  readonly sentHash: string | undefined;
  /** The number a visit bears at the platform, once its first message has left. */
  readonly number: string | undefined;
  /** Parts the platform refused as they were: our ref -> hash of what was refused. */
  readonly refused: ReadonlyMap<string, string>;
  /** True when it was taken from a worker that died while sending. */
  readonly retaken: boolean;
  readonly reason: string | undefined;
}

/** A part of a subject that a platform refused as it is. */
export interface Refusal {
  readonly ref: string;
  readonly hash: string;
  readonly issues: readonly Issue[];
}

/** What a settled debt leaves behind: ids that were learned, and parts that stay out because the platform refused them. */
export interface Settling {
  readonly upstream: readonly UpstreamEntry[];
  readonly leftOut: readonly string[];
  readonly forget?: readonly string[];
}

/** Why a person must act; `leftOut` are parts whose refusal belongs to it. */
export interface Holding {
  readonly reason: string;
  readonly issues: readonly Issue[];
  readonly leftOut?: readonly string[];
  readonly notBefore?: Date;
}

/** What the worker asks of the store; each call is one transaction, durable when it returns. */
export interface Ledger {
  /** Takes debts that are due, fairly of all lanes. */
  claim(now: Date, limit: number, choice?: ClaimChoice): Promise<readonly Debt[]>;
  /** The subject as it is now; undefined when it, or the place it leans on, is known no more. */
  load(debt: Pick<Debt, 'subject' | 'number'>): Promise<SubjectState | undefined>;
  upstreamOf(refs: readonly string[]): Promise<Upstream>;
  /** Remembers that a message with an effect is about to leave: after a crash it is looked up first. Unless `begun`, nothing may be sent. */
  beginSending(debt: Debt, message: Message, now: Date): Promise<Begun>;
  /** Keeps what was asked and answered, by codes; bodies are sealed. */
  record(debt: Debt, exchange: Exchange): Promise<void>;
  /** Learns ids, forgets what is no more, and moves on within one claim. False: what was found belongs to another visit of ours, and nothing was learned. */
  learn(debt: Debt, learned: Learned, now: Date): Promise<boolean>;
  /** Remembers parts that were refused as they are; the rest goes on under the same lease. False: the debt is no longer ours. */
  refuse(debt: Debt, refusals: readonly Refusal[], now: Date): Promise<boolean>;
  /** The platform knows this version, but for what it refused: then a person looks at that, and whoever waits for the subject is released. */
  settle(debt: Debt, settling: Settling, now: Date): Promise<void>;
  retry(debt: Debt, step: Extract<NextStep, { step: 'retry' | 'reconcile' }>, now: Date): Promise<void>;
  /** Waits for a time or for other subjects, which are owed by this if they are not yet. */
  wait(debt: Debt, waiting: Extract<Preparation, { do: 'wait' }>, now: Date): Promise<void>;
  /** For a person; with `notBefore` it comes back by itself then. */
  hold(debt: Debt, why: Holding, now: Date): Promise<void>;
  park(debt: Debt, issues: readonly Issue[], now: Date): Promise<void>;
  /** Gives debts back as they are, due at a time. Only for those of which nothing is on its way. */
  giveBack(debts: readonly Debt[], due: Date, now: Date): Promise<void>;
}

/** Whether a message may leave: `lost` when another worker has the debt, `number-taken` when another visit of ours bears its number. */
export type Begun = 'begun' | 'lost' | 'number-taken';

/** One message and what came back, with when it left and how long it took. */
export interface Exchange {
  readonly message: Message;
  readonly delivery: Delivery;
  readonly at: Date;
  readonly durationMs: number;
}
