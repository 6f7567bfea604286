import { describe, expect, test } from '@jest/globals';
import { toDueState, type DueState } from '../../../src/insight/due/due-item.ts';
import { toDueItems, toPlaceOf } from '../../../src/insight/due/to-due-items.ts';
import { aHistory, readTables, type Story } from '../a-history.ts';

const tables = await readTables();
const itemsOf = (story: Story, asOf: string) => toDueItems(aHistory(tables, { asOf, ...story }), tables, asOf);

const baby: Story['person'] = { birthDate: '2025-07-01', sex: 'L' };
const newborn: Story = { person: baby, contacts: [{ date: '2025-07-02', recorder: 'nakes', elements: { 'berat-badan': 3 } }] };
const pregnant: Story = { contacts: [{ date: '2025-07-01', recorder: 'nakes', elements: { hpht: '2025-05-01' } }] };

describe('what is due to somebody', () => {
  test('are doses and contacts together, the first due first', () => {
    const items = itemsOf(newborn, '2025-07-05');
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['imunisasi', 'kontak']));
    expect(items.map(({ due }) => due)).toEqual(items.map(({ due }) => due).toSorted());
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['HB0', 'BCG', 'MR1', 'KN2', 'KN3']));
  });

  test('are the contacts of a pregnancy that are still to come', () => {
    expect(itemsOf(pregnant, '2025-07-05').filter(({ kind }) => kind === 'kontak').length).toBeGreaterThan(1);
  });

  test.each<[string, Story]>([
    [
      'died',
      { ...newborn, contacts: [...(newborn.contacts ?? []), { date: '2025-07-04', elements: { 'tanggal-meninggal': '2025-07-03' } }] },
    ],
    [
      'lost the child',
      { ...pregnant, contacts: [...(pregnant.contacts ?? []), { date: '2025-07-04', elements: { 'tanggal-keguguran': '2025-07-03' } }] },
    ],
  ])('is nothing any more for who %s', (_, story) => {
    expect(itemsOf(story, '2025-07-05').filter(({ kind }) => kind === 'kontak')).toEqual([]);
  });

  test('says the same twice', () => {
    expect(itemsOf(newborn, '2025-07-05')).toEqual(itemsOf(newborn, '2025-07-05'));
  });

  test('was kept before it came: a day later the list says of itself that something is due', () => {
    const early = itemsOf(newborn, '2025-07-05');
    const later = itemsOf(newborn, '2025-09-20');
    const dueThen = (items: typeof early) =>
      items
        .filter((item) => item.kind === 'imunisasi' && ['jatuh-tempo', 'terlambat'].includes(toDueState(item, '2025-09-20')))
        .map(({ code }) => code);
    expect(dueThen(early)).toEqual(dueThen(later));
  });
});

describe('the place where somebody is called', () => {
  const enrolled = (from: string, place: string, to?: string) => ({
    category: 'balita',
    place,
    from,
    elements: [],
    reported: {},
    ...(to === undefined ? {} : { to }),
  });
  const history = aHistory(tables, newborn);

  test.each([
    ['where they were seen last', [], 'posyandu-uji'],
    ['where they are sasaran', [enrolled('2025-07-02', 'cempaka')], 'cempaka'],
    ['where they became sasaran last', [enrolled('2025-07-02', 'cempaka'), enrolled('2025-07-20', 'melati')], 'melati'],
    ['where they are sasaran by now', [enrolled('2025-07-02', 'cempaka'), enrolled('2025-07-20', 'melati', '2025-07-25')], 'cempaka'],
  ])('is %s', (_, enrolments, place) => {
    expect(toPlaceOf({ ...history, enrolments }, '2025-08-01')).toBe(place);
  });
});

test.each<[string, DueState]>([
  ['2025-07-03', 'akan-datang'],
  ['2025-07-04', 'jatuh-tempo'],
  ['2025-07-08', 'terlambat'],
  ['2025-07-10', 'terlambat'],
  ['2025-07-11', 'terlewat'],
])('on %s something is %s', (on, state) => {
  expect(toDueState({ due: '2025-07-04', lateFrom: '2025-07-08', until: '2025-07-10' }, on)).toBe(state);
});
