import type { LocalDate } from '../../map/visit.ts';
import { toContactDues, type DueTables } from '../antenatal/to-contact-dues.ts';
import type { History } from '../history.ts';
import { toDoseDues } from '../immunization/to-dose-dues.ts';
import type { InsightTables } from '../status/insight-tables.ts';
import { listRecords } from '../status/list-records.ts';
import { toLeaving } from '../warnings/to-leaving.ts';
import type { DueItem } from './due-item.ts';

/**
 * Everything that should happen to a person and has not, by what is known on a day: doses and contacts, the first due first. Nobody who died or
 * moved away is called.
 */
export function toDueItems(history: History, tables: DueTables & Pick<InsightTables, 'programme'>, asOf: LocalDate): readonly DueItem[] {
  if (toLeaving(history, asOf) !== undefined) return [];
  const items = [...toDoseDues(history, tables, asOf), ...toContactDues(history, tables, asOf)];
  return items.sort((one, other) => (toOrder(one) < toOrder(other) ? -1 : 1));
}

/** Where a person is called: at the place that has them as sasaran on that day, the latest that took them in, else where they were seen last. */
export function toPlaceOf(history: History, asOf: LocalDate): string | undefined {
  const open = history.enrolments.filter(({ from, to }) => from <= asOf && (to === undefined || to > asOf));
  const [latest] = [...open].sort((one, other) => (one.from > other.from ? -1 : 1));
  return latest?.place ?? listRecords(history).at(-1)?.place;
}

function toOrder({ due, kind, code }: DueItem): string {
  return `${due} ${kind} ${code}`;
}
