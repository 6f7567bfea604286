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

/** When a submitter first handed in the bytes of a submission; undefined for one that never did. */
export async function handedInAt(db: Db, submission: string, submitter: string): Promise<Date | undefined> {
  const [row] = await db.rows<{ at: Date }>('handed-in-at', [submission, db.environment, submitter]);
  return row?.at;
}

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

interface DeliveryRow {
  readonly visit: string;
  readonly platform: string | null;
  readonly environment: string | null;
  readonly encounter: string | null;
  readonly patient: string | null;
  readonly version: number | null;
  readonly at: Date | null;
}

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** What platforms have taken of the visits a reading speaks of, so many visits at a time, in the order of visits and platforms. */
export async function* deliveriesOf(db: Db, reading: string, visits: number): AsyncGenerator<KeptDelivery> {
  for (let last: string | undefined = beforeAll; last !== undefined;) {
    const rows: readonly DeliveryRow[] = await db.rows<DeliveryRow>('list-deliveries', [db.environment, reading, last, visits]);
    yield* rows.flatMap(toDelivery);
    last = rows.at(-1)?.visit;
  }
}

/** None for a visit that no platform has taken. */
function toDelivery({ visit, platform, environment, encounter, patient, version, at }: DeliveryRow): readonly KeptDelivery[] {
  if (platform === null || environment === null || encounter === null || version === null || at === null) return [];
  return [{ visit, platform, environment, encounter, patient: patient ?? undefined, version, at }];
}
