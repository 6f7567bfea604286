// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { MappedRow } from '../../src/map/mapped-row.ts';
import type { Place, Policy } from '../../src/map/place.ts';
import { isWaiting, sendingOf } from '../../src/map/sending-of.ts';
import type { SendingFacts } from '../../src/map/sending-of.ts';
import type { Element, Person, Visit, VisitDraft } from '../../src/map/visit.ts';
import { gatherAgain } from '../../src/map/visits/gather-again.ts';
import { gatherVisits } from '../../src/map/visits/gather-visits.ts';
import type { GatherContext, Gathering } from '../../src/map/visits/gathering.ts';
import type { KnownVisit, Support } from '../../src/map/visits/known-visit.ts';
import { fromLineage, toLineage } from '../../src/map/visits/lineage.ts';
import { takeBack } from '../../src/map/visits/take-back.ts';
import { toKeptContent, toSaid } from '../../src/map/visits/visit-part.ts';
import { aReader } from './reader.ts';

const { programme } = await aReader();
const damar: Person = { id: 'damar', name: 'Damar', nameIsOfficial: true, birthDate: '2023-05-18', sex: 'L' };

function weight(int: number): Element {
  return { key: 'berat-badan', ordinal: 1, value: { kind: 'quantity', int, written: String(int) }, cell: 'BB' };
}

function dose(code: string): Element {
  return { key: 'riwayat-imunisasi', ordinal: 1, value: { kind: 'coded', code }, cell: 'Imunisasi' };
}

function aVisit(visit: Partial<VisitDraft> = {}): VisitDraft {
  return {
    date: '2025-08-12',
    dateEstimated: false,
    place: 'kenanga',
    service: 'posyandu-balita',
    recorder: 'kader',
    verified: false,
    elements: [],
    reported: {},
    ...visit,
  };
}

function aRow(row: number, visit: Partial<VisitDraft>, contentHash = `baris-${String(row)}`): MappedRow {
  return { row, status: 'accepted', heading: false, issues: [], contentHash, cells: [], person: damar, visit: aVisit(visit) };
}

/** A visit of one row of an earlier file. */
function aKnown(visit: Partial<VisitDraft>, contentHash = 'dulu'): KnownVisit {
  const known: Visit = { ...aVisit(visit), id: 'lama', person: 'damar', lifeStage: 'balita', ageDays: 817 };
  const part = { submission: 'berkas-lama', position: 0, contentHash, tables: 't1', duty: 'kirim', said: toSaid(known) } as const;
  return { visit: known, duty: 'kirim', retracted: false, parts: [part], gone: [] };
}

function toContext(rows: readonly MappedRow[]): GatherContext {
  let next = 0;
  return {
    programme,
    persons: [damar],
    personOf: new Map(rows.map(({ row }) => [row, 'damar'] as const)),
    from: { originOf: (row) => ({ submission: 'berkas', position: Number(row) }), tables: 't1', duty: 'kirim' },
    newId: () => `baru-${String((next += 1))}`,
  };
}

function gather(rows: readonly MappedRow[], ...existing: readonly KnownVisit[]) {
  return gatherVisits(rows, existing, toContext(rows));
}

