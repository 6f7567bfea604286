import { beforeAll, describe, expect, test } from '@jest/globals';
import { computeVisit } from '../../../src/insight/status/compute-visit.ts';
import { toFindings } from '../../../src/insight/warnings/to-findings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import type { Computed } from '../../../src/map/visits/compute-growth.ts';
import type { Contact, Fact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';
import { choosing } from './written-schedule.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

function computeLast(story: Story, by = tables): Computed {
  const history = aHistory(by, { asOf: '2026-12-31', ...story });
  const visit = history.visits.at(-1);
  if (visit === undefined) throw new Error('no visit');
  return computeVisit(visit, history, by);
}

const hpht = '2025-03-03';
const seen = (date: string, elements: Readonly<Record<string, Fact>> = {}, more: Partial<Contact> = {}): Contact => ({
  date,
  recorder: 'nakes',
  elements: { hpht, ...elements },
  ...more,
});
const measured = { 'berat-badan': 52, 'tinggi-badan': 153, 'tekanan-darah-sistolik': 110, 'tekanan-darah-diastolik': 70 };
const tests = { hemoglobin: 11.2, 'golongan-darah': 'O', 'protein-urin': 'negatif', hiv: 'non-reaktif', sifilis: 'non-reaktif' };

describe('the services of 10T', () => {
  test('gather over the visits of a pregnancy with nakes; what cannot be examined yet is not missed', () => {
    const first = seen('2025-05-01', { ...measured, 'status-tetanus': 'T2' });
    const kader = seen('2025-05-10', { 'lingkar-lengan-atas': 24, 'kelas-ibu-hamil': true }, { recorder: 'kader' });
    expect(computeLast({ contacts: [first, kader] })).toMatchObject({
      'layanan-t-sudah': ['timbang-tinggi', 'tekanan-darah', 'tetanus'],
      'layanan-t-belum': ['lila', 'ttd', 'lab', 'tata-laksana', 'temu-wicara'],
      'layanan-t-lengkap': 'belum',
    });
  });

  test('fundus is missed from week 20 on, presentation and heart from week 25', () => {
    const missed = (date: string): unknown => computeLast({ contacts: [seen(date)] })['layanan-t-belum'];
    expect(missed('2025-07-20')).not.toContain('tfu');
    expect(missed('2025-07-21')).toContain('tfu');
    expect(missed('2025-08-24')).not.toContain('presentasi-djj');
    expect(missed('2025-08-25')).toContain('presentasi-djj');
  });

  test('are complete with all ten, and by 12T only with an ultrasound; the screening nobody records is not missed', async () => {
    const twelve = await readTables(choosing('pelayanan-t', '12t'));
    const all = seen('2025-10-01', {
      ...measured,
      ...tests,
      ...{ 'hepatitis-b': 'non-reaktif', 'status-tetanus': 'T5', 'lingkar-lengan-atas': 24, 'tinggi-fundus-uteri': 28, 'ttd-jumlah': 90 },
      ...{ 'presentasi-janin': 'kepala', 'denyut-jantung-janin': 140, 'edukasi-topik': ['gizi'], 'kelas-ibu-hamil': true, rujuk: true },
    });
    expect(computeLast({ contacts: [all] })).toMatchObject({ 'layanan-t-belum': [], 'layanan-t-lengkap': 'ya' });
    expect(computeLast({ contacts: [all] }, twelve)).toMatchObject({ 'layanan-t-belum': ['usg'], 'layanan-t-lengkap': 'belum' });
    const scanned = seen('2025-10-02', { usg: true });
    expect(computeLast({ contacts: [all, scanned] }, twelve)['layanan-t-lengkap']).toBe('ya');
  });

  test('of an earlier pregnancy do not count in this one', () => {
    const before = seen('2023-05-01', { hpht: '2023-03-01', ...measured, 'ttd-jumlah': 90 });
    const born = { date: '2023-12-01', elements: { 'tanggal-persalinan': '2023-12-01' } };
    const computed = computeLast({ contacts: [before, born, seen('2025-05-01')] });
    expect(computed).toMatchObject({ 'kontak-anc': 1, 'layanan-t-sudah': [], 'ttd-total': { value: 0, unit: '{tablet}' } });
  });
});

describe('triple elimination', () => {
  test('tells what was tested and never with which result', () => {
    const computed = computeLast({ contacts: [seen('2025-05-01', { hiv: 'reaktif', sifilis: 'non-reaktif' })] });
    expect(computed).toMatchObject({ 'eliminasi-tripel': 'belum', 'eliminasi-tripel-belum': ['hepatitis-b'] });
    expect(JSON.stringify(computed)).not.toContain('reaktif');
  });

  test('a reactive result waits for confirmation, for named officers only and without its value', () => {
    const history = aHistory(tables, { contacts: [seen('2025-05-01', { hiv: 'reaktif' })], asOf: '2025-05-01' });
    const found = toFindings(history, tables, '2025-05-01').filter(({ code }) => code === 'TRIPEL-KONFIRMASI');
    expect(found).toMatchObject([{ kerahasiaan: 'sangat-terbatas', level: 'jingga' }]);
    expect(JSON.stringify(found)).not.toContain('reaktif');
    const clear = aHistory(tables, { contacts: [seen('2025-05-01', { hiv: 'non-reaktif' })], asOf: '2025-05-01' });
    expect(toFindings(clear, tables, '2025-05-01')).toEqual([]);
  });
});

describe('K6', () => {
  const days = ['2025-04-01', '2025-06-10', '2025-07-20', '2025-09-01', '2025-10-10', '2025-11-20'];
  const by = (examiners: readonly (string | undefined)[]): Story => ({
    contacts: days.map((date, at) => seen(date, examiners[at] === undefined ? {} : { pemeriksa: examiners[at] })),
  });

  test.each([
    [['dokter', 'bidan', 'bidan', 'bidan', 'dokter-spesialis', 'bidan'], 'ya'],
    [['dokter', undefined, undefined, undefined, 'dokter', undefined], 'ya'],
    [['dokter', 'bidan', 'dokter', 'bidan', 'bidan', 'bidan'], 'belum'],
    [['dokter', 'bidan', 'bidan', 'bidan', 'bidan', 'bidan'], 'belum'],
    [['dokter', 'bidan', 'bidan', 'bidan', undefined, 'bidan'], 'dokter-belum-tercatat'],
    [[], 'dokter-belum-tercatat'],
  ])('seen by %j: %s', (examiners, reached) => {
    expect(computeLast(by(examiners))['k6-tercapai']).toBe(reached);
  });
});

describe('a doctor and an ultrasound', () => {
  const missing = (contacts: readonly Contact[]): unknown => computeLast({ contacts })['dokter-usg-belum-tercatat'];
  const doctor = { pemeriksa: 'dokter', usg: true };

  test('are asked for at K1 and K5, and may come on another day of the same trimester', () => {
    expect(missing([seen('2025-04-20')])).toEqual(['K1-dokter', 'K1-usg']);
    expect(missing([seen('2025-04-20', { pemeriksa: 'bidan', usg: false })])).toEqual(['K1-dokter', 'K1-usg']);
    expect(missing([seen('2025-04-20'), seen('2025-05-10', doctor)])).toEqual([]);
    expect(missing([seen('2025-04-20'), seen('2025-07-10', doctor)])).toEqual(['K1-dokter', 'K1-usg']);
    expect(missing([seen('2025-07-10', doctor)])).toEqual([]);
    const third = [seen('2025-09-10'), seen('2025-10-20')];
    expect(missing([seen('2025-04-20', doctor), ...third])).toEqual(['K5-dokter', 'K5-usg']);
    expect(missing([seen('2025-04-20', doctor), ...third, seen('2025-11-10', { usg: true })])).toEqual(['K5-dokter']);
  });
});

describe('the screening for preeclampsia', () => {
  const code = 'PREEKLAMSIA-RISIKO';
  test('gathers answers of several visits; the last answer to an item counts', () => {
    const one = seen('2025-05-01', { 'preeklamsia-nulipara': true });
    const two = seen('2025-06-01', { 'preeklamsia-riwayat-keluarga': true });
    const corrected = seen('2025-06-02', { 'preeklamsia-nulipara': false });
    expect(computeLast({ contacts: [one] })).not.toHaveProperty('risiko-preeklamsia');
    expect(computeLast({ contacts: [one, two] })).toMatchObject({
      'risiko-preeklamsia': 'ada',
      'risiko-preeklamsia-faktor': ['preeklamsia-nulipara', 'preeklamsia-riwayat-keluarga'],
    });
    expect(computeLast({ contacts: [one, two, corrected] })).not.toHaveProperty('risiko-preeklamsia');
    expect(computeLast({ contacts: [one, two, seen('2025-07-01')] })).not.toHaveProperty('risiko-preeklamsia');
  });

  test('is a warning as restricted as its items', () => {
    const find = (item: string) => {
      const history = aHistory(tables, {
        contacts: [seen('2025-05-01', { [item]: true, 'preeklamsia-nulipara': true })],
        asOf: '2025-05-01',
      });
      return toFindings(history, tables, '2025-05-01').filter((each) => each.code === code);
    };
    expect(find('preeklamsia-diabetes')).toMatchObject([{ kerahasiaan: 'terbatas', level: 'jingga' }]);
    expect(find('preeklamsia-pasangan-baru')).toMatchObject([{ kerahasiaan: 'sangat-terbatas' }]);
  });
});

describe('danger values', () => {
  const levelOf = (elements: Readonly<Record<string, Fact>>, wanted: string) => {
    const history = aHistory(tables, { contacts: [seen('2025-09-01', elements)], asOf: '2025-09-01' });
    return toFindings(history, tables, '2025-09-01').find(({ code }) => code === wanted)?.level;
  };
  test.each([
    [109, 'merah'],
    [110, undefined],
    [160, undefined],
    [161, 'merah'],
  ])('a fetal heart rate of %s: %s', (rate, level) => {
    expect(levelOf({ 'denyut-jantung-janin': rate }, 'DJJ-BAHAYA')).toBe(level);
  });

  test('140/90 is red with a symptom, orange without', () => {
    const pressure = { 'tekanan-darah-sistolik': 140, 'tekanan-darah-diastolik': 90 };
    expect(levelOf({ ...pressure, 'bahaya-hamil-nyeri-ulu-hati': true }, 'ANC-HT')).toBe('merah');
    expect(levelOf({ ...pressure, 'bahaya-hamil-nyeri-ulu-hati': false }, 'ANC-HT')).toBe('jingga');
  });
});
