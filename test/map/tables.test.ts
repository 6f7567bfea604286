import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readProgrammeFiles, readSourceFolders } from '../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../src/map/compile-programme.ts';
import { compileSource } from '../../src/map/compile-source.ts';
import { issueCatalogue } from '../../src/map/catalogue/issue-catalogue.ts';
import { toLifeStage } from '../../src/map/programme.ts';
import type { TableFile } from '../../src/map/tables/read-table.ts';
import { packageRoot } from '../../src/root.ts';

const programmeFiles = await readProgrammeFiles(packageRoot);
const sourceFiles =
  (await readSourceFolders(join(packageRoot, 'sources'), 'sources')).find(({ name }) => name === 'posyandu-kenanga')?.files ?? [];
const compiled = compileProgramme(programmeFiles);
if (!compiled.ok) throw new Error(compiled.issues.map(({ diagnostics }) => diagnostics).join('\n'));
const programme = compiled.value;

/** One file changed as a person would mistype it. */
function change(files: readonly TableFile[], name: string, from: string, to: string): readonly TableFile[] {
  expect(files.some(({ path, text }) => path.endsWith(name) && text.includes(from))).toBe(true);
  return files.map((file) => (file.path.endsWith(name) ? { ...file, text: file.text.replace(from, to) } : file));
}

function faultsOfSource(name: string, from: string, to: string): readonly string[] {
  return compileSource('posyandu-kenanga', change(sourceFiles, name, from, to), programme).issues.map(({ text }) => text);
}

function faultsOfProgramme(name: string, from: string, to: string): readonly string[] {
  return compileProgramme(change(programmeFiles, name, from, to)).issues.map(({ text }) => text);
}

describe('the tables of a source', () => {
  test.each([
    ['columns.yaml', 'is: lingkar-kepala', 'is: lingkar-kepla', /columns\.yaml:\d+: .*"lingkar-kepla".*"lingkar-kepala"/],
    ['columns.yaml', 'is: person.birthDate,', 'is: person.birthDate, convert: date-dym,', /columns\.yaml:\d+: .*"date-dym".*"date-dmy"/],
    ['columns.yaml', 'codes: vaksin', 'codes: vaksn', /columns\.yaml:\d+: .*"vaksn".*"vaksin"/],
    ['columns.yaml', '{ is: person.nik,', '{ iz: person.nik,', /columns\.yaml:\d+: .*"iz"/],
    ['columns.yaml', '{ ignore: nomor urut pada lembar }', '{ aliases: [Nomor] }', /columns\.yaml:\d+: .*"ignore"/],
    ['columns.yaml', 'Nama Ayah:', 'Nama Ibu:', /columns\.yaml:\d+: /],
    ['source.yaml', 'dates: dmy', 'dates: dym', /source\.yaml:\d+: .*"dym".*"dmy"/],
    ['source.yaml', 'column: Tanggal Ukur', 'column: Tanggal Ukr', /source\.yaml:\d+: .*"Tanggal Ukr".*"Tanggal Ukur"/],
    ['source.yaml', 'stages: bayi-balita', 'stages: bayi-balta', /source\.yaml:\d+: .*"bayi-balta".*"bayi-balita"/],
    ['source.yaml', 'recorder: kader', '', /source\.yaml:\d+: .*"recorder"/],
    ['source.yaml', 'about: anak', 'about: [anak', /source\.yaml:\d+: /],
  ])('do not load when %s says "%s" wrongly', (name, from, to, fault) => {
    const faults = faultsOfSource(name, from, to);
    expect(faults.some((text) => fault.test(text))).toBe(true);
  });

  test('name the very line of the fault', () => {
    const line =
      sourceFiles
        .find(({ path }) => path.endsWith('columns.yaml'))
        ?.text.split('\n')
        .findIndex((each) => each.startsWith('RT:')) ?? -1;
    expect(faultsOfSource('columns.yaml', 'is: person.address.rt', 'is: persn.address.rt')[0]).toContain(
      `columns.yaml:${String(line + 1)}:`,
    );
  });

  test('do not load when a code is none of the element', () => {
    const faults = faultsOfSource('codes.yaml', '{}', 'vitamin-a: { hijau: [Hijau] }');
    expect(faults.join()).toMatch(/"hijau"/);
  });

  test('take a word of their own before the programme’s', () => {
    const own = compileSource('x', change(sourceFiles, 'codes.yaml', '{}', "jenis-kelamin: { L: ['2'], P: ['1'] }"), programme);
    expect(own.ok && own.value.byHeader.get('jk')?.read?.('1', { asOf: '2025-12-31' }).value?.[0]?.value).toEqual({
      kind: 'coded',
      code: 'P',
    });
  });

  test('have a version that changes with their contents and only then', () => {
    const version = (files: readonly TableFile[]): string => {
      const source = compileSource('x', files, programme);
      return source.ok ? source.value.version : '';
    };
    expect(version([...sourceFiles].reverse())).toBe(version(sourceFiles));
    expect(version(change(sourceFiles, 'columns.yaml', 'nomor urut', 'urutan'))).not.toBe(version(sourceFiles));
  });
});

