import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/insight/warnings/finding.ts';
import { toFindings } from '../../../src/insight/warnings/to-findings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import type { Contact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

function find(story: Story, by = tables): readonly Finding[] {
  return toFindings(aHistory(by, story), by, '2026-12-31');
}

function codesOf(story: Story, by = tables): readonly string[] {
  return find(story, by).map(({ code }) => code);
}

function pregnant(elements: Contact['elements'], person: Story['person'] = {}): Story {
  return { person, contacts: [{ date: '2025-07-09', condition: 'hamil', elements: elements ?? {} }] };
}

function levelOf(code: string, story: Story, by = tables): string | undefined {
  return find(story, by).find((each) => each.code === code)?.level;
}

const noSigns = { 'tbc-batuk': false, 'tbc-demam': false, 'tbc-berat-badan': false, 'tbc-kontak': false };

describe('what is found of a pregnant woman', () => {
  test('thin arm, supplement not taken regularly, no sign of TB', () => {
    const eats = { 'mt-bumil': true, 'mt-bumil-rutin': false };
    const story = pregnant({
      'umur-kehamilan': 22,
      'lingkar-lengan-atas': 22.8,
      'hamil-anak-ke': 2,
      'jarak-kehamilan': 36,
      ...eats,
      ...noSigns,
    });

    expect(codesOf(story)).toEqual(['ANC-KEK', 'KEK', 'MT-TIDAK-RUTIN']);
  });

  test('seventeen, LiLA 23,5 and 140/95: pressure and youth, no KEK, and all of it for few eyes', () => {
    const pressure = { 'tekanan-darah-sistolik': 140, 'tekanan-darah-diastolik': 95 };
    const found = find(pregnant({ 'umur-kehamilan': 31, 'lingkar-lengan-atas': 23.5, ...pressure }, { birthDate: '2007-11-02' }));

    expect(found.map(({ code }) => code)).toEqual(['ANC-HT', '4T-TERLALU-MUDA']);
    expect(new Set(found.map(({ kerahasiaan }) => kerahasiaan))).toEqual(new Set(['sangat-terbatas']));
  });

  test('a girl of sixteen with LiLA 23,4: KEK and 4T are sangat-terbatas', () => {
    const found = find(pregnant({ 'umur-kehamilan': 20, 'lingkar-lengan-atas': 23.4 }, { birthDate: '2009-07-08' }));

    expect(found.map(({ code, kerahasiaan }) => [code, kerahasiaan])).toEqual([
      ['ANC-KEK', 'sangat-terbatas'],
      ['KEK', 'sangat-terbatas'],
      ['4T-TERLALU-MUDA', 'sangat-terbatas'],
    ]);
  });

  test.each([
    ['lingkar-lengan-atas', 23.4, 23.5, 'ANC-KEK'],
    ['hemoglobin', 10.9, 11, 'ANC-HB'],
    ['tekanan-darah-sistolik', 140, 139, 'ANC-HT'],
    ['tekanan-darah-diastolik', 90, 89, 'ANC-HT'],
    ['jarak-kehamilan', 23, 24, '4T-TERLALU-DEKAT'],
    ['hamil-anak-ke', 4, 3, '4T-TERLALU-BANYAK'],
  ])('%s %s is found and %s is not (%s)', (key, inside, outside, code) => {
    expect(codesOf(pregnant({ [key]: inside }))).toContain(code);
    expect(codesOf(pregnant({ [key]: outside }))).not.toContain(code);
  });

  test.each([
    ['2005-07-10', '4T-TERLALU-MUDA'],
    ['2005-07-09', undefined],
    ['1989-07-10', undefined],
    ['1989-07-09', '4T-TERLALU-TUA'],
  ])('born on %s and pregnant on 9 July 2025: %s', (birthDate, code) => {
    expect(codesOf(pregnant({}, { birthDate }))).toEqual(code === undefined ? [] : [code]);
  });

  test.each([
    [{ 'tekanan-darah-sistolik': 159, 'tekanan-darah-diastolik': 109 }, 'jingga'],
    [{ 'tekanan-darah-sistolik': 160, 'tekanan-darah-diastolik': 80 }, 'merah'],
    [{ 'tekanan-darah-sistolik': 120, 'tekanan-darah-diastolik': 110 }, 'merah'],
    [{ 'tekanan-darah-sistolik': 140, 'tekanan-darah-diastolik': 90, 'protein-urin': '+1' }, 'merah'],
    [{ 'tekanan-darah-sistolik': 140, 'tekanan-darah-diastolik': 90, 'protein-urin': 'negatif' }, 'jingga'],
    [{ 'tekanan-darah-sistolik': 165 }, 'merah'],
  ])('the level of %j is %s', (elements, level) => {
    expect(levelOf('ANC-HT', pregnant(elements))).toBe(level);
  });

  test('protein in urine alone is no warning of blood pressure', () => {
    expect(codesOf(pregnant({ 'protein-urin': '+2' }))).toEqual([]);
  });

  test('Hb is red below 7, or below 8 where the setting says so', async () => {
    const eight = await readTables({ 'programme/warnings.yaml': (text) => text.replace("use: '7'", "use: '8'") });

    expect(levelOf('ANC-HB', pregnant({ hemoglobin: 7 }))).toBe('jingga');
    expect(levelOf('ANC-HB', pregnant({ hemoglobin: 6.9 }))).toBe('merah');
    expect(levelOf('ANC-HB', pregnant({ hemoglobin: 7.9 }), eight)).toBe('merah');
    expect(levelOf('ANC-HB', pregnant({ hemoglobin: 8 }), eight)).toBe('jingga');
  });

  test('a danger sign is red and a palpitation orange; their answers are never quoted', () => {
    const [danger] = find(pregnant({ 'bahaya-hamil-sakit-kepala': true, 'bahaya-hamil-demam': false }));
    const [care] = find(pregnant({ 'bahaya-hamil-sakit-kepala': false, 'bahaya-hamil-jantung-berdebar': true }));

    expect(danger).toMatchObject({ code: 'BAHAYA-HAMIL', level: 'merah', kerahasiaan: 'terbatas' });
    expect(danger?.evidence.map(({ key, value }) => [key, value])).toEqual([
      ['tanda-bahaya-hamil', undefined],
      ['bahaya-hamil-sakit-kepala', undefined],
    ]);
    expect(care).toMatchObject({ code: 'BAHAYA-HAMIL', level: 'jingga' });
  });

  test('a finding names its visit, its rule with version, and each fact with value and cell', () => {
    const [kek] = find(pregnant({ 'lingkar-lengan-atas': 22.8 }));

    expect(kek?.rule).toBe(`ANC-KEK@${tables.warnings.version}`);
    expect(kek?.evidence).toEqual([
      { visit: 'kunjungan-1', date: '2025-07-09', key: 'status-lila-lokal', value: 'kek' },
      {
        visit: 'kunjungan-1',
        date: '2025-07-09',
        key: 'lingkar-lengan-atas',
        ordinal: 1,
        value: '22.8 cm',
        cell: 'kolom lingkar-lengan-atas',
      },
    ]);
  });
});

