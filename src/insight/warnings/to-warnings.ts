import { findDeath } from '../../map/episodes/to-episodes.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';
import type { WarningDraft } from './finding.ts';
import { toScenes } from './judge-history.ts';
import { mergeWarnings } from './merge-warnings.ts';
import { toLapseWarnings } from './to-lapse-warnings.ts';
import { toRuleWarnings } from './to-rule-warnings.ts';
import type { WarningTables } from './warning-tables.ts';

/**
 * The early list of one person as it stands on a day, the earliest first: each warning opened once, with the last visit that shows it and,
 * where it is over, the day that ended it. Evidence that arrives late may be closed at birth. A death ends everything.
 */
export function toWarnings(history: History, tables: WarningTables, asOf: LocalDate): readonly WarningDraft[] {
  const scenes = toScenes(history, tables, asOf);
  const died = toDeath(history, asOf);
  const drafts = [
    ...tables.warnings.rules.filter(({ warns }) => warns).flatMap((rule) => toRuleWarnings(rule, scenes, { history, tables, asOf })),
    ...tables.warnings.lapses.flatMap((lapse) => toLapseWarnings(lapse, scenes, { history, tables, asOf, died })),
  ];
  return mergeWarnings(drafts)
    .map((draft) => closeAtDeath(draft, died))
    .sort(compareWarnings);
}

/** The day of death, wherever it is known from; undefined while the person lives on that day. */
export function toDeath({ visits, enrolments, episodes }: History, asOf: LocalDate): LocalDate | undefined {
  const days = [
    findDeath(visits) ?? [],
    ...enrolments.flatMap(({ reasonOut, to }) => (reasonOut === 'meninggal' && to !== undefined ? [to] : [])),
    ...episodes.flatMap(({ end, to }) => (end === 'meninggal' && to !== undefined ? [to] : [])),
  ].flat();
  return days.filter((day) => day <= asOf).sort()[0];
}

function closeAtDeath(draft: WarningDraft, died: LocalDate | undefined): WarningDraft {
  if (died === undefined || (draft.closed !== undefined && draft.closed <= died)) return draft;
  return { ...draft, closed: draft.opened > died ? draft.opened : died };
}

function compareWarnings(one: WarningDraft, other: WarningDraft): number {
  const [first, second] = [`${one.opened} ${one.code}`, `${other.opened} ${other.code}`];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
