// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toBirthOrder } from '../../src/map/conversions/read-name.ts';
import type { MappedRow } from '../../src/map/mapped-row.ts';
import { toEditDistance } from '../../src/map/nearest-word.ts';
import { toComparedName } from '../../src/map/persons/compare-names.ts';
import { isWithinEdits, toLetterCounts } from '../../src/map/persons/is-within-edits.ts';
import { toPairKey, type KnownPerson } from '../../src/map/persons/known-person.ts';
import { PersonIndex } from '../../src/map/persons/person-index.ts';
import { recognisePersons, toUnknownRow } from '../../src/map/persons/recognise-persons.ts';
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

  test.each<[string, Partial<PersonDraft>, Partial<PersonDraft>, string]>([
    [
      'as the baby that got its name, where the mother has no other of that day',
      { nikIbu: otherNik },
      { nikIbu: otherNik, name: 'By. Ny. Wening', nameIsOfficial: false },
      'dikenal',
    ],
    [
      'by the sender’s own number under the name it got',
      { localId: '77', name: 'Damar Saputra' },
      { localId: '77', name: 'By. Ny. Wening', nameIsOfficial: false },
      'dikenal',
    ],
    [
      'by the mother’s NIK and the sender’s own number, though twins have no order',
      { nikIbu: otherNik, localId: '77', birthOrder: 1 },
      { nikIbu: otherNik, localId: '77', name: 'By. Ny. Wening', nameIsOfficial: false },
      'dikenal',
    ],
    [
      'not as the twin with whom it shares the family’s number',
      { nikIbu: otherNik, localId: '77', name: 'Dimas Saputra' },
      { nikIbu: otherNik, localId: '77' },
      'baru',
    ],
    [
      'not as the baby of another mother of that name',
      { nikIbu: otherNik, name: 'By. Ny. Wening', nameIsOfficial: false },
      { nikIbu: '6472995005909703', name: 'By. Ny. Wening', nameIsOfficial: false },
      'baru',
    ],
    [
      'not as a twin by order, whoever wrote the name otherwise',
      { name: 'Bayi Ny Wening 2', nameIsOfficial: false, birthOrder: 2 },
      { name: 'By. Ny. Wening I', nameIsOfficial: false, birthOrder: 1 },
      'baru',
    ],
  ])('%s, or is not', (_claim, row, known, id) => {
    expect(recognise(row, aKnown(known)).id).toBe(id);
  });

  test('by a number and a name, though the row leaves out the birth date', () => {
    const { birthDate: _date, ...undated } = aRow({ localId: '77' }).person ?? { name: '', nameIsOfficial: false };
    const found = recognisePersons([{ ...aRow(), person: undated }], [aKnown({ localId: '77' })], () => 'baru');
    expect(found.byRow.get(1)).toBe('dikenal');
  });

  test('not by a number that another sender gave', () => {
    const known: KnownPerson = { ...aKnown({ localId: '77', mother: 'Wening' }), numbers: [] };
    expect(recognise({ localId: '77', mother: 'Sri' }, known).id).toBe('baru');
  });

  test('not in another posyandu without a number', () => {
    expect(recognise({}, aKnown({}, ['posyandu-lain'])).id).toBe('baru');
  });

  test('in the same desa though the posyandu differs', () => {
    expect(recognise({ address: { desa: 'Sempaja' } }, aKnown({}, ['posyandu-lain', 'sempaja'])).id).toBe('dikenal');
  });
});

describe('a number that stands alone', () => {
  const pointer: MappedRow = { ...aRow(), person: { name: '', nameIsOfficial: false, nikFault: 'tanpa-nik', localId: '90' } };
  const grandmother = aKnown({ localId: '90', name: 'Sumarni', birthDate: '1955-05-01', sex: 'P' });

  test('means whom its sender has told of before, and changes nothing about them', () => {
    const found = recognisePersons([pointer], [grandmother], () => 'baru');
    expect(found.byRow.get(1)).toBe('dikenal');
    expect(found.persons).toEqual([grandmother.person]);
  });

  test('leaves "By. Ny." her name', () => {
    const baby = aKnown({ localId: '90', name: 'By. Ny. Wening', nameIsOfficial: false });
    expect(recognisePersons([pointer], [baby], () => 'baru').persons[0]?.name).toBe('By. Ny. Wening');
  });

  test('that nobody has told of makes nobody, and its row is put aside', () => {
    const found = recognisePersons([pointer], [aKnown({ localId: '77' })], () => 'baru');
    expect([found.persons, [...found.unknown]]).toEqual([[], [1]]);
    expect(toUnknownRow(pointer)).toMatchObject({
      status: 'quarantined',
      reason: 'orang-tidak-dikenal',
      issues: [{ code: 'orang-tidak-dikenal' }],
    });
    expect(toUnknownRow(pointer)).not.toHaveProperty('visit');
  });

  test('that somebody elsewhere carries means nobody here', () => {
    const elsewhere: KnownPerson = { ...grandmother, areas: ['posyandu-lain'] };
    expect(recognisePersons([pointer], [elsewhere], () => 'baru').unknown.has(1)).toBe(true);
  });

  test('that two people of one sender carry means neither', () => {
    const other: KnownPerson = { ...aKnown({ localId: '90', name: 'Bima' }), person: { ...aKnown({ localId: '90' }).person, id: 'lain' } };
    expect(recognisePersons([pointer], [grandmother, other], () => 'baru').unknown.has(1)).toBe(true);
  });
});

