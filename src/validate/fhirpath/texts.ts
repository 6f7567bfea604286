type Text = string | undefined;

function isText(item: unknown): item is string {
  return typeof item === 'string';
}

/** Whether a text holds another. */
export function contains(text: unknown, part: unknown): boolean | undefined {
  return isText(text) && isText(part) ? text.includes(part) : undefined;
}

/** Whether a text begins with another. */
export function startsWith(text: unknown, part: unknown): boolean | undefined {
  return isText(text) && isText(part) ? text.startsWith(part) : undefined;
}

/** Whether a text ends with another. */
export function endsWith(text: unknown, part: unknown): boolean | undefined {
  return isText(text) && isText(part) ? text.endsWith(part) : undefined;
}

/** Whether a pattern is found in a text; patterns are anchored only where they say so, as in the reference validator. */
export function matches(text: unknown, pattern: RegExp): boolean | undefined {
  return isText(text) ? pattern.test(text) : undefined;
}

/** Where a part begins in a text. */
export function indexOf(text: unknown, part: unknown): number | undefined {
  return isText(text) && isText(part) ? text.indexOf(part) : undefined;
}

/** A part of a text; nothing when it would begin outside. */
export function substring(text: unknown, start: unknown, length: unknown): Text {
  if (!isText(text) || typeof start !== 'number' || start < 0 || start >= text.length) return undefined;
  return text.slice(start, typeof length === 'number' ? start + Math.max(length, 0) : undefined);
}

/** How long a text is. */
export function size(text: unknown): number | undefined {
  return isText(text) ? text.length : undefined;
}

/** A text with every occurrence of a part replaced. */
export function replace(text: unknown, part: unknown, by: unknown): Text {
  return isText(text) && isText(part) && isText(by) ? text.split(part).join(by) : undefined;
}

/** A text with every match of a pattern replaced. */
export function replaceMatches(text: unknown, pattern: RegExp, by: unknown): Text {
  return isText(text) && isText(by) ? text.replaceAll(pattern, by) : undefined;
}

/** A text in capitals. */
export function upper(text: unknown): Text {
  return isText(text) ? text.toUpperCase() : undefined;
}

/** A text in small letters. */
export function lower(text: unknown): Text {
  return isText(text) ? text.toLowerCase() : undefined;
}

/** A text without the blanks around it. */
export function trim(text: unknown): Text {
  return isText(text) ? text.trim() : undefined;
}

/** Two texts as one, where nothing counts as an empty text. */
export function concat(left: unknown, right: unknown): string {
  return (isText(left) ? left : '') + (isText(right) ? right : '');
}

/** Two texts as one, where nothing gives nothing. */
export function join(left: unknown, right: unknown): Text {
  return isText(left) && isText(right) ? left + right : undefined;
}

/** A value as it would be written. */
export function toText(item: unknown): Text {
  return isText(item) || typeof item === 'number' || typeof item === 'boolean' ? String(item) : undefined;
}

/** A whole number, from one or from how one is written. */
export function toInteger(item: unknown): number | undefined {
  if (typeof item === 'boolean') return item ? 1 : 0;
  if (typeof item === 'number') return Number.isInteger(item) ? item : undefined;
  return isText(item) && /^[+-]?\d+$/.test(item) ? Number(item) : undefined;
}

/** A number, likewise. */
export function toDecimal(item: unknown): number | undefined {
  if (typeof item === 'boolean') return item ? 1 : 0;
  if (typeof item === 'number') return item;
  return isText(item) && /^[+-]?\d+(?:\.\d+)?$/.test(item) ? Number(item) : undefined;
}

const YES: ReadonlySet<string> = new Set(['true', 't', 'yes', 'y', '1', '1.0']);
const NO: ReadonlySet<string> = new Set(['false', 'f', 'no', 'n', '0', '0.0']);

/** A boolean, from one of the words and numbers that mean one. */
export function toBoolean(item: unknown): boolean | undefined {
  const word = toText(item)?.toLowerCase();
  if (word === undefined || NO.has(word)) return word === undefined ? undefined : false;
  return YES.has(word) ? true : undefined;
}

/** Whether a conversion would give something. */
export function converts(convert: (item: unknown) => unknown, item: unknown): boolean | undefined {
  return item === undefined ? undefined : convert(item) !== undefined;
}

type Calculation = (left: number, right: number) => number | undefined;

function calculation(calculate: Calculation): (left: unknown, right: unknown) => number | undefined {
  return (left, right) => (typeof left === 'number' && typeof right === 'number' ? calculate(left, right) : undefined);
}

/** Sums and their like; a division by zero gives nothing. Numbers are kept to 15 digits, so that 0.1 + 0.2 is 0.3. */
export const plus = calculation((left, right) => toExact(left + right));
export const minus = calculation((left, right) => toExact(left - right));
export const times = calculation((left, right) => toExact(left * right));
export const divided = calculation((left, right) => (right === 0 ? undefined : left / right));
export const div = calculation((left, right) => (right === 0 ? undefined : Math.trunc(left / right)));
export const mod = calculation((left, right) => (right === 0 ? undefined : toExact(left % right)));

function toExact(result: number): number {
  return Number.isInteger(result) ? result : Number(result.toPrecision(15));
}

/** A number rounded in some way. */
export function round(item: unknown, how: (held: number) => number): number | undefined {
  return typeof item === 'number' ? how(item) : undefined;
}
