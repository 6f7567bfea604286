// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Debt } from '../../src/deliver/debt.ts';
import type { Issue } from '../../src/fhir/issue.ts';
import type { Subject } from '../../src/platforms/subject.ts';
import type { Tx } from '../../src/store/db.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { NewDebt } from '../../src/store/owe.ts';
import type { PlatformMode } from '../../src/store/platform-state.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { at } from './a-visit-to-keep.ts';

let store: Store;
let url: string;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
}, 60_000);

/** Each test has a platform of its own, so that tests may share a database. */
const aPlatform = (): string => `uji-${randomUUID()}`;
const aSubject = (kind: Subject['kind'] = 'visit'): Subject => ({ kind, id: randomUUID() });
const aDebt = (platform: string, facts: Partial<NewDebt> = {}): NewDebt => ({
  ...{ platform, subject: aSubject(), version: 1, due: at('07:00'), beginning: { state: 'ready' } },
  ...facts,
});
const owe = (...debts: readonly NewDebt[]): Promise<unknown> => store.transact((tx) => store.owed.owe(tx, debts, at('08:00')));
const claim = (platform: string, time: string, { owner = 'pekerja-1', limit = 10 } = {}): Promise<readonly Debt[]> =>
  store.owed.claim(store.db, { platform, owner, now: at(time), leaseMs: 300_000, limit });
const settle = (debt: Debt, time: string): Promise<boolean> => store.transact((tx) => store.owed.settle(tx, debt, at(time)));
const setState = (tx: Tx, platform: string, mode: PlatformMode, time: string): Promise<void> =>
  store.platformState.setPlatformState(tx, platform, { mode, by: 'petugas', reason: 'uji', at: at(time) });
const tell = (platform: string, mode: PlatformMode, time: string): Promise<void> =>
  store.transact((tx) => setState(tx, platform, mode, time));
const stateOf = async (platform: string, time: string) => (await store.platformState.platformStates(store.db, [platform], at(time)))[0];

async function claimOne(platform: string, time: string): Promise<Debt> {
  const [debt] = await claim(platform, time, { limit: 1 });
  if (debt === undefined) throw new Error('nothing was due');
  return debt;
}

const anIssue = (code: string, rule?: string): Issue => ({
  ...{ severity: 'error', type: 'business-rule', code, text: `${code}.`, diagnostics: `${code}.` },
  ...(rule === undefined ? {} : { rule }),
});

