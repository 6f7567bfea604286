import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toEditDistance } from '../nearest-word.ts';
import type { Place, Site } from '../place.ts';
import type { LocalDate } from '../visit.ts';
import { isWithin, puskesmasOf } from './ask-site.ts';
import type { PlaceName } from './normalise-place-name.ts';
import { normalisePlaceName } from './normalise-place-name.ts';

/** A place with its names made comparable. */
interface NamedPlace {
  readonly place: Place;
  readonly facility: string | undefined;
  readonly names: readonly PlaceName[];
}

// A site never changes once read, so its comparable names may be kept beside it: a file asks for the same few a million times.
const namesOfSite = new WeakMap<Site, readonly NamedPlace[]>();

/**
 * Finds the place a file means, by code, name or alias, with or without the word "Posyandu", case and punctuation apart.
 * Looks only inside the submitter's facility `within` (code of a puskesmas), and only among places valid on that day.
 * Not found or not certain: issue `tempat-tidak-dikenal` with the nearest names, never a guess.
 */
export function resolvePlace(site: Site, written: string, within: string | undefined, on: LocalDate): Checked<Place> {
  const wanted = normalisePlaceName(written);
  const inside = toNamedPlaces(site).filter((named) => within === undefined || named.facility === within);
  const matches = toMatches(inside, wanted, written.trim());
  const open = matches.filter((place) => isWithin(place, on));
  const [found, ...others] = open;
  if (found !== undefined && others.length === 0) return toPassed(found);
  if (found !== undefined) return toFailed(toAmbiguous(open));
  if (matches.length > 0) return toFailed(toClosed(matches, on));
  return toFailed(written.trim() === '' ? unnamed : toUnknown(inside, wanted, on));
}

function toNamedPlaces(site: Site): readonly NamedPlace[] {
  const known = namesOfSite.get(site);
  if (known !== undefined) return known;
  const named = [...site.places.values()].map((place) => ({
    place,
    facility: puskesmasOf(site, place)?.code,
    names: [place.name, ...place.aliases].map(normalisePlaceName),
  }));
  namesOfSite.set(site, named);
  return named;
}

/** The first way of reading that finds anything decides: code, whole name, name without the word for the kind. */
function toMatches(inside: readonly NamedPlace[], wanted: PlaceName, written: string): readonly Place[] {
  const ways: readonly ((named: NamedPlace) => boolean)[] = [
    ({ place }) => place.code === written,
    ({ place }) => place.code.toLowerCase() === written.toLowerCase(),
    ({ names }) => wanted.full !== '' && names.some((name) => name.full === wanted.full),
    ({ place, names }) =>
      wanted.bare !== '' && (wanted.kind ?? place.kind) === place.kind && names.some((name) => name.bare === wanted.bare),
  ];
  for (const way of ways) {
    const found = inside.filter(way);
    if (found.length > 0) return found.map(({ place }) => place);
  }
  return [];
}

function toIssue(id: string, en: string): Issue {
  return { severity: 'error', type: 'not-found', code: 'tempat-tidak-dikenal', text: id, diagnostics: en };
}

const unnamed = toIssue(
  'Tempat tidak disebut dalam berkas. Sebutkan kode atau namanya saat mengirim: ?place=TEMPAT, atau --place TEMPAT pada perintah.',
  'The file names no place. Give its code or name with the request: ?place=PLACE, or --place PLACE on the command line.',
);

function toAmbiguous(places: readonly Place[]): Issue {
  const names = toList(places);
  return toIssue(
    `Nama tempat ini cocok dengan lebih dari satu tempat: ${names}. Tulis nama lengkap atau kodenya, atau kirim dengan kunci puskesmas yang bersangkutan.`,
    `This place name fits more than one place: ${names}. Write the whole name or the code, or submit with the key of the puskesmas concerned.`,
  );
}

function toClosed(places: readonly Place[], on: LocalDate): Issue {
  const names = toList(places);
  return toIssue(
    `Tempat ini terdaftar (${names}), tetapi tidak berlaku pada ${on}. Betulkan tanggalnya, atau kolom from dan to di jejaring.csv.`,
    `This place is registered (${names}), but not valid on ${on}. Mend the date, or the columns from and to in jejaring.csv.`,
  );
}

function toUnknown(inside: readonly NamedPlace[], wanted: PlaceName, on: LocalDate): Issue {
  const names = toList(toNearest(inside, wanted, on));
  const [near, nearEn] = names === '' ? ['', ''] : [` Yang mirip: ${names}.`, ` Nearest: ${names}.`];
  return toIssue(
    `Tempat tidak dikenal di jejaring pengirim.${near} Betulkan tulisannya, atau daftarkan tempat atau aliasnya di jejaring.csv.`,
    `The place is not known in the submitter's network.${nearEn} Mend the spelling, or register the place or its alias in jejaring.csv.`,
  );
}

/** At most three places whose names differ by less than half their letters. */
function toNearest(inside: readonly NamedPlace[], wanted: PlaceName, on: LocalDate): readonly Place[] {
  return inside
    .filter(({ place }) => isWithin(place, on) && (wanted.kind ?? place.kind) === place.kind)
    .map(({ place, names }) => ({ place, distance: Math.min(...names.map((name) => toEditDistance(name.bare, wanted.bare))) }))
    .filter(({ distance }) => distance * 2 <= wanted.bare.length)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ place }) => place);
}

function toList(places: readonly Place[]): string {
  return places.map((place) => `${place.name} (${place.code})`).join(', ');
}
