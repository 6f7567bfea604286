import type { GrowthThresholds } from '../../../src/insight/growth/growth-thresholds-schema.ts';
import type { GrowthTables } from '../../../src/insight/growth/parse-growth-tables.ts';
import type { History, HistoryVisit } from '../../../src/insight/history.ts';
import { judgeGrowth } from '../../../src/insight/status/judge-growth.ts';
import type { Element } from '../../../src/map/visit.ts';
import type { Computed } from '../../../src/map/visits/compute-growth.ts';

/** A quantity as a row gives it; `int` in the smallest unit of the element. */
export function aQuantity(key: string, int: number): Element {
  return { key, ordinal: 1, value: { kind: 'quantity', int, written: String(int) }, cell: key };
}

/** A visit of a child at a posyandu with these elements. */
export function aVisitOf(date: string, elements: readonly Element[]): HistoryVisit {
  return {
    id: `visit-${date}`,
    person: 'orang',
    date,
    dateEstimated: false,
    place: 'kenanga',
    service: 'posyandu-balita',
    recorder: 'kader',
    verified: false,
    elements,
    reported: {},
    lifeStage: 'bayi',
    klaster: '2',
  };
}

/** A child with its weighings: local date to grams. */
export function aHistory(weighings: Readonly<Record<string, number>>, person: Partial<History['person']> = {}): History {
  return {
    person: { id: 'orang', name: 'Anak Contoh', nameIsOfficial: true, birthDate: '2024-11-05', sex: 'P', ...person },
    visits: Object.entries(weighings).map(([date, weightG]) => aVisitOf(date, [aQuantity('berat-badan', weightG)])),
    episodes: [],
    enrolments: [],
  };
}

/** What is computed of the growth of every visit, by the id of the visit, from the whole history. */
export function computeHistory(
  history: History,
  tables: { readonly growth: GrowthTables; readonly thresholds: GrowthThresholds },
): ReadonlyMap<string, Computed> {
  const toComputed = (visit: HistoryVisit): Computed =>
    Object.fromEntries([...judgeGrowth(visit, history, tables)].map(([key, { value }]) => [key, value]));
  return new Map(history.visits.map((visit) => [visit.id, toComputed(visit)]));
}
