// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Debt, Ledger } from '../../src/deliver/debt.ts';
import { runWorker, type RunningWorker } from '../../src/deliver/run-worker.ts';
import type { WorkerParts } from '../../src/deliver/worker-parts.ts';
import { deliverDue } from '../../src/deliver/worker.ts';
import type { Delivery, Message, Platform } from '../../src/platforms/platform.ts';
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
  number: undefined,
  refused: new Map(),
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
    beginSending: () => Promise.resolve('begun'),
    settle: settled,
    record: nothing,
    learn: () => Promise.resolve(true),
    refuse: () => Promise.resolve(true),
    giveBack: nothing,
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
const aMessage: Message = { plan: 'kirim', method: 'POST', path: '/', effect: true, refs: [], credential: 'uji' };
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

describe('a worker told to stop', () => {
  test('begins nothing more, and what it had claimed for nothing goes back at once', async () => {
    const [begun, finish] = [aSignal(), aSignal()];
    const told: string[] = [];
    const ledger: Ledger = {
      ...aLedger([[debtOf('a'), debtOf('b'), debtOf('c')]], async (debt) => {
        told.push(debt.subject.id);
        begun.give();
        await finish.given;
      }),
      giveBack: (debts, due) => {
        told.push(`${debts.map(({ subject }) => subject.id).join()} ${due.toISOString()}`);
        return Promise.resolve();
      },
    };
    const worker = run(ledger);
    await begun.given;
    const stopped = worker.stop();
    finish.give();
    await stopped;

    expect(told).toEqual(['a', 'b,c 2025-08-12T05:00:00.000Z']);
  });

  test('ends a debt between two of its messages, and whoever takes it sees what was learned', async () => {
    const told: string[] = [];
    const ledger: Ledger = {
      ...aLedger([[debtOf('a')]], nothing),
      giveBack: (debts) => {
        told.push(...debts.map(({ subject }) => `back ${subject.id}`));
        return Promise.resolve();
      },
    };
    const ending = new AbortController();
    const asked: Platform = {
      ...platform,
      prepare: () => ({ do: 'send', message: aMessage }),
      send: () => {
        told.push('sent');
        ending.abort();
        return Promise.resolve({ kind: 'accepted', upstream: [], then: { do: 'continue' } });
      },
    };
    await deliverDue({ ...partsOf(ledger), platform: asked }, undefined, { signal: ending.signal });

    expect(told).toEqual(['sent', 'back a']);
  });
});

describe('a fault of our own', () => {
  const rejected = (): Promise<never> => Promise.reject(new Error('basis data tidak ada'));

  /** A ledger that fails at one call, and tells what was given back and for when. */
  const failingAt = (call: 'load' | 'beginSending' | 'record', back: string[]): Ledger => ({
    ...aLedger([[debtOf('a')]], nothing),
    [call]: rejected,
    giveBack: (debts, due) => {
      back.push(...debts.map(({ subject }) => `${subject.id} ${due.toISOString()}`));
      return Promise.resolve();
    },
  });
  const sending = (delivery: Delivery): Platform => ({
    ...platform,
    prepare: () => ({ do: 'send', message: aMessage }),
    send: () => Promise.resolve(delivery),
  });
  const accepted: Delivery = { kind: 'accepted', upstream: [], then: { do: 'settle' } };
  const refused: Delivery = { kind: 'deferred', outcome: [] };

  test.each([
    ['before anything is prepared', 'load', accepted, ['a 2025-08-12T05:00:30.000Z']],
    ['before anything leaves', 'beginSending', accepted, ['a 2025-08-12T05:00:30.000Z']],
    ['after an answer that nothing was done', 'record', refused, ['a 2025-08-12T05:00:30.000Z']],
    ['after something may have left', 'record', accepted, []],
  ] as const)('%s gives back what certainly did not leave, after a rest', async (_, call, delivery, expected) => {
    const back: string[] = [];
    await expect(deliverDue({ ...partsOf(failingAt(call, back)), platform: sending(delivery) })).rejects.toThrow('basis data');
    expect(back).toEqual(expected);
  });

  test('that keeps a debt from being given back is made good at the next look', async () => {
    const unreturned: Debt[] = [];
    const back: string[] = [];
    const away = { ...failingAt('load', back), giveBack: rejected };
    await expect(deliverDue(partsOf(away), undefined, { unreturned })).rejects.toThrow('basis data');
    await expect(deliverDue(partsOf(away), undefined, { unreturned })).rejects.toThrow('basis data');
    expect(unreturned).toHaveLength(1);

    await deliverDue(partsOf({ ...failingAt('load', back), claim: () => Promise.resolve([]) }), undefined, { unreturned });
    expect([unreturned, back]).toEqual([[], ['a 2025-08-12T05:00:00.000Z']]);
  });
});
