// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { confirmElement, listWaiting } from '../../src/gateway/confirm-element.ts';
import { judgeAll, loadHistories } from '../../src/gateway/judging/judge-persons.ts';
import { computeVisit } from '../../src/insight/status/compute-visit.ts';
import type { History } from '../../src/insight/history.ts';
import { packageRoot } from '../../src/root.ts';
import { createReceivingPlatform } from '../platforms/receiving/receiving-platform.ts';
import { startReceiver, type Receiver } from '../platforms/receiving/receiver.ts';
import { createWarningDesk } from '../../src/report/warnings/warning-desk.ts';
import { aFrontDoor, aKenangaList, type FrontDoor } from './a-front-door.ts';

const receivers: Receiver[] = [];

afterAll(async () => {
  for (const receiver of receivers) await receiver.close();
});

async function aDistrict(): Promise<FrontDoor> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  return aFrontDoor(() => createReceivingPlatform({ url: receiver.url }));
}

/** Hands a file in on a day and looks again at whoever it speaks of, as the gateway does by itself. */
async function handIn(door: FrontDoor, moment: string, source: string, lines: readonly string[] | string): Promise<void> {
  door.at(moment);
  const answer = await door.handIn(source, typeof lines === 'string' ? lines : `${lines.join('\r\n')}\r\n`);
  expect(answer.rows?.filter(({ status }) => status === 'quarantined')).toEqual([]);
  await judgeAll(door.parts);
}

async function historiesOf(door: FrontDoor): Promise<readonly History[]> {
  const { store, parts } = door;
  const ids = await store.db.rows<{ id: string }>('visit-ids', [store.environment]);
  const visits = await store.visits.getVisits(
    store.db,
    ids.map(({ id }) => id),
  );
  const persons = new Set([...visits.values()].map(({ visit }) => visit.person));
  const site = await parts.site();
  return store.transact((tx) => loadHistories(tx, [...persons], { ...parts, site, at: parts.now() }));
}

/** Code, level, state and days of every warning, the earliest first. */
async function warningsOf({ store }: FrontDoor): Promise<readonly string[]> {
  const { warnings } = await store.warnings.listWarnings(store.db, { states: ['terbuka', 'selesai', 'ditarik'] }, { limit: 100 });
  return warnings
    .map(
      ({ warning: { code, level, opened, closed = '-' }, state, foundLate }) =>
        `${opened} ${code} ${level} ${state} ${closed}${foundLate ? ' late' : ''}`,
    )
    .sort();
}

/** Codes of what is open for one person. */
async function openOf({ store }: FrontDoor, person: string | undefined): Promise<readonly string[]> {
  const { warnings } = await store.warnings.listWarnings(store.db, { states: ['terbuka'] }, { limit: 100 });
  return warnings.flatMap(({ warning }) => (warning.person === person ? [warning.code] : [])).sort();
}

/** What is computed at each visit of the only person, by its day. */
async function computedOf(door: FrontDoor): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const [history, ...others] = await historiesOf(door);
  if (history === undefined) throw new Error('nobody is known');
  expect(others).toEqual([]);
  return Object.fromEntries(history.visits.map((visit) => [visit.date, computeVisit(visit, history, door.parts.tables)]));
}