describe('rows become visits', () => {
  test('one for a person, place, day and service; two clinics on one day are two', () => {
    const { visits } = gather([aRow(1, {}), aRow(2, { service: 'imunisasi' }), aRow(3, { date: '2025-08-13' })]);
    expect(visits.map(({ visit: { id, lifeStage, ageDays } }) => [id, lifeStage, ageDays])).toEqual([
      ['baru-1', 'balita', 817],
      ['baru-2', 'balita', 817],
      ['baru-3', 'balita', 818],
    ]);
  });

  test('takes what an export said as the kader’s once the kader says it too', () => {
    const exported = aKnown({ recorder: 'sistem', elements: [weight(11_400)] });
    const { visits } = gather([aRow(1, { elements: [weight(11_400)] })], exported);
    expect(visits).toMatchObject([{ outcome: 'changed', visit: { recorder: 'kader', elements: [{ key: 'berat-badan' }] } }]);
    expect(visits[0]?.visit.elements[0]).not.toHaveProperty('recorder');
  });

  test('leaves what only an export said the export’s', () => {
    const exported = aKnown({ recorder: 'sistem', elements: [weight(11_400)] });
    const { visits } = gather([aRow(1, { elements: [dose('BCG')] })], exported);
    expect(visits[0]?.visit.elements).toMatchObject([{ key: 'berat-badan', recorder: 'sistem' }, { key: 'riwayat-imunisasi' }]);
  });

  test('by the sender’s own visit number where there is one', () => {
    const { visits } = gather([
      aRow(1, { visitNumber: 'K1' }),
      aRow(2, { visitNumber: 'K2' }),
      aRow(3, { visitNumber: 'K1', elements: [weight(1)] }),
    ]);
    expect(visits.map(({ rows }) => rows)).toEqual([[1, 3], [2]]);
  });

  test('with the same row of another day’s file changing nothing', () => {
    const { visits, byRow } = gather([aRow(1, { elements: [weight(11_400)] }, 'sama')], aKnown({ elements: [weight(11_400)] }, 'sama'));
    expect([visits[0]?.outcome, byRow.get(1)?.duplicate, visits[0]?.visit.id]).toEqual(['same', true, 'lama']);
  });

  test('with a later file correcting quietly', () => {
    const { visits, byRow } = gather([aRow(1, { elements: [weight(11_600)] })], aKnown({ elements: [weight(11_400)] }));
    expect([visits[0]?.outcome, byRow.get(1)?.issues.map(({ severity }) => severity)]).toEqual(['changed', ['information']]);
    expect(visits[0]?.visit.elements).toMatchObject([{ ordinal: 1, value: { int: 11_600 } }]);
  });

  test('with what a later row leaves out staying as it was', () => {
    const { visits } = gather([aRow(1, { elements: [] })], aKnown({ elements: [weight(11_400)] }));
    expect(visits[0]?.visit.elements).toHaveLength(1);
  });

  test('with ordinals that stay when a dose is added', () => {
    const { visits } = gather([aRow(1, { elements: [dose('MR1'), dose('BCG')] })], aKnown({ elements: [dose('BCG')] }));
    expect(visits[0]?.visit.elements.map(({ ordinal, value }) => [ordinal, value])).toEqual([
      [1, { kind: 'coded', code: 'BCG' }],
      [2, { kind: 'coded', code: 'MR1' }],
    ]);
  });
});

describe('two recorders of one visit', () => {
  test.each([
    ['kader', false, 'nakes', false, 11_600],
    ['nakes', false, 'kader', false, 11_400],
    ['nakes', true, 'nakes', false, 11_400],
    ['nakes', false, 'nakes', true, 11_600],
    ['kader', false, 'kader', false, 11_600],
    ['kader', false, 'sistem', false, 11_400],
    ['sistem', false, 'kader', false, 11_600],
  ] as const)('%s (verified %s) and then %s (verified %s) keep %s g', (first, firstVerified, then, thenVerified, int) => {
    const known = aKnown({ recorder: first, verified: firstVerified, elements: [weight(11_400)] });
    const { visits, byRow } = gather([aRow(1, { recorder: then, verified: thenVerified, elements: [weight(11_600)] })], known);
    expect(visits[0]?.visit.elements).toMatchObject([{ value: { int } }]);
    const corrected = first === then && !firstVerified;
    if (!corrected) expect(byRow.get(1)?.issues.filter(({ severity }) => severity === 'warning')).toMatchObject([{ code: 'isi-berbeda' }]);
  });

  test('add their parts together, and each part knows its recorder', () => {
    const { visits } = gather([aRow(1, { recorder: 'nakes', elements: [dose('MR1')] })], aKnown({ elements: [weight(11_400)] }));
    expect(visits[0]?.visit.recorder).toBe('nakes');
    expect(visits[0]?.visit.elements.map(({ key, recorder }) => [key, recorder])).toEqual([
      ['berat-badan', 'kader'],
      ['riwayat-imunisasi', undefined],
    ]);
  });
});

/** A visit as gathering left it, as the store would offer it next time. */
function asKept(gathered: Gathering | undefined): KnownVisit {
  const visit = gathered?.visits[0];
  if (visit === undefined) throw new Error('no visit was gathered');
  const lineage: unknown = JSON.parse(JSON.stringify(toLineage(visit)));
  return fromLineage({ visit: visit.visit, duty: visit.duty, retracted: false, lineage });
}

/** Rows of the file `berkas` that are read again; their numbers are their positions. */
function gatherAnew(rows: readonly MappedRow[], known: KnownVisit, supports: readonly Support[] = []): Gathering {
  return gatherAgain(rows, [known], { ...toContext(rows), before: new Map(), supports, sole: new Set() });
}

function back(known: KnownVisit, position: number, supports: readonly Support[] = []) {
  const of = { submission: 'berkas', positions: new Set([position]), sole: false, supports };
  return takeBack(known, of, { person: damar, programme });
}

