import type { Db } from './db.ts';

/** Bytes of the files that were answered and are not read to their end yet, whoever reads them. */
export async function countBacklog(db: Db): Promise<number> {
  const [row] = await db.rows<{ bytes: number }>('count-backlog', [db.environment]);
  return row?.bytes ?? 0;
}
