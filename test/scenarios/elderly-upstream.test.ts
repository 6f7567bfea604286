import { afterEach, describe, expect, test } from '@jest/globals';
import { visitSettings } from '../../src/platforms/satusehat/visit/visit-settings.ts';
import { anUpstream, type Stored, type Upstream } from './an-upstream.ts';

const header = 'No Warga;NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik 1;Diastolik 1;Sistolik 2;Diastolik 2;Diagnosis;Pencatat';
const own = '7414991104579604';
// Says 12 February 1971; the row says 11 April 1957.
const neighbours = '7414991202719607';
const [neighbour, himself] = ['Patient/P99000000961', 'Patient/P99000000962'];

const lines = (...all: readonly string[]): string => [...all, ''].join('\r\n');
const sheet = (nik: string, rest: string, number = '-'): string => lines(header, `${number};${nik};La Ode Hamid;11/04/1957;L;${rest}`);
const june3 = 'Posyandu Cempaka;03/06/2025;168;96;164;94;;Kader Ani';

const open: Upstream[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.sandbox.simulator.stop();
});

async function aDistrict(...given: Parameters<typeof anUpstream>): Promise<Upstream> {
  const upstream = await anUpstream(...given);
  open.push(upstream);
  return upstream;
}

const pressures = (resources: readonly Stored[]): readonly string[] =>
  resources
    .filter(({ resourceType }) => resourceType === 'Observation')
    .map(({ code, valueQuantity, subject }) => `${code?.coding[0]?.code ?? ''} ${String(valueQuantity?.value)} ${subject?.reference ?? ''}`)
    .sort();
const bothReadings = [`8462-4 94 ${himself}`, `8462-4 96 ${himself}`, `8480-6 164 ${himself}`, `8480-6 168 ${himself}`];

describe('an old man with his neighbour’s NIK', () => {
  test('is kept with both readings and held; with the right NIK the same visit goes out, once, under his own number', async () => {
    const district = await aDistrict();
    const wrong = await district.tell('2025-06-04T06:00:00Z', 'posbindu-lansia', sheet(neighbours, june3));
    expect(await district.outcomes()).toMatchObject({ held: 1, delivered: 0, reasons: { 'nik-tidak-cocok': 1 } });
    expect((await district.stored()).filter(({ resourceType }) => !['Organization', 'Location'].includes(resourceType))).toEqual([]);
    const { store } = district.door;
    const kept =
      (
        await store.visits.getVisits(
          store.db,
          wrong.flatMap((id) => id ?? []),
        )
      ).get(wrong[0] ?? '')?.visit.elements ?? [];
    const told = kept.map(({ key, ordinal, value }) => `${key} ${String(ordinal)} ${value.kind === 'quantity' ? String(value.int) : '?'}`);
    expect(told.sort()).toEqual([
      'tekanan-darah-diastolik 1 96',
      'tekanan-darah-diastolik 2 94',
      'tekanan-darah-sistolik 1 168',
      'tekanan-darah-sistolik 2 164',
    ]);

    const right = await district.tell('2025-06-05T06:00:00Z', 'posbindu-lansia', sheet(own, june3));
    expect(right).toEqual(wrong);
    expect(await district.outcomes()).toMatchObject({ held: 0, delivered: 1 });
    const sent = await district.stored();
    expect(sent.filter(({ resourceType }) => resourceType === 'Encounter').map(({ subject }) => subject?.reference)).toEqual([himself]);
    expect(pressures(sent)).toEqual(bothReadings);

    await district.tell('2025-06-06T06:00:00Z', 'posbindu-lansia', sheet(own, june3));
    expect(await district.stored()).toEqual(sent);
    expect(await district.duplicates()).toBe(0);
  });

  const byDoctor = 'Puskesmas Bengkuring;10/06/2025;160;95;-;-;I10;dr. Dewi Kartika';
  const codeOf = (concept: Stored['code']): string => concept?.coding[0]?.code ?? '';
  const diagnoses = async (district: Upstream): Promise<readonly string[]> =>
    (await district.stored('Condition')).map(
      ({ category = [], code, subject }) => `${codeOf(category[0])} ${codeOf(code)} ${String(subject?.reference)}`,
    );

  test('has a Condition once a doctor wrote I10 and the head lets diagnoses go, not before', async () => {
    const district = await aDistrict();
    await district.tell('2025-06-05T06:00:00Z', 'posbindu-lansia', sheet(own, june3));
    await district.tell('2025-06-11T06:00:00Z', 'posbindu-lansia', sheet(own, byDoctor));
    expect([await district.outcomes(), await diagnoses(district)]).toEqual([expect.objectContaining({ delivered: 2 }), []]);

    const permitted = await aDistrict();
    permitted.decide({ alsoSend: ['diagnosis'] });
    await permitted.tell('2025-06-05T06:00:00Z', 'posbindu-lansia', sheet(own, june3));
    expect(await diagnoses(permitted)).toEqual([]);
    await permitted.tell('2025-06-11T06:00:00Z', 'posbindu-lansia', sheet(own, byDoctor));
    expect(await diagnoses(permitted)).toEqual([`encounter-diagnosis I10 ${himself}`]);
    const encounters = await permitted.stored('Encounter');
    expect(encounters.map(({ period, status }) => `${period?.start.slice(0, 10) ?? ''} ${status ?? ''}`)).toEqual([
      '2025-06-03 in-progress',
      '2025-06-10 finished',
    ]);
  });

  test('has none by the word of a kader, whatever the head lets go', async () => {
    const district = await aDistrict();
    district.decide({ alsoSend: ['diagnosis'] });
    const byKader = 'Posyandu Cempaka;10/06/2025;168;96;164;94;I10;Kader Ani';
    await district.tell('2025-06-11T06:00:00Z', 'posbindu-lansia', sheet(own, byKader));
    expect(await district.outcomes()).toMatchObject({ delivered: 1 });
    expect(pressures(await district.stored())).toEqual(bothReadings);
    expect(await diagnoses(district)).toEqual([]);
  });

  test.each(['HH', 'AMB'] as const)(
    'is visited at home with 184/112: class %s by the setting, and no threshold makes a Condition',
    async (homeClass) => {
      const district = await aDistrict({}, { visits: { ...visitSettings, homeClass } });
      district.decide({ alsoSend: ['diagnosis'] });
      const home = lines(
        'NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik;Diastolik',
        `${own};La Ode Hamid;11/04/1957;L;Posyandu Cempaka;02/09/2025;184;112`,
      );
      await district.tell('2025-09-03T06:00:00Z', 'kunjungan-rumah-lansia', home);
      expect(await district.outcomes()).toMatchObject({ delivered: 1 });
      expect((await district.stored('Encounter')).map((one) => [one.class?.code, one.subject?.reference])).toEqual([[homeClass, himself]]);
      expect(pressures(await district.stored())).toEqual([`8462-4 112 ${himself}`, `8480-6 184 ${himself}`]);
      expect(await diagnoses(district)).toEqual([]);
    },
  );
});

