import type { Duty, Sex, Visit } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { personKeysOf, unwrapPersonKey } from './person-keys.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';
import type { SealingKey } from './sealing/seal.ts';
import { toClearFacts } from './visit-facts.ts';

/** How sensitive a visit is: as its most sensitive element (field rule 6). */
export type Kerahasiaan = 'umum' | 'terbatas' | 'sangat-terbatas';

/** A visit to keep. */
export interface VisitToKeep {
  readonly visit: Visit;
  /** The key a new visit is kept under: the sender's visit number, or person, place, date and service. A visit that is known keeps the one it has. */
  readonly key: string;
  /** The sender's visit number with place and service, where there is one: several visits may bear it. */
  readonly number?: string;
  /** The platform-neutral ILP Bundle. */
  readonly bundle: unknown;
  /** Hash of what counts as content: the same hash is the same visit and raises no version. */
  readonly hash: string;
  readonly sex?: Sex;
  /** Desa of the domicile on that day. */
  readonly domicile?: string;
  readonly duty: Duty;
  readonly kerahasiaan: Kerahasiaan;
  /** Elements that may stand only in the sealed part. */
  readonly sealedKeys: ReadonlySet<string>;
  /** Versions of tables, elements, stages and profiles it was made with. */
  readonly versions: Readonly<Record<string, string>>;
  /** Which part of the visit came from which row; sealed. */
  readonly lineage?: unknown;
  readonly reading?: string;
}

/** A visit as kept. */
export interface KnownVisit {
  readonly visit: Visit;
  readonly version: number;
  readonly bundle: unknown;
  readonly lineage: unknown;
  readonly duty: Duty;
  /** True when none of its rows gives it any more: platforms are owed its end. It stands again when a row says it again. */
  readonly retracted: boolean;
}

/** What keeping did: `raised` is false when nothing was new. */
export interface KeptVisit {
  readonly id: string;
  readonly version: number;
  readonly raised: boolean;
}

/** A visit as the database has it. */
export interface VisitRow {
  readonly id: string;
  readonly key_digest: Buffer;
  readonly version: number;
  readonly person: string;
  readonly duty: Duty;
  readonly retracted: boolean;
  readonly sealed_key: Buffer;
  readonly sealed_visit: Buffer;
  readonly sealed_bundle: Buffer;
}

