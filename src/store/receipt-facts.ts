import type { Issue } from '../fhir/issue.ts';
import type { RowStatus } from '../map/mapped-row.ts';
import type { Db } from './db.ts';

/** A verdict without the cells it was given on. `position` counts from 0 within its reading. */
export interface KeptVerdict {
  readonly position: number;
  readonly row: number | string;
  readonly status: RowStatus;
  readonly reason: string | undefined;
  readonly heading: boolean;
  readonly issues: readonly Issue[];
}

/** What a platform has taken of a visit: its id there, under which person, which version and when. */
export interface KeptDelivery {
  readonly visit: string;
  readonly platform: string;
  readonly environment: string;
  readonly encounter: string;
  readonly patient: string | undefined;
  readonly version: number;
  readonly at: Date;
}

type VerdictRow = Omit<KeptVerdict, 'row' | 'reason' | 'issues'> & {
  readonly line: number | null;
  readonly path: string | null;
  readonly reason: string | null;
  readonly issues: readonly Issue[] | null;
};

/** Verdicts of a reading after a position (-1 for the beginning), in the order of the file; nothing is unsealed for them. */
export async function verdictsOf(db: Db, reading: string, after: number, limit: number): Promise<readonly KeptVerdict[]> {
  const rows = await db.rows<VerdictRow>('list-verdicts', [reading, after, limit]);
  return rows.map(({ position, line, path, status, reason, heading, issues }) => ({
    position,
    row: line ?? path ?? position,
    status,
    reason: reason ?? undefined,
    heading,
    issues: issues ?? [],
  }));
}

/** The hash over all verdicts of a reading, where it was computed before. */
export async function getVerdictDigest(db: Db, reading: string): Promise<string | undefined> {
  const [row] = await db.rows<{ verdict_digest: string | null }>('get-verdict-digest', [reading]);
  return row?.verdict_digest ?? undefined;
}

/** Keeps the hash over all verdicts of a finished reading. */
export async function keepVerdictDigest(db: Db, reading: string, digest: string): Promise<void> {
  await db.count('keep-verdict-digest', [reading, digest]);
}

/** What platforms have taken of the visits a reading speaks of, after one of them, in the order of visits and platforms. */
export async function deliveriesOf(
  db: Db,
  reading: string,
  after: Pick<KeptDelivery, 'visit' | 'platform'> | undefined,
  limit: number,
): Promise<readonly KeptDelivery[]> {
  const rows = await db.rows<Omit<KeptDelivery, 'patient'> & { readonly patient: string | null }>('list-deliveries', [
    db.environment,
    reading,
    after?.visit ?? null,
    after?.platform ?? '',
    limit,
  ]);
  return rows.map(({ patient, ...row }) => ({ ...row, patient: patient ?? undefined }));
}
