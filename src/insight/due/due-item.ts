import type { Sensitivity } from '../../map/element-definition.ts';
import type { LocalDate } from '../../map/visit.ts';

/** What kind of thing should happen: a dose of a vaccine, or a contact with a nakes in pregnancy, childbed or the first month. */
export type DueKind = 'imunisasi' | 'kontak';

/**
 * Something that should happen to a person and has not: what, from when on, and until when it still can. Nothing here depends on the day on
 * which it is read: a list drawn up on any day says by `toDueState` what is still to come, due, late or missed.
 */
export interface DueItem {
  readonly kind: DueKind;
  /** As the schedule names it: `MR1`, `K2`, `KF1`, `KN3`. */
  readonly code: string;
  /** The first day on which it should happen. */
  readonly due: LocalDate;
  /** The first day on which it is late. */
  readonly lateFrom: LocalDate;
  /** The last day on which it still can happen; absent where there is no limit. */
  readonly until?: LocalDate;
  /** Hash of the schedule it was reckoned by, with its name: `imunisasi@3f9a`. */
  readonly rule: string;
  readonly kerahasiaan: Sensitivity;
}

/** Where something due stands on a day. */
export type DueState = 'akan-datang' | 'jatuh-tempo' | 'terlambat' | 'terlewat';

/** Says where something due stands on a day: before `due`, from then on, from `lateFrom` on, and past `until`. */
export function toDueState({ due, lateFrom, until }: Pick<DueItem, 'due' | 'lateFrom' | 'until'>, on: LocalDate): DueState {
  if (until !== undefined && on > until) return 'terlewat';
  if (on >= lateFrom) return 'terlambat';
  return on >= due ? 'jatuh-tempo' : 'akan-datang';
}
