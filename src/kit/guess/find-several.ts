import type { FormColumn } from '../form.ts';
import type { Meaning } from '../words/meaning.ts';
import { scoreHeading } from '../words/score-heading.ts';
import { toHeadingWords } from '../words/to-heading-words.ts';
import type { GuessSetting } from './candidate.ts';

/** Which elements may share a cell, by what they are: words of a code list that can be told apart. */
const sharing: Readonly<Record<string, { readonly is: string; readonly codes?: string }>> = {
  'vitamin-a': { is: 'vitamin-a' },
  'riwayat-imunisasi': { is: 'riwayat-imunisasi', codes: 'vaksin' },
  imunisasi: { is: 'riwayat-imunisasi', codes: 'vaksin' },
};

/** A heading that names several services of a day (`Vit A / Imunisasi`): its cells hold a word for each. */
export function toSeveral(
  { heading }: FormColumn,
  setting: GuessSetting,
): { readonly meaning: Meaning; readonly name: number } | undefined {
  const pieces = heading.split(/\s*(?:\/|&|\+|,|\bdan\b)\s*/i).filter((piece) => piece.trim() !== '');
  if (pieces.length < 2) return undefined;
  const parts = pieces.map((piece) => sharing[toTargetOf(piece, setting) ?? '']);
  const known = parts.flatMap((part) => (part === undefined ? [] : [part]));
  const each = known.filter((part, at) => known.findIndex(({ is }) => is === part.is) === at);
  if (known.length < pieces.length || each.length < 2) return undefined;
  return { meaning: { target: each.map(({ is }) => is).join('+'), written: { split: [';', ',', '+', '&'], each }, lists: {} }, name: 1 };
}

function toTargetOf(piece: string, { headings, words }: GuessSetting): string | undefined {
  const { readings } = toHeadingWords(piece, [], words);
  return headings.find(
    ({ tokens, meaning }) => meaning.target in sharing && readings.some((reading) => scoreHeading(reading, tokens, words) > 0.95),
  )?.meaning.target;
}
