import type { Db } from './db.ts';

/** A row of another file that only repeated what a visit was told. */
export interface SupportRow {
  readonly visit: string;
  readonly submission: string;
  readonly source: string;
  readonly position: number;
  readonly content: string;
}

/** Rows of files other than `submission` that repeated contents of these visits. */
export async function supportsOf(
  db: Db,
  submission: string,
  visits: readonly { readonly id: string; readonly person: string; readonly contents: readonly string[] }[],
): Promise<readonly SupportRow[]> {
  if (visits.length === 0) return [];
  const contents = visits.flatMap((visit) => visit.contents);
  const byDigest = new Map(contents.map((content) => [db.digest('row', content).toString('hex'), content] as const));
  const rows = await db.rows<Omit<SupportRow, 'content'> & { readonly content_digest: Buffer }>('supports-of', [
    [...new Set(visits.map(({ person }) => person))],
    visits.map(({ id }) => id),
    submission,
  ]);
  return rows.flatMap(({ content_digest: digest, ...row }) => {
    const content = byDigest.get(digest.toString('hex'));
    return content === undefined ? [] : [{ ...row, content }];
  });
}

/** Those of the visits that one row alone gave. */
export async function soleRowVisits(
  db: Db,
  visits: readonly { readonly id: string; readonly person: string }[],
): Promise<ReadonlySet<string>> {
  if (visits.length === 0) return new Set();
  const columns = [visits.map(({ person }) => person), visits.map(({ id }) => id)];
  return new Set((await db.rows<{ visit: string }>('sole-rows', columns)).map(({ visit }) => visit));
}

/** A row whose visit a newer reading does not give. `repeated`: it had only said again what another row said. */
export interface GoneRow {
  readonly position: number;
  readonly visit: string;
  readonly repeated: boolean;
}

/** Rows of an older reading after a position (-1 for the beginning) whose visit the newer one does not give. */
export async function goneRows(
  db: Db,
  readings: { readonly older: string; readonly newer: string },
  after: number,
  limit: number,
): Promise<readonly GoneRow[]> {
  return db.rows<GoneRow>('gone-rows', [readings.older, readings.newer, after, limit]);
}

/** Whom rows of a reading speak of without giving a visit, after a person in the order of their ids (undefined for the beginning). */
export async function personsWithoutVisit(db: Db, reading: string, after: string | undefined, limit: number): Promise<readonly string[]> {
  return (await db.rows<{ person: string }>('persons-of-rows-without-visit', [reading, after ?? null, limit])).map(({ person }) => person);
}
