import type { Place, Policy, Responsible, Site } from '../place.ts';
import type { LocalDate } from '../visit.ts';

/** The puskesmas a place belongs to, itself for a puskesmas; `undefined` for a place that stands on its own. */
export function puskesmasOf(site: Site, place: Place): Place | undefined {
  let above: Place | undefined = place;
  while (above !== undefined && above.kind !== 'puskesmas') above = above.parent === undefined ? undefined : site.places.get(above.parent);
  return above;
}

/** Who answers for a place on a day; of two whose periods overlap, the one who began last. */
export function responsibleOn(place: Place, date: LocalDate): Responsible | undefined {
  return place.responsible
    .filter((period) => isWithin(period, date))
    .reduce<Responsible | undefined>(
      (latest, period) => (latest === undefined || (period.from ?? '') > (latest.from ?? '') ? period : latest),
      undefined,
    );
}

/** What the head of a puskesmas, named by its code, has decided; `undefined` where nothing was decided. */
export function policyOf(site: Site, puskesmas: string): Policy | undefined {
  return site.policies.get(puskesmas);
}

/** True where a day lies in a period, whose ends belong to it and may be open. */
export function isWithin(period: { readonly from?: LocalDate; readonly to?: LocalDate }, date: LocalDate): boolean {
  return (period.from ?? '') <= date && date <= (period.to ?? '9999-12-31');
}

/** True while a place, or the puskesmas it belongs to, is only tried out: nothing of it may leave for production. */
export function isOnTrial(place: Pick<Place, 'mode'>, puskesmas: Pick<Place, 'mode'> | undefined): boolean {
  return place.mode === 'uji' || puskesmas?.mode === 'uji';
}
