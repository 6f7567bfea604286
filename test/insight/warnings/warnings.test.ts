// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { WarningDraft } from '../../../src/insight/warnings/finding.ts';
import { toFindings } from '../../../src/insight/warnings/to-findings.ts';
import { toWarnings } from '../../../src/insight/warnings/to-warnings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import type { Contact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

function warn(story: Story, asOf = '2025-12-31'): readonly WarningDraft[] {
  return toWarnings(aHistory(tables, { ...story, asOf }), tables, asOf);
}

/** `ANC-KEK jingga 2025-07-09..2025-07-14 selesai 2025-09-10`. */
function list(story: Story, asOf?: string): readonly string[] {
  return warn(story, asOf).map(({ code, level, opened, latest, closed }) => {
    const end = closed === undefined ? '' : ` selesai ${closed}`;
    return `${code} ${level} ${opened}..${latest}${end}`;
  });
}

describe('a mother with KEK and anaemia in two applications', () => {
  const posyandu: Contact = { date: '2025-07-09', elements: { hpht: '2025-03-03', 'lingkar-lengan-atas': 22.8 } };
  const read = (sure: boolean): Contact => ({
    date: '2025-07-14',
    recorder: 'nakes',
    elements: { 'lingkar-lengan-atas': sure ? 23 : { unconfirmed: 23 }, hemoglobin: sure ? 10.4 : { unconfirmed: 10.4 } },
  });
  const home: Contact = { date: '2025-07-21', elements: { 'bahaya-hamil-sakit-kepala': true, 'ttd-kepatuhan': 'kadang' } };
  const antenatal: Contact = { date: '2025-09-10', recorder: 'nakes', elements: { 'lingkar-lengan-atas': 23.5, hemoglobin: 11 } };
  const all: Story = { contacts: [posyandu, read(true), home, antenatal] };

  test('before the text is confirmed only the posyandu counts', () => {
    expect(list({ contacts: [posyandu, read(false)] }, '2025-07-14')).toEqual(['ANC-KEK jingga 2025-07-09..2025-07-09']);
  });

  test('once it is confirmed KEK is found twice, and the anaemia is mild', () => {
    const story: Story = { contacts: [posyandu, read(true)] };
    const found = toFindings(aHistory(tables, story), tables, '2025-07-14');

    expect(list(story, '2025-07-14')).toEqual(['ANC-KEK jingga 2025-07-09..2025-07-14', 'ANC-HB jingga 2025-07-14..2025-07-14']);
    expect(found.filter(({ code }) => code === 'KEK').map(({ date }) => date)).toEqual(['2025-07-09', '2025-07-14']);
    expect(found.find(({ code }) => code === 'ANC-HB')?.evidence[0]).toMatchObject({ key: 'status-anemia', value: 'ringan' });
  });

  test('the danger sign of the home visit is red and open until a nakes sees her', () => {
    expect(list(all, '2025-07-21')).toContain('BAHAYA-HAMIL merah 2025-07-21..2025-07-21');
    expect(list(all, '2025-09-09')).toContain('BAHAYA-HAMIL merah 2025-07-21..2025-07-21');
  });

  test('all of it is over on 10 September, at exactly 23,5 cm and 11,0 g/dL', () => {
    expect(list(all, '2025-09-10')).toEqual([
      'ANC-KEK jingga 2025-07-09..2025-07-14 selesai 2025-09-10',
      'ANC-HB jingga 2025-07-14..2025-07-14 selesai 2025-09-10',
      'BAHAYA-HAMIL merah 2025-07-21..2025-07-21 selesai 2025-09-10',
    ]);
  });

  test('one tenth less keeps both open', () => {
    const less: Contact = { ...antenatal, elements: { 'lingkar-lengan-atas': 23.4, hemoglobin: 10.9 } };
    const codes = list({ contacts: [posyandu, read(true), less] }, '2025-09-10');

    expect(codes).toEqual(['ANC-KEK jingga 2025-07-09..2025-09-10', 'ANC-HB jingga 2025-07-14..2025-09-10']);
  });

  test('a visit at which nobody measured ends nothing', () => {
    const talk: Contact = { date: '2025-08-01', recorder: 'nakes', elements: { 'berat-badan': 52 } };

    expect(list({ contacts: [posyandu, talk] }, '2025-08-02')).toEqual(['ANC-KEK jingga 2025-07-09..2025-07-09']);
  });

  test('what is left ends with the delivery', () => {
    const delivery: Contact = { date: '2025-12-01', recorder: 'nakes', elements: { 'tanggal-persalinan': '2025-12-01' } };

    expect(list({ contacts: [posyandu, read(true), delivery] }, '2025-12-01')).toEqual([
      'ANC-KEK jingga 2025-07-09..2025-07-14 selesai 2025-12-01',
      'ANC-HB jingga 2025-07-14..2025-07-14 selesai 2025-12-01',
      // Nobody saw her after 14 July: K4, planned to 13 October, was missed two weeks later.
      'ANC-DROP kuning 2025-10-27..2025-10-27 selesai 2025-12-01',
    ]);
  });
});

