import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { checkSource } from '../../src/cli/source-check.ts';
import { packageRoot } from '../../src/root.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(dir: string, lang: 'id' | 'en' = 'id') {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await checkSource(dir, { json: false, lang }, { out, err, today: '2026-11-22' });
  out.end();
  return { code, said: String(await out.toArray().then((all: Buffer[]) => Buffer.concat(all))) };
}

/** A source of the house, with one of its tables changed. */
async function changed(name: string, table: string, change: (text: string) => string): Promise<string> {
  const dir = join(folder, `${name}-${String(Math.abs(change.toString().length))}-${table}`);
  await cp(join(packageRoot, 'sources', name), dir, { recursive: true });
  await writeFile(join(dir, table), change(await readFile(join(dir, table), 'utf8')));
  return dir;
}

describe('a folder that is ready', () => {
  test.each(['eppgbm', 'posyandu-ilp', 'posyandu-kenanga', 'sistem-posyandu-imunisasi', 'sistem-posyandu-sasaran'])(
    'has nothing to be done: %s',
    async (name) => {
      const { said, code } = await check(join(packageRoot, 'sources', name));
      expect(said).not.toContain('Yang harus dikerjakan');
      expect(said).toContain('Siap: folder ini dapat dipakai.');
      expect(code).toBe(0);
    },
  );

  test('has a day where it says months alone: any place with a posyandu day is tried', async () => {
    const { said, code } = await check(join(packageRoot, 'docs/guides/contoh/contoh-bulanan'));
    expect(said).toContain('Dicoba: diterima 0, dengan catatan 2, ditahan 0');
    expect(code).toBe(0);
  });

  test('speaks English alone when asked to', async () => {
    const { said } = await check(join(packageRoot, 'sources/posyandu-kenanga'), 'en');
    expect(said).toContain('Ready: this folder can be used.');
    expect(said).not.toContain('Siap');
  });
});

describe('a folder that is not ready', () => {
  test('names file and line of a fault, and cannot be used', async () => {
    const dir = await changed('posyandu-kenanga', 'columns.yaml', (text) => text.replace('is: berat-badan', 'is: berat-bdan'));
    const { code, said } = await check(dir);
    expect(code).toBe(2);
    expect(said).toMatch(/columns\.yaml:\d+: elemen "berat-bdan" tidak dikenal, mungkin maksudnya "berat-badan"/);
    expect(said).toContain('unknown element "berat-bdan"');
  });

  test('names two columns that claim one heading', async () => {
    const dir = await changed('posyandu-kenanga', 'columns.yaml', (text) => `${text}Berat Sekali: { is: berat-badan, aliases: [BB] }\n`);
    const { code, said } = await check(dir);
    expect(code).toBe(2);
    expect(said).toContain('judul "BB" sudah milik kolom "BB"');
  });

  test.each([
    ['a column nobody declared', (text: string) => text.replace(/^RT: .*$/m, ''), '[02_posyandu_kenanga_balita.csv] kolom'],
    [
      'a column that is not mapped yet',
      (text: string) => text.replace(/^RT: .*$/m, 'RT: { ignore: belum dipetakan }'),
      'kolom "RT" belum dipetakan',
    ],
    ['a mark of the draft', (text: string) => `# PERIKSA: benarkah? / is it?\n${text}`, 'columns.yaml:1'],
  ])('says what is to be done about %s', async (_what, change, words) => {
    const { code, said } = await check(await changed('posyandu-kenanga', 'columns.yaml', change));
    expect(code).toBe(1);
    expect(said).toContain('Yang harus dikerjakan');
    expect(said.toLowerCase()).toContain(words.toLowerCase());
    expect(said).toContain('Belum siap');
  });

  test('says which words no code list knows', async () => {
    const dir = await changed('eppgbm', 'codes.yaml', (text) => text.replace('meragukan: [M]', 'meragukan: [Ragu]'));
    const { said } = await check(dir);
    expect(said).toMatch(/kolom "KPSP" memuat 1 kata yang tidak dikenal daftar kode: "M"/);
    expect(said).toContain('tulis artinya di codes.yaml (kpsp: { kode: [M] })');
  });

  test('asks once about a column that stands there once a month', async () => {
    const dir = join(folder, 'bulanan');
    await cp(join(packageRoot, 'docs/guides/contoh/contoh-bulanan'), dir, { recursive: true });
    const text = await readFile(join(dir, 'source.yaml'), 'utf8');
    await writeFile(join(dir, 'source.yaml'), text.replace(/LILA: .*/, 'LILA: { ignore: belum dipetakan }'));
    expect((await check(dir)).said).toContain('Belum siap: 1 hal harus dikerjakan.');
  });

  test('says which row of a sample differs from what the folder expects', async () => {
    const name = 'samples/02_posyandu_kenanga_balita.expected.json';
    const dir = await changed('posyandu-kenanga', name, (text) => text.replace('"status": "accepted"', '"status": "quarantined"'));
    expect((await check(dir)).said).toMatch(/baris \d+: \w+, seharusnya quarantined/);
  });

  test('a NIK that is nobody invented is not let into a sample', async () => {
    const dir = await changed('posyandu-kenanga', 'samples/02_posyandu_kenanga_balita.csv', (text) =>
      text.replace('6472991805239511', '6472031805239511'),
    );
    const { code, said } = await check(dir);
    expect(code).toBe(1);
    expect(said).toContain('tampak NIK sungguhan');
    expect(said).not.toContain('6472031805239511');
  });
});

test('a path that is no folder is told plainly', async () => {
  await expect(check(join(folder, 'tidak-ada'))).rejects.toThrow('bukan folder sumber');
});
