import type { History } from '../../insight/history.ts';
import { intOf } from '../int-of.ts';
import type { LocalDate } from '../visit.ts';
import type { Computed, GrowthSetting } from './compute-growth.ts';
import { computeGrowth } from './compute-growth.ts';

/**
 * Computes every visit of a person from the whole history known by now, by the id of the visit: a weighing that arrives late or is corrected
 * changes what the weighings after it come to. The weeks of pregnancy at birth hold for all visits, whichever of them says them.
 */
export function computeHistory(history: History, tables: Pick<GrowthSetting, 'growth' | 'thresholds'>): ReadonlyMap<string, Computed> {
  const { person, visits, complete } = history;
  const weighings = visits.flatMap(({ id, date, elements }) => {
    const weightG = intOf(elements, 'berat-badan');
    return weightG === undefined ? [] : [{ id, date, weightG }];
  });
  const gestationWeeks = findGestation(history, tables.thresholds['corrected-age'].element);
  return new Map(
    visits.map((visit) => {
      const others = weighings.filter(({ id }) => id !== visit.id);
      return [visit.id, computeGrowth(visit, person, { ...tables, weighings: others, complete, gestationWeeks })] as const;
    }),
  );
}

/** Weeks of pregnancy at the person's own birth: of several visits that say them, the one nearest to the birth is believed. */
export function findGestation({ visits }: History, element: string): number | undefined {
  const said = visits.flatMap(({ date, elements }): readonly (readonly [LocalDate, number])[] => {
    const weeks = intOf(elements, element);
    return weeks === undefined ? [] : [[date, weeks]];
  });
  return said.reduce<readonly [LocalDate, number] | undefined>(
    (first, each) => (first === undefined || each[0] < first[0] ? each : first),
    undefined,
  )?.[1];
}
