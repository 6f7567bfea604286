import type { Evidence, Level } from '../../insight/warnings/finding.ts';
import type { WarningState, WithdrawalReason } from '../../insight/warnings/reconcile-warnings.ts';
import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { ListedPerson } from '../person-line.ts';

/** A row of a file that was handed in. */
export interface SourceRow {
  readonly submission: string;
  /** Line of the file, or path of the record. */
  readonly row: number | string;
}

/** One fact a warning rests on, with the rule that read it and the rows it came from. A value is absent where only those who treat may see it. */
export interface WarningInput extends Evidence {
  readonly rule: string;
  /** Rows that gave the visit, the newest few; of an entry of a register the row that told it last. */
  readonly rows: readonly SourceRow[];
}

/** A warning as it is read: what, since when, about whom, for whom, and everything behind it. */
export interface WarningLine {
  readonly id: string;
  readonly code: string;
  readonly level: Level;
  readonly state: WarningState;
  readonly opened: LocalDate;
  readonly latest: LocalDate;
  readonly closed?: LocalDate;
  /** Days from the first visit that shows it to today, or to its end: late data carry their age. */
  readonly days: number;
  readonly foundLate: boolean;
  readonly firstSeen: string;
  readonly place: { readonly code: string; readonly name: string };
  /** The nakes who answers for the place today, by name; absent where the register names none. */
  readonly penerima?: string;
  readonly person: ListedPerson;
  readonly text: Bilingual;
  readonly rules: readonly string[];
  readonly inputs: readonly WarningInput[];
  readonly acknowledged?: { readonly by: string; readonly at: string };
  readonly withdrawn?: { readonly at: string; readonly why: WithdrawalReason };
  /** Whoever acknowledged it has to be told that it was withdrawn. */
  readonly toTell: boolean;
}
