import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';
import type { WarningDraft } from './finding.ts';
import { toScenes } from './judge-history.ts';
import { mergeWarnings } from './merge-warnings.ts';
import { toLapseWarnings } from './to-lapse-warnings.ts';
import { toLeaving } from './to-leaving.ts';
import { toRuleWarnings } from './to-rule-warnings.ts';
import type { WarningTables } from './warning-tables.ts';

/**
 * The early list of one person as it stands on a day, the earliest first: each warning opened once, with the last visit that shows it and,
 * where it is over, the day that ended it. Evidence that arrives late may be closed at birth. A death or moving away ends everything.
 */
export function toWarnings(history: History, tables: WarningTables, asOf: LocalDate): readonly WarningDraft[] {
  const scenes = toScenes(history, tables, asOf);
  const left = toLeaving(history, asOf);
  const drafts = [
    ...tables.warnings.rules.filter(({ warns }) => warns).flatMap((rule) => toRuleWarnings(rule, scenes, { history, tables, asOf })),
    ...tables.warnings.lapses.flatMap((lapse) => toLapseWarnings(lapse, scenes, { history, tables, asOf, left })),
  ];
  return mergeWarnings(drafts)
    .map((draft) => closeAtLeaving(draft, left))
    .sort(compareWarnings);
}

function closeAtLeaving(draft: WarningDraft, left: LocalDate | undefined): WarningDraft {
  if (left === undefined || (draft.closed !== undefined && draft.closed <= left)) return draft;
  return { ...draft, closed: draft.opened > left ? draft.opened : left };
}

function compareWarnings(one: WarningDraft, other: WarningDraft): number {
  const [first, second] = [`${one.opened} ${one.code}`, `${other.opened} ${other.code}`];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
