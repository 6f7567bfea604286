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
  /** By how much trips differ from that, in the mean. */
  readonly jitterMs: number;
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
  /** When the first block was seen to be over. */
  readonly openedAt: number;
  /** How late that was seen at most. */
  readonly openLateMs: number;
  /** When the first block began, and what was let through since: at the beginning of every block nothing is left, of whatever was saved up. */
  readonly emptyAt: number;
  readonly passed: number;
  /** What was let through since the latest block began. */
  readonly after: number;
  /** Period of a window that was known before its limit changed, 0 for none, -1 where the limit was known to save up. */
  readonly knownMs: number;
  /** A pace that was seen to be allowed: no period is believed that would make less of it. */
  readonly floor: number;
}

/** Calls let through from the end of one block to the end of the next, how long that took, and how much of it was the block. */
export interface Cycle {
  readonly got: number;
  readonly ms: number;
  readonly blockedMs: number;
  /** How long it certainly lasted: until the last call that was refused. */
  readonly shutMs: number;
  /** Calls that were let through while it was taken to last: those on their way when it began. */
  readonly strays: number;
  /** How late the end of the block was seen at most. */
  readonly lateMs: number;
  /** The same of its beginning. */
  readonly fromLateMs: number;
}

/** How the settled pace is kept true. */
export interface Probing {
  /** The look under way, from when until when; 0 for none. */
  readonly from: number;
  readonly until: number;
  /** Until then it goes quickly, to use what was certainly saved up; until then gently; then less so. */
  readonly quickUntil: number;
  readonly gentleUntil: number;
  /** What its gentle part sends above the believed pace, as a part of it. */
  readonly surplus: number;
  /** The same of the part after it. */
  readonly later: number;
  /** So long before and after the window it looks at nothing leaves; 0 where no window is known. */
  readonly beside: number;
  /** Looks in a row that nobody refused. */
  readonly step: number;
  /** Calls of it that were let through. */
  readonly tried: number;
  /** Its refusals after the first one. */
  readonly extra: number;
  /** Where a look saw a window end: its last refusal, and the first call let through after it. 0 for not. */
  readonly edgeFrom: number;
  readonly edgeUntil: number;
  /** True once a look filled one window and counted what it lets through. */
  readonly sure: boolean;
  /** Looks since the pace was last measured. */
  readonly count: number;
  /** When the limit was last seen, and calls let through since. */
  readonly seenAt: number;
  readonly passed: number;
  /** By how much a look goes up where nothing precise could be measured, as a part; 0 where it could. */
  readonly climb: number;
  /** By how much the pace of a bucket may be wrong, as a part. */
  readonly error: number;
  /** Refusals in a row that no look had asked for. */
  readonly surprises: number;
  /** Such refusals, each within a span of the one before. */
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
  jitterMs: 0,
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
    openedAt: 0,
    openLateMs: 0,
    emptyAt: 0,
    passed: 0,
    after: 0,
    knownMs: 0,
    floor: 0,
  },
  probing: {
    ...{
      from: 0,
      until: 0,
      quickUntil: 0,
      gentleUntil: 0,
      surplus: 0,
      later: 0,
      beside: 0,
      step: 0,
      tried: 0,
      extra: 0,
      edgeFrom: 0,
      edgeUntil: 0,
      sure: false,
      count: 0,
    },
    ...{ seenAt: 0, passed: 0, climb: 0, error: 0, surprises: 0, strikes: 0, struckAt: 0 },
  },
};

/** What is kept on a shelf, or nothing where an earlier version of this program kept it otherwise. */
export function current(kept: Quota): Quota {
  return (kept as Partial<Quota>).jitterMs === undefined ? unlimited : kept;
}
