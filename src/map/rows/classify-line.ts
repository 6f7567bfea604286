import { cleanText, toComparable } from '../conversions/clean-text.ts';
import type { Column, Source } from '../source.ts';
import type { Header } from './match-header.ts';
import { matchHeader } from './match-header.ts';

/** What a physical line below the header is. */
export type LineKind = 'kosong' | 'jumlah' | 'kepala' | 'pemisah' | 'catatan' | 'akhir' | 'data';

/** Tells data from blank lines, notes, signatures, total rows and headers that were repeated on every page (D23). */
export function classifyLine(cells: readonly string[], header: Header, source: Source): LineKind {
  const filled = toFilled(cells, header);
  const word = toWordKind(filled, source);
  if (word !== null) return word;
  if (isRepeatedHeader(cells, filled, header, source) || isColumnNumbers(filled) || isLegend(filled)) return 'kepala';
  if (filled.every(({ column }) => !isTelling(column))) {
    // Forms often have their running numbers printed already; words without a person are a signature or a note.
    return filled.some(({ cell }) => isWordy(cell)) ? 'catatan' : 'kosong';
  }
  return isNote(filled) ? 'catatan' : 'data';
}

/** What a line is by the words with which its source says that it is no row; a line with a birth date is one all the same. */
function toWordKind(filled: readonly Filled[], source: Source): LineKind | null {
  if (filled.length === 0 || hasBirthDate(filled)) return null;
  if (isBeginning(filled, source.totals)) return 'jumlah';
  if (isBeginning(filled, source.stops)) return 'akhir';
  return isSeparator(filled, source) ? 'pemisah' : null;
}

/** True where a cell holds a value of its column: a measurement, a day, a NIK. Words below a table are none. */
export function hasValue(cells: readonly string[], header: Header): boolean {
  return toFilled(cells, header).some(isValue);
}

function toFilled(cells: readonly string[], header: Header): readonly Filled[] {
  return cells.flatMap((cell, at) => (isBlank(cell) ? [] : [{ cell: cleanText(cell), column: header.columns[at] }]));
}

interface Filled {
  readonly cell: string;
  readonly column: Column | undefined;
}

/** Nothing but blanks, strokes and the dots of a line to sign on. */
function isBlank(cell: string): boolean {
  return !/[\p{L}\p{N}]/u.test(cell);
}

function isWordy(cell: string): boolean {
  return /\p{L}{2}/u.test(cell);
}

/** True for columns that speak of a person, a day or a measurement; parents and addresses alone make no row. */
function isTelling(column: Column | undefined): boolean {
  return column?.targets.some((target) => tellingTargets.has(target) || !target.includes('.')) === true;
}

const tellingTargets = new Set(['person.nik', 'person.name', 'person.birthDate', 'person.localId', 'visit.date', 'visit.number']);

// A day on which dates may lie: here it only matters whether a cell holds one.
const anyDay = { asOf: '9999-12-31' } as const;

function reads({ cell, column }: Filled): boolean {
  return (column?.read?.(cell, anyDay).value ?? []).length > 0;
}

/** A total row, or the end of a table, begins with its word, behind any running number. */
function isBeginning(filled: readonly Filled[], words: readonly string[]): boolean {
  const word = toComparable(filled.find(({ cell }) => !/^\d+\.?$/.test(cell))?.cell ?? '');
  return words.some((total) => word === total || word.startsWith(`${total} `));
}

function hasBirthDate(filled: readonly Filled[]): boolean {
  return filled.some((each) => each.column?.targets.includes('person.birthDate') === true && reads(each));
}

/** A heading between rows, such as `RW 03`: all its words together are one of the patterns. */
function isSeparator(filled: readonly Filled[], { separators }: Source): boolean {
  if (separators.length === 0) return false;
  const text = filled.map(({ cell }) => cell).join(' ');
  return separators.some((pattern) => pattern.test(text));
}

// A signature has its office, its town and day, and its name; a row of a person has more.
const mostNoteCells = 3;

/** True for a signature or a note that stands below the columns of persons: a few words, none of them a value of its column. */
function isNote(filled: readonly Filled[]): boolean {
  return filled.length <= mostNoteCells && filled.every((each) => isWordy(each.cell) && !isValue(each));
}

function isValue(each: Filled): boolean {
  return (each.column?.targets ?? []).some((target) => (valuesOf.get(target) ?? isMeasured(target))(each));
}

/** What makes a cell of a column of persons more than words. */
const valuesOf: ReadonlyMap<string, (each: Filled) => boolean> = new Map<string, (each: Filled) => boolean>([
  ['person.sex', () => true],
  ['person.nik', ({ cell }) => /\d{5}|\*{3}/.test(cell) && !/^nip\b/i.test(cell)],
  ['person.birthDate', ({ cell }) => /\d/.test(cell)],
  // `Samarinda, 12 Agustus 2025` below the dates: a letter is signed there, nobody was weighed.
  ['visit.date', (each) => reads(each) && !/^\p{L}[\p{L} .]*,/u.test(each.cell)],
]);

function isMeasured(target: string): (each: Filled) => boolean {
  return target.includes('.') ? () => false : reads;
}

/** The header again, or one of its two lines. */
function isRepeatedHeader(cells: readonly string[], filled: readonly Filled[], header: Header, source: Source): boolean {
  if (filled.length > 0 && filled.every(({ cell }) => header.words.has(toComparable(cell)))) return true;
  const again = matchHeader(cells, source);
  return again !== null && again.known * 2 > header.known;
}

/** The row of column numbers below a printed header: 1, 2, 3 or (1), (2), (3). */
function isColumnNumbers(filled: readonly Filled[]): boolean {
  const numbers = filled.map(({ cell }) => Number(/^\(?(\d{1,3})\)?$/.exec(cell)?.[1] ?? Number.NaN));
  return numbers.length > mostNoteCells && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
}

/** The row of units or of ways to write below a printed header: (kg), (cm), (L/P), (HH/BB/TTTT). */
function isLegend(filled: readonly Filled[]): boolean {
  return filled.length > 0 && filled.every(({ cell }) => /^(?:\([^()]*\)|kg|gr?|cm|mm|l\/p|dd\/mm\/yyyy|hh\/bb\/tttt)$/i.test(cell));
}
