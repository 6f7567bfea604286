import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate } from '../../src/map/conversions/read-date.ts';
import { readMonth } from '../../src/map/conversions/read-month.ts';
import { isTestName } from '../../src/map/conversions/read-name.ts';
import { readNik, toNikBirthDate } from '../../src/map/conversions/read-nik.ts';
import { readNumber } from '../../src/map/conversions/read-number.ts';
import { fromDayNumber, isLocalDate, toDayNumber, toDaysBetween, toMonthsBetween } from '../../src/map/days.ts';
import { toNearestWord } from '../../src/map/nearest-word.ts';

const kg = { ucum: 'kg', display: 'kg', smallest: 'g', perUnit: 1000 };
const asOf = '2025-12-31';

describe('days', () => {
  test.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2023-11-01', 19_662],
    ['1899-12-30', -25_569],
  ])('%s is day %s', (date, number) => {
    expect([toDayNumber(date), fromDayNumber(number)]).toEqual([number, date]);
  });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2025-04-31', false],
    ['2025-00-10', false],
  ])('%s exists: %s', (date, exists) => {
    expect(isLocalDate(date)).toBe(exists);
  });

  test('every day number comes back as itself, and the platform’s own calendar agrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
        const date = fromDayNumber(days) ?? '';
        expect([toDayNumber(date), new Date(days * 86_400_000).toISOString().slice(0, 10)]).toEqual([days, date]);
      }),
    );
  });

  test('months are counted as birthdays are', () => {
    expect([
      toMonthsBetween('2024-02-29', '2025-02-28'),
      toMonthsBetween('2024-02-29', '2025-03-01'),
      toDaysBetween('2023-05-18', '2025-08-12'),
    ]).toEqual([11, 12, 817]);
  });
});

describe('a date is read in the order its source declares', () => {
  test.each([
    ['7/11/2024', 'dmy', '2024-11-07'],
    ['7/11/2024', 'mdy', '2024-07-11'],
    ['7/11/2024', 'ymd', undefined],
    ['2024/11/07', 'dmy', '2024-11-07'],
    ['13/07/2025', 'mdy', '2025-07-13'],
    ['07/13/2025', 'dmy', '2025-07-13'],
    ['13/13/2025', 'mdy', undefined],
    ['13/07/2025', 'ymd', undefined],
    ['2024.11.7', 'ymd', '2024-11-07'],
    ['12 Agt 2024', 'dmy', '2024-08-12'],
    ['12-Ags-24', 'dmy', '2024-08-12'],
    ['2 November 2007', 'ymd', '2007-11-02'],
    ['Selasa, 12 Agustus 2025', 'dmy', '2025-08-12'],
    ['17 - Mei - 2024', 'mdy', '2024-05-17'],
    ['45231', 'dmy', '2023-11-01'],
    ['45231,5', 'dmy', '2023-11-01'],
    ['12/08/2025 09:30', 'dmy', '2025-08-12'],
    ['2025-08-12T22:30:00Z', 'dmy', '2025-08-12'],
    ['3/2/75', 'dmy', '1975-02-03'],
    ['123', 'dmy', undefined],
    ['31/11/2024', 'dmy', undefined],
  ] as const)('"%s" as %s is %s', (text, order, date) => {
    expect(readDate(text, order, { asOf }).value).toBe(date);
  });

  test('the other order is taken only where the declared one has no such month, and is said', () => {
    const { remarks } = readDate('13/07/2025', 'mdy', { asOf });
    expect(remarks).toMatchObject([{ code: 'D09', severity: 'information', detail: { id: 'hanya mungkin sebagai hari-bulan-tahun' } }]);
  });

  test.each([
    ['AGUSTUS 2025', { year: 2025, month: 8 }],
    ['Nop. 2024', { year: 2024, month: 11 }],
    ['2025-08', { year: 2025, month: 8 }],
    ['08/2025', { year: 2025, month: 8 }],
    ['Agustusan 2025', null],
    ['13-2025', null],
  ])('the month "%s"', (text, month) => {
    expect(readMonth(text)).toEqual(month);
  });
});

test.each(['Tes Tes', 'Coba Tes', 'TES IBU 2', 'uji coba anak'])('"%s" is nobody (D30)', (name) => {
  expect(isTestName(name)).toBe(true);
});

test.each(['Tessa', 'Coba Hartono', 'Contoh Suharti'])('"%s" may be somebody', (name) => {
  expect(isTestName(name)).toBe(false);
});

describe('a number is read into whole smallest units', () => {
  test.each([
    ['12,4', ',', 12_400],
    ['12.4', ',', 12_400],
    ['12.4', '.', 12_400],
    ['12,4', '.', 12_400],
    ['12,4 kg', ',', 12_400],
    ['3.0 Kg', ',', 3000],
    ['3100 gram', ',', 3100],
    ['1.234,5', ',', 1_234_500],
    ['1,234.5', '.', 1_234_500],
    ['0,1', ',', 100],
    ['11, 4', ',', 11_400],
    ['8.2', '.', 8200],
    ['1O,5', ',', undefined],
    ['12 stone', ',', undefined],
    ['--', ',', undefined],
    ['1.2.3', ',', undefined],
  ] as const)('"%s" with the mark "%s" is %s g', (text, mark, int) => {
    expect(readNumber(text, kg, mark).value?.int).toBe(int);
  });

  test('a thousand or a decimal is left open, not chosen', () => {
    const { value } = readNumber('1.250', kg, ',');
    expect([value?.int, value?.others]).toEqual([
      1_250_000,
      [
        { int: 1250, code: 'D12' },
        { int: 1250, code: 'D13' },
        { int: 1, code: 'D13' },
      ],
    ]);
  });

  test('every weight with one decimal comes back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (tenths) => {
        const text = (tenths / 10).toFixed(1).replace('.', ',');
        expect(readNumber(text, kg, ',').value?.int).toBe(tenths * 100);
      }),
    );
  });
});

describe('a NIK', () => {
  test.each([
    ['6472991805239701', '2025-08-12', '2023-05-18'],
    ['6472995805239701', '2025-08-12', '2023-05-18'],
    ['6472991805269701', '2025-08-12', '1926-05-18'],
    ['6472992902249701', '2025-08-12', '2024-02-29'],
  ])('%s is of somebody born, at the latest before %s, on %s', (nik, notAfter, birthDate) => {
    expect([readNik(nik).is, toNikBirthDate(nik, notAfter)]).toEqual(['nik', birthDate]);
  });

  test('of 29 February in a year that never was one is invalid', () => {
    expect(readNik('6472992902239701').is).toBe('D03');
  });

  test('never comes out of any text as anything but sixteen digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readNik(text);
        if (read.is === 'nik') expect(read.nik).toMatch(/^\d{16}$/);
      }),
    );
  });
});

test.each([
  ['lingkar-kepla', ['lingkar-kepala', 'berat-badan'], 'lingkar-kepala'],
  ['xyzzy', ['lingkar-kepala', 'berat-badan'], undefined],
])('the nearest known word to "%s"', (word, known, nearest) => {
  expect(toNearestWord(word, known)).toBe(nearest);
});
