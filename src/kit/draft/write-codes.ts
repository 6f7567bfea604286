import { stringify } from 'yaml';
import { cleanText, toCodeWord } from '../../map/conversions/clean-text.ts';
import type { Programme } from '../../map/programme.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import { toComment, toFlow } from './yaml-text.ts';

type Lists = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Writes codes.yaml: the lists that the mapped columns need and the programme has no words for, and which words nobody knows yet. */
export function writeCodes(guesses: readonly ColumnGuess[], programme: Programme): string {
  const found = guesses.flatMap(({ meaning, column }) =>
    Object.entries(meaning?.lists ?? {}).map(([name, words]) => {
      const shown = isShown(meaning?.target ?? '', programme);
      return { name, column: column.name, ...translate(words, column.values.map(cleanText), shown) };
    }),
  );
  const lists: Lists = Object.fromEntries(found.map(({ name, list }) => [name, list] as const));
  const open = found
    .filter(({ unknown }) => unknown > 0)
    .map(
      ({ name, column, unknown }) => `PERIKSA: ${name}: ${String(unknown)} kata pada "${column}" belum berarti / words have no meaning yet`,
    );
  // A file of remarks alone may be written on below them; an empty list in braces could not.
  const text = found.length === 0 ? '' : stringify(lists, { lineWidth: 0, singleQuote: true });
  return `${[heading, ...open.map(toComment), ...toUntranslated(guesses, programme)].join('\n')}\n${text}`;
}

function isUntranslated({ isOwnWords, meaning }: ColumnGuess): boolean {
  return isOwnWords === true && Object.keys(meaning?.lists ?? {}).length === 0;
}

/** The list of codes that the answers of a column are of. */
function toList(
  { meaning }: ColumnGuess,
  { elements }: Programme,
): { readonly list: string; readonly codes: readonly string[] } | undefined {
  const element = elements.elements.get(meaning?.target ?? '');
  return element?.codes === undefined ? undefined : { list: element.list ?? element.key, codes: element.codes };
}

/** The lists of the programme in which words of the sender's own are missing, laid out to be filled in. */
function toUntranslated(guesses: readonly ColumnGuess[], programme: Programme): readonly string[] {
  const places = new Map<string, { readonly codes: readonly string[]; readonly columns: readonly string[] }>();
  for (const guess of guesses.filter(isUntranslated)) {
    const found = toList(guess, programme);
    if (found !== undefined) places.set(found.list, { ...found, columns: [...(places.get(found.list)?.columns ?? []), guess.column.name] });
  }
  return [...places].flatMap(([name, { codes, columns }]) => [
    toComment(
      `PERIKSA: ${columns.join(', ')}: tulis kata aplikasi Anda di antara [ ], hapus "# " dan kode yang tanpa kata / write your own words between [ ], drop codes without any`,
    ),
    toComment(`${name}: ${toFlow(Object.fromEntries(codes.map((code) => [code, []])))}`),
  ]);
}

const heading = '# Kata-kata sumber ini yang belum dikenal program. / Words of this source that the programme does not know.';

/** Words that stand in cells are repeated only where everybody may see them. */
function isShown(target: string, { elements }: Programme): boolean {
  return elements.elements.get(target)?.kerahasiaan === 'umum';
}

const longestWord = 24;

/** Adds the words of the column: a single letter means the code that alone begins with it. */
function translate(words: Readonly<Record<string, readonly string[]>>, values: readonly string[], shown: boolean) {
  const known = new Set(Object.entries(words).flatMap(([code, all]) => [code, ...all].map(toCodeWord)));
  const strange = [...new Set(values)].filter(
    (value) => !known.has(toCodeWord(value)) && /^\p{L}/u.test(value) && value.length <= longestWord,
  );
  const list: Record<string, readonly string[]> = { ...words };
  let unknown = 0;
  for (const value of shown ? strange : []) {
    const codes = Object.keys(words).filter((code) => value.length === 1 && code.toLowerCase().startsWith(value.toLowerCase()));
    const [code] = codes;
    if (code !== undefined && codes.length === 1) list[code] = [...(list[code] ?? []), value];
    else unknown += 1;
  }
  return { list, unknown: shown ? unknown : strange.length };
}
