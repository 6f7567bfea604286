import { cleanText, toComparable } from '../../map/conversions/clean-text.ts';
import { monthPattern } from '../../map/conversions/read-month.ts';
import type { ContextFact } from '../../map/source.ts';
import type { Form } from '../form.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';

/** Where a piece of context stands, as source.yaml writes it. */
export type WrittenStep = Readonly<Partial<Record<'title' | 'label' | 'column', string | readonly string[]>>> | { readonly request: true };

/** The context of a draft, and which of its facts nothing in the file tells. */
export interface FoundContext {
  readonly steps: Readonly<Partial<Record<ContextFact, readonly WrittenStep[]>>>;
  readonly open: readonly ContextFact[];
}

const labels: Readonly<Record<ContextFact, RegExp>> = {
  place: /^(?:nama )?(?:posyandu|tempat|pos|tempat pelayanan)$/,
  date: /^(?:tanggal|tgl|hari tanggal|hari buka|tanggal pelayanan|tanggal kegiatan|tgl posyandu|tanggal posyandu)$/,
  month: /^(?:bulan|periode|bln|bulan tahun)$/,
  year: /^(?:tahun|thn)$/,
  recorder: /^(?:nama )?(?:kader|petugas|bidan|pencatat|nama kader|petugas posyandu)$/,
};
const month = new RegExp(`(?:${monthPattern})(?!\\d)`, 'iu');

/** Finds where place, day, month, year and recorder stand: in columns, in labels and titles above the table, or in the request alone. */
export function findContext(form: Form, guesses: readonly ColumnGuess[]): FoundContext {
  const repeat = form.is === 'table' ? form.repeat : undefined;
  const isMonthly = repeat?.as === 'visit.month';
  const own = guesses.filter(({ column }) => repeat?.columns.includes(column) !== true);
  const blocks = guesses.filter(({ column }) => !isMonthly && repeat?.columns.includes(column) === true);
  const found = findSteps(form, [...own, ...blocks.map((guess) => toFirstBlock(guess, repeat?.of[0] ?? ''))]);
  const facts: readonly ContextFact[] = isMonthly ? ['place', 'date', 'year', 'recorder'] : ['place', 'date', 'month', 'recorder'];
  const steps = facts.flatMap((fact) => {
    const own = found[fact];
    const isAsked = fact === 'place' || fact === 'date' || fact === 'year' || (fact === 'month' && own.length > 0);
    return own.length === 0 && !isAsked ? [] : [[fact, [...own, ...(isAsked ? [{ request: true } as const] : [])]] as const];
  });
  const isDated = found.date.length > 0 || found.month.length > 0 || repeat !== undefined;
  const isOpen = (fact: ContextFact): boolean => (fact === 'date' ? !isDated : fact !== 'month' && found[fact].length === 0);
  return { steps: Object.fromEntries(steps), open: facts.filter(isOpen) };
}

/** A contact has its day in its own block; the step names that of the first one. */
function toFirstBlock(guess: ColumnGuess, word: string): ColumnGuess {
  return { ...guess, column: { ...guess.column, name: `${word} ${guess.column.name}` } };
}

function findSteps(form: Form, own: readonly ColumnGuess[]): Readonly<Record<ContextFact, readonly WrittenStep[]>> {
  const inColumn = (target: string): readonly WrittenStep[] =>
    own.flatMap(({ meaning, column }) => (meaning?.target === target ? [{ column: column.name }] : []));
  const texts = form.titles
    .flat()
    .map(cleanText)
    .filter((text) => text !== '');
  return {
    place: [...inColumn('visit.place'), ...toLabel(form.titles, 'place'), ...toPlaceTitles(texts)],
    date: [...inColumn('visit.date'), ...toLabel(form.titles, 'date')],
    month: [...inColumn('visit.month'), ...toLabel(form.titles, 'month'), ...toMonthTitles(texts)],
    year: [...toLabel(form.titles, 'year'), ...toYearTitles(texts)],
    recorder: [...inColumn('visit.recorder'), ...toLabel(form.titles, 'recorder')],
  };
}

/** `Posyandu : Melati` in one cell, or the label in a cell of its own. */
function toLabel(titles: Form['titles'], fact: ContextFact): readonly WrittenStep[] {
  const found = titles.flatMap((cells) => {
    const filled = cells.map(cleanText).filter((cell) => /[\p{L}\p{N}]/u.test(cell));
    return filled.flatMap((cell, at) => {
      const mark = cell.search(/[:=]/);
      const label = mark > 0 ? cell.slice(0, mark) : filled[at + 1] === undefined ? '' : cell;
      return labels[fact].test(toComparable(label)) ? [cleanText(label)] : [];
    });
  });
  const known = found.filter((label, at) => found.findIndex((other) => toComparable(other) === toComparable(label)) === at);
  return known.length === 0 ? [] : [{ label: known }];
}

function toPlaceTitles(texts: readonly string[]): readonly WrittenStep[] {
  const titled = texts.filter((text) => /\bposyandu\s+\S/i.test(text) && !/\bposyandu\s*[:=]/i.test(text));
  if (titled.length === 0) return [];
  const withMonth = titled.some((text) => month.test(text));
  const patterns = withMonth ? ['POSYANDU {place} - {month}', 'POSYANDU {place} BULAN {month}', 'POSYANDU {place} {month}'] : [];
  const withYear = titled.some((text) => /\bposyandu\s+.+\btahun\s+20\d{2}/i.test(text)) ? ['POSYANDU {place} TAHUN {year}'] : [];
  return [...patterns, ...withYear, 'POSYANDU {place}'].map((title) => ({ title }));
}

function toMonthTitles(texts: readonly string[]): readonly WrittenStep[] {
  const found = texts.filter((text) => month.test(text));
  const patterns = [
    ...(found.some((text) => /\bposyandu\s+\S+.*\s[-–—]\s/i.test(text)) ? ['POSYANDU {place} - {month}'] : []),
    ...(found.some((text) => /\bbulan\b/i.test(text)) ? ['BULAN {month}'] : []),
    ...(found.some((text) => /\bbln\b/i.test(text)) ? ['BLN {month}'] : []),
    ...(found.some((text) => /\bperiode\b/i.test(text)) ? ['PERIODE {month}'] : []),
  ];
  return [...patterns, ...(found.length > 0 ? ['{month}'] : [])].map((title) => ({ title }));
}

function toYearTitles(texts: readonly string[]): readonly WrittenStep[] {
  return texts.some((text) => /\b(?:19|20)\d{2}\b/.test(text)) ? [{ title: 'TAHUN {year}' }, { title: '{year}' }] : [];
}
