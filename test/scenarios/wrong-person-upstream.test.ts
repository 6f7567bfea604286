import { afterEach, describe, expect, test } from '@jest/globals';
import { anUpstream, type Stored, type Upstream } from './an-upstream.ts';

const header = 'No Kunjungan;NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik 1;Diastolik 1;Sistolik 2;Diastolik 2;Diagnosis;Pencatat';
const hamid = '7414991104579604;La Ode Hamid;11/04/1957;L';
const sari = '6471995211989601;Sari Rahayu;12/11/1998;P';
const [himself, neighbour] = ['Patient/P99000000962', 'Patient/P99000000963'];

const lines = (...all: readonly string[]): string => [...all, ''].join('\r\n');
const sheet = (who: string, readings = '168;96;164;94', date = '14/07/2025', by = 'Kader Ani'): string =>
  lines(header, `P-12;${who};Posyandu Cempaka;${date};${readings};;${by}`);
const pregnant = lines(
  'No Kunjungan;NIK;Nama;Tgl Lahir;JK;Unit;Tanggal;HPHT;LILA;Hb;KET',
  `K-1;${sari};Puskesmas Karang Joang;07/07/2025;03/03/2025;24;11,2;`,
);

const open: Upstream[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.sandbox.simulator.stop();
});

async function aDistrict(): Promise<Upstream> {
  const upstream = await anUpstream({ koreksi: 'terima' });
  open.push(upstream);
  return upstream;
}

/** Encounters of the posbindu as they stand there: whose, and how. */
const contacts = async (district: Upstream): Promise<readonly (readonly [string, string])[]> =>
  (await district.stored('Encounter'))
    .filter(({ period }) => period?.start.startsWith('2025-07-14') === true)
    .map(({ subject, status }) => [subject?.reference ?? '', status ?? ''] as const);

const readings = (resources: readonly Stored[], whose: string): readonly string[] =>
  resources
    .filter(({ subject, code }) => subject?.reference === whose && /^84(80|62)-[46]$/.test(code?.coding[0]?.code ?? ''))
    .map(({ code, valueQuantity, status }) => `${code?.coding[0]?.code ?? ''} ${String(valueQuantity?.value)} ${status ?? ''}`)
    .sort();
const four = (status: string): readonly string[] => ['8462-4 94', '8462-4 96', '8480-6 164', '8480-6 168'].map((one) => `${one} ${status}`);

const stuck = async ({ door: { store } }: Upstream) =>
  (await store.owed.countOwed(store.db, 'satusehat')).filter(({ state }) => state !== 'settled');

const warnings = async ({ door: { store } }: Upstream): Promise<readonly string[]> => {
  const states = ['terbuka', 'selesai', 'ditarik'] as const;
  const { warnings: listed } = await store.warnings.listWarnings(store.db, { states }, { limit: 20 });
  return listed.filter(({ warning }) => warning.code === 'ANC-HT').map(({ state, warning }) => `${state} ${warning.level}`);
};

