import type { Issue } from '../fhir/issue.ts';
import { toIssue } from '../map/catalogue/issue-catalogue.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { Site } from '../map/place.ts';
import { toUnknownRow } from '../map/persons/recognise-persons.ts';
import { toVisitHours } from '../map/places/to-visit-hours.ts';
import { toStatus } from '../map/rows/map-record.ts';
import type { Visit } from '../map/visit.ts';
import type { Gathering } from '../map/visits/gathering.ts';
import { toContent, toSaid } from '../map/visits/visit-part.ts';
import type { Tx } from '../store/db.ts';
import type { Batch } from './batch.ts';
import { gatherBatch, type GatheredBatch } from './gather-batch.ts';
import { judgeDosesOfRows } from './judge-doses-of-rows.ts';
import { judgeSlipsOfRows } from './judge-slips-of-rows.ts';
import { judgeVisits } from './judge-visits.ts';
import { keepEnrolments } from './keep-enrolments.ts';
import { keepVisits, type VisitToMake } from './keep-visits.ts';
import { releaseVisits, withdrawVisits } from './owe-visits.ts';
import { noLongerSaid } from './replay/take-back-gone.ts';
import type { GatewayParts } from './parts.ts';
import { recogniseBatch, type RecognisedBatch } from './recognise-batch.ts';

type SettledRow = Parameters<GatewayParts['store']['rows']['insertRows']>[3][number];

/**
 * Keeps a batch in one transaction: the persons its rows speak of, their visits as resources that hold, and what is now owed.
 * Returns the rows with everything that was found out about them on the way.
 */
export async function keepBatch(tx: Tx, batch: Batch, parts: GatewayParts): Promise<readonly SettledRow[]> {
  const { rows, source, site, at, again } = batch;
  const recognised = await recogniseBatch(tx, rows, { ...parts, site, sender: source.name, at, before: toPersonsBefore(batch) });
  const gathering = await gatherBatch(tx, batch, recognised, parts);
  const differences = await judgeVisits(tx, gathering, { again: again !== undefined }, parts);
  const doses = await judgeDosesOfRows(tx, rows, gathering, parts);
  const slips = await judgeSlipsOfRows(tx, rows, { gathering, recognised }, parts);
  const made = gathering.visits.flatMap((one) => toMake(one, gathering, batch));
  if (again !== undefined) tellWatch(made, recognised, parts);
  const issues = await keepVisits(tx, made, { source, site, at, again: again !== undefined }, parts);
  await endEmptied(tx, gathering, { ...parts, at });
  const changed = recognised.changed.map((person) => ({ person, version: recognised.versions.get(person.id) ?? 1 }));
  const repeated = await keepEnrolments(tx, batch, recognised.byRow, parts);
  await markChanged(tx, [...toSpoken(made), ...toLeft(gathering)], changed, { ...parts, at });
  await releaseVisits(tx, changed, { ...parts, site, at, dueOf: (visit) => dueOf(site, visit) });
  const owners = new Map(gathering.visits.map(({ visit }) => [visit.id, visit.person] as const));
  return rows.map((row) => toSettled(tx, row, { recognised, gathering, owners, issues, judged: [differences, doses, slips], repeated }));
}

/** Whoever something new is said about is looked at again: episodes and warnings follow. */
async function markChanged(
  tx: Tx,
  spoken: readonly string[],
  changed: readonly { readonly person: { readonly id: string } }[],
  { store, at }: Pick<GatewayParts, 'store'> & { readonly at: Date },
): Promise<void> {
  const persons = new Set([...spoken, ...changed.map(({ person }) => person.id)]);
  await store.judgements.markJudgements(
    tx,
    [...persons].map((person) => ({ person, due: at })),
  );
}

function toSpoken(made: readonly VisitToMake[]): readonly string[] {
  return made.filter(({ outcome }) => outcome !== 'same').map(({ person }) => person.id);
}

/** Whom visits were about that are somebody else's by now, or nobody's: what they led to is withdrawn. */
function toLeft({ visits, emptied, known, persons }: GatheredBatch): readonly string[] {
  const moved = visits.flatMap(({ visit }) => {
    const before = known.get(visit.id)?.visit.person;
    return before === undefined || before === visit.person ? [] : [before];
  });
  return [...moved, ...emptied.map(({ visit }) => visit.person)].map((id) => persons.get(id)?.id ?? id);
}

/** Visits whose number is somebody else's by now, who has one of it already: no row gives them any more. */
async function endEmptied(tx: Tx, { emptied }: Gathering, parts: GatewayParts & { readonly at: Date }): Promise<void> {
  if (emptied.length === 0) return;
  const ids = emptied.map(({ visit }) => visit.id);
  const retracted = await parts.store.visits.retractVisits(tx, ids, { reason: noLongerSaid, at: parts.at });
  await withdrawVisits(tx, { visits: retracted }, parts);
}

