import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { NikReading } from '../conversions/read-nik.ts';
import { findNik, isNikOf, readNik, toNikBirthDate, toNikFacts } from '../conversions/read-nik.ts';
import { toGiven } from '../given.ts';
import { toMonthsBetween } from '../days.ts';
import type { MotherAges } from '../programme.ts';
import type { LocalDate, PersonDraft, Sex } from '../visit.ts';
import { oldestChildMonths } from './read-birth-date.ts';
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
  readonly mothers: MotherAges | undefined;
  /** Codes of regencies and cities; absent: a NIK is not held against them. */
  readonly regencies: ReadonlySet<string> | undefined;
}

/** The identity of a row with what was noticed. */
export interface ReadIdentity {
  readonly identity: Identity;
  readonly issues: readonly Issue[];
}

const faults = { D01: 'nik-rusak', D03: 'nik-tidak-sah', D04: 'nik-tersamar', D05: 'tanpa-nik' } as const;

/** Reads NIK and mother's NIK of a row, and never lets a mother's NIK stand as her child's (D01 to D06, D08). */
export function readIdentity(facts: readonly RowFact[], person: RowPerson): ReadIdentity {
  const mother = readMother(facts, person);
  const own = readOwnNik(facts, person, mother.identity.nikIbu);
  return { identity: { ...mother.identity, ...own.identity }, issues: [...mother.issues, ...own.issues] };
}

function readOwnNik(facts: readonly RowFact[], person: RowPerson, nikIbu: string | undefined): ReadIdentity {
  const cell = facts.find(({ is }) => is === 'person.nik')?.cell ?? 'NIK';
  const reading = readNik(textOf(facts, 'person.nik') ?? '');
  if (reading.is !== 'nik') return toFault(reading, cell);
  const judged = judgeNik(reading.nik, person, nikIbu, cell);
  const stripped = reading.cleaned ? [toIssue({ code: 'D02', severity: 'information' }, cell)] : [];
  return { ...judged, issues: [...stripped, ...judged.issues, ...toRegionIssues(reading.nik, person, cell)] };
}

/** Regencies are divided and renamed, and a NIK keeps the code of its day: an unknown one is told, and doubts nothing. */
function toRegionIssues(nik: string, { regencies }: RowPerson, cell: string): readonly Issue[] {
  if (regencies === undefined || regencies.has(nik.slice(0, 4))) return [];
  return [toIssue({ code: 'nik-wilayah-tidak-dikenal', severity: 'information' }, cell)];
}

function judgeNik(nik: string, person: RowPerson, nikIbu: string | undefined, cell: string): ReadIdentity {
  if (nik === nikIbu || isMothers(nik, person)) {
    return {
      identity: { nikIbu: nikIbu ?? nik, nikFault: 'tanpa-nik' },
      issues: [toIssue({ code: 'D06', severity: 'warning' }, cell)],
    };
  }
  if (agrees(nik, person)) return { identity: { nik }, issues: [] };
  return { identity: { nik, nikFault: 'nik-tidak-cocok' }, issues: [toIssue({ code: 'D08', severity: 'warning' }, cell)] };
}

function toFault(reading: Exclude<NikReading, { readonly is: 'nik' }>, cell: string): ReadIdentity {
  if (reading.is === 'absent') return { identity: { nikFault: 'tanpa-nik' }, issues: [] };
  const { is, localId } = reading;
  return { identity: toGiven({ nikFault: faults[is], localId }), issues: [toIssue({ code: is, severity: 'warning' }, cell)] };
}

/** The mother's NIK has its own column, or stands in brackets behind her name. */
function readMother(facts: readonly RowFact[], person: RowPerson): ReadIdentity {
  const written = textOf(facts, 'person.mother');
  const inside = written === undefined ? null : findNik(written);
  const name = inside === null ? written : inside.rest;
  const mother = name === '' ? undefined : name;
  const own = readMothersColumn(facts, person);
  const nikIbu =
    own.identity.nikIbu ??
    readParentsNik(facts, person) ??
    (inside !== null && canBeMothers(inside.nik, person.birthDate) ? inside.nik : undefined);
  return { identity: toGiven({ mother, nikIbu }), issues: own.issues };
}

/** A column of either parent's NIK: a woman's is the mother's, a man's says nothing of her. */
function readParentsNik(facts: readonly RowFact[], { birthDate }: RowPerson): string | undefined {
  const reading = readNik(textOf(facts, 'person.nikParent') ?? '');
  return reading.is === 'nik' && canBeMothers(reading.nik, birthDate) ? reading.nik : undefined;
}

function readMothersColumn(facts: readonly RowFact[], person: RowPerson): ReadIdentity {
  const reading = readNik(textOf(facts, 'person.nikIbu') ?? '');
  const cell = facts.find(({ is }) => is === 'person.nikIbu')?.cell ?? 'NIK Ibu';
  if (reading.is === 'absent') return { identity: {}, issues: [] };
  if (reading.is !== 'nik') {
    return { identity: {}, issues: [toIssue({ code: reading.is, severity: reading.is === 'D05' ? 'information' : 'warning' }, cell)] };
  }
  if (canBeMothers(reading.nik, person.birthDate)) return { identity: { nikIbu: reading.nik }, issues: [] };
  return { identity: {}, issues: [toIssue({ code: 'D08', severity: 'warning' }, cell)] };
}

/** A woman's NIK, and not the child's own, written into the mother's cell. */
function canBeMothers(nik: string, birthDate: LocalDate | undefined): boolean {
  return toNikFacts(nik).sex === 'P' && (birthDate === undefined || !isNikOf(nik, birthDate));
}

/** True when the NIK of a child's row belongs to a grown woman: its date is not the child's and lies a motherhood earlier. */
function isMothers(nik: string, { birthDate, date, child, mothers }: RowPerson): boolean {
  if (mothers === undefined || !canBeMothers(nik, birthDate)) return false;
  const isChild = birthDate === undefined ? child : toMonthsBetween(birthDate, date) < mothers.childBelowMonths;
  const owner = isChild ? toNikBirthDate(nik, date) : null;
  if (owner === null) return false;
  const older = toMonthsBetween(owner, birthDate ?? date);
  return older >= toYoungest(mothers, birthDate) && older <= mothers.oldestMonths;
}

/** Where the child's birth date is not known, whoever is no grown woman may be the child itself. */
function toYoungest({ youngestMonths }: MotherAges, birthDate: LocalDate | undefined): number {
  return birthDate === undefined ? Math.max(youngestMonths, oldestChildMonths) : youngestMonths;
}

function agrees(nik: string, { birthDate, sex }: RowPerson): boolean {
  return (birthDate === undefined || isNikOf(nik, birthDate)) && (sex === undefined || toNikFacts(nik).sex === sex);
}
