import { describe, expect, test } from '@jest/globals';
import { judgeRun } from '../../../bench/quota/judge-run.ts';
import { simulate, type Scenario } from '../../../bench/quota/simulate.ts';

const minute = 60_000;
const aRun = (facts: Partial<Scenario>): Scenario => ({
  kind: 'fixed',
  limit: 150,
  windowMs: minute,
  changes: [],
  callsEach: 6000,
  retryAfter: 'none',
  seed: 20_251_122,
  ...facts,
});

describe('four workers that share what they learn of a limit nobody published', () => {
  test.each([
    ['a fixed window', { kind: 'fixed' }],
    ['a token bucket', { kind: 'bucket' }],
    ['a sliding window', { kind: 'sliding' }],
    ['a fixed window whose refusals name seconds', { kind: 'fixed', retryAfter: 'seconds' }],
  ] as const)('use %s of 150 a minute, and hardly ever meet it', (_, facts) => {
    const scenario = aRun(facts);
    const [judged] = judgeRun(simulate(scenario), scenario);
    expect(judged?.settledAfterWindows).toBeLessThanOrEqual(30);
    expect(judged?.used).toBeGreaterThanOrEqual(0.95);
    expect(judged?.refusalsPer1000).toBeLessThanOrEqual(1.5);
  });

  test.each([
    ['halved', 'fixed', 75],
    ['doubled', 'fixed', 300],
    ['halved', 'bucket', 75],
  ] as const)('find within thirty windows that it was %s (%s)', (_, kind, next) => {
    const scenario = aRun({ kind, changes: [next] });
    const judged = judgeRun(simulate(scenario), scenario)[1];
    expect(judged?.settledAfterWindows).toBeLessThanOrEqual(30);
    expect(judged?.used).toBeGreaterThanOrEqual(0.95);
  });

  test('send as they like while nobody refuses anything', () => {
    const scenario = aRun({ limit: 1_000_000, callsEach: 3000 });
    const { seen } = simulate(scenario);
    // 32 lanes and 180 to 230 ms a call.
    expect(3000 / ((seen.at(-1)?.at ?? Infinity) / 1000)).toBeGreaterThan(140);
  });
});
