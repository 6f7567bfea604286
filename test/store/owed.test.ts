// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Subject } from '../../src/platforms/subject.ts';
import type { Debt } from '../../src/deliver/debt.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { NewDebt } from '../../src/store/owe.ts';
import { aStore } from '../a-store.ts';
import { at } from './a-visit-to-keep.ts';

let store: Store;
beforeAll(async () => {
  store = await aStore();
}, 60_000);

const minutes = 60_000;
const aSubject = (kind: Subject['kind'] = 'visit'): Subject => ({ kind, id: randomUUID() });
/** Each test has a platform of its own, so that tests may share a database. */
const aPlatform = (): string => `uji-${randomUUID()}`;
const why = { reason: 'uji', issues: [] };

function aDebt(platform: string, facts: Partial<NewDebt> = {}): NewDebt {
  return { platform, subject: aSubject(), version: 1, due: at('07:00'), beginning: { state: 'ready' }, ...facts };
}

const owe = (...debts: readonly NewDebt[]): Promise<unknown> => store.transact((tx) => store.owed.owe(tx, debts, at('08:00')));
const claim = (platform: string, time: string, owner = 'pekerja-1', limit = 10): Promise<readonly Debt[]> =>
  store.owed.claim(store.db, { platform, owner, now: at(time), leaseMs: 5 * minutes, limit });
const leaving = (hash: string, until = '08:05'): { hash: string; leaseUntil: Date } => ({ hash, leaseUntil: at(until) });
const settle = (debt: Debt, time = '08:01'): Promise<boolean> => store.transact((tx) => store.owed.settle(tx, debt, at(time)));

async function claimOne(platform: string, time = '08:00', owner = 'pekerja-1'): Promise<Debt> {
  const [debt] = await claim(platform, time, owner);
  if (debt === undefined) throw new Error('nothing was due');
  return debt;
}

const stateOf = async (platform: string): Promise<unknown> =>
  (await store.owed.countOwed(store.db, platform)).map(({ state, reason, count }) => [state, reason, count]);

describe('a leased debt', () => {
  test('is offered to nobody else until its lease ends, and again when its worker died', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    await claimOne(platform, '08:00');

    expect(await claim(platform, '08:04', 'pekerja-2')).toEqual([]);
    expect(await claim(platform, '08:05', 'pekerja-2')).toMatchObject([{ retaken: false, reconcile: false }]);
  });

  test('whose worker died while sending is flagged, so that the platform is asked before anything is sent again', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    expect(await store.owed.beginSending(store.db, await claimOne(platform), leaving('hash-1'))).toBe('begun');

    expect(await claim(platform, '08:05', 'pekerja-2')).toMatchObject([{ retaken: true, reconcile: true, sentHash: 'hash-1' }]);
    // The second worker dies before it has asked: the third still knows.
    expect(await claim(platform, '08:10', 'pekerja-3')).toMatchObject([{ retaken: false, reconcile: true, sentHash: 'hash-1' }]);
  });

  test('can no longer be changed by the late worker once another has taken it', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    const late = await claimOne(platform);
    await claimOne(platform, '08:06', 'pekerja-1');

    expect(await store.owed.beginSending(store.db, late, leaving('hash', '08:20'))).toBe('lost');
    expect(await settle(late)).toBe(false);
    expect(await store.owed.hold(store.db, late, why, at('08:07'))).toBe(false);
    expect(await stateOf(platform)).toEqual([['ready', undefined, 1]]);
  });

  test('is given back at once by a worker that stops, unless it was being sent', async () => {
    const platform = aPlatform();
    const owner = randomUUID();
    await owe(aDebt(platform), aDebt(platform));
    const [first] = await claim(platform, '08:00', owner);
    if (first !== undefined) await store.owed.beginSending(store.db, first, leaving('hash'));

    expect(await store.owed.releaseLeases(store.db, owner, at('08:01'))).toBe(1);
    expect(await claim(platform, '08:01', 'pekerja-2')).toHaveLength(1);
  });

  test('is given back as it was claimed, though its message was about to leave', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    const claimed = await claimOne(platform);
    await store.owed.beginSending(store.db, claimed, leaving('hash'));
    expect(await store.owed.giveBack(store.db, [claimed], { due: at('08:02'), at: at('08:01') })).toBe(1);

    expect(await claim(platform, '08:01')).toEqual([]);
    expect(await claim(platform, '08:02')).toMatchObject([{ retaken: false, reconcile: false, sentHash: undefined, number: undefined }]);
  });

  test('is not given back by a worker whose lease has run out and who was followed by another', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    const late = await claimOne(platform);
    await claimOne(platform, '08:06', 'pekerja-2');

    expect(await store.owed.giveBack(store.db, [late], { due: at('08:07'), at: at('08:07') })).toBe(0);
  });

  test('is never in two hands, however many workers ask at once', async () => {
    const platform = aPlatform();
    await owe(...Array.from({ length: 300 }, () => aDebt(platform)));
    const hands = await Promise.all(Array.from({ length: 12 }, (_, worker) => claim(platform, '08:00', `pekerja-${String(worker)}`, 40)));

    const ids = hands.flat().map(({ subject }) => subject.id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await claim(platform, '08:00', 'pekerja-akhir', 300);
    expect(ids.length + rest.length).toBe(300);
  });
});

