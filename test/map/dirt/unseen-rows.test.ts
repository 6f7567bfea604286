import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Conversion } from '../../../src/map/convert/convert-rows.ts';
import { kenangaColumns as header } from '../../generate/write-cells.ts';
import { aReader } from '../reader.ts';

// Faults of whole rows and of the file: repeats (D26), one NIK on two people (D07), and bytes written by another program (D24).
const reader = await aReader();
const folder = await mkdtemp(join(tmpdir(), 'titian-baris-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Child {
  readonly name: string;
  readonly nik: string;
  readonly birth: string;
  readonly weight: number;
  readonly height: number;
}

const names = [
  'Zoé Amanda',
  'Bagas Wira',
  'Citra Lestari',
  'Dimas Aji',
  'Erlangga',
  'Farah Nabila',
  'Gilang Ramadhan',
  'Hana Puspita',
  'Indra Kusuma',
  'Jelita Ayu',
];

/** Ten children of unlike names and birth days, each weighed once; what is left to chance is measured. */
const children = fc
  .tuple(
    fc.array(fc.integer({ min: 95, max: 125 }), { minLength: 10, maxLength: 10 }),
    fc.array(fc.integer({ min: 830, max: 890 }), { minLength: 10, maxLength: 10 }),
  )
  .map(([weights, heights]) =>
    names.map((name, at): Child => {
      const day = String(at + 1).padStart(2, '0');
      return {
        name,
        nik: `647299${day}0823951${String(at)}`,
        birth: `${day}/08/2023`,
        weight: weights[at] ?? 100,
        height: heights[at] ?? 850,
      };
    }),
  );

function childAt(list: readonly Child[], at: number): Child {
  const child = list[at];
  if (child === undefined) throw new Error('there are ten');
  return child;
}

function toCells({ name, nik, birth, weight, height }: Child, number: number): readonly string[] {
  const comma = (tenths: number): string => (tenths / 10).toFixed(1).replace('.', ',');
  return [String(number), nik, name, birth, 'L', 'Ratna', 'Adi', '001', '002', '12/08/2025', comma(weight), comma(height), '48', ''];
}

function read(rows: readonly (readonly string[])[]): Conversion {
  return reader.read('posyandu-kenanga', [['POSYANDU KENANGA - AGUSTUS 2025'], header, ...rows]).conversion;
}

/** Status and codes of a data row, counted from 0, without what is only remarked. */
function verdictOf({ rows }: Conversion, at: number): string {
  const row = rows[at + 2]?.row;
  const codes = (row?.issues ?? []).filter(({ severity }) => severity !== 'information').map(({ code }) => code);
  return [row?.status, row?.reason ?? [], ...codes].flat().join(' ');
}

test('a row that comes again word for word is skipped wherever it stands; one that comes again with another weight corrects, and says so', () => {
  fc.assert(
    fc.property(children, fc.nat(9), fc.nat(9), fc.integer({ min: 3, max: 9 }), (list, same, edited, more) => {
      const rows = list.map(toCells);
      const changed = { ...childAt(list, edited), weight: childAt(list, edited).weight + more };
      const conversion = read([...rows, toCells(childAt(list, same), 77), toCells(changed, 78)]);
      expect(verdictOf(conversion, 10)).toBe('skipped duplikat');
      expect(verdictOf(conversion, 11)).toBe('warning D26');
      expect(conversion.persons).toHaveLength(10);
      expect(conversion.visits).toHaveLength(10);
      const weights = conversion.visits.map(({ visit }) => visit.elements.find(({ key }) => key === 'berat-badan')?.value);
      expect(weights).toContainEqual(expect.objectContaining({ int: changed.weight * 100 }));
      expect(rows.map((_, at) => verdictOf(conversion, at))).toEqual(rows.map(() => 'accepted'));
    }),
    { seed: 20_251_122, numRuns: 40 },
  );
});

test('a NIK that two people bear is told of and joins nobody', () => {
  fc.assert(
    fc.property(children, fc.nat(9), (list, at) => {
      const other = { ...childAt(list, at), name: 'Kirana Maheswari', weight: 118, height: 842 };
      const conversion = read([...list.map(toCells), toCells(other, 11)]);
      expect(verdictOf(conversion, 10)).toContain('D07');
      expect(conversion.persons).toHaveLength(11);
      expect(conversion.visits.filter(({ sending }) => sending === 'hold:nik-tidak-cocok')).toHaveLength(2);
    }),
    { seed: 20_251_122, numRuns: 20 },
  );
});

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
};

test('a file means the same whatever program wrote it: delimiter, encoding, line ends, quotes, lines above it', async () => {
  const written = fc.record({
    encoding: fc.constantFrom(...Object.keys(encodings)),
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    end: fc.constantFrom('\r\n', '\n'),
    quoted: fc.boolean(),
    blanks: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(children, written, async (list, { encoding, delimiter, end, quoted, blanks }) => {
      const rows = list.map(toCells);
      const toLine = (cells: readonly string[]): string =>
        cells.map((cell) => (quoted || cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter);
      const lines = [...Array.from({ length: blanks }, () => ''), 'POSYANDU KENANGA - AGUSTUS 2025', ...[header, ...rows].map(toLine)];
      const path = join(folder, 'daftar.csv');
      await writeFile(path, (encodings[encoding] ?? encodings['utf-8'])?.(`${lines.join(end)}${end}`) ?? '');
      const { conversion } = await reader.convert('posyandu-kenanga', path);
      const plain = read(rows);
      expect(conversion.persons.map(({ name }) => name)).toEqual(plain.persons.map(({ name }) => name));
      expect(conversion.visits.map(({ visit }) => visit.elements)).toEqual(plain.visits.map(({ visit }) => visit.elements));
      expect(conversion.rows.filter(({ row }) => !row.heading && row.status !== 'skipped').map(({ row }) => row.status)).toEqual(
        rows.map(() => 'accepted'),
      );
    }),
    { seed: 20_251_122, numRuns: 60 },
  );
});
