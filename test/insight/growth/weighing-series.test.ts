import { describe, expect, test } from '@jest/globals';
import { loadGrowthTables, loadGrowthThresholds } from '../../../src/ingest/growth-tables.ts';
import type { History } from '../../../src/insight/history.ts';
import { toWeighingSeries } from '../../../src/insight/growth/to-weighing-series.ts';
import { packageRoot } from '../../../src/root.ts';
import { aHistory, aQuantity, aVisitOf, computeHistory } from './a-history.ts';

const growth = await loadGrowthTables(packageRoot);
const thresholds = await loadGrowthThresholds(packageRoot);
const rules = thresholds.weighing;

/** Status of each weighing by its date; `2T` where the one before was T as well. */
function statuses(history: History, by = rules): Readonly<Record<string, string | null>> {
  return Object.fromEntries(toWeighingSeries(history, by).map(({ date, status, twice }) => [date, twice ? '2T' : status]));
}

const onTime = { '2025-05-05': 6900, '2025-06-04': 7100, '2025-08-06': 7800 };
const withJuly = { ...onTime, '2025-07-09': 7300 };
const corrected = { ...onTime, '2025-07-09': 7600 };

describe('a girl whose July sheet comes late and is corrected afterwards', () => {
  test('without July, June is T and August O', () => {
    expect(statuses(aHistory(onTime))).toEqual({ '2025-05-05': null, '2025-06-04': 'T', '2025-08-06': 'O' });
  });

  test('with July at 7.3 kg, July is the second T and August N', () => {
    expect(statuses(aHistory(withJuly))).toEqual({ '2025-05-05': null, '2025-06-04': 'T', '2025-07-09': '2T', '2025-08-06': 'N' });
  });

  test('with July corrected to 7.6 kg, July is N, nothing is 2T, and August turns T', () => {
    expect(statuses(aHistory(corrected))).toEqual({ '2025-05-05': null, '2025-06-04': 'T', '2025-07-09': 'N', '2025-08-06': 'T' });
  });

  test('each weighing names what it was compared with, the gain and the minimum gain', () => {
    expect(toWeighingSeries(aHistory(withJuly), rules).map(({ previous, gainG, kbmG }) => [previous, gainG, kbmG])).toEqual([
      [null, null, null],
      ['visit-2025-05-05', 200, 400],
      ['visit-2025-06-04', 200, 300],
      ['visit-2025-07-09', 500, 300],
    ]);
  });

  test.each([
    ['on time', onTime],
    ['with July', withJuly],
    ['with July corrected', corrected],
  ])('what is computed of each visit says the same (%s)', (_, weighings) => {
    const history = aHistory(weighings);
    const computed = computeHistory(history, { growth, thresholds });

    for (const { visit, status, gainG } of toWeighingSeries(history, rules)) {
      expect(computed.get(visit)?.['status-bb'] ?? null).toBe(status);
      expect(computed.get(visit)?.['kenaikan-bb']).toEqual(gainG === null ? undefined : { value: gainG, unit: 'g' });
    }
  });
});

describe('a series of weighings', () => {
  test('a child of whom everything is known begins with B', () => {
    expect(statuses({ ...aHistory(onTime), complete: true })['2025-05-05']).toBe('B');
  });

  test('under the interval rule an August 63 days after June is O, and one 45 days after is compared', () => {
    const byInterval = { ...rules, previous: { ...rules.previous, rule: 'selang' as const } };

    expect(statuses(aHistory(onTime), byInterval)['2025-08-06']).toBe('O');
    expect(statuses(aHistory({ '2025-06-30': 7100, '2025-08-14': 7800 }), byInterval)['2025-08-14']).toBe('N');
    expect(statuses(aHistory({ '2025-06-30': 7100, '2025-08-14': 7800 }))['2025-08-14']).toBe('O');
  });

  test('a third T in a row is 2T as well; a T after an O is not', () => {
    const slow = { '2025-03-05': 6000, '2025-04-05': 6050, '2025-05-05': 6100, '2025-06-05': 6150, '2025-08-05': 6160, '2025-09-05': 6170 };

    expect(Object.values(statuses(aHistory(slow)))).toEqual([null, 'T', '2T', '2T', 'O', 'T']);
  });

  test('two weighings in one month are both compared with the month before, and the later one is what the next month is compared with', () => {
    const series = toWeighingSeries(aHistory({ '2025-05-05': 6900, '2025-06-04': 7000, '2025-06-20': 7400, '2025-07-09': 7500 }), rules);

    expect(series.map(({ previous, status }) => [previous, status])).toEqual([
      [null, null],
      ['visit-2025-05-05', 'T'],
      ['visit-2025-05-05', 'N'],
      ['visit-2025-06-20', 'T'],
    ]);
  });

  test('a weight read out of a free text, or of 0 kg, is no weighing to compare with', () => {
    const history = aHistory({ '2025-05-05': 6900, '2025-07-09': 7300 });
    const unconfirmed = aVisitOf('2025-06-04', [{ ...aQuantity('berat-badan', 7100), unconfirmed: true }]);
    const nothing = aVisitOf('2025-06-04', [aQuantity('berat-badan', 0)]);

    expect(statuses({ ...history, visits: [...history.visits, unconfirmed] })).toEqual({ '2025-05-05': null, '2025-07-09': 'O' });
    expect(statuses({ ...history, visits: [...history.visits, nothing] })['2025-07-09']).toBe('O');
  });

  test('a mother, and a child past the last age of the card, are neither B nor O', () => {
    const mother = aHistory({ '2025-04-05': 52_000, '2025-07-09': 55_000 }, { birthDate: '1997-01-01' });

    expect(Object.values(statuses({ ...mother, complete: true }))).toEqual([null, null]);
  });

  test('without birth date or sex there is no series', () => {
    const { person, ...history } = aHistory(onTime);
    const { birthDate: _birth, ...unborn } = person;
    const { sex: _sex, ...unknown } = person;

    expect([unborn, unknown].map((each) => toWeighingSeries({ ...history, person: each }, rules))).toEqual([[], []]);
  });
});
