import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseAntenatalTables } from '../../../src/insight/antenatal/parse-antenatal-tables.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { readTables } from '../a-history.ts';
import { scheduleText } from './written-schedule.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

/** Edits one line of the table and gives the faults, in Indonesian, with the number of the line. */
function spoil(from: string, to: string): { readonly line: number; readonly faults: readonly string[] } {
  const at = scheduleText.indexOf(from);
  if (at === -1) throw new Error(`not in the table: ${from}`);
  const text = scheduleText.slice(0, at) + to + scheduleText.slice(at + from.length);
  const parsed = parseAntenatalTables({ path: 'programme/antenatal.yaml', text }, tables.programme.elements);
  return { line: scheduleText.slice(0, at).split('\n').length, faults: parsed.issues.map(({ text: said }) => said) };
}

describe('a fault in the schedule of pregnancy', () => {
  test.each([
    ['{ is: KF2, days: [3, 7] }', '{ is: KF2, days: [2, 7] }', 'KF2 bertumpang tindih: seharusnya mulai pada 3'],
    ['{ is: KF2, days: [3, 7] }', '{ is: KF2, days: [4, 7] }', 'ada celah sebelum KF2: seharusnya mulai pada 3'],
    ['{ is: KF2, days: [3, 7] }', '{ is: KF2, days: [3, 2] }', 'KF2 berakhir sebelum mulai'],
    ['{ is: KF2, days: [3, 7] }', '{ is: KF1, days: [3, 7] }', '"KF1" tertulis dua kali'],
    ['{ is: KN1, days: [0, 2] }', '{ is: KN1, days: [1, 2] }', 'ada celah sebelum KN1: seharusnya mulai pada 0'],
    ['{ is: KN3, days: [8, 28] }', '{ is: KN3, days: [7, 28] }', 'KN3 bertumpang tindih: seharusnya mulai pada 8'],
    ['K3: [19, 24]', 'K3: [20, 24]', 'ada celah sebelum K3: seharusnya mulai pada 19'],
    ['K3: [19, 24]', 'K3: [18, 24]', 'K3 bertumpang tindih: seharusnya mulai pada 19'],
    ['K3: [19, 24]', 'K3: [19, 25]', 'K3 di luar trimester 2'],
    ['K6: [37, 39]', 'K6: [37, 38]', 'ada celah antara K6 dan HPL'],
    ['K6: [37, 39]', 'K7: [37, 39]', '"K7" bukan kontak'],
    ['{ is: K2, trimester: 2 }', '{ is: K2, trimester: 4 }', 'tidak ada trimester 4'],
    ['{ is: 2, to: 24, delayDays: 28 }', '{ is: 2, to: 11, delayDays: 28 }', 'trimester 2 berakhir sebelum mulai'],
    ['{ is: 3, to: 45, delayDays: 14 }', '{ is: 3, to: 44, delayDays: 14 }', 'trimester terakhir berakhir sebelum "longestDays"'],
    ['longestDays: 315', 'longestDays: 200', '"longestDays" kurang dari "days"'],
    ['spread: [1, 1, 2]', 'spread: [1, 1]', 'perlu 3 angka, satu per trimester'],
    [
      'all: [lingkar-lengan-atas]',
      'all: [lingkar-lengan-ats]',
      'elemen "lingkar-lengan-ats" tidak dikenal, mungkin maksudnya "lingkar-lengan-atas"',
    ],
    ['all: [lingkar-lengan-atas]', 'all: [lingkar-lengan-atas], tablets: true', 'perlu tepat satu dari all, any, tablets, gap'],
    ['- preeklamsia-diabetes', '- preeklamsia-diabetis', 'mungkin maksudnya "preeklamsia-diabetes"'],
    ['of: [hiv, sifilis, hepatitis-b]', 'of: [hiv, sifilis, hepatitis]', 'elemen "hepatitis" tidak dikenal'],
    ['doctors: [dokter,', 'doctors: [doktor,', 'kode "doktor" tidak dikenal, mungkin maksudnya "dokter"'],
    ['element: pemeriksa', 'element: pemriksa', 'mungkin maksudnya "pemeriksa"'],
    ["use: '90'", "use: '100'", 'pilihan "100" tidak dikenal'],
    ["least: { '90': 90, '180': 180 }", "least: { '180': 180 }", 'pilihan ttd-cukup tanpa angka'],
    ['setting: { pelayanan-t: 12t }', 'setting: { pelayanan-t: 14t }', 'pilihan "14t" tidak dikenal'],
    ['use: jendela', 'use: jendala', 'pilihan "jendala" tidak dikenal, mungkin maksudnya "jendela"'],
    ['knownDays: 28', 'knownDays: lama', 'seharusnya bilangan bulat'],
    ['fromHours: 6', 'fromHour: 6', '"fromHours" harus diisi'],
  ])('"%s" as "%s" is named by file, line and sentence: %s', (from, to, sentence) => {
    const { line, faults } = spoil(from, to);
    const named = faults.find((fault) => fault.includes(sentence));
    expect([sentence, named]).toEqual([sentence, expect.stringContaining('programme/antenatal.yaml:')]);
    const at = Number(/\.yaml:(\d+):/.exec(named ?? '')?.[1]);
    expect(Math.abs(at - line)).toBeLessThanOrEqual(2);
  });

  test('a part without its citation is refused', () => {
    const { faults } = spoil('  citation: KN1 6-48 jam, KN2 3-7 hari, KN3 8-28 hari\n', '');
    expect(faults.join()).toContain('"citation" harus diisi');
  });
});

test('every part of the schedule says where its figures stand, since when, and whether that was read', () => {
  const { settings, indicators, ...parts } = parse(scheduleText) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const cited = [...Object.values(settings ?? {}), ...Object.values(indicators ?? {}), ...Object.values(parts)];
  expect(cited.length).toBe(5 + 2 + 9);
  for (const part of cited)
    expect(part).toMatchObject({ citation: expect.stringMatching(/.{10}/), evidence: expect.stringMatching(/^(read|background)$/) });
  for (const part of Object.values(parts)) expect(part).toHaveProperty('validFrom');
});
