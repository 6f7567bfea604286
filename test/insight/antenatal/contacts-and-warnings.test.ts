import { beforeAll, describe, expect, test } from '@jest/globals';
import type { History } from '../../../src/insight/history.ts';
import { computeVisit } from '../../../src/insight/status/compute-visit.ts';
import { toFindings } from '../../../src/insight/warnings/to-findings.ts';
import { toNextLook } from '../../../src/insight/warnings/to-next-look.ts';
import { toWarnings } from '../../../src/insight/warnings/to-warnings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays } from '../../../src/map/days.ts';
import type { Contact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';
import { choosing } from './written-schedule.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

const day0 = '2025-03-03';
const on = (day: number): string => addDays(day0, day);
const known: Contact = { date: on(14), elements: { hpht: day0 } };
const seen = (day: number): Contact => ({ date: on(day), recorder: 'nakes', elements: { 'berat-badan': 50 } });

function list(contacts: readonly Contact[], day: number, change: (history: History) => History = (same) => same): readonly string[] {
  return toWarnings(change(aHistory(tables, { contacts, asOf: on(day) })), tables, on(day)).map(
    ({ code, opened, closed }) => `${code} ${opened}${closed === undefined ? '' : ` selesai ${closed}`}`,
  );
}

describe('who drops out of antenatal care', () => {
  test('is missed once, however many contacts did not happen, until somebody sees her', () => {
    const story = [known, seen(20)];
    expect(list(story, 300)).toEqual([`ANC-DROP ${on(161)}`]);
    expect(list([...story, seen(170)], 200)).toEqual([`ANC-DROP ${on(161)} selesai ${on(170)}`]);
  });

  test('is not one who came early: the number of the contact was taken before its time', () => {
    expect(list([known, seen(20), seen(95), seen(110)], 237)).toEqual([]);
    expect(list([known, seen(20), seen(95)], 237)).toEqual([`ANC-DROP ${on(203)}`]);
  });

  test('is not one who became known after the time of the contact, except for K1', () => {
    const late = (day: number): Contact => ({ date: on(day), recorder: 'nakes', elements: { hpht: day0 } });
    expect(list([late(133)], 160)).toEqual([]);
    expect(list([{ ...late(133), recorder: 'kader' }], 161)).toEqual([`ANC-DROP ${on(161)}`]);
    expect(list([{ ...late(133), recorder: 'kader' }], 160)).toEqual([]);
    // K4 is planned to day 223 and missed from day 238 on; who became known on day 224 has four weeks for her first contact.
    expect(list([{ ...late(223), recorder: 'kader' }], 251)).toEqual([`ANC-DROP ${on(238)}`]);
    expect(list([{ ...late(224), recorder: 'kader' }], 251)).toEqual([]);
    expect(list([{ ...late(224), recorder: 'kader' }], 252)).toEqual([`ANC-DROP ${on(252)}`]);
  });

  test('is no one any more after a loss, a delivery, a death or moving away', () => {
    const ends = (key: string): Contact => ({ date: on(170), elements: { [key]: on(170) } });
    for (const key of ['tanggal-keguguran', 'tanggal-persalinan', 'tanggal-meninggal'])
      expect(list([known, seen(20), ends(key)], 172).filter((each) => each.startsWith('ANC-DROP'))).toEqual([
        `ANC-DROP ${on(161)} selesai ${on(170)}`,
      ]);
    const entry = {
      category: 'ibu-hamil',
      place: 'posyandu-uji',
      from: on(14),
      elements: [],
      reported: {},
      to: on(170),
      reasonOut: 'pindah',
    };
    const moved = (history: History): History => ({ ...history, enrolments: [entry] });
    expect(list([known, seen(20)], 172, moved)).toEqual([`ANC-DROP ${on(161)} selesai ${on(170)}`]);
    expect(list([known, seen(20)], 169, moved)).toEqual([`ANC-DROP ${on(161)}`]);
    const history = aHistory(tables, { contacts: [known, seen(20)], asOf: on(100) });
    expect(toNextLook(moved(history), tables, on(165))).toBe(on(170));
    expect(toNextLook(moved(history), tables, on(170))).toBeUndefined();
  });

  test('a listing elsewhere in the same category is no moving away', () => {
    const gone = {
      category: 'ibu-hamil',
      place: 'posyandu-uji',
      from: on(14),
      elements: [],
      reported: {},
      to: on(150),
      reasonOut: 'pindah',
    };
    const here = { category: 'ibu-hamil', place: 'posyandu-lain', from: on(150), elements: [], reported: {} };
    expect(list([known, seen(20)], 172, (history) => ({ ...history, enrolments: [gone, here] }))).toEqual([`ANC-DROP ${on(161)}`]);
  });
});

describe('a childbed visit', () => {
  const birth = { 'tanggal-persalinan': on(280) };
  const story = (visits: readonly Contact[]): Story => ({
    contacts: [known, seen(260), { date: on(285), elements: birth }, ...visits],
    asOf: on(400),
  });
  const codesOf = (told: Story) => toFindings(aHistory(tables, told), tables, on(400)).map(({ code, level }) => `${code} ${level}`);

  test('dated before its delivery is named, and belongs to no window', () => {
    const early: Contact = { date: on(278), recorder: 'nakes', condition: 'nifas', elements: { 'kunjungan-nifas': 'KF1' } };
    const history = aHistory(tables, story([early]));
    const visit = history.visits.find(({ date }) => date === on(278));
    const computed = visit && computeVisit(visit, history, tables);
    expect(computed).toMatchObject({ 'nifas-sebelum-persalinan': 'ya' });
    expect(computed).not.toHaveProperty('jendela-nifas');
    expect(codesOf(story([early]))).toContain('NIFAS-SEBELUM-PERSALINAN info');
    expect(codesOf(story([{ ...early, date: on(281) }])).join()).not.toContain('NIFAS');
  });

  test('told as another window than its day lies in is remarked', () => {
    const told = (kf: string): Story => story([{ date: on(284), recorder: 'nakes', elements: { 'kunjungan-nifas': kf } }]);
    expect(codesOf(told('KF1'))).toContain('KUNJUNGAN-BERBEDA info');
    expect(codesOf(told('KF2')).join()).not.toContain('KUNJUNGAN-BERBEDA');
  });

  test('on a delivery date that was corrected lies in the window of the corrected one', () => {
    const visit: Contact = { date: on(284), recorder: 'nakes', elements: { 'berat-badan': 50 } };
    const corrected: Contact = { date: on(300), elements: { 'tanggal-persalinan': on(275) } };
    const windowOf = (told: Story): unknown => {
      const history = aHistory(tables, told);
      const found = history.visits.find(({ date }) => date === on(284));
      return found && computeVisit(found, history, tables)['jendela-nifas'];
    };
    expect(windowOf(story([visit]))).toBe('KF2');
    expect(windowOf(story([visit, corrected]))).toBe('KF3');
  });
});

test('the version of the rules changes with the schedule', async () => {
  const other = await readTables(choosing('hari-lahir', 'dihitung'));
  expect(other.warnings.version).not.toBe(tables.warnings.version);
});
