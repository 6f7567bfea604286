import pg from 'pg';
import type { Debt } from '../../src/deliver/debt.ts';
import type { Store } from '../../src/store/open-store.ts';

/** Known faults that can be put into a gateway, to prove that the checker finds them. */
export const knownFaults = ['ignore-lease', 'forget-sending'] as const;
export type KnownFault = (typeof knownFaults)[number];

/**
 * A store with a known fault. `ignore-lease`: whatever lease number the debt has now is taken for the worker's
 * own, and messages leave without any. `forget-sending`: that a message
 * leaves is not committed before it leaves.
 */
export function breakLeases(store: Store, fault: KnownFault, url: string): Store {
  if (fault === 'forget-sending')
    return { ...store, owed: { ...store.owed, beginAll: (_db, _platform, all) => Promise.resolve(all.map(() => 'begun')) } };
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const asOwn = async (debt: Debt): Promise<Debt> => {
    const { rows } = await pool.query<{ lease_no: number }>('select lease_no from owed where subject_kind = $1 and subject_id = $2', [
      debt.subject.kind,
      debt.subject.id,
    ]);
    return { ...debt, leaseNo: rows[0]?.lease_no ?? debt.leaseNo };
  };
  const { owed } = store;
  return {
    ...store,
    owed: {
      ...owed,
      beginAll: async (db, platform, all) => {
        await owed.beginAll(db, platform, await Promise.all(all.map(async (one) => ({ ...one, debt: await asOwn(one.debt) }))));
        return all.map(() => 'begun');
      },
      settleAll: async (tx, platform, all) =>
        owed.settleAll(tx, platform, await Promise.all(all.map(async (one) => ({ ...one, debt: await asOwn(one.debt) })))),
    },
  };
}
