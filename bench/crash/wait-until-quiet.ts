import { setTimeout as pause } from 'node:timers/promises';
import { askDatabase, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';

// Somebody a platform does not know is held and asked for again after days: that is rest.
const underway = `
  select (select count(*) from reading where state = 'reading')::int as readings, count(*)::int as debts,
    (select count(*) from owed where state = 'settled')::int as settled,
    coalesce(string_agg(distinct concat_ws(' ', subject_kind, state, reason), ', '), '') as what,
    coalesce(extract(epoch from max(due) - now())::int, 0) as last
  from owed where due < now() + interval '1 day'`;

interface Underway {
  readonly readings: number;
  readonly debts: number;
  readonly settled: number;
  readonly what: string;
  readonly last: number;
}

/** Waits until the store owes nothing that is due by itself; answers what is left when `stillMs` pass without any change. */
export async function waitUntilQuiet(home: GatewayHome, stillMs: number): Promise<string | undefined> {
  let seen = '';
  for (let since = Date.now(); ;) {
    const [row] = (await askDatabase(home, underway)) as unknown as readonly [Underway];
    const { readings, debts, settled, what, last } = row;
    if (readings + debts === 0) return undefined;
    if (Date.now() - since > stillMs)
      return `${String(readings)} readings and ${String(debts)} debts (${what}), the last due in ${String(last)} s`;
    const state = [readings, debts, settled].join(' ');
    if (state !== seen) since = Date.now();
    seen = state;
    await pause(300);
  }
}
