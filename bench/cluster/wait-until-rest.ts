import { setTimeout as pause } from 'node:timers/promises';
import type { Stand } from './stand.ts';

interface Underway {
  readonly readings: number;
  readonly debts: number;
  readonly settled: number;
  readonly what: string;
}

// Somebody a platform does not know is held and asked for again after days: that is rest.
const underwaySql = `
  select (select count(*) from reading where state = 'reading')::int as readings, count(*)::int as debts,
    (select count(*) from owed where state = 'settled')::int as settled,
    coalesce(string_agg(distinct concat_ws(' ', subject_kind, state, reason), ', '), '') as what
  from owed where due < now() + interval '1 day'`;

/** Waits until nothing is being read and nothing is due by itself; answers what is left when so long has passed without any change. */
export async function waitUntilRest(stand: Stand, stillMs: number): Promise<string | undefined> {
  let seen = '';
  for (let since = performance.now(); ;) {
    const { readings, debts, settled, what } = await look(stand);
    if (readings + debts === 0) return undefined;
    if (performance.now() - since > stillMs) return `${String(readings)} readings and ${String(debts)} debts (${what})`;
    const state = [readings, debts, settled].join(' ');
    if (state !== seen) since = performance.now();
    seen = state;
    await pause(300);
  }
}

async function look({ ask, receiver }: Stand): Promise<Underway> {
  receiver.landLate();
  const [row] = await ask<Underway & Record<string, unknown>>(underwaySql);
  if (row === undefined) throw new Error('A count has one row');
  return row;
}
