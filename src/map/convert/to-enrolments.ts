import type { MappedRow } from '../mapped-row.ts';
import type { Element, EnrolmentDraft, Person, Sending } from '../visit.ts';

/** An entry that rows open in the register of sasaran. It is no visit, and nothing of it is owed to a platform. */
export interface ConvertedEnrolment extends EnrolmentDraft {
  readonly person: Person;
  readonly rows: readonly (number | string)[];
  readonly sending: Sending;
}

/** The entries of a file, one a person, category and place; and the rows that say again what another row said. */
export interface Enrolments {
  readonly enrolments: readonly ConvertedEnrolment[];
  readonly repeated: ReadonlySet<number | string>;
}

/** Gathers the entries that the rows of registers open: what a later row says of the same entry goes before. */
export function toEnrolments(
  rows: readonly MappedRow[],
  persons: ReadonlyMap<string, Person>,
  personOf: ReadonlyMap<number | string, string>,
): Enrolments {
  const byKey = new Map<string, ConvertedEnrolment>();
  const said = new Set<string>();
  const repeated = new Set<number | string>();
  for (const { row, enrolment, contentHash } of rows) {
    const person = persons.get(personOf.get(row) ?? '');
    if (enrolment === undefined || person === undefined) continue;
    const key = `${person.id}|${enrolment.category}|${enrolment.place}`;
    const words = `${key}|${contentHash}`;
    if (said.has(words)) repeated.add(row);
    said.add(words);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? { ...enrolment, person, rows: [row], sending: 'tidak' } : toLater(known, enrolment, row));
  }
  return { enrolments: [...byKey.values()], repeated };
}

function toLater(known: ConvertedEnrolment, { elements, reported }: EnrolmentDraft, row: number | string): ConvertedEnrolment {
  const isSaidAnew = ({ key }: Element): boolean => elements.some((element) => element.key === key);
  return {
    ...known,
    rows: [...known.rows, row],
    elements: [...known.elements.filter((element) => !isSaidAnew(element)), ...elements],
    reported: { ...known.reported, ...reported },
  };
}
