import { describe, expect, test } from '@jest/globals';
import { judgeTetanus } from '../../../src/insight/immunization/judge-tetanus.ts';
import { toDoseDues } from '../../../src/insight/immunization/to-dose-dues.ts';
import { toTetanusStatuses } from '../../../src/insight/immunization/to-tetanus-statuses.ts';
import type { Episode } from '../../../src/map/episodes/episode.ts';
import type { LocalDate } from '../../../src/map/visit.ts';
import type { Told } from './a-child.ts';
import { after, aPerson, aVisit, on, programmeWith, written } from './a-child.ts';

const programme = programmeWith();
const { tetanus } = programme.immunization;
const lines = written.tetanus.flatMap(({ doses }) => doses);
const pregnancy: Episode = { id: 'hamil-1', person: 'orang-1', kind: 'kehamilan', from: '2025-03-01', basis: 'hpht' };
const birthDate = '1998-05-05';

const td = (code: string, date: LocalDate): Told => ({ code, date, key: 'imunisasi-td', fields: { date: { kind: 'date', date } } });
const dated = (...doses: readonly (readonly [string, LocalDate])[]) => doses.map(([code, date]) => ({ code, date }));

describe('every T', () => {
  const raised = lines.flatMap(({ of, after: least, protects }, at) =>
    least === undefined ? [] : [{ of, least, protects, before: lines[at - 1]?.of ?? '', level: at + 1 }],
  );

  test.each(raised.flatMap((line) => ['2020-01-31', '2024-02-29', '2023-08-31'].map((first) => ({ ...line, first }))))(
    '$of is reached on the day its time after $before of $first is over, not the day before',
    ({ of, least, before, level, first, protects }) => {
      const day = after(first, least);
      const levels = [-1, 0, 1].map((days) => judgeTetanus(dated([before, first], [of, on(day, days)]), tetanus));
      expect(levels.map((each) => each.level)).toEqual([level - 1, level, level]);
      expect(levels.map(({ early }) => early.length)).toEqual([1, 0, 0]);
      expect(levels[1]?.protectedTo).toBe(protects && after(day, protects));
    },
  );

  test('is counted on where a form begins again with each pregnancy, and never beyond the last', () => {
    expect(
      judgeTetanus(
        dated(
          ['T1', '2020-01-01'],
          ['T2', '2020-02-01'],
          ['T1', '2023-01-01'],
          ['T2', '2024-02-01'],
          ['T1', '2026-01-01'],
          ['T2', '2027-06-01'],
        ),
        tetanus,
      ).level,
    ).toBe(5);
    expect(judgeTetanus(dated(['T4', '2020-01-01']), tetanus)).toMatchObject({ level: 4, protectedTo: '2030-01-01' });
    expect(judgeTetanus(dated(['T2', '2024-01-01'], ['T2', '2024-01-01']), tetanus).level).toBe(2);
  });
});

describe('the T of a woman', () => {
  const statuses = (told: readonly Told[]): Readonly<Record<string, unknown>> => {
    const history = aPerson({ birthDate }, told);
    const last = history.visits.at(-1);
    return Object.fromEntries(
      (last === undefined ? [] : toTetanusStatuses(last, history, programme.immunization)).map(([key, { value }]) => [key, value]),
    );
  };

  test('is told by her dated doses, with how long it protects and what came too soon', () => {
    expect(statuses([td('T1', '2025-01-01'), td('T2', '2025-01-28')])).toEqual({ 'status-t': 'T1', 'status-t-jarak': 'terlalu-dini' });
    expect(statuses([td('T1', '2025-01-01'), td('T2', '2025-01-29')])).toEqual({
      'status-t': 'T2',
      'status-t-sampai': '2028-01-29',
      'status-t-jarak': 'cukup',
    });
  });
});

describe('the Td of a pregnant woman', () => {
  const dues = (told: readonly Told[], episodes: readonly Episode[] = [pregnancy], born = birthDate) =>
    toDoseDues(aPerson({ birthDate: born }, told, { seen: '2025-04-01', episodes }), { programme }, '2025-05-01');
  const reported = (code: string): Told => ({ code, key: 'status-tetanus', date: '2025-04-02' });

  test('is the next of her doses, when its time is over and she is known to be pregnant', () => {
    expect(dues([td('T1', '2025-04-10')])).toMatchObject([{ code: 'T2', due: '2025-05-08', lateFrom: '2025-06-08', kerahasiaan: 'umum' }]);
    expect(dues([td('T2', '2022-01-01')])).toMatchObject([{ code: 'T3', due: '2025-04-01' }]);
    expect(dues([td('T5', '2022-01-01')])).toEqual([]);
  });

  test('believes a higher T that a form reports, and reckons no time from it', () => {
    expect(dues([reported('T0')])).toMatchObject([{ code: 'T1', due: '2025-04-01' }]);
    expect(dues([reported('T3'), td('T1', '2025-04-10')])).toMatchObject([{ code: 'T4', due: '2025-04-01' }]);
    expect(dues([reported('T5')])).toEqual([]);
  });

  test('is asked of nobody who is not pregnant, who delivered, or of whom nobody told a T', () => {
    expect(dues([])).toEqual([]);
    expect(dues([td('T1', '2025-04-10')], [])).toEqual([]);
    expect(dues([td('T1', '2025-04-10')], [{ ...pregnancy, delivered: '2025-04-30' }])).toEqual([]);
    expect(dues([td('T1', '2025-04-10')], [{ ...pregnancy, to: '2025-04-30' }])).toEqual([]);
  });

  test('is a secret where the pregnancy is', () => {
    expect(dues([td('T1', '2025-04-10')], [pregnancy], '2008-01-01')).toMatchObject([{ kerahasiaan: 'sangat-terbatas' }]);
  });
});

describe('nobody is called', () => {
  const visits = [aVisit('lahir', '2025-01-20', [])];
  const child = aPerson({ birthDate: '2025-01-20' }, []);

  test('of whose immunisation nothing is known: neither a dose, nor the birth, nor an entry of the register', () => {
    const count = (history: Parameters<typeof toDoseDues>[0]): number => toDoseDues(history, { programme }, '2025-12-01').length;
    const enrolled = { category: 'bayi', place: 'posyandu-uji', from: '2025-06-01', elements: [], reported: {} };
    const seen = (date: LocalDate) => ({ ...child, visits: [aVisit('timbang', date, [])] });

    expect([count(child), count(seen('2025-02-18'))]).toEqual([0, 0]);
    expect([count(seen('2025-02-17')), count({ ...child, enrolments: [enrolled] })].every((each) => each > 0)).toBe(true);
  });

  test('who died or moved away', () => {
    const left = (reasonOut: string) => [
      { category: 'bayi', place: 'posyandu-uji', from: '2025-01-25', to: '2025-03-01', reasonOut, elements: [], reported: {} },
    ];

    expect(toDoseDues({ ...child, visits, enrolments: left('meninggal') }, { programme }, '2025-06-01')).toEqual([]);
    expect(toDoseDues({ ...child, visits, enrolments: left('pindah') }, { programme }, '2025-06-01')).toEqual([]);
    expect(toDoseDues({ ...child, visits, enrolments: left('pindah') }, { programme }, '2025-02-28')).not.toEqual([]);
  });
});
