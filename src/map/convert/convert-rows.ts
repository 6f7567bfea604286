import type { Issue } from '../../fhir/issue.ts';
import type { Dose } from '../../insight/immunization/find-short-interval.ts';
import type { ComputingFacts } from '../../insight/computed/with-computed.ts';
import type { HistoryVisit } from '../../insight/history.ts';
import type { Finding } from '../../insight/warnings/finding.ts';
import type { WarningTables } from '../../insight/warnings/warning-tables.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toGiven } from '../given.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toUnknownRow } from '../persons/recognise-persons.ts';
import { policyOf, puskesmasOf } from '../places/ask-site.ts';
import type { Policy, Site } from '../place.ts';
import type { Sensitivity } from '../element-definition.ts';
import { secrecyOf } from '../kerahasiaan-of.ts';
import { toStatus } from '../rows/map-record.ts';
import { tellOfParts } from '../rows/tell-of-parts.ts';
import { sendingOf } from '../sending-of.ts';
import type { Source } from '../source.ts';
import type { LocalDate, Person, Sending, Visit } from '../visit.ts';
import type { Computed } from '../visits/compute-growth.ts';
import { judgeReported } from '../visits/compute-growth.ts';
import { judgeDoses, toDoses } from '../visits/judge-doses.ts';
import { judgeSlips } from '../visits/judge-slips.ts';
import type { Gathering, GatheredVisit } from '../visits/gathering.ts';
import { gatherFile } from './gather-file.ts';
import { judgePersons, nameOfEnrolment, nameOfVisit, type JudgedFile } from './judge-persons.ts';
import type { ConvertedEnrolment, Enrolments } from './to-enrolments.ts';
import { toEnrolments } from './to-enrolments.ts';

/** What a file is converted with: no platform, no history, no database. */
export interface ConvertSetting extends WarningTables {
  readonly source: Source;
  readonly site: Site;
  /** The day on which people are judged. */
  readonly asOf: LocalDate;
  readonly newPersonId: () => string;
  readonly newVisitId: () => string;
}

/** A row after everything is known: its verdict, and the visit it went into. */
export interface ConvertedRow {
  readonly row: MappedRow;
  readonly visit: string | undefined;
}

/** A visit with what we compute of it and whether it is owed. */
export interface ConvertedVisit {
  readonly visit: Visit;
  readonly rows: readonly (number | string)[];
  readonly person: Person;
  readonly place: string;
  /** At the stage of life that follows from everything the file says of the person. */
  readonly staged: HistoryVisit;
  readonly computed: Computed;
  /** What the facts of its Bundle that are computed rest on besides the visit. */
  readonly facts: ComputingFacts;
  readonly findings: readonly Finding[];
  readonly kerahasiaan: Sensitivity;
  readonly sending: Sending;
  /** What the head of the puskesmas decided: also which elements go although they stay here by default. */
  readonly policy: Policy | undefined;
}

/** An entry of the register with what its rules found. */
export interface JudgedEnrolment extends ConvertedEnrolment {
  readonly findings: readonly Finding[];
}

/** Everything a file comes to when it is read into an empty gateway. */
export interface Conversion {
  readonly rows: readonly ConvertedRow[];
  readonly persons: readonly Person[];
  readonly visits: readonly ConvertedVisit[];
  /** Entries in the register of sasaran, where the file is one. */
  readonly enrolments: readonly JudgedEnrolment[];
}

