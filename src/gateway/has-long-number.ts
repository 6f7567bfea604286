/** True of a text with a number as long as a NIK, however it is spaced: no reason and no note is a place for one. */
export function hasLongNumber(text: string): boolean {
  return /(?:\d[ .-]?){16}/.test(text);
}
