import type { Issue } from '../fhir/issue.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { Site } from '../map/place.ts';
import { toVisitHours } from '../map/places/to-visit-hours.ts';
import { toStatus } from '../map/rows/map-record.ts';
import type { Source } from '../map/source.ts';
import type { Duty, Person, Visit } from '../map/visit.ts';
import { gatherVisits, toVisitKey, type Gathering } from '../map/visits/gather-visits.ts';
import type { Tx } from '../store/db.ts';
import { bundleVisit, type BundledVisit } from './bundle-visit.ts';
import { oweVisits, releaseVisits, type VisitToOwe } from './owe-visits.ts';
import { judgeVisits } from './judge-visits.ts';
import { platforms, type GatewayParts } from './parts.ts';
import { recogniseBatch, type RecognisedBatch } from './recognise-batch.ts';

/** A batch of rows on its way into the store. */
export interface Batch {
  readonly rows: readonly MappedRow[];
  readonly source: Source;
  readonly site: Site;
  readonly reading: string;
  readonly at: Date;
}

type SettledRow = Parameters<GatewayParts['store']['rows']['insertRows']>[3][number];

/**
 * Keeps a batch in one transaction: the persons its rows speak of, their visits as resources that hold, and what is now owed.
 * Returns the rows with everything that was found out about them on the way.
 */
export async function keepBatch(tx: Tx, batch: Batch, parts: GatewayParts): Promise<readonly SettledRow[]> {
  const { rows, source, site, at } = batch;
  const recognised = await recogniseBatch(tx, rows, { store: parts.store, site, sender: source.name, newId: parts.newId, at });
  const gathering = await gatherBatch(tx, batch, recognised, parts);
  const differences = await judgeVisits(tx, gathering, new Map(recognised.persons.map((person) => [person.id, person] as const)), parts);
  const issues = await keepVisits(tx, { batch, recognised, gathering }, parts);
  const changed = recognised.changed.map((person) => ({ person, version: recognised.versions.get(person.id) ?? 1 }));
  await releaseVisits(tx, changed, { store: parts.store, site, at, dueOf: (visit) => dueOf(site, visit) });
  return rows.map((row) => toSettled(row, { recognised, gathering, issues, differences }));
}

async function gatherBatch(
  tx: Tx,
  { rows }: Batch,
  recognised: RecognisedBatch,
  parts: GatewayParts,
): Promise<Gathering & { readonly duties: ReadonlyMap<string, Duty> }> {
  const keys = rows.flatMap((row) => {
    const person = recognised.byRow.get(row.row);
    return row.visit === undefined || person === undefined ? [] : [toVisitKey(row.visit, person)];
  });
  const known = [...(await parts.store.visits.findVisits(tx, [...new Set(keys)])).values()];
  const existing = known.map(({ visit, lineage }) => ({
    visit,
    contentHashes: (lineage as { readonly contentHashes: readonly string[] }).contentHashes,
  }));
  const gathering = gatherVisits(rows, existing, {
    programme: parts.tables.programme,
    persons: recognised.persons,
    personOf: recognised.byRow,
    newId: parts.newId,
  });
  return { ...gathering, duties: new Map(known.map(({ visit, duty }) => [visit.id, duty] as const)) };
}

interface Keeping {
  readonly batch: Batch;
  readonly recognised: RecognisedBatch;
  readonly gathering: Gathering & { readonly duties: ReadonlyMap<string, Duty> };
}

type Made = BundledVisit & {
  readonly visit: Visit;
  readonly person: Person;
  readonly duty: Duty;
  readonly contentHashes: readonly string[];
};

async function keepVisits(tx: Tx, keeping: Keeping, parts: GatewayParts): Promise<ReadonlyMap<string, readonly Issue[]>> {
  const { batch } = keeping;
  const made = makeVisits(keeping, parts);
  const kept = await parts.store.visits.saveVisits(
    tx,
    made.map((one) => toKeep(one, batch, parts)),
    batch.at,
  );
  const versionOf = new Map(kept.map(({ id, version }) => [id, version] as const));
  const owed = made.map((one): VisitToOwe => ({
    visit: one.visit,
    version: versionOf.get(one.visit.id) ?? 1,
    person: one.person,
    personVersion: keeping.recognised.versions.get(one.person.id) ?? 1,
    duty: one.duty,
    sendable: one.sendable,
    due: one.hours.endUtc,
  }));
  await oweVisits(tx, owed, { store: parts.store, site: batch.site, at: batch.at });
  return new Map(made.map(({ visit, issues }) => [visit.id, issues] as const));
}

