import type { LocalDate, Person } from '../../map/visit.ts';
import type { ImmunizationTables, ScheduleLine } from './immunization-tables.ts';

/** The lines of the schedule that hold on a day for somebody of this sex and domicile. What is not known of a person fits no line that asks for it. */
export function listScheduleFor(
  { sex, address }: Pick<Person, 'sex' | 'address'>,
  on: LocalDate,
  { schedule }: Pick<ImmunizationTables, 'schedule'>,
): readonly ScheduleLine[] {
  return schedule.filter(
    (line) => line.from <= on && on <= line.to && (line.sex === undefined || line.sex === sex) && isWithin(line.areas, address),
  );
}

/** True where a domicile lies in one of the areas, or nothing is asked of it. */
export function isWithin(areas: readonly string[] | undefined, address: Person['address']): boolean {
  const code = address?.['kode-wilayah'];
  return areas === undefined || (code !== undefined && areas.some((area) => code.startsWith(area)));
}
