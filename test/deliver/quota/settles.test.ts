import { describe, expect, test } from '@jest/globals';
import { judgeRun, type Judged } from '../../../bench/quota/judge-run.ts';
import { promise } from '../../../bench/quota/scenarios.ts';
import { simulate, type Scenario } from '../../../bench/quota/simulate.ts';

const minute = 60_000;
const aRun = (facts: Partial<Scenario>): Scenario => ({
  kind: 'fixed',
  limit: 150,
  windowMs: minute,
  changes: [],
  callsEach: 10_000,
  retryAfter: 'none',
  seed: 20_251_122,
  ...facts,
});
const judge = (scenario: Scenario): readonly Judged[] => judgeRun(simulate(scenario), scenario);
const refusedPer1000 = (judged: readonly Judged[]): number => {
  const calls = judged.reduce((all, one) => all + one.calls, 0);
  return judged.reduce((all, one) => all + one.refusalsPer1000 * one.calls, 0) / calls;
};

describe('four workers that share what they learn of a limit nobody published', () => {
  const limits = [
    ['150 a minute', 150, minute],
    ['50 a second', 50, 1000],
  ] as const;
  const promised = limits.flatMap(([name, limit, windowMs]) =>
    (['fixed', 'bucket'] as const).flatMap((kind) => [
      { name: `${kind}, ${name}, halved`, facts: { kind, limit, windowMs, changes: [limit / 2] } },
      { name: `${kind}, ${name}, doubled`, facts: { kind, limit, windowMs, changes: [limit * 2] } },
    ]),
  );

  test.each(promised)(
    'settle within 30 windows, use 95 % and are refused once in 1,000 calls: $name',
    ({ facts }) => {
      for (const seed of [20_251_122, 7, 303]) {
        const judged = judge(aRun({ ...facts, seed }));
        expect(judged).toHaveLength(2);
        for (const one of judged) {
          expect(one.settledAfterWindows).toBeLessThanOrEqual(promise.settledAfterWindows);
          expect(one.used).toBeGreaterThanOrEqual(promise.used);
        }
        expect(refusedPer1000(judged)).toBeLessThanOrEqual(promise.refusalsPer1000);
      }
    },
    30_000,
  );

  test.each([
    ['a sliding window', { kind: 'sliding' }],
    ['a fixed window whose refusals name seconds', { kind: 'fixed', retryAfter: 'seconds' }],
  ] as const)('use %s of 150 a minute, and hardly ever meet it', (_, facts) => {
    const judged = judge(aRun(facts));
    expect(judged[0]?.settledAfterWindows).toBeLessThanOrEqual(promise.settledAfterWindows);
    expect(judged[0]?.used).toBeGreaterThanOrEqual(promise.used);
    expect(refusedPer1000(judged)).toBeLessThanOrEqual(1.5);
  });

  test('send as they like while nobody refuses anything', () => {
    const { seen } = simulate(aRun({ limit: 1_000_000, callsEach: 3000 }));
    // 32 lanes and 180 to 230 ms a call.
    expect(3000 / ((seen.at(-1)?.at ?? Infinity) / 1000)).toBeGreaterThan(140);
  });
});
