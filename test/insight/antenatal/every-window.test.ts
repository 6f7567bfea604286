import { beforeAll, describe, expect, test } from '@jest/globals';
import { computeVisit } from '../../../src/insight/status/compute-visit.ts';
import { toWarnings } from '../../../src/insight/warnings/to-warnings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays } from '../../../src/map/days.ts';
import type { Computed } from '../../../src/map/visits/compute-growth.ts';
import type { Contact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';
import { choosing, schedule } from './written-schedule.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

const day0 = '2025-03-03';
const on = (day: number): string => addDays(day0, day);

function computeLast(story: Story, by = tables): Computed {
  const history = aHistory(by, { asOf: '2026-12-31', ...story });
  const visit = history.visits.at(-1);
  if (visit === undefined) throw new Error('no visit');
  return computeVisit(visit, history, by);
}

/** Every edge of a list of windows, with the window it lies in: the day before, the first, the last, the day after. */
function toEdges(windows: readonly { readonly is: string; readonly days: readonly [number, number] }[]) {
  const days = new Set(windows.flatMap(({ days: [first, last] }) => [first - 1, first, last, last + 1]));
  return [...days]
    .sort((one, other) => one - other)
    .map((day) => ({ day, is: windows.find(({ days: [a, b] }) => day >= a && day <= b)?.is }));
}

describe('a childbed visit', () => {
  test.each(toEdges(schedule.childbed.windows).filter(({ day }) => day > 0))('on day $day is $is', ({ day, is }) => {
    const visit: Contact = { date: on(day), recorder: 'nakes', condition: 'nifas', elements: { 'tanggal-persalinan': day0 } };
    const computed = computeLast({ contacts: [visit] });
    expect([computed['jendela-nifas'], computed['kontak-kf-ke'], computed['hari-nifas']]).toEqual([is, is, is && day]);
  });

  test('on the day of the delivery counts only where it was told, or where the setting says so', async () => {
    const visit: Contact = { date: day0, recorder: 'nakes', condition: 'nifas', elements: { 'tanggal-persalinan': day0 } };
    const told: Contact = { ...visit, elements: { ...visit.elements, 'kunjungan-nifas': 'KF1' } };
    const always = await readTables(choosing('hari-lahir', 'dihitung'));

    expect(computeLast({ contacts: [visit] })['kontak-kf']).toBe(0);
    expect(computeLast({ contacts: [told] })['kontak-kf']).toBe(1);
    expect(computeLast({ contacts: [visit] }, always)['kontak-kf']).toBe(1);
  });

  test('with every window seen makes KF lengkap, with one missing it does not', () => {
    const visits = schedule.childbed.windows.map(({ days: [, last] }): Contact => ({
      date: on(last),
      recorder: 'nakes',
      condition: 'nifas',
      elements: { 'tanggal-persalinan': day0 },
    }));
    expect(computeLast({ contacts: visits })).toMatchObject({ 'kontak-kf': visits.length, 'kf-lengkap': 'ya' });
    expect(computeLast({ contacts: visits.slice(1) })).toMatchObject({ 'kontak-kf': visits.length - 1, 'kf-lengkap': 'belum' });
  });
});

describe('a visit of a newborn', () => {
  const person = { birthDate: day0 };
  test.each(toEdges(schedule.newborn.windows).filter(({ day }) => day > 0))('on day $day is $is', ({ day, is }) => {
    const computed = computeLast({ person, contacts: [{ date: on(day), recorder: 'nakes', elements: { 'berat-badan': 3 } }] });
    expect([computed['jendela-neonatus'], computed['kontak-kn-ke']]).toEqual([is, is]);
  });

  test('in every window makes KN lengkap; a kader makes none', () => {
    const visits = schedule.newborn.windows.map(({ days: [, last] }): Contact => ({ date: on(last), recorder: 'nakes' }));
    const kader = visits.map((visit): Contact => ({ ...visit, recorder: 'kader', verified: true }));
    expect(computeLast({ person, contacts: visits })).toMatchObject({ 'kn-lengkap': 'ya' });
    expect(computeLast({ person, contacts: kader })).toMatchObject({ 'kontak-kn': 0, 'kn-lengkap': 'belum' });
  });

  test('on the day of birth counts only where it was told as KN', () => {
    expect(
      computeLast({ person, contacts: [{ date: day0, recorder: 'nakes', elements: { 'kunjungan-neonatal': 'KN1' } }] })['kontak-kn'],
    ).toBe(1);
    expect(computeLast({ person, contacts: [{ date: day0, recorder: 'nakes', elements: { 'berat-badan': 3 } }] })['kontak-kn']).toBe(0);
  });
});

const ends = schedule.pregnancy.trimesters.map(({ is, to }) => ({ is, last: Math.min(to * 7 + 6, schedule.pregnancy.longestDays) }));

describe('a first contact with a nakes', () => {
  const seen = (day: number): Contact => ({ date: on(day), recorder: 'nakes', condition: 'hamil', elements: { hpht: day0 } });
  const first = schedule.contacts.list[0]?.trimester;

  test.each(ends)('on the last day of trimester $is and the day after', ({ is, last }) => {
    for (const [day, trimester] of [
      [last - 1, is],
      [last, is],
      [last + 1, ends.find((each) => each.is === is + 1)?.is],
    ] as const) {
      if (trimester === undefined) continue;
      const computed = computeLast({ contacts: [seen(day)] });
      const kind = trimester === first ? 'murni' : 'akses';
      expect([day, computed['trimester'], computed['kontak-k1'], computed['kontak-k']]).toEqual([day, trimester, kind, 'K1']);
    }
  });
});

/** The days since the beginning on which the silence of a contact begins to count, as the page says it. */
const missed = schedule.contacts.list
  .map(({ is, trimester }) => {
    const [first, last] = schedule.plan.weeks[is] ?? [0, 0];
    const delay = schedule.pregnancy.trimesters.find((each) => each.is === trimester)?.delayDays ?? 0;
    return { is, first: first * 7, opens: last * 7 + 6 + delay + 1 };
  })
  .slice(0, -1);

describe('a contact of pregnancy that did not happen', () => {
  const known: Contact = { date: on(0), elements: { hpht: day0 } };
  const seen = (day: number): Contact => ({ date: on(day), recorder: 'nakes', elements: { 'berat-badan': 50 } });
  const dropsOn = (contacts: readonly Contact[], asOf: string): readonly string[] =>
    toWarnings(aHistory(tables, { contacts, asOf }), tables, asOf)
      .filter(({ code, closed }) => code === 'ANC-DROP' && closed === undefined)
      .map(({ opened, level }) => `${level} ${opened}`);
  /** One contact on the last day before the time of a contact, so that all before it is in order. */
  const before = (first: number): readonly Contact[] => (first === 0 ? [known] : [known, seen(first - 1)]);

  test.each(missed)('$is is missed from day $opens on, not a day before', ({ first, opens }) => {
    expect(dropsOn(before(first), on(opens - 1))).toEqual([]);
    expect(dropsOn(before(first), on(opens))).toEqual([`kuning ${on(opens)}`]);
    expect(dropsOn(before(first), on(opens + 1))).toEqual([`kuning ${on(opens)}`]);
  });

  test.each(missed)(
    '$is is not missed of who was seen on the first or the last day of its time; a day after it is over',
    ({ first, opens }) => {
      for (const day of [first, opens - 1, opens]) expect(dropsOn([...before(first), seen(day)], on(opens))).toEqual([]);
    },
  );

  test('the due date: missed when its grace is over', () => {
    const { days, trimesters } = schedule.pregnancy;
    const grace = days + (trimesters.at(-1)?.delayDays ?? 0);
    const story = [known, seen(days - 7)];
    expect(dropsOn(story, on(grace - 1))).toEqual([]);
    expect(dropsOn(story, on(grace))).toEqual([`jingga ${on(grace)}`]);
  });
});

describe('the first contact after a birth that did not happen', () => {
  const [kf] = schedule.childbed.windows;
  const [kn] = schedule.newborn.windows;

  test('KF1 and KN1 are missed the day after their windows, orange', () => {
    const mother: Story = {
      contacts: [
        { date: on(-30), condition: 'hamil' },
        { date: day0, elements: { 'tanggal-persalinan': day0 } },
      ],
    };
    const child: Story = { person: { birthDate: day0, nik: '6472990303250001' }, contacts: [{ date: day0 }] };
    for (const [story, last] of [
      [mother, kf?.days[1] ?? 0],
      [child, kn?.days[1] ?? 0],
    ] as const) {
      const list = (day: number) =>
        toWarnings(aHistory(tables, { ...story, asOf: on(day) }), tables, on(day)).filter(({ code }) => code === 'PNC-DROP');
      expect(list(last)).toEqual([]);
      expect(list(last + 1)).toMatchObject([{ opened: on(last + 1), level: 'jingga' }]);
    }
  });
});

describe('tablets and the items of preeclampsia', () => {
  test.each(Object.entries(schedule.tablets.least))(
    'by the setting %s so many tablets suffice, and one less does not',
    async (use, least) => {
      const by = await readTables(choosing('ttd-cukup', use));
      const given = (count: number): Contact => ({ date: on(70), condition: 'hamil', elements: { hpht: day0, 'ttd-jumlah': count } });
      const more: Contact = { date: on(100), condition: 'hamil', elements: { 'mms-jumlah': 30 } };
      for (const [total, enough] of [
        [least - 1, 'belum'],
        [least, 'ya'],
        [least + 1, 'ya'],
      ] as const) {
        const computed = computeLast({ contacts: [given(total - 30), more] }, by);
        expect([computed['ttd-total'], computed['ttd-cukup']]).toEqual([{ value: total, unit: '{tablet}' }, enough]);
      }
    },
  );

  test.each(['high', 'moderate'] as const)('%s: one item less than the least is no risk, the least is one', (level) => {
    const { high, moderate } = schedule.preeclampsia;
    const none = Object.fromEntries([...high.of, ...moderate.of].map((key) => [key, false]));
    const { least, of } = schedule.preeclampsia[level];
    for (const count of [least - 1, least, of.length]) {
      const yes = of.slice(0, count);
      const elements = { hpht: day0, ...none, ...Object.fromEntries(yes.map((key) => [key, true])) };
      const computed = computeLast({ contacts: [{ date: on(70), condition: 'hamil', elements }] });
      const isRisk = count >= least;
      expect(computed['risiko-preeklamsia']).toBe(isRisk ? 'ada' : 'tidak-ada');
      expect(computed['risiko-preeklamsia-faktor']).toEqual(isRisk ? yes : undefined);
    }
  });
});
