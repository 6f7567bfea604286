import type { Element } from '../../map/visit.ts';
import type { HistoryVisit } from '../history.ts';
import type { PersonOnDay } from './fits-person.ts';
import { fitsPerson } from './fits-person.ts';
import type { Judged, StatusInput } from './judged.ts';
import { countedOf, toInput } from './judged.ts';
import type { StatusBand, StatusClass, StatusDefinition } from './status-tables.ts';

/** One complete reading of what a status asks for: both pressures of one measurement, one haemoglobin. */
export interface Reading {
  readonly values: readonly number[];
  readonly inputs: readonly StatusInput[];
}

/** Reads the class of a status off the readings of a visit: the first band that fits the person, the gravest of several readings. */
export function toBandStatus(status: StatusDefinition, readings: readonly Reading[], who: PersonOnDay): Judged | undefined {
  const band = status.bands.find((each) => fitsPerson(each.for, who));
  if (band === undefined) return undefined;
  const ranked = readings
    .map((reading) => ({ reading, at: band.classes.findIndex((each) => fitsClass(each, reading.values)) }))
    .filter(({ at }) => at !== -1)
    .sort((one, other) => (status.worst === 'first' ? one.at - other.at : other.at - one.at));
  return toJudged(band, ranked[0]);
}

/** The readings that a visit holds of some elements: those with the same ordinal belong together. */
export function listReadings(visit: HistoryVisit, keys: readonly string[]): readonly Reading[] {
  const lists = keys.map((key) => countedOf(visit, key).filter(({ value }) => value.kind === 'quantity'));
  const [first = []] = lists;
  return first.flatMap(({ ordinal }) => {
    const elements = lists.flatMap((list) => list.filter((element) => element.ordinal === ordinal).slice(0, 1));
    if (elements.length < keys.length) return [];
    return [{ values: elements.map(intOf), inputs: elements.map((element) => toInput(visit, element)) }];
  });
}

function intOf({ value }: Element): number {
  return value.kind === 'quantity' ? value.int : Number.NaN;
}

function toJudged(band: StatusBand, gravest: { readonly reading: Reading; readonly at: number } | undefined): Judged | undefined {
  const found = band.classes[gravest?.at ?? -1];
  return gravest === undefined || found === undefined ? undefined : { value: found.is, inputs: gravest.reading.inputs };
}

function fitsClass({ below, upTo, anyFrom, anyBelow }: StatusClass, values: readonly number[]): boolean {
  if (below !== undefined) return compareEach(values, below).every((difference) => difference < 0);
  if (upTo !== undefined) return compareEach(values, upTo).every((difference) => difference <= 0);
  if (anyFrom !== undefined) return compareEach(values, anyFrom).some((difference) => difference >= 0);
  if (anyBelow !== undefined) return compareEach(values, anyBelow).some((difference) => difference < 0);
  return true;
}

function compareEach(values: readonly number[], limits: readonly number[]): readonly number[] {
  return values.map((value, at) => value - (limits[at] ?? Number.NaN));
}
