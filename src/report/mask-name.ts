/** Masks a name as SATUSEHAT does in its answers: `Salsabilla Anjani Rizki` becomes `Sa** An** Ri**`. The length tells nothing. */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${(/^(?:..(?=.)|.)/u.exec(word) ?? [''])[0]}**`)
    .join(' ');
}
