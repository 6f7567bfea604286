import { toMonthsBetween } from '../map/days.ts';
import { toGiven } from '../map/given.ts';
import type { Place, Site } from '../map/place.ts';
import { puskesmasOf, responsibleOn } from '../map/places/ask-site.ts';
import type { LocalDate, Person, Sex } from '../map/visit.ts';
import { maskName } from './mask-name.ts';

/** The zone of a place that is in no register: the westernmost, where the day begins last. */
export const latestZone = 'Asia/Jakarta';

/** Whom a line of a list is about. The name is masked, and day of birth and mother are absent, but for the nakes of the place. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly masked: boolean;
  readonly sex?: Sex;
  /** Completed months on the day of the line. */
  readonly ageMonths?: number;
  readonly birthDate?: LocalDate;
  readonly mother?: string;
}

/** Who answers for the place today; else for the puskesmas above it. */
export function recipientOf(place: Place, today: LocalDate, site: Site): string | undefined {
  const above = puskesmasOf(site, place);
  return (responsibleOn(place, today) ?? (above === undefined ? undefined : responsibleOn(above, today)))?.name;
}

/** A person as a list shows them to whoever asks. */
export function toPersonLine({ id, name, sex, birthDate, mother }: Person, on: LocalDate, byName: boolean): ListedPerson {
  const ageMonths = birthDate === undefined ? undefined : toMonthsBetween(birthDate, on);
  if (!byName) return { id, name: maskName(name), masked: true, ...toGiven({ sex, ageMonths }) };
  return { id, name, masked: false, ...toGiven({ sex, ageMonths, birthDate, mother }) };
}