describe('a child not gaining twice, a late sheet, then a correction', () => {
  const person = { birthDate: '2024-11-05', sex: 'P' } as const;
  const weighed = (date: string, kg: number): Contact => ({ date, elements: { 'berat-badan': kg } });
  const [may, june, july, august] = [
    weighed('2025-05-05', 6.9),
    weighed('2025-06-04', 7.1),
    weighed('2025-07-09', 7.3),
    weighed('2025-08-06', 7.8),
  ];

  test('without the July sheet June alone is not gaining, and August says nothing', () => {
    expect(list({ person, contacts: [may, june, august] })).toEqual(['GROW-T kuning 2025-06-04..2025-06-04']);
  });

  test('with it 2T is dated 9 July and closed at birth by August', () => {
    expect(list({ person, contacts: [may, june, august, july] })).toEqual([
      'GROW-T kuning 2025-06-04..2025-07-09 selesai 2025-08-06',
      'GROW-2T jingga 2025-07-09..2025-07-09 selesai 2025-08-06',
    ]);
    expect(
      warn({ person, contacts: [may, june, august, july] })[1]?.findings[0]?.evidence.filter(({ key }) => key === 'berat-badan'),
    ).toHaveLength(3);
  });

  test('corrected to 7,6 kg July gains: no 2T is left, and August is not gaining', () => {
    expect(list({ person, contacts: [may, june, weighed('2025-07-09', 7.6), august] })).toEqual([
      'GROW-T kuning 2025-06-04..2025-06-04 selesai 2025-07-09',
      'GROW-T kuning 2025-08-06..2025-08-06',
    ]);
  });
});

describe('twins without NIK, one dies', () => {
  const twin = (order: number, weightG: number): Story => ({
    person: { id: `kembar-${String(order)}`, birthDate: '2025-07-02', sex: 'P', birthOrder: order, birth: { weightG } },
    contacts: [
      { date: '2025-07-03', recorder: 'nakes', elements: { 'berat-badan': weightG / 1000 } },
      { date: '2025-07-08', recorder: 'nakes', elements: { 'berat-badan': weightG / 1000 } },
    ],
  });
  const first = twin(1, 2300);
  const second = twin(2, 2450);
  const dead: Story = {
    ...second,
    contacts: [...(second.contacts ?? []), { date: '2025-07-20', elements: { 'tanggal-meninggal': '2025-07-20' } }],
  };

  test('each has a low birth weight', () => {
    expect(list(first, '2025-07-08')).toContain('BBLR kuning 2025-07-03..2025-07-08');
    expect(list(second, '2025-07-08')).toContain('BBLR kuning 2025-07-03..2025-07-08');
  });

  test('the one without NIK is on the list from 16 August, and the path closes on the 31st', () => {
    expect(list(first, '2025-08-15').join()).not.toContain('IDENTITAS-45');
    expect(list(first, '2025-08-16')).toContain('IDENTITAS-45 jingga 2025-08-16..2025-08-16');
    expect(list(first, '2025-08-31')).toContain('IDENTITAS-45 jingga 2025-08-16..2025-08-16 selesai 2025-08-31');
  });

  test('a NIK that comes on the 20th ends it; one that was always there never opens it', () => {
    const named: Story = { ...first, person: { ...first.person, nik: '6474994207259603' } };

    expect(list({ ...named, nikSince: '2025-08-20' })).toContain('IDENTITAS-45 jingga 2025-08-16..2025-08-16 selesai 2025-08-20');
    expect(list(named).join()).not.toContain('IDENTITAS-45');
  });

  test('death ends everything: nothing stays open, nothing is opened afterwards', () => {
    const warnings = warn(dead);

    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.filter(({ closed }) => closed === undefined || closed > '2025-07-20')).toEqual([]);
    expect(warnings.map(({ code }) => code)).not.toContain('IDENTITAS-45');
    expect(warnings.map(({ code }) => code)).not.toContain('PNC-DROP');
  });

  test('a register that says so ends everything as well', () => {
    const history = aHistory(tables, second);
    const entry = {
      category: 'bayi',
      place: 'posyandu-uji',
      from: '2025-07-03',
      elements: [],
      reported: {},
      to: '2025-07-20',
      reasonOut: 'meninggal',
    };

    expect(toWarnings({ ...history, enrolments: [entry] }, tables, '2025-12-31').every(({ closed }) => closed === '2025-07-20')).toBe(true);
  });
});

