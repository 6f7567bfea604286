import { cleanText, toComparable } from '../../map/conversions/clean-text.ts';

const number = /^'?[<>+-]?\d[\d.,\s*]*(?:e\+?\d+)?(?:\s*(?:kg|gr?|cm|mm|%|mmhg|minggu|mgg|bln|bulan|th|thn|tahun))?$/i;
const pair = /^\d{2,3}\s*[/-]\s*\d{2,3}(?:\s*mmhg)?$/i;
const day = /^(?:\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}|\d{1,2}[\s-]+\p{L}+[\s-]+\d{2,4})(?:[T ]\d{1,2}[:.]\d{2}.*)?$/u;

/** True for a cell that holds a number, a day, a pressure or a letter for the sex: what rows have and headings do not. */
export function isValueCell(cell: string): boolean {
  const text = cleanText(cell);
  return number.test(text) || pair.test(text) || day.test(text) || /^[lp]$/i.test(text);
}

/** True for a day in any of the forms in which people write one. */
export function isDayCell(cell: string): boolean {
  return day.test(cleanText(cell));
}

/** True for a cell below a heading that names only its unit or how it is written: `(KG)`, `cm`, `(HH/BB/TTTT)`. */
export function isUnitCell(cell: string): boolean {
  return /^\s*(?:\([^()]*\)|kg|gr?|cm|mm|l\/p|dd\/mm\/yyyy|hh\/bb\/tttt)\s*$/i.test(cell);
}

/** True for a cell in which something is written. */
export function isFilled(cell: string | undefined): cell is string {
  return cell !== undefined && /[\p{L}\p{N}]/u.test(cell);
}

/** Words with which a total row begins. */
export const totalWords: readonly string[] = ['JUMLAH', 'TOTAL', 'JML', 'SUBTOTAL', 'SUB TOTAL', 'REKAP', 'RATA-RATA', 'RERATA'];

const stopWords: readonly string[] = [
  'Mengetahui',
  'Menyetujui',
  'Kepala Puskesmas',
  'Kepala UPTD',
  'Ketua Kader',
  'Keterangan',
  'Catatan',
  'Dibuat oleh',
];

/** The word with which a line ends the table, where it does. */
export function toStopWord(cells: readonly string[]): string | undefined {
  const filled = cells.filter(isFilled);
  const first = toComparable(filled[0] ?? '');
  return filled.length > 3
    ? undefined
    : stopWords.find((word) => first === toComparable(word) || first.startsWith(`${toComparable(word)} `));
}

/** The word with which a line says that it is a total. */
export function toTotalWord(cells: readonly string[]): string | undefined {
  const first = toComparable(cells.find((cell) => isFilled(cell) && !/^\d+\.?$/.test(cell.trim())) ?? '');
  return totalWords.find((word) => first === toComparable(word) || first.startsWith(`${toComparable(word)} `));
}

/** True for the line of column numbers below a printed header: 1, 2, 3. */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter(isFilled).map((cell) => Number(/^\(?(\d{1,3})\)?$/.exec(cell.trim())?.[1] ?? Number.NaN));
  return filled.length > 3 && filled.every((each, at) => each === (filled[0] ?? 0) + at);
}
