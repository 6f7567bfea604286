import type { LocalDate } from '../../map/visit.ts';
import type { History, HistoryVisit } from '../history.ts';
import { dateOf } from '../status/judged.ts';

/**
 * The delivery whose childbed a visit belongs to: that of its episode, else the latest told that is not after it. What several records tell of one
 * delivery, the episode has already weighed, so that a corrected date moves every window.
 */
export function findDelivery(visit: HistoryVisit, { visits, episodes }: Pick<History, 'visits' | 'episodes'>): LocalDate | undefined {
  const known = episodes.flatMap(({ delivered }) => (delivered !== undefined && delivered <= visit.date ? [delivered] : []));
  const told = [visit, ...visits].flatMap((each) => dateOf(each, 'tanggal-persalinan') ?? []).filter((date) => date <= visit.date);
  return [...(known.length > 0 ? known : told)].sort().at(-1);
}
