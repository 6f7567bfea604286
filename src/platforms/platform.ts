import type { Issue } from '../fhir/issue.ts';
import type { LocalDate, Person, Sex, Visit } from '../map/visit.ts';
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

/** Our resource -> what the platform calls it: `ref` is ours (`visit/<id>`, `patient/<id>`, `observation/<resource id>` ...). */
export interface UpstreamEntry {
  readonly ref: string;
  readonly platformId: string;
  /** Hash of what the platform received, so that nothing unchanged is sent again; empty for adopted ids. */
  readonly hash: string;
  /** When it was last learned, as the store knows it: what was adopted long ago is looked up again. */
  readonly learnedAt?: Date;
}

/** A record of the platform that may be the person's; whether it is, a person says. Identity only: kept sealed, never logged. */
export interface Candidate {
  readonly platformId: string;
  /** By what it was found. */
  readonly by: 'nik' | 'nik-ibu' | 'nama';
  /** Keyed hash of the number by which it was found; `tanpa-nik` where there was none. */
  readonly key: string;
  /** As the platform shows it, which may be masked. */
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly sex?: Sex;
  readonly birthOrder?: number;
}

/** What is already known upstream for this subject and what it leans on, by our ref. */
export type Upstream = ReadonlyMap<string, UpstreamEntry>;

/** A part of a message: our ref, the hash of what is said of it, and what the platform calls it where that is known. */
export interface MessageRef {
  readonly ref: string;
  readonly hash: string;
  readonly id?: string;
}

/** One message: exactly one upstream effect, or one look. `plan` names the step so that the answer can be read. */
export interface Message {
  readonly plan: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  /** True when it may change the platform: a lost answer is then looked up before anything is sent again. */
  readonly effect: boolean;
  /** Entries in a transaction Bundle, ours in order, to read the answer by. */
  readonly refs: readonly MessageRef[];
  readonly credential: string;
  /** The number a visit will bear at the platform once this has left: kept from then on. */
  readonly number?: string;
  /** For a look at something of which nobody knows what it holds: what we would send, by our ref, to compare the answer with. Not sent. */
  readonly compare?: ReadonlyMap<string, unknown>;
  /** Parts of the subject that this message leaves out, because the platform refused them as they are or they must refer to such a one. */
  readonly leftOut?: readonly string[];
  /** What the platform's published rules say against it without having been seen to refuse it: sent nevertheless, and kept with the attempt. */
  readonly remarks?: readonly Issue[];
  /** What went wrong earlier and is being put right by this: written down for people with what the answer teaches. */
  readonly incident?: Incident;
}

/** A visit that stood under somebody else's record at a platform. Holds no names; `wrong` and `right` are the platform's numbers of people and are kept sealed. */
export interface Incident {
  readonly kind: 'catatan-orang-lain';
  readonly wrong: string;
  readonly right?: string;
  /** What became of each resource there; absent while it is being put right. */
  readonly parts?: readonly IncidentPart[];
}

/** A resource at a platform, and whether it was taken back there by us or has to be by hand. */
export interface IncidentPart {
  readonly type: string;
  readonly id: string;
  readonly outcome: 'dibatalkan' | 'perlu-tangan';
}

/** What is to be done for a subject now. */
export type Preparation =
  | { readonly do: 'send'; readonly message: Message }
  /** The platform would refuse these parts of the message as they are: they are left out as if it had, and the rest is prepared anew. */
  | { readonly do: 'refuse'; readonly message: Message; readonly entries: readonly number[]; readonly issues: readonly Issue[] }
  /** Nothing is missing but parts the platform refused as they are, and what must refer to them. */
  | {
      readonly do: 'settled';
      readonly leftOut?: readonly string[];
      /** What a person says is so there now. */
      readonly upstream?: readonly UpstreamEntry[];
      readonly forget?: readonly string[];
    }
  /** Released by itself when another subject is settled, a NIK comes, or the time comes. */
  | { readonly do: 'wait'; readonly reason: string; readonly notBefore?: Date; readonly on?: readonly Subject[] }
  /** A person must act; with `notBefore` it is tried again then even where nobody did. `leftOut`: parts whose refusal is a part of why. */
  | {
      readonly do: 'hold';
      readonly reason: string;
      readonly issues: readonly Issue[];
      readonly notBefore?: Date;
      readonly leftOut?: readonly string[];
    };

/** What follows an accepted message for the same subject. */
export type Continuation =
  /** The platform knows this version. */
  | { readonly do: 'settle' }
  /** One step further: prepare the next message at once. */
  | { readonly do: 'continue' }
  | { readonly do: 'wait'; readonly reason: string; readonly notBefore?: Date }
  | { readonly do: 'hold'; readonly reason: string; readonly issues: readonly Issue[] };

/** A platform's answer, sorted into four words where it happens. `answer` is what came as it came, to be kept sealed. */
export type Delivery = Sorted & { readonly answer?: { readonly status: number; readonly body: unknown } };

type Sorted =
  /** It is so upstream, or the question was answered; `upstream` is what was learned. */
  | {
      readonly kind: 'accepted';
      readonly upstream: readonly UpstreamEntry[];
      /** Refs of which the platform holds nothing any more that is ours. */
      readonly forget?: readonly string[];
      /** The number the visit bears from now on, as its life under the number before has ended there. */
      readonly number?: string;
      readonly incident?: Incident;
      /** Records of the platform that a person must look at. */
      readonly candidates?: readonly Candidate[];
      readonly then: Continuation;
    }
  /** Refused as it is: never sent again unchanged. Indexes of the refused entries of a Bundle where they are known. */
  | {
      readonly kind: 'rejected';
      readonly outcome: readonly Issue[];
      readonly refusedEntries: readonly number[];
      readonly entries: number;
      /** The message was one part of its subject: that part is left out, and the rest goes on. */
      readonly onePart?: boolean;
    }
  /** Certainly not done, worth trying later. `platformWide`: the cause is the network, the credential or the platform, never this message. */
  | {
      readonly kind: 'deferred';
      readonly outcome: readonly Issue[];
      readonly retryAfterMs?: number;
      readonly platformWide?: boolean;
      /** `quota`: there were too many calls; `network`: nobody answered at all. */
      readonly of?: 'quota' | 'network';
    }
  /** It may have arrived, or may still arrive. `quiet: false` = certainly there (a duplicate): look at once. `platformWide` as above: nothing else need try. */
  | { readonly kind: 'unknown'; readonly outcome: readonly Issue[]; readonly quiet: boolean; readonly platformWide?: boolean };

/** In place of a hash: more than one version may have arrived, and nobody knows which. */
export const severalVersions = 'beberapa-versi';

/** How far a debt has come with a platform: remembered between the messages of one subject. */
export interface Progress {
  /** True after an *unknown*: look upstream by identifier before sending again. */
  readonly reconcile: boolean;
  /** Hash of the message whose answer was lost, so that adopting it later knows which version arrived; `severalVersions` where it may be one of several. */
  readonly sentHash?: string | undefined;
  /** What the platform refused as it is, our ref -> hash of what was refused: left out while it has that hash. */
  readonly refused?: ReadonlyMap<string, string>;
}

/** The port every national platform fulfils. `prepare` is pure; `send` is the only one that touches the network. */
export interface Platform {
  readonly name: string;
  /** Our refs whose upstream entries `prepare` wants to see for this subject. */
  refsOf(subject: SubjectState): readonly string[];
  prepare(subject: SubjectState, upstream: Upstream, progress: Progress, now: Date): Preparation;
  send(message: Message, subject: SubjectState, signal: AbortSignal): Promise<Delivery>;
}
