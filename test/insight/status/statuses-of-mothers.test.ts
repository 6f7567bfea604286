import { beforeAll, describe, expect, test } from '@jest/globals';
import { computeVisit } from '../../../src/insight/status/compute-visit.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import type { Computed } from '../../../src/map/visits/compute-growth.ts';
import type { Contact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

function computeLast(story: Story, by = tables): Computed {
  const history = aHistory(by, story);
  const visit = history.visits.at(-1);
  if (visit === undefined) throw new Error('no visit');
  return computeVisit(visit, history, by);
}

function pregnant(elements: Contact['elements'], more: Partial<Contact> = {}): Story {
  return { contacts: [{ date: '2025-07-09', condition: 'hamil', elements: elements ?? {}, ...more }] };
}

const noSigns = { 'tbc-batuk': false, 'tbc-demam': false, 'tbc-berat-badan': false, 'tbc-kontak': false };

describe('a pregnant woman at the posyandu', () => {
  test('thin arm, 22 weeks, no signs of TB: KEK by both bands, second trimester, no contact that counts', () => {
    const measured = { 'berat-badan': 52.3, 'tinggi-badan': 153, 'tekanan-darah-sistolik': 110, 'tekanan-darah-diastolik': 70 };
    const computed = computeLast(
      pregnant({ 'umur-kehamilan': 22, 'lingkar-lengan-atas': 22.8, ...measured, ...noSigns }, { verified: true }),
    );

    expect(computed).toMatchObject({
      umur: '29 th 3 bl 25 hr',
      imt: 22.34,
      'status-lila-lokal': 'kek',
      'status-lila-nasional': 'kek',
      'status-td': 'optimal',
      'status-td-kartu': 'normal',
      tbc: 'bukan-terduga',
      'kontak-anc': 0,
      'usia-kehamilan': { value: 22, unit: 'wk' },
      trimester: 2,
      hpl: '2025-11-12',
    });
    expect(computed).not.toHaveProperty('status-imt-pgn');
  });

  test('seventeen years old, 140/95, an unanswered question about her weight: tekanan darah tinggi, TB not told', () => {
    const measured = { 'berat-badan': 50.1, 'tinggi-badan': 149, 'tekanan-darah-sistolik': 140, 'tekanan-darah-diastolik': 95 };
    const answers = { 'tbc-batuk': false, 'tbc-demam': false, 'tbc-kontak': false };
    const story = pregnant({ 'umur-kehamilan': 31, 'lingkar-lengan-atas': 23.5, ...measured, ...answers });
    const computed = computeLast({ ...story, person: { birthDate: '2007-11-02' } });

    expect(computed).toMatchObject({ imt: 22.57, 'status-td': 'ht1', 'status-td-kartu': 'tinggi', trimester: 3 });
    expect(computed).toMatchObject({ 'status-lila-lokal': 'normal', 'status-lila-nasional': 'normal' });
    expect(computed).not.toHaveProperty('tbc');
  });

  test.each([
    [22.9, 'kek', 'kek'],
    [23, 'kek', 'risiko-kek'],
    [23.4, 'kek', 'risiko-kek'],
    [23.5, 'normal', 'normal'],
  ])('an arm of %s cm is %s by the local rule and %s by the national band', (cm, local, national) => {
    const computed = computeLast(pregnant({ 'lingkar-lengan-atas': cm }));

    expect(computed).toMatchObject({ 'status-lila-lokal': local, 'status-lila-nasional': national });
  });

  test.each([
    [6.9, 'berat'],
    [7, 'sedang'],
    [9.9, 'sedang'],
    [10, 'ringan'],
    [10.9, 'ringan'],
    [11, 'normal'],
  ])('Hb %s g/dL in pregnancy is %s', (hb, expected) => {
    expect(computeLast(pregnant({ hemoglobin: hb }))['status-anemia']).toBe(expected);
  });

  test('in the second trimester Hb 10,5 is normal where the setting follows WHO', async () => {
    const who = await readTables({ 'programme/thresholds.yaml': (text) => text.replace(/(anemia-hamil:[^}]*?use: )kia/, '$1who') });
    const second = pregnant({ hemoglobin: 10.5, 'umur-kehamilan': 20 });

    expect(computeLast(second)['status-anemia']).toBe('ringan');
    expect(computeLast(second, who)['status-anemia']).toBe('normal');
    expect(computeLast(pregnant({ hemoglobin: 10.5, 'umur-kehamilan': 30 }), who)['status-anemia']).toBe('ringan');
  });

  test('what was read out of a free text counts only once a nakes has confirmed it', () => {
    expect(computeLast(pregnant({ hemoglobin: { unconfirmed: 10.4 } }))).not.toHaveProperty('status-anemia');
    expect(computeLast(pregnant({ hemoglobin: 10.4 }))['status-anemia']).toBe('ringan');
  });

  test.each([
    [119, 79, 'optimal', 'normal'],
    [120, 79, 'normal', 'normal'],
    [129, 85, 'normal-tinggi', 'normal'],
    [139, 89, 'normal-tinggi', 'normal'],
    [140, 60, 'ht1', 'tinggi'],
    [118, 90, 'ht1', 'tinggi'],
    [160, 99, 'ht2', 'tinggi'],
    [100, 110, 'ht3', 'tinggi'],
    [89, 60, 'optimal', 'rendah'],
    [90, 59, 'optimal', 'rendah'],
    [90, 60, 'optimal', 'normal'],
  ])('%s/%s mmHg is %s, on the card %s: the graver of the two decides', (systolic, diastolic, status, card) => {
    const computed = computeLast(pregnant({ 'tekanan-darah-sistolik': systolic, 'tekanan-darah-diastolik': diastolic }));

    expect(computed).toMatchObject({ 'status-td': status, 'status-td-kartu': card });
  });

  test('of two readings the graver counts, and half a reading is none', () => {
    const twice = pregnant({ 'tekanan-darah-sistolik': [168, 138], 'tekanan-darah-diastolik': [96, 88] });

    expect(computeLast(twice)['status-td']).toBe('ht2');
    expect(computeLast(pregnant({ 'tekanan-darah-sistolik': 120 }))).not.toHaveProperty('status-td');
  });

  test('the first contact with a nakes is K1, pure to twelve weeks, and two on one day are one', () => {
    const kader: Contact = { date: '2025-03-01', condition: 'hamil', verified: true, elements: { hpht: '2025-01-01' } };
    const midwife: Contact = { date: '2025-03-31', recorder: 'nakes', condition: 'hamil' };

    expect(computeLast({ contacts: [kader, midwife] })).toMatchObject({ 'kontak-anc': 1, 'kontak-k1': 'murni' });
    expect(computeLast({ contacts: [kader, { ...midwife, date: '2025-04-02' }] })).toMatchObject({ 'kontak-k1': 'akses' });
    expect(computeLast({ contacts: [kader, midwife, midwife] })['kontak-anc']).toBe(1);
    expect(computeLast({ contacts: [midwife, { ...midwife, date: '2025-05-02' }, { ...kader, date: '2025-06-01' }] })['kontak-anc']).toBe(
      2,
    );
  });
});