function makeVisits({ batch, recognised, gathering }: Keeping, parts: GatewayParts): readonly Made[] {
  const persons = new Map(recognised.persons.map((person) => [person.id, person] as const));
  const bundling = {
    programme: parts.tables.programme,
    validator: parts.tables.validator,
    environment: parts.store.environment,
    idOf: parts.store.idOf,
  };
  return gathering.visits.flatMap(({ visit, outcome, contentHashes }): readonly Made[] => {
    const person = persons.get(visit.person);
    const place = batch.site.places.get(visit.place);
    if (outcome === 'same' || person === undefined || place === undefined) return [];
    const duty = toDuty(batch.source, gathering.duties.get(visit.id));
    return [{ ...bundleVisit(visit, { person, place }, bundling), visit, person, duty, contentHashes }];
  });
}

/** A visit is owed as soon as one of its sources owes it. */
function toDuty(source: Source, before: Duty | undefined): Duty {
  const own = platforms.map((platform) => source.duties[platform]?.is ?? 'tidak').find((duty) => duty === 'kirim') ?? 'tidak';
  return before === 'kirim' ? before : own;
}

function toKeep(made: Made, batch: Batch, { tables }: GatewayParts): Parameters<GatewayParts['store']['visits']['saveVisits']>[1][number] {
  const { visit, person, duty, bundle, hash, contentHashes } = made;
  const { elements } = tables.programme.elements;
  const definitions = visit.elements.flatMap(({ key }) => elements.get(key) ?? []);
  const grade = (is: string): boolean => definitions.some(({ kerahasiaan }) => kerahasiaan === is);
  const domicile = batch.site.places.get(visit.place)?.kelurahan;
  return {
    visit,
    key: toVisitKey(visit, visit.person),
    bundle,
    hash,
    ...(person.sex === undefined ? {} : { sex: person.sex }),
    ...(domicile === undefined ? {} : { domicile }),
    duty,
    kerahasiaan: grade('sangat-terbatas') ? 'sangat-terbatas' : grade('terbatas') ? 'terbatas' : 'umum',
    sealedKeys: new Set(
      definitions.filter(({ shape, kerahasiaan }) => shape === 'text' || kerahasiaan === 'sangat-terbatas').map(({ key }) => key),
    ),
    versions: { source: `${batch.source.name}@${batch.source.version}`, programme: tables.programme.version, site: batch.site.version },
    lineage: { contentHashes },
    reading: batch.reading,
  };
}

function dueOf(site: Site, visit: Visit): Date {
  const place = site.places.get(visit.place);
  return place === undefined ? new Date(0) : toVisitHours(place, visit.date).endUtc;
}

interface Findings {
  readonly recognised: RecognisedBatch;
  readonly gathering: Gathering;
  /** What validating the visit's resources found, by visit. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
  readonly differences: ReadonlyMap<number | string, readonly Issue[]>;
}

function toSettled(row: MappedRow, { recognised, gathering, issues, differences }: Findings): SettledRow {
  const outcome = gathering.byRow.get(row.row);
  const person = recognised.byRow.get(row.row);
  if (person === undefined) return { row };
  if (outcome === undefined) return { row: withIssues(row, recognised.issues.get(row.row) ?? []), person };
  const settled = { person, visit: outcome.visit };
  if (outcome.duplicate) return { row: { ...row, status: 'skipped', reason: 'duplikat', issues: outcome.issues }, ...settled };
  const found = [recognised.issues.get(row.row), outcome.issues, differences.get(row.row), issues.get(outcome.visit)];
  return {
    row: withIssues(
      row,
      found.flatMap((some) => some ?? []),
    ),
    ...settled,
  };
}

function withIssues(row: MappedRow, added: readonly Issue[]): MappedRow {
  const issues = [...row.issues, ...added];
  return { ...row, status: toStatus(issues), issues };
}
