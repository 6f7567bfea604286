import { judgeRun, type Judged } from './judge-run.ts';
import type { LimitKind } from './limiters.ts';
import { simulate, type Scenario } from './simulate.ts';

/** A limit from one change of it to the next, worst settling and mean use over all seeds. */
export interface Line {
  /** The limit, and what it was before where it changed. */
  readonly limit: string;
  readonly kind: LimitKind;
  readonly retryAfter: Scenario['retryAfter'];
  readonly settledAfterWindows: number;
  readonly used: number;
  readonly refusalsPer1000: number;
  readonly calls: number;
  /** Refusals while it was being learned, in the mean. */
  readonly refusalsBefore: number;
  readonly promised: boolean;
}

interface Group {
  readonly scenario: Omit<Scenario, 'seed'>;
  readonly seeds: number;
  readonly promised: boolean;
}

const minute = 60_000;
const promisedLimits = [
  [150, minute],
  [50, 1000],
] as const;
/** Limits that nothing was tuned for. */
const otherLimits = [
  [37, minute],
  [600, minute],
  [8, 1000],
  [1000, 5 * minute],
] as const;

/** Each limit as it is for `calls`, halved or doubled in the middle; and limits that nothing was tuned for. */
export function scenarios({ calls, seeds }: { readonly calls: number; readonly seeds: number }): readonly Group[] {
  const of = (kind: LimitKind, [limit, windowMs]: readonly [number, number], more: Partial<Scenario>): Group => ({
    scenario: { kind, limit, windowMs, changes: [], callsEach: calls / 2, retryAfter: 'none', ...more },
    seeds,
    promised: kind !== 'sliding' && (more.retryAfter ?? 'none') === 'none' && promisedLimits.some(([known]) => known === limit),
  });
  const kinds = ['fixed', 'bucket', 'sliding'] as const;
  return [
    ...kinds.flatMap((kind) =>
      promisedLimits.flatMap((one) => [of(kind, one, { changes: [one[0] / 2] }), of(kind, one, { changes: [one[0] * 2] })]),
    ),
    ...kinds.flatMap((kind) => promisedLimits.map((one) => of(kind, one, { changes: [one[0] * 2], retryAfter: 'seconds' }))),
    ...kinds.flatMap((kind) => otherLimits.map((one) => of(kind, one, { changes: [one[0] * 2] }))),
  ];
}

/** Runs them all. */
export function toLines(groups: readonly Group[]): readonly Line[] {
  return groups.flatMap((group) => {
    const runs = Array.from({ length: group.seeds }, (_, index) => {
      const scenario = { ...group.scenario, seed: index + 1 };
      return judgeRun(simulate(scenario), scenario);
    });
    return (runs[0] ?? []).map((_, part) =>
      toLine(
        group,
        part,
        runs.map((run) => run[part]).filter((judged) => judged !== undefined),
      ),
    );
  });
}

function toLine(
  { scenario: { kind, limit, windowMs, changes, retryAfter }, promised }: Group,
  part: number,
  runs: readonly Judged[],
): Line {
  const now = part === 0 ? limit : (changes[part - 1] ?? limit);
  const calls = sum(runs.map((run) => run.calls));
  return {
    limit: `${String(now)}/${String(windowMs / 1000)} s${part === 0 ? '' : `, was ${String(limit)}`}`,
    kind,
    retryAfter,
    settledAfterWindows: Math.max(...runs.map((run) => run.settledAfterWindows)),
    used: sum(runs.map((run) => run.used)) / runs.length,
    refusalsPer1000: sum(runs.map((run) => run.refusalsPer1000 * run.calls)) / Math.max(1, calls),
    calls,
    refusalsBefore: Math.round(sum(runs.map((run) => run.refusalsBefore)) / runs.length),
    promised,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
