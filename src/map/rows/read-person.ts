import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { isUnofficialName, splitParents, toBirthOrder } from '../conversions/read-name.ts';
import { withoutNik } from '../conversions/read-nik.ts';
import { toGiven } from '../given.ts';
import type { LocalDate, MaternalCondition, PersonDraft, Sex } from '../visit.ts';
import { readAddress } from './read-address.ts';
import { readBirthDate } from './read-birth-date.ts';
import { readCondition } from './read-condition.ts';
import { readIdentity } from './read-identity.ts';
import type { RowPerson } from './read-identity.ts';
import type { RowFact, RowFacts } from './row-facts.ts';
import { codeOf, textOf } from './row-facts.ts';

/** The person of a row, with what was noticed. */
export interface ReadPerson {
  readonly person: PersonDraft;
  readonly issues: readonly Issue[];
}

/** Whom a source lists: children only or everybody, who may be a child's mother, and what holds of all where a row is silent. */
export type Listed = Pick<RowPerson, 'child' | 'mothers' | 'regencies'> & {
  readonly sex?: Sex | undefined;
  readonly condition?: MaternalCondition | undefined;
};

/** Reads whom a row speaks of. The name must be there; everything else may be missing. */
export function readPerson(row: RowFacts, name: string, date: LocalDate, listed: Listed): ReadPerson {
  const { facts } = row;
  const { child, mothers, regencies } = listed;
  const birth = readBirthDate(row, date, child);
  const sex = toSex(codeOf(facts, 'person.sex')) ?? toSexOfMother(facts, date, listed);
  const read = readIdentity(facts, { birthDate: birth.date, sex, date, child, mothers, regencies });
  const { mother, ...identity } = read.identity;
  const parents = readParents(facts, mother);
  const nameIsOfficial = !isUnofficialName(name);
  const unofficial = nameIsOfficial ? [] : [toIssue({ code: 'D21', severity: 'information' }, cellOf(facts, 'person.name'))];
  const doubted = identity.nik === undefined || identity.nikFault !== undefined;
  const placeholder = doubted ? toPlaceholderIssues(birth.date, child, cellOf(facts, 'person.birthDate')) : [];
  const { address, issues: aboutAddress } = readAddress(facts);
  const born = { birthDate: birth.date, birthDateEstimate: birth.estimate, sex };
  const given = toGiven({ ...born, localId: textOf(facts, 'person.localId'), ...readRest(facts, name), address });
  return {
    person: { ...identity, ...parents.names, name, nameIsOfficial, ...given },
    // Who is only pointed to was described elsewhere.
    issues: [...(name === '' ? [] : birth.issues), ...read.issues, ...placeholder, ...unofficial, ...parents.issues, ...aboutAddress],
  };
}

/** A birth date of 1 January is often an estimate; a NIK that says the same clears it. */
function toPlaceholderIssues(birthDate: LocalDate | undefined, child: boolean, cell: string | undefined): readonly Issue[] {
  if (birthDate?.endsWith('-01-01') !== true) return [];
  return [toIssue({ code: 'tanggal-lahir-perkiraan', severity: child ? 'information' : 'warning' }, cell)];
}

function readRest(facts: readonly RowFact[], name: string): Partial<PersonDraft> {
  const order = facts.find(({ is }) => is === 'person.birthOrder')?.value;
  const kk = textOf(facts, 'person.kk');
  return toGiven({
    kk: kk?.length === 16 ? kk : undefined,
    spouse: toName(textOf(facts, 'person.spouse')),
    phone: textOf(facts, 'person.phone'),
    bpjs: textOf(facts, 'person.bpjs'),
    birthPlace: textOf(facts, 'person.birthPlace'),
    birthOrder: order?.kind === 'number' ? order.number : toBirthOrder(name),
  });
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

function cellOf(facts: readonly RowFact[], is: string): string | undefined {
  return facts.find((fact) => fact.is === is)?.cell;
}

/** Forms of mothers have no column of sex: who is pregnant or in childbed is a woman, and so is everybody on a form of mothers. */
function toSexOfMother(facts: readonly RowFact[], date: LocalDate, { child, sex, condition }: Listed): Sex | undefined {
  if (child) return sex;
  const told = facts.filter(({ unconfirmed }) => unconfirmed !== true);
  return condition === undefined && readCondition(told, {}, date) === undefined ? sex : 'P';
}

function toSex(code: string | undefined): Sex | undefined {
  return code === 'L' || code === 'P' ? code : undefined;
}