describe('a version owed', () => {
  test('already changes nothing, also when it was settled', async () => {
    const platform = aPlatform();
    const debt = aDebt(platform);
    await owe(debt);
    await settle(await claimOne(platform));
    await owe(debt);

    expect(await stateOf(platform)).toEqual([['settled', undefined, 1]]);
    expect(await claim(platform, '09:00')).toEqual([]);
  });

  test('that is higher makes a settled debt due again', async () => {
    const platform = aPlatform();
    const debt = aDebt(platform);
    await owe(debt);
    await settle(await claimOne(platform));
    await owe({ ...debt, version: 2 });

    expect(await claim(platform, '08:02')).toMatchObject([{ version: 2, settledVersion: 1 }]);
  });

  test.each(['settle', 'hold', 'park'] as const)('while an older one is being sent is due at once after %s of the older', async (step) => {
    const platform = aPlatform();
    const debt = aDebt(platform);
    await owe(debt);
    const claimed = await claimOne(platform);
    await owe({ ...debt, version: 2 });
    expect(await claim(platform, '08:01', 'pekerja-2')).toEqual([]);

    if (step === 'settle') await settle(claimed);
    else await store.owed[step](store.db, claimed, why, at('08:01'));
    expect(await claim(platform, '08:01', 'pekerja-2')).toMatchObject([{ version: 2 }]);
  });

  test('is not offered before its visit has ended', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform, { due: at('12:00') }));

    expect(await stateOf(platform)).toEqual([['waiting', 'menunggu-waktu', 1]]);
    expect(await claim(platform, '11:59')).toEqual([]);
    expect(await claim(platform, '12:00')).toHaveLength(1);
  });
});

