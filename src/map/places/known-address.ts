import type { AreaLevel, Wilayah } from './wilayah.ts';

/** Where somebody lives, as far as it is known. Codes are Kemendagri's, digits only: 2, 4, 6 and 10 of them. */
export interface KnownAddress {
  /** Street, house, hamlet, as written. */
  readonly line?: string;
  /** Name of the regency or city. */
  readonly city?: string;
  readonly codes: Readonly<Partial<Record<AreaLevel, string>>>;
  readonly rt?: string;
  readonly rw?: string;
}

/** What is known of where a person lives, the nearest to the person first. */
export interface AddressSources {
  /** The address of the rows, by the words of the sources: `kode-wilayah`, `desa`, `rt` and the like. */
  readonly written: Readonly<Record<string, string>>;
  /** Domicile of the register of sasaran: a desa by code or name. */
  readonly domicile?: string;
  /** The kelurahan of the place that serves the person. */
  readonly kelurahan?: string;
}

const levels = ['provinsi', 'kabupaten', 'kecamatan', 'desa'] as const;
const digitsOf: Readonly<Record<AreaLevel, number>> = { provinsi: 2, kabupaten: 4, kecamatan: 6, desa: 10 };

/**
 * Joins what is known of an address to codes. A code that was written goes before names; a name counts only where one area bears it inside
 * what is known above it, so that no desa of the same name elsewhere is taken. Without the list of areas only written codes are known.
 */
export function toKnownAddress(sources: AddressSources, wilayah?: Wilayah): KnownAddress {
  const { written } = sources;
  const code = toSoundCode(sources, wilayah);
  const city = wilayah?.pathOf(code).find(({ level }) => level === 'kabupaten')?.name ?? written['kabupaten'];
  const line = [written['alamat'], written['dusun']].filter((part) => part !== undefined && part !== '').join(', ');
  const known = levels.filter((level) => code.length >= digitsOf[level]);
  return {
    ...(line === '' ? {} : { line }),
    ...(city === undefined ? {} : { city }),
    codes: Object.fromEntries(known.map((level) => [level, code.slice(0, digitsOf[level])])),
    ...toNumber('rt', written['rt']),
    ...toNumber('rw', written['rw']),
  };
}

/** The longest code that is known, digits only; empty for one that is on no list. */
function toSoundCode({ written, domicile, kelurahan }: AddressSources, wilayah: Wilayah | undefined): string {
  const told = toDigits(written['kode-wilayah']);
  if (told.length === 10 || wilayah === undefined) return wilayah !== undefined && wilayah.areaOf(told) === undefined ? '' : told;
  const within = goDown(written, told, wilayah);
  const desa = [written['desa'], domicile, kelurahan].map((name) => toDesa(name, within, wilayah)).find((code) => code !== undefined);
  const code = desa ?? within;
  return wilayah.areaOf(code) === undefined ? '' : code;
}

/** Goes down the levels by the names that were written; a level that names none, or more than one, leaves the search as wide as it was. */
function goDown(written: AddressSources['written'], told: string, wilayah: Wilayah): string {
  let within = told;
  for (const level of levels.slice(0, 3)) {
    const name = written[level];
    if (name === undefined || within.length >= digitsOf[level]) continue;
    within = findOne(name, level, within, wilayah) ?? within;
  }
  return within;
}

/** The desa of a name or a code, where there is one inside what is known. */
function toDesa(name: string | undefined, within: string, wilayah: Wilayah): string | undefined {
  if (name === undefined) return undefined;
  const digits = /^[\d.\s]+$/.test(name) ? toDigits(name) : '';
  if (digits !== '') return digits.length === 10 && digits.startsWith(within) && wilayah.areaOf(digits) !== undefined ? digits : undefined;
  return findOne(name, 'desa', within, wilayah);
}

function findOne(name: string, level: AreaLevel, within: string, wilayah: Wilayah): string | undefined {
  const [found, another] = wilayah.findByName(name, { level, ...(within === '' ? {} : { within }) });
  return another === undefined ? found?.code : undefined;
}

/** RT and RW are numbers; SATUSEHAT's own examples write them without leading zeros (Postman collection 01). */
function toNumber(key: 'rt' | 'rw', text: string | undefined): Readonly<Partial<Record<'rt' | 'rw', string>>> {
  const digits = /^\s*(?:rt|rw)?[\s.:]*(\d{1,3})\s*$/i.exec(text ?? '')?.[1];
  return digits === undefined || Number(digits) === 0 ? {} : { [key]: String(Number(digits)) };
}

function toDigits(text: string | undefined): string {
  return (text ?? '').replace(/\D/g, '');
}
