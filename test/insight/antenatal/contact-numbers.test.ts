import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberContacts } from '../../../src/insight/antenatal/number-contacts.ts';
import { toContactNumber } from '../../../src/insight/antenatal/to-contact-number.ts';
import { computeVisit } from '../../../src/insight/status/compute-visit.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays } from '../../../src/map/days.ts';
import type { Contact } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';
import { choosing, schedule } from './written-schedule.ts';

let tables: WarningTables;
let ordered: WarningTables;
beforeAll(async () => {
  [tables, ordered] = await Promise.all([readTables(), readTables(choosing('penomoran-k', 'urutan'))]);
});

const from = '2025-03-03';
const trimesterOf = (day: number): number => schedule.pregnancy.trimesters.find(({ to }) => day < (to + 1) * 7)?.is ?? 0;
const namesOf = (trimester: number): readonly string[] =>
  schedule.contacts.list.filter((each) => each.trimester === trimester).map(({ is }) => is);

/**
 * The numbers by trying: of all ways to give each day at most one name, with K1 for the first day and later days named in their own trimester,
 * the one whose names, read in order, come first. Slow, and written without a look at the rule.
 */
function bruteForce(days: readonly number[]): readonly (string | undefined)[] {
  const ways = (at: number, used: readonly string[]): readonly (readonly (string | undefined)[])[] => {
    const day = days[at];
    if (day === undefined) return [[]];
    const open = at === 0 ? ['K1'] : namesOf(trimesterOf(day)).filter((name) => !used.includes(name));
    return [...open, undefined].flatMap((name) => ways(at + 1, name === undefined ? used : [...used, name]).map((rest) => [name, ...rest]));
  };
  const rank = (way: readonly (string | undefined)[]): string => way.map((name) => name ?? 'Z').join();
  return [...ways(0, [])].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0] ?? [];
}

const someDays = fc
  .uniqueArray(fc.integer({ min: 0, max: schedule.pregnancy.longestDays }), { minLength: 1, maxLength: 8 })
  .map((days) => [...days].sort((one, other) => one - other));

describe('the numbers of contacts in pregnancy', () => {
  test('are those of the rule, whatever the days', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const found = numberContacts(
          days.map((day) => addDays(from, day)),
          from,
          tables.antenatal,
        );
        expect(found.map(({ is }) => is)).toEqual(bruteForce(days));
        expect(found.map(({ trimester }) => trimester)).toEqual(days.map(trimesterOf));
        expect(found[0]?.beginning).toBe(trimesterOf(days[0] ?? 0) === 1 ? 'murni' : 'akses');
        expect(found.slice(1).every(({ beginning }) => beginning === undefined)).toBe(true);
      }),
      { seed: 20250303, numRuns: 300 },
    );
  });

  /** Every way to spread up to four contacts in each trimester. */
  const counts = [0, 1, 2, 3, 4];
  const combinations = counts.flatMap((one) => counts.flatMap((two) => counts.map((three) => [one, two, three] as const)));

  test('in every combination of trimesters', () => {
    expect(combinations).toHaveLength(125);
    for (const spread of combinations) {
      const days = spread.flatMap((count, at) => Array.from({ length: count }, (_, nth) => ([30, 100, 200][at] ?? 0) + nth));
      if (days.length === 0) continue;
      const dates = days.map((day) => addDays(from, day));
      const found = numberContacts(dates, from, tables.antenatal);
      expect([spread, found.map(({ is }) => is)]).toEqual([spread, bruteForce(days)]);

      const visits = dates.map((date): Contact => ({ date, recorder: 'nakes', condition: 'hamil', elements: { hpht: from } }));
      const history = aHistory(tables, { contacts: visits, asOf: '2026-12-31' });
      const last = history.visits.at(-1);
      if (last === undefined) continue;
      const computed = computeVisit(last, history, tables);
      for (const { is, spread: wanted } of schedule.indicators) {
        const isReached = wanted.every((least, at) => (spread[at] ?? 0) >= least);
        const undecided = is === 'K6' ? 'dokter-belum-tercatat' : 'ya';
        expect([is, spread, computed[`${is.toLowerCase()}-tercapai`]]).toEqual([is, spread, isReached ? undecided : 'belum']);
      }
      expect(computed['kontak-anc']).toBe(days.length);
    }
  });

  test('by the setting urutan are their places in the row', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const dates = days.map((day) => addDays(from, day));
        const wanted = days.map((_, at) => (at < 6 ? `K${String(at + 1)}` : undefined));
        expect(numberContacts(dates, from, ordered.antenatal).map(({ is }) => is)).toEqual(wanted);
      }),
      { seed: 20250303, numRuns: 100 },
    );
  });

  test('without a beginning: the first is K1, of the later ones nothing is said', () => {
    expect(numberContacts(['2025-05-01', '2025-06-01'], undefined, tables.antenatal)).toEqual([
      { date: '2025-05-01', is: 'K1' },
      { date: '2025-06-01' },
    ]);
  });
});

