import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openKit } from '../../src/cli/open-kit.ts';
import type { Kit } from '../../src/cli/open-kit.ts';
import { readUnknown } from '../../src/ingest/read-unknown.ts';
import type { Draft } from '../../src/kit/draft/make-draft.ts';
import { makeDraft } from '../../src/kit/draft/make-draft.ts';
import { inspectRecords } from '../../src/kit/inspect/inspect-records.ts';
import { inspectTable } from '../../src/kit/inspect/inspect-table.ts';
import { toSample } from '../../src/kit/sample/to-sample.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await openKit([]);
});

async function draft(content: string | Uint8Array): Promise<{ readonly draft: Draft; readonly sample: string } | null> {
  const raw = await readUnknown(Buffer.from(content), true);
  if (!raw.ok) return null;
  const form = raw.value.is === 'table' ? inspectTable(raw.value) : inspectRecords(raw.value);
  const setting = { name: 'berkas', programme: kit.tables.programme, words: kit.words, headings: kit.headings, asOf: '2026-11-22' };
  const made = form === null ? null : makeDraft(form, setting);
  if (made === null) return null;
  const sample = toSample(raw.value, made, { dates: made.marks.dates, asOf: '2026-11-22', knownWords: new Set() });
  return { draft: made, sample: sample.text };
}

function csv(...rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(';')).join('\n');
}

async function targets(content: string): Promise<Readonly<Record<string, string>>> {
  const made = await draft(content);
  return Object.fromEntries((made?.draft.guesses ?? []).map(({ column, meaning }) => [column.name, meaning?.target ?? '-']));
}

const people = [
  ['1', '6472991805239511', 'Danis', 'L', '18/05/2023', '12/08/2025'],
  ['2', '6472994302249512', 'Aira', 'P', '03/02/2024', '12/08/2025'],
  ['3', '6472995507249513', 'Sena', 'P', '15/07/2024', '12/08/2025'],
] as const;
const heads = ['No', 'NIK', 'Nama', 'JK', 'Tgl Lahir', 'Tgl Ukur'] as const;

