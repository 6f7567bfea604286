import type { Checked } from './fhir/checked.ts';
import type { Sex } from './map/visit.ts';
import type { PersonDesk, Reasoned, PersonAsker, ReviewPaging, ReviewState } from './person-desk.ts';

/** Somebody as we hold them, or as a platform shows them; masked for whoever may not see names. */
export interface ShownIdentity {
  readonly name?: string;
  readonly nik?: string;
  readonly birthDate?: string;
  readonly sex?: Sex;
  readonly mother?: string;
  readonly birthOrder?: number;
}

/** A record of a platform that may be a person's, with both sides. */
export interface IdentityItem {
  readonly id: string;
  readonly platform: string;
  /** Our person, and the record's number at the platform. */
  readonly person: string;
  readonly platformId: string;
  /** By what it was found: `nik`, `nik-ibu`, `nama`, or `orang` where somebody named it. */
  readonly foundBy: string;
  readonly state: ReviewState;
  /** Why the sending of the person stands where it does. */
  readonly reason?: string;
  readonly foundAt: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  readonly masked: boolean;
  readonly ours: ShownIdentity;
  readonly theirs: ShownIdentity;
}

/** A page of the list; `next` is where the following one begins. */
export interface IdentityItemPage {
  readonly identities: readonly IdentityItem[];
  readonly next?: string;
}

/** What a decision did: `released` debts of the person go on. */
export interface IdentityDecided {
  readonly decided: Exclude<ReviewState, 'open'>;
  readonly person: string;
  readonly released: number;
}

/** A record named by whoever decides, where the platform's number was adopted and turns out to be somebody else's. */
export interface NamedRecord {
  readonly person: string;
  readonly platform: string;
  readonly platformId: string;
}

/** Both desks at which officers decide who is who: here, and at a platform. */
export type WhoIsWho = PersonDesk & IdentityDesk;

/** The person's side of who is who at a platform: records that no machine may adopt, and deciding about them. */
export interface IdentityDesk {
  /** Records in the order in which they were found. */
  identities(paging: ReviewPaging, asker: PersonAsker): Promise<Checked<IdentityItemPage>>;
  /** `same`: the number is the person's. `not-same`: it is never offered or adopted again, and forgotten where it was adopted. */
  decideIdentity(record: string | NamedRecord, is: 'same' | 'not-same', how: Reasoned): Promise<Checked<IdentityDecided>>;
}
