import { beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLimiter } from '../../../bench/quota/limiters.ts';
import { createLocalShelf } from '../../../src/deliver/quota/local-shelf.ts';
import { createQuotaGate } from '../../../src/deliver/quota/quota-gate.ts';
import type { QuotaGate, QuotaShelf } from '../../../src/deliver/quota/gate.ts';
import { listQuotas, toQuotaShelf } from '../../../src/store/quotas.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { aStore } from '../../a-store.ts';

const gateOf = (shelf: QuotaShelf, now: () => number = Date.now): QuotaGate => createQuotaGate({ shelf, now, random: () => 0.5 });

describe('a gate', () => {
  test('asks its shelf once a second while nothing is limited, whatever leaves', async () => {
    let asked = 0;
    const shelf = createLocalShelf();
    const gate = gateOf({ ...shelf, all: () => ((asked += 1), shelf.all()) }, () => 1000);
    for (let call = 0; call < 100; call += 1) {
      expect(await gate.ask('puskesmas')).toEqual({ may: true, at: 1000 });
      await gate.tell('puskesmas', { ok: true, sentAt: 1000, answeredAt: 1000 });
    }
    expect([asked, gate.allowance('puskesmas')]).toEqual([1, undefined]);
  });

  test('keeps one credential waiting after a refusal, for as long as was asked, and nobody else', async () => {
    let now = 1000;
    const gate = gateOf(createLocalShelf(), () => now);
    await gate.ask('penuh');
    await gate.tell('penuh', { ok: false, sentAt: 900, answeredAt: 1000, retryAfterMs: 7000 });
    expect(await gate.ask('penuh')).toEqual({ may: false, at: 8000 });
    expect([gate.allowance('penuh'), gate.allowance('lain')]).toEqual([0, undefined]);
    expect((await gate.ask('lain')).may).toBe(true);
    now = 8000;
    expect(await gate.ask('penuh')).toEqual({ may: true, at: 8000 });
    // One call asks for all.
    expect((await gate.ask('penuh')).may).toBe(false);
  });

  test('takes refusals of three credentials in a row for a limit of the whole platform', async () => {
    const gate = gateOf(createLocalShelf(), () => 2000);
    await gate.ask('a');
    for (const credential of ['a', 'b', 'c'])
      await gate.tell(credential, { ok: false, sentAt: 1900, answeredAt: 2000, retryAfterMs: 5000 });
    expect([...gate.known()].filter(([, { phase }]) => phase !== 'bebas').map(([credential]) => credential)).toEqual(['*']);
    expect(await gate.ask('d')).toEqual({ may: false, at: 7000 });
  });

  test('takes them for each one’s own where somebody was let through between', async () => {
    const gate = gateOf(createLocalShelf(), () => 2000);
    await gate.ask('a');
    for (const credential of ['a', 'b', 'c']) {
      await gate.tell(credential, { ok: false, sentAt: 1900, answeredAt: 2000 });
      await gate.tell('lain', { ok: true, sentAt: 1901, answeredAt: 2000 });
    }
    expect([...gate.known().keys()].sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('four processes and one database', () => {
  let store: Store;
  beforeAll(async () => {
    store = await aStore();
  }, 60_000);

  test('never get the same moment, and stay below a limit that they learn together', async () => {
    const limiter = createLimiter('bucket', 40, { windowMs: 1000, phaseMs: 0 });
    const gates = Array.from({ length: 4 }, () => gateOf(toQuotaShelf(store.db, 'uji-kuota')));
    const began = Date.now();
    const answers: { readonly at: number; readonly ok: boolean }[] = [];
    const lane = async (gate: QuotaGate): Promise<void> => {
      while (Date.now() - began < 13_000) {
        const leave = await gate.ask('puskesmas');
        const waitMs = leave.at - Date.now();
        if (waitMs > 0) await sleep(Math.min(waitMs, 500));
        if (!leave.may) continue;
        const sentAt = Date.now();
        const { ok } = limiter.arrive(sentAt);
        answers.push({ at: sentAt, ok });
        await sleep(20);
        await gate.tell('puskesmas', { ok, sentAt, answeredAt: Date.now() });
      }
    };
    await Promise.all(gates.flatMap((gate) => [lane(gate), lane(gate), lane(gate)]));
    const late = answers.filter(({ at }) => at > began + 8000);
    const refused = late.filter(({ ok }) => !ok).length;
    expect(late.length).toBeGreaterThan(60);
    expect(refused).toBeLessThan(late.length / 5);
    expect((await listQuotas(store.db, 'uji-kuota')).get('puskesmas')?.quota.phase).not.toBe('bebas');
  }, 30_000);
});