describe('what a column means', () => {
  test('is told by its cells where its heading lies: TB of 2,5 to 4 is no height', async () => {
    const [low, high] = [
      ['2,5', '3,1', '4,0'],
      ['74,0', '84,2', '70,5'],
    ].map((all) => csv([...heads, 'TB'], ...people.map((row, at) => [...row, all[at] ?? ''])));
    expect((await targets(high ?? ''))['TB']).toBe('tinggi-badan');
    expect((await targets(low ?? ''))['TB']).not.toBe('tinggi-badan');
  });

  test('is no NIK where it does not have 16 digits', async () => {
    const found = await targets(
      csv([...heads.slice(0, 1), 'NIK', ...heads.slice(2)], ...people.map(([no, , ...rest], at) => [no, `A${String(at)}`, ...rest])),
    );
    expect(found['NIK']).not.toBe('person.nik');
  });

  test('is found without any header, by the cells alone, and columns go by their numbers', async () => {
    const made = await draft(csv(...people));
    expect(made?.draft.source.positional).toBe(true);
    expect(made?.draft.guesses.find(({ meaning }) => meaning?.target === 'person.nik')?.column.at).toBe(1);
    for (const { text } of made?.draft.files ?? []) expect(text).not.toMatch(/Danis|Aira|6472991805239511/);
    expect(made?.sample).not.toMatch(/Danis|Aira|6472991805239511/);
  });

  test('a unit follows from the size of the numbers, and is asked', async () => {
    const made = await draft(csv([...heads, 'BB Lahir'], ...people.map((row, at) => [...row, ['3,1', '2,9', '3,4'][at] ?? ''])));
    const guess = made?.draft.guesses.find(({ column }) => column.name === 'BB Lahir');
    expect(guess?.meaning?.written).toMatchObject({ is: 'berat-badan-lahir', unit: 'kg' });
    expect(made?.draft.files.find(({ path }) => path.endsWith('columns.yaml'))?.text).toMatch(/# PERIKSA:.*satuan "kg"/);
  });

  test('days that could be read either way round are asked', async () => {
    const rows = people.map(([no, nik, name, sex]) => [no, nik, name, sex, '03/02/2024', '05/06/2025']);
    const made = await draft(csv([...heads], ...rows));
    expect(made?.draft.questions.map(({ code }) => code)).toContain('urutan-tanggal');
  });

  test('facts in a free text are taken out of it, to be confirmed', async () => {
    const made = await draft(csv([...heads, 'Ket'], ...people.map((row) => [...row, 'LILA 22, Hb 10,4, DJJ 145'])));
    const ket = made?.draft.guesses.find(({ column }) => column.name === 'Ket');
    expect(ket?.meaning?.written.extract?.map(({ is }) => is)).toEqual(['lingkar-lengan-atas', 'hemoglobin', 'denyut-jantung-janin']);
    expect(ket?.certainty).toBe('mungkin');
  });
});

describe('how a form is built', () => {
  test('months side by side under merged cells become a repetition', async () => {
    const made = await draft(
      csv(
        ['REGISTER PENIMBANGAN 2025'],
        ['No', 'Nama', 'Tgl Lahir', 'JAN', '', 'FEB', ''],
        ['', '', '', 'BB', 'TB', 'BB', 'TB'],
        ['1', 'Danis', '18/05/2023', '8,7', '71,5', '8,9', '72,5'],
        ['2', 'Aira', '03/02/2024', '7,6', '66,2', '7,9', '67,0'],
      ),
    );
    const { form } = made?.draft ?? {};
    expect(form?.is === 'table' ? form.repeat : undefined).toMatchObject({ as: 'visit.month', of: ['JAN', 'FEB'] });
    expect(made?.draft.guesses.map(({ meaning }) => meaning?.target)).toEqual(expect.arrayContaining(['berat-badan', 'tinggi-badan']));
  });

  test('visits within people within a posyandu are the records', async () => {
    const visits = [
      { tanggal: '2025-08-12', bb: '8,7' },
      { tanggal: '2025-09-12', bb: '8,9' },
    ];
    const made = await draft(
      JSON.stringify({
        posyandu: 'Melati',
        anak: [{ nama: 'Danis', nik: '6472991805239511', tgl_lahir: '2023-05-18', kunjungan: visits }],
      }),
    );
    expect(made?.draft.form).toMatchObject({ is: 'records', records: 'anak[*].kunjungan[*]' });
    expect(await targets(JSON.stringify([{ nama: 'Danis', tgl_lahir: '2023-05-18', kunjungan: visits }]))).toMatchObject({
      'induk.nama': 'person.name',
      bb: 'berat-badan',
    });
  });

  test('tables that refer to each other are joined', async () => {
    const made = await draft(
      JSON.stringify({
        pasien: [
          { id: 7, nama: 'Danis', nik: '6472991805239511' },
          { id: 8, nama: 'Aira', nik: '6472994302249512' },
        ],
        kunjungan: [
          { id: 1, pasien_id: 7, tgl_kunjungan: '2025-08-12', berat_badan: 8.7 },
          { id: 2, pasien_id: 8, tgl_kunjungan: '2025-08-12', berat_badan: 7.6 },
          { id: 3, pasien_id: 7, tgl_kunjungan: '2025-09-12', berat_badan: 8.9 },
        ],
      }),
    );
    expect(made?.draft.form).toMatchObject({
      records: 'kunjungan[*]',
      joins: [{ name: 'pasien', table: 'pasien', key: 'id', on: 'pasien_id' }],
    });
  });

  test('one row a question becomes a group', async () => {
    const rows = ['Punya Buku KIA', 'Ditimbang bulan ini'].map((question) => ['21/07/2025', '6472991805239511', 'Danis', question, 'Ya']);
    const made = await draft(csv(['Tanggal', 'NIK', 'Nama', 'Pertanyaan', 'Jawaban'], ...rows));
    expect(made?.draft.source.group?.by.map(({ name }) => name)).toEqual(['Tanggal', 'NIK', 'Nama']);
    expect(made?.draft.guesses.find(({ column }) => column.name === 'Punya Buku KIA')?.meaning?.target).toBe('buku-kia');
  });

  test('a header without rows is enough for a draft', async () => {
    const made = await draft(csv([...heads, 'BB', 'TB']));
    expect(made?.draft.questions.map(({ code }) => code)).toContain('baris-contoh');
    expect(made?.draft.guesses.filter(({ meaning }) => meaning !== undefined).length).toBeGreaterThan(5);
  });
});

describe('whatever comes', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      'NIK',
      'Nama',
      'BB',
      'TB',
      'JAN',
      'K1 Tgl',
      '12/08/2025',
      '8,7',
      '#',
      '*a',
      '&b',
      '{',
      '[',
      'yes',
      '~',
      '- x',
      'a: b',
      '"',
      "'",
      '%',
    ),
  );

  test('a table never breaks the kit, and its draft always compiles', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 }), async (rows) => {
        const made = await draft(csv(...rows));
        expect(made === null || made.draft.source.columns.length >= 0).toBe(true);
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });

  test('a JSON document never breaks the kit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (text) => {
        const made = await draft(text);
        expect(made === null || made.draft.files.length === 3).toBe(true);
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });

  test('random bytes and one endless line never break it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await draft(bytes);
      }),
      { seed: 20261122, numRuns: 100 },
    );
    await draft(`NIK;Nama\n${'x'.repeat(3_000_000)};y\n`);
  });
});
