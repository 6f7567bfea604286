// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { QueueFilter, RedriveReport } from '../../src/deliveries.ts';
import type { Debt } from '../../src/deliver/debt.ts';
import type { Issue } from '../../src/fhir/issue.ts';
import type { Policy } from '../../src/map/place.ts';
import { query } from '../a-store.ts';
import { aDeskHome, aList, type DeskHome } from './a-desk.ts';

let home: DeskHome;
beforeAll(async () => {
  home = await aDeskHome();
}, 60_000);
afterAll(() => home.close());
beforeEach(async () => {
  home.clock.now = new Date('2025-07-20T01:00:00Z');
  home.site = { ...home.site, policies: new Map([...home.site.policies].map(([code, policy]) => [code, { ...policy, ...asShipped }])) };
  await query(
    home.url,
    'truncate owed, owed_edge, owed_refusal, upstream, outcome, source_row, reading, submission, submission_chunk, visit, visit_version, person, person_index, platform_state cascade',
  );
});

const asShipped: Partial<Policy> = { namedPerformer: true, verificationRequired: false };
const setPolicy = (change: Partial<Policy>): void => {
  home.site = { ...home.site, policies: new Map([...home.site.policies].map(([code, policy]) => [code, { ...policy, ...change }])) };
};

const naura = '1;6472994302249512;Naura Khalisa;03/02/2024;P;Yuni;12/07/2025;8,1;71';
const bilal = '2;6472990112219516;Bilal;01/12/2021;L;Rina;12/07/2025;13,1;95';
const withoutNik = '3;;Sari Dewi;01/02/2024;;Ani;12/07/2025;8,1;74';
const findable = '3;;Sari Dewi;01/02/2024;P;Ani;12/07/2025;8,1;74';
const wrongNik = '4;6472991805239515;Dimas Putra;20/05/2022;L;Wati;12/07/2025;12,1;90';
const today = '5;6471990109209543;Rayhan;01/09/2020;L;Tuti;20/07/2025;21,9;103';

const asker = { by: 'uji' };
async function redrive(filter: QueueFilter, dryRun = false): Promise<RedriveReport> {
  const report = await home.desk.redrive(filter, { asker, dryRun });
  if (!report.ok) throw new Error(JSON.stringify(report.issues));
  return report.value;
}
const claim = (limit = 50): Promise<readonly Debt[]> =>
  home.store.owed.claim(home.store.db, { platform: 'satusehat', owner: 'pekerja-1', now: home.clock.now, leaseMs: 60_000, limit });
const settle = (debt: Debt): Promise<boolean> => home.store.transact((tx) => home.store.owed.settle(tx, debt, home.clock.now));
const stand = (): Promise<unknown[]> =>
  query(home.url, 'select subject_kind, subject_id, state, reason, attempts, due, reconcile from owed order by subject_kind, subject_id');
const states = async (kind = 'visit'): Promise<readonly string[]> =>
  (
    await query<{ told: string }>(home.url, `select concat_ws(' ', state, reason) as told from owed where subject_kind = $1 order by 1`, [
      kind,
    ])
  ).map(({ told }) => told);
const outcomesOf = ({ counts }: RedriveReport): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** Settles everything visits lean on, and gives the visits that are due then. */
async function visitsDue(): Promise<readonly Debt[]> {
  for (const debt of await claim()) await settle(debt);
  return claim();
}

const refusal = (rule: string): Issue => ({
  ...{ severity: 'error', type: 'business-rule', code: `satusehat-${rule}`, rule },
  ...{ text: `Aturan ${rule}.`, diagnostics: `Rule ${rule}.`, expression: 'Bundle.entry[0].resource' },
});
const park = (debt: Debt, rule: string): Promise<boolean> =>
  home.store.owed.park(home.store.db, debt, { reason: `satusehat-${rule}`, issues: [refusal(rule)] }, home.clock.now);

