import { toCodeWord } from './clean-text.ts';

/** Words that people write and the code each means. Lookup is by comparable form: case and separators do not matter. */
export interface CodeList {
  readonly key: string;
  readonly byWord: ReadonlyMap<string, string>;
}

/** Finds the code of a word, also where a remark in brackets stands behind it: `Polio Tetes 3 (OPV 3)`. */
export function findCode(list: CodeList, text: string): string | undefined {
  const whole = list.byWord.get(toCodeWord(text));
  if (whole !== undefined || !text.includes('(')) return whole;
  const outside = list.byWord.get(toCodeWord(text.replace(/\([^)]*\)/g, ' ')));
  return outside ?? list.byWord.get(toCodeWord(/\(([^)]*)\)/.exec(text)?.[1] ?? ''));
}
