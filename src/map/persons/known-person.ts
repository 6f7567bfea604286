import type { Person } from '../visit.ts';

/** A person already known, as the store offers candidates: with the areas (place codes, desa) where they were seen. */
export interface KnownPerson {
  readonly person: Person;
  readonly areas: readonly string[];
  /** Numbers by which the sender of these rows knows the person; absent: the one that stands on the person. */
  readonly numbers?: readonly string[];
}

/** Why two people may be one: a spelling apart, a parent left out, NIK that disagree or are shared, twins, or a baby that was named. */
export type ReviewReason = 'nama-mirip' | 'orang-tua-tidak-disebut' | 'dua-nik' | 'satu-nik' | 'mungkin-kembar' | 'bayi-diberi-nama';

/** A row that may be about a known person; an officer decides (field rule 3: never joined by themselves). */
export interface PersonReview {
  readonly row: number | string;
  readonly person: string;
  readonly candidate: string;
  readonly reason: ReviewReason;
}

/** Names a pair of people whichever stands first. */
export function toPairKey(one: string, other: string): string {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}