describe('a debt that leans on others', () => {
  test('is offered only after all of them were settled', async () => {
    const platform = aPlatform();
    const [place, patient] = [aSubject('place'), aSubject('patient')];
    const visit = aDebt(platform, { on: [place, patient] });
    await owe(aDebt(platform, { subject: place }), aDebt(platform, { subject: patient }), visit);

    const parents = await claim(platform, '08:00');
    expect(parents.map(({ subject }) => subject.kind).sort()).toEqual(['patient', 'place']);
    for (const [index, parent] of parents.entries()) {
      expect(await stateOf(platform)).toContainEqual(['waiting', 'menunggu-induk', 1]);
      await settle(parent, `08:0${String(index + 1)}`);
    }
    expect(await claim(platform, '08:02')).toMatchObject([{ subject: visit.subject }]);
  });

  test('is offered at once when they were settled before', async () => {
    const platform = aPlatform();
    const patient = aSubject('patient');
    await owe(aDebt(platform, { subject: patient }));
    await settle(await claimOne(platform));
    await owe(aDebt(platform, { on: [patient] }));

    expect(await claim(platform, '08:00')).toHaveLength(1);
  });

  test('is released though both of its parents are settled at the same moment', async () => {
    const platform = aPlatform();
    const parents = Array.from({ length: 40 }, () => aSubject('patient'));
    await owe(...parents.map((subject) => aDebt(platform, { subject })));
    const children = parents.slice(1).map((parent, index) => aDebt(platform, { on: [parent, parents[index] ?? parent] }));
    await owe(...children);

    const claimed = await claim(platform, '08:00', 'pekerja-1', 100);
    await Promise.all(claimed.map((debt) => settle(debt)));
    expect(await claim(platform, '08:01', 'pekerja-1', 100)).toHaveLength(children.length);
  });

  test('is released though its parent is settled while it is being owed', async () => {
    const platform = aPlatform();
    const parents = Array.from({ length: 30 }, () => aSubject('patient'));
    await owe(...parents.map((subject) => aDebt(platform, { subject })));
    const claimed = await claim(platform, '08:00', 'pekerja-1', 100);
    await Promise.all(claimed.flatMap((debt) => [settle(debt), owe(aDebt(platform, { on: [debt.subject] }))]));

    expect(await claim(platform, '08:02', 'pekerja-1', 100)).toHaveLength(parents.length);
  });

  test('still keeps its own time', async () => {
    const platform = aPlatform();
    const patient = aSubject('patient');
    await owe(aDebt(platform, { subject: patient }), aDebt(platform, { on: [patient], due: at('12:00') }));
    await settle(await claimOne(platform));

    expect(await claim(platform, '11:59')).toEqual([]);
    expect(await claim(platform, '12:00')).toHaveLength(1);
  });

  test('that was found wanting by its worker waits for what it lacks', async () => {
    const platform = aPlatform();
    const patient = aSubject('patient');
    await owe(aDebt(platform));
    const visit = await claimOne(platform);
    await owe(aDebt(platform, { subject: patient }));
    await store.transact((tx) => store.owed.wait(tx, visit, { reason: 'x', on: [patient] }, at('08:00')));

    const [parent, ...others] = await claim(platform, '09:00');
    expect([parent?.subject, others]).toEqual([patient, []]);
    if (parent !== undefined) await settle(parent, '09:01');
    expect(await claim(platform, '09:01')).toMatchObject([{ subject: visit.subject, attempts: 0 }]);
  });

  test('whose parent was settled since its worker looked is free again after a moment', async () => {
    const platform = aPlatform();
    const patient = aSubject('patient');
    await owe(aDebt(platform, { subject: patient }));
    await settle(await claimOne(platform));
    await owe(aDebt(platform));
    const visit = await claimOne(platform);
    await store.transact((tx) => store.owed.wait(tx, visit, { reason: 'x', on: [patient] }, at('08:00')));

    expect(await claim(platform, '08:00')).toEqual([]);
    expect(await claim(platform, '08:01')).toHaveLength(1);
  });
});

