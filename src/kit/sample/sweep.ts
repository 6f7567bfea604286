import { cleanText } from '../../map/conversions/clean-text.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';

const invented = /^647199|^9999000000000000$|^000999|^08120001/;
const personal: readonly string[] = [
  'person.name',
  'person.mother',
  'person.father',
  'person.parents',
  'person.spouse',
  'visit.recorder',
  'visit.verifiedBy',
];

/** Goes over a finished sample once more: no long number but invented ones, and no name that stood in a column of names, wherever it may have strayed. */
export function sweep(text: string, guesses: readonly ColumnGuess[]): string {
  const names = guesses
    .filter(({ meaning }) => personal.includes(meaning?.target ?? ''))
    .flatMap(({ column }) => column.values.map(cleanText))
    .filter((name) => name.length >= 5 && /\p{L}{3}/u.test(name) && !/^contoh/i.test(name));
  const numbered = text.replace(/(?<!\d)\d{10,}(?!\d)/g, (digits) => (invented.test(digits) ? digits : '0'.repeat(4)));
  if (names.length === 0) return numbered;
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${[...new Set(names)].map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})(?!\\p{L})`,
    'giu',
  );
  return numbered.replace(pattern, 'Contoh');
}
