import { beforeAll, describe, expect, test } from '@jest/globals';
import { openKit } from '../../src/cli/open-kit.ts';
import type { Kit } from '../../src/cli/open-kit.ts';
import { readUnknown } from '../../src/ingest/read-unknown.ts';
import type { Draft } from '../../src/kit/draft/make-draft.ts';
import { makeDraft } from '../../src/kit/draft/make-draft.ts';
import { inspectTable } from '../../src/kit/inspect/inspect-table.ts';
import { toSample } from '../../src/kit/sample/to-sample.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await openKit([]);
});

async function toDraft(...rows: readonly string[]): Promise<{ readonly draft: Draft; readonly sample: string }> {
  const raw = await readUnknown(Buffer.from(rows.join('\n')), true);
  const form = raw.ok && raw.value.is === 'table' ? inspectTable(raw.value) : null;
  const setting = { name: 'berkas', programme: kit.tables.programme, words: kit.words, headings: kit.headings, asOf: '2026-11-22' };
  const draft = form === null ? null : makeDraft(form, setting);
  if (!raw.ok || draft === null) throw new Error('no draft');
  const sample = toSample(raw.value, draft, { dates: 'dmy', asOf: '2026-11-22', knownWords: new Set(['m']) });
  return { draft, sample: sample.text };
}

function textOf({ files }: Draft, name: string): string {
  return files.find(({ path }) => path.endsWith(name))?.text ?? '';
}

function meaningOf({ guesses }: Draft, name: string): string | undefined {
  return guesses.find(({ column }) => column.name === name)?.meaning?.target;
}

function namesOfRepeat({ form }: Draft): readonly string[] {
  return form.is === 'table' ? (form.repeat?.columns.map(({ name }) => name) ?? []) : [];
}

const children = ['1;Danis;L;18/05/2023;', '2;Aira;P;03/02/2024;'] as const;

describe('a column under one month alone', () => {
  const merged = [
    'REGISTER PENIMBANGAN TAHUN 2025',
    'No;Nama;JK;Tgl Lahir;JULI;;;AGUSTUS;;;SEPTEMBER;;',
    ';;;;BERAT;TINGGI;ASI;BERAT;TINGGI;VIT A;BERAT;TINGGI;',
    `${children[0]}8,7;71,5;Y;8,9;72,5;M;9,1;73;`,
    `${children[1]}7,6;66,2;;7,9;67,0;;8,1;68;`,
  ];

  test('belongs to that month: it is repeated, and no column of the whole row', async () => {
    const { draft } = await toDraft(...merged);
    expect(namesOfRepeat(draft)).toEqual(['BERAT', 'TINGGI', 'ASI', 'VIT A']);
    expect(meaningOf(draft, 'VIT A')).toBe('vitamin-a');
    expect(textOf(draft, 'columns.yaml')).not.toMatch(/VIT A|ASI/);
    const months = draft.source.columns.filter(({ targets }) => targets.includes('vitamin-a')).map(({ block }) => block);
    expect(months).toEqual([0, 1, 2]);
  });

  test('is asked about where it stands', async () => {
    const { draft } = await toDraft(...merged);
    expect(draft.questions.map(({ at }) => at)).toContain('source.yaml repeat VIT A');
  });

  test('joins its month also where that is written otherwise, in one line', async () => {
    const { draft } = await toDraft(
      'TAHUN 2025',
      'No;Nama;JK;Tgl Lahir;JAN BB;JAN TB;FEB BB;FEB TB;Vit A Februari',
      `${children[0]}8,7;71,5;8,9;72,5;merah`,
      `${children[1]}7,6;66,2;7,9;67,0;`,
    );
    expect(namesOfRepeat(draft)).toEqual(['BB', 'TB', 'Vit A']);
  });

  test('is left out and asked where it cannot be read with its month', async () => {
    const { draft } = await toDraft(
      'TAHUN 2025',
      'No;Nama;JK;Tgl Lahir;JAN BB;JAN TB;FEB BB;FEB TB;Vit A Agustus',
      `${children[0]}8,7;71,5;8,9;72,5;merah`,
      `${children[1]}7,6;66,2;7,9;67,0;`,
    );
    expect(meaningOf(draft, 'Vit A Agustus')).toBeUndefined();
    expect(draft.questions.find(({ at }) => at === 'columns.yaml Vit A Agustus')?.text.id).toContain('hanya tentang Agustus');
  });
});

test('a contact takes the day of its own block, and what stands in one contact alone', async () => {
  const { draft } = await toDraft(
    'No;Nama Ibu;NIK;K1;;;K4;;;',
    ';;;TGL;BB;LILA;TGL;BB;LILA;HB',
    '1;Rini;6472994410979822;12/01/2025;50,2;24;14/05/2025;55;24,5;11,2',
    '2;Wati;6472995902999823;13/01/2025;48,2;23;15/05/2025;52;23,5;10,2',
  );
  expect(namesOfRepeat(draft)).toEqual(['TGL', 'BB', 'LILA', 'HB']);
  expect(textOf(draft, 'source.yaml')).toContain('- { column: K1 TGL }');
});

describe('a heading above its unit', () => {
  const lines = [
    'No;Nama;JK;Tgl Lahir;NAMA AYAH/IBU;BERAT LAHIR;PANJANG LAHIR;JULI;;AGUSTUS;',
    ';;;;;(KG);(CM);BERAT;TINGGI;BERAT;TINGGI',
    `${children[0]}UDIN / NENENG;3,1;49;8,7;71,5;8,9;72,5`,
    `${children[1]}- / RATIH;2900 gr;48;7,6;66,2;7,9;67,0`,
    'JUMLAH;;;;;;;2;;2;',
    'KETERANGAN : M = merah;;;;;;;;;;',
    'Samarinda, 31 Oktober 2025;;;;;;;;;;',
    'Kader,;;;;;;;;;;',
  ];

  test('is called by both lines, and its unit is not asked', async () => {
    const { draft } = await toDraft(...lines);
    expect(textOf(draft, 'columns.yaml')).toMatch(/^BERAT LAHIR \(KG\): \{ is: berat-badan-lahir, unit: kg/m);
    expect(textOf(draft, 'columns.yaml')).toMatch(/^PANJANG LAHIR \(CM\): \{ is: panjang-badan-lahir/m);
  });

  test('a signature below the end of the table is no row', async () => {
    expect((await toDraft(...lines)).draft.form.rows).toBe(2);
  });

  test('two parents in a cell stay two in the sample, and nobody of the file is among them', async () => {
    const { sample } = await toDraft(...lines);
    expect(sample).toMatch(/;Contoh \w+ \/ Contoh \w+;/);
    expect(sample).toMatch(/- \/ Contoh \w+;/);
    expect(sample).not.toMatch(/UDIN|NENENG|RATIH/);
  });
});

describe('words of the sender under a known heading', () => {
  const withWords = (...words: readonly string[]) =>
    toDraft('No;Nama;JK;Tgl Lahir;Tgl Ukur;BB;VIT A', ...words.map((word, at) => `${children[at % 2] ?? ''}12/08/2025;8,7;${word}`));

  test('are not called readable', async () => {
    const { draft } = await withWords('M', 'M');
    expect(textOf(draft, 'columns.yaml')).toContain('tulis artinya di codes.yaml');
    expect(textOf(draft, 'columns.yaml')).not.toContain('isi terbaca');
  });
});
