import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';

/**
 * The day on which the pregnancy of a day ended: by delivery, loss or death, else with its childbed or by time. Undefined while it lasts.
 * `persalinan` asks for an event: a pregnancy that only ran out of time is still to be closed by a person (D28).
 */
export function findEndOfPregnancy(
  on: LocalDate,
  { episodes }: Pick<History, 'episodes'>,
  by: 'kehamilan' | 'persalinan',
): LocalDate | undefined {
  const one = episodes.find(({ kind, from, to }) => kind === 'kehamilan' && from <= on && (to === undefined || on <= to));
  if (one === undefined) return undefined;
  // A warning of childbed, shown after the delivery, lasts as long as the childbed.
  if (one.delivered !== undefined && on < one.delivered) return one.delivered;
  return by === 'persalinan' && one.end === 'waktu' ? undefined : one.to;
}
