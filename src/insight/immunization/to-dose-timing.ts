import { addDays } from '../../map/days.ts';
import type { Element, LocalDate } from '../../map/visit.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import { addSpan } from './time-span.ts';

/** Our words for when a dose of the schedule came. */
export type DoseTiming = 'ideal' | 'kejar';

/**
 * Whether a dose was given in its time or to catch up, by the age that the schedule has for it: `kejar` from the day on which lists of recall
 * call it late. Undefined for one that was not given, has no date or no age in the schedule, or came too soon to count.
 */
export function toDoseTiming(
  element: Element,
  { birthDate, date: visited }: { readonly birthDate: LocalDate; readonly date: LocalDate },
  tables: ImmunizationTables,
): DoseTiming | undefined {
  const { value } = element;
  if (value.kind !== 'coded' || !isOfSchedule(element)) return undefined;
  const date = toGivenOn(element.fields, visited);
  return date === undefined || date < birthDate ? undefined : judge({ code: value.code, date, birthDate }, tables);
}

function isOfSchedule({ key, fields = {}, unconfirmed }: Element): boolean {
  return key === 'imunisasi' && unconfirmed !== true && fields['kegiatan'] === undefined && !isNo(fields['diberikan']);
}

/** The day it was given; of one that was only reported nobody knows it, unless the report says it. */
function toGivenOn(fields: Element['fields'] = {}, visited: LocalDate): LocalDate | undefined {
  const { date: dated, primarySource } = fields;
  if (dated?.kind === 'date') return dated.date;
  return isNo(primarySource) ? undefined : visited;
}

interface GivenDose {
  readonly code: string;
  readonly date: LocalDate;
  readonly birthDate: LocalDate;
}

function judge({ code, date, birthDate }: GivenDose, { schedule, earliest }: ImmunizationTables): DoseTiming | undefined {
  const isOf = ({ of }: { readonly of: string }): boolean => of === code;
  const line = findInForce(schedule.filter(isOf), date);
  if (line?.due === undefined) return undefined;
  const young = findInForce(earliest.filter(isOf), date);
  if (young !== undefined && date < addSpan(birthDate, young.age)) return undefined;
  return date > addDays(addSpan(birthDate, line.by ?? line.due), line.lateDays) ? 'kejar' : 'ideal';
}

function isNo(value: NonNullable<Element['fields']>[string] | undefined): boolean {
  return value?.kind === 'boolean' && !value.boolean;
}
