import { readDate } from '../../map/conversions/read-date.ts';
import { isNikLike } from '../guess/value-shapes.ts';
import type { TableForm } from '../form.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import { isFilled, toStopWord, toTotalWord } from '../inspect/cell-kinds.ts';
import type { MaskSetting, RowPerson } from './mask-cell.ts';
import { maskCell } from './mask-cell.ts';

type Line = readonly string[];

/** No more rows are taken into a sample. */
export const mostSampleRows = 12;

/** The lines of a table without anybody in them: titles without names, the header as it is, the first rows with invented people. */
export function maskTable(lines: readonly Line[], form: TableForm, guesses: readonly ColumnGuess[], setting: MaskSetting): readonly Line[] {
  const begin = form.header.is === 'named' ? form.header.at : form.header.lines;
  const header = form.header.is === 'named' ? form.header.lines : 0;
  const byPlace = toGuessByPlace(lines.slice(begin - header, begin), form, guesses);
  const titles = lines.slice(0, begin - header).map(maskTitle);
  const rows = lines.slice(begin).filter((line) => toStopWord(line) === undefined);
  let taken = 0;
  const masked = rows.flatMap((line) => {
    if (toTotalWord(line) !== undefined)
      return [line.map((cell) => (isNikLike(cell) ? '' : cell.replace(/\p{L}[\p{L}\s]+/gu, toTotalOnly)))];
    if (!line.some(isFilled) || taken >= mostSampleRows) return [];
    const person = toPerson(line, byPlace, taken, setting);
    taken += 1;
    return [line.map((cell, at) => maskCell(cell, byPlace.get(at), person, setting))];
  });
  return [
    ...titles,
    ...lines.slice(begin - header, begin),
    ...masked.filter((line, at) => at < mostSampleRows + 2 || toTotalWord(line) !== undefined),
  ];
}

function toTotalOnly(word: string): string {
  return toTotalWord([word]) === undefined ? '' : word;
}

/** Which guess a cell belongs to, by its place. Columns of a block share one. */
function toGuessByPlace(header: readonly Line[], form: TableForm, guesses: readonly ColumnGuess[]): ReadonlyMap<number, ColumnGuess> {
  const own = guesses.filter(({ column }) => column.at >= 0).map((guess) => [guess.column.at, guess] as const);
  const repeated = form.repeat?.columns ?? [];
  const blocks = guesses.filter(({ column }) => repeated.includes(column));
  const placed = new Map(own);
  const width = Math.max(0, ...header.map((line) => line.length));
  for (let at = 0; at < width; at += 1) {
    if (placed.has(at)) continue;
    const words = header
      .map((line) => line[at] ?? '')
      .join(' ')
      .toLowerCase();
    const block =
      blocks.find(({ column }) => column.heading !== '' && words.includes(column.heading.toLowerCase())) ??
      (blocks.length === 1 ? blocks[0] : undefined);
    if (block !== undefined) placed.set(at, block);
  }
  return placed;
}

/** A title keeps its words and its month; who is named behind a label of people goes. */
function maskTitle(line: Line): Line {
  let hide = false;
  return line.map((cell) => {
    if (isNikLike(cell)) return '';
    const hidden = hide && isFilled(cell);
    if (isFilled(cell))
      hide = /^(?:nama\s+)?(?:kader|bidan|petugas|pencatat|kepala|ketua|nama(?!\s+posyandu))[\p{L}\s]*:?\s*$/iu.test(cell.trim());
    if (hidden) return 'Contoh';
    return cell
      .replace(/((?:kader|bidan|petugas|pencatat|kepala|ketua|nama(?!\s+posyandu))[\p{L}\s]*[:=]\s*).+$/iu, '$1Contoh')
      .replace(/\d{8,}/g, '0');
  });
}

function toPerson(line: Line, byPlace: ReadonlyMap<number, ColumnGuess>, nth: number, { dates, asOf }: MaskSetting): RowPerson {
  const of = (target: string): string => {
    const found = [...byPlace].find(([, { meaning }]) => meaning?.target === target);
    return found === undefined ? '' : (line[found[0]] ?? '');
  };
  return {
    nth,
    birth: toBirth(readDate(of('person.birthDate'), dates, { asOf }).value),
    isGirl: /^(?:p|pr|perempuan|wanita|f|female)$/i.test(of('person.sex').trim()),
  };
}

/** The birth of the invented person: the day before, in the same month. */
export function toBirth(date: string | undefined): RowPerson['birth'] {
  if (date === undefined) return { day: 1, month: 1, year: 2000 };
  const day = Number(date.slice(8));
  return { day: day > 1 ? day - 1 : day, month: Number(date.slice(5, 7)), year: Number(date.slice(0, 4)) };
}
