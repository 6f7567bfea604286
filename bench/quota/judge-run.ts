import type { Ran, Scenario } from './simulate.ts';

/** How well a limit was used from one change of it to the next. */
export interface Judged {
  readonly limit: number;
  readonly settledAfterWindows: number;
  /** Calls let through of those that were allowed, once settled. */
  readonly used: number;
  readonly refusalsPer1000: number;
  /** Calls let through once settled, and refusals before. */
  readonly calls: number;
  readonly refusalsBefore: number;
}

/**
 * Settled is from the first window on after which, till the limit changes, 95 % are used: the latest start of five windows that use less than 90 %
 * or are refused more than one in twenty has passed by then.
 */
export function judgeRun(ran: Ran, { windowMs }: Scenario): readonly Judged[] {
  return ran.changes.map(({ at, limit }, index) => {
    const end = ran.changes[index + 1]?.at ?? ran.seen.at(-1)?.at ?? at;
    const windows = Math.floor((end - at) / windowMs);
    const passed = new Array<number>(windows).fill(0);
    const refused = new Array<number>(windows).fill(0);
    for (const one of ran.seen.filter((call) => call.at >= at && call.at < at + windows * windowMs)) {
      const counts = one.ok ? passed : refused;
      const window = Math.floor((one.at - at) / windowMs);
      counts[window] = (counts[window] ?? 0) + 1;
    }
    return toJudged({ limit, passed, refused });
  });
}

interface Counts {
  readonly limit: number;
  readonly passed: readonly number[];
  readonly refused: readonly number[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function toJudged({ limit, passed, refused }: Counts): Judged {
  let settled = 0;
  for (let window = 0; window + lookOver <= Math.min(passed.length, furthest); window += 1) {
    const used = sum(passed.slice(window, window + lookOver)) / (limit * lookOver);
    const away = refused[window] ?? 0;
    if (used < 0.9 || away > Math.max(5, limit * 0.04)) settled = window + 1;
  }
  const calls = sum(passed.slice(settled));
  return {
    limit,
    settledAfterWindows: settled,
    used: calls / (limit * Math.max(1, passed.length - settled)),
    refusalsPer1000: (1000 * sum(refused.slice(settled))) / Math.max(1, calls),
    calls,
    refusalsBefore: sum(refused.slice(0, settled)),
  };
}

const lookOver = 5;
/** What is unsettled later than this was not settled at all, and is to show in the figures. */
const furthest = 60;