describe('after an answer', () => {
  test('that defers, the debt comes back at its time with one attempt more', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    await store.owed.defer(store.db, await claimOne(platform), { reason: 'sibuk', issues: [], notBefore: at('08:10') }, at('08:00'));

    expect(await claim(platform, '08:09')).toEqual([]);
    expect(await claim(platform, '08:10')).toMatchObject([{ attempts: 1, reconcile: false }]);
  });

  test('that was lost, the debt keeps its quiet time and its flag, also when a correction arrives', async () => {
    const platform = aPlatform();
    const debt = aDebt(platform);
    await owe(debt);
    const claimed = await claimOne(platform);
    await store.owed.beginSending(store.db, claimed, leaving('hash-1'));
    await store.owed.reconcileLater(store.db, claimed, { ...why, lost: true, notBefore: at('08:10') }, at('08:01'));
    await owe({ ...debt, version: 2 });

    expect(await claim(platform, '08:09')).toEqual([]);
    expect(await claim(platform, '08:10')).toMatchObject([{ version: 2, reconcile: true, sentHash: 'hash-1' }]);
  });

  test('a wait for an event ends when the event releases its reason, and costs no attempt', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform), aDebt(platform, { beginning: { state: 'waiting', reason: 'tanpa-nik' } }));
    const claimed = await claimOne(platform);
    await store.transact((tx) => store.owed.wait(tx, claimed, { reason: 'lain' }, at('08:00')));

    const released = await store.owed.release(store.db, { platform, states: ['waiting'], reasons: ['tanpa-nik'] }, at('09:00'));
    expect(released).toBe(1);
    expect(await claim(platform, '09:00')).toMatchObject([{ attempts: 0 }]);
    expect(await stateOf(platform)).toContainEqual(['waiting', 'lain', 1]);
  });

  test('a held debt stays until a person releases it, and is counted by its reason', async () => {
    const platform = aPlatform();
    const issue = {
      severity: 'error',
      type: 'business-rule',
      code: 'nik-tidak-cocok',
      text: 'NIK tidak cocok.',
      diagnostics: 'NIK differs.',
    } as const;
    await owe(aDebt(platform));
    await store.owed.hold(store.db, await claimOne(platform), { reason: 'nik-tidak-cocok', issues: [issue] }, at('08:00'));

    expect(await claim(platform, '23:00')).toEqual([]);
    const counts = await store.owed.countOwed(store.db, platform);
    expect(counts).toEqual([{ kind: 'visit', state: 'held', reason: 'nik-tidak-cocok', count: 1 }]);
    expect(await store.owed.visitOutcomes(store.db, platform)).toEqual({
      ...{ delivered: 0, held: 1, waiting: 0, rejected: 0, underway: 0 },
      reasons: { 'nik-tidak-cocok': 1 },
    });
    await store.owed.release(store.db, { platform, states: ['held'] }, at('23:00'));
    expect(await claim(platform, '23:00')).toHaveLength(1);
  });

  test('the net finds what a settled parent did not release', async () => {
    const platform = aPlatform();
    const patient = aSubject('patient');
    await owe(aDebt(platform, { on: [patient] }));
    expect(await store.transact((tx) => store.owed.releaseForgotten(tx, platform, at('08:00')))).toBe(0);
    await owe(aDebt(platform, { subject: patient }));
    const debt = await claimOne(platform);
    const given = [['patient'], [patient.id], [debt.leaseNo], [1], [at('08:00')], [null], [null]];
    await store.db.count('settle-owed', [store.environment, platform, ...given]);

    expect(await store.transact((tx) => store.owed.releaseForgotten(tx, platform, at('08:01')))).toBe(1);
    expect(await claim(platform, '08:01')).toHaveLength(1);
  });
});

describe('a part refused', () => {
  const issue = { severity: 'error', type: 'processing', code: 'uji-ditolak', text: 'x', diagnostics: 'x' } as const;
  const refusal = { ref: 'visit/1/a', hash: 'h1', issues: [issue] };

  test('is known at the next claim, and its message did not arrive', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    const claimed = await claimOne(platform);
    await store.owed.beginSending(store.db, claimed, leaving('hash'));
    expect(await store.transact((tx) => store.owed.refuse(tx, claimed, [refusal], at('08:01')))).toBe(true);

    expect(await claim(platform, '08:05')).toMatchObject([
      { retaken: false, sentHash: undefined, refused: new Map([['visit/1/a', 'h1']]) },
    ]);
  });

  test('leaves the rest settled, so that whoever waited is released, and itself to a person', async () => {
    const platform = aPlatform();
    const parent = aDebt(platform);
    await owe(parent, aDebt(platform, { on: [parent.subject] }));
    const claimed = await claimOne(platform);
    await store.transact((tx) => store.owed.refuse(tx, claimed, [refusal], at('08:01')));
    const [issues, others] = [
      await store.owed.refusalsOf(store.db, claimed, ['visit/1/a', 'visit/1/b']),
      await store.owed.refusalsOf(store.db, claimed, ['visit/1/b']),
    ];
    expect([issues, others]).toEqual([[issue], []]);
    expect(await store.transact((tx) => store.owed.settle(tx, claimed, at('08:01'), issues))).toBe(true);

    expect(await stateOf(platform)).toEqual([
      ['parked', 'sebagian-ditolak', 1],
      ['ready', undefined, 1],
    ]);
  });

  test('is not written down by a worker that no longer holds the debt', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    const late = await claimOne(platform);
    await claimOne(platform, '08:06', 'pekerja-2');

    expect(await store.transact((tx) => store.owed.refuse(tx, late, [refusal], at('08:07')))).toBe(false);
    expect(await claim(platform, '08:12')).toMatchObject([{ refused: new Map() }]);
  });
});

