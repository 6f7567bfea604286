import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkSource } from '../../src/cli/source-check.ts';
import { tryFile } from '../../src/cli/try-file.ts';
import type { Trial } from '../../src/cli/try-file.ts';
import { loadTables } from '../../src/load-tables.ts';
import { toVisitLine } from '../../src/map/convert/to-lines.ts';
import { packageRoot } from '../../src/root.ts';

const sources = join(packageRoot, 'test/kit/connected');
const folder = join(sources, 'register-bulanan');
const file = join(folder, 'samples/register-bulanan.csv');
const today = '2025-12-31';

interface Read {
  readonly elements: Readonly<Record<string, { readonly value?: number; readonly code?: string; readonly boolean?: boolean }>>;
  readonly reported: Readonly<Record<string, string>>;
}

/** A register by months that somebody connected by the guide alone; what is expected was read off the file by eye. */
describe('a register of months side by side', () => {
  let trial: Trial;
  let read: ReadonlyMap<string, Read>;
  beforeAll(async () => {
    const tables = await loadTables([join(packageRoot, 'sources'), sources]);
    const source = tables.sources.get('register-bulanan');
    if (source === undefined) throw new Error('no source register-bulanan');
    trial = await tryFile(file, source, { tables, today, request: {}, site: join(packageRoot, 'site-example') });
    read = new Map(
      trial.conversion.visits.map((visit) => {
        const line = toVisitLine(visit, tables.programme.elements, undefined) as unknown as Read;
        return [`${String(visit.rows[0])} ${visit.visit.date}`, line] as const;
      }),
    );
  });

  test('is a folder that is ready', async () => {
    const [out, err] = [new PassThrough(), new PassThrough()];
    expect(await checkSource(folder, { json: false, lang: 'id' }, { out, err, today })).toBe(0);
  });

  test('loses no row: four children, a total, three notes', () => {
    expect(trial.counts).toMatchObject({ accepted: 0, warning: 4, quarantined: 0, skipped: 2, parts: 11 });
    expect(trial.conversion.visits.map(({ place }) => place)).toEqual(Array.from({ length: 15 }, () => 'Posyandu Cempaka'));
  });

  test.each<readonly [visit: string, weight: number | undefined, height: number | undefined, status: string]>([
    ['6 2025-07-20', 9.8, 77, 'B'],
    ['6/AGUSTUS 2025-08-20', 10, 77.9, 'N'],
    ['6/SEPTEMBER 2025-09-20', 10.2, 78.8, 'N'],
    ['6/OKTOBER 2025-10-20', 10.1, 79.5, 'T'],
    ['7 2025-07-20', 5.6, 57.5, 'N'],
    ['7/AGUSTUS 2025-08-20', 6.1, 60, 'N'],
    ['7/SEPTEMBER 2025-09-20', 6.7, 62.1, 'N'],
    ['7/OKTOBER 2025-10-20', undefined, undefined, 'O'],
    ['8 2025-08-20', 3.9, 52.5, 'B'],
    ['8/SEPTEMBER 2025-09-20', 4.8, 55.9, 'N'],
    ['8/OKTOBER 2025-10-20', 5.6, 58.7, 'N'],
    ['9 2025-07-20', 15.2, 101, 'N'],
    ['9/AGUSTUS 2025-08-20', 15.2, 101.5, 'T'],
    ['9/SEPTEMBER 2025-09-20', 15.6, 102, 'N'],
    ['9/OKTOBER 2025-10-20', 15.5, 102.4, 'T'],
  ])('holds weight, height and reported status of %s', (visit, weight, height, status) => {
    const found = read.get(visit);
    expect(found?.elements['berat-badan']?.value).toBe(weight);
    expect(found?.elements['tinggi-badan']?.value).toBe(height);
    expect(found?.reported['status-bb']).toBe(status);
  });

  test('gives the capsule and the breast milk to the month alone under which they stand', () => {
    const having = (key: string) =>
      [...read].flatMap(([visit, { elements }]) => (elements[key] === undefined ? [] : [[visit, elements[key]]]));
    expect(having('vitamin-a')).toEqual([
      ['6/AGUSTUS 2025-08-20', { code: 'merah' }],
      ['9/AGUSTUS 2025-08-20', { code: 'merah' }],
    ]);
    expect(having('asi-eksklusif')).toEqual([['7 2025-07-20', { boolean: true }]]);
  });

  test('knows of each child what the left columns say', () => {
    const children = trial.conversion.persons.map(({ name, sex, birthDate, birthOrder, parents, address, nik }) => [
      ...[name, sex, birthDate, birthOrder, parents, address?.['rt'], nik],
    ]);
    expect(children).toEqual([
      ['ARKA DIRGANTARA', 'L', '2024-01-12', 1, 'HENDRA / MAYA', '04', '6472991201249851'],
      ['NAURA KIRANA', 'P', '2025-05-16', 3, 'JOKO / LASTRI', '007', '6472995605259852'],
      ['BAYI NY RATIH', 'P', '2025-08-02', 2, '- / RATIH', '4', undefined],
      ['FATHAN MAULANA', 'L', '2020-11-27', 2, 'UDIN / NENENG', undefined, '6472992711209853'],
    ]);
  });

  test('reads birth weights in kilograms, and the one in grams as it is written', () => {
    const births = trial.conversion.persons.map(({ birth }) => birth);
    expect(births).toMatchObject([
      { weightG: 3150, lengthMm: 490 },
      { weightG: 2400, lengthMm: 460 },
      { weightG: 2900, lengthMm: 480 },
      { weightG: 3000, lengthMm: 500 },
    ]);
  });
});
