import { readDate } from '../../map/conversions/read-date.ts';
import type { DateOrder } from '../../map/conversions/read-date.ts';
import { readNik } from '../../map/conversions/read-nik.ts';
import { cleanText, toCodeWord } from '../../map/conversions/clean-text.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import { isNothing } from '../guess/value-shapes.ts';
import { isDayCell } from '../inspect/cell-kinds.ts';
import { toInventedName, toInventedNik, toInventedNumber } from './invented.ts';

/** What cells are masked with. */
export interface MaskSetting {
  readonly dates: DateOrder;
  readonly asOf: string;
  /** Words that code lists know, as they are compared: they say nothing of who somebody is. */
  readonly knownWords: ReadonlySet<string>;
  /** Elements whose answers are of a list. */
  readonly listed?: ReadonlySet<string>;
}

/** What a row says of its person, as far as an invented one needs it. */
export interface RowPerson {
  readonly nth: number;
  readonly birth: { readonly day: number; readonly month: number; readonly year: number };
  readonly isGirl: boolean;
}

const names: readonly string[] = [
  'person.name',
  'person.mother',
  'person.father',
  'person.parents',
  'person.spouse',
  'visit.recorder',
  'visit.verifiedBy',
];

type Mask = (cell: string, target: string, person: RowPerson, setting: MaskSetting) => string;

const toNik: Mask = (cell, target, person) => maskNik(cell, target, person);
const toName: Mask = (cell, target, { nth }) => {
  const invented = toInventedName(nth + names.indexOf(target));
  // `AYAH / IBU` in one cell stays two names: the sample shows how it is written.
  return target === 'person.parents' && cell.includes('/') ? cell.replace(/[^/]*\p{L}[^/]*/gu, () => ` ${invented} `).trim() : invented;
};
const toNumber: Mask = (cell, target, { nth }) => (/\d/.test(cell) ? toInventedNumber(target, nth) : '-');

/** What becomes of a cell that says who somebody is. */
const masks: Readonly<Record<string, Mask>> = {
  ...Object.fromEntries(names.map((target) => [target, toName] as const)),
  ...Object.fromEntries(['person.nik', 'person.nikIbu', 'person.nikParent'].map((target) => [target, toNik] as const)),
  ...Object.fromEntries(['person.kk', 'person.bpjs', 'person.phone'].map((target) => [target, toNumber] as const)),
  'person.birthDate': (cell, _target, _person, setting) => shiftDay(cell, setting),
  'person.birthPlace': () => 'Contoh',
  'person.address.alamat': () => 'Contoh',
  'person.localId': toKeyword,
  'visit.number': toKeyword,
};

/** A cell without anybody in it: identities become invented ones, measurements stay, free text goes. */
export function maskCell(text: string, guess: ColumnGuess | undefined, person: RowPerson, setting: MaskSetting): string {
  const cell = cleanText(text);
  if (cell === '' || isNothing(cell)) return cell;
  const target = guess?.meaning?.target ?? '';
  return (masks[target] ?? toPlain)(cell, target, person, setting);
}

/**
 * A sign or up to three capitals below a question with answers of a list: `+`, `NR`. It names nobody, and without it the sample could not be
 * read as the file is.
 */
function isSign(cell: string, target: string, { listed }: MaskSetting): boolean {
  return listed?.has(target) === true && /^[\p{Lu}+/()-]{1,3}$/u.test(cell);
}

/** A broken number stays broken in its own way, so that the sample shows it. */
function maskNik(cell: string, target: string, { nth, birth, isGirl }: RowPerson): string {
  const { is } = readNik(cell);
  if (is === 'absent') return cell;
  if (is === 'D01') return '6,47199E+15';
  if (is === 'D04') return '647199**********';
  if (is === 'D03' || is === 'D05') return '9999000000000000';
  return target === 'person.nik' ? toInventedNik(nth, birth, isGirl) : toInventedNik(nth + 450, { day: 1, month: 1, year: 1990 }, true);
}

/** A number of the sender's own, which other rows may refer to, is kept where it is short and by its last digits where it is not. */
export function toKeyword(cell: string): string {
  return /^\d{1,6}$/.test(cell) || /^[\p{L}]{1,4}[-_]?\d{1,6}$/u.test(cell) ? cell : `c-${toChecksum(cell)}`;
}

/** The same text gives the same few digits, from which nobody can tell it. */
function toChecksum(text: string): string {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 99_991;
  return String(sum);
}

/** Another day of the same month, in the same form: nobody's birthday. */
function shiftDay(cell: string, { dates, asOf }: MaskSetting): string {
  const read = readDate(cell, dates, { asOf }).value;
  const serial = /^[1-8]\d{4}$/.exec(cell);
  if (serial !== null) return String(Number(cell) - 1);
  if (read === undefined) return /\d/.test(cell) ? '-' : cell;
  const day = Number(read.slice(8));
  const other = day > 1 ? day - 1 : day;
  return replaceDay(cell, { day, other, dates });
}

function replaceDay(
  cell: string,
  { day, other, dates }: { readonly day: number; readonly other: number; readonly dates: DateOrder },
): string {
  const places = [...cell.matchAll(/\d+/g)].filter(([digits]) => digits.length <= 2 && Number(digits) === day);
  const leads = /^'?\d{4}/.test(cell) || dates === 'mdy';
  const place = leads ? places.at(-1) : places[0];
  if (place === undefined) return cell;
  return cell.slice(0, place.index) + String(other).padStart(place[0].length, '0') + cell.slice(place.index + place[0].length);
}

const plainCells: readonly RegExp[] = [
  /^'?[<>+-]?\d{1,5}(?:[.,]\d{1,3})?\s*(?:kg|gr?|cm|mm|mmhg|%|minggu|mgg|bulan|bln|bl|tahun|thn|th|x\/mnt)?\.?$/i,
  /^\d{2,3}\s*[/-]\s*\d{2,3}(?:\s*mmhg)?$/i,
  /^G\d+\s*P\d+\s*A\d+$/i,
];
const plainTargets =
  /^(?:visit\.(?:place|month|condition)|person\.address\.(?:provinsi|kabupaten|kecamatan|desa|rt|rw)|person\.(?:age|sex)|reported\..+)$/;

const toPlain: Mask = (cell, target, _person, setting) => (isSign(cell, target, setting) ? cell : keepPlain(cell, target, setting));

/** What may stay as it is: a measurement, a day, a word of a code list, a place. Everything else might be somebody. */
function keepPlain(cell: string, target: string, { knownWords }: MaskSetting): string {
  if (isDayCell(cell) || plainCells.some((pattern) => pattern.test(cell))) return cell;
  const parts = cell
    .split(/[;,+&/]/)
    .map(toCodeWord)
    .filter((part) => part !== '');
  if (parts.length > 0 && parts.every((part) => knownWords.has(part))) return cell;
  return plainTargets.test(target) ? cell.replace(/\d{6,}/g, '0') : 'contoh';
}
