// Longer than 200 lines: every kind of line of one table, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { toDueState } from '../../../src/insight/due/due-item.ts';
import { toDoseDues } from '../../../src/insight/immunization/to-dose-dues.ts';
import { toDoseStates } from '../../../src/insight/immunization/to-dose-states.ts';
import type { LocalDate, Sex } from '../../../src/map/visit.ts';
import type { Told } from './a-child.ts';
import { after, aPerson, aVisit, births, choosing, on, programmeWith, written } from './a-child.ts';

const programme = programmeWith();
const tables = programme.immunization;
const bali = { 'kode-wilayah': '5171011001' };
const lines = written.schedule.flatMap(({ doses, ...group }) => doses.map((line) => ({ ...group, ...line })));
const byAge = lines
  .flatMap((line) => (line.due === undefined ? [] : [{ ...line, due: line.due }]))
  .filter(({ setting }) => setting?.['je'] !== 'semua');
const sexes: readonly Sex[] = ['L', 'P'];

/** All doses that come before another in its series, by the intervals as they are written. */
function listBefore(code: string): readonly string[] {
  return written.intervals.flatMap(({ doses }) => {
    const before = doses[doses.indexOf(code) - 1];
    return before === undefined ? [] : [...listBefore(before), before];
  });
}

const ages = new Map(written.earliest.flatMap(({ doses, age }) => doses.map((code) => [code, age] as const)));
const limits = new Map(written.limits.flatMap(({ doses, below }) => doses.map((code) => [code, below] as const)));

function latest(...days: readonly LocalDate[]): LocalDate {
  return [...days].sort().at(-1) ?? '';
}

function toLateFrom(due: LocalDate, born: LocalDate, line: (typeof byAge)[number]): LocalDate {
  return on(latest(due, after(born, line.by ?? line.due)), (line.lateDays ?? written.late.days) + 1);
}

