import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HistoryVisit } from '../../../src/insight/history.ts';
import { addDays } from '../../../src/map/days.ts';
import { conditionOn, identifyEpisodes, toEpisodeDrafts } from '../../../src/map/episodes/to-episodes.ts';
import type { Element, MaternalCondition } from '../../../src/map/visit.ts';

const woman = { id: 'ibu-1', sex: 'P', birthDate: '1998-11-12' } as const;

interface Said {
  readonly hpht?: string;
  readonly hpl?: string;
  readonly weeks?: number;
  readonly delivered?: string;
  readonly lost?: string;
  readonly died?: string;
  readonly condition?: MaternalCondition;
}

function aVisit(date: string, said: Said): HistoryVisit {
  const dates = [
    ['hpht', said.hpht],
    ['hpl', said.hpl],
    ['tanggal-persalinan', said.delivered],
    ['tanggal-keguguran', said.lost],
    ['tanggal-meninggal', said.died],
  ] as const;
  const elements: Element[] = dates.flatMap(([key, day]) =>
    day === undefined ? [] : [{ key, ordinal: 1, value: { kind: 'date', date: day }, cell: key }],
  );
  if (said.weeks !== undefined) {
    const value = { kind: 'quantity', int: said.weeks, written: String(said.weeks) } as const;
    elements.push({ key: 'umur-kehamilan', ordinal: 1, value, cell: 'UK' });
  }
  const base = { id: `k-${date}`, person: woman.id, place: 'P', service: 'anc', recorder: 'nakes', verified: true, dateEstimated: false };
  const condition = said.condition === undefined ? {} : { condition: said.condition };
  return { ...base, recorder: 'nakes', date, elements, reported: {}, lifeStage: 'lain', ...condition };
}

const drafts = (visits: readonly HistoryVisit[], asOf = '2026-12-31') => toEpisodeDrafts({ person: woman, visits, enrolments: [], asOf });