describe('a sheet that names the neighbour first and himself in its corrected form', () => {
  test('leaves nothing with her: entered in error there, new at his own record, her warning withdrawn, an incident for people', async () => {
    const district = await aDistrict();
    const { store } = district.door;
    await district.tell('2025-07-08T06:00:00Z', 'simpus-kia', pregnant);
    const [first] = await district.tell('2025-07-15T06:00:00Z', 'posbindu-bernomor', sheet(sari));
    expect(await contacts(district)).toEqual([[neighbour, 'in-progress']]);
    expect(readings(await district.stored('Observation'), neighbour)).toEqual(four('final'));
    expect(await warnings(district)).toEqual(['terbuka merah']);

    const [second] = await district.tell('2025-07-16T06:00:00Z', 'posbindu-bernomor', sheet(hamid));
    expect(second).toBe(first);
    expect(await contacts(district)).toEqual([
      [neighbour, 'entered-in-error'],
      [himself, 'in-progress'],
    ]);
    const observations = await district.stored('Observation');
    expect(readings(observations, neighbour)).toEqual(four('entered-in-error'));
    expect(readings(observations, himself)).toEqual(four('final'));
    expect(await warnings(district)).toEqual(['ditarik merah']);
    expect(await district.outcomes()).toMatchObject({ delivered: 2, held: 0, waiting: 0, rejected: 0 });
    expect(await district.duplicates()).toBe(0);
    const incidents = await store.incidents.listIncidents(store.db, { states: ['open'], limit: 10 });
    expect(incidents.map(({ kind, facts, repairedAt, parts }) => [kind, facts, repairedAt !== undefined, parts.length])).toEqual([
      ['catatan-orang-lain', { wrong: 'P99000000963', right: 'P99000000962' }, true, 5],
    ]);
  });

  test('writes nothing of him into her record, also not what is void', async () => {
    const district = await aDistrict();
    await district.tell('2025-07-15T06:00:00Z', 'posbindu-bernomor', sheet(sari, '110;70;112;72'));
    await district.tell('2025-07-16T06:00:00Z', 'posbindu-bernomor', sheet(hamid));
    const hers = readings(await district.stored('Observation'), neighbour);
    expect(hers).toEqual(['8462-4 70', '8462-4 72', '8480-6 110', '8480-6 112'].map((one) => `${one} entered-in-error`));
    expect(readings(await district.stored('Observation'), himself)).toEqual(four('final'));
  });

  test('is delivered once, to him, where nothing had left yet', async () => {
    const district = await aDistrict();
    district.door.at('2025-07-15T06:00:00Z');
    await district.door.handIn('posbindu-bernomor', sheet(sari));
    await district.tell('2025-07-16T06:00:00Z', 'posbindu-bernomor', sheet(hamid));
    expect(await contacts(district)).toEqual([[himself, 'in-progress']]);
    expect(readings(await district.stored('Observation'), neighbour)).toEqual([]);
    expect(await district.outcomes()).toMatchObject({ delivered: 1, held: 0, waiting: 0 });
    expect(await stuck(district)).toEqual([]);
  });

  test('ends there and goes to him also where the answer to the first message was lost', async () => {
    const district = await aDistrict();
    await district.sandbox.plan({ kind: 'lost-after-commit', times: 1, match: { method: 'POST', path: '^/fhir-r4/v1/?$' } });
    await district.tell('2025-07-15T06:00:00Z', 'posbindu-bernomor', sheet(sari));
    await district.tell('2025-07-15T06:00:10Z', 'posbindu-bernomor', sheet(hamid));
    district.door.at('2025-07-15T08:00:00Z');
    await district.door.deliver();
    expect(await contacts(district)).toEqual([
      [neighbour, 'entered-in-error'],
      [himself, 'in-progress'],
    ]);
    expect(readings(await district.stored('Observation'), neighbour)).toEqual(four('entered-in-error'));
    expect(await district.outcomes()).toMatchObject({ delivered: 1, held: 0, waiting: 0 });
  });

  test('may be corrected back: each life ends where it was wrong, and the last one stands', async () => {
    const district = await aDistrict();
    for (const [day, who] of [sari, hamid, sari].entries())
      // The very same bytes would be the same file handed in twice.
      await district.tell(`2025-07-${String(15 + day)}T06:00:00Z`, 'posbindu-bernomor', `REKAP KE-${String(day)}\r\n${sheet(who)}`);
    expect(await contacts(district)).toEqual([
      [neighbour, 'entered-in-error'],
      [himself, 'entered-in-error'],
      [neighbour, 'in-progress'],
    ]);
    expect(await district.outcomes()).toMatchObject({ delivered: 1, held: 0, waiting: 0 });
  });

  test('ends the wrong record at once, also while his own cannot be found', async () => {
    const district = await aDistrict();
    await district.tell('2025-07-15T06:00:00Z', 'posbindu-bernomor', sheet(sari));
    await district.tell('2025-07-16T06:00:00Z', 'posbindu-bernomor', sheet(';La Ode Hamid;11/04/1957;L'));
    expect(await contacts(district)).toEqual([[neighbour, 'entered-in-error']]);
    expect(await district.outcomes()).toMatchObject({ delivered: 0 });
    await district.tell('2025-07-17T06:00:00Z', 'posbindu-bernomor', sheet(hamid));
    expect(await contacts(district)).toEqual([
      [neighbour, 'entered-in-error'],
      [himself, 'in-progress'],
    ]);
  });
});

describe('a number that comes again', () => {
  test('on another day is another visit; in one file with two people it is two visits with a warning', async () => {
    const district = await aDistrict();
    const [first] = await district.tell('2025-07-15T06:00:00Z', 'posbindu-bernomor', sheet(sari));
    const [later] = await district.tell('2025-07-16T06:00:00Z', 'posbindu-bernomor', sheet(hamid, '150;90;-;-', '15/07/2025'));
    expect(later).not.toBe(first);
    expect(await contacts(district)).toEqual([[neighbour, 'in-progress']]);

    const twice = lines(header, ...[sari, hamid].map((who) => `P-77;${who};Posyandu Cempaka;16/07/2025;120;80;-;-;;Kader Ani`));
    district.door.at('2025-07-17T06:00:00Z');
    const { rows = [] } = await district.door.handIn('posbindu-bernomor', twice);
    const told = rows.filter(({ visit }) => visit !== undefined);
    expect(new Set(told.map(({ visit }) => visit)).size).toBe(2);
    expect(told.map(({ status, issues }) => [status, issues.some(({ code }) => code === 'nomor-dua-orang')])).toEqual([
      ['warning', true],
      ['warning', true],
    ]);
  });
});

describe('a record of which an officer says that it is not his', () => {
  test('holds his visit no longer from that word on, also while his own record is not known', async () => {
    const district = await aDistrict();
    const { store, clock } = district.door;
    const [visit = ''] = await district.tell('2025-07-15T06:00:00Z', 'posbindu-bernomor', sheet(';La Ode Hamid;11/04/1957;L'));
    const person = (await store.visits.getVisits(store.db, [visit])).get(visit)?.visit.person ?? '';
    const word = { platform: 'satusehat', person, platformId: 'P99000000963', key: 'tanpa-nik', by: 'Dewi Kartika', why: 'salah pilih' };
    const concerned = [{ kind: 'patient', id: person } as const, { kind: 'visit', id: visit } as const];
    await store.transact(async (tx) => {
      await store.identityDecisions.decideIdentity(tx, { ...word, state: 'same', at: clock.now });
      for (const { kind, id } of concerned)
        await store.owed.release(tx, { platform: 'satusehat', states: ['waiting', 'held'], kind, ids: [id] }, clock.now);
    });
    await district.door.deliver();
    expect(await contacts(district)).toEqual([[neighbour, 'in-progress']]);

    await store.transact(async (tx) => {
      await store.identityDecisions.decideIdentity(tx, { ...word, state: 'not-same', at: clock.now });
      await store.owed.reopen(tx, 'satusehat', concerned, clock.now);
    });
    await district.door.deliver();
    expect(await contacts(district)).toEqual([[neighbour, 'entered-in-error']]);
    expect(readings(await district.stored('Observation'), neighbour)).toEqual(four('entered-in-error'));
    expect(await district.outcomes()).toMatchObject({ delivered: 0 });
  });
});
