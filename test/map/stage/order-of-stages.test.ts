import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readProgrammeFiles, TableFilesError } from '../../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../../src/map/compile-programme.ts';
import type { Programme } from '../../../src/map/programme.ts';
import { toLifeStage } from '../../../src/map/programme.ts';
import { packageRoot } from '../../../src/root.ts';
import { aDistrict } from './a-programme.ts';

const shipped = await readProgrammeFiles(packageRoot);

/** The programme with further groups of stages, each a list of stages as YAML. */
function withGroups(groups: Readonly<Record<string, string>>) {
  const files = Object.entries(groups).map(([group, stages]) => ({
    path: `programme/life-stages/${group}.yaml`,
    text: `group: ${group}\nklaster: '3'\ncitation: invented\nstages:\n${stages.trim().replaceAll(/^\s*/gm, '  ')}\nelements: { berat-badan: {} }\n`,
  }));
  return compileProgramme([...shipped, ...files]);
}

function stagesOf(groups: Readonly<Record<string, string>>): Programme {
  const compiled = withGroups(groups);
  if (!compiled.ok) throw new Error(compiled.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  return compiled.value;
}

const faults = (groups: Readonly<Record<string, string>>): string =>
  withGroups(groups)
    .issues.map(({ text }) => text)
    .join('\n');

const at = (programme: Programme, birthDate: string, sex?: 'L' | 'P') => toLifeStage(programme, { birthDate, sex, date: '2025-08-12' });

describe('of two stages that hold at one age', () => {
  const old = '- { is: tua, title: Tua, from: { years: 60 } }';

  test('that goes before which names the other, whatever their files are called', () => {
    for (const [first, second] of [['a', 'z'] as const, ['z', 'a'] as const]) {
      const programme = stagesOf({
        [first]: old,
        [second]: '- { is: kerja, title: Kerja, from: { years: 50 }, below: { years: 65 }, before: [tua] }',
      });
      expect(['1964-08-12', '1960-08-13', '1960-08-12'].map((birth) => at(programme, birth))).toEqual(['kerja', 'kerja', 'tua']);
    }
  });

  test('that of one sex goes before that of both, and holds of nobody whose sex is not known', () => {
    const programme = stagesOf({ dewasa: '- { is: dewasa, title: Dewasa, from: { years: 18 }, below: { years: 60 } }' });
    expect([at(programme, '1990-01-02', 'P'), at(programme, '1990-01-02', 'L'), at(programme, '1990-01-02')]).toEqual([
      'wus',
      'dewasa',
      'dewasa',
    ]);
    expect(at(programme, '1970-01-02', 'P')).toBe('dewasa');
  });

  test('that nothing decides between is refused, by both names', () => {
    expect(faults({ a: old, b: '- { is: kerja, title: Kerja, from: { years: 50 }, below: { years: 65 } }' })).toMatch(
      /life-stages\/b\.yaml:5: tahap "kerja" dan "tua" berlaku pada umur yang sama; tulis "before: \[tua\]"/,
    );
    expect(faults({ a: old, b: '- { is: usia-61, title: Usia 61, from: { years: 61 }, before: [tua, tua-lain] }' })).toMatch(
      /"tua-lain" tidak dikenal/,
    );
  });

  test('both of which would go before the other is refused, and so is a circle of three', () => {
    const both = {
      a: '- { is: x, title: X, from: { years: 60 }, before: [y] }',
      b: '- { is: y, title: Y, from: { years: 60 }, before: [x] }',
    };
    expect(faults(both)).toMatch(/"y" dan "x"/);
    const circle = `
- { is: x, title: X, from: { years: 60 }, before: [y] }
- { is: y, title: Y, from: { years: 60 }, before: [z] }
- { is: z, title: Z, from: { years: 60 }, before: [x] }`;
    expect(faults({ a: circle })).toMatch(/urutan tahap "x", "y", "z" melingkar/);
  });

  test('neither hides a pregnancy', () => {
    const programme = stagesOf({ a: '- { is: ibu-muda, title: X, sex: P, from: { years: 20 }, below: { years: 30 }, before: [wus] }' });
    const facts = { birthDate: '2000-01-02', sex: 'P', date: '2025-08-12' } as const;
    expect([toLifeStage(programme, facts), toLifeStage(programme, { ...facts, condition: 'hamil' })]).toEqual(['ibu-muda', 'ibu-hamil']);
  });

  test('stages of ages that only touch are no two', () => {
    const programme = stagesOf({
      a: '- { is: p, title: P, from: { months: 720 }, below: { years: 70 } }\n- { is: q, title: Q, from: { years: 70 } }',
    });
    expect(['1965-08-12', '1955-08-13', '1955-08-12'].map((birth) => at(programme, birth))).toEqual(['p', 'p', 'q']);
  });
});

describe('tables of stages that cannot be', () => {
  test.each([
    ['- { is: wus, title: Dua kali, from: { years: 80 } }', /tahap "wus" sudah ada/],
    ['- { is: x, title: X, from: { years: 80 }, categories: [catin] }', /kategori "catin" sudah ada/],
    ['- { is: x, title: X, from: { years: 80 }, categories: [balita] }', /kategori "balita" sudah ada/],
    ['- { is: x, title: X, during: hamil }', /"hamil" sudah milik tahap "ibu-hamil"/],
    ['- { is: x, title: X, during: hamill }', /"hamill".*"hamil"/],
    ['- { is: x, title: X, from: { years: 80 }, below: { years: 80 } }', /"below" harus sesudah "from"/],
    ['- { is: x, title: X, from: { years: 80, months: 2 } }', /hanya boleh ada satu/],
    ['- { is: x, title: X, from: { yers: 80 } }', /"yers".*"years"/],
    ['- { is: x, title: X, form: { years: 80 } }', /"form".*"from"/],
  ])('%s', (stages, fault) => {
    expect(faults({ a: stages })).toMatch(fault);
  });

  test('a group that stands there already', () => {
    const other = {
      path: 'programme/life-stages/lain.yaml',
      text: "group: wus\nklaster: '3'\ncitation: x\nstages: [{ is: x, title: X, from: { years: 80 } }]\nelements: {}\n",
    };
    expect(
      compileProgramme([...shipped, other])
        .issues.map(({ text }) => text)
        .join(),
    ).toMatch(/kelompok "wus" sudah ada/);
  });

  test('a band for a stage that nobody knows', () => {
    const other = {
      path: 'programme/life-stages/x.yaml',
      text: "group: x\nklaster: '3'\ncitation: x\nstages: [{ is: x, title: X, from: { years: 80 } }]\nelements: { berat-badan: { bands: [{ for: { stages: [wuss] }, range: { hard: [1, 2] } }] } }\n",
    };
    expect(
      compileProgramme([...shipped, other])
        .issues.map(({ text }) => text)
        .join(),
    ).toMatch(/tahap "wuss" tidak dikenal.*"wus"/);
  });
});

describe("a folder of a district's own tables", () => {
  test('adds tables, and goes over those of the same name', async () => {
    const settings = 'settings: {}\n';
    const folder = await aDistrict({ 'programme/settings.yaml': settings, 'programme/elements/baru.yaml': 'x: {}\n' });
    const files = await readProgrammeFiles(packageRoot, [join(folder, 'programme')]);
    expect(files.filter(({ path }) => path.endsWith('/settings.yaml')).map(({ text }) => text)).toEqual([settings]);
    expect(files.length).toBe(shipped.length + 1);
    await rm(folder, { recursive: true });
  });

  test.each(['programme/life-stage/x.yaml', 'programme/elemen.yaml'])('with %s says that nobody reads it', async (path) => {
    const folder = await aDistrict({ [path]: 'x: {}\n' });
    await expect(readProgrammeFiles(packageRoot, [join(folder, 'programme')])).rejects.toThrow(TableFilesError);
    await rm(folder, { recursive: true });
  });
});
