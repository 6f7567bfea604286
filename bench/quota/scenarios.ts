import { judgeRun, type Judged } from './judge-run.ts';
import type { LimitKind } from './limiters.ts';
import { simulate, type Scenario } from './simulate.ts';

/** What many runs of a limit came to, half and worst of them. */
export interface Spread {
  readonly median: number;
  readonly worst: number;
}

/** A limit from one change of it to the next, over all seeds. */
export interface Line {
  /** The limit, and what it was before where it changed. */
  readonly limit: string;
  readonly kind: LimitKind;
  readonly retryAfter: Scenario['retryAfter'];
  readonly settledAfterWindows: Spread;
  readonly used: Spread;
  readonly refusalsPer1000: Spread;
  /** Refusals while it was being learned. */
  readonly refusalsBefore: Spread;
  readonly promised: boolean;
  readonly seeds: number;
  /** Seeds on which all that is promised held up to here: what is refused is counted over all settled calls of a run, once it is over. */
  readonly kept: number;
}

/** What is promised of a run: settled within so many windows after every change, and then. */
export const promise = { settledAfterWindows: 30, used: 0.95, refusalsPer1000: 1 };

interface Group {
  readonly scenario: Omit<Scenario, 'seed'>;
  readonly seeds: number;
  readonly firstSeed: number;
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
export function scenarios({ calls, seeds, firstSeed }: { readonly calls: number } & Pick<Group, 'seeds' | 'firstSeed'>): readonly Group[] {
  const of = (kind: LimitKind, [limit, windowMs]: readonly [number, number], more: Partial<Scenario>): Group => ({
    scenario: { kind, limit, windowMs, changes: [], callsEach: calls / 2, retryAfter: 'none', ...more },
    seeds,
    firstSeed,
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

/** What `--only` chooses by: `fixed:50/1:25:none` is a window of 50 a second that is halved and whose refusals name no time. */
export function toName({ scenario: { kind, limit, windowMs, changes, retryAfter } }: Group): string {
  return `${kind}:${String(limit)}/${String(windowMs / 1000)}:${changes.join('-')}:${retryAfter}`;
}

/** Runs them all. */
export function toLines(groups: readonly Group[]): readonly Line[] {
  return groups.flatMap((group) => {
    const runs = Array.from({ length: group.seeds }, (_, index) => {
      const scenario = { ...group.scenario, seed: group.firstSeed + index };
      return judgeRun(simulate(scenario), scenario);
    });
    return (runs[0] ?? []).map((_, part) => toLine(group, part, runs));
  });
}

function toLine(
  { scenario: { kind, limit, windowMs, changes, retryAfter }, promised, seeds }: Group,
  part: number,
  runs: readonly (readonly Judged[])[],
): Line {
  const now = part === 0 ? limit : (changes[part - 1] ?? limit);
  const judged = runs.map((run) => run[part]).filter((one) => one !== undefined);
  const spread = (figures: readonly number[], worst: number): Spread => ({
    median: [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0,
    worst,
  });
  const most = (of: (one: Judged) => number): Spread => spread(judged.map(of), Math.max(...judged.map(of)));
  const used = judged.map((one) => one.used);
  return {
    limit: `${String(now)}/${String(windowMs / 1000)} s${part === 0 ? '' : `, was ${String(limit)}`}`,
    kind,
    retryAfter,
    settledAfterWindows: most((one) => one.settledAfterWindows),
    used: spread(used, Math.min(...used)),
    refusalsPer1000: most((one) => one.refusalsPer1000),
    refusalsBefore: most((one) => one.refusalsBefore),
    promised,
    seeds,
    kept: runs.filter((run) => isKept(run.slice(0, part + 1), part)).length,
  };
}

/** Of a run that has not changed yet only settling and use can be told: its refusals count over all its calls. */
function isKept(parts: readonly Judged[], part: number): boolean {
  const settled = parts.every((one) => one.settledAfterWindows <= promise.settledAfterWindows && one.used >= promise.used);
  const calls = parts.reduce((all, one) => all + one.calls, 0);
  const refused = parts.reduce((all, one) => all + (one.refusalsPer1000 * one.calls) / 1000, 0);
  return settled && (part === 0 || (1000 * refused) / Math.max(1, calls) <= promise.refusalsPer1000);
}
