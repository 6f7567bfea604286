import { addDays, addMonths } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';
import { toScenes } from './judge-history.ts';
import { listLapseDays } from './to-lapse-warnings.ts';
import { toLeaving } from './to-leaving.ts';
import type { WarningTables } from './warning-tables.ts';

/**
 * The next day after `asOf` on which the warnings of a person may change although nobody says anything: an age is reached, something was
 * due, a pregnancy or childbed runs out. Undefined where time alone changes nothing any more, so that nobody has to be looked at daily.
 */
export function toNextLook(history: History, tables: WarningTables, asOf: LocalDate): LocalDate | undefined {
  if (toLeaving(history, asOf) !== undefined) return undefined;
  const { birthDate } = history.person;
  const scenes = toScenes(history, tables, asOf);
  const ages = tables.warnings.rules.flatMap(({ closes }) => closes.flatMap((each) => (typeof each === 'object' ? [each.months] : [])));
  const days = [
    ...(birthDate === undefined ? [] : [...new Set(ages)].map((months) => addMonths(birthDate, months))),
    // Of a newborn whom only a register knows no episode tells the end.
    ...(birthDate === undefined ? [] : [addDays(birthDate, lastDay(tables.antenatal.newborn) + 1)]),
    ...tables.warnings.lapses.flatMap((lapse) => listLapseDays(lapse, scenes, { history, tables })),
    ...history.episodes.flatMap((episode) => listEnds(episode, tables)),
    ...history.enrolments.flatMap(({ to }) => to ?? []),
  ];
  return days.filter((day) => day > asOf).sort()[0];
}

/** The days after the last one of an episode that ends by time. */
function listEnds({ kind, from, delivered, to }: History['episodes'][number], { antenatal }: WarningTables): readonly LocalDate[] {
  if (to !== undefined) return [addDays(to, 1)];
  if (kind === 'neonatus') return [addDays(from, lastDay(antenatal.newborn) + 1)];
  return [
    delivered === undefined ? addDays(from, antenatal.pregnancy.longestDays + 1) : addDays(delivered, lastDay(antenatal.childbed) + 1),
  ];
}

function lastDay(windows: WarningTables['antenatal']['childbed']): number {
  return Math.max(...windows.map(({ days: [, last] }) => last));
}
