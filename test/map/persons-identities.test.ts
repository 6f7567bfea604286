import { describe, expect, test } from '@jest/globals';
import { maskPerson } from '../../src/map/persons/mask-person.ts';
import { areTwoByNik, mergeIdentities, restoreIdentity } from '../../src/map/persons/merge-identities.ts';
import { readNik } from '../../src/map/conversions/read-nik.ts';
import { readIdentity } from '../../src/map/rows/read-identity.ts';
import { toEndings } from '../../src/map/persons/enrolment-endings.ts';
import type { Element, Person } from '../../src/map/visit.ts';

const dated = (key: string, facts: Partial<Element> = {}): Element => ({
  ...{ key, ordinal: 1, value: { kind: 'date', date: '2025-07-20' }, cell: key },
  ...facts,
});

describe('an entry in the register of sasaran ends', () => {
  test.each([
    ['tanggal-meninggal', { on: '2025-07-20', reason: 'meninggal' }],
    ['tanggal-persalinan', { category: 'ibu-hamil', on: '2025-07-20', reason: 'melahirkan' }],
    ['tanggal-keguguran', { category: 'ibu-hamil', on: '2025-07-20', reason: 'keguguran' }],
  ])('with %s', (key, ending) => {
    expect(toEndings([dated(key)], ['ibu-hamil'])).toEqual([ending]);
  });

  test('not with what was read out of a free text and nobody has confirmed', () => {
    expect(toEndings([dated('tanggal-meninggal', { unconfirmed: true }), dated('hpht')], ['ibu-hamil'])).toEqual([]);
  });
});

const damar: Person = { id: '1', name: 'Damar Saputra', nameIsOfficial: true, birthDate: '2023-05-18', sex: 'L', nik: '6472991805239701' };
const bare: Person = { id: '2', name: 'By. Ny. Wening', nameIsOfficial: false, birthDate: '2023-05-18', sex: 'L', nikFault: 'tanpa-nik' };
const doubted = false;

describe('two identities that are one', () => {
  test('have the id of the survivor, and what either knew', () => {
    expect(mergeIdentities(bare, damar, { doubted })).toEqual({ ...damar, id: '2' });
  });

  test('keep the NIK that agrees with its bearer, whosever it was', () => {
    const wrong: Person = { ...damar, id: '3', nik: '6472991202719702', nikFault: 'nik-tidak-cocok' };
    expect(mergeIdentities(wrong, damar, { doubted })).toMatchObject({ id: '3', nik: damar.nik });
    expect(mergeIdentities(wrong, damar, { doubted })).not.toHaveProperty('nikFault');
    expect(areTwoByNik(wrong, damar)).toBe(false);
  });

  test('stay in doubt while a third one carries the NIK', () => {
    const held: Person = { ...damar, nikFault: 'nik-tidak-cocok' };
    expect(mergeIdentities(held, bare, { doubted: true })).toHaveProperty('nikFault', 'nik-tidak-cocok');
    expect(mergeIdentities(held, bare, { doubted: false })).not.toHaveProperty('nikFault');
  });

  test('are two where each has a NIK of its own', () => {
    expect(areTwoByNik(damar, { ...damar, id: '4', nik: '6472991805239709' })).toBe(true);
  });

  test('are as before when that is undone, but for what was learnt since', () => {
    const after = mergeIdentities(bare, damar, { doubted });
    expect(restoreIdentity(after, bare, after)).toEqual(bare);
    expect(restoreIdentity({ ...after, father: 'Joko' }, bare, after)).toEqual({ ...bare, father: 'Joko' });
  });
});

describe('a masked person', () => {
  test('is initials and a year, whoever it is', () => {
    expect(maskPerson({ ...damar, mother: 'Wening Lestari' })).toEqual({
      ...{ name: 'D*** S***', birthDate: '2023-**-**', nik: '*'.repeat(16), mother: 'W*** L***' },
    });
    expect(maskPerson({ ...bare, name: 'By. Ny. Wening II' }).name).toBe('BY NY W*** II');
  });
});

describe('digits that nobody was given', () => {
  test.each(['1212121212121212', '0101010101010101', '1234123412341234', '0123456789012345', '9876543210987654'])(
    '%s are no NIK',
    (digits) => {
      expect(readNik(digits)).toEqual({ is: 'D05' });
    },
  );

  test.each(['12', '123', '1212', '345678'])('%s may be the sender’s own number', (digits) => {
    expect(readNik(digits)).toEqual({ is: 'D03', localId: digits });
  });
});

describe('the region of a NIK', () => {
  const facts = (nik: string) => [{ is: 'person.nik', cell: 'NIK', value: { kind: 'text', text: nik } }] as const;
  const person = {
    birthDate: '2023-05-18',
    sex: 'L',
    date: '2025-08-12',
    child: true,
    mothers: undefined,
    regencies: new Set(['6472']),
  } as const;

  test.each([
    ['6472991805239701', []],
    ['6404991805239701', [['nik-wilayah-tidak-dikenal', 'information']]],
  ])('%s is told where the list has none such, and the NIK stays the person’s own', (nik, issues) => {
    const read = readIdentity(facts(nik), person);
    expect(read.identity).toEqual({ nik });
    expect(read.issues.map(({ code, severity }) => [code, severity])).toEqual(issues);
  });
});
