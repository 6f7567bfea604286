/** How many there are of what reading again did. */
export interface Changes {
  readonly created: number;
  readonly changed: number;
  readonly retracted: number;
  readonly same: number;
}

/** Why a submission was not read again. */
export type NotRead =
  /** Its bytes were erased. */
  | 'berkas-dihapus'
  /** There are no tables for its source. */
  | 'sumber-tidak-ada'
  /** The tables of today cannot read the file. */
  | 'tidak-terbaca'
  /** Another process reads it at this moment, or took it over. */
  | 'sedang-dibaca';

/** One fact of a sample: the values stand there only where everybody may see them (field rule 6). */
export interface SampleFact {
  readonly element: string;
  readonly ordinal: number;
  /** Column as its sender wrote it. */
  readonly cell: string;
  readonly before?: string;
  readonly after?: string;
  readonly change: 'created' | 'changed' | 'retracted';
}

/** One visit that is no longer what it was. */
export interface ReplaySample {
  readonly visit: string;
  readonly place: string;
  readonly date: string;
  readonly change: 'created' | 'changed' | 'retracted';
  readonly facts: readonly SampleFact[];
  /** Types of resources that are others, and how. */
  readonly resources: Readonly<Record<string, Changes>>;
}

/** What a platform is owed anew, by kind of subject; `withdrawn` are the visits it is owed the end of. */
export type OwedAnew = Readonly<Record<'visit' | 'withdrawn' | 'patient' | 'place' | 'practitioner' | 'episode', number>>;

/** What reading again does, or would do. */
export interface ReplayReport {
  readonly dryRun: boolean;
  readonly submissions: number;
  readonly notRead: readonly { readonly submission: string; readonly why: NotRead; readonly codes: readonly string[] }[];
  readonly rows: { readonly read: number; readonly verdicts: Readonly<Record<string, number>> };
  readonly visits: Changes;
  /** By FHIR type; Patient counts people. */
  readonly resources: Readonly<Record<string, Changes>>;
  readonly platforms: Readonly<Record<string, OwedAnew>>;
  readonly samples: readonly ReplaySample[];
}

export const noChanges: Changes = { created: 0, changed: 0, retracted: 0, same: 0 };

/** Two counts together. */
export function addChanges(one: Changes, other: Changes): Changes {
  return {
    created: one.created + other.created,
    changed: one.changed + other.changed,
    retracted: one.retracted + other.retracted,
    same: one.same + other.same,
  };
}
