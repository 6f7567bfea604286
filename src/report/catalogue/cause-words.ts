import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { ErrorPage, NumberedRule } from './error-page.ts';
import { wordsOfRule } from './rule-words.ts';

/** What a cause is, what it means for the record, and what to do, as the catalogue says it. */
export interface CauseWords {
  readonly title: Bilingual;
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
}

/** Finds the words of a reason; undefined for one that this version does not know. */
export type WordsOf = (reason: string) => CauseWords | undefined;

/** Gives the words of every reason of the catalogue. Answers of a platform by number (`satusehat-10457`) share a page, and say their number. */
export function createWordsOf(pages: readonly ErrorPage[]): WordsOf {
  const byCode = new Map(pages.map((page) => [page.code, page]));
  return (reason) => byCode.get(reason) ?? findNumbered(byCode, reason);
}

function findNumbered(byCode: ReadonlyMap<string, ErrorPage>, reason: string): CauseWords | undefined {
  const [, platform = '', number = ''] = /^(.+)-(\d{3}|\d{5})$/.exec(reason) ?? [];
  const page = byCode.get(`${platform}-nomor`);
  if (page === undefined) return undefined;
  const { meaning, remedy } = toSaid(page, number);
  return { title: toNumberTitle(number), meaning, remedy };
}

/** What the page says of a number, or the dictionary of rules, or else the page of all numbers. */
function toSaid(page: ErrorPage, number: string): Pick<CauseWords, 'meaning' | 'remedy'> {
  const said = page.numbers?.find((rule) => isNamed(rule, number))?.says;
  return said === undefined ? (wordsOfRule(number) ?? page) : { meaning: said, remedy: page.remedy };
}

function toNumberTitle(number: string): Bilingual {
  return number.length === 5
    ? { id: `Ditolak platform menurut aturan ${number}`, en: `Refused by the platform under rule ${number}` }
    : { id: `Platform menjawab ${number}`, en: `The platform answered ${number}` };
}

/** Numbers of a rule are written one by one or as a span: `408, 500 - 599`. */
function isNamed({ number: written }: NumberedRule, number: string): boolean {
  return written.split(', ').some((part) => {
    const [first = '', last = first] = part.split(' - ');
    return first.length === number.length && first <= number && number <= last;
  });
}
