import { describe, expect, test } from '@jest/globals';
import type { MappedRow } from '../../src/map/mapped-row.ts';
import type { KnownPerson } from '../../src/map/persons/known-person.ts';
import { recognisePersons } from '../../src/map/persons/recognise-persons.ts';
import type { PersonDraft } from '../../src/map/visit.ts';

const nik = '6472991805239701';
const otherNik = '6472991805239702';

function aRow(person: Partial<PersonDraft> = {}, row = 1, date = '2025-08-12'): MappedRow {
  const draft: PersonDraft = {
    name: 'Damar Saputra',
    nameIsOfficial: true,
    birthDate: '2023-05-18',
    sex: 'L',
    mother: 'Wening',
    nikFault: 'tanpa-nik',
    ...person,
  };
  const { nikFault, ...rest } = draft;
  const fault = draft.nik === undefined ? (nikFault ?? ('tanpa-nik' as const)) : person.nikFault;
  const faulty = fault === undefined ? {} : { nikFault: fault };
  return {
    row,
    status: 'accepted',
    heading: false,
    issues: [],
    contentHash: JSON.stringify([person, date, row]),
    cells: [],
    person: { ...rest, ...faulty },
    visit: {
      date,
      dateEstimated: false,
      place: 'posyandu-kenanga',
      service: 'posyandu-balita',
      recorder: 'kader',
      verified: false,
      elements: [],
      reported: {},
    },
  };
}

function aKnown(person: Partial<PersonDraft> = {}, areas: readonly string[] = ['posyandu-kenanga']): KnownPerson {
  const draft = aRow(person).person;
  if (draft === undefined) throw new Error('a row has a person');
  return { person: { ...draft, id: 'dikenal' }, areas };
}

/** Who a row is about, among the known. */
function recognise(row: Partial<PersonDraft>, ...known: readonly KnownPerson[]) {
  const found = recognisePersons([aRow(row)], known, () => 'baru');
  return { id: found.byRow.get(1), person: found.persons[0], reviews: found.reviews, issues: found.issues.get(1) ?? [] };
}

describe('a person is recognised', () => {
  test.each<[string, Partial<PersonDraft>, Partial<PersonDraft>, string]>([
    ['by the own NIK, elsewhere and spelt a little otherwise', { nik, name: 'Damar Saputro' }, { nik }, 'dikenal'],
    ['by the own NIK after a birth date was corrected', { nik, birthDate: '2023-05-19' }, { nik }, 'dikenal'],
    [
      'by the mother’s NIK, birth date and order',
      { nikIbu: otherNik, name: 'Damar', birthOrder: 1 },
      { nikIbu: otherNik, name: 'By. Ny. Wening', nameIsOfficial: false, birthOrder: 1 },
      'dikenal',
    ],
    ['by equal name, parent, birth date, sex and posyandu', { name: 'DAMAR  SAPUTRA' }, {}, 'dikenal'],
    ['when a NIK arrives later', { nik }, {}, 'dikenal'],
    ['by the sender’s own number', { localId: '77', mother: 'Sri' }, { localId: '77', mother: 'Wening' }, 'dikenal'],
    [
      'not by a number many rows share with other names',
      { localId: '2147483647', name: 'Bima', mother: 'Sri' },
      { localId: '2147483647' },
      'baru',
    ],
    ['not by the name alone', { birthDate: '2023-05-19' }, {}, 'baru'],
    ['not when the parents differ', { mother: 'Ratih' }, {}, 'baru'],
    ['not when the sex differs', { sex: 'P' }, {}, 'baru'],
    ['not as a twin: same mother, another name', { name: 'Dimas Saputra', nikIbu: otherNik }, { nikIbu: otherNik }, 'baru'],
    [
      'not as a twin: same mother, another order',
      { name: 'By. Ny. Wening', nameIsOfficial: false, nikIbu: otherNik, birthOrder: 2 },
      { name: 'By. Ny. Wening', nameIsOfficial: false, nikIbu: otherNik, birthOrder: 1 },
      'baru',
    ],
    [
      'not as a twin by order in the name',
      { name: 'By. Ny. Wening II', nameIsOfficial: false },
      { name: 'By. Ny. Wening I', nameIsOfficial: false },
      'baru',
    ],
  ])('%s', (_claim, row, known, id) => {
    expect(recognise(row, aKnown(known)).id).toBe(id);
  });

  test('not in another posyandu without a number', () => {
    expect(recognise({}, aKnown({}, ['posyandu-lain'])).id).toBe('baru');
  });

  test('in the same desa though the posyandu differs', () => {
    expect(recognise({ address: { desa: 'Sempaja' } }, aKnown({}, ['posyandu-lain', 'sempaja'])).id).toBe('dikenal');
  });
});

