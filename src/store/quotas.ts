import type { Quota } from '../deliver/quota/quota.ts';
import type { KeptQuota, QuotaShelf } from '../deliver/quota/gate.ts';
import type { Db } from './db.ts';
import { toJsonText } from './json.ts';

interface QuotaRow {
  readonly credential: string;
  readonly version: number;
  readonly state: Quota;
}

/** What is known of a platform's quotas, shared by every process; a writer that has not seen the latest writes nothing. */
export function toQuotaShelf(db: Db, platform: string): QuotaShelf {
  return {
    all: () => listQuotas(db, platform),
    keep: async (credential, quota, seen, at) => {
      const values = [db.environment, platform, credential, seen, toJsonText(quota), at];
      return (await db.count(seen === 0 ? 'save-quota' : 'change-quota', values)) === 1;
    },
  };
}

/** Every quota that was met at a platform, by credential. */
export async function listQuotas(db: Db, platform: string): Promise<ReadonlyMap<string, KeptQuota>> {
  const rows = await db.rows<QuotaRow & Record<string, unknown>>('list-quotas', [db.environment, platform]);
  return new Map(rows.map(({ credential, version, state }) => [credential, { quota: state, version }]));
}
