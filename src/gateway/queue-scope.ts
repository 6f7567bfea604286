import type { Asker, QueueFilter } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { toNearestWord } from '../map/nearest-word.ts';
import type { Site } from '../map/place.ts';
import { placesUnder } from '../map/places/places-under.ts';
import { toResponsibleKey } from '../map/places/responsible-key.ts';
import type { StuckFilter } from '../store/owed-queue.ts';
import type { IdOf } from '../store/sealing/resource-id.ts';

/** Platforms and debts that a filter means, for whoever asks. */
export interface QueueScope {
  readonly platforms: readonly string[];
  readonly stuck: StuckFilter;
}

/** What a filter is held against. */
export interface ScopeParts {
  readonly site: Site;
  readonly idOf: IdOf;
  readonly platforms: readonly string[];
}

/** Turns a filter into platforms, places and debts. A key bound to one puskesmas sees visits of places under it, and nothing else. */
export function toScope(filter: QueueFilter, asker: Asker, parts: ScopeParts): Checked<QueueScope> {
  const { site, platforms } = parts;
  const { platform, place, ...rest } = filter;
  if (platform !== undefined && !platforms.includes(platform)) return toFailed(toUnknownPlatform(platform, platforms));
  if (place !== undefined && !site.places.has(place)) return toFailed(toUnknownPlace(place, site));
  const places = toPlaces(site, place, asker.within);
  const { states, reasons, rule, from, to, ids } = rest;
  const given = { states, reasons, rule, from, to, ids };
  const stuck: StuckFilter = {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(places === undefined ? {} : { places, practitioners: practitionersOf(parts, places) }),
    ...(asker.within === undefined ? {} : { kinds: ['visit'] }),
  };
  return toPassed({ platforms: platform === undefined ? platforms : [platform], stuck });
}

/** The one platform of a filter, or the only one there is. */
export function toOnePlatform(filter: QueueFilter, platforms: readonly string[]): Checked<string> {
  const [only, ...others] = platforms;
  const platform = filter.platform ?? (others.length === 0 ? only : undefined);
  if (platform === undefined || !platforms.includes(platform)) return toFailed(toUnknownPlatform(platform ?? '', platforms));
  return toPassed(platform);
}

function toPlaces(site: Site, place: string | undefined, within: string | undefined): readonly string[] | undefined {
  const asked = place === undefined ? undefined : placesUnder(site, place);
  const own = within === undefined ? undefined : new Set(placesUnder(site, within));
  if (own === undefined) return asked;
  return asked === undefined ? [...own] : asked.filter((code) => own.has(code));
}

function practitionersOf({ site, idOf }: ScopeParts, places: readonly string[]): readonly string[] {
  const keys = places.flatMap((code) => (site.places.get(code)?.responsible ?? []).map((one) => toResponsibleKey(idOf, one)));
  return [...new Set(keys)];
}

/** The issue for a platform to which nothing is owed here. */
export function toUnknownPlatform(name: string, known: readonly string[]): Issue {
  const list = known.join(', ');
  return {
    severity: 'error',
    type: 'not-found',
    code: 'platform-tidak-dikenal',
    text: `Sebutkan platform yang ada${name === '' ? '' : `; "${name}" tidak dikenal`}. Yang ada: ${list}.`,
    diagnostics: `Name a platform there is${name === '' ? '' : `; "${name}" is not known`}. There are: ${list}.`,
  };
}

function toUnknownPlace(code: string, site: Site): Issue {
  const near = toNearestWord(code, site.places.keys());
  return {
    severity: 'error',
    type: 'value',
    code: 'permintaan-tidak-sah',
    text: `Tempat "${code}" tidak ada di jejaring${near === undefined ? '' : `; mungkin maksudnya "${near}"`}. Pakai kode tempat.`,
    diagnostics: `Jejaring has no place "${code}"${near === undefined ? '' : `; did you mean "${near}"`}. Use the code of a place.`,
  };
}
