import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ReconciledWarning } from '../../../src/insight/warnings/reconcile-warnings.ts';
import { reconcileWarnings } from '../../../src/insight/warnings/reconcile-warnings.ts';
import { toWarnings } from '../../../src/insight/warnings/to-warnings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

/** Looks at the girl on a day, with the weighings known by then, and holds what follows against what was kept. */
function look(
  known: readonly ReconciledWarning[],
  weighings: Readonly<Record<string, number>>,
  asOf: string,
): readonly ReconciledWarning[] {
  const contacts = Object.entries(weighings).map(([date, kg]) => ({ id: `kunjungan-${date}`, date, elements: { 'berat-badan': kg } }));
  const person = { birthDate: '2024-11-05', sex: 'P' as const, nik: '6472994511249611' };
  const computed = toWarnings(aHistory(tables, { person, contacts, asOf }), tables, asOf);
  let next = known.length;
  return reconcileWarnings({ known, computed, newId: () => `w${String((next += 1))}` });
}

/** `GROW-2T 2025-07-09 selesai baru`, with `!` where somebody is called and `~` where it was found late. */
function tell(all: readonly ReconciledWarning[], code: string): readonly string[] {
  return all
    .filter(({ warning }) => warning.code === code)
    .map(({ warning, state, change, page, foundLate }) => `${warning.opened} ${state} ${change}${page ? '!' : ''}${foundLate ? '~' : ''}`)
    .sort();
}

const may = { '2025-05-05': 6.9, '2025-06-04': 7.1 };
const august = { ...may, '2025-08-06': 7.8 };
const late = { ...august, '2025-07-09': 7.3 };
const corrected = { ...august, '2025-07-09': 7.6 };

describe('a girl whose July sheet comes on 20 August and is corrected on the 25th', () => {
  test('the second month without gain is found late, closed at birth, and nobody is called; the correction withdraws it', () => {
    const june = look([], may, '2025-06-04');
    const first = look(june, august, '2025-08-06');
    const second = look(first, late, '2025-08-20');
    const third = look(second, corrected, '2025-08-25');

    expect(tell(june, 'GROW-T')).toEqual(['2025-06-04 terbuka baru!']);
    expect(tell(first, 'GROW-2T')).toEqual([]);
    expect(tell(second, 'GROW-2T')).toEqual(['2025-07-09 selesai baru~']);
    expect(tell(third, 'GROW-2T')).toEqual(['2025-07-09 ditarik ditarik~']);
  });

  test('June and July are one warning that August ends; after the correction June ends in July and August opens another', () => {
    const second = look(look(look([], may, '2025-06-04'), august, '2025-08-06'), late, '2025-08-20');
    const third = look(second, corrected, '2025-08-25');

    expect(tell(second, 'GROW-T')).toEqual(['2025-06-04 selesai selesai']);
    expect(tell(third, 'GROW-T')).toEqual(['2025-06-04 selesai berubah', '2025-08-06 terbuka baru!']);
  });

  test('looking again with nothing new changes nothing and calls nobody', () => {
    const once = look(look([], late, '2025-08-20'), corrected, '2025-08-25');

    expect(look(once, corrected, '2025-08-25').every(({ change, page }) => change === 'tetap' && !page)).toBe(true);
  });
});