describe('the number of a visit', () => {
  test('is the one under which its first message left, whatever would follow from what is known later', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    for (const [time, number] of [
      ['08:00', 'n1'],
      ['08:06', 'n2'],
    ] as const)
      await store.owed.beginSending(store.db, await claimOne(platform, time), { ...leaving('hash', '08:05'), number });

    expect(await claim(platform, '08:12')).toMatchObject([{ number: 'n1' }]);
  });

  test('is borne by one visit alone', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform), aDebt(platform));
    const [one, other] = await claim(platform, '08:00');
    const begin = async (debt: Debt | undefined): Promise<unknown> =>
      debt && store.owed.beginSending(store.db, debt, { ...leaving('hash'), number: `n-${platform}` });

    expect([await begin(one), await begin(other)]).toEqual(['begun', 'number-taken']);
  });
});

describe('what a worker learns', () => {
  const learn = (debt: Debt, ref: string, platformId: string): Promise<boolean> =>
    store.upstream.learnUpstream(store.db, debt, [{ ref, platformId, hash: 'h' }], at('08:01'));

  test('is kept only while it holds the debt', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    const late = await claimOne(platform);
    const successor = await claimOne(platform, '08:06', 'pekerja-2');
    const ref = `visit/${late.subject.id}`;
    expect([await learn(successor, ref, 'baru'), await learn(late, ref, 'lama')]).toEqual([true, true]);

    expect((await store.upstream.upstreamOf(store.db, platform, [ref])).get(ref)?.platformId).toBe('baru');
  });

  test('about what belongs to another visit is not kept, and told', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform), aDebt(platform));
    const [one, other] = await claim(platform, '08:00');
    if (one === undefined || other === undefined) throw new Error('nothing was due');

    expect([await learn(one, 'visit/a', 'E1'), await learn(other, 'visit/b', 'E1'), await learn(other, 'visit/b/isi', 'E1')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('what a platform knows', () => {
  test('is remembered by our ref, and an id adopted later replaces what was known', async () => {
    const platform = aPlatform();
    await store.upstream.saveUpstream(store.db, platform, [{ ref: 'patient/1', platformId: 'P1', hash: '' }], { at: at('08:00') });
    await store.upstream.saveUpstream(store.db, platform, [{ ref: 'patient/1', platformId: 'P2', hash: 'h' }], {
      version: 2,
      at: at('08:01'),
    });

    const known = await store.upstream.upstreamOf(store.db, platform, ['patient/1', 'patient/2']);
    expect([...known.values()]).toEqual([{ ref: 'patient/1', platformId: 'P2', hash: 'h', learnedAt: at('08:01') }]);
  });

  test('through its answers is kept sealed, and its bodies only for a time', async () => {
    const debt = aDebt(aPlatform());
    const attempt = {
      plan: 'create',
      delivery: 'rejected',
      httpStatus: 400,
      codes: ['10457'],
      body: { nama: 'Made' },
      at: at('08:00'),
      durationMs: 12,
    } as const;
    await store.attempts.recordAttempt(store.db, debt, attempt);
    expect(await store.attempts.attemptsOf(store.db, debt)).toEqual([attempt]);

    expect(await store.attempts.dropAttemptBodies(store.db, at('08:01'))).toBe(1);
    const { body: _, ...bare } = attempt;
    expect(await store.attempts.attemptsOf(store.db, debt)).toEqual([bare]);
  });
});
