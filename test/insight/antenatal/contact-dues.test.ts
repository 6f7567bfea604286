import { beforeAll, describe, expect, test } from '@jest/globals';
import { toContactDues } from '../../../src/insight/antenatal/to-contact-dues.ts';
import { toDueState } from '../../../src/insight/due/due-item.ts';
import type { History } from '../../../src/insight/history.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays } from '../../../src/map/days.ts';
import type { Contact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';
import { schedule } from './written-schedule.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

const day0 = '2025-03-03';
const on = (day: number): string => addDays(day0, day);
const known: Contact = { date: on(14), elements: { hpht: day0 } };
const seen = (day: number): Contact => ({ date: on(day), recorder: 'nakes', elements: { 'berat-badan': 50 } });

function listDues(story: Story, asOf: string, change: (history: History) => History = (same) => same) {
  return toContactDues(change(aHistory(tables, { ...story, asOf })), tables, asOf);
}

const codes = (story: Story, asOf: string): readonly string[] => listDues(story, asOf).map(({ code }) => code);

/** What is shown on a day: code and state. */
const statesOn = (story: Story, day: string): readonly string[] =>
  listDues(story, day).map((item) => `${item.code} ${toDueState(item, day)}`);

describe('what a pregnancy still asks for', () => {
  test('not seen yet: K1 alone, due from the day she became known, late after twelve weeks, possible until birth', () => {
    expect(listDues({ contacts: [known] }, on(20))).toEqual([
      {
        kind: 'kontak',
        code: 'K1',
        due: on(14),
        lateFrom: on(91),
        until: on(schedule.pregnancy.longestDays),
        rule: `antenatal@${tables.antenatal.version}`,
        kerahasiaan: 'umum',
      },
    ]);
  });

  test('known late and not seen: K1 is late at once', () => {
    const [item] = listDues({ contacts: [{ date: on(140), elements: { hpht: day0 } }] }, on(140));
    expect(item && [item.code, item.due, toDueState(item, on(140))]).toEqual(['K1', on(140), 'terlambat']);
  });

  test('of whom nobody knows the beginning K1 only, and nothing once she was seen', () => {
    const told: Contact = { date: on(50), condition: 'hamil' };
    expect(listDues({ contacts: [told] }, on(60))).toMatchObject([{ code: 'K1', due: on(50), lateFrom: on(78) }]);
    expect(codes({ contacts: [told, { ...told, date: on(70), recorder: 'nakes' }] }, on(80))).toEqual([]);
  });

  const later = schedule.contacts.list.slice(1).map(({ is, trimester }) => {
    const [first, last] = schedule.plan.weeks[is] ?? [0, 0];
    const to = schedule.pregnancy.trimesters.find((each) => each.is === trimester)?.to ?? 0;
    return { is, due: first * 7, late: last * 7 + 7, until: Math.min(to * 7 + 6, schedule.pregnancy.longestDays) };
  });

  test.each(later)(
    '$is: still to come the day before, due on day $due, late from $late, missed after $until',
    ({ is, due, late, until }) => {
      const item = listDues({ contacts: [known, seen(20)] }, on(21)).find(({ code }) => code === is);
      const stateOn = (day: number) => item && toDueState(item, on(day));
      expect([stateOn(due - 1), stateOn(due), stateOn(late - 1)]).toEqual(['akan-datang', 'jatuh-tempo', 'jatuh-tempo']);
      expect([stateOn(until), stateOn(until + 1)]).toEqual([late > until ? 'jatuh-tempo' : 'terlambat', 'terlewat']);
      if (late <= until) expect(stateOn(late)).toBe('terlambat');
    },
  );

  test('what was done is asked for no more, and the next not on the day after', () => {
    expect(codes({ contacts: [known, seen(20), seen(95)] }, on(96))).toEqual(['K3', 'K4', 'K5', 'K6']);
    const story = { contacts: [known, seen(20), seen(140)] };
    expect(listDues(story, on(141))[0]).toMatchObject({ code: 'K3', due: on(168), lateFrom: on(175), until: on(174) });
    expect(statesOn(story, on(141))).toEqual(['K3 akan-datang', 'K4 akan-datang', 'K5 akan-datang', 'K6 akan-datang']);
  });

  test('nobody is asked for what had passed before she became known', () => {
    const late: Contact = { date: on(200), recorder: 'nakes', elements: { hpht: day0 } };
    expect(codes({ contacts: [late] }, on(200))).toEqual(['K4', 'K5', 'K6']);
    const lastDay = { ...late, date: on(174) };
    expect(codes({ contacts: [lastDay] }, on(174)).slice(0, 2)).toEqual(['K2', 'K3']);
    expect(codes({ contacts: [{ ...late, date: on(175) }] }, on(175))).toEqual(['K4', 'K5', 'K6']);
  });

  test('an hpht that is corrected moves every day', () => {
    const corrected: Contact = { date: on(60), elements: { hpht: on(10) } };
    const before = listDues({ contacts: [known, seen(20)] }, on(61));
    const after = listDues({ contacts: [known, seen(20), corrected] }, on(61));
    expect(after.map(({ due }) => due)).toEqual(before.map(({ due }) => addDays(due, 10)));
  });

  test('under 18 it is for named officers, and stays so after her birthday', () => {
    const story = { person: { birthDate: '2007-06-01' }, contacts: [known, seen(20)] };
    for (const asOf of [on(30), on(120)])
      expect(new Set(listDues(story, asOf).map((each) => each.kerahasiaan))).toEqual(new Set(['sangat-terbatas']));
    const older = { ...story, person: { birthDate: '2007-03-16' } };
    expect(new Set(listDues(older, on(30)).map((each) => each.kerahasiaan))).toEqual(new Set(['umum']));
  });
});

describe('what a childbed and a newborn still ask for', () => {
  const born = '2025-12-08';
  const mother: readonly Contact[] = [known, seen(20), { date: born, elements: { 'tanggal-persalinan': born } }];

  test.each(schedule.childbed.windows)('$is is due in its window and missed after it', ({ is, days: [first, last] }) => {
    const item = listDues({ contacts: mother }, born).find(({ code }) => code === is);
    const states = [first - 1, first, last, last + 1].map((day) => item && toDueState(item, addDays(born, day)));
    expect(states).toEqual(['akan-datang', 'jatuh-tempo', 'jatuh-tempo', 'terlewat']);
  });

  test('a seen window is asked for no more, and after the last day nothing is', () => {
    const visited: readonly Contact[] = [...mother, { date: addDays(born, 5), recorder: 'nakes', elements: { 'berat-badan': 50 } }];
    expect(codes({ contacts: visited }, addDays(born, 6))).toEqual(['KF1', 'KF3', 'KF4']);
    const last = schedule.childbed.windows.at(-1)?.days[1] ?? 0;
    expect(codes({ contacts: visited }, addDays(born, last))).toEqual(['KF1', 'KF3', 'KF4']);
    expect(codes({ contacts: visited }, addDays(born, last + 1))).toEqual([]);
  });

  test('a delivery date that is corrected moves every window, also one in the register', () => {
    const corrected: Contact = { date: addDays(born, 20), elements: { 'tanggal-persalinan': addDays(born, -2) } };
    expect(listDues({ contacts: [...mother, corrected] }, addDays(born, 20))[0]).toMatchObject({ due: addDays(born, -2) });

    const entry = (delivered: string): Story => ({
      contacts: [known, seen(20)],
      enrolments: [{ category: 'ibu-hamil', from: addDays(born, 1), elements: { 'tanggal-persalinan': delivered } }],
    });
    const due = (delivered: string) => listDues(entry(delivered), addDays(born, 3)).find(({ code }) => code === 'KF2')?.due;
    expect([due(born), due(addDays(born, -1))]).toEqual([addDays(born, 3), addDays(born, 2)]);
  });

  test('a newborn: KN1 to KN3, without those that had passed when it became known', () => {
    const child = (day: number): Story => ({ person: { birthDate: born }, contacts: [{ date: addDays(born, day) }] });
    expect(codes(child(1), addDays(born, 1))).toEqual(['KN1', 'KN2', 'KN3']);
    expect(codes(child(9), addDays(born, 9))).toEqual(['KN3']);
    const last = schedule.newborn.windows.at(-1)?.days[1] ?? 0;
    expect([codes(child(1), addDays(born, last)).length, codes(child(1), addDays(born, last + 1)).length]).toEqual([3, 0]);
  });
});

describe('nobody is asked for anything', () => {
  const story: Story = { contacts: [known, seen(20)] };
  const entry = { category: 'ibu-hamil', place: 'posyandu-uji', from: on(14), elements: [], reported: {} };

  test('after a death, a loss, or moving away; a contact after it brings her back', () => {
    const dead: Contact = { date: on(40), elements: { 'tanggal-meninggal': on(40) } };
    const lost: Contact = { date: on(40), elements: { 'tanggal-keguguran': on(40) } };
    const moved = (history: History): History => ({ ...history, enrolments: [{ ...entry, to: on(40), reasonOut: 'pindah' }] });
    expect(codes(story, on(39))).not.toEqual([]);
    expect(codes({ contacts: [known, seen(20), dead] }, on(40))).toEqual([]);
    expect(codes({ contacts: [known, seen(20), lost] }, on(40))).toEqual([]);
    expect(listDues(story, on(39), moved)).not.toEqual([]);
    expect(listDues(story, on(40), moved)).toEqual([]);
    expect(listDues({ contacts: [known, seen(20), seen(40)] }, on(41), moved)).toEqual([]);
    expect(listDues({ contacts: [known, seen(20), seen(95)] }, on(96), moved)).not.toEqual([]);
  });
});
