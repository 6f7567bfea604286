import { LONGEST_STRING, primitives } from './primitives.ts';

/** Characters that make a text worth a second look: controls, tags, marks of writing direction, halves of surrogate pairs. */
const REMARKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f<\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;
const HTTP = /^https?:\/\/\S+$/;
const BLANK = /\s/;

/**
 * For each primitive type about which there is more to say than right or wrong: true for values about which there is nothing to say. Quick,
 * because nearly every value is such; of any other value the type is asked, and then the review.
 */
export const plainValues: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: isPlainText,
  markdown: isPlainText,
  uri: isPlainAddress,
  url: isPlainAddress,
  canonical: isPlainAddress,
  definition: isPlainAddress,
  date: (value) => primitives['date']?.(value) === true && isOfOurTimes(value),
  dateTime: (value) => primitives['dateTime']?.(value) === true && isOfOurTimes(value),
  instant: (value) => primitives['instant']?.(value) === true && isOfOurTimes(value),
  base64Binary: (value) => typeof value === 'string' && !BLANK.test(value) && primitives['base64Binary']?.(value) === true,
};

function isPlainText(value: unknown): boolean {
  if (typeof value !== 'string' || value.length === 0 || value.length > LONGEST_STRING) return false;
  return isMark(value.charCodeAt(0)) && isMark(value.charCodeAt(value.length - 1)) && !REMARKABLE.test(value);
}

/** A character of ASCII that is neither blank nor control. */
function isMark(unit: number): boolean {
  return unit > 32 && unit < 127;
}

/** Addresses of systems, profiles and units come again and again; those found plain are remembered, up to a bound. */
const plainAddresses = new Set<string>();
const MOST_ADDRESSES = 4096;
const LONGEST_ADDRESS = 200;

function isPlainAddress(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (plainAddresses.has(value)) return true;
  const plain = HTTP.test(value) && !value.includes('example.') && !value.includes('acme.');
  if (plain && value.length <= LONGEST_ADDRESS && plainAddresses.size < MOST_ADDRESSES) plainAddresses.add(value);
  return plain;
}

/** The reference validator wonders at years before 1800 and more than eighty years ahead; nothing here knows today's date. */
export function isOfOurTimes(value: unknown): boolean {
  return typeof value === 'string' && value >= '1800' && value < '2107';
}