describe('a mother with KEK and anaemia in two applications', () => {
  const nik = '6471995211989601';
  const posyandu = JSON.stringify({
    posyandu: { id: 3, nama: 'Posyandu Kamboja 2' },
    bulan: 'Juli 2025',
    data: [
      {
        peserta: { id: 401, nama: 'SARI RAHAYU', kategori: 'Ibu Hamil', nik, tglLahir: '12/11/1998' },
        pemeriksaan: { id: 9401, tanggal: '2025-07-09', kategori: 'Ibu Hamil', bbBumil: '47,5', lilaBumil: '22,8', tdBumil: '110/70' },
        pelayanan: { id: 7401, tanggal: '2025-07-09', kategori: 'Ibu Hamil', ttd: true, validasiBidan: null },
      },
    ],
  });
  const simpus = (...rows: readonly string[]) => ['No Kunjungan;NIK;Nama;Tgl Lahir;JK;Unit;Tanggal;HPHT;LILA;Hb;KET', ...rows];
  const july = simpus(
    `K-0714;${nik};Sari Rahayu;12/11/1998;P;Puskesmas Karang Joang;14/07/2025;03/03/2025;;;LILA 23; Hb 10,4`.replace('23; Hb', '23, Hb'),
  );
  const september = simpus(`K-0910;${nik};Sari Rahayu;12/11/1998;P;Puskesmas Karang Joang;10/09/2025;03/03/2025;23,5;11,0;`);
  const home = [
    'NIK;Nama;Tgl Lahir;JK;Posyandu;Tanggal;Keadaan;Sakit kepala berat;Perdarahan;Minum TTD',
    `${nik};Sari Rahayu;12/11/1998;P;Posyandu Kamboja 2;21/07/2025;Ibu Hamil;Ya;Tidak;Kadang-kadang`,
  ];

  async function untilJuly21(): Promise<FrontDoor> {
    const door = await aDistrict();
    await handIn(door, '2025-07-10T06:00:00Z', 'posyandu-ilp', posyandu);
    await handIn(door, '2025-07-15T06:00:00Z', 'simpus-kia', july);
    await handIn(door, '2025-07-21T06:00:00Z', 'kunjungan-rumah-ibu', home);
    return door;
  }

  test('is one person in one pregnancy; the posyandu’s contact is no K, the SIMPUS’s is', async () => {
    const door = await untilJuly21();
    const [history] = await historiesOf(door);
    expect(history?.episodes).toEqual([expect.objectContaining({ kind: 'kehamilan', from: '2025-03-03', basis: 'hpht' })]);
    expect(history?.visits.map(({ date, lifeStage }) => `${date} ${lifeStage}`)).toEqual([
      '2025-07-09 ibu-hamil',
      '2025-07-14 ibu-hamil',
      '2025-07-21 ibu-hamil',
    ]);
    const computed = await computedOf(door);
    expect(computed['2025-07-09']).toMatchObject({ 'status-lila-lokal': 'kek', 'status-lila-nasional': 'kek', 'kontak-anc': 0 });
    expect(computed['2025-07-14']).toMatchObject({ 'kontak-anc': 1 });
  });

  test('what stands in a free text counts once a nakes has confirmed it, and is shown by both bands', async () => {
    const door = await untilJuly21();
    expect((await computedOf(door))['2025-07-14']).not.toHaveProperty('status-anemia');
    const waiting = await listWaiting(door.parts, { limit: 10 });
    expect(waiting.map(({ element, value }) => `${element} ${value}`).sort()).toEqual([
      'hemoglobin 10,4 g/dL',
      'lingkar-lengan-atas 23 cm',
    ]);
    expect(await listWaiting(door.parts, { limit: 10, within: 'puskesmas-lain' })).toEqual([]);
    for (const { visit, element, ordinal } of waiting) {
      const one = { visit, element, ordinal, by: 'Ratna Wulandari' };
      expect(await confirmElement(door.parts, { ...one, within: 'puskesmas-lain' })).toBe('unknown-visit');
      expect(await confirmElement(door.parts, one)).toBe('confirmed');
    }
    expect(await listWaiting(door.parts, { limit: 10 })).toEqual([]);
    await judgeAll(door.parts);
    expect((await computedOf(door))['2025-07-14']).toMatchObject({
      'status-anemia': 'ringan',
      'status-lila-lokal': 'kek',
      'status-lila-nasional': 'risiko-kek',
    });
    expect(await warningsOf(door)).toContain('2025-07-14 ANC-HB jingga terbuka -');
    // The file read again takes nothing of the confirmation back.
    await handIn(door, '2025-07-22T06:00:00Z', 'simpus-kia', [...july, '']);
    expect((await computedOf(door))['2025-07-14']).toMatchObject({ 'status-anemia': 'ringan' });
  });

  test('a danger sign calls the midwife by name on its day; KEK and anaemia end on their boundaries', async () => {
    const door = await untilJuly21();
    for (const one of await listWaiting(door.parts, { limit: 10 })) await confirmElement(door.parts, { ...one, by: 'Ratna Wulandari' });
    await judgeAll(door.parts);
    expect(await warningsOf(door)).toEqual([
      '2025-07-09 ANC-KEK jingga terbuka -',
      '2025-07-14 ANC-HB jingga terbuka -',
      '2025-07-21 BAHAYA-HAMIL merah terbuka -',
    ]);
    const desk = createWarningDesk({
      store: door.store,
      site: () => Promise.resolve(door.site),
      now: () => door.clock.now,
      note: () => undefined,
    });
    const list = await desk.list({ states: ['terbuka'] }, { by: 'uji' }, { limit: 10 });
    const danger = list.ok ? list.value.warnings.find(({ code }) => code === 'BAHAYA-HAMIL') : undefined;
    expect(danger?.penerima).toBe('Ratna Wulandari');
    expect(JSON.stringify(list)).not.toContain(nik);

    await handIn(door, '2025-09-10T08:00:00Z', 'simpus-kia', september);
    expect(await warningsOf(door)).toEqual([
      '2025-07-09 ANC-KEK jingga selesai 2025-09-10',
      '2025-07-14 ANC-HB jingga selesai 2025-09-10',
      '2025-07-21 BAHAYA-HAMIL merah selesai 2025-09-10',
    ]);
  });
});

