import { expect, test } from '@jest/globals';
import type { Debt, Ledger } from '../../src/deliver/debt.ts';
import { deliverDue } from '../../src/deliver/worker.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { placeState } from '../platforms/satusehat/a-subject.ts';
import { policy } from './a-district.ts';

const debt: Debt = {
  platform: 'uji',
  subject: { kind: 'place', id: 'a' },
  version: 1,
  settledVersion: 0,
  attempts: 0,
  leaseNo: 1,
  reconcile: false,
  sentHash: undefined,
  number: undefined,
  refused: new Map(),
  retaken: false,
  reason: undefined,
};

const nothing = (): Promise<void> => Promise.resolve();
const message = { plan: 'buat', method: 'POST', path: '/', effect: true, refs: [], credential: 'a' } as const;

test.each<[string, number, number]>([
  ['leaves when that it leaves was written down in time', 1000, 1],
  ['does not leave when the machine slept while that was written down: its lease may be in other hands', 120_000, 0],
])('a message %s', async (_, sleptMs, expected) => {
  let now = new Date('2025-08-12T05:00:00Z');
  let sent = 0;
  const ledger: Ledger = {
    claim: () => Promise.resolve([debt]),
    load: () => Promise.resolve(placeState),
    upstreamOf: () => Promise.resolve(new Map()),
    beginSending: () => {
      now = new Date(now.getTime() + sleptMs);
      return Promise.resolve('begun');
    },
    learn: () => Promise.resolve(true),
    refuse: () => Promise.resolve(true),
    record: nothing,
    settle: nothing,
    retry: nothing,
    wait: nothing,
    hold: nothing,
    park: nothing,
    giveBack: nothing,
  };
  const platform: Platform = {
    name: 'uji',
    refsOf: () => [],
    prepare: () => ({ do: 'send', message }),
    send: () => {
      sent += 1;
      return Promise.resolve({ kind: 'accepted', upstream: [], then: { do: 'settle' } });
    },
  };
  await deliverDue({ ledger, platform, policy, now: () => now, jitter: () => 1, concurrency: 1, timeoutMs: 25_000 });
  expect(sent).toBe(expected);
});
