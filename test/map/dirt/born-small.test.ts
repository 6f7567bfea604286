import { describe, expect, test } from '@jest/globals';
import type { Issue } from '../../../src/fhir/issue.ts';
import type { ConvertedVisit } from '../../../src/map/convert/convert-rows.ts';
import { intOf } from '../../../src/map/int-of.ts';
import { aReader } from '../reader.ts';
import { aForm, identity } from '../verbs/a-form.ts';

const reader = await aReader();
const form = aForm(reader.programme, {
  columns: `
BB Lahir: { is: berat-badan-lahir }
Usia Gestasi: { is: umur-kehamilan-lahir, convert: gestation-weeks }
BB: { is: berat-badan }
Suhu: { is: suhu-tubuh }
`,
});

interface Told {
  readonly atBirth?: string;
  readonly weeks?: string;
  readonly weight: string;
  readonly date?: string;
}

/** A girl born on 10 August 2025, weighed two days later or when the test says. */
function weigh(told: Told) {
  const { atBirth, weeks, weight, date } = { atBirth: '', weeks: '', date: '2025-08-12', ...told };
  const lines = [
    [...identity, 'BB Lahir', 'Usia Gestasi', 'BB', 'Suhu'],
    ['', 'By. Ny. Murni', '10/08/2025', 'P', atBirth, weeks, weight, '36,5'],
  ];
  const { rows, visits } = reader.read(form, lines, { place: 'Posyandu Kenanga', date }).conversion;
  return [gramsOf(visits), rows.flatMap(({ row }) => row.issues.filter(isLoud).map(({ code }) => code))];
}

function gramsOf(visits: readonly ConvertedVisit[]): number | undefined {
  return visits.map(({ visit }) => intOf(visit.elements, 'berat-badan'))[0];
}

function isLoud({ severity, cell }: Issue): boolean {
  return severity === 'warning' && cell === 'BB';
}

describe('a weight far below the age (D14)', () => {
  test.each([
    ['a birth weight as low', { atBirth: '890', weight: '0,87' }, 870],
    ['weeks of pregnancy', { weeks: '27', weight: '0,87' }, 870],
    ['both, ten weeks later', { atBirth: '890', weeks: '27', weight: '1,5', date: '2025-10-19' }, 1500],
  ])('is kept with a warning where the row explains it: %s', (_, told, grams) => {
    expect(weigh(told)).toEqual([grams, ['D14']]);
  });

  test.each([
    ['nothing', { weight: '0,87' }],
    ['a birth at term', { atBirth: '3100', weeks: '39', weight: '0,87' }],
    ['a birth a little early', { weeks: '36', weight: '1,5', date: '2025-12-12' }],
  ])('is refused where the row explains it with %s', (_, told) => {
    expect(weigh(told)).toEqual([undefined, ['D14']]);
  });

  test('explains no weight that is too high', () => {
    expect(weigh({ atBirth: '890', weeks: '27', weight: '8,7' })).toEqual([undefined, ['D14']]);
  });
});
