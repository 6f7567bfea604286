import { describe, expect, test } from '@jest/globals';
import type { Episode } from '../../../src/map/episodes/episode.ts';
import { courseOf, readCourseId, toCourses } from '../../../src/map/episodes/to-courses.ts';

const pregnancy: Episode = { id: 'e1', person: 'p1', kind: 'kehamilan', from: '2025-01-01', basis: 'hpht' };
const born: Episode = { ...pregnancy, delivered: '2025-10-01', to: '2025-11-12', end: 'persalinan' };
const adult = { birthDate: '1998-05-01' };

describe('the courses of care of an episode', () => {
  test('are the pregnancy, and from the delivery on the childbed', () => {
    expect(toCourses(pregnancy)).toEqual([{ id: 'e1.ANC', type: 'ANC', from: '2025-01-01' }]);
    expect(toCourses(born)).toEqual([
      { id: 'e1.ANC', type: 'ANC', from: '2025-01-01', to: '2025-10-01' },
      { id: 'e1.PNC', type: 'PNC', from: '2025-10-01', to: '2025-11-12' },
    ]);
    expect(toCourses({ ...pregnancy, to: '2025-03-01', end: 'keguguran' })).toEqual([
      { id: 'e1.ANC', type: 'ANC', from: '2025-01-01', to: '2025-03-01' },
    ]);
  });

  test('of a newborn is one of 28 days', () => {
    expect(toCourses({ ...pregnancy, id: 'e2', kind: 'neonatus' })).toEqual([
      { id: 'e2.Neonate', type: 'Neonate', from: '2025-01-01', to: '2025-01-29' },
    ]);
  });

  test.each([
    ['e1.ANC', { episode: 'e1', type: 'ANC', ends: false }],
    ['e1.PNC.tutup', { episode: 'e1', type: 'PNC', ends: true }],
    ['e1', undefined],
    ['e1.TB', undefined],
    ['e1.ANC.lain', undefined],
  ])('are named %s', (id, key) => {
    expect(readCourseId(id)).toEqual(key);
  });
});

describe('a visit', () => {
  test.each([
    ['in pregnancy', { date: '2025-06-01', condition: 'hamil' }, 'ANC'],
    ['of the delivery', { date: '2025-10-01', condition: 'bersalin' }, 'ANC'],
    ['of childbed on the day of delivery', { date: '2025-10-01', condition: 'nifas' }, 'PNC'],
    ['of childbed', { date: '2025-10-20', condition: 'nifas' }, 'PNC'],
    ['with last month’s word', { date: '2025-10-20', condition: 'hamil' }, 'PNC'],
    ['after childbed', { date: '2025-12-01', condition: 'nifas' }, undefined],
    ['that says nothing of pregnancy', { date: '2025-06-01' }, undefined],
  ] as const)('%s belongs to the stated course', (_, visit, type) => {
    expect(courseOf(visit, adult, [born])?.type).toBe(type);
  });

  test('of a girl below 18, or of somebody of unknown age, belongs to none', () => {
    const visit = { date: '2025-06-01', condition: 'hamil' } as const;
    expect(courseOf(visit, { birthDate: '2008-01-01' }, [born])).toBeUndefined();
    expect(courseOf(visit, {}, [born])).toBeUndefined();
  });

  test('of a newborn belongs to the newborn period', () => {
    const newborn: Episode = { ...pregnancy, id: 'e2', kind: 'neonatus' };
    expect(courseOf({ date: '2025-01-10' }, { birthDate: '2025-01-01' }, [newborn])?.id).toBe('e2.Neonate');
    expect(courseOf({ date: '2025-02-10' }, { birthDate: '2025-01-01' }, [newborn])).toBeUndefined();
  });
});