describe('a platform that is paused', () => {
  test('begins nothing for any worker, and goes on with everything when it is resumed', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform), aDebt(platform));
    await tell(platform, 'paused', '08:00');
    expect(await claim(platform, '09:00')).toEqual([]);
    expect(await claim(platform, '09:00', { owner: 'pekerja-2' })).toEqual([]);

    await tell(platform, 'running', '09:00');
    expect(await claim(platform, '09:00')).toHaveLength(2);
  });

  test('lets what is in flight end, and releases whoever waited for it without beginning that', async () => {
    const platform = aPlatform();
    const [parent, child] = [aSubject('patient'), aSubject()];
    await owe(aDebt(platform, { subject: parent }), aDebt(platform, { subject: child, on: [parent] }));
    const debt = await claimOne(platform, '08:00');
    await tell(platform, 'paused', '08:01');

    expect(await settle(debt, '08:02')).toBe(true);
    expect(await claim(platform, '08:03')).toEqual([]);
    await tell(platform, 'running', '08:04');
    expect(await claim(platform, '08:04')).toMatchObject([{ subject: child }]);
  });

  test('takes no debt over from a worker that died, before it is resumed', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    await claimOne(platform, '08:00');
    await tell(platform, 'paused', '08:01');
    expect(await claim(platform, '09:00', { owner: 'pekerja-2' })).toEqual([]);

    await tell(platform, 'running', '09:00');
    expect(await claim(platform, '09:00', { owner: 'pekerja-2' })).toHaveLength(1);
  });

  test('midway through the work of two workers is claimed from no more after the commit, while the other platform is worked off', async () => {
    const [paused, other] = [aPlatform(), aPlatform()];
    await owe(...Array.from({ length: 200 }, () => [aDebt(paused), aDebt(other)]).flat());
    const work = async (owner: string): Promise<void> => {
      for (let taken = 1; taken > 0;)
        taken = (await claim(paused, '08:00', { owner, limit: 1 })).length + (await claim(other, '08:00', { owner, limit: 1 })).length;
    };
    const workers = Promise.all(['pekerja-1', 'pekerja-2'].map(work));
    await claimedOf(other, 20);
    const seen = await store.transact(async (tx) => {
      await setState(tx, paused, 'paused', '08:00');
      return countLeased(paused);
    });
    await workers;

    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(200);
    expect([await countLeased(paused), await countLeased(other)]).toEqual([seen, 200]);
  });

  test('makes a claim that comes while it is told wait for the commit, and take nothing', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    const done: string[] = [];
    const { claiming } = await store.transact(async (tx) => {
      await setState(tx, platform, 'paused', '08:00');
      const waiting = claim(platform, '08:01').then((debts) => {
        done.push('claimed');
        return debts;
      });
      // The claim is in the database and waits there before the pause is committed.
      while (
        (
          await query(
            url,
            "select 1 from pg_locks where not granted and relation = 'platform_state'::regclass and database = (select oid from pg_database where datname = current_database())",
          )
        ).length === 0
      );
      done.push('committing');
      return { claiming: waiting };
    });
    expect([await claiming, done]).toEqual([[], ['committing', 'claimed']]);
  });

  test('says since when, by whom and why; told again it is no younger', async () => {
    const platform = aPlatform();
    expect(await stateOf(platform, '08:00')).toEqual({ platform, mode: 'running', due: 0, inFlight: 0 });
    await owe(aDebt(platform), aDebt(platform), aDebt(platform, { due: at('10:00') }));
    await claimOne(platform, '08:00');
    await tell(platform, 'paused', '08:01');
    await tell(platform, 'paused', '08:03');

    expect(await stateOf(platform, '08:04')).toEqual({
      ...{ platform, mode: 'paused', since: at('08:01'), setBy: 'petugas', reason: 'uji' },
      ...{ due: 1, inFlight: 1 },
    });
  });

  async function countLeased(platform: string): Promise<number> {
    const rows = await query(url, 'select 1 from owed where platform = $1 and lease_owner is not null', [platform]);
    return rows.length;
  }

  async function claimedOf(platform: string, count: number): Promise<void> {
    while ((await countLeased(platform)) < count);
  }
});

describe('a platform that drains', () => {
  test('takes only what was due when it was told, and pauses by itself when that has ended', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform), aDebt(platform));
    await tell(platform, 'draining', '08:00');
    await owe(aDebt(platform, { due: at('08:01') }));
    const debts = await claim(platform, '08:02');
    expect(debts).toHaveLength(2);

    await claim(platform, '08:03');
    expect(await stateOf(platform, '08:03')).toMatchObject({ mode: 'draining', due: 0, inFlight: 2 });
    for (const debt of debts) await settle(debt, '08:03');
    expect(await claim(platform, '08:04')).toEqual([]);
    expect(await stateOf(platform, '08:04')).toMatchObject({ mode: 'paused', since: at('08:04'), setBy: 'petugas' });
    await tell(platform, 'running', '08:05');
    expect(await claim(platform, '08:05')).toHaveLength(1);
  });

  test('does not wait for a worker that died: what that one held is left for later', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform));
    await claimOne(platform, '08:00');
    await tell(platform, 'draining', '08:01');
    await claim(platform, '08:02');
    expect(await stateOf(platform, '08:02')).toMatchObject({ mode: 'draining' });

    expect(await claim(platform, '08:06')).toEqual([]);
    expect(await stateOf(platform, '08:06')).toMatchObject({ mode: 'paused' });
  });

  test('with nothing left pauses at the first look, and only once', async () => {
    const platform = aPlatform();
    await tell(platform, 'draining', '08:00');
    await Promise.all(Array.from({ length: 6 }, (_, worker) => claim(platform, '08:01', { owner: `pekerja-${String(worker)}` })));
    expect(await stateOf(platform, '08:02')).toMatchObject({ mode: 'paused', since: at('08:01') });
  });
});

