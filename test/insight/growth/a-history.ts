import type { History, HistoryVisit } from '../../../src/insight/history.ts';
import type { Element } from '../../../src/map/visit.ts';

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