describe('what did not happen', () => {
  const known: Contact = { date: '2025-05-01', elements: { hpht: '2025-02-05' } };

  test('no contact with a nakes by 13 weeks, known for 4: ANC-DROP until there is one', () => {
    expect(list({ contacts: [known] }, '2025-05-28')).toEqual([]);
    expect(list({ contacts: [known] }, '2025-05-29')).toEqual(['ANC-DROP kuning 2025-05-29..2025-05-29']);
    expect(list({ contacts: [known, { date: '2025-06-15', recorder: 'nakes' }] }, '2025-06-15')).toEqual([
      'ANC-DROP kuning 2025-05-29..2025-05-29 selesai 2025-06-15',
    ]);
  });

  test('the due date two weeks past without a delivery, however long: waiting closes nothing', () => {
    const seen: Contact = { date: '2025-06-15', recorder: 'nakes' };

    expect(list({ contacts: [known, seen] }, '2025-11-25').join()).not.toContain('2025-11-26');
    // It was open before: K3 was missed already.
    expect(list({ contacts: [known, seen] }, '2025-11-26')).toContain('ANC-DROP jingga 2025-08-27..2025-11-26');
    expect(list({ contacts: [known, seen] }, '2026-12-31')).toContain('ANC-DROP jingga 2025-08-27..2025-11-26');
  });

  test('a delivery without KF1 by the third day, of a woman known before; not of one first seen on day 11', () => {
    const seen: Contact = { date: '2025-06-15', recorder: 'nakes' };
    const delivery: Contact = { date: '2025-11-20', elements: { 'tanggal-persalinan': '2025-11-10' } };
    const late: Contact = { date: '2025-07-09', elements: { 'tanggal-persalinan': '2025-06-28' } };

    expect(list({ contacts: [known, seen, delivery] })).toContain('PNC-DROP jingga 2025-11-13..2025-11-13 selesai 2025-12-22');
    expect(list({ contacts: [late] })).toEqual([]);
  });

  test('whoever only delivered her has not yet visited her in childbed; a KF1 told on that day has', () => {
    const seen: Contact = { date: '2025-06-15', recorder: 'nakes' };
    const born = { 'tanggal-persalinan': '2025-11-10' };
    const delivery: Contact = { date: '2025-11-10', recorder: 'nakes', elements: born };
    const visited: Contact = { date: '2025-11-11', recorder: 'nakes', elements: born };

    expect(list({ contacts: [known, seen, delivery] }, '2025-11-13')).toContain('PNC-DROP jingga 2025-11-13..2025-11-13');
    expect(list({ contacts: [known, seen, delivery, visited] }, '2025-11-13').join()).not.toContain('PNC-DROP');
    expect(
      list({ contacts: [known, seen, { ...delivery, elements: { ...born, 'kunjungan-nifas': 'KF1' } }] }, '2025-11-13').join(),
    ).not.toContain('PNC-DROP');
  });

  test('a child first seen later is not reproached with visits nobody could record', () => {
    expect(list({ person: { birthDate: '2025-01-15', sex: 'P' }, contacts: [{ date: '2025-08-12' }] })).toEqual([]);
  });
});

describe('the list itself', () => {
  test('a warning that comes back is a new one', () => {
    const arm = (date: string, cm: number): Contact => ({ date, condition: 'hamil', elements: { 'lingkar-lengan-atas': cm } });

    expect(list({ contacts: [arm('2025-05-01', 23), arm('2025-06-01', 23.6), arm('2025-07-01', 23.2)] })).toEqual([
      'ANC-KEK jingga 2025-05-01..2025-05-01 selesai 2025-06-01',
      'ANC-KEK jingga 2025-07-01..2025-07-01',
    ]);
  });

  test('a plain status calls nobody', () => {
    const codes = list({ contacts: [{ date: '2025-05-01', condition: 'hamil', elements: { 'lingkar-lengan-atas': 23 } }] });

    expect(codes).toEqual(['ANC-KEK jingga 2025-05-01..2025-05-01']);
  });

  test('what is not known yet on a day is not on the list of that day', () => {
    const contact: Contact = { date: '2025-05-01', condition: 'hamil', elements: { 'lingkar-lengan-atas': 23 } };

    expect(list({ contacts: [contact] }, '2025-04-30')).toEqual([]);
  });

  test('wasting seen by the tape is not over because the scales are satisfied', () => {
    const child = { birthDate: '2024-01-10', sex: 'L' } as const;
    const tape: Contact = { date: '2025-05-01', elements: { 'lingkar-lengan-atas': 12.4 } };
    const scales: Contact = { date: '2025-06-01', elements: { 'berat-badan': 10, 'tinggi-badan': 78 } };
    const again: Contact = { date: '2025-07-01', elements: { 'lingkar-lengan-atas': 12.5 } };

    expect(list({ person: child, contacts: [tape, scales] })).toEqual(['GROW-WAST jingga 2025-05-01..2025-05-01']);
    expect(list({ person: child, contacts: [tape, scales, again] })).toEqual([
      'GROW-WAST jingga 2025-05-01..2025-05-01 selesai 2025-07-01',
    ]);
  });
});
