// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Debt } from '../../src/deliver/debt.ts';
import { holdReasons } from '../../src/platforms/satusehat/holds/hold-reasons.ts';
import type { OutcomeDesk } from '../../src/report/outcome-desk.ts';
import { tellOutcome } from '../../src/report/tell-outcome.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Outcome, OutcomeDebt } from '../../src/store/outcomes.ts';
import { query } from '../a-store.ts';
import { at } from '../store/a-visit-to-keep.ts';
import { aFeed, sendingOf, visitSubject, wordsOf, type District, type Feed } from './a-feed.ts';

let feed: Feed;
let store: Store;
let desk: OutcomeDesk;
let url: string;
const next = (): Date => feed.next();

beforeAll(async () => {
  feed = await aFeed();
  ({ store, desk, url } = feed);
}, 60_000);

const { aDistrict, insert, readOn, lease, deliver } = {
  aDistrict: (...given: Parameters<Feed['aDistrict']>) => feed.aDistrict(...given),
  insert: (...given: Parameters<Feed['insert']>) => feed.insert(...given),
  readOn: (...given: Parameters<Feed['readOn']>) => feed.readOn(...given),
  lease: (...given: Parameters<Feed['lease']>) => feed.lease(...given),
  deliver: (...given: Parameters<Feed['deliver']>) => feed.deliver(...given),
};

