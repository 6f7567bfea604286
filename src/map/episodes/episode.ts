import type { LocalDate } from '../visit.ts';

/** What lasts longer than a visit: a pregnancy with its childbed, or the first 28 days of a life. */
export type EpisodeKind = 'kehamilan' | 'neonatus';

/** By what the beginning of a pregnancy is known, the surest first. */
export type EpisodeBasis = 'hpht' | 'hpl' | 'umur-kehamilan' | 'persalinan' | 'pendaftaran' | 'lahir';

/** Why an episode ended: by an event, or because no pregnancy lasts longer than 45 weeks (D28). */
export type EpisodeEnd = 'persalinan' | 'keguguran' | 'meninggal' | 'lengkap' | 'waktu';

/**
 * One pregnancy or one newborn period of a person. The id is given once and found again by window: editing the HPHT moves the beginning
 * of the episode, it never makes a second one.
 */
export interface Episode {
  readonly id: string;
  readonly person: string;
  readonly kind: EpisodeKind;
  /** First day: the HPHT, or what is reckoned from gestational age, due date or delivery; the birth of a newborn. */
  readonly from: LocalDate;
  readonly basis: EpisodeBasis;
  /** Where a delivery or loss is known. */
  readonly delivered?: LocalDate;
  /** Last day that belongs to it; absent while it is open. */
  readonly to?: LocalDate;
  readonly end?: EpisodeEnd;
}

/** An episode as it is reckoned from what is known, before it is known which stored one it is. */
export type EpisodeDraft = Omit<Episode, 'id'>;