describe('a child not gaining twice, found late and corrected', () => {
  const month = (name: string, date: string, weight: string) =>
    aKenangaList(`${name} 2025`, `1;6472994511249611;ALYA RAMADHANI;05/11/2024;P;Wulan;Teguh;002;05;${date};${weight};;;`);

  test('2T of a late sheet is closed at birth, and withdrawn when July is corrected', async () => {
    const door = await aDistrict();
    await handIn(door, '2025-05-06T06:00:00Z', 'posyandu-kenanga', month('MEI', '05/05/2025', '6,9'));
    await handIn(door, '2025-06-05T06:00:00Z', 'posyandu-kenanga', month('JUNI', '04/06/2025', '7,1'));
    await handIn(door, '2025-08-07T06:00:00Z', 'posyandu-kenanga', month('AGUSTUS', '06/08/2025', '7,8'));
    expect(await warningsOf(door)).not.toContainEqual(expect.stringContaining('GROW-2T'));

    await handIn(door, '2025-08-20T06:00:00Z', 'posyandu-kenanga', month('JULI', '09/07/2025', '7,3'));
    expect(await warningsOf(door)).toContainEqual(expect.stringMatching(/^2025-07-09 GROW-2T jingga selesai 2025-08-06 late$/));

    await handIn(door, '2025-08-25T06:00:00Z', 'posyandu-kenanga', month('JULI', '09/07/2025', '7,6'));
    expect(await warningsOf(door)).toContainEqual(expect.stringContaining('2025-07-09 GROW-2T jingga ditarik'));
    expect(await warningsOf(door)).toContainEqual(expect.stringContaining('2025-08-06 GROW-T kuning terbuka'));
    const computed = await computedOf(door);
    expect(computed['2025-07-09']).toMatchObject({ 'status-bb': 'N' });
    expect(computed['2025-08-06']).toMatchObject({ 'status-bb': 'T' });
  });
});

