/** Words of a name without titles, punctuation and case, as both sides may write them differently. */
function toWords(name: string): readonly string[] {
  return name
    .toUpperCase()
    .replace(/[.,'’`-]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * Tells whether a name as we hold it agrees with a name masked by SATUSEHAT (`Sa** An** Ri**`).
 * Every word must agree in its visible letters and the number of words must be equal; an unmasked name must be equal.
 * Source: Patient search by NIK, Postman collection 01.
 */
export function isMaskedNameOf(masked: string, name: string): boolean {
  const shown = toWords(masked);
  const ours = toWords(name);
  if (shown.length === 0 || shown.length !== ours.length) return false;
  return shown.every((word, index) => agrees(word, ours[index] ?? ''));
}

function agrees(shown: string, ours: string): boolean {
  const star = shown.indexOf('*');
  if (star === -1) return shown === ours;
  return ours.startsWith(shown.slice(0, star));
}
