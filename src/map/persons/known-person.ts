import type { Person } from '../visit.ts';

/** A person already known, as the store offers candidates: with the areas (place codes, desa) where they were seen. */
export interface KnownPerson {
  readonly person: Person;
  readonly areas: readonly string[];
}

/** A row that may be about a known person; an officer decides (field rule 3: never joined by themselves). */
export interface PersonReview {
  readonly row: number | string;
  readonly person: string;
  readonly candidate: string;
  readonly reason: 'nama-mirip' | 'orang-tua-tidak-disebut' | 'dua-nik' | 'satu-nik' | 'mungkin-kembar';
}
