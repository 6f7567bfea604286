/** A calendar day of the place where it happened, `YYYY-MM-DD`. Never a moment. */
export type LocalDate = string;

/** The value of one element: numbers keep an integer in the smallest unit and the text as written. */
export type ElementValue =
  | { readonly kind: 'quantity'; readonly int: number; readonly written: string }
  | { readonly kind: 'coded'; readonly code: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: LocalDate };

/** One fact of a visit. `ordinal` (from 1) is given at first sight and tells two of the same key apart for ever. */
export interface Element {
  readonly key: string;
  readonly ordinal: number;
  readonly value: ElementValue;
  /** Parts of the fact: an undated dose carries `primarySource: false` and no `date`. */
  readonly fields?: Readonly<Record<string, ElementValue>>;
  /** Source cell it came from, the column as the sender wrote it. */
  readonly cell: string;
  /** Who recorded it, where that is not the recorder of the visit (merged parts). */
  readonly recorder?: Recorder;
  /** What a computed fact rests on, by key and ordinal in the same visit; absent for what somebody wrote. */
  readonly from?: readonly { readonly key: string; readonly ordinal: number }[];
  /** Read out of a free text (field rule 7): kept and shown, but neither counted nor sent before a nakes has confirmed it. */
  readonly unconfirmed?: true;
}

/** Who put the record on paper, and whether a nakes stood by it (field rule 5). */
export type Recorder = 'kader' | 'nakes' | 'sistem';

export type Sex = 'L' | 'P';

/** Facts at birth; they belong to the person, not to a visit. */
export interface Birth {
  readonly weightG?: number;
  readonly lengthMm?: number;
}

/** What one row says about a person. Identity only: encrypted at rest, never logged. */
export interface PersonDraft {
  /** Own NIK, only where it may stand as the person's own. */
  readonly nik?: string;
  readonly nikIbu?: string;
  /** Why the NIK of the row is not used: decides what the sending waits for. */
  readonly nikFault?: 'tanpa-nik' | 'nik-rusak' | 'nik-tidak-sah' | 'nik-tersamar' | 'nik-tidak-cocok';
  readonly localId?: string;
  readonly name: string;
  /** False for "By. Ny. X": kept as text, never an official name (D21). */
  readonly nameIsOfficial: boolean;
  readonly birthDate?: LocalDate;
  /** About when, where only an age was told (D11): for the stage of life, never taken for the birth date. */
  readonly birthDateEstimate?: LocalDate;
  readonly sex?: Sex;
  readonly mother?: string;
  readonly father?: string;
  readonly parents?: string;
  readonly birthOrder?: number;
  readonly kk?: string;
  /** Husband or wife as written. */
  readonly spouse?: string;
  /** Telephone in E.164 (`+628125501101`). */
  readonly phone?: string;
  /** Number of the JKN card, 13 digits. */
  readonly bpjs?: string;
  readonly birthPlace?: string;
  readonly address?: Readonly<Record<string, string>>;
  readonly birth?: Birth;
}

/** A sender's own statuses and scores, kept as reported beside ours; neither overwrites the other (D27). */
export type Reported = Readonly<Record<string, string | number>>;

/** One contact of one person with a place on a day, as a row gives it. */
export interface VisitDraft {
  /** The sender's visit number, where there is one: then it is the visit's key. */
  readonly visitNumber?: string;
  readonly date: LocalDate;
  /** True when only a month was known and the posyandu day was taken (field rule 8). */
  readonly dateEstimated: boolean;
  /** Code of the place in jejaring. */
  readonly place: string;
  /** The service of the day, part of the visit's key: `posyandu-balita`. */
  readonly service: string;
  readonly recorder: Recorder;
  readonly verified: boolean;
  readonly elements: readonly Element[];
  readonly reported: Reported;
  /** What the form says of a pregnancy; the stage of life is derived from it, never copied (reference 1.2). */
  readonly condition?: MaternalCondition;
}

/** Where a woman stands in a pregnancy on a day: it decides the stage of life before her age does. */
export type MaternalCondition = 'hamil' | 'bersalin' | 'nifas';

/** What a register of sasaran says: somebody belongs to a category at a place from a day on. It is no visit. */
export interface EnrolmentDraft {
  /** The category as the programme names it: `ibu-hamil`, `bayi`. */
  readonly category: string;
  /** Code of the place in jejaring. */
  readonly place: string;
  /** The day on which the register speaks: what it says undated (weeks of pregnancy) is anchored here, as an estimate. */
  readonly from: LocalDate;
  readonly elements: readonly Element[];
  readonly reported: Reported;
}

/** Whether a source's visits are owed to a platform (field rule 2). */
export type Duty = 'kirim' | 'sudah-oleh-pengirim' | 'tidak';

/** What is to happen with the visit on a platform: `kirim`, `tidak`, or `hold:<reason>`. */
export type Sending = 'kirim' | 'tidak' | `hold:${string}`;

/** Life stage of a visit as programme/life-stages names it, derived from birth date, date and pregnancy; `lain` where none fits. */
export type LifeStage = string;

/** A visit as it is kept: one contact of one known person, with everything the rows said about it. */
export interface Visit extends VisitDraft {
  /** Random UUID, given once; resource ids derive from it by a keyed hash. */
  readonly id: string;
  /** Id of the person. */
  readonly person: string;
  readonly lifeStage: LifeStage;
  /** Klaster of ILP, from the stage: `2` mother and child, `3` adults and the old. Absent where no stage fits. */
  readonly klaster?: string;
  readonly ageDays?: number;
}

/** A person as it is kept. */
export interface Person extends PersonDraft {
  /** Random UUID, given once; it survives NIK correction and merging. */
  readonly id: string;
  /** The day on which a row brought the NIK of somebody who was known without one. */
  readonly nikSince?: LocalDate;
}