describe('a woman in childbed', () => {
  const delivered = { 'tanggal-persalinan': '2025-06-28' };

  test('day 11 lies in the window of KF3, and a kader contact counts only where the setting says so', async () => {
    const story: Story = {
      contacts: [{ date: '2025-07-09', condition: 'nifas', verified: true, elements: { ...delivered, ...noSigns, 'tbc-kontak': true } }],
    };
    const counting = await readTables({ 'programme/antenatal.yaml': (text) => text.replace(/(kontak-kader:[^}]*?use: )tidak/, '$1ya') });

    expect(computeLast(story)).toMatchObject({ 'hari-nifas': 11, 'jendela-nifas': 'KF3', 'kontak-kf': 0, tbc: 'kontak' });
    expect(computeLast(story, counting)['kontak-kf']).toBe(1);
  });

  test.each([
    ['2025-06-29', 'KF1'],
    ['2025-06-30', 'KF1'],
    ['2025-07-01', 'KF2'],
    ['2025-07-05', 'KF2'],
    ['2025-07-06', 'KF3'],
    ['2025-07-26', 'KF3'],
    ['2025-07-27', 'KF4'],
    ['2025-08-09', 'KF4'],
    ['2025-08-10', undefined],
  ])('on %s the window is %s', (date, window) => {
    expect(computeLast({ contacts: [{ date, condition: 'nifas', elements: delivered }] })['jendela-nifas']).toBe(window);
  });
});

describe('the screening for TB', () => {
  test('one sign makes a suspect, on the card of the posyandu two', async () => {
    const card = await readTables({ 'programme/thresholds.yaml': (text) => text.replace('use: kmk', 'use: kartu-posyandu') });
    const one = pregnant({ ...noSigns, 'tbc-batuk': true });

    expect(computeLast(one)).toMatchObject({ tbc: 'terduga', 'tbc-jumlah-gejala': 1 });
    expect(computeLast(one, card)).toMatchObject({ tbc: 'bukan-terduga', 'tbc-jumlah-gejala': 1 });
    expect(computeLast(pregnant({ 'tbc-batuk': true, 'tbc-berat-badan': true }), card)).toMatchObject({
      tbc: 'terduga',
      'tbc-jumlah-gejala': 2,
    });
  });

  test('contact is no sign, and goes behind one', () => {
    expect(computeLast(pregnant({ ...noSigns, 'tbc-kontak': true }))).toMatchObject({ tbc: 'kontak', 'tbc-jumlah-gejala': 0 });
    expect(computeLast(pregnant({ 'tbc-batuk': true, 'tbc-kontak': true }))['tbc']).toBe('terduga');
  });
});

describe('body mass index', () => {
  test('is classed unrounded: 24,9915 is below 25', () => {
    const man = { birthDate: '1984-07-19', sex: 'L' } as const;
    const computed = computeLast({
      person: man,
      contacts: [{ date: '2025-07-22', elements: { 'berat-badan': 66.4, 'tinggi-badan': 163 } }],
    });

    expect(computed).toMatchObject({ imt: 24.99, 'status-imt-asia-pasifik': 'overweight', 'status-imt-pgn': 'normal' });
  });

  test('25 exactly is obesitas-1 by the one set and normal by the other', () => {
    const computed = computeLast({ contacts: [{ date: '2025-07-22', elements: { 'berat-badan': 64, 'tinggi-badan': 160 } }] });

    expect(computed).toMatchObject({ imt: 25, 'status-imt-asia-pasifik': 'obesitas-1', 'status-imt-pgn': 'normal' });
  });
});
