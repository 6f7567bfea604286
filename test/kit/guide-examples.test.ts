import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { convertAndPrint } from '../../src/cli/convert-command.ts';
import { packageRoot } from '../../src/root.ts';

const examples = join(packageRoot, 'docs/guides/contoh');

interface Line {
  readonly row?: number | string;
  readonly status?: string;
  readonly issues?: readonly { readonly code: string; readonly severity: string }[];
  readonly visit?: string;
  readonly date?: string;
  readonly elements?: Readonly<Record<string, unknown>>;
  readonly counts?: Readonly<Record<string, number>>;
}

/** Converts the sample of an example as the guide tells a vendor to. */
async function convertExample(name: string): Promise<readonly Line[]> {
  const folder = join(examples, name, 'samples');
  const [file = ''] = await readdir(folder);
  const written: string[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const printing = { out, err: out, today: '2025-12-31' };
  await convertAndPrint(join(folder, file), { source: name, sources: examples, json: true }, printing);
  return written
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('the examples of the guide for vendors', () => {
  const lines = new Map<string, readonly Line[]>();
  beforeAll(async () => {
    for (const name of await readdir(examples)) lines.set(name, await convertExample(name));
  });
  const of = (name: string): readonly Line[] => lines.get(name) ?? [];
  const visitsOf = (name: string) =>
    of(name).flatMap(({ date = '', elements }) => (elements === undefined ? [] : [{ date, keys: Object.keys(elements).sort() }]));

  test('are one of each form: flat, months side by side, nested, several tables', () => {
    expect([...lines.keys()].sort()).toEqual(['contoh-banyak-tabel', 'contoh-bersarang', 'contoh-bulanan', 'contoh-datar']);
  });

  test('lose no row and hold none back', () => {
    const counts = [...lines.values()].map((each) => each.find((line) => line.counts !== undefined)?.counts);
    expect(counts.map((each) => [each?.['accepted'], each?.['warning'], each?.['quarantined']])).toEqual(
      [...lines.keys()].map((name) => (name === 'contoh-bulanan' ? [0, 2, 0] : [{ 'contoh-banyak-tabel': 2 }[name] ?? 3, 0, 0])),
    );
  });

  test('warn of nothing but the day that a register of months does not know', () => {
    const codes = [...lines].flatMap(([name, each]) =>
      each.flatMap(({ issues = [] }) => issues).flatMap(({ code, severity }) => (severity === 'information' ? [] : [`${name} ${code}`])),
    );
    expect(new Set(codes)).toEqual(new Set(['contoh-bulanan tanggal-perkiraan']));
  });

  test('come to the visits that somebody reads off the files by eye', () => {
    expect(visitsOf('contoh-datar').map(({ date, keys }) => [date, keys.length])).toEqual([
      ['2025-06-03', 14],
      ['2025-06-03', 17],
      ['2025-06-04', 15],
    ]);
    expect(visitsOf('contoh-bulanan').map(({ date }) => date.slice(0, 7))).toEqual([
      ...['01', '02', '03', '04', '05', '06'].map((month) => `2025-${month}`),
      ...['01', '02', '04', '05', '06'].map((month) => `2025-${month}`),
    ]);
    expect(visitsOf('contoh-bersarang').map(({ keys }) => keys)).toEqual([
      ['berat-badan', 'cara-ukur', 'lingkar-kepala', 'tinggi-badan'],
      ['berat-badan', 'cara-ukur', 'lingkar-kepala', 'tinggi-badan', 'vitamin-a'],
      ['asi-eksklusif', 'berat-badan', 'cara-ukur', 'tinggi-badan'],
    ]);
    expect(visitsOf('contoh-banyak-tabel').map(({ keys }) => keys)).toEqual([
      [
        'berat-badan',
        'golongan-darah',
        'hemoglobin',
        'hpht',
        'lingkar-lengan-atas',
        'protein-urin',
        'tekanan-darah-diastolik',
        'tekanan-darah-sistolik',
        'ttd-jumlah',
      ],
      [
        'berat-badan',
        'golongan-darah',
        'hemoglobin',
        'hpht',
        'lingkar-lengan-atas',
        'protein-urin',
        'tekanan-darah-diastolik',
        'tekanan-darah-sistolik',
      ],
    ]);
  });
});
