import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WarningDraft } from '../../../src/insight/warnings/finding.ts';
import type { KnownWarning, ReconciledWarning } from '../../../src/insight/warnings/reconcile-warnings.ts';
import { reconcileWarnings } from '../../../src/insight/warnings/reconcile-warnings.ts';
import { aFinding, aWarning } from './a-warning.ts';

function look(known: readonly KnownWarning[], computed: readonly WarningDraft[]): readonly ReconciledWarning[] {
  let count = known.length;
  return reconcileWarnings({ known, computed, newId: () => `w${String((count += 1))}` });
}

function shown(all: readonly ReconciledWarning[]): readonly unknown[] {
  return all.map(({ id, state, change, page }) => [id, state, change, page]);
}

const july = aWarning(['2025-07-09']);
const closedInAugust = aWarning(['2025-07-09'], { closed: '2025-08-06' });

describe('a warning that is computed', () => {
  test('for the first time and open calls whoever answers for the place', () => {
    expect(shown(look([], [july]))).toEqual([['w1', 'terbuka', 'baru', true]]);
  });

  test('for the first time and already ended is found late: closed at birth, nobody is called', () => {
    const [late] = look([], [closedInAugust]);

    expect(late).toMatchObject({ state: 'selesai', foundLate: true, change: 'baru', page: false });
  });

  test('again as it was changes nothing and calls nobody twice', () => {
    expect(shown(look(look([], [july]), [july]))).toEqual([['w1', 'terbuka', 'tetap', false]]);
  });

  test('at one more visit is the same warning', () => {
    expect(shown(look(look([], [july]), [aWarning(['2025-07-09', '2025-08-06'])]))).toEqual([['w1', 'terbuka', 'berubah', false]]);
  });

  test('at a higher level calls again; at a lower one, or as information, it does not', () => {
    const red = { ...july, level: 'merah' as const };

    expect(shown(look(look([], [july]), [red]))).toEqual([['w1', 'terbuka', 'berubah', true]]);
    expect(shown(look(look([], [red]), [july]))).toEqual([['w1', 'terbuka', 'berubah', false]]);
    expect(shown(look([], [{ ...july, level: 'info' }]))).toEqual([['w1', 'terbuka', 'baru', false]]);
  });

  test('as ended is closed, and was not found late', () => {
    const [closed] = look(look([], [july]), [closedInAugust]);

    expect(closed).toMatchObject({ id: 'w1', state: 'selesai', foundLate: false, change: 'selesai', page: false });
  });

  test('as open after it had ended stands again and calls', () => {
    expect(shown(look(look([], [closedInAugust]), [july]))).toEqual([['w1', 'terbuka', 'dibuka-lagi', true]]);
  });

  test('from an earlier day, because a late sheet shows it sooner, keeps its id', () => {
    const sooner = aWarning(['2025-06-04', '2025-07-09']);

    expect(look(look([], [july]), [sooner])).toMatchObject([{ id: 'w1', change: 'berubah', warning: { opened: '2025-06-04' } }]);
  });
});

describe('a warning that is computed no more', () => {
  test('is withdrawn with the reason, whether it was open or closed', () => {
    expect(look(look([], [july]), [])).toMatchObject([{ id: 'w1', state: 'ditarik', change: 'ditarik', withdrawnWhy: 'bukti-dikoreksi' }]);
    expect(look(look([], [closedInAugust]), [])).toMatchObject([{ id: 'w1', state: 'ditarik', change: 'ditarik', page: false }]);
  });

  test('because rules were exchanged says so', () => {
    const known = look([], [july]);

    expect(reconcileWarnings({ known, computed: [], newId: () => 'x', why: 'aturan-berubah' })).toMatchObject([
      { withdrawnWhy: 'aturan-berubah' },
    ]);
  });

  test('stays withdrawn once, and is told once', () => {
    expect(shown(look(look(look([], [july]), []), []))).toEqual([['w1', 'ditarik', 'tetap', false]]);
  });

  test('and then computed again stands again under its id', () => {
    const [again] = look(look(look([], [july]), []), [july]);

    expect(again).toMatchObject({ id: 'w1', state: 'terbuka', change: 'dibuka-lagi', page: true });
    expect(again?.withdrawnWhy).toBeUndefined();
  });

  test('leaves warnings of another code alone', () => {
    const kek = aWarning(['2025-07-09'], { code: 'ANC-KEK' });

    expect(shown(look(look([], [july, kek]), [kek]))).toEqual([
      ['w2', 'terbuka', 'tetap', false],
      ['w1', 'ditarik', 'ditarik', false],
    ]);
  });
});

describe('two warnings of one code', () => {
  const march = aWarning(['2025-03-05'], { closed: '2025-04-05' });

  test('are two when days lie between them', () => {
    expect(shown(look(look([], [march]), [march, july]))).toEqual([
      ['w1', 'selesai', 'tetap', false],
      ['w2', 'terbuka', 'baru', true],
    ]);
  });

  test('become one when what lay between them is corrected: the other is withdrawn as one with it', () => {
    const whole = aWarning(['2025-03-05', '2025-07-09']);
    const all = look(look([], [march, july]), [whole]);

    expect(all).toMatchObject([
      { id: 'w1', state: 'terbuka', change: 'dibuka-lagi' },
      { id: 'w2', state: 'ditarik', withdrawnWhy: 'menjadi-satu' },
    ]);
  });

  test('keep their ids in whichever order they are computed', () => {
    expect(look(look([], [march, july]), [july, march]).map(({ id }) => id)).toEqual(['w2', 'w1']);
  });
});

describe('whatever is computed', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((each) => `2025-07-${String(each).padStart(2, '0')}`);
  const anyWarning = fc
    .record({
      code: fc.constantFrom('GROW-T', 'GROW-2T', 'ANC-KEK'),
      from: day,
      length: fc.integer({ min: 0, max: 5 }),
      closed: fc.boolean(),
    })
    .map(({ code, from, length, closed }): WarningDraft => {
      const dates = Array.from(
        { length: length + 1 },
        (_, at) => `2025-07-${String(Math.min(28, Number(from.slice(8)) + at)).padStart(2, '0')}`,
      );
      const findings = dates.map((date) => aFinding(date, { code }));
      return { ...aWarning([from], { code }), latest: dates.at(-1) ?? from, findings, ...(closed && { closed: '2025-08-01' }) };
    });
  const anyList = fc.uniqueArray(anyWarning, { selector: ({ code, opened }) => `${code} ${opened}`, maxLength: 6 });

  test('every computed warning stands exactly once, every known one keeps its id, and a second look changes nothing', () => {
    fc.assert(
      fc.property(anyList, anyList, (before, now) => {
        const known = look([], before);
        const all = look(known, now);
        const again = look(all, now);

        expect(all.filter(({ state }) => state !== 'ditarik').map(({ warning }) => warning)).toEqual(now);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(known.every(({ id }) => all.some((one) => one.id === id))).toBe(true);
        expect(again.every(({ change, page }) => change === 'tetap' && !page)).toBe(true);
      }),
      { seed: 20250812, numRuns: 300 },
    );
  });
});
