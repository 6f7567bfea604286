import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { closingMonth } from '../../src/deliver/reporting-month.ts';
import type { ClaimChoice } from '../../src/deliver/lanes.ts';
import type { Debt } from '../../src/deliver/debt.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { NewDebt } from '../../src/store/owe.ts';
import { aStore } from '../a-store.ts';

let store: Store;
beforeAll(async () => {
  store = await aStore();
}, 60_000);

const now = new Date('2025-09-03T08:00:00Z');
const earlier = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const aDebt = (platform: string, lane: string, due: Date): NewDebt => ({
  ...{ platform, lane, due, subject: { kind: 'visit', id: randomUUID() }, version: 1, beginning: { state: 'ready' } },
});
const owe = (debts: readonly NewDebt[]): Promise<unknown> => store.transact((tx) => store.owed.owe(tx, debts, now));
const claim = (platform: string, limit: number, choice: Partial<ClaimChoice> = {}): Promise<readonly Debt[]> =>
  store.owed.claim(store.db, { platform, owner: 'p', now, leaseMs: 60_000, limit, choice: { shut: [], short: new Map(), ...choice } });
const lanesOf = (debts: readonly Debt[]): readonly string[] => [...new Set(debts.map(({ lane = '' }) => lane))].sort();

describe('claims', () => {
  test('take of every facility, however much one of them owes, and nothing of one that is shut', async () => {
    const platform = `uji-${randomUUID()}`;
    await owe(Array.from({ length: 2000 }, (_, no) => aDebt(platform, 'besar', earlier(100 + no))));
    await owe(Array.from({ length: 10 }, (_, no) => aDebt(platform, `kecil-${String(no)}`, earlier(1))));
    const debts = await claim(platform, 22);
    expect(lanesOf(debts)).toHaveLength(11);
    await owe(Array.from({ length: 10 }, (_, no) => aDebt(platform, `baru-${String(no)}`, earlier(1))));
    const others = await claim(platform, 32, { shut: ['besar'] });
    expect(lanesOf(others)).toEqual(Array.from({ length: 10 }, (_, no) => `baru-${String(no)}`));
  });

  test('take no more of a lane than may leave', async () => {
    const platform = `uji-${randomUUID()}`;
    await owe(['sempit', 'bebas'].flatMap((lane) => Array.from({ length: 20 }, () => aDebt(platform, lane, earlier(1)))));
    const debts = await claim(platform, 20, { short: new Map([['sempit', 3]]) });
    expect(debts.filter(({ lane }) => lane === 'sempit')).toHaveLength(3);
    expect(debts.filter(({ lane }) => lane === 'bebas')).toHaveLength(10);
  });

  test('take what is to be reported soon first where little may leave, and never only that', async () => {
    const platform = `uji-${randomUUID()}`;
    const [old, closing] = [new Date('2025-03-05T04:00:00Z'), new Date('2025-08-20T04:00:00Z')];
    const olds = Array.from({ length: 30 }, () => aDebt(platform, 'sempit', old));
    const closings = Array.from({ length: 30 }, () => aDebt(platform, 'sempit', closing));
    await owe([...olds, ...closings]);
    const hurried = new Set(closings.map(({ subject }) => subject.id));
    const debts = await claim(platform, 10, { short: new Map([['sempit', 10]]), urgent: closingMonth(now, 5) });
    const count = debts.filter(({ subject }) => hurried.has(subject.id)).length;
    expect([debts.length, count >= 8, count <= 9]).toEqual([10, true, true]);
  });
});

describe('the month that closes next', () => {
  test.each([
    ['2025-09-03', 5, '2025-08'],
    ['2025-09-05', 5, '2025-08'],
    ['2025-09-06', 5, undefined],
    ['2025-09-28', 5, '2025-09'],
    ['2026-01-02', 10, '2025-12'],
    ['2024-02-25', 5, '2024-02'],
    ['2024-02-24', 5, undefined],
  ])('on %s, with day %i as deadline, is %s', (day, deadline, month) => {
    expect(
      closingMonth(new Date(`${day}T03:00:00Z`), deadline)
        ?.from.toISOString()
        .slice(0, 7),
    ).toBe(month);
  });
});
