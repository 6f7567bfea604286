// Longer than 200 lines: one story told from beginning to end, each part of which stands on the one before.
import type { Debt } from '../../../src/deliver/debt.ts';
import type { MappedRow } from '../../../src/map/mapped-row.ts';
import type { Place, Site } from '../../../src/map/place.ts';
import type { Person, Visit } from '../../../src/map/visit.ts';
import type { Subject } from '../../../src/platforms/subject.ts';
import type { Store } from '../../../src/store/open-store.ts';
import type { NewDebt } from '../../../src/store/owe.ts';
import type { Incoming } from '../../../src/store/submissions.ts';
import type { VisitToKeep } from '../../../src/store/visits.ts';

/** One part of the story of a gateway: what it does with its store, always with the same ids and at the same times. */
export interface Flow {
  readonly name: string;
  readonly run: (store: Store) => Promise<void>;
}

const at = (time: string): Date => new Date(`2025-08-12T${time}:00Z`);
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const platform = 'satusehat';
const minutes = 60_000;
const owner = 'gateway-lama';
const issue = { severity: 'error', type: 'processing', code: 'uji', text: 'uji', diagnostics: 'test' } as const;
const why = { reason: 'uji', issues: [issue] };

const posyandu: Place = {
  code: 'kenanga',
  kind: 'posyandu',
  name: 'Posyandu Kenanga',
  aliases: [],
  zone: 'Asia/Makassar',
  openFrom: '08:00',
  openTo: '11:00',
  responsible: [{ name: 'Dewi Kartika', nik: '6472996402929703' }],
  mode: 'uji',
};
const siteOf = (version: string, codes: readonly string[]): Site => ({
  version,
  places: new Map(codes.map((code) => [code, { ...posyandu, code }])),
  policies: new Map([['pusk', { puskesmas: 'pusk', closing: {}, verificationRequired: false, namedPerformer: true }]]),
  enrolments: codes.map((place) => ({ person: '6472990101249801', category: 'balita', place, from: '2025-01-01' })),
});

const children: readonly Person[] = [1, 2, 3].map((number) => ({
  id: idOf(number),
  name: `Anak ${String(number)}`,
  nameIsOfficial: true,
  birthDate: '2024-03-05',
  sex: 'L',
  nik: `51039905032400${String(70 + number)}`,
  localId: `A-${String(number)}`,
}));

function visitOf(number: number, grams = 10_400): VisitToKeep {
  const visit: Visit = {
    id: idOf(100 + number),
    person: idOf(number),
    date: '2025-08-12',
    dateEstimated: false,
    place: 'kenanga',
    service: 'posyandu-balita',
    recorder: 'kader',
    verified: false,
    lifeStage: 'balita',
    ageDays: 525,
    elements: [{ key: 'berat-badan', ordinal: 1, value: { kind: 'quantity', int: grams, written: String(grams) }, cell: 'BB' }],
    reported: {},
  };
  const kept = { duty: 'kirim', kerahasiaan: 'umum', sealedKeys: new Set<string>(), versions: { source: 'kenanga@1' } } as const;
  return { visit, key: visit.id, bundle: { resourceType: 'Bundle' }, hash: String(grams), sex: 'L', domicile: 'Sempaja', ...kept };
}

const subjectOf = (kind: Subject['kind'], id: string): Subject => ({ kind, id });
const parents = [subjectOf('place', 'kenanga'), subjectOf('practitioner', 'nakes-1')];
const debtOf = (subject: Subject, version: number, facts: Partial<NewDebt> = {}): NewDebt => ({
  ...{ platform, subject, version, due: at('07:00'), beginning: { state: 'ready' } },
  ...facts,
});
const debtsOf = (number: number, version = 1): readonly NewDebt[] => {
  const patient = subjectOf('patient', idOf(number));
  const visit = subjectOf('visit', idOf(100 + number));
  return [...[...parents, patient].map((parent) => debtOf(parent, 1)), debtOf(visit, version, { on: [...parents, patient] })];
};

const incoming: Incoming = {
  bytes: [Buffer.from('Anak;10,4\n')],
  source: 'kenanga',
  request: { place: 'kenanga' },
  submitter: 'SIMPUS',
  fileName: 'a.csv',
  tablesVersion: 'v1',
  at: at('08:00'),
  lease: { owner, until: at('08:05') },
};

const rowOf = (row: number): MappedRow => ({
  row,
  status: row === 3 ? 'quarantined' : 'accepted',
  heading: false,
  issues: row === 3 ? [issue] : [],
  contentHash: `baris-${String(row)}`,
  cells: ['Anak', '10,4'],
});

const claim = (store: Store, time: string, limit = 10, by = owner): Promise<readonly Debt[]> =>
  store.owed.claim(store.db, { platform, owner: by, now: at(time), leaseMs: 5 * minutes, limit });

