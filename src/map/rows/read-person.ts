import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { impossible } from '../conversions/read-date.ts';
import { isUnofficialName, splitParents } from '../conversions/read-name.ts';
import type { LocalDate, PersonDraft, Sex } from '../visit.ts';
import { readIdentity } from './read-identity.ts';
import type { RowFact, RowFacts } from './row-facts.ts';
import { codeOf, dateOf, textOf } from './row-facts.ts';

/** The person of a row, with what was noticed. */
export interface ReadPerson {
  readonly person: PersonDraft;
  readonly issues: readonly Issue[];
}

/** Reads whom a row speaks of. The name must be there; everything else may be missing. */
export function readPerson({ facts, unread }: RowFacts, name: string, date: LocalDate, child: boolean): ReadPerson {
  const issues: Issue[] = [];
  const birthDate = readBirthDate(facts, date, issues);
  if (birthDate === undefined && issues.length === 0 && !unread.includes('person.birthDate')) {
    issues.push(toIssue({ code: 'tanpa-tanggal-lahir', severity: 'warning' }));
  }
  const sex = toSex(codeOf(facts, 'person.sex'));
  const read = readIdentity(facts, { birthDate, sex, date, child });
  const { mother, ...identity } = read.identity;
  issues.push(...read.issues);
  if (birthDate?.endsWith('-01-01') === true && (identity.nik === undefined || identity.nikFault !== undefined)) {
    issues.push(
      toIssue({ code: 'tanggal-lahir-perkiraan', severity: child ? 'information' : 'warning' }, cellOf(facts, 'person.birthDate')),
    );
  }
  const nameIsOfficial = !isUnofficialName(name);
  if (!nameIsOfficial) issues.push(toIssue({ code: 'D21', severity: 'information' }, cellOf(facts, 'person.name')));
  const address = readAddress(facts);
  const birthOrder = facts.find(({ is }) => is === 'person.birthOrder')?.value;
  const kk = textOf(facts, 'person.kk');
  return {
    person: {
      ...identity,
      ...readParents(facts, mother, issues),
      ...localIdOf(facts),
      name,
      nameIsOfficial,
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(sex === undefined ? {} : { sex }),
      ...(birthOrder?.kind === 'number' ? { birthOrder: birthOrder.number } : {}),
      ...(kk?.length === 16 ? { kk } : {}),
      ...(Object.keys(address).length === 0 ? {} : { address }),
    },
    issues,
  };
}

function readBirthDate(facts: readonly RowFact[], date: LocalDate, issues: Issue[]): LocalDate | undefined {
  const birthDate = dateOf(facts, 'person.birthDate');
  const cell = cellOf(facts, 'person.birthDate');
  if (birthDate === undefined || birthDate <= date) return birthDate;
  issues.push(toIssue(impossible({ id: 'tanggal lahir sesudah tanggal kunjungan', en: 'the birth date lies after the visit' }), cell));
  return undefined;
}

type Parents = Pick<PersonDraft, 'mother' | 'father' | 'parents'>;

/** Where one cell names both parents it is not known which is which, so it is kept whole (D21). */
function readParents(facts: readonly RowFact[], mother: string | undefined, issues: Issue[]): Parents {
  const father = textOf(facts, 'person.father');
  const both = textOf(facts, 'person.parents');
  const mixed = [mother, father].find((name) => name !== undefined && splitParents(name).length > 1);
  const parents = both ?? mixed;
  const cell = facts.find(({ value }) => value.kind === 'text' && value.text === parents)?.cell ?? 'Nama Ibu';
  if (parents !== undefined && splitParents(parents).length > 1) issues.push(toIssue({ code: 'D21', severity: 'information' }, cell));
  return {
    ...(parents === undefined ? {} : { parents }),
    ...(mother === undefined || mother === mixed ? {} : { mother }),
    ...(father === undefined || father === mixed ? {} : { father }),
  };
}

function readAddress(facts: readonly RowFact[]): Readonly<Record<string, string>> {
  const prefix = 'person.address.';
  const parts = facts.flatMap(({ is, value }) =>
    is.startsWith(prefix) && value.kind === 'text' ? [[is.slice(prefix.length), value.text] as const] : [],
  );
  return Object.fromEntries(parts);
}

function localIdOf(facts: readonly RowFact[]): Pick<PersonDraft, 'localId'> {
  const localId = textOf(facts, 'person.localId');
  return localId === undefined ? {} : { localId };
}

function cellOf(facts: readonly RowFact[], is: string): string | undefined {
  return facts.find((fact) => fact.is === is)?.cell;
}

function toSex(code: string | undefined): Sex | undefined {
  return code === 'L' || code === 'P' ? code : undefined;
}
