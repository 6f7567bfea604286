import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConvertCallError, convertAndPrint } from '../../src/cli/convert-command.ts';
import type { ConvertOptions } from '../../src/cli/convert-command.ts';
import { TablesFault } from '../../src/load-tables.ts';
import { packageRoot } from '../../src/root.ts';

const kenanga = join(packageRoot, 'sources/posyandu-kenanga/samples/02_posyandu_kenanga_balita.csv');
const eppgbm = join(packageRoot, 'sources/eppgbm/samples/05_eppgbm_export_pengukuran.csv');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-convert-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on a file and gives what it printed. */
async function convert(file: string, options: Partial<ConvertOptions> = {}) {
  const written: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const code = await convertAndPrint(
    file,
    { source: 'posyandu-kenanga', json: true, ...options },
    { out: sink, err: sink, today: '2025-12-31' },
  );
  return { code, text: written.join('') };
}

async function convertToLines(file: string, options: Partial<ConvertOptions> = {}) {
  const { code, text } = await convert(file, options);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return { code, lines, of: (key: string) => lines.filter((line) => Object.keys(line)[0] === key) };
}

async function aFile(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const header = 'NIK;Nama Anak;Tgl Lahir;JK;Tanggal Ukur;BB';
const child = "'6472991805239701;Damar Saputra;18/05/2023;L;12/08/2025;11,4";

describe('titian convert', () => {
  test('prints a line for the file, each physical line, person and visit, and one of counts', async () => {
    const { code, of } = await convertToLines(kenanga);
    expect([code, of('file').length, of('row').length, of('person').length, of('visit').length]).toEqual([0, 1, 13, 8, 8]);
    expect(of('counts')).toEqual([{ counts: { rows: 13, headings: 2, parts: 0, accepted: 1, warning: 7, quarantined: 0, skipped: 3 } }]);
  });

  test.each([
    ['posyandu-kenanga', kenanga],
    ['eppgbm', eppgbm],
  ])('counts every data row of %s once: accepted, warning, quarantined or skipped', async (source, file) => {
    const [line] = (await convertToLines(file, { source })).of('counts');
    const { rows, headings, ...verdicts } = line?.['counts'] as Readonly<Record<string, number>>;
    expect(Object.values(verdicts).reduce((sum, each) => sum + each, 0)).toBe(Number(rows) - Number(headings));
  });

  test('keys a visit as the vocabulary does, in the unit of the form', async () => {
    const { of } = await convertToLines(eppgbm, { source: 'eppgbm' });
    expect(of('visit')[0]).toMatchObject({
      date: '2025-07-12',
      place: 'Posyandu Kamboja 2',
      elements: { 'berat-badan': { value: 9.6, unit: 'kg' }, 'cara-ukur': { code: 'berdiri' }, 'buku-kia': { boolean: true } },
      reported: { 'status-tb-u': 'sangat-pendek' },
      sending: 'tidak',
    });
  });

  test('shows people a table without names or NIK', async () => {
    const { text } = await convert(kenanga, { json: false });
    expect(text).toContain('D06');
    expect(text).not.toMatch(/RAFFA|Mega|6472\d{6}/);
  });

  test('reads place and day from the call where the file does not say them', async () => {
    const file = await aFile('tanpa-judul.csv', 'NIK;Nama Anak;Tgl Lahir;JK;BB\n;Damar;18/05/2023;L;11,4\n;Bima;18/06/2023;L;11,9\n');
    const { of } = await convertToLines(file, { place: 'Posyandu Kenanga', date: '2025-08-12' });
    expect(of('visit').map(({ place, date }) => [place, date])).toEqual([
      ['Posyandu Kenanga', '2025-08-12'],
      ['Posyandu Kenanga', '2025-08-12'],
    ]);
  });

  test('ends with 1 when a row is held back', async () => {
    const file = await aFile('tempat-salah.csv', `POSYANDU ENTAH\n${header}\n${child}\n${child}\n`);
    const { code, of } = await convertToLines(file);
    expect([code, of('row')[2]?.['reason']]).toEqual([1, 'tempat-tidak-dikenal']);
  });

  test.each([
    ['a header of another source', eppgbm, 'kepala-tidak-dikenal'],
    ['an empty file', '', undefined],
    ['a picture', '\u0089PNG\r\n\u001a\n', undefined],
    ['no header', 'a;b;c\n1;2;3\n', 'kepala-tidak-dikenal'],
  ])('ends with 2 on %s, and says why in both languages', async (_what, text, issue) => {
    const file = text === eppgbm ? eppgbm : await aFile('rusak.csv', text);
    const { code, of } = await convertToLines(file);
    const issues = of('file')[0]?.['issues'] as readonly Readonly<Record<string, string>>[];
    const fatal = issues.filter(({ severity }) => severity === 'fatal');
    expect([code, of('row').length, of('visit').length]).toEqual([2, 0, 0]);
    expect(fatal.every(({ text: id = '', diagnostics = '' }) => id !== '' && diagnostics !== '')).toBe(true);
    expect(fatal.map((each) => each['code'])).toContain(issue ?? fatal[0]?.['code']);
  });

  test.each([
    ['a source nobody wrote', kenanga, { source: 'posyandu-kenangga' }, '"posyandu-kenanga"'],
    ['a day that is none', kenanga, { date: '2025-02-30' }, 'YYYY-MM-DD'],
    ['a file that is not there', 'tidak-ada.csv', {}, 'tidak-ada.csv'],
  ])('cannot run with %s', async (_what, file, options, hint) => {
    const fault = await convert(file, options).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ConvertCallError);
    expect(String(fault)).toContain(hint);
  });

  test('takes sources from another folder, and names file and line of their faults', async () => {
    const own = join(folder, 'sumber', 'posyandu-melati');
    await mkdir(own, { recursive: true });
    const columns =
      'NIK: { is: person.nik }\nNama: { is: person.name, required: true }\nLahir: { is: person.birthDate }\nTimbang: { is: berat-badan }\nTanggal: { is: visit.date }\n';
    const source = [
      'title: Melati',
      'format: { is: delimited }',
      'header: { within: 5 }',
      'dates: dmy',
      "decimal: ','",
      'about: anak',
      'stages: bayi-balita',
      'service: posyandu-balita',
      'recorder: kader',
      'verified: false',
      'kewajiban: { satusehat: { is: kirim, reason: asli } }',
      'context: { place: [{ request: true }], date: [{ column: Tanggal }] }',
      'skip: { jumlah: [] }',
    ].join('\n');
    await writeFile(join(own, 'source.yaml'), source);
    await writeFile(join(own, 'columns.yaml'), columns);
    const file = await aFile(
      'melati.csv',
      'NIK;Nama;Lahir;Timbang;Tanggal\n;Damar;18/05/2023;11,4;12/08/2025\n;Bima;18/06/2023;11,9;12/08/2025\n',
    );
    const options = { source: 'posyandu-melati', sources: join(folder, 'sumber'), place: 'KENANGA' };
    expect((await convertToLines(file, options)).of('visit')).toHaveLength(2);

    await writeFile(join(own, 'columns.yaml'), columns.replace('berat-badan', 'berat-badn'));
    const fault = await convert(file, options).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(TablesFault);
    expect(String(fault)).toMatch(/columns\.yaml:4: .*"berat-badn".*"berat-badan"/);
  });
});
