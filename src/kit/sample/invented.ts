const girls = ['Contoh Melati', 'Contoh Kenanga', 'Contoh Mawar', 'Contoh Cempaka', 'Contoh Dahlia', 'Contoh Anggrek'];
const others = ['Contoh Rimba', 'Contoh Samudra', 'Contoh Bintang', 'Contoh Langit', 'Contoh Angin', 'Contoh Surya'];

/** The invented name of the nth person; nobody is called so. */
export function toInventedName(nth: number): string {
  const names = [...girls, ...others];
  const round = Math.floor(nth / names.length);
  return `${names[nth % names.length] ?? 'Contoh'}${round === 0 ? '' : ` ${String(round + 1)}`}`;
}

/** A NIK of kecamatan 99, which does not exist, with the day of birth and the sex that the row tells. */
export function toInventedNik(
  nth: number,
  birth: { readonly day: number; readonly month: number; readonly year: number },
  isGirl: boolean,
): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const day = pad(birth.day + (isGirl ? 40 : 0), 2);
  return `647199${day}${pad(birth.month, 2)}${pad(birth.year % 100, 2)}${pad(9001 + (nth % 900), 4)}`;
}

/** A number of as many digits that belongs to nobody: cards of family 99, cards of JKN 000999, phones with 0001. */
export function toInventedNumber(target: string, nth: number): string {
  const serial = String(nth + 1).padStart(4, '0');
  if (target === 'person.bpjs') return `000999000${serial}`;
  if (target === 'person.phone') return `08120001${serial}`;
  return `647199010120${serial}`;
}
