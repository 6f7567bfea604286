import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { newSource } from '../../src/cli/source-new.ts';
import { packageRoot } from '../../src/root.ts';

const kenanga = join(packageRoot, 'sources/posyandu-kenanga/samples/02_posyandu_kenanga_balita.csv');
const today = '2026-11-22';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-kit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(file: string, more: Record<string, unknown> = {}) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await newSource(file, { out: folder, dryRun: false, json: false, lang: 'id', ...more }, { out, err, today });
  out.end();
  return { code, said: String(await out.toArray().then((all: Buffer[]) => Buffer.concat(all))) };
}

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('a draft of a source', () => {
  test('compiles, reads the very file, and asks what the file leaves open', async () => {
    const { code, said } = await run(kenanga, { name: 'daftar-balita' });
    expect(code).toBe(1);
    expect(said).toContain('Dicoba: diterima');
    expect(said).toContain('Siapa yang mencatat');
    expect((await readdir(join(folder, 'daftar-balita'))).sort()).toEqual(['codes.yaml', 'columns.yaml', 'samples', 'source.yaml']);
  });

  test('is complete where nothing is left open', async () => {
    const { code } = await run(kenanga, { name: 'lengkap', recorder: 'kader', duty: 'tidak' });
    expect(code).toBe(0);
  });

  test('speaks English alone when asked to', async () => {
    const { said } = await run(kenanga, { dryRun: true, lang: 'en' });
    expect(said).not.toContain('Dicoba');
    expect(said).toContain('Tried: accepted');
  });

  test('holds nobody of the file', async () => {
    await run(kenanga, { name: 'tanpa-orang' });
    const all = await Promise.all(
      ['source.yaml', 'columns.yaml', 'codes.yaml', 'samples/contoh.csv'].map((name) =>
        readFile(join(folder, 'tanpa-orang', name), 'utf8'),
      ),
    );
    const text = all.join('\n');
    for (const somebody of ['6472991805239511', '6472994302249512', 'RAFFA', 'Naura', 'Suharti', 'Lestari', 'Hendra', '6472997009949514']) {
      expect(text).not.toContain(somebody);
    }
  });

  test('is not written over one that is there', async () => {
    await run(kenanga, { name: 'ada' });
    await expect(run(kenanga, { name: 'ada' })).rejects.toThrow('--name');
  });
});

describe('a file that cannot be used', () => {
  test.each([
    ['empty', new Uint8Array(0), 'kosong'],
    ['random', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256), ''],
    ['workbook', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('xl/workbook.xml'), Buffer.alloc(200, 7)]), 'CSV UTF-8'],
    ['prose', Buffer.from('Ini surat biasa tanpa tabel apa pun di dalamnya.\n'), 'pemisah kolom'],
    ['json-text', Buffer.from('{"a": 1, "b": [1, 2]}'), ''],
    ['json-broken', Buffer.from('{"a": [{"b": 1},'), 'JSON'],
  ])('is refused with what to do: %s', async (name, bytes, words) => {
    const { code, said } = await run(await write(`${name}.bin`, bytes));
    expect(code).toBe(2);
    expect(said.length).toBeGreaterThan(20);
    expect(said).toContain(words);
  });
});