/** Reads the mapped rows of one file into an empty gateway: persons, visits, what is computed and what is owed. Pure. */
export function convertRows(rows: readonly MappedRow[], setting: ConvertSetting): Conversion {
  const { recognised, gathered } = gatherFile(rows, { ...setting, version: setting.source.version });
  const persons = new Map(recognised.persons.map((person) => [person.id, person] as const));
  const { enrolments, repeated } = toEnrolments(rows, persons, recognised.byRow);
  const all = { visits: gathered.visits.map(({ visit }) => visit), enrolments };
  const judged = judgePersons(recognised.persons, all, { tables: setting, asOf: setting.asOf });
  const visits = gathered.visits.flatMap((each) => {
    const person = persons.get(each.visit.person);
    return person === undefined ? [] : [toConverted(each, person, judged, setting)];
  });
  const differences = toDifferences(visits, gathered);
  const slips = judgeSlips(rows, gathered, setting);
  const dosesOf = toDosesByPerson(gathered);
  const settled = rows.map((each) =>
    toRow(recognised.unknown.has(each.row) ? toUnknownRow(each) : each, { ...gathered, repeated }, [
      ...(recognised.issues.get(each.row) ?? []),
      ...(differences.get(each.row) ?? []),
      ...(slips.get(each.row) ?? []),
      ...(each.visit === undefined
        ? []
        : judgeDoses(each.visit, dosesOf(recognised.byRow.get(each.row)), setting.programme.immunization.intervals)),
    ]),
  );
  const entries = enrolments.map((each) => ({ ...each, findings: judged.findingsOf(nameOfEnrolment(each)) }));
  return { rows: withJoined(tellOfParts(settled)), persons: recognised.persons, visits, enrolments: entries };
}

/** A row that was joined into another has its verdict and its visit. */
function withJoined(rows: readonly ConvertedRow[]): readonly ConvertedRow[] {
  const byRow = new Map(rows.map((each) => [each.row.row, each] as const));
  return rows.map((each) => {
    const main = each.row.person === undefined ? byRow.get(each.row.partOf ?? '') : undefined;
    if (main === undefined) return each;
    const { status, reason } = main.row;
    return { row: { ...each.row, status, ...toGiven({ reason }) }, visit: main.visit };
  });
}

/** The dated doses of a person in all visits of the file. */
function toDosesByPerson({ visits }: Gathering): (person: string | undefined) => readonly Dose[] {
  const doses = new Map<string, Dose[]>();
  for (const { visit } of visits) doses.set(visit.person, [...(doses.get(visit.person) ?? []), ...toDoses(visit.elements)]);
  return (person) => doses.get(person ?? '') ?? [];
}

function toConverted({ visit, rows }: GatheredVisit, person: Person, judged: JudgedFile, setting: ConvertSetting): ConvertedVisit {
  const place = setting.site.places.get(visit.place);
  const puskesmas = place === undefined ? undefined : puskesmasOf(setting.site, place);
  const policy = puskesmas === undefined ? undefined : policyOf(setting.site, puskesmas.code);
  const duty = setting.source.duties['satusehat']?.is ?? 'tidak';
  const staged = judged.staged(visit);
  return {
    visit,
    rows,
    person,
    place: place?.name ?? visit.place,
    staged,
    computed: judged.computed(visit),
    facts: judged.factsOf(visit),
    findings: judged.findingsOf(nameOfVisit(visit)),
    kerahasiaan: secrecyOf(staged, person, setting.programme).kerahasiaan,
    sending: sendingOf({ visit, person, duty, policy, place }),
    policy,
  };
}

/** A status that differs from ours is said on the last row of the visit, whose report it is; a repeated row said it before. */
function toDifferences(visits: readonly ConvertedVisit[], { byRow }: Gathering): ReadonlyMap<number | string, readonly Issue[]> {
  return new Map(
    visits.flatMap(({ visit, rows, computed }) => {
      const row = rows.findLast((each) => byRow.get(each)?.duplicate === false);
      return row === undefined ? [] : [[row, judgeReported(visit.reported, computed)] as const];
    }),
  );
}

function toRow(row: MappedRow, { byRow, repeated }: Gathering & Pick<Enrolments, 'repeated'>, added: readonly Issue[]): ConvertedRow {
  if (repeated.has(row.row)) {
    const issues = [toIssue({ code: 'D26', severity: 'information' })];
    return { row: { ...row, status: 'skipped', reason: 'duplikat', issues }, visit: undefined };
  }
  const outcome = byRow.get(row.row);
  if (outcome === undefined) return { row: row.person === undefined ? row : withIssues(row, added), visit: undefined };
  if (outcome.duplicate) return { row: { ...row, status: 'skipped', reason: 'duplikat', issues: outcome.issues }, visit: outcome.visit };
  return { row: withIssues(row, [...outcome.issues, ...added]), visit: outcome.visit };
}

function withIssues(row: MappedRow, added: readonly Issue[]): MappedRow {
  const issues = [...row.issues, ...added];
  return { ...row, issues, status: toStatus(issues) };
}
