/** Trims a cell: outer blanks and no-break spaces go, inner runs of blanks become one. */
export function cleanText(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

/** Brings a word of a form to the shape in which words are compared: lower case, separators alike, no outer punctuation. */
export function toComparable(text: string): string {
  const lower = cleanText(text).toLowerCase();
  const plain = lower.replace(/[\s._/()'"`:-]+/g, ' ').trim();
  return plain === '' ? lower : plain;
}

/** The same without blanks, for words that stand for a code: `HB-0`, `HB 0` and `HB0` are one word. */
export function toCodeWord(text: string): string {
  return toComparable(text).replaceAll(' ', '');
}

/** The path of a field as it stands: in JSON `anak_id` and `anak.id` are two fields, though a heading of a sheet would be one. */
export function toExactPath(name: string): string {
  return cleanText(name).toLowerCase();
}
