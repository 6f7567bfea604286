import type { Db } from './db.ts';

/** Before the first id of all. */
const first = '00000000-0000-0000-0000-000000000000';

/** Ids of visits that stand and of which a platform was never owed anything, by id; the next ones after `after`. */
export async function visitsNotOwed(
  db: Db,
  platform: string,
  { after = first, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly string[]> {
  return (await db.rows<{ id: string }>('visits-not-owed', [db.environment, platform, after, limit])).map(({ id }) => id);
}