describe('a visit of several parts', () => {
  const kader = aRow(1, { elements: [weight(11_400)] });
  const nakes = aRow(2, { recorder: 'nakes', elements: [weight(11_600), dose('MR1')] });

  test('keeps what its parts say only where that is not what it says itself', () => {
    expect(toLineage(asKept(gather([kader]))).parts[0]).not.toHaveProperty('said');
    expect(toLineage(asKept(gather([kader, nakes]))).parts).toMatchObject([{ said: { elements: [weight(11_400)] } }, { position: 2 }]);
  });

  test('takes a row that is read late in the place it was handed in: what came later goes on correcting it', () => {
    const [early, late] = ['0199a000-0000-7000-8000-000000000000', '0199b000-0000-7000-8000-000000000000'];
    const from = (submission: string, rows: readonly MappedRow[]): GatherContext => {
      const context = toContext(rows);
      return { ...context, from: { ...context.from, originOf: (row) => ({ submission, position: Number(row) }) } };
    };
    const correction = [aRow(1, { elements: [weight(11_600)] })];
    const known = asKept(gatherVisits(correction, [], from(late, correction)));
    const first = [aRow(7, { elements: [weight(11_400), dose('MR1')] })];
    const { visits } = gatherVisits(first, [known], from(early, first));
    expect(visits[0]?.visit.elements.map(({ key, value }) => [key, value])).toMatchObject([
      ['berat-badan', { int: 11_600 }],
      ['riwayat-imunisasi', { code: 'MR1' }],
    ]);
    expect(visits).toMatchObject([{ outcome: 'changed', parts: [{ submission: early }, { submission: late }] }]);
    expect(visits[0]?.judged.elements).toMatchObject([{ value: { int: 11_400 } }, { key: 'riwayat-imunisasi' }]);
  });

  test('gives way to the kader again when the nakes’ row is taken back', () => {
    expect(back(asKept(gather([kader, nakes])), 2)).toMatchObject({
      outcome: 'changed',
      visit: { recorder: 'kader', elements: [{ key: 'berat-badan', ordinal: 1, value: { int: 11_400 } }] },
    });
  });

  test('is taken back with the last of them', () => {
    expect(back(asKept(gather([kader])), 1)).toEqual({ outcome: 'retracted' });
  });

  test('is left alone by a row that is none of them', () => {
    expect(back(asKept(gather([kader])), 7)).toEqual({ outcome: 'untouched' });
  });

  test('stays when another file said the very same', () => {
    const known = asKept(gather([kader]));
    const [part] = known.parts;
    if (part === undefined) throw new Error('a visit of a row has a part');
    const support = { visit: known.visit.id, submission: 'lain', position: 4, duty: 'kirim', content: toKeptContent(part) } as const;
    expect(back(known, 1, [support])).toMatchObject({ outcome: 'same', parts: [{ submission: 'lain', position: 4 }] });
  });

  test('notes that one row stands in where another said the same until it was read again', () => {
    const known = asKept(gather([kader]));
    const [part] = known.parts;
    if (part === undefined) throw new Error('a visit of a row has a part');
    const standing = { ...part, submission: 'berkas', position: 3 };
    const two = { ...known, parts: [{ ...part, submission: 'awal', said: { ...part.said, elements: [] } }, standing] };
    const support = { visit: known.visit.id, submission: 'lain', position: 4, duty: 'kirim', content: toKeptContent(standing) } as const;
    const { visits } = gatherAnew([{ ...aRow(3, { elements: [] }), contentHash: part.contentHash }], two, [support]);
    expect(visits).toMatchObject([{ outcome: 'same', noted: true, parts: [{ submission: 'awal' }, { submission: 'lain' }] }]);
  });

  test('is the same whatever part is read again, as long as it says the same', () => {
    const known = asKept(gather([kader, nakes]));
    for (const row of [kader, nakes]) expect(gatherAnew([row], known).visits).toMatchObject([{ outcome: 'same', noted: false }]);
  });

  test('lets a row that is read again say what it says in its old place: who came later goes on correcting it', () => {
    const known = asKept(gather([kader, aRow(2, { elements: [weight(11_500)] })]));
    const { visits } = gatherAnew([aRow(1, { elements: [weight(9_000)] })], known);
    expect(visits[0]?.visit.elements).toMatchObject([{ value: { int: 11_500 } }]);
  });

  test('never gives a number to another fact, and gives it back to its own', () => {
    const known = asKept(gather([aRow(1, { elements: [dose('BCG'), { ...dose('MR1'), ordinal: 2 }] })]));
    const without = asKept(gatherAnew([aRow(1, { elements: [dose('IPV1')] })], known));
    expect(without.visit.elements.map(({ ordinal }) => ordinal)).toEqual([3]);
    const again = asKept(gatherAnew([aRow(1, { elements: [dose('MR1'), dose('IPV1')] })], without));
    expect(again.visit.elements.map(({ ordinal }) => ordinal)).toEqual([2, 3]);
  });

  test('begins anew under its id and numbers when it was taken back and is said again', () => {
    const taken = { ...asKept(gather([aRow(1, { elements: [dose('BCG')] })])), retracted: true, parts: [] };
    const known = { ...taken, gone: taken.visit.elements };
    const { visits } = gather([aRow(5, { elements: [dose('MR1'), dose('BCG')] }, 'baru')], known);
    expect(visits).toMatchObject([{ outcome: 'changed', visit: { id: taken.visit.id, elements: [{ ordinal: 2 }, { ordinal: 1 }] } }]);
  });

  test('is owed as long as one of its parts is', () => {
    const own = asKept(gather([kader]));
    const exported = {
      submission: 'ekspor',
      position: 1,
      contentHash: 'x',
      tables: 't1',
      duty: 'tidak',
      said: toSaid(aVisit({ recorder: 'sistem' })),
    } as const;
    expect(back({ ...own, parts: [...own.parts, exported] }, 1)).toMatchObject({
      outcome: 'changed',
      duty: 'tidak',
      visit: { recorder: 'sistem' },
    });
  });
});

