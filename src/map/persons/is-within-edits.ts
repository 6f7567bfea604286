/** A text with how often each letter stands in it. */
export interface CountedText {
  readonly text: string;
  readonly letters: Uint8Array;
}

const first = 'A'.charCodeAt(0);
const alphabet = 26;

/** Counts the letters A to Z of a text in upper case; whatever else stands in it counts as one more. */
export function toLetterCounts(text: string): Uint8Array {
  const counts = new Uint8Array(alphabet + 1);
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - first;
    const slot = letter >= 0 && letter < alphabet ? letter : alphabet;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

/**
 * True when one text becomes the other by at most so many letters changed, added or left out. The letters alone end most comparisons; of the
 * table of Levenshtein only the band is filled in which a distance within the limit can lie, and no row after one that lies beyond it.
 */
export function isWithinEdits(one: CountedText, other: CountedText, most: number): boolean {
  if (Math.abs(one.text.length - other.text.length) > most) return false;
  return !hasOtherLetters(one.letters, other.letters, most) && isInBand(one.text, other.text, most);
}

/** A changed letter makes a difference of two, an added one of one. */
function hasOtherLetters(one: Uint8Array, other: Uint8Array, most: number): boolean {
  let differences = 0;
  for (let slot = 0; slot <= alphabet; slot += 1) differences += Math.abs((one[slot] ?? 0) - (other[slot] ?? 0));
  return differences > 2 * most;
}

function isInBand(one: string, other: string, most: number): boolean {
  const beyond = most + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, column) => Math.min(column, beyond));
  for (let row = 1; row <= one.length; row += 1) {
    previous = toNextRow({ row, letter: one.charCodeAt(row - 1), previous }, other, most);
    if (Math.min(...previous) > most) return false;
  }
  return (previous[other.length] ?? beyond) <= most;
}

interface BandRow {
  readonly row: number;
  readonly letter: number;
  readonly previous: readonly number[];
}

function toNextRow({ row, letter, previous }: BandRow, other: string, most: number): number[] {
  const beyond = most + 1;
  const current = new Array<number>(other.length + 1).fill(beyond);
  current[0] = Math.min(row, beyond);
  const end = Math.min(other.length, row + most);
  for (let column = Math.max(1, row - most); column <= end; column += 1) {
    const replaced = (previous[column - 1] ?? beyond) + (letter === other.charCodeAt(column - 1) ? 0 : 1);
    current[column] = Math.min(replaced, (previous[column] ?? beyond) + 1, (current[column - 1] ?? beyond) + 1, beyond);
  }
  return current;
}
