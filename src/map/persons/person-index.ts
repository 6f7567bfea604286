import { toComparable } from '../conversions/clean-text.ts';
import type { Person, PersonDraft } from '../visit.ts';
import { toComparedName, type ComparedName } from './compare-names.ts';
import type { KnownPerson } from './known-person.ts';

/** Somebody a batch may be about, as known after the rows so far. */
export interface PersonEntry {
  person: Person;
  readonly areas: Set<string>;
  /** By which the sender of these rows knows the person. */
  readonly numbers: Set<string>;
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

/** A row whose person is sought. */
export interface SoughtPerson {
  readonly person: PersonDraft;
  readonly areas: readonly string[];
  readonly name: ComparedName;
}

/**
 * Of so many people of one birth date in one area the date tells nothing (1 January, a month without a day): near names are no longer
 * looked for among them, only equal ones. So no file makes a row cost more than so many comparisons. Our own choice.
 */
const mostOfOneDate = 100;

const nobody: ReadonlySet<PersonEntry> = new Set();

/** Candidates by the few facts that can make two rows one person. */
export class PersonIndex {
  readonly #byKey = new Map<string, Set<PersonEntry>>();
  readonly #entries = new Set<PersonEntry>();
  readonly #names = new WeakMap<PersonEntry, { readonly of: string; readonly name: ComparedName }>();

  constructor(candidates: readonly KnownPerson[]) {
    for (const { person, areas, numbers } of candidates)
      this.add({
        person,
        areas: new Set(areas.map(toComparable)),
        numbers: new Set(numbers ?? (person.localId === undefined ? [] : [person.localId])),
        seen: new Map(),
        touched: false,
      });
  }

  /** Adds somebody, or says that more is known of them. */
  add(entry: PersonEntry): PersonEntry {
    this.#entries.add(entry);
    const { person, areas, numbers } = entry;
    const sought = { person, areas: [...areas], name: this.nameOf(entry) };
    for (const key of [...toKeys(sought, numbers), ...toAreaKeys(sought), ...[...numbers].map(toNumberKey)]) {
      const entries = this.#byKey.get(key);
      if (entries === undefined) this.#byKey.set(key, new Set([entry]));
      else entries.add(entry);
    }
    return entry;
  }

  /** Everybody who may be the person sought. */
  near(sought: SoughtPerson): readonly PersonEntry[] {
    const { localId } = sought.person;
    const few = toKeys(sought, localId === undefined ? [] : [localId]).map((key) => this.#under(key));
    const many = toAreaKeys(sought).map((key) => this.#under(key));
    return [...new Set([...few, ...many.filter(({ size }) => size <= mostOfOneDate)].flatMap((entries) => [...entries]))];
  }

  #under(key: string): ReadonlySet<PersonEntry> {
    return this.#byKey.get(key) ?? nobody;
  }

  /**
   * Whom a number means that stands alone; undefined where it means nobody, or several. Other places that use the same application count from 1
   * too, so only people of the same area are meant.
   */
  byNumber(localId: string, areas: readonly string[]): PersonEntry | undefined {
    const entries = [...this.#under(toNumberKey(localId))].filter((entry) => areas.some((area) => entry.areas.has(area)));
    return entries.length === 1 ? entries[0] : undefined;
  }

  /** The name of an entry taken apart, anew only when it got another one. */
  nameOf(entry: PersonEntry): ComparedName {
    const known = this.#names.get(entry);
    if (known?.of === entry.person.name) return known.name;
    const name = toComparedName(entry.person.name);
    this.#names.set(entry, { of: entry.person.name, name });
    return name;
  }

  touched(): readonly Person[] {
    return [...this.#entries].filter(({ touched }) => touched).map(({ person }) => person);
  }
}

/** Keys under which few people stand. Without a birth date only the name can lead to a person, and then only in the same area. */
function toKeys({ person, areas, name }: SoughtPerson, numbers: Iterable<string>): readonly string[] {
  const { nik, nikIbu, birthDate } = person;
  const keys = nik === undefined ? [] : [`nik:${nik}`];
  const born = birthDate ?? name.text;
  for (const area of areas) keys.push(`name:${born}:${area}:${name.joined}`);
  if (nikIbu !== undefined) keys.push(`mother:${born}:${nikIbu}`);
  for (const number of numbers) keys.push(`sender:${born}:${number}`, `named:${number}:${name.joined}`);
  return keys;
}

/** Keys under which many may stand. */
function toAreaKeys({ person, areas, name }: SoughtPerson): readonly string[] {
  const born = person.birthDate ?? name.text;
  return areas.map((area) => `area:${born}:${area}`);
}

function toNumberKey(localId: string): string {
  return `number:${localId}`;
}
