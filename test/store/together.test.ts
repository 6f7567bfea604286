import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Debt, Settling } from '../../src/deliver/debt.ts';
import type { Message, UpstreamEntry } from '../../src/platforms/platform.ts';
import type { Subject } from '../../src/platforms/subject.ts';
import { createLedger } from '../../src/store/ledger.ts';
import type { NewDebt } from '../../src/store/owe.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { at } from './a-visit-to-keep.ts';

let store: Store;
let url: string;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
}, 60_000);

const aPlatform = (): string => `uji-${randomUUID()}`;
const aSubject = (kind: Subject['kind'] = 'visit'): Subject => ({ kind, id: randomUUID() });
const ledgerOf = (platform: string, owner = 'pekerja-1') =>
  createLedger(store, {
    ...{ platform, owner, leaseMs: 300_000, maySend: () => true },
    site: () => Promise.reject(new Error('nobody reads the site here')),
  });
const owe = (platform: string, ...debts: readonly Partial<NewDebt>[]): Promise<unknown> =>
  store.transact((tx) =>
    store.owed.owe(
      tx,
      debts.map((debt) => ({ platform, subject: aSubject(), version: 1, due: at('07:00'), beginning: { state: 'ready' }, ...debt })),
      at('08:00'),
    ),
  );
const settling = (...upstream: readonly UpstreamEntry[]): Settling => ({ upstream, leftOut: [] });
const aMessage = (number: string, hash = 'h'): Message => ({
  ...{ plan: 'kirim', method: 'POST', path: '', effect: true, credential: '1' },
  ...{ refs: [{ ref: 'visit/1', hash }], number },
});
const found = (debt: Debt, platformId: string): UpstreamEntry => ({ ref: `visit/${debt.subject.id}`, platformId, hash: 'h' });
const statesOf = (platform: string): Promise<{ state: string; subject_id: string }[]> =>
  query(url, 'select state, subject_id from owed where platform = $1', [platform]);

test('debts that are settled at the same moment share a transaction, and a late one among them changes nothing', async () => {
  const platform = aPlatform();
  await owe(platform, {}, {}, {});
  const early = await ledgerOf(platform).claim(at('08:00'), 1);
  const [late] = early;
  const debts = await ledgerOf(platform, 'pekerja-2').claim(at('08:06'), 3);
  expect([late !== undefined, debts.length]).toEqual([true, 3]);
  const mine = debts.filter(({ subject }) => subject.id !== late?.subject.id);
  const ledger = ledgerOf(platform);
  const all = [...early, ...mine];
  await Promise.all(all.map((debt, index) => ledger.settle(debt, settling(found(debt, `E${String(index)}`)), at('08:07'))));

  const states = new Map((await statesOf(platform)).map((row) => [row.subject_id, row.state]));
  expect(all.map(({ subject }) => states.get(subject.id))).toEqual(['ready', 'settled', 'settled']);
  const known = await ledger.upstreamOf(all.map(({ subject }) => `visit/${subject.id}`));
  expect([...known.values()].map(({ platformId }) => platformId).sort()).toEqual(['E1', 'E2']);
  // One transaction wrote them both.
  const written = await query<{ count: number }>(
    url,
    `select count(distinct xmin::text)::int as count from owed where platform = $1 and state = 'settled'`,
    [platform],
  );
  expect(written).toEqual([{ count: 1 }]);
});

test('a child is released by parents that are settled together, and by none of them while another is open', async () => {
  const platform = aPlatform();
  const [one, other, third] = [aSubject('patient'), aSubject('place'), aSubject('practitioner')];
  await owe(platform, ...[one, other, third].map((subject) => ({ subject })));
  const [whole, waits] = [aSubject(), aSubject()];
  await owe(platform, { subject: whole, on: [one, other] }, { subject: waits, on: [one, other, third] });
  const ledger = ledgerOf(platform);
  const parents = await ledger.claim(at('08:00'), 10);
  await Promise.all(parents.filter(({ subject }) => subject.id !== third.id).map((debt) => ledger.settle(debt, settling(), at('08:01'))));
  expect((await ledger.claim(at('08:02'), 10)).map(({ subject }) => subject)).toEqual([whole]);

  await Promise.all(parents.filter(({ subject }) => subject.id === third.id).map((debt) => ledger.settle(debt, settling(), at('08:03'))));
  expect((await ledger.claim(at('08:04'), 10)).map(({ subject }) => subject)).toEqual([waits]);
});

