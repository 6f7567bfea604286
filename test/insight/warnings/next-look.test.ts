import { beforeAll, describe, expect, test } from '@jest/globals';
import { toNextLook } from '../../../src/insight/warnings/to-next-look.ts';
import { toWarnings } from '../../../src/insight/warnings/to-warnings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays } from '../../../src/map/days.ts';
import type { LocalDate } from '../../../src/map/visit.ts';
import type { Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

const mother: Story = {
  contacts: [
    { date: '2025-05-01', elements: { hpht: '2025-02-05', 'lingkar-lengan-atas': 23 } },
    { date: '2025-11-20', elements: { 'tanggal-persalinan': '2025-11-10' } },
  ],
};
const overdue: Story = { contacts: [{ date: '2025-05-01', elements: { hpht: '2025-02-05', 'lingkar-lengan-atas': 23 } }] };
const infant: Story = {
  person: { birthDate: '2025-07-02', sex: 'P', birth: { weightG: 2300 } },
  contacts: [{ date: '2025-07-03', elements: { 'berat-badan': 2.3, 'tinggi-badan': 46 } }],
};

/** The list as it stands on a day, from what had been said by then. */
function listOn(story: Story, day: LocalDate): string {
  const contacts = (story.contacts ?? []).filter(({ date }) => date <= day);
  return JSON.stringify(toWarnings(aHistory(tables, { ...story, contacts, asOf: day }), tables, day));
}

function nextLook(story: Story, day: LocalDate): LocalDate | undefined {
  const contacts = (story.contacts ?? []).filter(({ date }) => date <= day);
  return toNextLook(aHistory(tables, { ...story, contacts, asOf: day }), tables, day);
}

/** The days on which the list changed while nobody spoke and nobody was to look. */
function listMissed(story: Story): readonly LocalDate[] {
  const spoken = new Set((story.contacts ?? []).map(({ date }) => date));
  const missed: LocalDate[] = [];
  let [day, next] = ['2025-05-01', nextLook(story, '2025-05-01')];
  for (let at = 1; at < 820; at += 1) {
    const today = addDays('2025-05-01', at);
    if (spoken.has(today) || today === next) next = nextLook(story, today);
    else if (listOn(story, today) !== listOn(story, day)) missed.push(today);
    day = today;
  }
  return missed;
}

describe('the next look at somebody of whom nothing is said', () => {
  test.each([
    ['a mother', mother],
    ['a pregnancy nobody closes', overdue],
    ['an infant without NIK', infant],
  ])('comes no later than the list of %s changes by itself', (_who, story) => {
    expect(listMissed(story)).toEqual([]);
  });

  test('is on the day a lapse opens, not every day before', () => {
    expect(nextLook(infant, '2025-07-10')).toBe('2025-07-30');
    expect(nextLook(infant, '2025-08-01')).toBe('2025-08-16');
    expect(nextLook(infant, '2025-08-16')).toBe('2025-08-31');
  });

  test('never comes after a death', () => {
    const dead: Story = {
      ...infant,
      contacts: [...(infant.contacts ?? []), { date: '2025-07-20', elements: { 'tanggal-meninggal': '2025-07-20' } }],
    };

    expect(nextLook(dead, '2025-07-20')).toBeUndefined();
  });
});
