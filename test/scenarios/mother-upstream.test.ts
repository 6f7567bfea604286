import { afterEach, describe, expect, test } from '@jest/globals';
import { confirmElement, listWaiting } from '../../src/gateway/confirm-element.ts';
import { visitSettings, type VisitSettings } from '../../src/platforms/satusehat/visit/visit-settings.ts';
import { anUpstream, type Upstream } from './an-upstream.ts';

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
const simpus = (row: string): string => ['No Kunjungan;NIK;Nama;Tgl Lahir;JK;Unit;Tanggal;HPHT;LILA;Hb;KET', row, ''].join('\r\n');
const who = `${nik};Sari Rahayu;12/11/1998;P`;
const july = simpus(`K-0714;${who};Puskesmas Karang Joang;14/07/2025;03/03/2025;;;LILA 23, Hb 10,4`);
const september = simpus(`K-0910;${who};Puskesmas Karang Joang;10/09/2025;03/03/2025;23,5;11,0;`);
const home = [
  'NIK;Nama;Tgl Lahir;JK;Posyandu;Tanggal;Keadaan;Sakit kepala berat;Perdarahan;Minum TTD',
  `${who};Posyandu Kamboja 2;21/07/2025;Ibu Hamil;Ya;Tidak;Kadang-kadang`,
  '',
].join('\r\n');

const open: Upstream[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.sandbox.simulator.stop();
});

async function until(last: 'july' | 'september', settings: Partial<VisitSettings> = {}): Promise<Upstream> {
  const district = await anUpstream({ koreksi: 'terima' }, { visits: { ...visitSettings, ...settings } });
  open.push(district);
  await district.tell('2025-07-10T06:00:00Z', 'posyandu-ilp', posyandu);
  await district.tell('2025-07-15T06:00:00Z', 'simpus-kia', july);
  await district.tell('2025-07-22T06:00:00Z', 'kunjungan-rumah-ibu', home);
  if (last === 'september') await district.tell('2025-09-11T06:00:00Z', 'simpus-kia', september);
  return district;
}

const dayOf = (moment: string | undefined): string => moment?.slice(0, 10) ?? '';

const measured = async (district: Upstream): Promise<readonly string[]> =>
  (await district.stored('Observation'))
    .filter(({ valueQuantity }) => valueQuantity !== undefined)
    .map(
      ({ effectiveDateTime, code, valueQuantity }) =>
        `${dayOf(effectiveDateTime)} ${String(code?.coding[0]?.code)} ${String(valueQuantity?.value)}`,
    );

describe('a mother in two applications, as SATUSEHAT sees her', () => {
  test('is one Patient in one EpisodeOfCare; each visit is there once and what a kader saw at home is not', async () => {
    const district = await until('september');
    expect(await district.outcomes()).toMatchObject({ delivered: 3, held: 0, waiting: 0, rejected: 0 });
    const sent = await district.stored();
    const people = sent.flatMap(({ subject, patient }) => subject?.reference ?? patient?.reference ?? []);
    expect(new Set(people)).toEqual(new Set(['Patient/P99000000963']));
    const encounters = await district.stored('Encounter');
    expect(encounters.map(({ period }) => dayOf(period?.start))).toEqual(['2025-07-09', '2025-07-14', '2025-09-10']);
    const episodes = await district.stored('EpisodeOfCare');
    expect(episodes.map(({ status, type }) => [status, type?.[0]?.coding[0]?.code])).toEqual([['active', 'ANC']]);
    const ours = `EpisodeOfCare/${String(episodes[0]?.id)}`;
    expect(encounters.map(({ episodeOfCare }) => episodeOfCare?.map(({ reference }) => reference))).toEqual([[ours], [ours], [ours]]);

    await district.tell('2025-09-12T06:00:00Z', 'simpus-kia', july);
    expect(await district.stored()).toEqual(sent);
    expect(await district.duplicates()).toBe(0);
  });

  test('has KEK and anaemia measured, and never as a Condition, also once the words are confirmed', async () => {
    const district = await until('july');
    const before = await measured(district);
    expect(before).toContain('2025-07-09 284473002 22.8');
    expect(before.filter((one) => one.startsWith('2025-07-14'))).toEqual([]);

    for (const one of await listWaiting(district.door.parts, { limit: 10 }))
      await confirmElement(district.door.parts, { ...one, by: 'Ratna Wulandari' });
    await district.door.deliver();

    expect((await measured(district)).filter((one) => one.startsWith('2025-07-14')).sort()).toEqual([
      '2025-07-14 284473002 23',
      '2025-07-14 718-7 10.4',
    ]);
    expect((await district.stored('Encounter')).map(({ period }) => dayOf(period?.start))).toEqual(['2025-07-09', '2025-07-14']);
    expect([await district.stored('Condition'), await district.duplicates()]).toEqual([[], 0]);
  });

  test.each([
    ['episode-of-care', ['http://sys-ids.kemkes.go.id/episode-of-care/100009901 K1A']],
    ['episodeofcare-anc', ['http://terminology.kemkes.go.id/CodeSystem/episodeofcare/ANC K1A']],
    ['tidak', []],
  ] as const)('has its K1 on the contact with a nakes alone, by the setting %s', async (antenatalNumber, expected) => {
    const district = await until('july', { antenatalNumber });
    const [kader, nakes, ...others] = (await district.stored('Encounter')).map(({ identifier = [] }) =>
      identifier.filter(({ value }) => /^K\d/.test(value)).map(({ system, value }) => `${system} ${value}`),
    );
    expect([kader, nakes, others]).toEqual([[], expected, []]);
  });
});
