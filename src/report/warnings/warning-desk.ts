import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { WarningState } from '../../insight/warnings/reconcile-warnings.ts';
import { toGiven } from '../../map/given.ts';
import type { Site } from '../../map/place.ts';
import { placesUnder } from '../../map/places/places-under.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { Store } from '../../store/open-store.ts';
import type { WarningCursor, WarningFilter } from '../../store/warnings.ts';
import type { Asker, PlacesAsked } from '../places-asked.ts';
import { toPlacesAsked } from '../places-asked.ts';
import { toWarningLines } from './to-warning-lines.ts';
import type { WarningLine } from './warning-line.ts';
import { badCursor } from '../bad-cursor.ts';

/** Which warnings are meant. */
export interface WarningQuestion extends PlacesAsked {
  readonly states: readonly WarningState[];
  /** Opened on that day or later, or known here only since then. */
  readonly since?: LocalDate;
  /** Only what was acknowledged and withdrawn afterwards. */
  readonly toTell?: boolean;
}

/** A page of warnings. */
export interface WarningPage {
  readonly warnings: readonly WarningLine[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/** Where early warnings are read and acknowledged. */
export interface WarningDesk {
  list(question: WarningQuestion, asker: Asker, paging: { readonly after?: string; readonly limit: number }): Promise<Checked<WarningPage>>;
  /** False where there is no such warning for whoever asks. */
  acknowledge(id: string, asker: Asker): Promise<boolean>;
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
  asker: Asker,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<Checked<WarningPage>> {
  const parts = { site: await site(), now: now() };
  const places = toPlacesAsked(question, asker, parts);
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

function writeCursor({ rank, opened, id }: WarningCursor): string {
  return `${String(rank)}.${opened}.${id}`;
}

/** Undefined where the list begins; null for a text that is no cursor. */
function readCursor(text: string | undefined): WarningCursor | undefined | null {
  if (text === undefined) return undefined;
  const [, rank, opened, id] = /^([1-4])\.(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  return rank === undefined || opened === undefined || id === undefined ? null : { rank: Number(rank), opened, id };
}
