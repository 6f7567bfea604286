import type { Message } from '../../platform.ts';
import { field, list } from '../../answer.ts';
import type { Said } from './said.ts';

/** Entries that fell only because another did (Kamus Validasi, platform rules, revision 2025-10-31). */
const followers: ReadonlySet<string> = new Set(['20012', '20013']);

/** True for what only tells that something else failed. */
export function isFollower({ rule }: Said): boolean {
  return rule !== undefined && followers.has(rule);
}

/**
 * Which entry of a transaction something said is about: named by its index, or by a path of which only one entry is the type, or carries the code
 * that is quoted. Undefined where it may be more than one: then nothing is guessed.
 */
export function entryOf({ expression = '', quoted }: Said, { body, refs }: Asked): number | undefined {
  const named = /\bentry\[(\d{1,4})\]/.exec(expression)?.[1];
  if (named !== undefined) return Number(named) < refs.length ? Number(named) : undefined;
  const entries = list(field(body, 'entry'));
  const ofType = entriesOfType(entries, /^[A-Za-z]+/.exec(expression)?.[0]);
  return onlyOne(ofType) ?? (quoted === undefined ? undefined : onlyOne(ofType.filter((index) => carriesCode(entries[index], quoted))));
}

function onlyOne(indexes: readonly number[]): number | undefined {
  return indexes.length === 1 ? indexes[0] : undefined;
}

type Asked = Pick<Message, 'body' | 'refs'>;

function entriesOfType(entries: readonly unknown[], type: string | undefined): readonly number[] {
  return entries.flatMap((entry, index) => (field(field(entry, 'resource'), 'resourceType') === type ? [index] : []));
}

/** Our own message is searched, not the answer. */
function carriesCode(entry: unknown, code: string): boolean {
  return JSON.stringify(field(entry, 'resource')).includes(`"code":${JSON.stringify(code)}`);
}

/** The same said of an entry, with the path from the Bundle, so that it is known wherever it is read. */
export function placeInBundle(said: Said, message: Asked): Said {
  const index = entryOf(said, message);
  const { expression = '' } = said;
  if (index === undefined || /\bentry\[/.test(expression)) return said;
  const within = expression.includes('.') ? expression.slice(expression.indexOf('.')) : '';
  return { ...said, expression: `Bundle.entry[${String(index)}].resource${within}` };
}

/**
 * Indexes of the refused entries, those that only followed left out; empty where a true cause could be of more than one entry.
 * What names no element at all is said of those that are named.
 */
export function refusedEntriesOf(said: readonly Said[], message: Asked): readonly number[] {
  const causes = said.filter((one) => !isFollower(one) && one.expression !== undefined).map((one) => entryOf(one, message));
  const named = causes.filter((index) => index !== undefined);
  return named.length === causes.length ? [...new Set(named)].sort((a, b) => a - b) : [];
}
