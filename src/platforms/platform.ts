import type { Issue } from '../fhir/issue.ts';
import type { LocalDate, Sex } from '../map/visit.ts';
import type { Subject, SubjectState } from './subject.ts';

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
