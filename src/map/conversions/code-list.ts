import { toCodeWord } from './clean-text.ts';

/** Words that people write and the code each means. Lookup is by comparable form: case and separators do not matter. */
export interface CodeList {
  readonly key: string;
  readonly byWord: ReadonlyMap<string, string>;
}

/** Finds the code of a word, also where a remark in brackets stands behind it (`Polio Tetes 3 (OPV 3)`) or its number is Roman. */
export function findCode(list: CodeList, text: string): string | undefined {
  const whole = findWord(list, text);
  if (whole !== undefined || !text.includes('(')) return whole;
  return findWord(list, text.replace(/\([^)]*\)/g, ' ')) ?? findWord(list, /\(([^)]*)\)/.exec(text)?.[1] ?? '');
}

const romanNumbers: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

function findWord({ byWord }: CodeList, text: string): string | undefined {
  const found = byWord.get(toCodeWord(text));
  const roman = found === undefined ? /^(.+[\s-])(i{1,3}|iv)$/i.exec(text.trim()) : null;
  return roman === null ? found : byWord.get(toCodeWord(`${roman[1] ?? ''}${romanNumbers[roman[2]?.toLowerCase() ?? ''] ?? ''}`));
}
