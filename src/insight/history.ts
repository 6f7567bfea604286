import type { Episode } from '../map/episodes/episode.ts';
import type { EnrolmentDraft, LifeStage, LocalDate, MaternalCondition, Person, Visit } from '../map/visit.ts';

/** A visit with what judging it needs; `lifeStage` is that of the person's episodes by now, not only of the visit's own words. */
export type HistoryVisit = Pick<
  Visit,
  | 'id'
  | 'person'
  | 'date'
  | 'dateEstimated'
  | 'place'
  | 'service'
  | 'recorder'
  | 'verified'
  | 'elements'
  | 'reported'
  | 'lifeStage'
  | 'klaster'
  | 'condition'
>;

/** An entry of the register of sasaran that a file opened. */
export interface HistoryEnrolment extends EnrolmentDraft {
  /** The stage of life that its category opens, and where a woman of it stands in a pregnancy, as the programme says. */
  readonly lifeStage?: LifeStage;
  readonly condition?: MaternalCondition;
  readonly to?: LocalDate;
  readonly reasonOut?: string;
}

/** Everything the gateway knows about one person by now: what is judged is always a whole history, never a visit alone. */
export interface History {
  readonly person: Person;
  /** The earliest first; those of one day in the order of their ids. */
  readonly visits: readonly HistoryVisit[];
  readonly episodes: readonly Episode[];
  readonly enrolments: readonly HistoryEnrolment[];
  /** True when the first weighing known is the first ever (B). */
  readonly complete?: boolean;
  /** The day on which the person's NIK became known here; absent where it always was, or is not known yet. */
  readonly nikSince?: LocalDate;
}
