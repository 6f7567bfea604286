/** An administrative area in Kemendagri's digits: 2 for a province, 4, 6, 10 for a village. */
export interface Area {
  readonly code: string;
  readonly name: string;
}

/** How long the codes of each level are, by the word the addresses use. */
export const areaLevels: Readonly<Record<string, { readonly digits: number; readonly parameter: string; readonly parentDigits: number }>> =
  {
    provinces: { digits: 2, parameter: 'codes', parentDigits: 0 },
    cities: { digits: 4, parameter: 'province_codes', parentDigits: 2 },
    districts: { digits: 6, parameter: 'city_codes', parentDigits: 4 },
    'sub-districts': { digits: 10, parameter: 'district_codes', parentDigits: 6 },
  };

let loading: Promise<readonly Area[]> | undefined;
let loaded: readonly Area[] = [];

/** Reads Kemendagri's list once, when the first asks for it: some 91,000 areas. */
export async function loadAreas(): Promise<void> {
  loading ??= import('idn-area-data').then(async (data) => {
    const levels = await Promise.all([data.getProvinces(), data.getRegencies(), data.getDistricts(), data.getVillages()]);
    return levels.flatMap((level): readonly Area[] => level.map(({ code, name }) => ({ code: code.replaceAll('.', ''), name })));
  });
  loaded = await loading;
}

/** The areas of a level that have one of these codes, or lie in one of these areas; all of the level where nothing is asked. */
export function areasOf(digits: number, within: readonly string[]): readonly Area[] {
  const level = loaded.filter(({ code }) => code.length === digits);
  return within.length === 0 ? level : level.filter(({ code }) => within.some((prefix) => prefix !== '' && code.startsWith(prefix)));
}