describe('what is owed to SATUSEHAT', () => {
  const place: Place = {
    code: 'kenanga',
    kind: 'posyandu',
    name: 'Posyandu Kenanga',
    aliases: [],
    zone: 'Asia/Makassar',
    openFrom: '08:00',
    openTo: '11:00',
    responsible: [{ name: 'Dewi', from: '2024-01-01', to: '2025-12-31' }],
    mode: 'uji',
  };
  const policy: Policy = { puskesmas: 'pkm', closing: {}, verificationRequired: false, namedPerformer: true };
  const clean: SendingFacts = {
    visit: aVisit(),
    person: { nik: '6472991805239701', birthDate: '2023-05-18' },
    duty: 'kirim',
    policy,
    place,
  };

  test.each<[string, Partial<SendingFacts>, string]>([
    ['everything in order, also without a closing policy', {}, 'kirim'],
    ['a ministry export', { duty: 'tidak' }, 'tidak'],
    ['a sender that sends itself', { duty: 'sudah-oleh-pengirim' }, 'tidak'],
    ['no NIK', { person: { birthDate: '2023-05-18' } }, 'hold:tanpa-nik'],
    ['a NIK Excel destroyed', { person: { birthDate: '2023-05-18', nikFault: 'nik-rusak' } }, 'hold:nik-rusak'],
    [
      'a NIK that disagrees',
      { person: { nik: '6472991805239701', nikFault: 'nik-tidak-cocok', birthDate: '2023-05-18' } },
      'hold:nik-tidak-cocok',
    ],
    ['no birth date', { person: { nik: '6472991805239701' } }, 'hold:tanggal-lahir'],
    ['verification wanted and missing', { policy: { ...policy, verificationRequired: true } }, 'hold:belum-diverifikasi'],
    ['verification wanted and given', { policy: { ...policy, verificationRequired: true }, visit: aVisit({ verified: true }) }, 'kirim'],
    ['no responsible nakes on that day', { visit: aVisit({ date: '2026-01-01' }) }, 'hold:pelaksana-belum-ditetapkan'],
    ['a puskesmas that names no performer', { policy: { ...policy, namedPerformer: false } }, 'hold:pelaksana-belum-ditetapkan'],
    ['no policy at all', { policy: undefined }, 'hold:pelaksana-belum-ditetapkan'],
    ['a place nobody knows', { place: undefined }, 'hold:tempat-tidak-dikenal'],
  ])('with %s', (_claim, facts, sending) => {
    expect(sendingOf({ ...clean, ...facts })).toBe(sending);
  });

  test.each([
    ['hold:tanpa-nik', true],
    ['nik-rusak', true],
    ['hold:nik-tidak-cocok', false],
    ['hold:belum-diverifikasi', false],
    ['hold:pelaksana-belum-ditetapkan', false],
  ])('%s ends by itself: %s', (reason, waiting) => {
    expect(isWaiting(reason)).toBe(waiting);
  });
});
