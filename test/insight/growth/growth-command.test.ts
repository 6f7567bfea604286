import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addGrowthCommand, printGrowth } from '../../../src/cli/growth-command.ts';

const header = 'case_id,clenhei,cmeasure,c9mo_flag,cbmi,zlen,flen,zwei,fwei,zwfl,fwfl,zbmi,fbmi,zhc,fhc,zac,fac';
const sample = fileURLToPath(new URL('expected-sample.csv', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'growth-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function aFile(content: string): string {
  const file = join(folder, `${String(content.length)}.csv`);
  writeFileSync(file, content);
  return file;
}

async function run(file: string, json = false): Promise<{ code: number; out: string[]; err: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(out), text(err)]);
  const code = await printGrowth(file, { json, out, err });
  out.end();
  err.end();
  const [printed, complaints] = await texts;
  return { code, out: printed.split('\n').filter((line) => line !== ''), err: complaints };
}

describe('titian growth', () => {
  test('prints every case of the sample under the columns of WHO', async () => {
    const { code, out, err } = await run(sample);

    expect([code, err, out.length, out[0]]).toEqual([0, '', 133, header]);
    expect(out[3]).toBe('PT05-03,120,,0,12.5,7.31,1,2.2,0,-2.39,0,-3.01,0,,,,');
    expect(out.find((line) => line.startsWith('E05-0065,'))).toBe('E05-0065,69,,1,16.803193,0.18,0,0.09,0,0.06,0,-0.03,0,2.78,0,0.18,0');
  });

  test('prints one JSON object a case', async () => {
    const { code, out } = await run(sample, true);

    expect(code).toBe(0);
    expect(out).toHaveLength(132);
    expect(JSON.parse(out[2] ?? '')).toMatchObject({ case_id: 'PT05-03', zlen: 7.31, flen: 1, zhc: null });
  });

  test('names the line and column of a cell it cannot read, never its content, and goes on', async () => {
    const { code, out, err } = await run(aFile('case_id,sex,age_days,weight_kg\na,1,400,9kg\n"b, kedua",P,400,9.5\nc,X,400,9\n'));

    expect(code).toBe(1);
    expect(out.slice(1)).toEqual(['a,,,,,,,,,,,,,,,,', expect.stringMatching(/^"b, kedua",,,0,,,,0\.\d+,0,/), 'c,,,,,,,,,,,,,,,,']);
    expect(err).toMatch(/baris 2, weight_kg.*\n.*baris 4, sex/);
    expect(err).not.toContain('9kg');
  });

  test('reads what a spreadsheet of an Indonesian computer writes: semicolons, decimal commas, empty lines, a BOM', async () => {
    const plain = await run(aFile('case_id,sex,age_days,weight_kg,lenhei_cm\na,1,400,9.5,74.25\nb,2,500,9,\n'));
    const written = await run(aFile('\uFEFFlenhei_cm;sex;weight_kg;case_id;age_days\r\n\r\n74,25;1;9,5;a;400\r\n;;;;\r\n;2;9;b;500\r\n'));
    const tabs = await run(aFile('case_id\tsex\tage_days\tweight_kg\tlenhei_cm\na\t1\t400\t9,5\t74.25\nb\t2\t500\t9\n'));

    expect(plain.code).toBe(0);
    expect([written, tabs]).toEqual([plain, plain]);
  });

  test('reads nothing of a row whose decimal commas make more cells than the header has, and says so', async () => {
    const { code, out, err } = await run(aFile('case_id,sex,age_days,weight_kg\na,1,400,9,5\nb,1,400,9.5,\n'));

    expect(code).toBe(1);
    expect(out.slice(1)).toEqual([expect.stringMatching(/^a,{16}$/), expect.stringMatching(/^b,,,0,,,,-?\d/)]);
    expect(err).toMatch(/baris 2, sel lebih banyak dari kepala kolom/);
  });

  test.each([
    ['a header without the sex', 'case_id,umur\na,1\n', 'kolom sex tidak ada'],
    ['an empty file', '', 'berkas kosong'],
    ['an unclosed quote', 'case_id,sex\n"a,1\n', 'Quote'],
  ])('refuses %s with a reason and code 2', async (_, content, reason) => {
    const { code, out, err } = await run(aFile(content));

    expect([code, out]).toEqual([2, []]);
    expect(err).toContain(reason);
  });

  test('refuses a file that is not there with code 2', async () => {
    expect((await run(join(folder, 'tidak-ada.csv'))).code).toBe(2);
  });

  test('a header alone gives a header alone', async () => {
    expect((await run(aFile('case_id,sex\n'))).out).toEqual([header]);
  });

  test('is a command of the program', () => {
    const program = new Command();
    addGrowthCommand(program);

    expect(program.commands.map((command) => command.name())).toEqual(['growth']);
  });
});