describe('every line of the schedule by age', () => {
  const all = byAge.flatMap((line) => births.flatMap((birthDate) => sexes.map((sex) => ({ line, birthDate, sex }))));

  test.each(all)('$line.of of who was born on $birthDate, $sex: the day before, on and after', ({ line, birthDate, sex }) => {
    const history = aPerson(
      { birthDate, sex, address: bali },
      listBefore(line.of).map((code) => ({ code })),
      { seen: birthDate },
    );
    const earliest = ages.get(line.of) ?? { days: 0 };
    const due = latest(after(birthDate, line.due), after(birthDate, earliest));
    const lateFrom = toLateFrom(due, birthDate, line);
    const end = on(after(birthDate, limits.get(line.of) ?? written.recall.below), -1);

    // Nobody is known before birth.
    for (const asOf of [on(due, -1), due, on(due, 1)].filter((day) => day >= birthDate)) {
      const [item] = toDoseDues(history, { programme }, asOf).filter(({ code }) => code === line.of);
      expect(item).toMatchObject({
        due,
        lateFrom,
        until: end,
        kind: 'imunisasi',
        kerahasiaan: 'umum',
        rule: `imunisasi@${tables.version}`,
      });
    }
    const state = (day: LocalDate): string => toDueState({ due, lateFrom, until: end }, day);
    expect([state(on(due, -1)), state(due)]).toEqual(['akan-datang', 'jatuh-tempo']);
    if (lateFrom <= end) expect([state(on(lateFrom, -1)), state(lateFrom)]).toEqual(['jatuh-tempo', 'terlambat']);
    expect(state(on(end, 1))).toBe('terlewat');
  });

  test.each(byAge)('$of that was given, or is known without a date, is due no more', ({ of }) => {
    const birthDate = '2025-01-20';
    const given: Told = { code: of, date: after(birthDate, { months: 20 }) };
    for (const told of [given, { code: of }]) {
      const history = aPerson({ birthDate, address: bali }, [told], { seen: birthDate });
      expect(toDoseDues(history, { programme }, '2027-03-01').map(({ code }) => code)).not.toContain(of);
    }
  });

  test('of what only some places give asks for the place', () => {
    const dueIn = (address: Record<string, string> | undefined, chosen = programme): readonly string[] =>
      toDoseDues(
        aPerson({ birthDate: '2025-01-20', ...(address && { address }) }, [], { seen: '2025-01-20' }),
        { programme: chosen },
        '2025-12-01',
      ).map(({ code }) => code);

    expect([dueIn(bali), dueIn({ 'kode-wilayah': '3271' }), dueIn(undefined)].map((codes) => codes.includes('JE'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(dueIn(undefined, programmeWith(choosing('je', 'semua')))).toContain('JE');
    expect(dueIn(bali, programmeWith(choosing('je', 'tidak')))).not.toContain('JE');
  });
});

describe('every line at school', () => {
  const atSchool = lines.flatMap((line) =>
    line.class === undefined || line.month === undefined ? [] : [{ ...line, class: line.class, month: line.month }],
  );
  const toldIn = (grade: number, date: LocalDate, sex: Sex, birthDate = '2014-03-01') => ({
    ...aPerson({ birthDate, sex }, []),
    visits: [
      aVisit('sekolah', date, [
        { key: 'kelas-sekolah', ordinal: 1, value: { kind: 'quantity', int: grade, written: String(grade) }, cell: 'Kelas' },
      ]),
    ],
  });

  test.each(atSchool.filter(({ setting }) => setting === undefined))(
    '$of is due in month $month of class $class, until the school year ends',
    (line) => {
      const due = `2025-${String(line.month).padStart(2, '0')}-01`;
      for (const told of ['2025-07-01', '2025-09-15', '2026-06-30']) {
        const [item] = toDoseDues(toldIn(line.class, told, 'P'), { programme }, told).filter(({ code }) => code === line.of);
        expect(item).toMatchObject({ due, lateFrom: on(after(due, { months: 1 }), written.late.days), until: '2026-06-30' });
      }
      const codes = (grade: number, told: LocalDate, sex: Sex = 'P'): readonly string[] =>
        toDoseDues(toldIn(grade, told, sex), { programme }, told).map(({ code }) => code);
      expect(codes(line.class + 6, '2025-08-01')).not.toContain(line.of);
      expect(codes(line.class, '2025-08-01', 'L').includes(line.of)).toBe(line.sex === undefined);
    },
  );

  test('HPV is one dose or two by year, or as it was chosen', () => {
    const codes = (chosen: string, told: LocalDate): readonly string[] =>
      toDoseDues(toldIn(6, told, 'P'), { programme: programmeWith(choosing('hpv', chosen)) }, told)
        .map(({ code }) => code)
        .filter((code) => code.startsWith('HPV'));

    expect([codes('menurut-tahun', '2024-12-31'), codes('menurut-tahun', '2025-01-01')]).toEqual([['HPV2'], []]);
    expect([codes('dua-dosis', '2025-08-01'), codes('satu-dosis', '2024-08-01')]).toEqual([['HPV2'], []]);
  });

  test.each([
    ['2013-08-01', '2024-08-01', '2025-07-31'],
    ['2013-08-02', '2025-08-01', '2025-08-01'],
    ['2012-02-29', '2023-08-01', '2024-02-28'],
  ])('of a girl born on %s nobody told the class: eleven years stand for it', (birthDate, due, until) => {
    const girl = (told: readonly Told[], sex: Sex = 'P') =>
      toDoseDues(aPerson({ birthDate, sex }, told), { programme }, due).filter(({ code }) => code === 'HPV1');

    expect(girl([{ code: 'BCG' }])).toMatchObject([{ due, until }]);
    expect([girl([{ code: 'BCG' }], 'L'), girl([{ code: 'HPV1', date: birthDate }])]).toEqual([[], []]);
  });
});

describe('every least age and every limit', () => {
  const young = written.earliest.flatMap(({ doses, age }) => doses.flatMap((of) => births.map((birthDate) => ({ of, age, birthDate }))));
  const old = written.limits.flatMap(({ doses, below }) => doses.flatMap((of) => births.map((birthDate) => ({ of, below, birthDate }))));
  const stateOf = (birthDate: LocalDate, code: string, date: LocalDate): string | undefined =>
    toDoseStates(aPerson({ birthDate }, [{ code, date }]), tables, date).find((each) => each.code === code)?.state;

  test.each(young)('$of of who was born on $birthDate counts from that day', ({ of, age, birthDate }) => {
    const first = after(birthDate, age);
    expect([-1, 0, 1].map((days) => stateOf(birthDate, of, on(first, days)))).toEqual(['terlalu-muda', 'sah', 'sah']);
  });

  test.each(old)('$of of who was born on $birthDate is given until the day before', ({ of, below, birthDate }) => {
    const end = after(birthDate, below);
    expect([-1, 0, 1].map((days) => stateOf(birthDate, of, on(end, days)))).toEqual(['sah', 'lewat-batas', 'lewat-batas']);
    const missing = (date: LocalDate): string | undefined =>
      toDoseStates(aPerson({ birthDate }, []), tables, date).find(({ code }) => code === of)?.state;
    expect([missing(on(end, -1)), missing(end)]).toEqual(['belum', 'terlewat']);
  });
});

describe('every interval', () => {
  const pairs = written.intervals.flatMap(({ doses, least }) =>
    doses
      .slice(1)
      .flatMap((of, at) =>
        ['2025-05-31', '2024-02-29', '2024-12-31', '2025-08-30'].map((given) => ({ of, before: doses[at] ?? '', least, given })),
      ),
  );
  const birthDate = '2010-03-01';

  test.each(pairs)('$of after $before on $given: too soon the day before, in time on the day', ({ of, before, least, given }) => {
    const first = after(given, least);
    const states = [-1, 0, 1].map((days) => {
      const told = [
        { code: before, date: given },
        { code: of, date: on(first, days) },
      ];
      return toDoseStates(aPerson({ birthDate }, told), tables, '2027-12-31').find(({ code }) => code === of)?.state;
    });
    // The person is grown up: doses of infants stand as given beyond their limit, and count.
    expect(states.map((state) => state?.replace('lewat-batas', 'sah'))).toEqual(['terlalu-dini', 'sah', 'sah']);
  });

  test.each(pairs.filter(({ of }) => byAge.some((line) => line.of === of)))(
    '$of is due when the time after $before on $given is over',
    ({ of, before, least, given }) => {
      const born = after(given, { months: -1 * 22 });
      const history = aPerson({ birthDate: born }, [...listBefore(before).map((code) => ({ code })), { code: before, date: given }], {
        seen: born,
      });
      const line = byAge.find((each) => each.of === of);
      const due = latest(after(born, line?.due ?? {}), after(given, least));
      const limit = limits.get(of) ?? written.recall.below;
      const items = toDoseDues(history, { programme }, given).filter(({ code }) => code === of);

      const lateFrom = line === undefined ? '' : toLateFrom(due, born, line);
      if (due < after(born, limit)) expect(items).toMatchObject([{ due, lateFrom }]);
      else expect(items).toEqual([]);
    },
  );
});