describe('the feed', () => {
  test('tells each row once with its verdict, in pages, and nothing more until something changes', async () => {
    const district = await aDistrict(20);
    await store.transact((tx) => insert(tx, district, 0, 12));
    await store.transact((tx) => insert(tx, district, 12, 20, 'warning'));
    const first = await readOn(district.submitter, undefined);
    expect(first.told.map(({ row, status }) => [row, status])).toEqual(
      Array.from({ length: 20 }, (_, index) => [index + 2, index < 12 ? 'accepted' : 'warning']),
    );
    expect(first.told.every(({ submission }) => submission === district.submission)).toBe(true);
    expect((await readOn(district.submitter, first.cursor)).told).toEqual([]);
  });

  test('tells a row again at the end when its visit was delivered, with both numbers and the moment', async () => {
    const district = await aDistrict(3);
    await store.transact((tx) => insert(tx, district, 0, 3));
    const debt = await lease(visitSubject(district, 1), 2);
    const { cursor } = await readOn(district.submitter, undefined);
    await deliver(debt, { encounter: 'enc-7', patient: 'P0207' });
    const { told } = await readOn(district.submitter, cursor);
    expect(told).toHaveLength(1);
    expect(told[0]?.row).toBe(3);
    expect(told[0]?.sending).toEqual([
      {
        ...{ platform: 'satusehat', environment: 'simulasi', state: 'disimulasikan' },
        ...{ version: 2, encounter: 'enc-7', patient: 'P0207', at: expect.stringMatching(/Z$/) },
      },
    ]);
  });

  test('keeps the number under which a visit was delivered when its person gets another later', async () => {
    const district = await aDistrict(1);
    await store.transact((tx) => insert(tx, district, 0, 1));
    await deliver(await lease(visitSubject(district, 0), 2), { patient: 'P-LAMA' });
    const entry = { ref: `patient/${district.visits[0]?.visit.person ?? ''}`, platformId: 'P-BARU', hash: 'lain' };
    await store.upstream.saveUpstream(store.db, 'satusehat', [entry], { at: next() });
    const { told } = await readOn(district.submitter, undefined);
    expect(told[0]?.sending?.[0]?.patient).toBe('P-LAMA');
  });

  test('is for whoever handed the rows in; others see them with the right to operate, inside their area', async () => {
    const district = await aDistrict(2);
    await store.transact((tx) => insert(tx, district, 0, 2));
    const see = async (viewer: Parameters<OutcomeDesk['outcomes']>[1]): Promise<number> => {
      let count = 0;
      for (let cursor: string | undefined; ;) {
        const page = await desk.outcomes(cursor, viewer, 1000);
        count += page?.rows.filter(({ submission }) => submission === district.submission).length ?? 0;
        if (page?.more !== true) return count;
        cursor = page.next;
      }
    };
    const other = { submitter: 'lain', all: true };
    expect(await see({ submitter: district.submitter, all: false })).toBe(2);
    expect(await see({ submitter: 'lain', all: false })).toBe(0);
    expect(await see(other)).toBe(2);
    expect(await see({ ...other, within: 'pusk-1', places: ['kenanga'] })).toBe(2);
    expect(await see({ ...other, within: 'pusk-2', places: ['melati'] })).toBe(0);
  });

  test('tells everything to whoever hands in the same bytes later, though others heard it before', async () => {
    const district = await aDistrict(2);
    await store.transact((tx) => insert(tx, district, 0, 2));
    await readOn(district.submitter, undefined);
    const { cursor } = await readOn('kedua', undefined);
    await store.transact((tx) => tx.count('note-senders', [[district.submission], ['kedua'], next()]));
    expect((await readOn('kedua', cursor)).told.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('tells rows that were read again with their new verdict, and the old reading no more', async () => {
    const district = await aDistrict(4);
    await store.transact((tx) => insert(tx, district, 0, 4));
    const { cursor } = await readOn(district.submitter, undefined);
    const opened = await store.transact((tx) =>
      store.readings.openReading(tx, {
        submission: district.submission,
        tablesVersion: 'v2',
        at: next(),
        lease: { owner: 'p', until: at('09:00') },
      }),
    );
    district.reading = opened.reading;
    await store.transact((tx) => insert(tx, district, 0, 4, 'warning'));
    const { told } = await readOn(district.submitter, cursor);
    expect(told.map(({ row, status }) => [row, status])).toEqual([2, 3, 4, 5].map((row) => [row, 'warning']));
    expect((await readOn(district.submitter, undefined)).told).toHaveLength(4);
  });

  test('says of a visit behind a held person that it is held, why, and what to do; and that it goes on once the person is free', async () => {
    const district = await aDistrict(2);
    const subject = { kind: 'patient', id: district.visits[0]?.visit.person ?? '' } as const;
    const person = await lease(subject, 1);
    await store.transact(async (tx) => {
      await insert(tx, district, 0, 2);
      const debt = { platform: 'satusehat', version: 2, due: at('08:00'), beginning: { state: 'ready' } } as const;
      await store.owed.owe(tx, [{ ...debt, subject: visitSubject(district, 0), on: [subject] }], next());
    });
    const before = await readOn(district.submitter, undefined);
    expect(sendingOf(before.told[0])).toEqual([['antre', undefined]]);
    await store.owed.hold(store.db, person, { reason: 'nik-tidak-cocok', issues: [] }, next());
    const held = await readOn(district.submitter, before.cursor);
    expect(held.told.map(({ row }) => row)).toEqual([2]);
    expect(held.told[0]?.sending?.[0]).toMatchObject({
      ...{ state: 'ditahan', reason: 'nik-tidak-cocok', behind: 'patient' },
      remedy: { id: holdReasons['nik-tidak-cocok'].remedyId, en: holdReasons['nik-tidak-cocok'].remedyEn },
    });
    await store.owed.release(store.db, { platform: 'satusehat', states: ['held'], ids: [subject.id] }, next());
    const freed = await readOn(district.submitter, held.cursor);
    expect(freed.told.map((row) => [row.row, ...sendingOf(row)])).toEqual([[2, ['antre', undefined]]]);
    const [claimed] = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: next(), leaseMs: 1, limit: 1000 });
    if (claimed === undefined) throw new Error('the person is not due');
    await store.transact((tx) => store.owed.wait(tx, claimed, { reason: 'platform-berhenti', notBefore: next() }, next()));
    const waiting = await readOn(district.submitter, freed.cursor);
    expect(sendingOf(waiting.told[0])).toEqual([['menunggu', 'platform-berhenti']]);
    const [again] = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: next(), leaseMs: 1e12, limit: 1000 });
    await store.transact((tx) => store.owed.settle(tx, again ?? claimed, next()));
    expect(sendingOf((await readOn(district.submitter, waiting.cursor)).told[0])).toEqual([['antre', undefined]]);
  });

  test('does not repeat itself while a visit is tried again or waits as before', async () => {
    const district = await aDistrict(1);
    await store.transact((tx) => insert(tx, district, 0, 1));
    const known = new Map<string, Debt>();
    let debt = await lease(visitSubject(district, 0), 2, known);
    const again = async (reason: string): Promise<void> => {
      await store.transact((tx) => store.owed.wait(tx, debt, { reason, notBefore: next() }, next()));
      for (const one of await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: next(), leaseMs: 1e12, limit: 1000 }))
        debt = one;
    };
    let { cursor } = await readOn(district.submitter, undefined);
    const lengths: number[] = [];
    for (const reason of ['menunggu-waktu', 'platform-berhenti', 'platform-berhenti', 'menunggu-waktu', 'menunggu-waktu']) {
      await again(reason);
      const page = await readOn(district.submitter, cursor);
      cursor = page.cursor;
      lengths.push(page.told.length);
    }
    expect(lengths).toEqual([0, 1, 0, 1, 0]);
  });

  test('forgets whom it told of when a person is erased, and tells only that', async () => {
    const district = await aDistrict(2);
    await store.transact((tx) => insert(tx, district, 0, 2));
    await deliver(await lease(visitSubject(district, 0), 2));
    const { cursor } = await readOn(district.submitter, undefined);
    const { id = '', person = '' } = district.visits[0]?.visit ?? {};
    await store.transact((tx) => store.erasure.erasePerson(tx, { person, at: next(), reason: 'permintaan' }));
    const { told } = await readOn(district.submitter, cursor);
    expect(told.map(({ row, erased, visit, sending }) => [row, erased, visit, sending])).toEqual([
      [2, true, undefined, undefined],
      [3, undefined, district.visits[1]?.visit.id, [expect.objectContaining({ state: 'menunggu' })]],
    ]);
    expect(await query(url, 'select 1 from owed where subject_id = $1', [id])).toEqual([]);
  });
});