describe('a neighbour’s NIK', () => {
  const doubtful = { nik: otherNik, nikFault: 'nik-tidak-cocok' } as const;

  test('is corrected by one that agrees with name, birth date and posyandu', () => {
    const { id, person, issues } = recognise({ nik }, aKnown(doubtful));
    expect([id, person?.nik, person?.nikFault, issues]).toEqual(['dikenal', nik, undefined, []]);
  });

  test.each<[string, Partial<PersonDraft>]>([
    ['that is as doubtful', { nik, nikFault: 'nik-tidak-cocok' }],
    ['of another birth date', { nik, birthDate: '2023-05-19' }],
    ['of another name', { nik, name: 'Bima Nugroho' }],
    ['with another mother', { nik, mother: 'Ratih' }],
  ])('is not corrected by one %s', (_claim, row) => {
    expect(recognise(row, aKnown(doubtful)).id).toBe('baru');
  });
});

describe('a person who is only alike', () => {
  test.each<[string, Partial<PersonDraft>, Partial<PersonDraft> | 'tanpa-ibu', string]>([
    ['a near name', { name: 'Damar Saputro' }, {}, 'nama-mirip'],
    ['a parent missing on one side', { name: 'Damar Saputra' }, 'tanpa-ibu', 'orang-tua-tidak-disebut'],
    ['two valid NIK', { nik }, { nik: otherNik }, 'dua-nik'],
    ['one NIK and two names', { nik, name: 'Bima Nugroho' }, { nik }, 'satu-nik'],
  ])('by %s is never joined, an officer decides', (_claim, row, known, reason) => {
    const base = aKnown(known === 'tanpa-ibu' ? {} : known);
    const candidate = known === 'tanpa-ibu' ? { ...base, person: withoutMother(base.person) } : base;
    const found = recognise(row, candidate);
    expect([found.id, found.reviews]).toEqual(['baru', [{ row: 1, person: 'baru', candidate: 'dikenal', reason }]]);
  });

  test('by a doubtful NIK holds the sending', () => {
    expect(recognise({ nik, name: 'Bima Nugroho' }, aKnown({ nik }))).toMatchObject({
      person: { nikFault: 'nik-tidak-cocok' },
      issues: [{ code: 'D07' }],
    });
  });
});

describe('what is known of a person', () => {
  test('gains the NIK and the official name that arrive later, and keeps its id', () => {
    const known = aKnown({ nikIbu: otherNik, name: 'By. Ny. Wening', nameIsOfficial: false, birthOrder: 1 });
    const { person } = recognise({ nik, nikIbu: otherNik, birthOrder: 1 }, known);
    expect(person).toMatchObject({ id: 'dikenal', nik, name: 'Damar Saputra', nameIsOfficial: true });
    expect(person).not.toHaveProperty('nikFault');
  });

  test('is not lost when a later row leaves it out', () => {
    const { person } = recognise({ mother: 'Wening' }, aKnown({ nik, father: 'Joko', birth: { weightG: 3100 } }));
    expect(person).toMatchObject({ nik, father: 'Joko', birth: { weightG: 3100 } });
  });

  test('is shared by the rows of one file', () => {
    let next = 0;
    const found = recognisePersons([aRow({}, 1), aRow({ nik }, 2, '2025-09-09')], [], () => String((next += 1)));
    expect([found.byRow.get(1), found.byRow.get(2), found.persons.length]).toEqual(['1', '1', 1]);
  });
});

function withoutMother<T extends PersonDraft>({ mother: _mother, ...rest }: T): Omit<T, 'mother'> {
  return rest;
}

describe('a NIK that two children of different names carry', () => {
  test('stays in doubt however often the row of one of them comes again', () => {
    const first = aKnown({ nik, name: 'Bima Nugroho', birthDate: '2022-01-04' });
    const second: KnownPerson = {
      person: { ...aKnown({ nik }).person, id: 'kedua', nikFault: 'nik-tidak-cocok' },
      areas: ['posyandu-kenanga'],
    };
    const row = aRow({ nik }, 1, '2025-09-09');
    const found = recognisePersons([row], [first, second], () => 'baru');
    expect(found.byRow.get(1)).toBe('kedua');
    expect(found.persons.find(({ id }) => id === 'kedua')?.nikFault).toBe('nik-tidak-cocok');
    expect(found.issues.get(1)).toMatchObject([{ code: 'D07' }]);
  });
});
