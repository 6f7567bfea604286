import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { NikReading } from '../conversions/read-nik.ts';
import { findNik, isNikOf, readNik, toNikBirthDate, toNikFacts } from '../conversions/read-nik.ts';
import { toMonthsBetween } from '../days.ts';
import type { LocalDate, PersonDraft, Sex } from '../visit.ts';
import type { RowFact } from './row-facts.ts';
import { textOf } from './row-facts.ts';

/** What a row says of numbers: the person's own NIK or why there is none, and the mother's. */
export type Identity = Pick<PersonDraft, 'nik' | 'nikIbu' | 'nikFault' | 'localId' | 'mother'>;

/** Whom a row speaks of, as far as a NIK can be held against it. */
export interface RowPerson {
  readonly birthDate: LocalDate | undefined;
  readonly sex: Sex | undefined;
  readonly date: LocalDate;
  /** True where the source lists children only. */
  readonly child: boolean;
}

/** The identity of a row with what was noticed. */
export interface ReadIdentity {
  readonly identity: Identity;
  readonly issues: readonly Issue[];
}

const faults = { D01: 'nik-rusak', D03: 'nik-tidak-sah', D04: 'nik-tersamar', D05: 'tanpa-nik' } as const;
// A woman younger than this when the child was born is not taken for its mother: then the NIK is merely wrong (D08).
const youngestMotherMonths = 12 * 12;
const childBelowMonths = 12 * 12;

/** Reads NIK and mother's NIK of a row, and never lets a mother's NIK stand as her child's (D01 to D06, D08). */
export function readIdentity(facts: readonly RowFact[], person: RowPerson): ReadIdentity {
  const issues: Issue[] = [];
  const mother = readMother(facts, issues);
  const written = facts.find(({ is }) => is === 'person.nik');
  const reading = readNik(textOf(facts, 'person.nik') ?? '');
  const cell = written?.cell ?? 'NIK';
  if (reading.is !== 'nik') return { identity: { ...mother, ...toFault(reading, cell, issues) }, issues };
  if (reading.cleaned) issues.push(toIssue({ code: 'D02', severity: 'information' }, cell));
  if (reading.nik === mother.nikIbu || isMothers(reading.nik, person)) {
    issues.push(toIssue({ code: 'D06', severity: 'warning' }, cell));
    return { identity: { ...mother, nikIbu: reading.nik, nikFault: 'tanpa-nik' }, issues };
  }
  if (agrees(reading.nik, person)) return { identity: { ...mother, nik: reading.nik }, issues };
  issues.push(toIssue({ code: 'D08', severity: 'warning' }, cell));
  return { identity: { ...mother, nik: reading.nik, nikFault: 'nik-tidak-cocok' }, issues };
}

function toFault(reading: Exclude<NikReading, { readonly is: 'nik' }>, cell: string, issues: Issue[]): Identity {
  if (reading.is === 'absent') return { nikFault: 'tanpa-nik' };
  issues.push(toIssue({ code: reading.is, severity: 'warning' }, cell));
  return { nikFault: faults[reading.is], ...(reading.localId === undefined ? {} : { localId: reading.localId }) };
}

/** The mother's NIK has its own column, or stands in brackets behind her name. */
function readMother(facts: readonly RowFact[], issues: Issue[]): Identity {
  const written = textOf(facts, 'person.mother');
  const inside = written === undefined ? null : findNik(written);
  const own = readNik(textOf(facts, 'person.nikIbu') ?? '');
  const cell = facts.find(({ is }) => is === 'person.nikIbu')?.cell ?? 'NIK Ibu';
  const name = inside === null ? written : inside.rest;
  const mother = name === undefined || name === '' ? {} : { mother: name };
  if (own.is === 'nik' && toNikFacts(own.nik).sex === 'P') return { ...mother, nikIbu: own.nik };
  if (own.is === 'nik') issues.push(toIssue({ code: 'D08', severity: 'warning' }, cell));
  else if (own.is !== 'absent') issues.push(toIssue({ code: own.is, severity: own.is === 'D05' ? 'information' : 'warning' }, cell));
  return inside !== null && toNikFacts(inside.nik).sex === 'P' ? { ...mother, nikIbu: inside.nik } : mother;
}

/** True when the NIK of a child's row belongs to a grown woman: its date is not the child's and lies a motherhood earlier. */
function isMothers(nik: string, { birthDate, date, child }: RowPerson): boolean {
  if (toNikFacts(nik).sex !== 'P' || (birthDate !== undefined && isNikOf(nik, birthDate))) return false;
  const isChild = birthDate === undefined ? child : toMonthsBetween(birthDate, date) < childBelowMonths;
  const owner = toNikBirthDate(nik, date);
  return isChild && owner !== null && toMonthsBetween(owner, birthDate ?? date) >= youngestMotherMonths;
}

function agrees(nik: string, { birthDate, sex }: RowPerson): boolean {
  return (birthDate === undefined || isNikOf(nik, birthDate)) && (sex === undefined || toNikFacts(nik).sex === sex);
}
