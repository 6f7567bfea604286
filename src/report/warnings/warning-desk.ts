import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { WarningState } from '../../insight/warnings/reconcile-warnings.ts';
import { toGiven } from '../../map/given.ts';
import { toNearestWord } from '../../map/nearest-word.ts';
import type { Site } from '../../map/place.ts';
import { responsibleOn } from '../../map/places/ask-site.ts';
import { localDateOf } from '../../map/places/local-time.ts';
import { placesUnder } from '../../map/places/places-under.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { Store } from '../../store/open-store.ts';
import type { WarningCursor, WarningFilter } from '../../store/warnings.ts';
import { toWarningLines } from './to-warning-lines.ts';
import type { WarningLine } from './warning-line.ts';

/** Who asks: a name for the log, and the puskesmas to which a key is bound. */
export interface WarningAsker {
  readonly by: string;
  readonly within?: string;
}

/** Which warnings are meant. */
export interface WarningQuestion {
  readonly states: readonly WarningState[];
  /** Code of a place; those beneath it are meant too. */
  readonly place?: string;
  /** Opened on that day or later, or known here only since then. */
  readonly since?: LocalDate;
  /** Only what was acknowledged and withdrawn afterwards. */
  readonly toTell?: boolean;
  /** People by name: for the nakes of the puskesmas of a key, or for a nakes who answers for a place today. Each time is noted. */
  readonly names?: 'own' | { readonly nakes: string };
}

/** A page of warnings. */
export interface WarningPage {
  readonly warnings: readonly WarningLine[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/** Where early warnings are read and acknowledged. */
export interface WarningDesk {
  list(
    question: WarningQuestion,
    asker: WarningAsker,
    paging: { readonly after?: string; readonly limit: number },
  ): Promise<Checked<WarningPage>>;
  /** False where there is no such warning for whoever asks. */
  acknowledge(id: string, asker: WarningAsker): Promise<boolean>;
}

/** What the desk stands on. */
export interface WarningDeskParts {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly now: () => Date;
  /** Writes down who saw or did what. Facts hold no personal data. */
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Opens the desk of early warnings over the store. What is sangat-terbatas is never on it. */
export function createWarningDesk(parts: WarningDeskParts): WarningDesk {
  const { store, now, note } = parts;
  return {
    list: (question, asker, paging) => listLines(parts, question, asker, paging),
    acknowledge: async (id, asker) => {
      const places = asker.within === undefined ? {} : { places: placesUnder(await parts.site(), asker.within) };
      const done = await store.warnings.acknowledgeWarning(store.db, { id, by: asker.by, at: now(), ...places });
      if (done) note('warning-acknowledged', { warning: id, by: asker.by });
      return done;
    },
  };
}

async function listLines(
  { store, site, now, note }: WarningDeskParts,
  question: WarningQuestion,
  asker: WarningAsker,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<Checked<WarningPage>> {
  const parts = { site: await site(), now: now() };
  const places = toPlaces(question, asker, parts);
  if (!places.ok) return places;
  const start = readCursor(after);
  if (start === null) return toFailed(badCursor);
  const page = await store.warnings.listWarnings(store.db, toFilter(question, places.value), { limit, ...toGiven({ after: start }) });
  const byName = question.names !== undefined;
  const warnings = await toWarningLines(page.warnings, { store, ...parts, byName });
  if (byName) note('warnings-shown-by-name', { by: asker.by, places: places.value, warnings: warnings.length });
  return toPassed({ warnings, ...toGiven({ next: page.next && writeCursor(page.next) }) });
}

function toFilter({ states, since, toTell }: WarningQuestion, places: readonly string[] | undefined): WarningFilter {
  // The day begins in the east: whatever became known on it anywhere in Indonesia is meant.
  const from = since === undefined ? undefined : { day: since, moment: new Date(`${since}T00:00:00+09:00`) };
  return { states, ...toGiven({ places, since: from, toTell }) };
}

interface PlaceParts {
  readonly site: Site;
  readonly now: Date;
}

/** Places whose warnings are meant, undefined for all; refuses names to whoever answers for none of them. */
function toPlaces(question: WarningQuestion, asker: WarningAsker, parts: PlaceParts): Checked<readonly string[] | undefined> {
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
function toLimits({ place, names }: WarningQuestion, { within }: WarningAsker, parts: PlaceParts): readonly (readonly string[])[] {
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

function writeCursor({ rank, opened, id }: WarningCursor): string {
  return `${String(rank)}.${opened}.${id}`;
}

/** Undefined where the list begins; null for a text that is no cursor. */
function readCursor(text: string | undefined): WarningCursor | undefined | null {
  if (text === undefined) return undefined;
  const [, rank, opened, id] = /^([1-4])\.(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  return rank === undefined || opened === undefined || id === undefined ? null : { rank: Number(rank), opened, id };
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

const badCursor: Issue = {
  severity: 'error',
  type: 'value',
  code: 'permintaan-tidak-sah',
  text: 'Parameter after harus nilai next dari halaman sebelumnya.',
  diagnostics: 'The parameter after must be the value next of the page before.',
};

function toUnknownPlace(code: string, site: Site): Issue {
  const near = toNearestWord(code, site.places.keys());
  return {
    ...badCursor,
    text: `Tempat "${code}" tidak ada di jejaring${near === undefined ? '' : `; mungkin maksudnya "${near}"`}. Pakai kode tempat.`,
    diagnostics: `Jejaring has no place "${code}"${near === undefined ? '' : `; did you mean "${near}"`}. Use the code of a place.`,
  };
}
