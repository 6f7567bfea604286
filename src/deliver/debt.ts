import type { Issue } from '../fhir/issue.ts';
import type { Delivery, Environment, Message, Preparation, Subject, SubjectState, Upstream, UpstreamEntry } from '../platforms/platform.ts';
import type { NextStep } from './decide.ts';

/** A platform should know this version of this subject. Claimed under a lease by one worker at a time. */
export interface Debt {
  readonly environment: Environment;
  readonly platform: string;
  readonly subject: Subject;
  readonly version: number;
  /** Unsuccessful answers in a row. */
  readonly attempts: number;
  /** True when an earlier message may have arrived: look before sending. */
  readonly reconcile: boolean;
  readonly sentHash?: string;
}

/** What the worker asks of the store; each call is one transaction, durable when it returns. */
export interface Ledger {
  claim(now: Date, limit: number): Promise<readonly Debt[]>;
  /** The subject as it is now; undefined when it no longer exists. */
  load(subject: Subject): Promise<SubjectState | undefined>;
  upstreamOf(refs: readonly string[]): Promise<Upstream>;
  /** Remembers that a message with an effect is about to leave: after a crash it is looked up first. */
  beginSending(debt: Debt, message: Message, now: Date): Promise<void>;
  /** Keeps what was asked and answered, by codes; bodies are sealed. */
  record(debt: Debt, message: Message, delivery: Delivery, now: Date): Promise<void>;
  /** Learns ids and moves on within one claim. */
  learn(debt: Debt, upstream: readonly UpstreamEntry[]): Promise<void>;
  settle(debt: Debt, upstream: readonly UpstreamEntry[], now: Date): Promise<void>;
  retry(debt: Debt, step: Extract<NextStep, { step: 'retry' | 'reconcile' }>, now: Date): Promise<void>;
  wait(debt: Debt, waiting: Extract<Preparation, { do: 'wait' }>, now: Date): Promise<void>;
  hold(debt: Debt, reason: string, issues: readonly Issue[]): Promise<void>;
  park(debt: Debt, issues: readonly Issue[]): Promise<void>;
}
