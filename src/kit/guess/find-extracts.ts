import type { FormColumn } from '../form.ts';
import { scoreHeading } from '../words/score-heading.ts';
import { toHeadingWords } from '../words/to-heading-words.ts';
import type { Candidate, GuessSetting } from './candidate.ts';

const factPattern = /(?<![\p{L}\p{N}])(\p{L}{2,12})\s*[:=.]?\s*\d{1,3}(?:[.,]\d+)?(?!\d|\/\d|\s*\/)/giu;
const mostFacts = 12;
/** Several facts in a text weigh more than its heading, one alone less. */
const [several, one] = [0.99, 0.7];

/** Facts that stand in a free text behind a word of their own: `LILA 22; Hb 10,4; TFU 22 cm`. */
export function toExtract(column: FormColumn, setting: GuessSetting): readonly Candidate[] {
  const texts = column.values.filter((text) => text.length > 5 && /\p{L}{2}.*\d/u.test(text));
  const found = texts.map((text) => [...text.matchAll(factPattern)].map(([, word = '']) => word.toUpperCase()));
  const facts = new Map<string, string[]>();
  for (const word of new Set(found.flat())) {
    const is = toMeasure(word, setting);
    if (is !== undefined) facts.set(is, [...(facts.get(is) ?? []), word]);
  }
  const isText = facts.size > 1 || (facts.size === 1 && found.some((words) => words.length > 1));
  if (!isText) return [];
  const extract = [...facts].slice(0, mostFacts).map(([is, after]) => ({ is, after }));
  const meaning = { target: 'extract', written: { extract }, lists: {} };
  return [{ meaning, name: 0.7, evidence: { share: 1, asked: texts.length }, score: facts.size > 1 ? several : one }];
}

/** A word that heads a measure and nothing else. */
function toMeasure(word: string, { headings, words, programme }: GuessSetting): string | undefined {
  const { readings } = toHeadingWords(word, [], words);
  if (readings.length !== 1) return undefined;
  const found = headings.find(({ tokens, meaning }) => {
    const unit = programme.elements.elements.get(meaning.target)?.unit;
    return (
      unit !== undefined && meaning.written.is === meaning.target && readings.some((reading) => scoreHeading(reading, tokens, words) > 0.97)
    );
  });
  return found?.meaning.target;
}
