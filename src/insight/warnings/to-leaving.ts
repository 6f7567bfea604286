import { findDeath } from '../../map/episodes/to-episodes.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';

/** The day of death, wherever it is known from; undefined while the person lives on that day. */
export function toDeath({ visits, enrolments, episodes }: History, asOf: LocalDate): LocalDate | undefined {
  const days = [
    findDeath(visits) ?? [],
    ...enrolments.flatMap(({ reasonOut, to }) => (reasonOut === 'meninggal' && to !== undefined ? [to] : [])),
    ...episodes.flatMap(({ end, to }) => (end === 'meninggal' && to !== undefined ? [to] : [])),
  ].flat();
  return days.filter((day) => day <= asOf).sort()[0];
}

/**
 * The day on which the register let somebody go who moved away: the last one, if nobody saw the person after it and no other entry of the
 * same category is open. Undefined for whoever is still looked after here.
 */
export function toMovingAway({ visits, enrolments }: History, asOf: LocalDate): LocalDate | undefined {
  const [last] = enrolments
    .flatMap(({ category, reasonOut, to }) => (reasonOut === 'pindah' && to !== undefined && to <= asOf ? [{ category, to }] : []))
    .sort((one, other) => (one.to < other.to ? 1 : -1));
  if (last === undefined) return undefined;
  const isListed = enrolments.some(({ category, to }) => category === last.category && (to === undefined || to > last.to));
  return isListed || visits.some(({ date }) => date > last.to && date <= asOf) ? undefined : last.to;
}

/** The day from which nobody here is called about a person any more: death or moving away. */
export function toLeaving(history: History, asOf: LocalDate): LocalDate | undefined {
  return [toDeath(history, asOf) ?? [], toMovingAway(history, asOf) ?? []].flat().sort()[0];
}
