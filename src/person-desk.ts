import type { Asker } from './deliveries.ts';
import type { Checked } from './fhir/checked.ts';
import type { ReviewReason } from './map/persons/known-person.ts';
import type { LocalDate, Sex } from './map/visit.ts';

/** Who asks about people: what an asker for deliveries says, and whether names may be shown. */
export interface PersonAsker extends Asker {
  /** Names, birth dates and NIK in full: for nakes of the puskesmas only (field rule 6). Otherwise they are masked. */
  readonly names: boolean;
}

/** How a pair stands: to be looked at, one person, or two. */
export type ReviewState = 'open' | 'same' | 'not-same';

/** One of two people who may be one. Masked: initials, the year of birth, and whether there is a NIK. */
export interface ReviewedPerson {
  readonly id: string;
  readonly name: string;
  readonly nik?: string;
  readonly birthDate?: LocalDate;
  readonly sex?: Sex;
  readonly mother?: string;
  /** Codes of the places that saw the person. */
  readonly places: readonly string[];
}

/** A pair of people who may be one, with why. */
export interface PersonReviewItem {
  readonly id: string;
  readonly state: ReviewState;
  readonly reasons: readonly ReviewReason[];
  readonly foundAt: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  /** True where names and numbers below are masked. */
  readonly masked: boolean;
  readonly persons: readonly ReviewedPerson[];
}

/** A page of the review list; `next` is where the following one begins. */
export interface PersonReviewPage {
  readonly reviews: readonly PersonReviewItem[];
  readonly next?: string;
}

/** Which pairs are meant, and where a page begins. */
export interface ReviewPaging {
  readonly state: ReviewState;
  readonly after?: string;
  readonly limit: number;
}

/** Why something is decided, and by whom when it is another than who asks. */
export interface Reasoned {
  readonly asker: PersonAsker;
  readonly why: string;
}

/** What merging did, or undid. */
export interface MergeReport {
  readonly survivor: string;
  readonly merged: string;
  /** Visits that stand under the survivor now. */
  readonly visits: number;
  /** Days and places of which both had a visit: the same contact written down twice, perhaps. */
  readonly doubled: number;
  /** Debts that were held, waiting or refused and stand otherwise by the identity of now. */
  readonly reowed: number;
}

/** The person's side of who is who: the pairs that may be one, and deciding about them. */
export interface PersonDesk {
  /** Pairs in the order in which they were found. */
  reviews(paging: ReviewPaging, asker: PersonAsker): Promise<Checked<PersonReviewPage>>;
  /** Takes the second person for the first. Refused where both have a NIK of their own that differ, unless forced. */
  merge(survivor: string, merged: string, how: Reasoned & { readonly force: boolean }): Promise<Checked<MergeReport>>;
  /** Takes a merge back: both are who they were. */
  undo(merged: string, how: Reasoned): Promise<Checked<MergeReport>>;
  /** Remembers that two people are two: nobody is asked again, and nobody joins them. */
  notSame(one: string, other: string, how: Reasoned): Promise<Checked<{ readonly decided: 'not-same' }>>;
  /** Decides a pair of the list by its id, or takes back that it is one. */
  decide(
    review: string,
    decision: { readonly is: 'same' | 'not-same' | 'undo'; readonly survivor?: string; readonly force: boolean },
    how: Reasoned,
  ): Promise<Checked<MergeReport | { readonly decided: 'not-same' }>>;
}
