/** What happened to a cluster of gateways, from three sides: who handed in, the platform, and our own store in the end. */
export interface History {
  readonly told: readonly Told[];
  readonly withdrawn: readonly Withdrawal[];
  readonly journal: readonly JournalEntry[];
  readonly leases: readonly LeaseEvent[];
  readonly end: StoreEnd;
  readonly held: readonly HeldResource[];
}

/** A row that was answered 202. Times are milliseconds of one clock. */
export interface Told {
  readonly submission: string;
  readonly row: number;
  /** What its submitter calls the visit that the row speaks of. */
  readonly record: string;
  /** What the row says about it, to be compared with what is kept. */
  readonly fact: string;
  /** True when nothing about the row keeps its visit from the platform. */
  readonly sendable: boolean;
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** A record whose retraction was committed. */
export interface Withdrawal {
  readonly record: string;
}

/** One line of the platform's journal: an effect, a message that had none, or a look (GET). Refs are ours: `visit/ID`, `visit/ID/PART`, `patient/ID` ... */
export interface JournalEntry {
  readonly order: number;
  readonly method: 'POST' | 'PUT' | 'END' | 'GET';
  readonly type: string;
  readonly ref: string;
  readonly number: string;
  /** The platform's own id. */
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly hash?: string | undefined;
  /** Ids of the platform's on which it leans. */
  readonly leansOn: readonly string[];
  /** `done` took effect; any other word names why a message did not. */
  readonly outcome: string;
  /** True when it landed after its sender had given up. */
  readonly late: boolean;
}

interface LeaseBase {
  /** The debt, or whatever else is leased. */
  readonly debt: string;
  readonly leaseNo: number;
  readonly owner: string;
  /** When the process asked, and when it had the answer; both on one clock for all processes. */
  readonly from: number;
  readonly to: number;
}

/** What processes did under leases: took one, wrote under it (`accepted`: the store let them), or sent a message with an effect. */
export type LeaseEvent = LeaseBase &
  ({ readonly kind: 'claim' } | { readonly kind: 'write'; readonly accepted: boolean } | { readonly kind: 'send' });

/** Our own store when nothing is under way any more. */
export interface StoreEnd {
  readonly verdicts: readonly { readonly submission: string; readonly row: number; readonly visit?: string | undefined }[];
  readonly visits: readonly { readonly id: string; readonly version: number; readonly retracted: boolean; readonly fact: string }[];
  readonly debts: readonly {
    readonly kind: string;
    readonly id: string;
    readonly state: string;
    readonly reason: string;
    readonly owedVersion: number;
    readonly settledVersion: number;
  }[];
}

/** What the platform holds in the end. `fact` for visits, as their parts say it. */
export interface HeldResource {
  readonly ref: string;
  readonly version: number;
  readonly ended: boolean;
  readonly fact: string;
}

/** What is wrong, by the rule that is broken; each finding is a sentence without anybody's name or number. */
export interface Findings {
  readonly lost: readonly string[];
  readonly doubleEffects: readonly string[];
  readonly childBeforeParent: readonly string[];
  readonly olderAfterNewer: readonly string[];
  readonly retractionsNotEnded: readonly string[];
  readonly debtsOpen: readonly string[];
  readonly leaseInTwoHands: readonly string[];
}