describe('a pregnancy', () => {
  test('begins at the HPHT and is open until something ends it', () => {
    expect(drafts([aVisit('2025-07-14', { hpht: '2025-03-03' })], '2025-08-01')).toEqual([
      { person: 'ibu-1', kind: 'kehamilan', from: '2025-03-03', basis: 'hpht' },
    ]);
  });

  test('is reckoned from the weeks told, and moved by an HPHT that is told later', () => {
    const weeks = aVisit('2025-07-09', { weeks: 22 });
    expect(drafts([weeks], '2025-08-01')[0]).toMatchObject({ from: '2025-02-05', basis: 'umur-kehamilan' });
    expect(drafts([weeks, aVisit('2025-08-06', { hpht: '2025-02-10' })], '2025-08-10')).toHaveLength(1);
    expect(drafts([weeks, aVisit('2025-08-06', { hpht: '2025-02-10' })], '2025-08-10')[0]).toMatchObject({
      from: '2025-02-10',
      basis: 'hpht',
    });
  });

  test('ends 42 days after the delivery; a month later another one may begin', () => {
    const visits = [
      aVisit('2025-03-10', { hpht: '2024-09-15' }),
      aVisit('2025-07-09', { delivered: '2025-06-28', condition: 'nifas' }),
      aVisit('2025-10-20', { hpht: '2025-09-01' }),
    ];
    expect(drafts(visits, '2025-11-01')).toEqual([
      {
        person: 'ibu-1',
        kind: 'kehamilan',
        from: '2024-09-15',
        basis: 'hpht',
        delivered: '2025-06-28',
        to: '2025-08-09',
        end: 'persalinan',
      },
      { person: 'ibu-1', kind: 'kehamilan', from: '2025-09-01', basis: 'hpht' },
    ]);
  });

  test('is closed by time after 45 weeks, on the day after and not before', () => {
    const visits = [aVisit('2025-01-10', { hpht: '2024-12-01' })];
    expect(drafts(visits, addDays('2024-12-01', 315))[0]?.end).toBeUndefined();
    expect(drafts(visits, addDays('2024-12-01', 316))[0]).toMatchObject({ to: addDays('2024-12-01', 315), end: 'waktu' });
  });

  test.each([
    [{ lost: '2025-05-01' }, { to: '2025-05-01', end: 'keguguran' }],
    [{ died: '2025-05-01' }, { to: '2025-05-01', end: 'meninggal' }],
  ])('ends with %j', (said, end) => {
    const found = drafts([aVisit('2025-03-10', { hpht: '2025-01-15' }), aVisit('2025-05-02', said)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(end);
  });

  test('is not made by last month’s word of a form after the delivery, nor by weeks told again', () => {
    const told = [aVisit('2025-06-30', { delivered: '2025-06-28' }), aVisit('2025-07-09', { condition: 'hamil' })];
    expect(drafts(told)).toHaveLength(1);
    expect(drafts([...told, aVisit('2025-07-10', { weeks: 40 })])).toHaveLength(1);
  });

  test('is no matter of a man', () => {
    const visits = [aVisit('2025-07-14', { hpht: '2025-03-03' })];
    expect(toEpisodeDrafts({ person: { id: 'x', sex: 'L' }, visits, enrolments: [], asOf: '2025-08-01' })).toEqual([]);
  });

  test('stays one however often its HPHT is edited, whatever the order of the visits, and keeps its id', () => {
    const edits = fc.array(
      fc.record({
        day: fc.integer({ min: 40, max: 270 }),
        shift: fc.integer({ min: -28, max: 28 }),
        by: fc.constantFrom('hpht', 'weeks', 'word'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(edits, fc.integer({ min: 0, max: 1000 }), (told, turn) => {
        const visits = told.map(({ day, shift, by }) => {
          const date = addDays('2025-01-01', day);
          if (by === 'word') return aVisit(date, { condition: 'hamil' });
          if (by === 'weeks') return aVisit(date, { weeks: Math.max(1, Math.floor((day + shift) / 7)) });
          return aVisit(date, { hpht: addDays('2025-01-01', -shift) });
        });
        const found = drafts(visits, '2025-10-15');
        expect(found).toHaveLength(1);
        const at = turn % visits.length;
        expect(drafts([...visits.slice(at), ...visits.slice(0, at)], '2025-10-15')).toEqual(found);
        const known = identifyEpisodes(drafts(visits.slice(0, 1), '2025-10-15'), [], () => 'episode-1');
        expect(identifyEpisodes(found, known, () => 'episode-2').map(({ id }) => id)).toEqual(['episode-1']);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});

describe('a newborn period', () => {
  const baby = { id: 'bayi-1', birthDate: '2025-07-02' } as const;
  const of = (visits: readonly HistoryVisit[], asOf: string) => toEpisodeDrafts({ person: baby, visits, enrolments: [], asOf });

  test('lasts to day 28 and is closed by time or by death', () => {
    const visits = [aVisit('2025-07-03', {})];
    expect(of(visits, '2025-07-30')).toEqual([{ person: 'bayi-1', kind: 'neonatus', from: '2025-07-02', basis: 'lahir' }]);
    expect(of(visits, '2025-07-31')[0]).toMatchObject({ to: '2025-07-30', end: 'lengkap' });
    expect(of([...visits, aVisit('2025-07-21', { died: '2025-07-20' })], '2025-07-31')[0]).toMatchObject({
      to: '2025-07-20',
      end: 'meninggal',
    });
  });

  test('is not opened by a contact after it', () => {
    expect(of([aVisit('2025-08-01', {})], '2025-09-01')).toEqual([]);
  });
});

test('the day decides where a woman stands', () => {
  const episodes = drafts([aVisit('2025-07-09', { delivered: '2025-06-28' })]);
  const at = (date: string) => conditionOn(episodes, date);
  expect(['2025-06-27', '2025-06-28', '2025-06-29', '2025-08-09', '2025-08-10'].map(at)).toEqual([
    'hamil',
    'bersalin',
    'nifas',
    'nifas',
    undefined,
  ]);
});
