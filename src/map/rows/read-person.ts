import type { Issue } from '../../fhir/issue.ts';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { impossible } from '../conversions/read-date.ts';
import { isUnofficialName, splitParents, toBirthOrder } from '../conversions/read-name.ts';
import { withoutNik } from '../conversions/read-nik.ts';
import { toMonthsBetween } from '../days.ts';
import { toGiven } from '../given.ts';
import type { LocalDate, PersonDraft, Sex } from '../visit.ts';
import { readIdentity } from './read-identity.ts';
import type { RowPerson } from './read-identity.ts';
import type { RowFact, RowFacts } from './row-facts.ts';
import { codeOf, dateOf, textOf } from './row-facts.ts';

/** The person of a row, with what was noticed. */
export interface ReadPerson {
  readonly person: PersonDraft;
  readonly issues: readonly Issue[];
}

/** Whom a source lists: children only or everybody, and who may be a child's mother. */
export type Listed = Pick<RowPerson, 'child' | 'mothers'>;

/** Reads whom a row speaks of. The name must be there; everything else may be missing. */
export function readPerson(row: RowFacts, name: string, date: LocalDate, { child, mothers }: Listed): ReadPerson {
  const { facts } = row;
  const birth = readBirthDate(row, date, child);
  const sex = toSex(codeOf(facts, 'person.sex'));
  const read = readIdentity(facts, { birthDate: birth.date, sex, date, child, mothers });
  const { mother, ...identity } = read.identity;
  const parents = readParents(facts, mother);
  const nameIsOfficial = !isUnofficialName(name);
  const unofficial = nameIsOfficial ? [] : [toIssue({ code: 'D21', severity: 'information' }, cellOf(facts, 'person.name'))];
  const doubted = identity.nik === undefined || identity.nikFault !== undefined;
  const placeholder = doubted ? toPlaceholderIssues(birth.date, child, cellOf(facts, 'person.birthDate')) : [];
  const given = toGiven({ birthDate: birth.date, sex, localId: textOf(facts, 'person.localId'), ...readRest(facts, name) });
  return {
    person: { ...identity, ...parents.names, name, nameIsOfficial, ...given },
    // Who is only pointed to was described elsewhere.
    issues: [...(name === '' ? [] : birth.issues), ...read.issues, ...placeholder, ...unofficial, ...parents.issues],
  };
}

/** A birth date of 1 January is often an estimate; a NIK that says the same clears it. */
function toPlaceholderIssues(birthDate: LocalDate | undefined, child: boolean, cell: string | undefined): readonly Issue[] {
  if (birthDate?.endsWith('-01-01') !== true) return [];
  return [toIssue({ code: 'tanggal-lahir-perkiraan', severity: child ? 'information' : 'warning' }, cell)];
}

function readRest(facts: readonly RowFact[], name: string): Partial<PersonDraft> {
  const address = readAddress(facts);
  const order = facts.find(({ is }) => is === 'person.birthOrder')?.value;
  const kk = textOf(facts, 'person.kk');
  return toGiven({
    kk: kk?.length === 16 ? kk : undefined,
    spouse: toName(textOf(facts, 'person.spouse')),
    phone: textOf(facts, 'person.phone'),
    bpjs: textOf(facts, 'person.bpjs'),
    birthPlace: textOf(facts, 'person.birthPlace'),
    birthOrder: order?.kind === 'number' ? order.number : toBirthOrder(name),
    address: Object.keys(address).length === 0 ? undefined : address,
  });
}

// The growth references end at 19 years (228 months): nobody older stands in a list of children.
const oldestChildMonths = 228;

function readBirthDate({ facts, unread }: RowFacts, date: LocalDate, child: boolean): ReadBirthDate {
  const birthDate = dateOf(facts, 'person.birthDate');
  if (birthDate === undefined) {
    const blank = !unread.includes('person.birthDate');
    return { date: undefined, issues: blank ? [toIssue({ code: 'tanpa-tanggal-lahir', severity: 'warning' })] : [] };
  }
  const fault = findBirthFault(birthDate, date, child);
  if (fault === null) return { date: birthDate, issues: [] };
  return { date: undefined, issues: [toIssue(impossible(fault), cellOf(facts, 'person.birthDate'))] };
}

interface ReadBirthDate {
  readonly date: LocalDate | undefined;
  readonly issues: readonly Issue[];
}

function findBirthFault(birthDate: LocalDate, date: LocalDate, child: boolean): Bilingual | null {
  if (birthDate > date) return { id: 'tanggal lahir sesudah tanggal kunjungan', en: 'the birth date lies after the visit' };
  if (!child || toMonthsBetween(birthDate, date) < oldestChildMonths) return null;
  return { id: 'bukan tanggal lahir seorang anak', en: 'not the birth date of a child' };
}

interface ReadParents {
  readonly names: Partial<Pick<PersonDraft, 'mother' | 'father' | 'parents'>>;
  readonly issues: readonly Issue[];
}

/** Where one cell names both parents it is not known which is which, so it is kept whole (D21). */
function readParents(facts: readonly RowFact[], mother: string | undefined): ReadParents {
  const father = toName(textOf(facts, 'person.father'));
  const mixed = [mother, father].find((name) => name !== undefined && splitParents(name).length > 1);
  const parents = toName(textOf(facts, 'person.parents')) ?? mixed;
  const names = toGiven({ parents, mother: mother === mixed ? undefined : mother, father: father === mixed ? undefined : father });
  if (parents === undefined || splitParents(parents).length < 2) return { names, issues: [] };
  const cell = facts.find(({ value }) => value.kind === 'text' && value.text.includes(parents))?.cell ?? 'Nama Ibu';
  return { names, issues: [toIssue({ code: 'D21', severity: 'information' }, cell)] };
}

/** A name without the NIK that somebody wrote behind it. */
function toName(written: string | undefined): string | undefined {
  const name = written === undefined ? '' : withoutNik(written);
  return name === '' ? undefined : name;
}

function readAddress(facts: readonly RowFact[]): Readonly<Record<string, string>> {
  const prefix = 'person.address.';
  const parts = facts.flatMap(({ is, value }) =>
    is.startsWith(prefix) && value.kind === 'text' ? [[is.slice(prefix.length), value.text] as const] : [],
  );
  return Object.fromEntries(parts);
}

function cellOf(facts: readonly RowFact[], is: string): string | undefined {
  return facts.find((fact) => fact.is === is)?.cell;
}

function toSex(code: string | undefined): Sex | undefined {
  return code === 'L' || code === 'P' ? code : undefined;
}