describe('a visit that was sent to the neighbour first', () => {
  test('is entered in error there and new here, with an incident that names both', async () => {
    const district = await aDistrict({ koreksi: 'terima' });
    const { store } = district.door;
    // His number is not known yet, and an officer takes his neighbour's record for his.
    const first = await district.tell('2025-06-04T06:00:00Z', 'posbindu-lansia', sheet('', june3));
    const person =
      (
        await store.visits.getVisits(
          store.db,
          first.flatMap((id) => id ?? []),
        )
      ).get(first[0] ?? '')?.visit.person ?? '';
    const said = { platform: 'satusehat', person, platformId: 'P99000000961', key: 'tanpa-nik', state: 'same' } as const;
    await store.transact(async (tx) => {
      await store.identityDecisions.decideIdentity(tx, { ...said, by: 'Dewi Kartika', why: 'salah pilih', at: district.door.clock.now });
      const states = ['waiting', 'held'] as const;
      await store.owed.release(tx, { platform: 'satusehat', states, kind: 'patient', ids: [person] }, district.door.clock.now);
      await store.owed.release(
        tx,
        { platform: 'satusehat', states, kind: 'visit', ids: first.flatMap((id) => id ?? []) },
        district.door.clock.now,
      );
    });
    await district.door.deliver();
    const there = await district.stored('Encounter');
    expect(there.map(({ subject, status }) => [subject?.reference, status])).toEqual([[neighbour, 'in-progress']]);

    const second = await district.tell('2025-06-05T06:00:00Z', 'posbindu-lansia', sheet(own, june3));
    expect(second).toEqual(first);
    await store.transact(async (tx) => {
      const at = district.door.clock.now;
      await store.identityDecisions.decideIdentity(tx, { ...said, state: 'not-same', by: 'Dewi Kartika', why: 'tetangga', at });
      const concerned = [{ kind: 'patient', id: person } as const, ...first.map((id = '') => ({ kind: 'visit', id }) as const)];
      await store.owed.reopen(tx, 'satusehat', concerned, at);
    });
    await district.door.deliver();
    expect(await district.outcomes()).toMatchObject({ delivered: 1, held: 0 });
    const encounters = await district.stored('Encounter');
    expect(encounters.map(({ subject, status }) => [subject?.reference, status])).toEqual([
      [neighbour, 'entered-in-error'],
      [himself, 'in-progress'],
    ]);
    expect(encounters[0]?.id).toBe(there[0]?.id);
    const observations = await district.stored('Observation');
    const standing = observations.filter(({ status }) => status !== 'entered-in-error');
    expect(pressures(standing)).toEqual(bothReadings);
    expect(observations.filter(({ subject }) => subject?.reference === neighbour).map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'entered-in-error'),
    );

    const incidents = await store.incidents.listIncidents(store.db, { states: ['open'], limit: 10 });
    expect(incidents.map(({ kind, facts, parts }) => [kind, facts, new Set(parts.map(({ outcome }) => outcome))])).toEqual([
      ['catatan-orang-lain', { wrong: 'P99000000961', right: 'P99000000962' }, new Set(['dibatalkan'])],
    ]);
  });
});
