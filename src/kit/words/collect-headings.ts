import type { Static } from '@sinclair/typebox';
import type { Programme } from '../../map/programme.ts';
import type { columnsSchema } from '../../map/tables/column-schema.ts';
import type { codesSchema } from '../../map/tables/source-schema.ts';
import type { WrittenColumn } from '../../map/tables/column-setting.ts';
import type { ColumnWords } from './compile-words.ts';
import type { KnownHeading, Meaning } from './meaning.ts';
import { toPlainMeaning, toTarget } from './meaning.ts';
import { toHeadingWords } from './to-heading-words.ts';

/** The tables of a source as its YAML says them. */
export interface WrittenSource {
  readonly name: string;
  readonly columns: Static<typeof columnsSchema>;
  readonly codes: Static<typeof codesSchema>;
}

/** Everything that is known of headings: the columns and aliases of all sources, the titles of all elements, the dictionary. */
export function collectHeadings(sources: readonly WrittenSource[], programme: Programme, words: ColumnWords): readonly KnownHeading[] {
  const make = (from: KnownHeading['from'], heading: string, meaning: Meaning): readonly KnownHeading[] => {
    const { own, within } = toSteps(heading);
    const [reading] = toHeadingWords(own, within, words).readings;
    const tokens = [...(reading?.own ?? []), ...(reading?.outer ?? [])];
    return tokens.length === 0 ? [] : [{ heading: own, tokens, meaning, from }];
  };
  const dictionary = [...words.meanings].flatMap(([target, all]) =>
    all.flatMap((each) => make('dictionary', each, toPlainMeaning(target, programme))),
  );
  const ignored = [...words.ignored].flatMap(([reason, all]) =>
    all.flatMap((each) => make('dictionary', each, { target: '', written: { ignore: reason }, lists: {} })),
  );
  const read = [...programme.elements.elements.values()].filter(({ computed }) => computed === undefined);
  const elements = read.flatMap(({ key, title }) =>
    toTitles(key, title).flatMap((each) => make('element', each, toPlainMeaning(key, programme))),
  );
  const aliases = sources.flatMap((source) =>
    Object.entries(source.columns)
      .filter(([, { ignore = '' }]) => !/\w\.\w/.test(ignore))
      .flatMap(([name, written]) => [name, ...(written.aliases ?? [])].flatMap((each) => make('alias', each, toMeaning(written, source)))),
  );
  return [...dictionary, ...ignored, ...elements, ...aliases];
}

/** A field of a program by its own name, and the objects it stands in. */
function toSteps(name: string): { readonly own: string; readonly within: readonly string[] } {
  if (!name.includes('.') || /\s/.test(name)) return { own: name, within: [] };
  const steps = name.split('.');
  return { own: steps.at(-1) ?? name, within: steps.slice(0, -1).toReversed() };
}

/** The meaning of a column of a source, without what belongs to that source alone. */
function toMeaning(written: WrittenColumn, { codes }: WrittenSource): Meaning {
  const { aliases: _aliases, required: _required, missing: _missing, unit: _unit, convert, is, ...rest } = written;
  const target = toTarget(written);
  const whole = is === undefined ? { ...rest, ...(convert === undefined ? {} : { convert }) } : { ...rest, is };
  const list = rest.codes;
  const words = list === undefined ? undefined : codes?.[list];
  if (list === undefined || words === undefined) return { target, written: whole, lists: {} };
  const lists = { [list]: Object.fromEntries(Object.entries(words).map(([code, all]) => [code, all.map(String)] as const)) };
  return { target, written: whole, lists };
}

/** A title as headings: without what stands in brackets or behind a comma, and its abbreviation alone. */
function toTitles(key: string, title: string): readonly string[] {
  const plain = `${toScreening(title)} ${title.replace(/\([^)]*\)/g, ' ').replace(/,.*$/, '')}`;
  const short = [...title.matchAll(/\(([^)]{2,12})\)/g)].map(([, inner = '']) => inner);
  return [...new Set([plain.trim(), ...short, key.replaceAll('-', ' ')])];
}

/** What a question is asked for: `Diabetes (skrining preeklamsia, ...)` is no answer about diabetes wherever it is written. */
function toScreening(title: string): string {
  return /\([^)]*\bskrining (\p{L}+)/iu.exec(title)?.[1] ?? '';
}
