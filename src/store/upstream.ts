import type { Upstream, UpstreamEntry } from '../platforms/platform.ts';
import type { Debt } from '../deliver/debt.ts';
import type { Db, Tx } from './db.ts';
import { toLeaseKey } from './debts.ts';
import { isOfIndex } from './is-of-index.ts';

/** What a platform calls our resources, by our ref; unknown refs are absent. */
export async function upstreamOf(db: Db, platform: string, refs: readonly string[]): Promise<Upstream> {
  if (refs.length === 0) return new Map();
  const rows = await db.rows<{ ref: string; platform_id: string; hash: string; learned_at: Date }>('upstream-of', [
    db.environment,
    platform,
    refs,
  ]);
  return new Map(rows.map((row) => [row.ref, { ref: row.ref, platformId: row.platform_id, hash: row.hash, learnedAt: row.learned_at }]));
}

/** What was learned of a ref, when, and the version of the subject that was sent, where it is known. */
export interface LearnedEntry extends UpstreamEntry {
  readonly version?: number | undefined;
  readonly at: Date;
}

/** Keeps what was learned about a platform's ids; of one ref the last. */
export async function saveLearned(db: Db, platform: string, entries: readonly LearnedEntry[]): Promise<void> {
  const latest = [...new Map(entries.map((entry) => [entry.ref, entry])).values()];
  if (latest.length === 0) return;
  await db.count('save-upstream', [
    ...[db.environment, platform, ...toColumns(latest)],
    latest.map(({ version }) => version ?? null),
    latest.map(({ at }) => at),
  ]);
}

/** Keeps what was learned at one moment, of one version. */
export async function saveUpstream(
  db: Db,
  platform: string,
  entries: readonly UpstreamEntry[],
  { version, at }: { readonly version?: number; readonly at: Date },
): Promise<void> {
  await saveLearned(
    db,
    platform,
    entries.map((entry) => ({ ...entry, version, at })),
  );
}

/**
 * Keeps what a worker learned about a debt it holds; without the lease nothing is kept.
 * False: a visit was found that belongs to another visit of ours, and nothing is kept.
 */
export async function learnUpstream(db: Db, debt: Debt, entries: readonly UpstreamEntry[], at: Date): Promise<boolean> {
  const columns = toColumns(entries);
  if (columns[0].length === 0) return true;
  try {
    await db.count('learn-upstream', [...toLeaseKey(db, debt), debt.version, at, ...columns]);
    return true;
  } catch (fault) {
    if (isOfIndex(fault, 'upstream_visit')) return false;
    throw fault;
  }
}

/** Drops what the platform holds nothing of any more; for a worker, only while it holds the debt. */
export async function forgetUpstream(tx: Tx, debt: Debt, refs: readonly string[]): Promise<void> {
  if (refs.length > 0) await tx.count('forget-upstream', [...toLeaseKey(tx, debt), refs]);
}

/** Drops refs of a platform, whoever holds the debt: for a debt that was settled in the same transaction. */
export async function dropUpstream(tx: Tx, platform: string, refs: readonly string[]): Promise<void> {
  if (refs.length > 0) await tx.count('drop-upstream', [tx.environment, platform, refs]);
}

/** Refs, ids and hashes as three columns; of one ref the last. */
function toColumns(entries: readonly UpstreamEntry[]): readonly [readonly string[], readonly string[], readonly string[]] {
  const latest = [...new Map(entries.map((entry) => [entry.ref, entry])).values()];
  return [latest.map(({ ref }) => ref), latest.map(({ platformId }) => platformId), latest.map(({ hash }) => hash)];
}
