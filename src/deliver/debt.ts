import type { Issue } from '../fhir/issue.ts';
import type { Delivery, Message, Preparation, Subject, SubjectState, Upstream, UpstreamEntry } from '../platforms/platform.ts';
import type { NextStep } from './decide.ts';

/**
 * A platform should know this version of this subject; in the hands of one worker under a lease.
 * Whatever the worker does with it names `leaseNo`: once somebody else took the debt over, a late worker changes nothing.
 */
export interface Debt {
  readonly platform: string;
  readonly subject: Subject;
  readonly version: number;
  readonly settledVersion: number;
  /** Unsuccessful answers in a row. */
  readonly attempts: number;
  readonly leaseNo: number;
  /** True when an earlier message may have arrived: look before sending. */
  readonly reconcile: boolean;
  readonly sentHash: string | undefined;
  /** True when it was taken from a worker that died while sending. */
  readonly retaken: boolean;
  readonly reason: string | undefined;
}

/** What the worker asks of the store; each call is one transaction, durable when it returns. */
export interface Ledger {
  claim(now: Date, limit: number): Promise<readonly Debt[]>;
  /** The subject as it is now; undefined when it, or the place it leans on, is known no more. */
  load(subject: Subject): Promise<SubjectState | undefined>;
  upstreamOf(refs: readonly string[]): Promise<Upstream>;
  /** Remembers that a message with an effect is about to leave: after a crash it is looked up first. False: the debt is no longer ours. */
  beginSending(debt: Debt, message: Message, now: Date): Promise<boolean>;
  /** Keeps what was asked and answered, by codes; bodies are sealed. */
  record(debt: Debt, exchange: Exchange): Promise<void>;
  /** Learns ids and moves on within one claim. */
  learn(debt: Debt, upstream: readonly UpstreamEntry[], now: Date): Promise<void>;
  settle(debt: Debt, upstream: readonly UpstreamEntry[], now: Date): Promise<void>;
  retry(debt: Debt, step: Extract<NextStep, { step: 'retry' | 'reconcile' }>, now: Date): Promise<void>;
  /** Waits for a time or for other subjects, which are owed by this if they are not yet. */
  wait(debt: Debt, waiting: Extract<Preparation, { do: 'wait' }>, now: Date): Promise<void>;
  hold(debt: Debt, why: { readonly reason: string; readonly issues: readonly Issue[] }, now: Date): Promise<void>;
  park(debt: Debt, issues: readonly Issue[], now: Date): Promise<void>;
}

/** One message and what came back, with when it left and how long it took. */
export interface Exchange {
  readonly message: Message;
  readonly delivery: Delivery;
  readonly at: Date;
  readonly durationMs: number;
}
