import type { Quota, Told } from './quota.ts';

/** What is known of a quota, and how often it was written: whoever writes says what it has seen. */
export interface KeptQuota {
  readonly quota: Quota;
  readonly version: number;
}

/** Where all workers of a platform keep what they know of its quotas. */
export interface QuotaShelf {
  /** Every quota that was ever met, by credential. */
  all(): Promise<ReadonlyMap<string, KeptQuota>>;
  /** Keeps one, where nobody has written since; false where somebody has. */
  keep(credential: string, quota: Quota, seen: number, at: Date): Promise<boolean>;
}

/** Whether a call may leave: at a moment that is nobody else's, or ask again then. */
export type Leave = { readonly may: true; readonly at: number } | { readonly may: false; readonly at: number };

/** Keeps the calls of one process within what platforms allow, together with every other process. */
export interface QuotaGate {
  ask(credential: string): Promise<Leave>;
  /** An answer; `refused` where it said that there were too many calls. */
  tell(credential: string, told: Told): Promise<void>;
  /** How many debts of a credential are worth beginning now; undefined = as many as there are. Asks nobody. */
  allowance(credential: string): number | undefined;
  /** Credentials with a known limit, and what they are allowed a minute; without asking anybody. */
  known(): ReadonlyMap<string, Quota>;
}
