import type { Json, JsonObject } from './json.ts';
import type { RuleSettings } from './rules/rule.ts';

const disputed: readonly RuleSettings['disputed'][] = ['terbaru', 'ditolak', 'diterima'];
const offsets: readonly RuleSettings['offsets'][] = ['utc', 'semua'];

type Read = (value: Json) => Partial<RuleSettings> | undefined;

const readers: Readonly<Record<string, { readonly words: string; readonly read: Read }>> = {
  sengketa: { words: disputed.join(' | '), read: (value) => chosen(disputed, value, (word) => ({ disputed: word })) },
  zona: { words: offsets.join(' | '), read: (value) => chosen(offsets, value, (word) => ({ offsets: word })) },
  terdini: {
    words: 'TTTT-BB-HH / YYYY-MM-DD',
    read: (value) => (typeof value === 'string' && isDay(value) ? { earliest: value } : undefined),
  },
};

function chosen<T extends string>(
  words: readonly T[],
  value: Json,
  to: (word: T) => Partial<RuleSettings>,
): Partial<RuleSettings> | undefined {
  const word = words.find((one) => one === value);
  return word === undefined ? undefined : to(word);
}

/** Reads one setting of the rules in the words of the files: `sengketa`, `zona` or `terdini`. */
export function readRuleSettings(key: string, value: Json): Partial<RuleSettings> | { readonly wrong: string } {
  const reader = readers[key];
  return reader?.read(value) ?? { wrong: `"${key}": ${reader?.words ?? ''}` };
}

/** The settings of the rules in the words of the files. */
export function ruleWords({ disputed: sengketa, offsets: zona, earliest: terdini }: RuleSettings): JsonObject {
  return { sengketa, zona, terdini };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