describe('while quarantined rows are looked at again', () => {
  const look = (district: District, tablesVersion: string): Promise<{ reading: string }> =>
    store.transact((tx) =>
      store.readings.openReading(tx, {
        ...{ submission: district.submission, tablesVersion, at: next() },
        lease: { owner: 'p', until: at('23:00') },
      }),
    );
  const finish = (district: District, owner: string): Promise<boolean> =>
    store.transact((tx) =>
      store.readings.finishReading(tx, district.reading, owner, { state: 'finished', counts: {}, issues: [], at: next() }),
    );

  test('the verdicts before are told on, and the new ones when all are there', async () => {
    const district = await aDistrict(2);
    await store.transact((tx) => insert(tx, district, 0, 2));
    await finish(district, 'pekerja-1');
    const { cursor } = await readOn(district.submitter, undefined);
    district.reading = (await look(district, 'v2.karantina')).reading;
    await store.transact((tx) => insert(tx, district, 0, 2, 'warning'));
    await lease(visitSubject(district, 0), 2);
    const meanwhile = await readOn(district.submitter, cursor);
    expect(meanwhile.told.map(({ row, status }) => [row, status])).toEqual([[2, 'accepted']]);
    await finish(district, 'p');
    const { told } = await readOn(district.submitter, meanwhile.cursor);
    expect(told.map(({ row, status }) => [row, status])).toEqual([
      [2, 'warning'],
      [3, 'warning'],
    ]);
  });
});

describe('beside gateways of the version before', () => {
  test('what they stored and settled without a note is found for a day, and told', async () => {
    const district = await aDistrict(2);
    await store.transact((tx) => insert(tx, district, 0, 2));
    await deliver(await lease(visitSubject(district, 0), 2));
    const { cursor } = await readOn(district.submitter, undefined);
    await query(url, 'delete from outcome where reading = $1', [district.reading]);
    await query(url, 'update owed set outcome_seq = 0');
    await query(url, 'update reading set cursor = 2 where id = $1', [district.reading]);
    const { 0: migration } = await query<{ applied_at: Date }>(url, "select applied_at from migration where name like '0005-%'");
    const after = (hours: number): Date => new Date((migration?.applied_at.getTime() ?? 0) + hours * 3_600_000);
    await query(url, 'update reading set started_at = $1', [after(1)]);
    await query(url, 'update owed set updated_at = $1', [after(1)]);
    expect(await store.transact((tx) => store.outcomes.tellForgotten(tx, after(25)))).toBe(0);
    await store.transact((tx) => store.outcomes.tellForgotten(tx, after(2)));
    const { told } = await readOn(district.submitter, cursor);
    expect(told.map(({ row }) => row).sort()).toEqual([2, 2, 3]);
    await store.transact((tx) => store.outcomes.tellForgotten(tx, after(3)));
    expect((await readOn(district.submitter, undefined)).told).toHaveLength(3);
  });
});

