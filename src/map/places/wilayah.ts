import { isWithinEdits, toLetterCounts } from '../persons/is-within-edits.ts';

/** The four levels of Kemendagri's codes: 2, 4, 6 and 10 digits. */
export type AreaLevel = 'provinsi' | 'kabupaten' | 'kecamatan' | 'desa';

/** An area of Kemendagri's list. `code` is digits only: `6472`, `6472011001`. */
export interface Area {
  readonly code: string;
  readonly level: AreaLevel;
  readonly name: string;
}

/** What is asked of names: the level, and the area inside which it is looked for. */
export interface AreaQuestion {
  readonly level: AreaLevel;
  readonly within?: string;
}

/** The list of areas, to be asked by code and by name. */
export interface Wilayah {
  /** The area of a code, however it is punctuated (`64.72.01.1001`); undefined for one that is not on the list. */
  areaOf(code: string): Area | undefined;
  /** An area with everything above it, the province first; empty where it is not on the list. */
  pathOf(code: string): readonly Area[];
  /** Areas of a name: those that bear it, or else, inside a given area, those a spelling apart. More than one: nobody knows which. */
  findByName(name: string, question: AreaQuestion): readonly Area[];
}

const digitsOf: Readonly<Record<AreaLevel, number>> = { provinsi: 2, kabupaten: 4, kecamatan: 6, desa: 10 };
const levels = ['provinsi', 'kabupaten', 'kecamatan', 'desa'] as const;

/** Makes a list of areas that can be asked; levels that are not given are not known. Names are taken apart at the first question. */
export function createWilayah(areas: Iterable<{ readonly code: string; readonly name: string }>): Wilayah {
  const names = new Map<string, string>();
  for (const { code, name } of areas) names.set(toDigits(code), name);
  const areaOf = (written: string): Area | undefined => {
    const code = toDigits(written);
    const [name, level] = [names.get(code), levelOf(code)];
    return name === undefined || level === undefined ? undefined : { code, level, name };
  };
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    areaOf,
    pathOf: (code) =>
      areaOf(code) === undefined ? [] : levels.flatMap((level) => cutTo(toDigits(code), level)).flatMap((part) => areaOf(part) ?? []),
    findByName: (name, question) => {
      byName ??= toNameIndex(names);
      const wanted = toAreaName(name);
      const exact = (byName.get(`${question.level}|${wanted.bare}`) ?? []).flatMap((code) => areaOf(code) ?? []);
      const inside = exact.filter((area) => isInside(area, question));
      if (inside.length > 0) return narrow(inside, wanted.kind);
      return question.within === undefined ? [] : findNear(wanted.bare, names, question).flatMap((code) => areaOf(code) ?? []);
    },
  };
}

/**
 * Joins the parts of a code that a table keeps as numbers, so that their zeros are gone: 35, 10, 3, 2004 is 3510032004. A part that is
 * missing ends the code; undefined where a part is no number or too long.
 */
export function toAreaCode(parts: readonly (string | number | undefined)[]): string | undefined {
  const widths = [2, 2, 2, 4];
  const given = parts.slice(0, widths.length).map((part) => (part === undefined ? '' : String(part).trim()));
  const end = given.indexOf('');
  const told = end === -1 ? given : given.slice(0, end);
  const isSound =
    told.every((part, at) => /^\d+$/.test(part) && part.length <= (widths[at] ?? 0)) &&
    given.slice(told.length).every((part) => part === '');
  return isSound && told.length > 0 ? told.map((part, at) => part.padStart(widths[at] ?? 0, '0')).join('') : undefined;
}

/** A name without what kind of area it is, and that kind: `KAB. BANYUWANGI`, `Kabupaten Banyuwangi` and `banyuwangi` are one name. */
export function toAreaName(name: string): { readonly bare: string; readonly kind: string | undefined } {
  const plain = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  const [, written, rest] =
    /^(PROVINSI|PROV|KABUPATEN|KAB|KOTA ADMINISTRASI|KOTAMADYA|KOTA|KECAMATAN|KEC|KELURAHAN|KEL|DESA|DS) (.+)$/.exec(plain) ?? [];
  const kind = written === undefined ? undefined : (kinds[written] ?? written);
  return { bare: (rest ?? plain).replaceAll(' ', ''), kind };
}

const kinds: Readonly<Record<string, string>> = {
  ...{ PROV: 'PROVINSI', KAB: 'KABUPATEN', KOTAMADYA: 'KOTA', 'KOTA ADMINISTRASI': 'KOTA', KEC: 'KECAMATAN', KEL: 'KELURAHAN', DS: 'DESA' },
};

/** Of a regency and a city of one name the one whose kind is written is meant. */
function narrow(areas: readonly Area[], kind: string | undefined): readonly Area[] {
  const ofKind = areas.filter(({ name }) => kind !== undefined && toAreaName(name).kind === kind);
  return ofKind.length === 0 ? areas : ofKind;
}

function findNear(wanted: string, names: ReadonlyMap<string, string>, question: AreaQuestion): readonly string[] {
  const most = Math.max(1, Math.floor(wanted.length / 5));
  const sought = { text: wanted, letters: toLetterCounts(wanted) };
  return [...names].flatMap(([code, name]) => {
    const level = levelOf(code);
    if (level === undefined || !isInside({ code, level }, question)) return [];
    const { bare } = toAreaName(name);
    return isWithinEdits(sought, { text: bare, letters: toLetterCounts(bare) }, most) ? [code] : [];
  });
}

function isInside({ code, level }: Pick<Area, 'code' | 'level'>, question: AreaQuestion): boolean {
  return level === question.level && code.startsWith(toDigits(question.within ?? ''));
}

function toNameIndex(names: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [code, name] of names) {
    const key = `${levelOf(code) ?? ''}|${toAreaName(name).bare}`;
    const codes = index.get(key);
    if (codes === undefined) index.set(key, [code]);
    else codes.push(code);
  }
  return index;
}

function levelOf(code: string): AreaLevel | undefined {
  return levels.find((level) => digitsOf[level] === code.length);
}

function cutTo(code: string, level: AreaLevel): readonly string[] {
  return code.length < digitsOf[level] ? [] : [code.slice(0, digitsOf[level])];
}

function toDigits(code: string): string {
  return code.replace(/\D/g, '');
}
