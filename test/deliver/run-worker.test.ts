import { describe, expect, test } from '@jest/globals';
import type { Debt, Ledger } from '../../src/deliver/debt.ts';
import { runWorker, type RunningWorker } from '../../src/deliver/run-worker.ts';
import type { WorkerParts } from '../../src/deliver/worker.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { placeState } from '../platforms/satusehat/a-subject.ts';
import { policy } from './a-district.ts';

const debtOf = (id: string): Debt => ({
  platform: 'uji',
  subject: { kind: 'place', id },
  version: 1,
  settledVersion: 0,
  attempts: 0,
  leaseNo: 1,
  reconcile: false,
  sentHash: undefined,
  retaken: false,
  reason: undefined,
});

/** Something that happens once, and can be waited for. */
function aSignal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

const nothing = (): Promise<void> => Promise.resolve();

/** A ledger that hands out what is queued; everything it is asked to settle is told. */
function aLedger(queued: Debt[][], settled: (debt: Debt) => Promise<void>, looked: () => void = () => undefined): Ledger {
  return {
    claim: () => {
      looked();
      return Promise.resolve(queued.shift() ?? []);
    },
    load: () => Promise.resolve(placeState),
    upstreamOf: () => Promise.resolve(new Map()),
    beginSending: () => Promise.resolve(true),
    settle: settled,
    record: nothing,
    learn: nothing,
    retry: nothing,
    wait: nothing,
    hold: nothing,
    park: nothing,
  };
}

const platform: Platform = {
  name: 'uji',
  refsOf: () => [],
  prepare: () => ({ do: 'settled' }),
  send: () => Promise.reject(new Error('nothing is sent here')),
};
const partsOf = (ledger: Ledger): WorkerParts => ({
  ledger,
  platform,
  policy,
  now: () => new Date('2025-08-12T05:00:00Z'),
  jitter: () => 1,
  concurrency: 1,
  timeoutMs: 100,
});
const run = (ledger: Ledger, onFault: (fault: unknown) => void = () => undefined): RunningWorker =>
  runWorker(partsOf(ledger), { idleMs: 3_600_000, onFault });

describe('a worker that runs', () => {
  test('looks again at once when it is woken, also in the middle of its work', async () => {
    const [second, queued] = [aSignal(), [[debtOf('a')]]];
    const worker = run(
      aLedger(queued, (debt) => {
        if (debt.subject.id === 'b') second.give();
        else queued.push([], [debtOf('b')]);
        worker.wake();
        return Promise.resolve();
      }),
    );
    await second.given;
    await worker.stop();
  });

  test('finishes what is in flight before it ends', async () => {
    const [begun, finish] = [aSignal(), aSignal()];
    const told: string[] = [];
    const worker = run(
      aLedger([[debtOf('a')]], async () => {
        begun.give();
        await finish.given;
        told.push('settled');
      }),
    );
    await begun.given;
    const stopped = worker.stop().then(() => told.push('stopped'));
    finish.give();
    await stopped;
    expect(told).toEqual(['settled', 'stopped']);
  });

  test('tells of a fault once the others of that round are done, and goes on', async () => {
    const told: string[] = [];
    const [fault, next, queued] = [aSignal(), aSignal(), [[debtOf('buruk'), debtOf('a')]]];
    const settled = (debt: Debt): Promise<void> => {
      if (debt.subject.id === 'buruk') return Promise.reject(new Error('rusak'));
      told.push(debt.subject.id);
      if (debt.subject.id === 'b') next.give();
      return Promise.resolve();
    };
    const worker = run(aLedger(queued, settled), (cause) => {
      told.push(cause instanceof Error ? cause.message : '');
      queued.push([debtOf('b')]);
      fault.give();
    });
    await fault.given;
    worker.wake();
    await next.given;
    await worker.stop();
    expect(told).toEqual(['a', 'rusak', 'b']);
  });
});
