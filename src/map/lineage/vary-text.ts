import { readMonth } from '../conversions/read-month.ts';
import type { Alternatives, Variant } from './variant.ts';

type Vary = (text: string, tables: Alternatives) => readonly Variant<string>[];

/** What else a cell of words could have said: somebody else's number, another name, another place, another month. */
export function varyText(is: string, text: string, tables: Alternatives): readonly Variant<string>[] {
  return (targets.get(is) ?? varyWords)(text, tables);
}

const targets: ReadonlyMap<string, Vary> = new Map<string, Vary>([
  ['person.nik', varyNik],
  ['person.nikIbu', varyNik],
  ['person.nikParent', varyNik],
  ['person.mother', (text) => [...(/\d{16}/.test(text) ? varyNik(text) : []), ...varyWords(text)]],
  ['person.name', (text) => [near(`${text}i`), far(otherName)]],
  ['person.age', (text) => [far(text.replace(/^P(\d+)Y/, (_, years: string) => `P${String(Number(years) + 1)}Y`))]],
  ['visit.place', (text, { places }) => places.filter((place) => place !== text).map(near)],
  ['visit.recorder', (text) => [near(/kader/i.test(text) ? 'bidan' : 'kader')]],
  ['visit.month', varyMonth],
]);

/** A name that nobody in a file has. */
export const otherName = 'Orang Rekaan Lain';

/** NIK of kecamatan 99, where nobody is registered. */
export const strangers: readonly string[] = ['6472990101909911', '6472994101909912'];

/** The last digits count who was registered on one day (Permendagri 40A/1995): changed, a NIK keeps its date and sex. */
function varyNik(text: string): readonly Variant<string>[] {
  const at = text.search(/\d(?=\D*$)/);
  const next = (by: number): string => `${text.slice(0, at)}${String((Number(text[at]) + by) % 10)}${text.slice(at + 1)}`;
  // Somebody else's: a man's and a grown woman's, who may be the mother of whom the row speaks.
  return [...(at === -1 ? [] : [near(next(1)), near(next(5))]), ...strangers.map(far)];
}

/** The next month, as a title writes it. */
export function varyMonth(text: string): readonly Variant<string>[] {
  const found = readMonth(text);
  if (found === null) return [];
  const next = found.month === 12 ? { year: found.year + 1, month: 1 } : { year: found.year, month: found.month + 1 };
  const before = { year: found.year - 1, month: found.month };
  return [near(toMonthText(next)), far(toMonthText(before))];
}

function toMonthText({ year, month }: { readonly year: number; readonly month: number }): string {
  return `${String(year)}-${String(month).padStart(2, '0')}`;
}

function varyWords(text: string): readonly Variant<string>[] {
  return [near(`${text}i`), far(otherName)];
}

function near(to: string): Variant<string> {
  return { near: true, to };
}

function far(to: string): Variant<string> {
  return { near: false, to };
}
