import { describe, expect, test } from '@jest/globals';
import { choosing, compileWith, path, programmeWith, text, written } from './a-child.ts';

describe('a table that cannot be meant is refused by file and line, in Indonesian', () => {
  test.each([
    ['a vaccine nobody knows', '{ of: OPV2, due', '{ of: OPV22, due', 'vaksin "OPV22" tidak dikenal, mungkin maksudnya "OPV2"'],
    ['one in a set', 'doses: [HB0, BCG, OPV1, OPV2', 'doses: [HB0, BGC, OPV1, OPV2', 'vaksin "BGC" tidak dikenal, mungkin maksudnya "BCG"'],
    ['one of a woman in the wrong list', '{ of: T2, after', '{ of: TT9, after', 'vaksin "TT9" tidak dikenal'],
    ['one of a product', '- of: [BCG]\n', '- of: [BCGG]\n', 'vaksin "BCGG" tidak dikenal'],
    [
      'a dose after itself',
      'doses: [IPV1, IPV2]\n    least',
      'doses: [IPV1, IPV1]\n    least',
      '"IPV1" tidak dapat diberikan sesudah dirinya sendiri',
    ],
    [
      'doses in a circle',
      'doses: [IPV1, IPV2]\n    least',
      'doses: [IPV1, IPV2, IPV1]\n    least',
      'tidak dapat diberikan sesudah dirinya sendiri',
    ],
    ['an interval of one dose', 'doses: [IPV1, IPV2]\n    least', 'doses: [IPV2]\n    least', 'perlu dua dosis atau lebih'],
    ['a limit before the dose is due', 'below: { months: 6 }', 'below: { months: 2 }', 'batas ini tidak menyisakan hari'],
    ['a least age after it', 'age: { weeks: 6 }', 'age: { months: 3 }', 'batas ini tidak menyisakan hari'],
    ['an end before the beginning', "validTo: '2024-12-31'", "validTo: '2022-12-31'", 'berakhir sebelum mulai'],
    ['a day that no calendar has', "validTo: '2024-12-31'", "validTo: '2024-02-30'", 'tanggal ini tidak ada di kalender'],
    [
      'two lines of one dose on a day',
      '{ of: MR2, due: { months: 18 } }',
      '{ of: MR1, due: { months: 18 } }',
      'dua aturan untuk "MR1" berlaku pada hari yang sama',
    ],
    [
      'two versions of a set on a day',
      'setting: { ipv-idl: dua }',
      'setting: { ipv-idl: satu }',
      'dua aturan untuk "idl" berlaku pada hari yang sama',
    ],
    ['an option that is not offered', 'use: menurut-tahun', 'use: tiga-dosis', 'pilihan "tiga-dosis" tidak dikenal'],
    [
      'a setting nobody states',
      'setting: { hpv: dua-dosis }',
      'setting: { hpp: dua-dosis }',
      'pengaturan "hpp" tidak dikenal, mungkin maksudnya "hpv"',
    ],
    ['an area nobody states', 'area: endemis-je', 'area: endemik-je', 'wilayah "endemik-je" tidak dikenal'],
    ['neither age nor class', '{ of: DT, class: 1, month: 11 }', '{ of: DT, class: 1 }', 'perlu "due", atau "class" dengan "month"'],
    [
      'both of them',
      '{ of: DT, class: 1, month: 11 }',
      '{ of: DT, class: 1, month: 11, due: { years: 7 } }',
      'perlu "due", atau "class" dengan "month"',
    ],
    [
      'good time over before it begins',
      '{ of: BCG, due: { days: 0 }, by: { months: 1 } }',
      '{ of: BCG, due: { months: 2 }, by: { months: 1 } }',
      '"by" sebelum "due"',
    ],
    ['a time in two units', 'least: { months: 12 }', 'least: { months: 12, days: 3 }', 'hanya boleh ada satu kata kunci'],
    [
      'a unit nobody knows',
      'least: { months: 12 }',
      'least: { month: 12 }',
      'kata kunci "month" tidak dikenal, mungkin maksudnya "months"',
    ],
    ['a time below nothing', 'least: { days: 56 }', 'least: { days: -56 }', 'isinya tidak sah'],
    ['a product that is no code of KFA', "code: '93003837'", "code: 'VG19'", 'isinya tidak sah'],
    ['a product twice', "code: '93005208'", "code: '93003837'", 'produk "93003837" sudah ada'],
  ])('%s', (_name, from, to, message) => {
    expect(text).toContain(from);
    const { faults } = compileWith((all) => all.replace(from, to));
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    const named = faults.flatMap((fault) => [...fault.matchAll(/programme\/immunization\.yaml:(\d+):/g)].map(([, at]) => Number(at)));

    expect(faults.join('\n')).toContain(message);
    expect(faults.join('\n')).toContain(path);
    // The line itself, or the other one of two that contradict each other, or the age that a limit leaves nothing of.
    expect(named.length).toBeGreaterThan(0);
    if (!/dua aturan|batas ini/.test(message)) expect(Math.min(...named.map((at) => Math.abs(at - line)))).toBeLessThanOrEqual(5);
  });

  test.each([
    ["to: '2026-02-28'", "to: '2026-01-28'", 'berakhir sebelum mulai'],
    ['below: { months: 60 }', 'below: { months: 6 }', 'batas umur ini tidak memuat siapa pun'],
    ['doses: [OPV1]', 'doses: [nOPV2]', 'vaksin "nOPV2" tidak dikenal'],
    ['counts: false', 'counts: OPV9', 'vaksin "OPV9" tidak dikenal'],
  ])('a campaign with %s as %s', (from, to, message) => {
    const campaign = `campaigns:
  - { is: pin-uji, title: Uji, from: '2026-02-01', to: '2026-02-28', age: { from: { months: 6 }, below: { months: 60 } }, doses: [OPV1], counts: false, citation: surat edaran, evidence: read }
`;
    const add = (each: string) => (all: string) => all.replace('campaigns: []\n', each);

    expect(compileWith(add(campaign)).faults).toEqual([]);
    expect(compileWith(add(campaign.replace(from, to))).faults.join('\n')).toContain(message);
  });
});

describe('the table', () => {
  test.each(
    Object.entries(written.settings).flatMap(([slug, { options }]) => Object.keys(options).map((option) => [slug, option] as const)),
  )('stands with %s as %s', (slug, option) => {
    expect(programmeWith(choosing(slug, option)).immunization.settings[slug]).toBe(option);
  });

  test('names a source for every group of lines, and whether it was read', () => {
    const groups = [
      ...written.schedule,
      ...written.earliest,
      ...written.limits,
      ...written.intervals,
      ...written.tetanus,
      ...written.products,
    ];
    const single = [written.late, written.schoolYear, written.zeroDose, written.newborn, written.recall];
    const sets = Object.values(written.sets).flatMap(({ versions }) => versions);
    const others = [...Object.values(written.settings), ...Object.values(written.areas), ...sets, ...single];

    expect(
      [...groups, ...others].filter(({ citation, evidence }) => citation.length < 15 || !['read', 'background'].includes(evidence)),
    ).toEqual([]);
  });

  test('has another version as soon as a line of it is another', () => {
    const changed = programmeWith((all) => all.replace('below: { months: 6 }', 'below: { months: 7 }'));
    expect(changed.immunization.version).not.toBe(programmeWith().immunization.version);
  });
});