describe('twins of one mother', () => {
  const baby = { nikIbu: otherNik, name: 'By. Ny. Wening', nameIsOfficial: false, sex: 'P' } as const;
  const twins = ['I', 'II'].map((order, index): KnownPerson => {
    const known = aKnown({ ...baby, name: `By. Ny. Wening ${order}`, birthOrder: index + 1 });
    return { ...known, person: { ...known.person, id: `kembar-${order}` } };
  });
  const named = { nikIbu: otherNik, sex: 'P', name: 'Ayu Lestari' } as const;

  test('keep their ids when the first gets a name and a NIK with its order', () => {
    const found = recognise({ ...named, nik: '6472995805239704', birthOrder: 1 }, ...twins);
    expect([found.id, found.reviews]).toEqual(['kembar-I', []]);
  });

  test('are looked at by an officer when one gets a name and nobody says which', () => {
    const found = recognise(named, ...twins);
    expect(found.id).toBe('baru');
    expect(found.reviews.map(({ candidate, reason }) => [candidate, reason])).toEqual([
      ['kembar-I', 'mungkin-kembar'],
      ['kembar-II', 'mungkin-kembar'],
    ]);
  });

  test('without an order are two where both were weighed on one day, and a later name is for an officer', () => {
    let next = 0;
    const rows = [aRow(baby, 1), aRow({ ...baby, kk: '1' }, 2), aRow(named, 3, '2025-09-09')];
    const found = recognisePersons(rows, [], () => String((next += 1)));
    expect([1, 2, 3].map((row) => found.byRow.get(row))).toEqual(['1', '2', '3']);
    expect(found.reviews.filter(({ row }) => row === 3)).toHaveLength(2);
  });
});

describe('a pair of whom an officer has said that they are two', () => {
  const pair = new Set([toPairKey('dikenal', 'kedua')]);
  const second = (person: Partial<PersonDraft>): KnownPerson => ({ ...aKnown(), person: { ...aKnown(person).person, id: 'kedua' } });

  test('is not asked again, and two NIK are no doubt any more', () => {
    const found = recognisePersons([aRow({ nik })], [aKnown({ nik: otherNik }), second({ nik })], () => 'baru', { notSame: pair });
    expect([found.byRow.get(1), found.reviews, found.persons[0]?.nikFault]).toEqual(['kedua', [], undefined]);
  });

  test('is not asked again, but one NIK stays in doubt', () => {
    const found = recognisePersons([aRow({ nik, name: 'Bima' })], [aKnown({ nik }), second({ nik, name: 'Bima' })], () => 'baru', {
      notSame: pair,
    });
    expect([found.byRow.get(1), found.reviews, found.persons[0]?.nikFault]).toEqual(['kedua', [], 'nik-tidak-cocok']);
  });
});

describe('where everybody has one birth date and place', () => {
  const crowd = Array.from({ length: 3000 }, (_, at): KnownPerson => {
    const { person, areas } = aKnown({ name: `Nama ${toWord(at)}`, mother: toWord(at + 5) });
    return { person: { ...person, id: String(at) }, areas };
  });
  const index = new PersonIndex(crowd);
  const soughtIn = (where: PersonIndex, name: string): number =>
    where.near({ person: { name, nameIsOfficial: true, birthDate: '2023-05-18' }, areas: ['posyandu kenanga'], name: toComparedName(name) })
      .length;

  test('a row is held against those of its own name only, so that a long file costs no more a row than a short one', () => {
    expect(soughtIn(index, `nama ${toWord(77)}`)).toBe(1);
    expect(recognisePersons([aRow({ name: `nama ${toWord(77)}`, mother: toWord(82) })], crowd, () => 'baru').byRow.get(1)).toBe('77');
  });

  test('near names are looked for as long as they are a hundred', () => {
    expect(soughtIn(new PersonIndex(crowd.slice(0, 100)), 'Bima')).toBe(100);
    expect(soughtIn(new PersonIndex(crowd.slice(0, 101)), 'Bima')).toBe(0);
  });
});

describe('two spellings', () => {
  test('are within a number of letters exactly where the table of Levenshtein says so', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'N', ' '), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (one, other, most) => {
        const count = (text: string) => ({ text, letters: toLetterCounts(text) });
        expect(isWithinEdits(count(one), count(other), most)).toBe(toEditDistance(one, other) <= most);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('the order of birth in a name', () => {
  test.each([
    ['By. Ny. Wening I', 1],
    ['By. Ny. Wening II', 2],
    ['BAYI NY WENING (2)', 2],
    ['By Ny Wening (kembar 1)', 1],
    ['Bayi 2 Ny. Wening', 2],
    ['By. Ny. Wening', undefined],
    ['By. Ny. Wening A', undefined],
    ['Wening III', undefined],
  ])('%s: %s', (name, order) => {
    expect(toBirthOrder(name)).toBe(order);
  });
});

/** A made-up word of letters, another for each number. */
function toWord(number: number): string {
  return Array.from(String(number * 7919 + 1_000_003), (digit) => 'abdefghilk'[Number(digit)] ?? '').join('');
}

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
