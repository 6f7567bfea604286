import type { Source } from '../map/source.ts';
import type { Duty, Person } from '../map/visit.ts';
import { gatherAgain } from '../map/visits/gather-again.ts';
import { gatherVisits } from '../map/visits/gather-visits.ts';
import { toNumberKey, toPossibleKeys, type GatherContext, type Gathering } from '../map/visits/gathering.ts';
import type { Support } from '../map/visits/known-visit.ts';
import { fromLineage } from '../map/visits/lineage.ts';
import { toKeptContent } from '../map/visits/visit-part.ts';
import type { Tx } from '../store/db.ts';
import type { KnownVisit } from '../store/visits.ts';
import type { Batch } from './batch.ts';
import type { GatewayParts } from './parts.ts';
import type { RecognisedBatch } from './recognise-batch.ts';
import { toTablesVersion } from './row-context.ts';

/** The visits a batch speaks of, with everybody they are about. */
export interface GatheredBatch extends Gathering {
  /** By id, as the store has them. */
  readonly known: ReadonlyMap<string, KnownVisit>;
  readonly persons: ReadonlyMap<string, Person>;
  /** Version of each of these persons. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Finds the visits that the rows of a batch speak of, holds them until the transaction ends, and adds what the rows say. */
export async function gatherBatch(tx: Tx, batch: Batch, recognised: RecognisedBatch, parts: GatewayParts): Promise<GatheredBatch> {
  const { rows, source, site, again } = batch;
  const { visits: known, taken } = await findKnown(tx, batch, recognised, parts);
  const owners = await withOwners(tx, known, recognised, parts);
  const context: GatherContext = {
    programme: parts.tables.programme,
    persons: [...owners.persons.values()],
    personOf: recognised.byRow,
    from: { originOf: batch.originOf, tables: toTablesVersion(source, parts.tables.programme, site), duty: toDuty(source) },
    newId: parts.newId,
    survivorOf: recognised.survivorOf,
    taken,
  };
  const existing = known.map(fromLineage);
  const gathering =
    again === undefined
      ? gatherVisits(rows, existing, { ...context, supports: await findSupportsOfOthers(tx, known, { batch, recognised }, parts) })
      : gatherAgain(rows, existing, {
          ...context,
          before: new Map(
            [...again.rows].flatMap(([at, { visit, status }]) => (visit === undefined || status === 'skipped' ? [] : [[at, visit]])),
          ),
          supports: await findSupports(tx, again.submission, known, parts),
          sole: await findSole(tx, known, parts),
        });
  return { ...gathering, ...owners, known: new Map(known.map((one) => [one.visit.id, one] as const)) };
}

/** Visits by the keys of the rows, and all that bear their numbers. */
async function findKnown(tx: Tx, { rows }: Batch, recognised: RecognisedBatch, { store }: GatewayParts) {
  const aliases = toAliases(recognised);
  const keys = rows.flatMap(({ row, visit }) => {
    const person = recognised.byRow.get(row);
    if (visit === undefined || person === undefined) return [];
    return [person, ...(aliases.get(person) ?? [])].flatMap((id) => toPossibleKeys(visit, id));
  });
  const numbers = rows.flatMap(({ visit }) => (visit === undefined ? [] : (toNumberKey(visit) ?? [])));
  return store.visits.findVisits(tx, [...new Set(keys)], [...new Set(numbers)]);
}

/** What other files repeated of visits whose number a row gives to somebody else: whoever spoke last decides. Nearly always there are none. */
async function findSupportsOfOthers(
  tx: Tx,
  known: readonly KnownVisit[],
  { batch, recognised }: { readonly batch: Batch; readonly recognised: RecognisedBatch },
  parts: GatewayParts,
): Promise<readonly Support[]> {
  const named = batch.rows.flatMap(({ row, visit }) => {
    const number = visit && toNumberKey(visit);
    return number === undefined ? [] : [{ number, person: recognised.byRow.get(row) }];
  });
  const others = known.filter(({ visit }) => {
    const number = toNumberKey(visit);
    const owner = recognised.survivorOf.get(visit.person) ?? visit.person;
    return number !== undefined && named.some((one) => one.number === number && one.person !== owner);
  });
  return others.length === 0 ? [] : findSupports(tx, noSubmission, others, parts);
}

/** Rows of every file are asked for. */
const noSubmission = '00000000-0000-0000-0000-000000000000';

/** Who was merged into each of these people: what is known of the visits of both is known of one. */
function toAliases({ survivorOf }: RecognisedBatch): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const [alias, survivor] of survivorOf) aliases.set(survivor, [...(aliases.get(survivor) ?? []), alias]);
  return aliases;
}

/** A visit that has its sender's number may be about somebody else than the row that names it now. */
async function withOwners(
  tx: Tx,
  known: readonly KnownVisit[],
  { persons, versions }: RecognisedBatch,
  { store }: GatewayParts,
): Promise<Pick<GatheredBatch, 'persons' | 'versions'>> {
  const recognised = new Map(persons.map((person) => [person.id, person] as const));
  const missing = [...new Set(known.map(({ visit }) => visit.person))].filter((id) => !recognised.has(id));
  if (missing.length === 0) return { persons: recognised, versions };
  const owners = await store.persons.getPersons(tx, missing);
  return {
    // For somebody who was merged the person they were merged into answers, as known after these rows.
    persons: new Map([...recognised, ...[...owners].map(([id, { person }]) => [id, recognised.get(person.id) ?? person] as const)]),
    versions: new Map([...versions, ...[...owners].map(([id, { person, version }]) => [id, versions.get(person.id) ?? version] as const)]),
  };
}

/** Visits with a part that has no name, which one row alone gave. */
export async function findSole(tx: Tx, known: readonly KnownVisit[], { store }: GatewayParts): Promise<ReadonlySet<string>> {
  const nameless = known.filter((one) => fromLineage(one).parts.some(({ submission }) => submission === ''));
  return store.rows.soleRowVisits(
    tx,
    nameless.map(({ visit }) => visit),
  );
}

/** Rows of other files that said the same as parts of these visits, owed as their own source says. */
export async function findSupports(
  tx: Tx,
  submission: string,
  known: readonly KnownVisit[],
  { store, tables }: GatewayParts,
): Promise<readonly Support[]> {
  const visits = known.map((one) => ({
    id: one.visit.id,
    person: one.visit.person,
    contents: fromLineage(one).parts.map(toKeptContent),
  }));
  const rows = await store.rows.supportsOf(tx, submission, visits);
  return rows.map(({ source, ...row }) => ({ ...row, duty: toDuty(tables.sources.get(source)) }));
}

/** Whether the visits of a source are owed to SATUSEHAT. */
export function toDuty(source: Pick<Source, 'duties'> | undefined): Duty {
  return source?.duties['satusehat']?.is === 'kirim' ? 'kirim' : 'tidak';
}
