import type { Visit } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { personKeysOf } from './person-keys.ts';
import { sealJson } from './sealing/seal.ts';
import { getVisits, toKnownVisit, visitContext, type KnownVisit, type VisitRow } from './visits.ts';

/** A visit as it was at a version; `person` is whom it was about then. */
export interface VisitAt {
  readonly visit: string;
  readonly version: number;
  readonly person: string;
}

/** Visits by id, held until the transaction ends; unknown ones and those of erased people are absent. */
export async function holdVisits(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownVisit>> {
  if (ids.length === 0) return new Map();
  await tx.rows('hold-visits', [[...ids].sort()]);
  return getVisits(tx, ids);
}

/** Keeps what visits are made of, when they say what they said before: no version is raised. The visits are held by this transaction. */
export async function saveLineages(tx: Tx, kept: readonly { readonly visit: Visit; readonly lineage: unknown }[]): Promise<void> {
  if (kept.length === 0) return;
  const keys = await personKeysOf(
    tx,
    kept.map(({ visit }) => visit.person),
  );
  const sealed = kept.map(({ visit, lineage }) => {
    const key = keys.get(visit.person);
    if (key === undefined) throw new Error('a visit that is held has a person');
    return sealJson(key, visitContext(visit.id), { visit, lineage }, tx.random);
  });
  await tx.count('save-lineages', [kept.map(({ visit }) => visit.id), sealed, tx.environment]);
}

/** Visits as they were, by id; those of erased people are absent. */
export async function versionsOf(db: Db, at: readonly VisitAt[]): Promise<ReadonlyMap<string, KnownVisit>> {
  if (at.length === 0) return new Map();
  const columns = [at.map(({ visit }) => visit), at.map(({ version }) => version), at.map(({ person }) => person)];
  const rows = await db.rows<VisitRow>('versions-of', [...columns, db.environment]);
  return new Map(rows.map((row) => [row.id, toKnownVisit(db, row)]));
}

/** The versions of a visit before the present one, the newest first; what is sealed under a key nobody has any more is left out. */
export async function formerVersions(db: Db, id: string): Promise<readonly KnownVisit[]> {
  const rows = await db.rows<VisitRow>('former-versions', [id, db.environment]);
  return rows.flatMap((row) => {
    try {
      return [toKnownVisit(db, row)];
    } catch {
      // Kept before it was written down whom it was about then, and about somebody else than now.
      return [];
    }
  });
}
