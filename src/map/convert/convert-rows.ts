import type { Issue } from '../../fhir/issue.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { GrowthThresholds } from '../../insight/growth/growth-thresholds-schema.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toGiven } from '../given.ts';
import type { MappedRow } from '../mapped-row.ts';
import { recognisePersons, toUnknownRow } from '../persons/recognise-persons.ts';
import { policyOf, puskesmasOf } from '../places/ask-site.ts';
import type { Site } from '../place.ts';
import type { Programme } from '../programme.ts';
import { intOf } from '../int-of.ts';
import { toStatus } from '../rows/map-record.ts';
import { sendingOf } from '../sending-of.ts';
import type { Source } from '../source.ts';
import type { Person, Sending, Visit } from '../visit.ts';
import type { Computed } from '../visits/compute-growth.ts';
import { computeGrowth, judgeReported } from '../visits/compute-growth.ts';
import type { Gathering, GatheredVisit } from '../visits/gathering.ts';
import { gatherVisits } from '../visits/gather-visits.ts';
import type { ConvertedEnrolment, Enrolments } from './to-enrolments.ts';
import { toEnrolments } from './to-enrolments.ts';

/** What a file is converted with: no platform, no history, no database. */
export interface ConvertSetting {
  readonly source: Source;
  readonly programme: Programme;
  readonly growth: GrowthTables;
  readonly thresholds: GrowthThresholds;
  readonly site: Site;
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
  readonly computed: Computed;
  readonly sending: Sending;
}

/** Everything a file comes to when it is read into an empty gateway. */
export interface Conversion {
  readonly rows: readonly ConvertedRow[];
  readonly persons: readonly Person[];
  readonly visits: readonly ConvertedVisit[];
  /** Entries in the register of sasaran, where the file is one. */
  readonly enrolments: readonly ConvertedEnrolment[];
}

/** Reads the mapped rows of one file into an empty gateway: persons, visits, what is computed and what is owed. Pure. */
export function convertRows(rows: readonly MappedRow[], setting: ConvertSetting): Conversion {
  const recognised = recognisePersons(rows, [], setting.newPersonId);
  const gathered = gatherVisits(rows, [], {
    programme: setting.programme,
    persons: recognised.persons,
    personOf: recognised.byRow,
    from: { originOf: toOriginOf(rows), tables: setting.source.version, duty: 'kirim' },
    newId: setting.newVisitId,
  });
  const persons = new Map(recognised.persons.map((person) => [person.id, person] as const));
  const ofPerson = toVisitsByPerson(gathered);
  const visits = gathered.visits.flatMap((each) => {
    const person = persons.get(each.visit.person);
    return person === undefined ? [] : [toConverted(each, person, ofPerson.get(person.id) ?? [], setting)];
  });
  const differences = toDifferences(visits, gathered);
  const { enrolments, repeated } = toEnrolments(rows, persons, recognised.byRow);
  const settled = rows.map((each) =>
    toRow(recognised.unknown.has(each.row) ? toUnknownRow(each) : each, { ...gathered, repeated }, [
      ...(recognised.issues.get(each.row) ?? []),
      ...(differences.get(each.row) ?? []),
    ]),
  );
  return { rows: withJoined(settled), persons: recognised.persons, visits, enrolments };
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

/** All rows are of one file. */
function toOriginOf(rows: readonly MappedRow[]): (row: MappedRow['row']) => { readonly submission: string; readonly position: number } {
  const positions = new Map(rows.map(({ row }, position) => [row, position] as const));
  return (row) => ({ submission: 'berkas', position: positions.get(row) ?? 0 });
}

function toVisitsByPerson({ visits }: Gathering): ReadonlyMap<string, readonly Visit[]> {
  const ofPerson = new Map<string, Visit[]>();
  for (const { visit } of visits) {
    const known = ofPerson.get(visit.person);
    if (known === undefined) ofPerson.set(visit.person, [visit]);
    else known.push(visit);
  }
  return ofPerson;
}

function toConverted({ visit, rows }: GatheredVisit, person: Person, visits: readonly Visit[], setting: ConvertSetting): ConvertedVisit {
  const place = setting.site.places.get(visit.place);
  const puskesmas = place === undefined ? undefined : puskesmasOf(setting.site, place);
  const policy = puskesmas === undefined ? undefined : policyOf(setting.site, puskesmas.code);
  const duty = setting.source.duties['satusehat']?.is ?? 'tidak';
  const weighings = visits.flatMap((other) => {
    const weightG = other.id === visit.id ? undefined : intOf(other.elements, 'berat-badan');
    return weightG === undefined ? [] : [{ date: other.date, weightG }];
  });
  return {
    visit,
    rows,
    person,
    place: place?.name ?? visit.place,
    computed: computeGrowth(visit, person, { growth: setting.growth, thresholds: setting.thresholds, weighings }),
    sending: sendingOf({ visit, person, duty, policy, place }),
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