describe('what is found of a woman in childbed', () => {
  const delivered = { 'tanggal-persalinan': '2025-06-28', 'hamil-anak-ke': 4 };

  test('contact with TB at forty, after her fourth child: the contact, for few eyes, and nothing of pregnancy', () => {
    const measured = { 'tekanan-darah-sistolik': 120, 'tekanan-darah-diastolik': 80, ...noSigns, 'tbc-kontak': true };
    const story: Story = {
      person: { birthDate: '1985-06-25' },
      contacts: [{ date: '2025-07-09', condition: 'nifas', verified: true, elements: { ...delivered, ...measured } }],
    };

    expect(find(story).map(({ code, kerahasiaan }) => [code, kerahasiaan])).toEqual([['TB-CONTACT', 'sangat-terbatas']]);
  });

  test('Hb 11,9 is ANEMIA there, not ANC-HB', () => {
    const story = { contacts: [{ date: '2025-07-09', condition: 'nifas' as const, elements: { ...delivered, hemoglobin: 11.9 } }] };

    expect(codesOf(story)).toEqual(['ANEMIA']);
  });

  test('bleeding is red', () => {
    const story = {
      contacts: [{ date: '2025-07-01', condition: 'nifas' as const, elements: { ...delivered, 'bahaya-nifas-perdarahan': true } }],
    };

    expect(find(story)).toMatchObject([{ code: 'BAHAYA-NIFAS', level: 'merah' }]);
  });
});

describe('what is found of an entry in the register of pregnant women', () => {
  const on = (elements: Contact['elements'], birthDate = '1999-01-08'): Story => ({
    person: { birthDate },
    enrolments: [{ category: 'ibu-hamil', from: '2025-07-15', elements: elements ?? {} }],
    asOf: '2025-07-15',
  });

  test.each([
    [14, []],
    [38, []],
    [41, []],
    [42, ['ANC-DROP']],
    [45, ['ANC-DROP']],
  ])('%s weeks: %j', (weeks, codes) => {
    expect(codesOf(on({ 'umur-kehamilan': weeks }))).toEqual(codes);
  });

  test('without weeks nothing is known to be late, and thirty-six is too old', () => {
    expect(codesOf(on({}))).toEqual([]);
    expect(codesOf(on({ 'umur-kehamilan': 45 }, '1988-12-12'))).toEqual(['ANC-DROP', '4T-TERLALU-TUA']);
  });
});