/** Whom the rows were about when they were read before. */
function toPersonsBefore({ rows, originOf, again }: Batch): ReadonlyMap<MappedRow['row'], string> {
  if (again === undefined) return new Map();
  return new Map(
    rows.flatMap(({ row }) => {
      const person = again.rows.get(originOf(row).position)?.person;
      return person === undefined ? [] : [[row, person] as const];
    }),
  );
}

function toMake(one: GatheredBatch['visits'][number], gathering: GatheredBatch, { originOf, rows }: Batch): readonly VisitToMake[] {
  const person = gathering.persons.get(one.visit.person);
  const row = one.rows.at(-1) ?? rows[0]?.row;
  if (person === undefined || row === undefined) return [];
  const { reading } = originOf(row);
  const known = gathering.known.get(one.visit.id);
  return [{ ...one, since: one.since, person, personVersion: gathering.versions.get(person.id) ?? 1, reading, known }];
}

function tellWatch(made: readonly VisitToMake[], { versionsBefore, persons }: RecognisedBatch, { watch }: GatewayParts): void {
  for (const { visit, known } of made) watch?.visit(visit.id, known);
  for (const { id } of persons) watch?.person(id, versionsBefore.get(id));
}

function dueOf(site: Site, visit: Visit): Date {
  const place = site.places.get(visit.place);
  return place === undefined ? new Date(0) : toVisitHours(place, visit.date).endUtc;
}

interface Findings {
  readonly recognised: RecognisedBatch;
  readonly gathering: Gathering;
  /** Whose each visit is: of somebody who was merged it stays. */
  readonly owners: ReadonlyMap<string, string>;
  /** What validating the visit's resources found, by visit. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
  /** What was found by row: reports that differ from ours, doses that came too soon, measurements that do not fit the others. */
  readonly judged: readonly ReadonlyMap<number | string, readonly Issue[]>[];
  /** Rows of registers that said again what another row had said. */
  readonly repeated: ReadonlySet<number | string>;
}

function toSettled(tx: Tx, row: MappedRow, findings: Findings): SettledRow {
  const { recognised, gathering, owners, issues, judged } = findings;
  const outcome = gathering.byRow.get(row.row);
  const person = recognised.byRow.get(row.row);
  if (person === undefined) return { row: withoutPerson(row, recognised) };
  if (findings.repeated.has(row.row) || gathering.replaced.has(row.row)) return { row: toPassedOver(row, findings), person };
  const own = issuesOf(row, recognised.issues);
  if (outcome === undefined) return { row: withIssues(row, own), person };
  const settled = { person: owners.get(outcome.visit) ?? person, visit: outcome.visit };
  if (outcome.duplicate) return toRepeated(tx, { ...row, issues: outcome.issues }, settled);
  const found = [...outcome.issues, ...judged.flatMap((each) => issuesOf(row, each)), ...(issues.get(outcome.visit) ?? [])];
  return { row: withIssues(row, [...own, ...found]), ...settled };
}

function withoutPerson(row: MappedRow, { unknown }: RecognisedBatch): MappedRow {
  return unknown.has(row.row) ? toUnknownRow(row) : row;
}

function issuesOf({ row }: MappedRow, issues: ReadonlyMap<number | string, readonly Issue[]>): readonly Issue[] {
  return issues.get(row) ?? [];
}

/** Said before, or replaced by what was handed in since. */
function toPassedOver(row: MappedRow, { repeated }: Findings): MappedRow {
  const [reason, code] = repeated.has(row.row) ? (['duplikat', 'D26'] as const) : (['sudah-diganti', 'nomor-sudah-diganti'] as const);
  return { ...row, status: 'skipped', reason, issues: [toIssue({ code, severity: 'information' })] };
}

/** It is found again by what it said, should that be taken back of whom it repeated. */
function toRepeated(tx: Tx, row: MappedRow, settled: { readonly person: string; readonly visit: string }): SettledRow {
  const skipped = { ...row, status: 'skipped', reason: 'duplikat' } as const;
  if (row.visit === undefined) return { row: skipped, ...settled };
  const content = toContent({ contentHash: row.contentHash, said: toSaid(row.visit) });
  return { row: skipped, ...settled, contentDigest: tx.digest('row', content) };
}

function withIssues(row: MappedRow, added: readonly Issue[]): MappedRow {
  const issues = [...row.issues, ...added];
  return { ...row, status: toStatus(issues), issues };
}