describe('a cursor', () => {
  test.each(['', 'x', 'AAAA', Buffer.from('{}').toString('base64url'), '../../etc/passwd'].slice(1))('%j is none', async (text) => {
    expect(await desk.outcomes(text, { submitter: 'a', all: false }, 10)).toBeUndefined();
  });

  test('from before a restore begins anew, and says so', async () => {
    const district = await aDistrict(3);
    await store.transact((tx) => insert(tx, district, 0, 3));
    const { cursor } = await readOn(district.submitter, undefined);
    await query(url, 'delete from outcome_counter');
    const again = await readOn(district.submitter, cursor);
    expect([again.anew, again.told.length]).toEqual([true, 3]);
    expect(await readOn(district.submitter, again.cursor)).toMatchObject({ anew: false, told: [] });
  });

  test('given before a copy of an older state came back without a word is still before everything that changes there', async () => {
    const district = await aDistrict(3);
    await store.transact((tx) => insert(tx, district, 0, 1));
    await readOn(district.submitter, undefined);
    const [kept] = await query<{ last: string }>(url, 'select last from outcome_counter');
    await store.transact((tx) => insert(tx, district, 1, 2));
    const { cursor } = await readOn(district.submitter, undefined);
    await query(url, 'delete from outcome where seq > $1', [kept?.last]);
    await query(url, 'update outcome_counter set last = $1', [kept?.last]);
    await store.transact((tx) => insert(tx, district, 2, 3));
    expect((await readOn(district.submitter, cursor)).told.map(({ row }) => row)).toEqual([4]);
  });

  test('beyond every number there is begins anew', async () => {
    const district = await aDistrict(1);
    await store.transact((tx) => insert(tx, district, 0, 1));
    const { cursor } = await readOn(district.submitter, undefined);
    await query(url, 'update outcome_counter set last = last - 1');
    expect(await readOn(district.submitter, cursor)).toMatchObject({ anew: true, told: [{ row: 2 }] });
  });
});

describe('the words of the feed', () => {
  const aDebt = (facts: Partial<OutcomeDebt>): OutcomeDebt => ({
    ...{ platform: 'satusehat', state: 'ready', reason: null, issues: null, owed: 1, settled: 0, at: null, encounter: null, patient: null },
    stuck: null,
    ...facts,
  });
  const tell = (debt: OutcomeDebt, environment = 'produksi') => {
    const outcome: Outcome = {
      ...{ submission: 's', source: 'x', row: 2, status: 'accepted', reason: undefined, heading: false, issues: [], erased: false },
      ...{ visit: 'v', retracted: undefined, debts: [debt] },
    };
    return tellOutcome(outcome, { environment, wordsOf }).sending?.[0];
  };

  test.each<[string, Partial<OutcomeDebt>, string, string | undefined]>([
    ['is ready', {}, 'antre', undefined],
    ['is being sent', { state: 'sending' }, 'antre', undefined],
    ['is tried again', { reason: 'dicoba-lagi' }, 'antre', undefined],
    ['waits for its hour', { state: 'waiting', reason: 'menunggu-waktu' }, 'antre', undefined],
    ['waits for a NIK', { state: 'waiting', reason: 'tanpa-nik' }, 'menunggu', 'tanpa-nik'],
    ['was claimed while it waits for the platform', { state: 'ready', reason: 'platform-berhenti' }, 'menunggu', 'platform-berhenti'],
    ['is held', { state: 'held', reason: 'belum-diverifikasi' }, 'ditahan', 'belum-diverifikasi'],
    ['was refused', { state: 'parked', reason: 'satusehat-10457' }, 'ditolak', 'satusehat-10457'],
    ['was taken', { state: 'settled', settled: 1 }, 'terkirim', undefined],
    ['was taken in part', { state: 'parked', reason: 'sebagian-ditolak', settled: 1 }, 'terkirim-sebagian', 'sebagian-ditolak'],
    ['was corrected and refused then', { state: 'parked', reason: 'ditolak', settled: 1, owed: 2 }, 'ditolak', 'ditolak'],
  ])('a visit that %s', (_, facts, state, reason) => {
    const told = tell(aDebt(facts));
    expect([told?.state, told?.reason]).toEqual([state, reason]);
    expect(told?.remedy === undefined).toBe(reason === undefined);
  });

  test.each(['settled', 'parked'] as const)('never call delivered what a sandbox took (%s)', (state) => {
    expect(tell(aDebt({ state, reason: state === 'parked' ? 'sebagian-ditolak' : null, settled: 1 }), 'simulasi')?.state).toMatch(
      /^disimulasikan/,
    );
  });
});