async function claimSubject(store: Store, time: string, kind: Subject['kind'], id?: string): Promise<Debt> {
  const debts = await claim(store, time);
  const found = debts.find(({ subject }) => subject.kind === kind && (id === undefined || subject.id === id));
  if (found === undefined) throw new Error(`No debt of a ${kind} is due at ${time}`);
  return found;
}

const leavingUntil = (time: string) => ({ hash: 'hash-1', number: undefined, leaseUntil: at(time) });

const settle = (store: Store, debt: Debt, time: string): Promise<boolean> =>
  store.transact(async (tx) => {
    const entries = [{ ref: `${debt.subject.kind}/${debt.subject.id}`, platformId: `P-${debt.subject.id}`, hash: 'h' }];
    await store.upstream.saveUpstream(tx, platform, entries, { version: debt.version, at: at(time) });
    return store.owed.settle(tx, debt, at(time));
  });

/** What every version of Titian does, in an order in which each part finds what the ones before it left. */
export const mainFlows: readonly Flow[] = [
  {
    name: 'a database that is there is opened',
    run: async (store) => {
      await store.db.rows('has-meta');
      await store.transact((tx) => tx.count('hold-lease', ['migration']));
    },
  },
  {
    name: 'a register is imported, and again with fewer places',
    run: async (store) => {
      await store.transact((tx) => store.site.importSite(tx, siteOf('situs-1', ['kenanga', 'cempaka']), at('06:00')));
      await store.transact((tx) => store.site.importSite(tx, siteOf('situs-2', ['kenanga']), at('06:30')));
      await store.transact((tx) => store.owed.releaseForRegister(tx, platform, at('06:30')));
      await store.site.loadSite(store.db);
      await store.site.latestSiteVersion(store.db);
      const key = await store.apiKeys.createApiKey(store.db, { name: 'SIMPUS', scope: ['submit'], at: at('06:00') });
      await store.apiKeys.verifyApiKey(store.db, key.text);
      await store.apiKeys.countApiKeys(store.db);
      await store.apiKeys.revokeApiKey(store.db, key.id, at('06:40'));
    },
  },
  {
    name: 'a file is received, read in batches and found again',
    run: async (store) => {
      const { submission, reading } = await store.transact((tx) => store.submissions.receive(tx, incoming));
      await store.transact((tx) => store.submissions.receive(tx, incoming));
      await store.submissions.getSubmission(store.db, submission);
      for await (const piece of store.submissions.submissionBytes(store.db, submission)) if (piece.length === 0) throw new Error('empty');
      await keepBatch(store, reading);
      await store.readings.getReading(store.db, reading);
      await store.readings.readingsOf(store.db, submission);
      await store.rows.rowsOf(store.db, reading, -1, 10);
      await store.rows.rowsOfVisit(store.db, idOf(101));
      await store.db.rows('places-of-persons', [[idOf(1)], store.environment]);
    },
  },
  {
    name: 'a reading of a process that died is taken over',
    run: async (store) => {
      const again = { ...incoming, tablesVersion: 'v2', lease: { owner: 'mati', until: at('08:05') } };
      await store.transact((tx) => store.submissions.receive(tx, again));
      await store.readings.claimReadings(store.db, { owner, until: at('08:20') }, at('08:10'), 1);
      await store.readings.expireReadings(store.db, 'lain', at('08:11'));
    },
  },
  {
    name: 'what is owed is delivered in order, and looked up after a lost answer',
    run: async (store) => {
      for (const debt of await claim(store, '08:10')) await sendAndSettle(store, debt);
      const lost = await claimSubject(store, '08:12', 'visit', idOf(101));
      await store.owed.beginSending(store.db, lost, leavingUntil('08:17'));
      await store.owed.reconcileLater(store.db, lost, { ...why, notBefore: at('08:13'), lost: true }, at('08:12'));
      const [looked] = await claim(store, '08:14');
      if (looked !== undefined) await sendAndSettle(store, looked);
      for (const time of ['08:16', '08:20']) for (const debt of await claim(store, time)) await sendAndSettle(store, debt);
    },
  },
  {
    name: 'a visit is corrected and owed again',
    run: async (store) => {
      await store.transact(async (tx) => {
        await store.visits.findVisits(tx, [visitOf(1).key]);
        await store.visits.visitsOfPerson(tx, idOf(1));
        const [kept] = await store.visits.saveVisits(tx, [{ ...visitOf(1, 10_600), reading: idOf(900) }], at('09:00'));
        await store.owed.owe(tx, debtsOf(1, kept?.version ?? 0), at('09:00'));
      });
      const debt = await claimSubject(store, '09:01', 'visit');
      await store.owed.defer(store.db, debt, { ...why, notBefore: at('09:05') }, at('09:01'));
      const again = await claimSubject(store, '09:06', 'visit');
      await settle(store, again, '09:06');
    },
  },
  {
    name: 'debts are held, parked, made to wait, and released',
    run: async (store) => {
      const own = [11, 12, 13].map((number) => subjectOf('visit', idOf(100 + number)));
      await store.transact((tx) =>
        store.owed.owe(
          tx,
          own.map((subject) => debtOf(subject, 1)),
          at('10:00'),
        ),
      );
      const [first, second, third] = await claim(store, '10:00');
      if (first === undefined || second === undefined || third === undefined) throw new Error('three debts are due');
      await store.owed.hold(store.db, first, why, at('10:01'));
      await store.owed.park(store.db, second, why, at('10:01'));
      const on = [subjectOf('patient', idOf(7))];
      await store.transact(async (tx) => {
        await tx.count('reopen-parents', [tx.environment, platform, ['place'], ['kenanga'], at('10:02'), at('10:01')]);
        await store.owed.owe(
          tx,
          on.map((subject) => debtOf(subject, 1)),
          at('10:01'),
        );
        await store.owed.wait(tx, third, { reason: 'uji', on }, at('10:01'));
      });
      await store.owed.release(store.db, { platform, states: ['held', 'parked'], reasons: ['uji'] }, at('10:05'));
      await store.transact((tx) => store.owed.releaseForgotten(tx, platform, at('10:05')));
      await store.owed.countOwed(store.db, platform);
      await store.owed.visitOutcomes(store.db, platform);
      await store.visits.countVisits(store.db);
    },
  },
  {
    name: 'a gateway gives back what it holds when it ends, and takes what a dead one held',
    run: async (store) => {
      const [debt] = await claim(store, '10:10', 1);
      if (debt !== undefined) await store.owed.beginSending(store.db, debt, leavingUntil('10:15'));
      await claim(store, '10:10', 1);
      await store.owed.releaseLeases(store.db, owner, at('10:11'));
      await store.owed.expireLeases(store.db, 'lain', { now: at('10:11'), quiet: at('10:12') });
      await claim(store, '10:13', 10, 'lain');
    },
  },
  {
    name: 'a person is merged, found, and erased',
    run: async (store) => {
      await store.db.rows('follow-merges', [[idOf(1), idOf(2)]]);
      await store.attempts.attemptsOf(store.db, { platform, subject: subjectOf('visit', idOf(101)) });
      await store.attempts.dropAttemptBodies(store.db, at('12:00'));
      await store.transact((tx) => store.erasure.erasePerson(tx, { person: idOf(3), at: at('11:00'), reason: 'permintaan keluarga' }));
      await store.erasure.listErasures(store.db);
      await store.db.rows('visit-ids', [store.environment]);
      await store.db.rows('select-one');
    },
  },
];

