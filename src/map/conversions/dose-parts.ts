/** What a form may say of a dose in columns beside it, and how such a column is read. */
const conversionsOfParts: Readonly<Record<string, string>> = {
  produk: 'text',
  lotNumber: 'text',
  expirationDate: 'expiry-date',
  kegiatan: 'text',
  diberikan: 'yes-no',
  alasan: 'code',
  site: 'code',
  route: 'code',
};

/** A target that is a part of a dose: `imunisasi.lotNumber`. */
export interface DosePart {
  readonly element: string;
  readonly part: string;
  /** The conversion it takes where its column names none. */
  readonly conversion: string;
}

/** Takes a target apart; undefined for what is no part of a dose. */
export function toDosePart(is: string): DosePart | undefined {
  const at = is.indexOf('.');
  const [element, part] = [is.slice(0, Math.max(at, 0)), is.slice(at + 1)];
  const conversion = conversionsOfParts[part];
  if (element === '' || conversion === undefined || element === 'person' || element === 'visit' || element === 'reported') return undefined;
  return { element, part, conversion };
}

/** The names of the parts. */
export const dosePartNames: readonly string[] = Object.keys(conversionsOfParts);
