/** What is wrong with an element, in kinds that a person can be told about. */
export type Fault =
  | 'tidak-ada'
  | 'acuan-tidak-ada'
  | 'sistem-asing'
  | 'kode-asing'
  | 'bukan-milik'
  | 'bentuk-saat'
  | 'di-luar-masa'
  | 'bentuk-nilai'
  | 'urutan-saat'
  | 'riwayat-kurang'
  | 'bungkusan';

/** Something the platform's rules say against what is about to leave; never with a value. */
export interface Finding {
  readonly rule: number;
  readonly fault: Fault;
  /** FHIRPath with indexes. */
  readonly expression: string;
  /** `sengketa`: a published request of this kind was answered 200. `lemah`: the list it was held against is not known to be whole. */
  readonly doubt?: 'sengketa' | 'lemah';
}

/** A value and where it stands. */
export interface Place {
  readonly value: unknown;
  readonly expression: string;
}

/** What judging needs to know beside the resource itself. */
export interface Surroundings {
  readonly now: Date;
  /** The IHS number behind the credential: the owner of every local identifier. */
  readonly organization: string;
  /** Earliest instant that is taken, in milliseconds. */
  readonly earliest: number;
  /** The resource type a reference leads to, in the message itself or by its own words; undefined where it leads nowhere. */
  readonly typeOf: (reference: string) => string | undefined;
}

/** The values of an element: of a list its items, of a single value that one. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
