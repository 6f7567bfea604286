import type { Site } from '../place.ts';
import { toResponsibleKey } from './responsible-key.ts';

/** A place that names each nakes of the register, by the nakes's key. */
export function toPlaceOfNakes(site: Site, idOf: Parameters<typeof toResponsibleKey>[0]): ReadonlyMap<string, string> {
  return new Map(
    [...site.places.values()].flatMap(({ code, responsible }) => responsible.map((one) => [toResponsibleKey(idOf, one), code] as const)),
  );
}
