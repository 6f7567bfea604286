import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../../src/map/visit.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { EnrolmentToKeep } from '../../src/store/person-enrolments.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { aPerson, at } from './a-visit-to-keep.ts';

let url: string;
let store: Store;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
}, 60_000);

/** A woman who is known, with nothing said of her yet. */
async function aMother(): Promise<Person> {
  const person = aPerson({ name: 'Rini Oktavia', sex: 'P', birthDate: '1999-01-08' });
  await store.transact((tx) => store.persons.savePersons(tx, [{ person }], at('08:00')));
  return person;
}

const weeks = (int: number) =>
  ({ key: 'umur-kehamilan', ordinal: 1, value: { kind: 'quantity', int, written: String(int) }, cell: 'minggu' }) as const;

function anEntry(person: string, facts: Partial<EnrolmentToKeep> = {}): EnrolmentToKeep {
  const base = { category: 'ibu-hamil', place: 'kenanga', from: '2025-07-15', submission: randomUUID(), position: 2, reported: {} };
  const row = { reading: randomUUID(), content: randomUUID() };
  return { ...base, ...row, person, elements: [weeks(14)], ...facts };
}

const save = (...entries: EnrolmentToKeep[]) => store.transact((tx) => store.personEnrolments.saveEnrolmentsOf(tx, entries, at('09:00')));
const entriesOf = ({ id }: Person) => store.personEnrolments.enrolmentsOfPerson(store.db, id);
const close = (...endings: Parameters<Store['personEnrolments']['closeEnrolments']>[1]) =>
  store.transact((tx) => store.personEnrolments.closeEnrolments(tx, endings, at('10:00')));

describe('an entry of the register of sasaran', () => {
  test('is opened by a row, with what the row says of the person', async () => {
    const mother = await aMother();
    const entry = anEntry(mother.id, { domicile: 'Sempaja' });
    await save(entry);
    expect(await entriesOf(mother)).toMatchObject([
      { category: 'ibu-hamil', domicile: 'Sempaja', elements: [weeks(14)], told: '2025-07-15' },
    ]);
  });

  test('goes on when a later register says it again, with the facts of the later one', async () => {
    const mother = await aMother();
    const [first] = await save(anEntry(mother.id));
    const [again] = await save(anEntry(mother.id, { from: '2025-08-15', elements: [weeks(18)] }));
    expect(again?.id).toBe(first?.id);
    expect(await entriesOf(mother)).toMatchObject([{ id: first?.id, from: '2025-07-15', told: '2025-08-15', elements: [weeks(18)] }]);
  });

  test('keeps the facts of the later register when an older one is read late', async () => {
    const mother = await aMother();
    await save(anEntry(mother.id, { from: '2025-08-15', elements: [weeks(18)] }));
    await save(anEntry(mother.id));
    expect(await entriesOf(mother)).toMatchObject([{ from: '2025-07-15', told: '2025-08-15', elements: [weeks(18)] }]);
  });

  test('of a next pregnancy is another one', async () => {
    const mother = await aMother();
    await save(anEntry(mother.id), anEntry(mother.id, { from: '2027-01-15' }));
    expect((await entriesOf(mother)).map(({ from }) => from)).toEqual(['2025-07-15', '2027-01-15']);
  });

  test('lets go where the family is listed elsewhere on a later day', async () => {
    const mother = await aMother();
    await save(anEntry(mother.id));
    await save(anEntry(mother.id, { place: 'melati', from: '2025-09-01' }));
    expect((await entriesOf(mother)).map(({ place, to, reasonOut }) => [place, to, reasonOut])).toEqual([
      ['kenanga', '2025-09-01', 'pindah'],
      ['melati', undefined, undefined],
    ]);
  });

  test('keeps its id when its file is read again, and ends where no row gives it any more', async () => {
    const mother = await aMother();
    const submission = randomUUID();
    const ids = await save(anEntry(mother.id, { submission }), anEntry(mother.id, { submission, position: 3, category: 'wus' }));
    const reading = randomUUID();
    const again = await save(anEntry(mother.id, { submission, reading, elements: [weeks(15)] }));
    const newer = { submission, reading, persons: [mother.id] };
    const retracted = await store.transact((tx) => store.personEnrolments.retractEnrolments(tx, newer, at('11:00')));
    expect([again[0], retracted]).toEqual([ids[0], [mother.id]]);
    expect(await entriesOf(mother)).toMatchObject([{ category: 'ibu-hamil', elements: [weeks(15)] }]);
    await save(anEntry(mother.id, { submission, position: 3, category: 'wus' }));
    expect((await entriesOf(mother)).map(({ id }) => id).sort()).toEqual(ids.map(({ id }) => id).sort());
  });
});

describe('an entry ends', () => {
  test.each(['pindah', 'melahirkan', 'keguguran', 'meninggal', 'lewat-umur'] as const)('with the reason %s', async (reason) => {
    const mother = await aMother();
    await save(anEntry(mother.id));
    expect(await close({ person: mother.id, category: 'ibu-hamil', on: '2025-10-01', reason })).toBe(1);
    expect(await entriesOf(mother)).toMatchObject([{ to: '2025-10-01', reasonOut: reason }]);
  });

  test('by a death in every category, also where another end was written for later', async () => {
    const mother = await aMother();
    await save(anEntry(mother.id), anEntry(mother.id, { category: 'wus' }));
    await close({ person: mother.id, category: 'wus', on: '2025-12-01', reason: 'pindah' });
    await close({ person: mother.id, on: '2025-10-01', reason: 'meninggal' });
    expect((await entriesOf(mother)).map(({ to, reasonOut }) => [to, reasonOut])).toEqual([
      ['2025-10-01', 'meninggal'],
      ['2025-10-01', 'meninggal'],
    ]);
  });

  test('not by a delivery before it began', async () => {
    const mother = await aMother();
    await save(anEntry(mother.id));
    expect(await close({ person: mother.id, category: 'ibu-hamil', on: '2025-01-01', reason: 'melahirkan' })).toBe(0);
  });
});

describe('what a register says of a person', () => {
  test('is sealed, and gone when the person is erased', async () => {
    const mother = await aMother();
    const text = { key: 'edukasi', ordinal: 1, value: { kind: 'text', text: 'cerita kenari' }, cell: 'KET' } as const;
    await save(anEntry(mother.id, { elements: [text] }));
    const dump = async () => JSON.stringify(await query(url, 'select * from person_enrolment where person = $1', [mother.id]));
    expect(await dump()).not.toContain(Buffer.from('kenari').toString('hex'));
    await store.transact((tx) => store.erasure.erasePerson(tx, { person: mother.id, at: at('12:00'), reason: 'uji' }));
    expect(await entriesOf(mother)).toEqual([]);
    expect(await query(url, 'select 1 from person_enrolment where person = $1 and sealed_entry is not null', [mother.id])).toEqual([]);
  });

  test('stands under whoever the person was merged into', async () => {
    const [mother, twice] = [await aMother(), await aMother()];
    await save(anEntry(twice.id));
    const merge = {
      merged: twice.id,
      survivor: mother.id,
      forced: false,
      before: mother,
      after: mother,
      by: 'bidan-1',
      why: 'uji',
      at: at('12:00'),
    };
    await store.transact((tx) => store.personMerges.keepMerge(tx, merge));
    expect(await entriesOf(mother)).toMatchObject([{ person: mother.id, category: 'ibu-hamil' }]);
    expect(await close({ person: mother.id, on: '2025-10-01', reason: 'meninggal' })).toBe(1);
  });
});
