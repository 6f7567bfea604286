import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../../src/map/visit.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aStore } from '../a-store.ts';
import { aPerson, at } from './a-visit-to-keep.ts';

const nikIbu = '6474995003979602';
const mother = aPerson({ name: 'Siti Rahma', sex: 'P', birthDate: '1997-03-10', nik: nikIbu });
const twins = ['I', 'II'].map((order, index): Person => {
  const baby = { name: `By. Ny. Siti ${order}`, nameIsOfficial: false, birthDate: '2025-07-02', birthOrder: index + 1 };
  return aPerson({ ...baby, nikIbu });
});
const stranger = aPerson({ name: 'By. Ny. Siti', nameIsOfficial: false, birthDate: '2025-07-02' });

let store: Store;
beforeAll(async () => {
  store = await aStore();
  const people = [mother, ...twins, stranger].map((person) => ({ person }));
  await store.transact((tx) => store.persons.savePersons(tx, people, at('08:00')));
}, 60_000);

describe('a mother and her children', () => {
  test('are linked by her NIK, twins both', async () => {
    const children = await store.persons.childrenOf(store.db, mother.id);
    expect(children.map(({ person }) => person.id).sort()).toEqual(twins.map(({ id }) => id).sort());
    for (const { id } of twins) expect((await store.persons.motherOf(store.db, id))?.person.id).toBe(mother.id);
  });

  test('are not linked by a name alone, nor with whoever was erased', async () => {
    expect(await store.persons.motherOf(store.db, stranger.id)).toBeUndefined();
    expect(await store.persons.childrenOf(store.db, stranger.id)).toEqual([]);
    const [first, second] = twins.map(({ id }) => id);
    await store.transact((tx) => store.erasure.erasePerson(tx, { person: second ?? '', at: at('09:00'), reason: 'uji' }));
    expect((await store.persons.childrenOf(store.db, mother.id)).map(({ person }) => person.id)).toEqual([first]);
  });
});
