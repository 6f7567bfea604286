import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reconcileWarnings, type ReconciledWarning } from '../../../src/insight/warnings/reconcile-warnings.ts';
import { toWarnings } from '../../../src/insight/warnings/to-warnings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays } from '../../../src/map/days.ts';
import type { Contact, Fact } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

const asOf = '2026-06-30';
const start = '2025-01-10';

/** What happens to a child's card: a visit is written or corrected, or taken back. Visits keep their day and id. */
type Step = { readonly at: number; readonly facts: Readonly<Record<string, Fact>> } | { readonly at: number; readonly facts: null };

const facts: fc.Arbitrary<Readonly<Record<string, Fact>>> = fc
  .record(
    {
      'berat-badan': fc.integer({ min: 30, max: 100 }).map((int) => int / 10),
      'tinggi-badan': fc.integer({ min: 50, max: 78 }),
      kpsp: fc.constantFrom('sesuai', 'meragukan', 'penyimpangan'),
      'bahaya-bayi-kuning': fc.boolean(),
      'vitamin-a': fc.constantFrom('biru', 'merah'),
    },
    { requiredKeys: [] },
  )
  .map((some): Readonly<Record<string, Fact>> => some);

const aStep: fc.Arbitrary<Step> = fc.record({
  at: fc.integer({ min: 0, max: 7 }),
  facts: fc.oneof({ weight: 3, arbitrary: facts }, fc.constant(null)),
});

function lookAt(card: ReadonlyMap<number, Readonly<Record<string, Fact>>>) {
  const contacts = [...card].map(([at, elements]): Contact => ({
    id: `kunjungan-${String(at)}`,
    date: addDays(start, at * 31),
    elements,
    recorder: 'nakes',
  }));
  return toWarnings(aHistory(tables, { person: { birthDate: '2024-12-01', sex: 'L' }, contacts, asOf }), tables, asOf);
}

/** No two warnings of one code stand over the same days. */
function checkApart(now: readonly ReconciledWarning[]): void {
  const standing = now.filter(({ state }) => state !== 'ditarik').map(({ warning }) => warning);
  for (const code of new Set(standing.map((warning) => warning.code))) {
    const same = standing.filter((warning) => warning.code === code).sort((one, other) => (one.opened < other.opened ? -1 : 1));
    const apart = same.slice(1).map(({ opened }, at) => (same[at]?.closed ?? '9999') <= opened);
    expect([code, apart]).toEqual([code, apart.map(() => true)]);
  }
}

/** Nobody is called for what is not open, and what was withdrawn stands again by being opened again. */
function checkCalls(now: readonly ReconciledWarning[], before: ReadonlyMap<string, ReconciledWarning>): void {
  expect(now.filter(({ page, state }) => page && state !== 'terbuka')).toEqual([]);
  expect(now.filter(({ foundLate, page, state }) => foundLate && (page || state === 'terbuka'))).toEqual([]);
  const back = now.filter(({ id, state }) => before.get(id)?.state === 'ditarik' && state !== 'ditarik');
  expect(back.filter(({ change }) => change !== 'dibuka-lagi')).toEqual([]);
  expect(now.filter(({ id, change }) => before.has(id) === (change === 'baru'))).toEqual([]);
}

describe('while visits of a child are written, corrected and taken back', () => {
  test('no two warnings of one code stand at once, ids stay, and a warning goes exactly when its evidence goes', () => {
    const seen = { withdrawn: 0, again: 0, late: 0 };
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 2, maxLength: 12 }), (steps) => {
        const card = new Map<number, Readonly<Record<string, Fact>>>();
        let [known, ids]: [readonly ReconciledWarning[], number] = [[], 0];
        for (const step of steps) {
          if (step.facts === null) card.delete(step.at);
          else card.set(step.at, step.facts);
          const before = new Map(known.map((each) => [each.id, each] as const));
          const computed = lookAt(card);
          known = reconcileWarnings({ known, computed, newId: () => `w${String((ids += 1))}` });
          checkApart(known);
          checkCalls(known, before);
          const standing = known.filter(({ state }) => state !== 'ditarik').map(({ warning }) => warning);
          expect(standing).toEqual(computed);
          expect(known.map(({ id }) => id)).toEqual(expect.arrayContaining([...before.keys()]));
          expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
          seen.withdrawn += known.filter(({ change }) => change === 'ditarik').length;
          seen.again += known.filter(({ change }) => change === 'dibuka-lagi').length;
          seen.late += known.filter(({ foundLate }) => foundLate).length;
        }
      }),
      { seed: 20250709, numRuns: 80 },
    );
    expect(Math.min(seen.withdrawn, seen.again, seen.late)).toBeGreaterThan(20);
  });

  test('what is written back as it was stands again under its ids', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 2, maxLength: 6 }), fc.nat(), (visits, chosen) => {
        const whole = new Map(visits.map((each, at) => [at, each] as const));
        const without = new Map(whole);
        without.delete(chosen % visits.length);
        let ids = 0;
        const look = (known: readonly ReconciledWarning[], card: typeof whole) =>
          reconcileWarnings({ known, computed: lookAt(card), newId: () => `w${String((ids += 1))}` });
        const first = look([], whole);
        const again = look(look(first, without), whole);
        const shown = (all: readonly ReconciledWarning[]) =>
          all.filter(({ state }) => state !== 'ditarik').map(({ id, warning }) => [id, warning.code, warning.opened]);

        expect(shown(again)).toEqual(shown(first));
      }),
      { seed: 20250709, numRuns: 60 },
    );
  });
});

test('a history of two hundred visits is looked at within a moment', () => {
  const contacts = Array.from({ length: 200 }, (_, at): Contact => ({
    date: addDays(start, at * 8),
    elements: { 'berat-badan': 4 + (at % 7) + at / 40, 'tinggi-badan': 55 + at / 4, kpsp: at % 3 === 0 ? 'meragukan' : 'sesuai' },
  }));
  const history = aHistory(tables, { person: { birthDate: '2024-12-01', sex: 'P' }, contacts, asOf: '2029-12-31' });
  const took = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage();
    expect(toWarnings(history, tables, '2029-12-31').length).toBeGreaterThan(5);
    return process.cpuUsage(from).user / 1000;
  });
  // Some 50 ms of work; the least of five bears a busy machine.
  expect(Math.min(...took)).toBeLessThan(250);
});
