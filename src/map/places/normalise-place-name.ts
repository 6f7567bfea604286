import type { PlaceKind } from '../place.ts';

/** A place's name as it is compared: letters and digits only, with and without the word for its kind. */
export interface PlaceName {
  readonly full: string;
  /** Without a leading "Posyandu", "Pos", "Puskesmas" and the like; equals `full` where there is none. */
  readonly bare: string;
  /** The kind that the leading word names. */
  readonly kind: PlaceKind | undefined;
}

const kindWords: Readonly<Record<string, PlaceKind>> = {
  posyandu: 'posyandu',
  pos: 'posyandu',
  puskesmas: 'puskesmas',
  pkm: 'puskesmas',
  // As the e-PPGBM export spells its heading.
  pukesmas: 'puskesmas',
  pustu: 'pustu',
  klinik: 'klinik',
};

/** Makes names comparable: case, spaces, punctuation, accents and leading zeros do not count ("KAMBOJA-02" is "Kamboja 2"). */
export function normalisePlaceName(written: string): PlaceName {
  const plain = written.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const words = (plain.match(/\p{L}+|\d+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, ''));
  const [first, ...rest] = words;
  const kind = first !== undefined && rest.length > 0 && Object.hasOwn(kindWords, first) ? kindWords[first] : undefined;
  const bare = kind === undefined ? words.join('') : rest.join('');
  return { full: kind === undefined ? bare : `${kind}${bare}`, bare, kind };
}