/** Visits that were looked for. */
export interface FoundVisits {
  readonly visits: readonly KnownVisit[];
  /** Those of the keys under which a visit is kept, also one of somebody who was erased. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Finds visits by their keys, and all of a sender's numbers, and holds them until the transaction ends, so that parts of one visit that come at once
 * are merged one after the other.
 */
export async function findVisits(tx: Tx, keys: readonly string[], numbers: readonly string[] = []): Promise<FoundVisits> {
  if (keys.length === 0) return { visits: [], taken: new Set() };
  const byDigest = new Map(keys.map((key) => [tx.digest('visit', key).toString('hex'), key]));
  const digests = [...byDigest.keys()].map((hex) => Buffer.from(hex, 'hex'));
  const rows = await tx.rows<FoundRow>('find-visits', [digests, numbers.map((number) => tx.digest('visit-number', number))]);
  return {
    visits: rows.flatMap((row) => (isKept(row) ? [toKnownVisit(tx, row)] : [])),
    taken: new Set(rows.flatMap((row) => byDigest.get(row.key_digest.toString('hex')) ?? [])),
  };
}

type FoundRow = VisitRow | (Omit<VisitRow, 'sealed_key'> & { readonly sealed_key: null });

function isKept(row: FoundRow): row is VisitRow {
  return row.sealed_key !== null;
}

/** A visit by its id, or undefined when it is unknown or its person was erased. */
export async function getVisit(db: Db, id: string): Promise<KnownVisit | undefined> {
  return (await getVisits(db, [id])).get(id);
}

/** Visits by id; unknown ones and those of erased people are absent. */
export async function getVisits(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, KnownVisit>> {
  const rows = await db.rows<VisitRow>('get-visits', [ids, db.environment]);
  return new Map(rows.map((row) => [row.id, toKnownVisit(db, row)]));
}

/** Where a person was seen last, also when that visit was taken back. */
export async function lastPlaceOf(db: Db, person: string): Promise<string | undefined> {
  return (await db.rows<{ place: string }>('last-place-of-person', [person, db.environment]))[0]?.place;
}

/** How many visits stand in this environment. */
export async function countVisits(db: Db): Promise<number> {
  const [row] = await db.rows<{ visits: number }>('count-visits', [db.environment]);
  return row?.visits ?? 0;
}

/** Keeps visits of people who are already kept. What changed gets a higher version, and what it was before stays beside it; what did not change is left alone. */
export async function saveVisits(tx: Tx, visits: readonly VisitToKeep[], at: Date): Promise<readonly KeptVisit[]> {
  if (visits.length === 0) return [];
  const sorted = [...visits].sort((a, b) => (a.visit.id < b.visit.id ? -1 : 1));
  const keys = await personKeysOf(
    tx,
    sorted.map(({ visit }) => visit.person),
  );
  const ids = sorted.map(({ visit }) => visit.id);
  const before = new Map((await tx.rows<{ id: string; version: number }>('hold-visits', [ids])).map(({ id, version }) => [id, version]));
  const rows = await tx.rows<{ id: string; version: number }>('save-visits', [
    ...clearColumns(tx, sorted),
    ...sealedColumns(tx, sorted, keys),
    tx.environment,
    at,
    sorted.map(({ number }) => (number === undefined ? null : tx.digest('visit-number', number))),
  ]);
  const now = new Map(rows.map(({ id, version }) => [id, version]));
  return visits.map(({ visit }) => ({ id: visit.id, version: now.get(visit.id) ?? before.get(visit.id) ?? 1, raised: now.has(visit.id) }));
}

/** Takes back visits that no row gives any more; each gets a higher version. Those taken back before are left alone. */
export async function retractVisits(
  tx: Tx,
  ids: readonly string[],
  { reason, at }: { readonly reason: string; readonly at: Date },
): Promise<readonly KeptVisit[]> {
  const sorted = [...new Set(ids)].sort();
  if (sorted.length === 0) return [];
  await tx.rows('hold-visits', [sorted]);
  const rows = await tx.rows<{ id: string; version: number }>('retract-visits', [sorted, reason, at]);
  return rows.map((row) => ({ ...row, raised: true }));
}

function clearColumns(tx: Tx, visits: readonly VisitToKeep[]): readonly (readonly unknown[])[] {
  return [
    visits.map(({ visit }) => visit.id),
    visits.map(({ key }) => tx.digest('visit', key)),
    visits.map(({ visit }) => visit.person),
    visits.map(({ sex }) => sex ?? null),
    visits.map(({ visit }) => visit.ageDays ?? null),
    visits.map(({ domicile }) => domicile ?? null),
    visits.map(({ visit }) => visit.place),
    visits.map(({ visit }) => visit.date),
    visits.map(({ visit }) => visit.dateEstimated),
    visits.map(({ visit }) => visit.service),
    visits.map(({ visit }) => visit.lifeStage),
    visits.map(({ visit }) => visit.recorder),
    visits.map(({ visit }) => visit.verified),
    visits.map(({ duty }) => duty),
    visits.map(({ kerahasiaan }) => kerahasiaan),
    visits.map(({ versions }) => toJsonText(versions)),
    visits.map(({ visit, sealedKeys }) => toJsonText(toClearFacts(visit.elements, sealedKeys))),
    visits.map(({ hash }) => tx.digest('visit-content', hash)),
    visits.map(({ reading }) => reading ?? null),
  ];
}

function sealedColumns(tx: Tx, visits: readonly VisitToKeep[], keys: ReadonlyMap<string, SealingKey>): readonly (readonly Buffer[])[] {
  const keyOf = ({ visit }: VisitToKeep): SealingKey => {
    const key = keys.get(visit.person);
    if (key === undefined) throw new Error('a visit is kept only after its person');
    return key;
  };
  return [
    visits.map((one) => sealJson(keyOf(one), visitContext(one.visit.id), { visit: one.visit, lineage: one.lineage }, tx.random)),
    visits.map((one) => sealJson(keyOf(one), `visit.bundle|${one.visit.id}`, one.bundle, tx.random)),
  ];
}

/** Opens a visit under the key of its person. */
export function toKnownVisit(db: Db, row: VisitRow): KnownVisit {
  const key = unwrapPersonKey(db, row.person, row.sealed_key);
  const { visit, lineage } = unsealJson(key, visitContext(row.id), row.sealed_visit) as { visit: Visit; lineage?: unknown };
  return {
    visit,
    lineage,
    version: row.version,
    duty: row.duty,
    retracted: row.retracted,
    bundle: unsealJson(key, `visit.bundle|${row.id}`, row.sealed_bundle),
  };
}

/** What a visit and its parts are sealed to. */
export function visitContext(id: string): string {
  return `visit.visit|${id}`;
}
