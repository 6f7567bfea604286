import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DueItem, DueState } from '../../src/insight/due/due-item.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { DueFilter, ListedDue } from '../../src/store/dues.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { aPerson, at } from './a-visit-to-keep.ts';

let url = '';
let store: Store;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
});

async function aKeptPerson(): Promise<string> {
  const person = aPerson();
  await store.transact((tx) => store.persons.savePersons(tx, [{ person }], at('07:00')));
  return person.id;
}

const mr: DueItem = { kind: 'imunisasi', code: 'MR1', due: '2025-07-01', lateFrom: '2025-08-01', rule: 'imunisasi@1', kerahasiaan: 'umum' };
const kf: DueItem = {
  kind: 'kontak',
  code: 'KF2',
  due: '2025-07-04',
  lateFrom: '2025-07-09',
  until: '2025-07-08',
  rule: 'antenatal@1',
  kerahasiaan: 'umum',
};

const keep = (person: string, items: readonly DueItem[], { place = 'kenanga', time = '08:00' } = {}): Promise<void> =>
  store.transact((tx) => store.dues.saveDues(tx, [person], [{ person, place, items }], at(time)));

const every: readonly DueState[] = ['akan-datang', 'jatuh-tempo', 'terlambat', 'terlewat'];

async function listOf(person: string, filter: Partial<DueFilter> = {}): Promise<readonly ListedDue[]> {
  const { dues } = await store.dues.listDues(store.db, { on: '2025-08-12', states: every, ...filter }, { limit: 500 });
  return dues.filter((one) => one.person === person);
}

const codesOn = async (person: string, on: string, states: readonly DueState[]): Promise<readonly string[]> =>
  (await listOf(person, { on, states })).map(({ code }) => code);

describe('what is kept as due', () => {
  test('comes back as it was kept, the longest late first', async () => {
    const person = await aKeptPerson();
    await keep(person, [mr, kf]);
    expect(await listOf(person)).toEqual([
      { ...kf, person, place: 'kenanga', item: 2 },
      { ...mr, person, place: 'kenanga', item: 1 },
    ]);
  });

  test.each<[string, DueState, readonly string[]]>([
    ['2025-06-30', 'akan-datang', ['KF2', 'MR1']],
    ['2025-07-01', 'jatuh-tempo', ['MR1']],
    ['2025-07-03', 'akan-datang', ['KF2']],
    ['2025-07-04', 'jatuh-tempo', ['KF2', 'MR1']],
    ['2025-07-08', 'jatuh-tempo', ['KF2', 'MR1']],
    ['2025-07-09', 'terlewat', ['KF2']],
    ['2025-07-31', 'jatuh-tempo', ['MR1']],
    ['2025-08-01', 'terlambat', ['MR1']],
  ])('on %s is %s: %j', async (on, state, codes) => {
    const person = await aKeptPerson();
    await keep(person, [mr, kf]);
    expect(await codesOn(person, on, [state])).toEqual(codes);
  });

  test('is replaced as a whole: what is not due any more is gone', async () => {
    const person = await aKeptPerson();
    await keep(person, [mr, kf]);
    await keep(person, [kf]);
    expect((await listOf(person)).map(({ code }) => code)).toEqual(['KF2']);
    await store.transact((tx) => store.dues.saveDues(tx, [person], [], at('10:00')));
    expect(await listOf(person)).toEqual([]);
  });

  test('is not written again where nothing changed', async () => {
    const person = await aKeptPerson();
    await keep(person, [mr, kf]);
    await keep(person, [mr, { ...kf, until: '2025-07-10' }], { time: '11:00' });
    const rows = await query(url, `select code, updated_at from due where person = '${person}' order by code`);
    expect(rows).toEqual([
      { code: 'KF2', updated_at: at('11:00') },
      { code: 'MR1', updated_at: at('08:00') },
    ]);
  });

  test('follows the person to another place', async () => {
    const person = await aKeptPerson();
    await keep(person, [mr]);
    await keep(person, [mr], { place: 'cempaka' });
    expect([await listOf(person, { places: ['kenanga'] }), (await listOf(person, { places: ['cempaka'] })).length]).toEqual([[], 1]);
  });

  test('is listed by kind, page by page', async () => {
    const person = await aKeptPerson();
    const items = ['A', 'B', 'C'].map((code) => ({ ...mr, code }));
    await keep(person, [...items, kf], { place: 'halaman' });
    const filter = { on: '2025-08-12', states: every, places: ['halaman'], kinds: ['imunisasi'] } as const;
    const first = await store.dues.listDues(store.db, filter, { limit: 2 });
    if (first.next === undefined) throw new Error('there is a second page');
    const second = await store.dues.listDues(store.db, filter, { limit: 2, after: first.next });
    expect([first, second].map(({ dues }) => dues.map(({ code }) => code))).toEqual([['A', 'B'], ['C']]);
    expect(second.next).toBeUndefined();
  });
});

describe('what only named officers may see', () => {
  test('stands in no list, and nothing but its days stands in clear', async () => {
    const person = await aKeptPerson();
    await keep(person, [{ ...kf, code: 'K2', kerahasiaan: 'sangat-terbatas' }, mr]);
    expect((await listOf(person)).map(({ code }) => code)).toEqual(['MR1']);
    const [row] = await query(url, `select kind, code, rule, sealed_content from due where person = '${person}' and item = 1`);
    expect([row?.['kind'], row?.['code'], row?.['rule'], Buffer.isBuffer(row?.['sealed_content'])]).toEqual([null, null, null, true]);
    expect((row?.['sealed_content'] as Buffer).toString('latin1')).not.toContain('K2');
  });

  test('stands in clear once it is no secret any more, and the other way round', async () => {
    const person = await aKeptPerson();
    await keep(person, [{ ...kf, kerahasiaan: 'sangat-terbatas' }]);
    await keep(person, [kf]);
    expect((await listOf(person)).map(({ code }) => code)).toEqual(['KF2']);
    await keep(person, [{ ...kf, kerahasiaan: 'sangat-terbatas' }]);
    expect(await listOf(person)).toEqual([]);
  });
});

describe('somebody who is no more', () => {
  test('has nothing due once erased', async () => {
    const person = await aKeptPerson();
    await keep(person, [mr]);
    await store.transact((tx) => store.erasure.erasePerson(tx, { person, at: at('12:00'), reason: 'permintaan' }));
    expect(await query(url, `select 1 from due where person = '${person}'`)).toEqual([]);
  });

  test('has nothing due of their own once merged into somebody', async () => {
    const [gone, stays] = [await aKeptPerson(), await aKeptPerson()];
    await keep(gone, [mr]);
    await query(url, `update person set merged_into = '${stays}' where id = '${gone}'`);
    expect(await listOf(gone)).toEqual([]);
  });
});
