import { createWilayah, type Wilayah } from './map/places/wilayah.ts';

let regencies: Promise<ReadonlySet<string>> | undefined;
let all: Promise<Wilayah> | undefined;

/** Codes of the regencies and cities of Kemendagri's list, some 510, four digits each: enough for the number of a NIK. Read once, when first asked for. */
export function loadRegencies(): Promise<ReadonlySet<string>> {
  regencies ??= import('idn-area-data').then(
    async ({ getRegencies }) => new Set((await getRegencies()).map(({ code }) => code.replace('.', ''))),
  );
  return regencies;
}

/** The whole list down to the desa: some 91,000 areas, a third of a second and 40 MB. Read once, when first asked for. */
export function loadWilayah(): Promise<Wilayah> {
  all ??= import('idn-area-data').then(async (data) => {
    const levels = await Promise.all([data.getProvinces(), data.getRegencies(), data.getDistricts(), data.getVillages()]);
    return createWilayah(levels.flatMap((areas): readonly { readonly code: string; readonly name: string }[] => areas));
  });
  return all;
}
