import { toGiven } from '../../map/given.ts';
import type { Programme } from '../../map/programme.ts';
import type { WrittenColumn } from '../../map/tables/column-setting.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import { toMissing } from './to-missing.ts';
import { toDoubt } from './to-doubt.ts';
import { toComment, toFlow, toKey } from './yaml-text.ts';

/** The reason of a column nobody has mapped yet. */
export const unmapped = 'belum dipetakan';

/** How columns are named in a draft. */
export interface ColumnNaming {
  /** True where the columns of the table go by their numbers. */
  readonly positional: boolean;
  readonly programme: Programme;
}

/** Writes columns.yaml: each column in its order, what is doubtful with a comment above it. */
export function writeColumns(guesses: readonly ColumnGuess[], naming: ColumnNaming): string {
  const lines = guesses.flatMap((guess) => toColumnLines(guess, naming));
  return `${[...heading, '', ...(lines.length === 0 ? ['{}'] : lines)].join('\n')}\n`;
}

const heading = [
  '# Draf. Baris "# PERIKSA" belum pasti: benarkan atau ganti, lalu hapus tandanya. `titian source check` memberi tahu apa yang masih kurang.',
  '# Draft. Lines marked "# PERIKSA" are not certain: confirm or change them, then remove the mark.',
];

/** The lines of one column: what is doubtful about it, and the column itself. */
export function toColumnLines(guess: ColumnGuess, naming: ColumnNaming): readonly string[] {
  const doubt = toDoubt(guess);
  const name = naming.positional ? String(guess.column.at + 1) : guess.column.name;
  const named = naming.positional && guess.column.heading !== '' ? [toComment(`${name} = ${guess.column.heading}`)] : [];
  const marked = doubt === undefined ? [] : [toComment(`PERIKSA: ${doubt.id} / ${doubt.en}`)];
  return [...named, ...marked, `${toKey(name)}: ${toFlow(toColumn(guess, naming))}`];
}

/** A column as it is written: its meaning, or that nobody has said it yet. */
export function toColumn({ column, meaning, certainty }: ColumnGuess, { programme }: ColumnNaming): WrittenColumn {
  if (meaning === undefined) return { ignore: unmapped };
  if (meaning.target === '' || meaning.target === 'extract') return meaning.written;
  const missing = toMissing(column, meaning, programme);
  const isRequired = meaning.target === 'person.name' && certainty === 'pasti' && column.values.length > 0;
  return {
    ...meaning.written,
    ...toGiven({ required: isRequired ? true : undefined, missing: missing.length === 0 ? undefined : [...missing] }),
  };
}
