import { toEnd } from './scan-json-text.ts';

const QUOTE = 34;
const COLON = 58;
const OPEN = 123;
const CLOSE = 125;

/** Shorter text is parsed sooner than it is looked at. */
const LONG_TEXT = 1_000_000;

/** True for long JSON text in which some object has more names than allowed: to parse a million names takes longer than to count them. */
export function hasWideObject(text: string, most: number): boolean {
  if (text.length < LONG_TEXT) return false;
  const names: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = toEnd(text, at) - 1;
    else if (unit === OPEN) names.push(0);
    else if (unit === CLOSE) names.pop();
    else if (unit === COLON && countName(names) > most) return true;
  }
  return false;
}

/** Outside of strings a colon stands only behind a name of the innermost object. */
function countName(names: number[]): number {
  const last = names.length - 1;
  const count = (names[last] ?? 0) + 1;
  if (last >= 0) names[last] = count;
  return count;
}
