import type { Place } from '../place.ts';
import { toComparable } from '../conversions/clean-text.ts';

const timeWords = /(?:^|[\s,(/-]+)(?:tahun|thn|bulan|bln|tanggal|tgl|periode|hari)\b.*$/iu;
const areaWords = /[\s,(/-]+(?:kelurahan|kel|desa|dusun|puskesmas|pkm)\b(.*)$/iu;

/** A place as a title names it, without the time that stands behind it: `KENANGA TAHUN 2025` is `KENANGA`. */
export function toNameBeforeTime(written: string): string {
  return written.replace(timeWords, '').trim();
}

/** A place without the area behind its name, and whether a place found by it lies in that area; null where no area is named. */
export function toNameBeforeArea(written: string): { readonly name: string; readonly isIn: (place: Place) => boolean } | null {
  const area = areaWords.exec(written);
  const words = ` ${toComparable(area?.[1] ?? '')} `;
  if (area === null || words.trim() === '') return null;
  const names = ({ kelurahan, parent }: Place): readonly string[] => [kelurahan ?? '', (parent ?? '').replace(/^[a-z]+-/, '')];
  const isIn = (place: Place): boolean => names(place).some((name) => name !== '' && words.includes(` ${toComparable(name)} `));
  return { name: written.slice(0, area.index).trim(), isIn };
}