describe('which contact a visit is', () => {
  const seen = (day: number, more: Partial<Contact> = {}): Contact => ({
    date: addDays(from, day),
    recorder: 'nakes',
    condition: 'hamil',
    elements: { hpht: from },
    ...more,
  });
  const numbers = (contacts: readonly Contact[], by = tables) => {
    const history = aHistory(by, { contacts, asOf: '2026-12-31' });
    return history.visits.map((visit) => toContactNumber(visit, history, by.antenatal));
  };

  test('two on one day are one; a kader is none; a private midwife is one', () => {
    const kader = seen(60, { recorder: 'kader', verified: true });
    const midwife = seen(70, { place: 'tpmb-uji' });
    expect(numbers([kader, midwife, seen(70), seen(100)])).toEqual([
      undefined,
      { kind: 'kontak-anc', is: 'K1', beginning: 'murni' },
      { kind: 'kontak-anc', is: 'K1', beginning: 'murni' },
      { kind: 'kontak-anc', is: 'K2' },
    ]);
  });

  test('a kader visit that a nakes verified is one where the setting says so', async () => {
    const counting = await readTables(choosing('kontak-kader', 'ya'));
    const kader = [seen(60, { recorder: 'kader', verified: true }), seen(100)];
    expect(numbers(kader, counting).map((each) => each?.is)).toEqual(['K1', 'K2']);
    expect(numbers(kader).map((each) => each?.is)).toEqual([undefined, 'K1']);
  });

  test('a third contact of trimester 2 is beyond those asked for; childbed and newborn have their own', () => {
    expect(numbers([seen(30), seen(100), seen(120), seen(140)]).map((each) => each?.is)).toEqual(['K1', 'K2', 'K3', undefined]);
    const birth = { 'tanggal-persalinan': '2025-12-08' };
    expect(numbers([seen(30), { date: '2025-12-12', recorder: 'nakes', elements: birth }])[1]).toEqual({ kind: 'kontak-kf', is: 'KF2' });
    const child = aHistory(tables, { person: { birthDate: '2025-12-08' }, contacts: [{ date: '2025-12-20', recorder: 'nakes' }] });
    expect(child.visits.map((visit) => toContactNumber(visit, child, tables.antenatal))).toEqual([{ kind: 'kontak-kn', is: 'KN3' }]);
  });

  test('another number told by the sender is kept beside ours, and remarked', () => {
    const told = (k: string, day: number) => {
      const history = aHistory(tables, {
        contacts: [seen(day, { elements: { hpht: from, 'kunjungan-kehamilan': k } })],
        asOf: '2026-12-31',
      });
      const [visit] = history.visits;
      return visit && computeVisit(visit, history, tables)['kunjungan-berbeda'];
    };
    expect([told('K1', 60), told('K1-murni', 60), told('K1-akses', 60), told('K4', 60), told('K1-akses', 120)]).toEqual([
      'tidak',
      'tidak',
      'ya',
      'ya',
      'tidak',
    ]);
  });
});
