import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { toNearestWord } from '../map/nearest-word.ts';
import type { Site } from '../map/place.ts';
import { responsibleOn } from '../map/places/ask-site.ts';
import { localDateOf } from '../map/places/local-time.ts';
import { placesUnder } from '../map/places/places-under.ts';

/** Who asks for a list of people: a name for the log, and the puskesmas to which a key is bound. */
export interface Asker {
  readonly by: string;
  readonly within?: string;
}

/** Of which places people are asked for, and whether by name. */
export interface PlacesAsked {
  /** Code of a place; those beneath it are meant too. */
  readonly place?: string;
  /** People by name: for the nakes of the puskesmas of a key, or for a nakes who answers for a place today. Each time is noted. */
  readonly names?: 'own' | { readonly nakes: string };
}

interface PlaceParts {
  readonly site: Site;
  readonly now: Date;
}

/** Places whose people are meant, undefined for all; refuses names to whoever answers for none of them. */
export function toPlacesAsked(question: PlacesAsked, asker: Asker, parts: PlaceParts): Checked<readonly string[] | undefined> {
  const { place, names } = question;
  if (place !== undefined && !parts.site.places.has(place)) return toFailed(toUnknownPlace(place, parts.site));
  if (names === 'own' && asker.within === undefined) return toFailed(notBound);
  const places = toCommon(toLimits(question, asker, parts));
  return names !== undefined && places?.length === 0 ? toFailed(notTheirs) : toPassed(places);
}

/** What stands in all lists; undefined where there is none. */
function toCommon([first, ...others]: readonly (readonly string[])[]): readonly string[] | undefined {
  return first?.filter((code) => others.every((codes) => codes.includes(code)));
}

/** Everything that limits the places: what was asked for, the puskesmas of the key, and the places of the nakes. */
function toLimits({ place, names }: PlacesAsked, { within }: Asker, parts: PlaceParts): readonly (readonly string[])[] {
  const under = [place, within].flatMap((code) => (code === undefined ? [] : [placesUnder(parts.site, code)]));
  return typeof names === 'object' ? [...under, placesOfNakes(names.nakes, parts)] : under;
}

/** Every place for which this nakes answers today, with those beneath it. */
function placesOfNakes(name: string, { site, now }: PlaceParts): readonly string[] {
  const wanted = toPlain(name);
  const own = [...site.places.values()].filter(
    (place) => toPlain(responsibleOn(place, localDateOf(now, place.zone))?.name ?? '') === wanted,
  );
  return wanted === '' ? [] : [...new Set(own.flatMap(({ code }) => placesUnder(site, code)))];
}

function toPlain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

const fault = { severity: 'error', type: 'security', code: 'kunci-tanpa-hak' } as const;

const notBound: Issue = {
  ...fault,
  text: 'Nama orang hanya ditampilkan kepada nakes puskesmas setempat: pakai kunci yang terikat pada satu puskesmas (titian keys create --within KODE --scope nakes).',
  diagnostics:
    'People stand by name only for the nakes of their puskesmas: use a key bound to one (titian keys create --within CODE --scope nakes).',
};

const notTheirs: Issue = {
  ...fault,
  text: 'Nama orang hanya ditampilkan kepada nakes yang hari ini bertanggung jawab atas tempat itu menurut jejaring. Periksa nama dan tempat, atau perbarui jejaring.',
  diagnostics:
    'People stand by name only for a nakes who answers for that place today by the register. Check name and place, or update jejaring.',
};

function toUnknownPlace(code: string, site: Site): Issue {
  const near = toNearestWord(code, site.places.keys());
  return {
    ...{ severity: 'error', type: 'value', code: 'permintaan-tidak-sah' },
    text: `Tempat "${code}" tidak ada di jejaring${near === undefined ? '' : `; mungkin maksudnya "${near}"`}. Pakai kode tempat.`,
    diagnostics: `Jejaring has no place "${code}"${near === undefined ? '' : `; did you mean "${near}"`}. Use the code of a place.`,
  };
}
