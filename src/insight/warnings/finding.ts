import type { Sensitivity } from '../../map/element-definition.ts';
import type { LocalDate } from '../../map/visit.ts';

/** How soon somebody has to act: `merah` the same day, `jingga` this week, `kuning` at the next contact, `info` nothing by itself. */
export type Level = 'merah' | 'jingga' | 'kuning' | 'info';

/** One fact a finding rests on, by where it stands: never its value where its element is not `umum`. */
export interface Evidence {
  /** Id of the visit, or of the enrolment. */
  readonly visit: string;
  readonly date: LocalDate;
  /** Element or computed status: `lingkar-lengan-atas`, `status-lila-lokal`. */
  readonly key: string;
  readonly ordinal?: number;
  /** As read, in the unit of the form: `22.8 cm`. Absent where only those who treat may see it. */
  readonly value?: string;
  /** Source cell. */
  readonly cell?: string;
}

/** Something about a person on a day that a rule of programme/warnings.yaml names. None of them is a diagnosis (field rule 5). */
export interface Finding {
  /** Code of the catalogue: `ANC-KEK`, `GROW-2T`; a status without a warning has its own (`KEK`, `BBLR`). */
  readonly code: string;
  readonly level: Level;
  /** Id of the visit it is about; of the enrolment where there is no visit. */
  readonly visit: string;
  readonly date: LocalDate;
  readonly evidence: readonly Evidence[];
  /** The rule and its version, so that it can be told what decided on that day. */
  readonly rule: string;
  /** The strictest of the rule, its evidence and the person's situation (a pregnancy under 18): decides who may see it at all. */
  readonly kerahasiaan: Sensitivity;
}

/** A finding as a person has to act on it: opened once, however many visits show it, and closed by the visit that shows it no more. */
export interface WarningDraft {
  readonly code: string;
  readonly person: string;
  readonly level: Level;
  /** Place whose nakes is told. */
  readonly place: string;
  /** Day of the first visit that shows it. */
  readonly opened: LocalDate;
  /** The last visit that shows it. */
  readonly latest: LocalDate;
  /** Day of the visit that ended it, if any: evidence that arrives late may be closed at birth, and then nobody is called. */
  readonly closed?: LocalDate;
  readonly findings: readonly Finding[];
  /** The strictest of its findings. */
  readonly kerahasiaan: Sensitivity;
  /** The text for whoever acts, Indonesian first; without name and number. */
  readonly text: { readonly id: string; readonly en: string };
}
