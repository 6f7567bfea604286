import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createGateway } from '../../src/gateway.ts';
import { packageRoot } from '../../src/root.ts';
import { aDesk, type Desk } from './a-desk.ts';

const source = 'posyandu-ilp';
const sample = await readFile(join(packageRoot, 'sources', source, 'samples', '01_posyandu_ilp_bumil_nifas.json'), 'utf8');

/** A document of many invented mothers, on one line. */
function aDocument(mothers: number): string {
  const data = Array.from({ length: mothers }, (_, at) => ({
    peserta: { id: at, nama: `Ibu Contoh ${toWords(at)}`, kategori: 'Ibu Hamil', tglLahir: '14/03/1996' },
    pemeriksaan: { tanggal: '2025-07-09', usiaKehamilan: '22', bbBumil: 52.3 },
    pelayanan: { penyuluhanTopik: 'rahasia ibu' },
  }));
  return JSON.stringify({ posyandu: { nama: 'Posyandu Kamboja 2' }, bulan: 'Juli 2025', data });
}

const letters = 'abcdefghij';

/** A number as a name, because a name has no digits. */
function toWords(number: number): string {
  return Array.from(String(number), (digit) => `${letters.charAt(Number(digit)).toUpperCase()}${letters.charAt(Number(digit))}nar`).join(
    ' ',
  );
}

async function returned(desk: Desk, id: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const file = await createGateway(desk.parts).returnedFile(id);
  const lines = String(file?.bytes).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

describe('a JSON file that is handed in', () => {
  test('is kept with a verdict for every record, and the same bytes again change nothing', async () => {
    const desk = await aDesk();
    const first = await desk.handIn(sample, source);
    const again = await desk.handIn(sample, source);
    expect([first.state, first.counts.rows, first.rows?.map(({ row }) => row)]).toEqual([
      'selesai',
      3,
      ['$.data[0]', '$.data[1]', '$.data[2]'],
    ]);
    expect([again.id, again.unchanged, (await desk.visits()).length]).toEqual([first.id, true, 3]);
  });

  test('goes back record by record, with what to correct and without what must not be repeated', async () => {
    const desk = await aDesk();
    const file = sample.replace('"14/03/1996"', '"14/13/1996"').replace('"2025-07-09"', '"tidak ingat"');
    // Of somebody who is pregnant at 17 nothing is repeated.
    const other = await aDesk();
    const [, girl] = await returned(other, (await other.handIn(file, source)).id);
    expect(girl).not.toHaveProperty('rekaman');
    const { id } = await desk.handIn(file.replace('2 November 2007', '2 November 1997'), source);
    const [first, second] = await returned(desk, id);
    expect(first).toMatchObject({ row: '$.data[0]', status: 'ditolak, perlu perbaikan' });
    expect((first?.['perbaikan'] as readonly string[])[0]).toContain('pemeriksaan.tanggal');
    expect(second).toMatchObject({ rekaman: { peserta: { id: 102 }, pelayanan: { penyuluhanTopik: '[rahasia]' } } });
    expect(JSON.stringify(first)).not.toContain('Gizi ibu hamil');
  });

  test('of many records on one line is answered before they are read, and every record gets its verdict', async () => {
    const desk = await aDesk();
    const answer = await desk.handIn(aDocument(600), source);
    expect(answer.state).toBe('diproses');
    expect((await desk.find(answer.id))?.counts).toMatchObject({ rows: 600, accepted: 600, quarantined: 0 });
    expect(await desk.visits()).toHaveLength(600);
  });

  test('that is broken before its first record stores nothing', async () => {
    const desk = await aDesk();
    await expect(desk.handIn('{"posyandu":{"nama":"Posyandu Kamboja 2"},"data":[{"peserta":', source)).rejects.toThrow('json-rusak');
    expect(await desk.ask('select id from submission')).toEqual([]);
  });

  test('as lines loses only the line that is broken', async () => {
    const desk = await aDesk();
    const mother =
      '{"peserta":{"id":1,"nama":"Ratih Lestari","kategori":"Ibu Hamil","tglLahir":"14/03/1996"},"pemeriksaan":{"tanggal":"2025-07-09","bbBumil":52.3}}';
    const gateway = createGateway(desk.parts);
    const handed = await gateway.submit({
      source,
      place: 'Posyandu Kamboja 2',
      bytes: Buffer.from(`${mother}\n{"peserta":\n`),
      submitter: 'uji',
    });
    expect(handed.ok && handed.value.rows?.map(({ row, status }) => [row, status])).toEqual([
      [1, 'accepted'],
      [2, 'quarantined'],
    ]);
  });

  test('with a dose given too soon says so on its row, also where the dose before came in another file', async () => {
    const desk = await aDesk();
    const child =
      '"sasaran":{"id_sasaran":77,"kategori_sasaran":"bayibalita","nama_sasaran":"Haikal","tanggal_lahir":"2025-01-20","jenis_kelamin":"Laki-laki"}';
    const aDose = (name: string, date: string): string =>
      `{${child},"rows":[{"id_sasaran":77,"jenis_imunisasi":"${name}","tanggal_imunisasi":"${date}"}]}`;
    const gateway = createGateway(desk.parts);
    const codes: (readonly string[])[] = [];
    for (const file of [aDose('DPT-HB-Hib 1', '2025-03-24'), aDose('DPT-HB-Hib 2', '2025-04-05')]) {
      desk.now = new Date(desk.now.getTime() + 60_000);
      const request = { source: 'sistem-posyandu-imunisasi', place: 'Posyandu Pengirim', bytes: Buffer.from(file), submitter: 'uji' };
      const handed = await gateway.submit(request);
      if (handed.ok) codes.push(handed.value.rows?.flatMap(({ issues }) => issues.map(({ code }) => code)) ?? []);
    }
    expect(codes.map((found) => found.includes('interval-too-short'))).toEqual([false, true]);
  });
});
