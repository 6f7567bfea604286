import { toComparable } from '../conversions/clean-text.ts';
import { toComparableName } from '../conversions/read-name.ts';
import type { Person, PersonDraft } from '../visit.ts';
import type { KnownPerson } from './known-person.ts';

/** Somebody a batch may be about, as known after the rows so far. */
export interface PersonEntry {
  person: Person;
  readonly areas: Set<string>;
  /** Visit dates and contents of this batch, to tell twins without names from a row that came twice. */
  readonly seen: Map<string, Sighted>;
  touched: boolean;
}

/** What a row of this batch said of a person on one day. */
export interface Sighted {
  readonly contentHash: string;
  readonly weightG: number | undefined;
  readonly lengthMm: number | undefined;
}

/** Candidates by the few facts that can make two rows one person. */
export class PersonIndex {
  readonly #byKey = new Map<string, Set<PersonEntry>>();
  readonly #entries = new Set<PersonEntry>();

  constructor(candidates: readonly KnownPerson[]) {
    for (const { person, areas } of candidates)
      this.add({ person, areas: new Set(areas.map(toComparable)), seen: new Map(), touched: false });
  }

  add(entry: PersonEntry): PersonEntry {
    this.#entries.add(entry);
    for (const key of toKeys(entry.person, entry.areas)) {
      const entries = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, entries.add(entry));
    }
    return entry;
  }

  near(person: PersonDraft, areas: readonly string[]): readonly PersonEntry[] {
    return [...new Set(toKeys(person, areas).flatMap((key) => [...(this.#byKey.get(key) ?? [])]))];
  }

  touched(): readonly Person[] {
    return [...this.#entries].filter(({ touched }) => touched).map(({ person }) => person);
  }
}

/** Without a birth date only the name can lead to a person, and then only in the same area. */
function toKeys(person: PersonDraft, areas: Iterable<string>): readonly string[] {
  const { nik, nikIbu, localId, birthDate } = person;
  const keys = nik === undefined ? [] : [`nik:${nik}`];
  const born = birthDate ?? toComparableName(person.name);
  for (const area of areas) keys.push(`area:${born}:${area}`);
  if (nikIbu !== undefined) keys.push(`mother:${born}:${nikIbu}`);
  if (localId !== undefined) keys.push(`sender:${born}:${localId}`);
  return keys;
}