async function keepBatch(store: Store, reading: string): Promise<void> {
  await store.transact(async (tx) => {
    const sought = children.map((person) => ({ person, desa: 'Sempaja', sender: 'SIMPUS' }));
    await store.persons.findCandidates(tx, sought);
    await store.persons.savePersons(tx, sought, at('08:01'));
    await store.visits.saveVisits(
      tx,
      [1, 2, 3].map((number) => ({ ...visitOf(number), reading })),
      at('08:01'),
    );
    await store.owed.owe(
      tx,
      [1, 2, 3].flatMap((number) => debtsOf(number)),
      at('08:01'),
    );
    const rows = [1, 2, 3].map((row) => ({ row: rowOf(row), person: idOf(row), visit: idOf(100 + row) }));
    await store.rows.insertRows(tx, reading, { from: 0, at: at('08:01') }, rows);
    await store.readings.advanceReading(tx, reading, { owner, until: at('08:06') }, { cursor: 3, counts: { rows: 3 } });
  });
  await store.transact((tx) =>
    store.readings.finishReading(tx, reading, owner, { state: 'finished', counts: { rows: 3 }, issues: [], at: at('08:02') }),
  );
}

async function sendAndSettle(store: Store, debt: Debt): Promise<void> {
  await store.visits.getVisit(store.db, debt.subject.kind === 'visit' ? debt.subject.id : idOf(101));
  await store.persons.getPersons(store.db, [idOf(1)]);
  await store.upstream.upstreamOf(store.db, platform, [`${debt.subject.kind}/${debt.subject.id}`]);
  await store.owed.beginSending(store.db, debt, leavingUntil('08:16'));
  await store.attempts.recordAttempt(store.db, debt, {
    plan: 'kirim',
    delivery: 'accepted',
    codes: [],
    at: at('08:11'),
    durationMs: 3,
    body: {},
  });
  await settle(store, debt, '08:11');
}
