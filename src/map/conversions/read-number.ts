import type { Unit } from '../element-definition.ts';
import { cleanText } from './clean-text.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** The decimal mark a source declares. */
export type DecimalMark = ',' | '.';

/** Another reading of the same digits: in another unit (D13), or with the mark for thousands taken for decimals (D12). */
export interface OtherReading {
  readonly int: number;
  readonly code: 'D12' | 'D13';
}

/** A number as it stands in a cell, in smallest units, with its other possible readings. */
export interface WrittenNumber {
  readonly int: number;
  readonly written: string;
  readonly others: readonly OtherReading[];
}

/** How many smallest units each written unit makes; a unit outside this list is not read. */
export const unitWords: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  g: { kg: 1000, kilo: 1000, kilogram: 1000, g: 1, gr: 1, gram: 1 },
  mm: { m: 1000, meter: 1000, cm: 10, centimeter: 10, mm: 1 },
  'mm[Hg]': { mmhg: 1 },
  '0.1 kg/m2': { 'kg/m2': 10, 'kg/m²': 10 },
  '0.1 g/dL': { 'g/dl': 10, 'g/l': 1 },
  'mg/dL': { 'mg/dl': 1 },
  '{capsule}': { kapsul: 1, kaps: 1 },
  '{tablet}': { tablet: 1, tab: 1, tbl: 1, butir: 1 },
  '{score}': {},
  '0.1 m[IU]/L': { 'miu/l': 10 },
  '0.1 Cel': { c: 10, '°c': 10 },
  '/min': { 'x/menit': 1, 'x/mnt': 1, 'x/m': 1, '/menit': 1, bpm: 1 },
  '%': { '%': 1 },
  mL: { ml: 1, cc: 1 },
  d: { hari: 1, hr: 1 },
  wk: { minggu: 1, mgg: 1 },
  mo: { bulan: 1, bln: 1, bl: 1, tahun: 12, thn: 12, th: 12 },
  '1': {},
};

// Kilograms for grams and metres for centimetres, and the other way round: nothing else is tried.
const otherScales: Readonly<Record<string, Readonly<Record<number, readonly number[]>>>> = {
  g: { 1000: [1], 1: [1000] },
  mm: { 10: [1000], 1000: [10] },
};

const unreadable = {
  code: 'D12',
  severity: 'warning',
  detail: { id: 'seharusnya satu angka, tidak terbaca', en: 'expected one number, cannot be read' },
} as const;

/** Reads a measurement into whole smallest units: comma or point, thousands, and a unit in the cell (D12). */
export function readNumber(text: string, unit: Unit, mark: DecimalMark): Reading<WrittenNumber> {
  const written = cleanText(text);
  if (written === '') return toNothing();
  const { digits, word } = toParts(written);
  const perUnit = toPerUnit(word, unit);
  const numbers = toNumbers(digits, mark);
  const [first] = numbers;
  if (perUnit === null || first === undefined) return toRefused(unreadable);
  // A unit that the cell names is not doubted.
  const scales = word === '' ? toScales(unit, perUnit) : [];
  const value = { int: toInt(first, perUnit), written, others: toOthers(numbers, perUnit, scales) };
  const usual = word === '' && !digits.includes(otherMark[mark]);
  return usual ? toRead(value) : toRead(value, { code: 'D12', severity: 'information' });
}

const otherMark = { ',': '.', '.': ',' } as const;

function toScales({ smallest }: Unit, perUnit: number): readonly number[] {
  return otherScales[smallest]?.[perUnit] ?? [];
}

function toOthers(numbers: readonly number[], perUnit: number, scales: readonly number[]): readonly OtherReading[] {
  const decimals = numbers.slice(1).map((each): OtherReading => ({ int: toInt(each, perUnit), code: 'D12' }));
  return [...decimals, ...numbers.flatMap((each) => scales.map((scale): OtherReading => ({ int: toInt(each, scale), code: 'D13' })))];
}

/** Cuts a cell into its digits and the unit behind them; no digits where it is built otherwise. */
function toParts(written: string): { readonly digits: string; readonly word: string } {
  const match = /^([+-]?[\d.,\s]*\d[.,]?)\s*([a-z/[\]°%]*)\.?$/i.exec(written.replace(/^'/, ''));
  return { digits: (match?.[1] ?? '').replace(/\s+/g, '').replace(/[.,]$/, ''), word: match?.[2] ?? '' };
}

/** Reads a plain decimal, such as a z-score a sender computed, or gives null. */
export function readDecimal(text: string, mark: DecimalMark): number | null {
  const digits = cleanText(text).replace(/\s+/g, '');
  if (!/^[+-]?[\d.,]*\d$/.test(digits)) return null;
  // Nobody computes a score of a thousand: `-1,062` is a decimal here, whichever mark the source declares.
  return toNumbers(digits, mark).reduce<number | null>(
    (least, each) => (least === null || Math.abs(each) < Math.abs(least) ? each : least),
    null,
  );
}

/** How forms write the unit of an element: as its own table says, beside what is known of its smallest unit. */
export function toUnitWords({ smallest, words }: Unit): Readonly<Record<string, number>> {
  const own = Object.entries(words ?? {}).map(([word, perUnit]) => [word.toLowerCase(), perUnit] as const);
  return { ...unitWords[smallest], ...Object.fromEntries(own) };
}

function toPerUnit(word: string, unit: Unit): number | null {
  if (word === '') return unit.perUnit;
  return toUnitWords(unit)[word.toLowerCase()] ?? null;
}

// Through text, so that 84.2 is 842 mm whatever binary fractions make of it.
function toInt(value: number, perUnit: number): number {
  return Math.round(Number((value * perUnit).toFixed(6)));
}

/** All numbers the digits can mean, the likeliest first; none when they are no number. */
function toNumbers(digits: string, mark: DecimalMark): readonly number[] {
  const marks = digits.replace(/[^.,]/g, '');
  if (marks.length > 1) return toGrouped(digits, marks.endsWith('.') ? '.' : ',');
  if (marks === '') return toKnown(digits);
  const decimal = toKnown(digits.replace(marks, '.'));
  // `1.250` where the comma is the decimal mark: one thousand two hundred and fifty, or one and a quarter (D12).
  const thousands = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? toKnown(digits.replace(marks, '')) : [];
  return marks === mark ? [...decimal, ...thousands] : [...thousands, ...decimal];
}

/** Thousands in groups of three with one mark, decimals behind the other. */
function toGrouped(digits: string, last: DecimalMark): readonly number[] {
  const grouped = last === '.' ? /^[+-]?\d{1,3}(,\d{3})+\.\d+$/ : /^[+-]?\d{1,3}(\.\d{3})+,\d+$/;
  const other = last === '.' ? ',' : '.';
  return grouped.test(digits) ? toKnown(digits.replaceAll(other, '').replace(last, '.')) : [];
}

function toKnown(digits: string): readonly number[] {
  const value = digits === '' ? Number.NaN : Number(digits);
  return Number.isFinite(value) ? [value] : [];
}
