import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import { toDueState, type DueKind, type DueState } from '../../insight/due/due-item.ts';
import { toGiven } from '../../map/given.ts';
import { localDateOf } from '../../map/places/local-time.ts';
import type { Site } from '../../map/place.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { DueCursor, ListedDue } from '../../store/dues.ts';
import type { Store } from '../../store/open-store.ts';
import { latestZone, recipientOf, toPersonLine, type ListedPerson } from '../person-line.ts';
import { toPlacesAsked, type Asker, type PlacesAsked } from '../places-asked.ts';
import { badCursor } from '../bad-cursor.ts';

/** Which of what is due is meant. */
export interface DueQuestion extends PlacesAsked {
  readonly states: readonly DueState[];
  readonly kinds?: readonly DueKind[];
  /** The day for which the list is drawn up; today where absent. */
  readonly on?: LocalDate;
}

/** Something due as it is read: what, from when, until when, where it stands on the day asked for, about whom, for whom. */
export interface DueLine {
  readonly kind: DueKind;
  readonly code: string;
  readonly state: DueState;
  readonly due: LocalDate;
  readonly lateFrom: LocalDate;
  readonly until?: LocalDate;
  readonly place?: { readonly code: string; readonly name: string };
  /** The nakes who answers for the place on that day, by name; absent where the register names none. */
  readonly penerima?: string;
  readonly person: ListedPerson;
  /** The schedule that says so, with its version. */
  readonly rule: string;
}

/** A page of what is due. */
export interface DuePage {
  /** The day for which it is drawn up. */
  readonly on: LocalDate;
  readonly due: readonly DueLine[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/** Where it is asked who has something due. */
export interface DueDesk {
  list(question: DueQuestion, asker: Asker, paging: { readonly after?: string; readonly limit: number }): Promise<Checked<DuePage>>;
}

/** What the desk stands on. */
export interface DueDeskParts {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly now: () => Date;
  /** Writes down who saw people by name. Facts hold no personal data. */
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Opens the desk of what is due over the store. What is sangat-terbatas is never on it; names are for the nakes of the places, and noted. */
export function createDueDesk({ store, site, now, note }: DueDeskParts): DueDesk {
  return {
    list: async (question, asker, { after, limit }) => {
      const parts = { site: await site(), now: now() };
      const places = toPlacesAsked(question, asker, parts);
      if (!places.ok) return places;
      const start = readCursor(after);
      if (start === null) return toFailed(badCursor);
      const on = toDay(question, parts);
      const filter = { on, states: question.states, ...toGiven({ kinds: question.kinds, places: places.value }) };
      const page = await store.dues.listDues(store.db, filter, { limit, ...toGiven({ after: start }) });
      const byName = question.names !== undefined;
      const due = await toLines(page.dues, { store, site: parts.site, on, byName });
      if (byName) note('due-shown-by-name', { by: asker.by, places: places.value, due: due.length });
      return toPassed({ on, due, ...toGiven({ next: page.next && writeCursor(page.next) }) });
    },
  };
}

/** The day asked for, else today where the place lies. */
function toDay({ on, place = '' }: DueQuestion, { site, now }: { readonly site: Site; readonly now: Date }): LocalDate {
  return on ?? localDateOf(now, site.places.get(place)?.zone ?? latestZone);
}

interface LineParts {
  readonly store: Store;
  readonly site: Site;
  readonly on: LocalDate;
  readonly byName: boolean;
}

async function toLines(dues: readonly ListedDue[], { store, site, on, byName }: LineParts): Promise<readonly DueLine[]> {
  const persons = await store.persons.getPersons(store.db, [...new Set(dues.map(({ person }) => person))]);
  return dues.flatMap((one) => {
    const known = persons.get(one.person);
    if (known === undefined) return [];
    const { kind, code, due, lateFrom, until, rule } = one;
    const place = site.places.get(one.place ?? '');
    return [
      {
        ...{ kind, code, state: toDueState(one, on), due, lateFrom },
        ...toGiven({
          until,
          place: one.place === undefined ? undefined : { code: one.place, name: place?.name ?? one.place },
          penerima: place === undefined ? undefined : recipientOf(place, on, site),
        }),
        ...{ person: toPersonLine(known.person, on, byName), rule },
      },
    ];
  });
}

function writeCursor({ lateFrom, person, item }: DueCursor): string {
  return `${lateFrom}.${person}.${String(item)}`;
}

/** Undefined where the list begins; null for a text that is no cursor. */
function readCursor(text: string | undefined): DueCursor | undefined | null {
  if (text === undefined) return undefined;
  const [, lateFrom, person, item] = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,6})$/.exec(text) ?? [];
  return lateFrom === undefined || person === undefined || item === undefined ? null : { lateFrom, person, item: Number(item) };
}
