import { addDays } from '../../../src/map/days.ts';
import { readDate } from '../../../src/map/conversions/read-date.ts';
import { readMonth } from '../../../src/map/conversions/read-month.ts';
import type { Column, Source } from '../../../src/map/source.ts';

const words = [
  ...['Ya', 'Tidak', 'true', 'false', 'L', 'P', 'Merah', 'Biru', 'BCG', 'Polio 1', 'DPT-HB-Hib 2', 'Berdiri', 'Terlentang', 'Normal', 'SC'],
  ...[
    'Gizi ibu hamil',
    'KB',
    'Hamil',
    'Nifas',
    'bidan',
    'kader',
    'O',
    'A+',
    'Negatif',
    '+1',
    'Reaktif',
    'ASI eksklusif',
    'N',
    'T',
    'S',
    'M',
  ],
];

/** The day on which files are read here. */
export const asOf = '2025-12-31';
const day = { asOf } as const;

/** Other valid contents of a cell, by the kind of its column; independent of how the lineage varies what was read. */
export function toOthers(text: string, column: Column | undefined, source: Source, random: () => number): readonly string[] {
  if (column?.read === undefined) return [`${text}7`, 'lain'];
  const told = ofTarget(text, column);
  const valid = (others: readonly string[]): readonly string[] =>
    [...new Set(others)].filter((other) => isValid(other, column) && isOther(other, text, column)).slice(0, 3);
  const stepped = valid(told.length > 0 ? told : [...toDates(text, source), ...toNumbers(text)]);
  return told.length > 0 || isNumber(column) ? stepped : [...stepped.slice(0, 1), ...valid(toWords(column, random))];
}

/** Where numbers stand, words are no valid content. */
function isNumber({ conversion = '', targets }: Column): boolean {
  return (
    conversion.startsWith('decimal') ||
    conversion.startsWith('date') ||
    targets.some((target) => /tekanan-darah|umur-kehamilan|gravida/.test(target))
  );
}

/** A line above the table: another posyandu, another month. */
export function toOtherTitles(text: string): readonly string[] {
  const places = [text.replace(/KENANGA/i, 'Cempaka'), text.replace(/KAMBOJA 2/i, 'Kenanga')];
  const months = [text.replace(/AGUSTUS/i, 'September'), text.replace(/2025/, '2024')];
  return [...new Set([...places, ...months])].filter((other) => other !== text);
}

/** Who recorded it, and where. */
function ofContext(text: string, { targets }: Pick<Column, 'targets'>): readonly string[] {
  if (targets.includes('visit.place')) return ['Posyandu Cempaka', 'Posyandu Kenanga'];
  return targets.includes('visit.recorder') ? [/kader/i.test(text) ? 'Bidan Dewi' : 'Kader Rina'] : [];
}

function ofTarget(text: string, { targets }: Column): readonly string[] {
  if (targets.includes('person.name')) return [`${text}ta`, 'Rekaan Sama Sekali'];
  if (/\d{16}/.test(text) && targets.includes('person.mother')) return [toNextNik(text)];
  if (targets.some((target) => target.startsWith('person.nik'))) return [toNextNik(text), '6472990101909977'];
  if (targets.includes('visit.month')) return toNextMonth(text);
  return targets.some((target) => nameLike.has(target)) ? [`${text} lain`] : ofContext(text, { targets });
}

function toNextMonth(text: string): readonly string[] {
  const found = readMonth(text);
  return found === null ? [] : [`${String((found.month % 12) + 1)}-${String(found.year)}`];
}

const nameLike = new Set(['person.mother', 'person.father', 'person.parents', 'person.spouse', 'person.birthPlace', 'visit.verifiedBy']);

function toNextNik(text: string): string {
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 3) % 10));
}

function toDates(text: string, source: Source): readonly string[] {
  const date = readDate(text.trim(), source.dates, day).value;
  return date === undefined ? [] : [addDays(date, 1), addDays(date, -1)];
}

/** Each number of a cell, a small step on. */
function toNumbers(text: string): readonly string[] {
  const numbers = [...text.matchAll(/\d+(?:[.,]\d+)?/g)];
  return numbers.map(({ 0: number, index }) => `${text.slice(0, index)}${toNext(number)}${text.slice(index + number.length)}`);
}

function toNext(number: string): string {
  const mark = /[.,]/.exec(number)?.[0];
  const next = Number(number.replace(',', '.')) + (mark === undefined ? 1 : 0.1);
  return mark === undefined ? String(next) : next.toFixed(number.length - number.search(/[.,]/) - 1).replace('.', mark);
}

function toWords(column: Column, random: () => number): readonly string[] {
  const from = Math.floor(random() * words.length);
  return column.conversion === 'text' ? [] : [...words.slice(from), ...words.slice(0, from)];
}

function toFacts(text: string, column: Column): string {
  return JSON.stringify(column.read?.(text, day).value ?? []);
}

function isValid(text: string, column: Column): boolean {
  const { value = [], remarks } = column.read?.(text, day) ?? { remarks: [] };
  return value.length > 0 && remarks.every(({ severity }) => severity === 'information');
}

function isOther(other: string, text: string, column: Column): boolean {
  return toFacts(other, column) !== toFacts(text, column);
}
