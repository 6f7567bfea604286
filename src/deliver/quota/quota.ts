/**
 * What is known of a limit that nobody publishes, for one credential at one platform. All times in milliseconds, all paces in calls a millisecond.
 *
 * A caller whose calls are spread evenly looks alike to every kind of limit: fixed window, sliding window, token bucket. So one pace is enough
 * to stay below any of them; the period is only needed to measure that pace, and to know how long to look before believing something.
 *
 * - `bebas`: never refused, nothing is limited.
 * - `buntu`: refused; one call at a time asks whether it is over.
 * - `mengukur`: let through again; calls leave fast until they are refused, twice, so that one whole period is counted.
 * - `tenang`: the pace is known; now and then a short, slightly faster stretch looks whether more is allowed.
 */
export interface Quota {
  readonly phase: 'bebas' | 'buntu' | 'mengukur' | 'tenang';
  /** Answers to calls that left before this say nothing about the phase. */
  readonly since: number;
  /** What the platform is believed to allow; 0 while it is not known. */
  readonly rate: number;
  /** Believed period of the limit. */
  readonly span: number;
  /** Whether the limit saves up what was left unused, as a token bucket does; undefined until a first look has told. */
  readonly elastic: boolean | undefined;
  /** Part of the pace that is left unused, so that delays on the way make no refusal. */
  readonly margin: number;
  /** The next call may leave then. */
  readonly cursor: number;
  /** How long calls take, the slow ones counting more. */
  readonly tripMs: number;
  readonly measuring: Measuring;
  readonly probing: Probing;
}

/** What is counted while the pace is being measured. */
export interface Measuring {
  /** Pace at which calls leave now, and at most. */
  readonly flow: number;
  readonly flowCap: number;
  /** When the first call of this block was refused, and when the call left that asks whether it is over. */
  readonly blockedAt: number;
  readonly triedAt: number;
  /** The latest moment at which the block certainly was not over. */
  readonly closedAt: number;
  /** When the first call after a block was let through, 0 before. */
  readonly mark: number;
  /** Calls let through since the mark, and the whole cycles since: from the end of one block to the end of the next. */
  readonly got: number;
  readonly cycles: readonly Cycle[];
  /** Calls let through since the last block ended, and when that was. */
  readonly run: number;
  readonly runFrom: number;
  /** True once the first cycle was set aside: calls from before the block may have been counted into it. */
  readonly restarted: boolean;
  /** True where the waits that refusals ask for are too coarse to measure by: then the pace is found step by step. */
  readonly coarse: boolean;
  /** The wait the latest refusal asked for, 0 for none. */
  readonly askedMs: number;
  /** A pace that was seen to be allowed: no period is believed that would make less of it. */
  readonly floor: number;
}

/** Calls let through from the end of one block to the end of the next, how long that took, and how much of it was the block. */
export interface Cycle {
  readonly got: number;
  readonly ms: number;
  readonly blockedMs: number;
  /** How late the end of the block was seen at most. */
  readonly lateMs: number;
}

/** How the settled pace is kept true. */
export interface Probing {
  /** The faster stretch under way, or the last one. */
  readonly from: number;
  readonly until: number;
  /** Its surplus over the believed pace, as a part of it. */
  readonly surplus: number;
  /** Stretches in a row that nobody refused. */
  readonly unrefused: number;
  /** Stretches since the pace was last measured: the longer nothing changes, the rarer. */
  readonly count: number;
  /** What went above the believed pace in this look so far. */
  readonly absorbed: number;
  /** When the limit was last seen, and calls let through since. */
  readonly seenAt: number;
  readonly passed: number;
  /** Refusals that may still be spent; one is earned by so many calls. */
  readonly credit: number;
  /** Unexpected refusals in a row, each within a span of the one before. */
  readonly strikes: number;
  readonly struckAt: number;
}

/** What a call told about the limit. A call that was refused for another cause tells nothing. */
export interface Told {
  readonly ok: boolean;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** Wait asked for by a refusal. */
  readonly retryAfterMs?: number;
}

/** Nothing is known, and nothing limited. */
export const unlimited: Quota = {
  phase: 'bebas',
  since: 0,
  rate: 0,
  span: 0,
  elastic: undefined,
  margin: 0.03,
  cursor: 0,
  tripMs: 0,
  measuring: {
    flow: 0,
    flowCap: 0,
    blockedAt: 0,
    triedAt: 0,
    closedAt: 0,
    mark: 0,
    got: 0,
    cycles: [],
    run: 0,
    runFrom: 0,
    restarted: false,
    coarse: false,
    askedMs: 0,
    floor: 0,
  },
  probing: { from: 0, until: 0, surplus: 0, unrefused: 0, count: 0, absorbed: 0, seenAt: 0, passed: 0, credit: 0, strikes: 0, struckAt: 0 },
};