describe('the tables of the programme', () => {
  test.each([
    ['antropometri.yaml', 'growthFlag: zs-bb-u', 'growthFlag: zs-bbu', /antropometri\.yaml:\d+: .*"zs-bbu".*"zs-bb-u"/],
    ['antropometri.yaml', 'shape: quantity', 'shape: quantty', /antropometri\.yaml:\d+: .*"quantty".*"quantity"/],
    ['antropometri.yaml', 'kerahasiaan: umum', 'kerahasiaan: rahasia', /antropometri\.yaml:\d+: /],
    ['tumbuh-kembang.yaml', 'codes: vaksin', 'codes: vaksen', /tumbuh-kembang\.yaml:\d+: .*"vaksen".*"vaksin"/],
    ['bayi-balita.yaml', 'cara-ukur: {}', 'cara-ukr: {}', /bayi-balita\.yaml:\d+: .*"cara-ukr".*"cara-ukur"/],
    ['bayi-balita.yaml', 'merah: { fromMonths', 'mera: { fromMonths', /bayi-balita\.yaml:\d+: .*"mera".*"merah"/],
    ['antropometri.yaml', 'resource: Observation', 'resource: Obsrvation', /antropometri\.yaml:\d+: .*"Obsrvation".*"Observation"/],
    ['antropometri.yaml', 'category:', 'kategory:', /antropometri\.yaml:\d+: .*"kategory".*"category"/],
    [
      'vitamin-a.yaml',
      'resource: Procedure',
      'resource: Condition',
      /vitamin-a\.yaml:\d+: .*"procedure" adalah Procedure, bukan Condition/,
    ],
    ['imunisasi.yaml', 'HB0: {', 'HBO: {', /imunisasi\.yaml:\d+: .*"HBO".*"HB0"/],
    [
      'settings.yaml',
      '{}',
      '{ kode-partu: { title: x, is: antenatal, citation: x } }',
      /settings\.yaml:\d+: .*"kode-partu".*"kode-partus"/,
    ],
    ['settings.yaml', '{}', '{ kode-partus: { title: x, is: antenatl, citation: x } }', /settings\.yaml:\d+: .*"antenatl".*"antenatal"/],
    ['settings.yaml', '{}', '{ kode-partus: { title: x, citation: x } }', /settings\.yaml:\d+: .*"is" harus diisi/],
    ['antropometri.yaml', '      ibu-hamil:', '      ibu-hamill:', /antropometri\.yaml:\d+: .*"ibu-hamill".*"ibu-hamil"/],
    ['antropometri.yaml', 'below: 23.5', 'below: 22', /antropometri\.yaml:\d+: .*"below"/],
    ['vaksin.yaml', 'OPV 2,', 'OPV 1,', /vaksin\.yaml:\d+: .*"OPV 1".*"OPV1"/],
  ])('do not load when %s says "%s" wrongly', (name, from, to, fault) => {
    expect(faultsOfProgramme(name, from, to).some((text) => fault.test(text))).toBe(true);
  });

  test('choose among codes on which sources disagree: the default of the element, or what the settings name', () => {
    const codeOf = (files: readonly TableFile[]): string | undefined => {
      const changed = compileProgramme(files);
      return changed.ok ? changed.value.elements.elements.get('partus')?.fhir?.code?.code : undefined;
    };
    const chosen = change(programmeFiles, 'settings.yaml', '{}', '{ kode-partus: { title: x, is: persalinan, citation: x } }');
    expect([codeOf(programmeFiles), codeOf(chosen)]).toEqual(['11977-6', '64708-1']);
  });

  test.each([
    ['questionnaire', '"linkId" harus diisi', "{ resource: QuestionnaireResponse, questionnaire: 'x' }", 'answer'],
    ['code', '"code" harus diisi', '{ resource: Observation }', 'boolean'],
    [
      'bands',
      'batas "below" harus naik',
      '{ resource: Observation, code: &c { system: a, code: b }, interpretation: [{ code: *c }, { below: 3, code: *c }] }',
      'quantity',
    ],
    [
      'default',
      '"pertam" tidak dikenal',
      '{ setting: s, default: pertam, options: { pertama: { resource: Observation, code: { system: a, code: b }, citation: x } } }',
      'boolean',
    ],
    [
      'option',
      '"code" harus diisi',
      '{ setting: s, default: pertama, options: { pertama: { resource: Observation, citation: x } } }',
      'boolean',
    ],
  ])('do not load with a fault in %s, and say it once', (_, fault, fhir, shape) => {
    const unit = "unit: { ucum: '1', display: kali, smallest: '1', perUnit: 1 }";
    const text = `unsur:\n  title: x\n  shape: ${shape}\n  ${unit}\n  kerahasiaan: umum\n  kirim: {}\n  citation: x\n  fhir: ${fhir}\n`;
    const faults = compileProgramme([...programmeFiles, { path: 'programme/elements/unsur.yaml', text }]).issues.map((issue) => issue.text);
    expect(faults).toEqual([expect.stringMatching(/unsur\.yaml:8: /)]);
    expect(faults[0]).toContain(fault);
  });

  test('give every element a citation, a sensitivity, and a reason where it stays local', () => {
    for (const element of programme.elements.elements.values()) {
      expect([element.key, element.citation.length > 10, element.kirim['satusehat'] !== undefined]).toEqual([element.key, true, true]);
      if (element.kirim['satusehat'] === true) expect(element.fhir).toBeDefined();
    }
  });

  test.each([
    ['2025-06-30', '2025-07-12', 'neonatus'],
    ['2025-06-30', '2025-07-28', 'neonatus'],
    ['2025-06-30', '2025-07-29', 'bayi'],
    ['2024-07-12', '2025-07-11', 'bayi'],
    ['2024-07-12', '2025-07-12', 'balita'],
    ['2020-07-12', '2025-07-11', 'balita'],
    ['2020-07-12', '2025-07-12', 'apras'],
    ['2018-01-01', '2025-07-12', 'lain'],
    ['2024-02-29', '2025-02-28', 'bayi'],
    ['2024-02-29', '2025-03-01', 'balita'],
  ])('call a child born %s on %s %s', (born, date, stage) => {
    expect(toLifeStage(programme, { birthDate: born, date })).toBe(stage);
  });
});

test.each(['source.yaml', 'columns.yaml'])('a source folder without %s says which file is missing', (name) => {
  const lacking = sourceFiles.filter(({ path }) => !path.endsWith(name));
  const texts = compileSource('posyandu-kenanga', lacking, programme).issues.map(({ text }) => text);
  expect(texts).toEqual([expect.stringContaining(`posyandu-kenanga/${name}:1: berkas ini tidak ada`)]);
});

test('every issue has its words in both languages, with a meaning and a remedy', () => {
  for (const [code, { title, meaning, remedy }] of Object.entries(issueCatalogue)) {
    for (const each of [title, meaning, remedy]) expect([code, each.id.length > 5, each.en.length > 5]).toEqual([code, true, true]);
  }
  for (let at = 1; at <= 30; at += 1) expect(Object.keys(issueCatalogue)).toContain(`D${String(at).padStart(2, '0')}`);
});
