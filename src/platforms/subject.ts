import type { LocalDate, Person, Visit } from '../map/visit.ts';
import type { Place, Policy, Responsible } from '../map/place.ts';
import type { KnownAddress } from '../map/places/known-address.ts';

/** Environment is part of every state: what was simulated is never shown as sent (field rule 2). */
export type Environment = 'simulasi' | 'staging' | 'produksi';

export type SubjectKind = 'place' | 'practitioner' | 'patient' | 'episode' | 'visit';

/** A course of care that a platform keeps apart from its visits, by the platform's types: one active of a type and person (satusehat, EpisodeOfCare). */
export interface Care {
  readonly id: string;
  readonly type: 'ANC' | 'PNC' | 'Neonate';
  readonly from: LocalDate;
  /** Last day; absent while it is open. */
  readonly to?: LocalDate;
}

/** One of the contacts that the programme counts: K of pregnancy, KF after childbirth, KN of the newborn. */
export interface CountedContact {
  readonly kind: 'kontak-anc' | 'kontak-kf' | 'kontak-kn';
  /** `K1` to `K6`, `KF1` to `KF4`, `KN1` to `KN3`. */
  readonly is: string;
  /** Of K1: whether it came within the first trimester. */
  readonly beginning?: 'murni' | 'akses';
}

/** What a platform should know about: `id` is the place code, the responsible's key, the person id, the id of a course of care, or the visit id. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** The subject as we hold it now, with what it leans on. Read from the store just before preparing. */
export type SubjectState =
  | {
      readonly kind: 'place';
      readonly place: Place;
      readonly puskesmas: Place;
      /** The place above, where it is another than the puskesmas. */
      readonly parent?: Place | undefined;
      readonly policy?: Policy | undefined;
    }
  | { readonly kind: 'practitioner'; readonly key: string; readonly responsible: Responsible; readonly puskesmas: Place }
  | {
      readonly kind: 'patient';
      readonly person: Person;
      /** Keyed hash of the person's own NIK. */
      readonly nikKey: string | undefined;
      /** Keyed hash of the mother's NIK, by which a newborn is known. */
      readonly motherKey: string | undefined;
      /** What people decided about records of the platform that were offered for this person, by the platform's id. */
      readonly decided: ReadonlyMap<string, 'sama' | 'bukan'>;
      /** Where the person lives, with codes of Kemendagri as far as they are known; absent where nobody needs it now. */
      readonly address?: KnownAddress;
      /** True where another child of the same mother and day is known here: then the order of birth is that of twins. */
      readonly hasTwin?: boolean;
      /** True where a nakes recorded the newest visit or stood by it. */
      readonly isVerified?: boolean;
      readonly puskesmas: Place;
      readonly policy: Policy | undefined;
    }
  | {
      readonly kind: 'episode';
      /** With its last day where its end is owed, without it where its beginning is: they are owed apart, for visits wait for the beginning and the end for visits. */
      readonly care: Care;
      /** True when nothing speaks of it any more. */
      readonly gone: boolean;
      readonly person: Person;
      readonly nikKey: string | undefined;
      /** Keyed hash of the mother's NIK, under which a newborn's number was adopted. */
      readonly motherKey?: string | undefined;
      readonly puskesmas: Place;
      readonly policy: Policy | undefined;
      /** Visits of it that the platform does not know yet: closing waits for them. */
      readonly openVisits: readonly Subject[];
    }
  | {
      readonly kind: 'visit';
      readonly visit: Visit;
      /** The version of the visit that is at hand; it rises with every correction and with retraction. */
      readonly version: number;
      /** True when none of its rows gives it any more: what a platform knows of it is owed its end. */
      readonly retracted: boolean;
      /**
       * The number the visit bears at the platform: the same person, place, day and service give the same one, also after our own memory was lost.
       * Fixed when the first message with an effect leaves, whatever is corrected later.
       */
      readonly number: string;
      /** The number of each resource of the visit, closing Condition included, by our resource id; made of the visit's number. */
      readonly partNumbers: ReadonlyMap<string, string>;
      readonly person: Person;
      /** Keyed hash of the person's NIK: a platform's number that was adopted for one NIK is not used for another. */
      readonly nikKey: string | undefined;
      /** Keyed hash of the mother's NIK, under which a newborn's number was adopted. */
      readonly motherKey?: string | undefined;
      readonly place: Place;
      readonly puskesmas: Place;
      readonly policy: Policy | undefined;
      readonly responsible: { readonly key: string; readonly responsible: Responsible } | undefined;
      /** The platform-neutral ILP Bundle made when the visit was stored. */
      readonly bundle: unknown;
      /** Resource id kept for the closing Condition a platform may need, stable like every id once sent. */
      readonly closingId: string;
      /** The course of care it belongs to, where the platform keeps one. */
      readonly care: Care | undefined;
      /** True while it is not known yet whether it belongs to one: it waits for that. */
      readonly careUnknown?: boolean;
      /** Resource ids of elements that may not be sent to this platform (`kirim` in programme/elements): they stay here. */
      readonly localIds: ReadonlySet<string>;
      /** The Bundles it had before, the newest first: what is gone from it can still be named to a platform. Absent where it never had another. */
      readonly former?: readonly unknown[];
      /** What stood in those Bundles and whose it was, in the same order; of somebody who was merged the person they were merged into. */
      readonly formerVisits?: readonly { readonly visit: Visit; readonly person: string }[];
      /** Numbers at the platform of which a person said that they are not this person's. */
      readonly denied?: ReadonlySet<string>;
      /** The number it would bear if nothing of it had ever been sent; differs from `number` where the NIK was corrected since. */
      readonly freshNumber?: string;
      /** The version of which a person said that what no machine could correct at the platform was corrected there by hand. */
      readonly doneByHand?: number | undefined;
      /** Answers of forms that may not be sent: linkIds by the resource id of the form's answers. */
      readonly localItems: ReadonlyMap<string, ReadonlySet<string>>;
      /** Resource id kept for the request that a laboratory's report may need at a platform, by the resource id of the report. */
      readonly requestIds: ReadonlyMap<string, string>;
      /** Which of the contacts that the programme counts it is, by all that was known when it was loaded; only those with a nakes. */
      readonly contact: CountedContact | undefined;
    };