test('of two leases of one debt that move at the same moment only the one that holds moves', async () => {
  const platform = aPlatform();
  await owe(platform, {}, {});
  const ledger = ledgerOf(platform);
  const [early] = await ledger.claim(at('08:00'), 1);
  const again = (await ledger.claim(at('08:06'), 2)).find(({ subject }) => subject.id === early?.subject.id);
  if (early === undefined || again === undefined) throw new Error('the same debt was to be claimed twice');
  const both = [early, again];
  const number = randomUUID();
  expect(
    await Promise.all(both.map((debt, index) => ledger.beginSending(debt, aMessage(number, `h${String(index)}`), at('08:07')))),
  ).toEqual(['lost', 'begun']);
  await Promise.all(
    both.map((debt, index) =>
      ledger.settle(debt, settling({ ...found(debt, `E${String(index)}`), ref: `visit/${debt.subject.id}/${String(index)}` }), at('08:08')),
    ),
  );
  expect([...(await ledger.upstreamOf(both.map(({ subject }, index) => `visit/${subject.id}/${String(index)}`))).keys()]).toEqual([
    `visit/${again.subject.id}/1`,
  ]);
});

test('of messages that leave at the same moment only the one whose number another visit bears is stopped', async () => {
  const platform = aPlatform();
  await owe(platform, {}, {}, {}, {});
  const ledger = ledgerOf(platform);
  const [first, ...others] = await ledger.claim(at('08:00'), 4);
  if (first === undefined) throw new Error('nothing was due');
  const number = randomUUID();
  expect(await ledger.beginSending(first, aMessage(number), at('08:00'))).toBe('begun');
  const late = { ...first, leaseNo: first.leaseNo - 1 };
  const numbers = [number, randomUUID(), randomUUID()];
  const begun = await Promise.all(
    [...others, late].map((debt, index) => ledger.beginSending(debt, aMessage(numbers[index] ?? randomUUID()), at('08:01'))),
  );
  expect(begun).toEqual(['number-taken', 'begun', 'begun', 'lost']);
});

test('what another visit of ours is at the platform fails for the one that found it, and for nobody beside it', async () => {
  const platform = aPlatform();
  await owe(platform, {}, {}, {});
  const ledger = ledgerOf(platform);
  const debts = await ledger.claim(at('08:00'), 3);
  const taken = ['E-sama', 'E-sama', 'E-lain'].map((id) => `${id}-${platform}`);
  const told = await Promise.allSettled(
    debts.map((debt, index) => ledger.settle(debt, settling(found(debt, taken[index] ?? '')), at('08:01'))),
  );

  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const states = new Map((await statesOf(platform)).map((row) => [row.subject_id, row.state]));
  expect(debts.map(({ subject }) => states.get(subject.id))).toEqual(['settled', 'ready', 'settled']);
});

test('attempts that end at the same moment stand each with its own subject', async () => {
  const platform = aPlatform();
  await owe(platform, {}, {}, {});
  const ledger = ledgerOf(platform);
  const debts = await ledger.claim(at('08:00'), 3);
  await Promise.all(
    debts.map((debt, index) => {
      const message = aMessage(String(index), `h${String(index)}`);
      const delivery = { kind: 'accepted', upstream: [], then: { do: 'settle' } } as const;
      return ledger.record(debt, { message, delivery, at: at('08:01'), durationMs: index + 0.4 });
    }),
  );
  const kept = await Promise.all(debts.map((debt) => store.attempts.attemptsOf(store.db, debt)));
  expect(kept.map((attempts) => attempts.map(({ requestHash, durationMs }) => [requestHash, durationMs]))).toEqual([
    [['h0', 0]],
    [['h1', 1]],
    [['h2', 2]],
  ]);
});
