import type { LocalDate, Sex } from '../visit.ts';
import { cleanText } from './clean-text.ts';
import { toLocalDate } from '../days.ts';

/** What a cell of a NIK column holds. `reading` names the fault of the catalogue, or that the NIK is usable. */
export type NikReading =
  | { readonly is: 'absent' }
  | { readonly is: 'nik'; readonly nik: string; readonly cleaned: boolean }
  | { readonly is: 'D01' | 'D03' | 'D04' | 'D05'; readonly localId?: string };

/** What a NIK says of its owner: two digits of the year only, so the century stays open. */
export interface NikFacts {
  readonly day: number;
  readonly month: number;
  readonly twoDigitYear: number;
  readonly sex: Sex;
}

// Kemendagri province codes, including the six provinces of Papua.
const provinces = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(' '),
);

/** Reads a NIK cell: strips marks (D02), and tells apart what Excel destroyed, placeholders, masks and impossible numbers. */
export function readNik(text: string): NikReading {
  const cleaned = cleanText(text).replace(/^nik\b[\s.:]*(?=\d)/i, '');
  if (cleaned === '' || cleaned === "'") return { is: 'absent' };
  // Words and marks without a single digit are no number of anybody: "belum ada", "menyusul", "#N/A", "-".
  if (!/\d/.test(cleaned) || cleaned === '0') return { is: 'D05' };
  if (/^'?\d(?:[.,]\d+)?e\+?\d+$/i.test(cleaned)) return { is: 'D01' };
  if (/[*#]|x{2,}|•/i.test(cleaned)) return { is: 'D04' };
  const digits = cleaned.replace(/[.,]0+$/, '').replace(/['"`´‘’\s.\-_/]/g, '');
  return /^\d+$/.test(digits) ? readDigits(digits, cleaned) : { is: 'D03', localId: cleaned };
}

/** A number that is no NIK may still be the sender's own number of the person; one digit repeated is nobody's. */
function readDigits(digits: string, cleaned: string): NikReading {
  if (/^(\d)\1*$/.test(digits)) return { is: 'D05' };
  if (digits.startsWith('9999') || digits.startsWith('1234567890')) return { is: 'D05', localId: digits };
  if (isTypedAway(digits)) return { is: 'D05' };
  return isNik(digits) ? { is: 'nik', nik: digits, cleaned: digits !== cleaned } : { is: 'D03', localId: digits };
}

/** Digits that nobody was given: a few of them over and over, or in the order of the keyboard. A short number may be the sender's own. */
function isTypedAway(digits: string): boolean {
  if (digits.length < 12) return false;
  return /^(\d{1,4})\1{2,}$/.test(digits) || '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits);
}

/** True for 16 digits with a province, a possible day of birth (+40 for women) and a serial above zero. */
export function isNik(digits: string): boolean {
  if (!/^\d{16}$/.test(digits) || !provinces.has(digits.slice(0, 2)) || digits.endsWith('0000')) return false;
  const { day, month, twoDigitYear } = toNikFacts(digits);
  // A leap year in either century will do: the NIK does not say which one it means.
  return toLocalDate({ year: 2000 + twoDigitYear, month, day }) !== null || toLocalDate({ year: 1900 + twoDigitYear, month, day }) !== null;
}

/** Takes the date of birth and the sex out of a NIK. */
export function toNikFacts(nik: string): NikFacts {
  const day = Number(nik.slice(6, 8));
  return {
    day: day > 40 ? day - 40 : day,
    month: Number(nik.slice(8, 10)),
    twoDigitYear: Number(nik.slice(10, 12)),
    sex: day > 40 ? 'P' : 'L',
  };
}

/** True when a NIK says the birth date, as far as it can: day, month and two digits of the year. */
export function isNikOf(nik: string, birthDate: LocalDate): boolean {
  return `${birthDate.slice(8, 10)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}` === toNikDate(nik);
}

/** The latest birth date a NIK can mean that is not after the given day. */
export function toNikBirthDate(nik: string, notAfter: LocalDate): LocalDate | null {
  const { day, month, twoDigitYear } = toNikFacts(nik);
  const recent = toLocalDate({ year: 2000 + twoDigitYear, month, day });
  return recent !== null && recent <= notAfter ? recent : toLocalDate({ year: 1900 + twoDigitYear, month, day });
}

/** Finds a NIK inside a longer text, such as a mother's name with her NIK in brackets. */
export function findNik(text: string): { readonly nik: string; readonly rest: string } | null {
  const match = /\(?\s*(?:nik\s*[:.]?\s*)?'?(\d{16})(?!\d)\s*\)?/i.exec(text);
  const nik = match?.[1];
  if (match === null || nik === undefined || !isNik(nik)) return null;
  return { nik, rest: cleanText(text.replace(match[0], ' ')).replace(/^[\s,;/-]+|[\s,;/-]+$/g, '') };
}

/** A text without the NIK that stands inside it, so that no number travels inside a name. */
export function withoutNik(text: string): string {
  return findNik(text)?.rest ?? text;
}

function toNikDate(nik: string): string {
  return `${String(toNikFacts(nik).day).padStart(2, '0')}${nik.slice(8, 12)}`;
}
