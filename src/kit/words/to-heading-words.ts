import { cleanText } from '../../map/conversions/clean-text.ts';
import type { ColumnWords } from './compile-words.ts';

/** A heading as words: what it may mean in full, and the unit it names. */
export interface HeadingWords {
  /** Each way to read it; the first is the usual one. */
  readonly readings: readonly HeadingReading[];
  readonly unit?: string;
}

/** One way to read a heading. */
export interface HeadingReading {
  readonly own: readonly string[];
  /** Words of what encloses it. */
  readonly outer: readonly string[];
}

const longestShort = 3;
const mostReadings = 6;
const unitWords: ReadonlySet<string> = new Set([
  'kg',
  'gr',
  'gram',
  'cm',
  'mm',
  'mmhg',
  'minggu',
  'mgg',
  'bulan',
  'bln',
  'tahun',
  'thn',
  'th',
]);
/** Units of time, which are words of a heading as well. */
const spans: ReadonlySet<string> = new Set(['minggu', 'mgg', 'bulan', 'bln', 'tahun', 'thn', 'th']);
const silentUnits: ReadonlySet<string> = new Set(['kg', 'gr', 'gram', 'cm', 'mm', 'mmhg']);

/** Reads a heading, such as `tglLahir`, `NO_KTP` or `BB (kg)`, with what encloses it behind it. */
export function toHeadingWords(heading: string, within: readonly string[], words: ColumnWords): HeadingWords {
  const { plain, unit } = takeUnit(heading);
  const outer = toOuter(within, words);
  const readings = toWordings(plain).flatMap((each) => expand(each, words.expansions).map((own) => toReading(own, outer)));
  return { readings, ...(unit === undefined ? {} : { unit }) };
}

function toReading(own: readonly string[], outer: readonly string[]): HeadingReading {
  return { own: [...new Set(own)], outer: [...new Set(outer)].filter((word) => !own.includes(word)) };
}

/** Words of what encloses a heading, the nearest first. Whom the nearest object is about is whom the heading is about: `ibu.suami.nm` is his name. */
function toOuter(within: readonly string[], words: ColumnWords): readonly string[] {
  let isTold = false;
  return within.flatMap((each) => {
    const [found = []] = expand(toPlainWords(each), words.expansions);
    const kept = isTold ? found.filter((word) => !words.parties.has(word)) : found;
    isTold ||= found.some((word) => words.parties.has(word));
    return kept;
  });
}

/** A span of time at the end may be the unit of what is asked (`jarak_thn`) or a word of it (`usia tahun`): it is read both ways. */
function toWordings(plain: string): readonly (readonly string[])[] {
  const all = toPlainWords(plain);
  return all.length > 1 && spans.has(all.at(-1) ?? '') ? [all, all.slice(0, -1)] : [all];
}

/** A heading as its plain words: lower case, apart at signs and where small letters meet capitals. */
export function toPlainWords(text: string): readonly string[] {
  return cleanText(text)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The unit in brackets or at the end. */
function takeUnit(heading: string): { readonly plain: string; readonly unit?: string } {
  const [whole, bracket = ''] = /[([]\s*([\p{L}/%°]+)\s*[)\]]/u.exec(heading) ?? [];
  const inside = bracket.toLowerCase();
  if (whole !== undefined && unitWords.has(inside)) return { plain: heading.replace(whole, ' '), unit: inside };
  const all = toPlainWords(heading);
  const last = all.at(-1) ?? '';
  return all.length < 2 ? { plain: heading } : toLastUnit(heading, all.slice(0, -1), last);
}

function toLastUnit(heading: string, before: readonly string[], last: string): { readonly plain: string; readonly unit?: string } {
  if (spans.has(last)) return { plain: heading, unit: last };
  return silentUnits.has(last) ? { plain: before.join(' '), unit: last } : { plain: heading };
}

/** Every way to write the words in full, the longest abbreviations first. */
function expand(words: readonly string[], expansions: ColumnWords['expansions']): readonly (readonly string[])[] {
  if (words.length === 0) return [[]];
  for (let length = Math.min(longestShort, words.length); length > 0; length -= 1) {
    const meanings = expansions.get(words.slice(0, length).join(' '));
    if (meanings === undefined) continue;
    const rest = expand(words.slice(length), expansions);
    return meanings.flatMap((meaning) => rest.map((each) => [...meaning, ...each])).slice(0, mostReadings);
  }
  const [first = ''] = words;
  return expand(words.slice(1), expansions).map((rest) => [first, ...rest]);
}