describe('what is held, parked or waiting', () => {
  const held = (reason: string): NewDebt['beginning'] => ({ state: 'held', reason, issues: [anIssue(reason)] });
  const listed = async (platform: string, filter = {}) =>
    (await store.owed.listStuck(store.db, platform, filter, { limit: 100 })).map(({ subject, state, reason }) => [
      subject.id,
      state,
      reason,
    ]);

  test('is counted by cause, and who waits for a held parent counts under the cause of that one', async () => {
    const platform = aPlatform();
    const [sick, well] = [aSubject('patient'), aSubject('patient')];
    const [first, second, third] = [aSubject(), aSubject(), aSubject()];
    await owe(aDebt(platform, { subject: sick, beginning: held('nik-tidak-cocok') }), aDebt(platform, { subject: well }));
    await owe(
      aDebt(platform, { subject: first, on: [sick] }),
      aDebt(platform, { subject: second, on: [sick, well] }),
      aDebt(platform, { subject: third, on: [well] }),
      aDebt(platform, { beginning: { state: 'waiting', reason: 'tanpa-nik' } }),
    );

    const counts = await store.owed.countStuck(store.db, [platform], {});
    expect(counts.map(({ state, reason, kind, count }) => [state, reason, kind, count])).toEqual([
      ['held', 'nik-tidak-cocok', 'patient', 1],
      ['held', 'nik-tidak-cocok', 'visit', 2],
      ['waiting', 'menunggu-induk', 'visit', 1],
      ['waiting', 'tanpa-nik', 'visit', 1],
    ]);
    expect(await listed(platform, { reasons: ['menunggu-induk'] })).toEqual([[third.id, 'waiting', 'menunggu-induk']]);
    const behind = await store.owed.listStuck(store.db, platform, { reasons: ['nik-tidak-cocok'], kinds: ['visit'] }, { limit: 9 });
    expect(behind.map((debt) => [debt.subject.id, debt.behind, debt.own.reason]).sort()).toEqual(
      [first, second].map(({ id }) => [id, sick, 'menunggu-induk']).sort(),
    );
  });

  test('is told apart by the rule of a refusal', async () => {
    const platform = aPlatform();
    await owe(aDebt(platform), aDebt(platform), aDebt(platform));
    for (const [index, debt] of (await claim(platform, '08:00')).entries()) {
      const rule = index === 0 ? '10383' : '10457';
      await store.owed.park(store.db, debt, { reason: `satusehat-${rule}`, issues: [anIssue(`satusehat-${rule}`, rule)] }, at('08:01'));
    }
    const counts = await store.owed.countStuck(store.db, [platform], { states: ['parked'] });
    expect(counts.map(({ rule, count }) => [rule, count])).toEqual([
      ['10383', 1],
      ['10457', 2],
    ]);
    expect(await listed(platform, { rule: '10383' })).toHaveLength(1);
  });

  test('that arrived but for refused parts is partial, once for each refusal, and found by its own reason too', async () => {
    const platform = aPlatform();
    const subject = aSubject();
    await owe(aDebt(platform, { subject }));
    const debt = await claimOne(platform, '08:00');
    const refused = ['10383', '10499'].map((rule) => ({ ref: `r/${rule}`, hash: 'h', issues: [anIssue(`satusehat-${rule}`, rule)] }));
    await store.transact(async (tx) => {
      await store.owed.refuse(tx, debt, refused, at('08:01'));
      await store.owed.settle(tx, debt, at('08:01'), [anIssue('sebagian-ditolak')]);
    });

    const counts = await store.owed.countStuck(store.db, [platform], {});
    expect(counts.map(({ state, reason, rule, count }) => [state, reason, rule, count])).toEqual([
      ['partial', 'satusehat-10383', '10383', 1],
      ['partial', 'satusehat-10499', '10499', 1],
    ]);
    expect(await listed(platform, { reasons: ['sebagian-ditolak'] })).toEqual([[subject.id, 'partial', 'satusehat-10383']]);
  });

  test('is listed page by page without a gap, and what a worker holds only where it is asked for', async () => {
    const platform = aPlatform();
    const subjects = Array.from({ length: 7 }, () => aSubject());
    await owe(...subjects.map((subject) => aDebt(platform, { subject, beginning: held('ihs-ganda') })), aDebt(platform));
    const leased = await claimOne(platform, '08:00');
    const seen: string[] = [];
    for (let after: Subject | undefined, pages = 0; pages < 4; pages += 1) {
      const page = await store.owed.listStuck(store.db, platform, {}, { limit: 3, ...(after === undefined ? {} : { after }) });
      seen.push(...page.map(({ subject }) => subject.id));
      after = page.at(-1)?.subject;
    }
    expect(seen).toEqual(subjects.map(({ id }) => id).sort());
    const filter = { ids: [leased.subject.id] };
    expect(await store.owed.listStuck(store.db, platform, filter, { limit: 9 })).toEqual([]);
    expect(await store.owed.listStuck(store.db, platform, filter, { limit: 9, leased: true })).toMatchObject([{ state: 'leased' }]);
  });
});