describe('twins without a NIK, of whom one dies', () => {
  const mother = '6474995003979602';
  const header = 'NIK;NIK Ibu;Nama Bayi;Tgl Lahir;JK;Kembar ke;Unit;Tanggal;BB Lahir;KN;BB;Meninggal';
  const row = (name: string, order: string, rest: string, own = '', sex = 'P') =>
    `${own};${mother};${name};02/07/2025;${sex};${order};Pustu Karang Joang Hulu;${rest}`;

  async function untilKn2(): Promise<FrontDoor> {
    const door = await aDistrict();
    const kn1 = [header, row('By. Ny. Sri I', '1', '03/07/2025;2300;KN1;;'), row('By. Ny. Sri II', '2', '03/07/2025;2450;KN1;;', '', 'L')];
    await handIn(door, '2025-07-03T08:00:00Z', 'kunjungan-bayi', kn1);
    const kn2 = [header, row('By. Ny. Sri I', '1', '08/07/2025;;KN2;2,35;'), row('By. Ny. Sri II', '2', '08/07/2025;;KN2;2,5;', '', 'L')];
    await handIn(door, '2025-07-08T08:00:00Z', 'kunjungan-bayi', kn2);
    return door;
  }

  test('are two persons of order 1 and 2, both of low birth weight', async () => {
    const histories = await historiesOf(await untilKn2());
    const told = histories.map(({ person, visits, episodes }) => [
      person.birthOrder,
      person.birth?.weightG,
      visits.length,
      episodes.map(({ kind }) => kind),
    ]);
    expect(told.sort()).toEqual([
      [1, 2300, 2, ['neonatus']],
      [2, 2450, 2, ['neonatus']],
    ]);
  });

  test('the one who died ends every reminder; the other keeps its id when it gets a NIK and a name', async () => {
    const door = await untilKn2();
    const first = (await historiesOf(door)).find(({ person }) => person.birthOrder === 1)?.person.id;
    await handIn(door, '2025-07-22T08:00:00Z', 'kunjungan-bayi', [header, row('By. Ny. Sri II', '2', '21/07/2025;;;;20/07/2025', '', 'L')]);
    const died = (await historiesOf(door)).find(({ person }) => person.birthOrder === 2);
    expect(died?.episodes).toEqual([expect.objectContaining({ kind: 'neonatus', to: '2025-07-20', end: 'meninggal' })]);

    door.at('2025-08-15T20:00:00Z');
    await judgeAll(door.parts);
    expect(await warningsOf(door)).toContainEqual(expect.stringMatching(/^2025-08-16 IDENTITAS-45 \w+ terbuka -$/));
    expect(await openOf(door, died?.person.id)).toEqual([]);
    expect(await openOf(door, first)).toEqual(['BBLR', 'IDENTITAS-45']);

    await handIn(door, '2025-08-20T08:00:00Z', 'kunjungan-bayi', [
      header,
      row('Nayla Putri', '1', '20/08/2025;;;3,9;', '6474994207259603'),
    ]);
    const named = (await historiesOf(door)).filter(({ person }) => person.birthOrder === 1);
    expect(named.map(({ person }) => [person.id, person.name, person.nik])).toEqual([[first, 'Nayla Putri', '6474994207259603']]);
    expect(await openOf(door, first)).toEqual(['BBLR']);
    expect(await openOf(door, died?.person.id)).toEqual([]);
  });
});

describe('a register of pregnant women', () => {
  test('opens an entry and a pregnancy each, makes no visit, and warns of the one whose due date has passed', async () => {
    const door = await aDistrict();
    const sample = join(packageRoot, 'sources', 'sistem-posyandu-sasaran', 'samples', '06_sistem_posyandu_sasaran_ibuhamil.csv');
    door.at('2025-07-15T02:00:00Z');
    const facts = { source: 'sistem-posyandu-sasaran', submitter: 'simpus-uji', place: 'Posyandu Pengirim', date: '2025-07-15' };
    const answer = await door.gateway.submit({ ...facts, bytes: await readFile(sample) });
    expect(answer.ok && answer.value.rows?.map(({ status }) => status)).toEqual(['skipped', 'accepted', 'accepted', 'warning', 'warning']);
    await judgeAll(door.parts);
    const { store } = door;
    expect(await store.visits.countVisits(store.db)).toBe(0);
    const [reading] = await store.readings.readingsOf(store.db, answer.ok ? answer.value.id : '');
    const persons = (await store.rows.rowsOf(store.db, reading?.id ?? '', -1, 10)).flatMap(({ person }) => person ?? []);
    const entries = await store.personEnrolments.enrolmentsOfPersons(store.db, persons);
    expect(entries.map(({ category, to }) => [category, to])).toEqual(Array.from({ length: 4 }, () => ['ibu-hamil', undefined]));
    expect((await store.episodes.episodesOf(store.db, persons)).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'kehamilan'),
    );
    expect(await warningsOf(door)).toEqual(['2025-07-15 4T-TERLALU-TUA kuning terbuka -', '2025-07-15 ANC-DROP jingga terbuka -']);
  });
});