describe('redriving', () => {
  test('makes what a platform refused ready once its cause is mended: fixed once, all go', async () => {
    await home.submit(aList('KENANGA', naura, bilal));
    for (const debt of await visitsDue()) await park(debt, '10457');
    const report = await redrive({ rule: '10457' });

    expect([outcomesOf(report), report.causes[0]?.title.id]).toEqual([{ ready: 2 }, 'Ditolak platform menurut aturan 10457']);
    expect(await states()).toEqual(['ready', 'ready']);
    expect(await claim()).toHaveLength(2);
  });

  test('begins attempts anew, forgets refused parts, and still looks up first what may have arrived', async () => {
    await home.submit(aList('KENANGA', naura));
    const [debt] = await visitsDue();
    if (debt === undefined) throw new Error('no visit is due');
    await home.store.owed.beginSending(home.store.db, debt, { hash: 'h', leaseUntil: home.clock.now });
    await home.store.transact((tx) =>
      home.store.owed.refuse(tx, debt, [{ ref: 'r', hash: 'h', issues: [refusal('10383')] }], home.clock.now),
    );
    const lost = { reason: 'dicari-kembali', issues: [], notBefore: home.clock.now, lost: true };
    await home.store.owed.reconcileLater(home.store.db, debt, lost, home.clock.now);
    const [again] = await claim();
    if (again !== undefined) await home.store.owed.hold(home.store.db, again, { reason: 'tercatat-ganda', issues: [] }, home.clock.now);
    expect(again).toMatchObject({ attempts: 1, reconcile: true });
    await redrive({ reasons: ['tercatat-ganda'] });

    expect(await claim()).toMatchObject([{ attempts: 0, reconcile: true, refused: new Map() }]);
  });

  test('does what its dry run said, and the dry run itself changes nothing', async () => {
    setPolicy({ verificationRequired: true });
    await home.submit(aList('KENANGA', naura, withoutNik, wrongNik));
    setPolicy(asShipped);
    await home.submit(aList('KENANGA', bilal, today));
    for (const debt of await visitsDue()) await park(debt, '10457');
    await query(
      home.url,
      `update owed set state = 'parked', due = 'infinity', reason = 'satusehat-10457', issues = '[{"rule": "10457"}]' where reason = 'menunggu-waktu'`,
    );
    const filter: QueueFilter = { states: ['held', 'parked', 'waiting'] };
    const before = await stand();
    const dry = await redrive(filter, true);
    expect(await stand()).toEqual(before);
    expect(outcomesOf(dry)).toEqual({ ready: 1, waiting: 2, unchanged: 2 });
    expect(Object.fromEntries(dry.causes.map(({ reason, to }) => [reason, to]))).toEqual({
      ...{ 'satusehat-10457': { 'menunggu-waktu': 1 }, 'belum-diverifikasi': { 'menunggu-induk': 1 } },
      ...{ 'tanpa-nik': {}, 'nik-tidak-cocok': {} },
    });

    expect(await redrive(filter)).toEqual({ ...dry, dryRun: false });
    expect(await states()).toEqual([
      'held nik-tidak-cocok',
      'ready',
      'waiting menunggu-induk',
      'waiting menunggu-waktu',
      'waiting tanpa-nik',
    ]);
  });

  test('of a visit whose people and places no platform knows yet owes those first', async () => {
    setPolicy({ namedPerformer: false });
    await home.submit(aList('KENANGA', naura));
    expect(await states('patient')).toEqual([]);
    setPolicy(asShipped);
    expect(outcomesOf(await redrive({ reasons: ['pelaksana-belum-ditetapkan'] }))).toEqual({ waiting: 1 });

    expect((await claim()).map(({ subject }) => subject.kind).sort()).toEqual(['patient', 'place', 'practitioner']);
    expect(await states()).toEqual(['waiting menunggu-induk']);
  });

  test('of somebody who may be found without a NIK waits for that, and is tried once the person was found', async () => {
    const debts = () => query(home.url, 'select subject_kind, state, reason from owed order by 1, 2');
    await home.submit(aList('KENANGA', findable));
    const before = await debts();
    await query(home.url, `delete from owed where subject_kind <> 'visit'`);
    await query(home.url, 'truncate owed_edge');
    const dry = await redrive({ reasons: ['tanpa-nik'] }, true);
    expect([outcomesOf(dry), dry.causes[0]?.to]).toEqual([{ waiting: 1 }, { 'tanpa-nik': 1 }]);
    expect(await redrive({ reasons: ['tanpa-nik'] })).toEqual({ ...dry, dryRun: false });
    expect(await debts()).toEqual(before);

    for (const debt of await visitsDue()) await park(debt, '10457');
    expect(outcomesOf(await redrive({ rule: '10457' }))).toEqual({ ready: 1 });
    expect(await states()).toEqual(['ready']);
  });

  test('asks again for a person without a NIK whom the platform did not know', async () => {
    await home.submit(aList('KENANGA', findable));
    for (const debt of await claim())
      if (debt.subject.kind === 'patient')
        await home.store.owed.hold(home.store.db, debt, { reason: 'ihs-perlu-dipilih', issues: [] }, home.clock.now);
      else await settle(debt);
    expect(outcomesOf(await redrive({ reasons: ['ihs-perlu-dipilih'] }))).toEqual({ ready: 1 });
    expect((await claim()).map(({ subject }) => subject.kind)).toEqual(['patient']);
  });

  test.each([
    ['has no NIK and cannot be found without', withoutNik, 'tanpa-nik'],
    ['has a NIK that disagrees with the birth date', wrongNik, 'nik-tidak-cocok'],
  ])('a visit whose person still %s changes nothing, and says so with what to do', async (_, row, reason) => {
    await home.submit(aList('KENANGA', row));
    const before = await stand();
    const report = await redrive({ reasons: [reason] });

    expect(outcomesOf(report)).toEqual({ unchanged: 1 });
    expect(report.causes[0]?.remedy.id.length).toBeGreaterThan(10);
    expect(report.causes[0]?.samples.unchanged).toMatchObject([{ kind: 'visit', place: 'posyandu-kenanga', date: '2025-07-12' }]);
    expect(await stand()).toEqual(before);
  });

  test('a visit that something else holds now moves to that cause, with its sentence', async () => {
    await home.submit(aList('KENANGA', naura));
    for (const debt of await visitsDue()) await park(debt, '10457');
    setPolicy({ verificationRequired: true });
    const report = await redrive({ states: ['parked'] });

    expect([outcomesOf(report), report.causes[0]?.to]).toEqual([{ moved: 1 }, { 'belum-diverifikasi': 1 }]);
    const [debt] = await query<{ reason: string; state: string; text: string }>(
      home.url,
      `select reason, state, issues #>> '{0,text}' as text from owed where subject_kind = 'visit'`,
    );
    expect(debt).toMatchObject({ reason: 'belum-diverifikasi', state: 'held' });
    expect(debt?.text).toMatch(/verifikasi/);
    expect(outcomesOf(await redrive({ reasons: ['belum-diverifikasi'] }))).toEqual({ unchanged: 1 });
  });

  test('leaves alone what a worker holds, and says so', async () => {
    await home.submit(aList('KENANGA', naura));
    const debts = await visitsDue();
    const report = await redrive({ ids: debts.map(({ subject }) => subject.id) });

    expect(outcomesOf(report)).toEqual({ leased: 1 });
    expect(await Promise.all(debts.map(settle))).toEqual([true]);
  });

  test('told twice at once makes each ready once, and only one of the two says that it did', async () => {
    await home.submit(aList('KENANGA', naura, bilal));
    for (const debt of await visitsDue()) await park(debt, '10457');
    const reports = await Promise.all([redrive({ rule: '10457' }), redrive({ rule: '10457' })]);

    expect(reports.reduce((sum, { counts }) => sum + counts.ready, 0)).toBe(2);
    expect(await claim()).toHaveLength(2);
  });

  test('a person whom a platform did not know takes the visits along that wait for them', async () => {
    await home.submit(aList('KENANGA', naura, bilal));
    for (const debt of await claim())
      if (debt.subject.kind === 'patient')
        await home.store.owed.hold(home.store.db, debt, { reason: 'ihs-ganda', issues: [] }, home.clock.now);
      else await settle(debt);
    const report = await redrive({ reasons: ['ihs-ganda'] });

    expect([outcomesOf(report), report.causes[0]?.to]).toEqual([{ ready: 2, waiting: 2 }, { 'menunggu-induk': 2 }]);
    expect((await visitsDue()).map(({ subject }) => subject.kind)).toEqual(['visit', 'visit']);
  });

  test('tries refused parts of a visit that arrived without them again', async () => {
    await home.submit(aList('KENANGA', naura));
    const [debt] = await visitsDue();
    if (debt === undefined) throw new Error('no visit is due');
    await home.store.transact(async (tx) => {
      await home.store.owed.refuse(tx, debt, [{ ref: 'r', hash: 'h', issues: [refusal('10383')] }], home.clock.now);
      await home.store.owed.settle(tx, debt, home.clock.now, [refusal('10383')]);
    });
    const report = await redrive({ reasons: ['satusehat-10383'] });

    expect([report.causes[0]?.state, outcomesOf(report)]).toEqual(['partial', { ready: 1 }]);
    expect(await claim()).toMatchObject([{ subject: debt.subject, refused: new Map(), settledVersion: 1 }]);
  });

  test.each<[string, QueueFilter, number]>([
    ['a place', { place: 'posyandu-kamboja-2' }, 1],
    ['a puskesmas, with the places beneath it', { place: 'puskesmas-bengkuring' }, 2],
    ['days', { from: '2025-07-13', to: '2025-07-31' }, 1],
    ['a reason nobody has', { reasons: ['ihs-ganda'] }, 0],
  ])('takes only what its filter means: %s', async (_, filter, count) => {
    setPolicy({ verificationRequired: true });
    await home.submit(aList('KENANGA', naura, today));
    await home.submit(aList('KAMBOJA 2', bilal));
    setPolicy(asShipped);
    expect((await redrive(filter, true)).counts.waiting).toBe(count);
  });

  test('without a filter releases nothing', async () => {
    expect(await home.desk.redrive({ platform: 'satusehat' }, { asker, dryRun: false })).toMatchObject({
      ok: false,
      issues: [{ code: 'permintaan-tidak-sah' }],
    });
  });

  test('writes down who did what, without ids and names', async () => {
    await home.submit(aList('KENANGA', naura));
    const [debt] = await visitsDue();
    if (debt !== undefined) await park(debt, '10457');
    home.notes.length = 0;
    await redrive({ ids: [debt?.subject.id ?? ''], states: ['parked'] }, true);
    expect(home.notes).toEqual([]);
    await redrive({ ids: [debt?.subject.id ?? ''], states: ['parked'] });

    const counts = { ready: 1, waiting: 0, moved: 0, unchanged: 0, leased: 0 };
    expect(home.notes.map((note) => JSON.parse(note) as unknown)).toEqual([
      { event: 'redriven', platform: 'satusehat', filter: { states: ['parked'] }, ids: 1, counts, by: 'uji' },
    ]);
  });
});
