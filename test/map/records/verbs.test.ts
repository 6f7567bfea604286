// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Issue } from '../../../src/fhir/issue.ts';
import { openRows } from '../../../src/gateway/open-rows.ts';
import { compileSource } from '../../../src/map/compile-source.ts';
import type { MappedRow } from '../../../src/map/mapped-row.ts';
import { resolvePlace } from '../../../src/map/places/resolve-place.ts';
import { readSiteFolder } from '../../../src/open-titian.ts';
import { packageRoot } from '../../../src/root.ts';
import { loadGrowthTables } from '../../../src/ingest/growth-tables.ts';
import { aReader } from '../reader.ts';

const { programme } = await aReader();
const growth = await loadGrowthTables(packageRoot);
const site = await readSiteFolder(`${packageRoot}/site-example`);

const rest = `
title: Bentuk uji
dates: ymd
decimal: '.'
about: semua
stages: bayi-balita
service: posyandu-balita
recorder: kader
verified: false
kewajiban: { satusehat: { is: kirim, reason: uji } }
context: { place: [{ request: true }], date: [{ column: tanggal }] }
`;

/** A source of a test, compiled from its own tables. */
function compile(format: string, columns: string, more = '') {
  const files = [
    { path: 'uji/source.yaml', text: `format: ${format}\n${rest}${more}` },
    { path: 'uji/columns.yaml', text: columns },
  ];
  return compileSource('uji', files, programme);
}

interface Read {
  readonly rows: readonly MappedRow[];
  readonly issues: readonly Issue[];
}

async function* toBytes(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 64) yield bytes.subarray(at, at + 64);
}

async function read(source: ReturnType<typeof compile>, file: unknown): Promise<Read> {
  if (!source.ok) throw new Error(source.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  const row = {
    ...{ programme, growth, asOf: '2025-12-31', request: { place: 'Posyandu Kenanga' } },
    resolvePlace: (written: string, on: string) => resolvePlace(site, written, undefined, on),
  };
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const opened = await openRows(toBytes(text), source.value, { row, others: [] });
  if (!opened.ok) return { rows: [], issues: opened.issues };
  const rows: MappedRow[] = [];
  for await (const each of opened.value.rows) rows.push(each);
  return { rows, issues: opened.value.issues() };
}

const verdicts = ({ rows }: Read) => rows.map(({ row, status, reason }) => [row, status, ...(reason === undefined ? [] : [reason])]);
const codes = ({ issues }: Read) => issues.map(({ code, severity }) => `${severity} ${code}`);

const nested = compile(
  "{ is: json, records: 'anak[*].penimbangan[*]' }",
  `
tanggal: { is: visit.date }
bb: { is: berat-badan }
induk.nama: { is: person.name, required: true }
induk.lahir: { is: person.birthDate }
induk.id: { is: person.localId }
`,
);
const raka = { nama: 'Raka Pratama', lahir: '2024-01-10' };
const sari = { nama: 'Sari Melati', lahir: '2024-02-11' };

describe('each', () => {
  test('goes down level by level, and what encloses a record speaks of it', async () => {
    const file = {
      anak: [
        {
          ...raka,
          penimbangan: [
            { tanggal: '2025-06-01', bb: 9.1 },
            { tanggal: '2025-07-01', bb: 9.4 },
          ],
        },
        { ...sari, penimbangan: [{ tanggal: '2025-07-01', bb: 8.8 }] },
      ],
    };
    const found = await read(nested, file);
    expect(verdicts(found)).toEqual([
      ['$.anak[0].penimbangan[0]', 'accepted'],
      ['$.anak[0].penimbangan[1]', 'accepted'],
      ['$.anak[1].penimbangan[0]', 'accepted'],
    ]);
    expect(found.rows.map(({ person, visit }) => [person?.name, visit?.date])).toEqual([
      ['Raka Pratama', '2025-06-01'],
      ['Raka Pratama', '2025-07-01'],
      ['Sari Melati', '2025-07-01'],
    ]);
  });

  test.each([{ penimbangan: [] }, { penimbangan: null }, {}])('lets nobody vanish whose list is empty: %j', async (list) => {
    const found = await read(nested, {
      anak: [
        { ...raka, penimbangan: [{ tanggal: '2025-07-01', bb: 9.4 }] },
        { ...sari, ...list },
      ],
    });
    expect(verdicts(found)).toEqual([
      ['$.anak[0].penimbangan[0]', 'accepted'],
      ['$.anak[1]', 'accepted'],
    ]);
    expect(found.rows[1]).toMatchObject({ person: { name: 'Sari Melati' }, issues: [{ code: 'tanpa-hasil' }] });
    expect(found.rows[1]?.visit).toBeUndefined();
  });

  test('finds whom a record is about however far above its last level it ends', async () => {
    const deep = compile(
      "{ is: json, records: 'pasien[*].kunjungan[*].pemeriksaan[*]' }",
      'bb: { is: berat-badan }\ntanggal: { is: visit.date, aliases: [induk.tanggal] }\ninduk.induk.nama: { is: person.name }\ninduk.induk.lahir: { is: person.birthDate }\n',
    );
    const visits = [
      { tanggal: '2025-07-01', pemeriksaan: [{ bb: 9.4 }] },
      { tanggal: '2025-08-01', pemeriksaan: [] },
    ];
    const found = await read(deep, {
      pasien: [
        { ...raka, kunjungan: visits },
        { ...sari, kunjungan: [] },
      ],
    });
    expect(found.rows.map(({ row, status, person }) => [row, status, person?.name])).toEqual([
      ['$.pasien[0].kunjungan[0].pemeriksaan[0]', 'accepted', 'Raka Pratama'],
      ['$.pasien[0].kunjungan[1]', 'accepted', 'Raka Pratama'],
      ['$.pasien[1]', 'accepted', 'Sari Melati'],
    ]);
    expect(codes(found)).toEqual([]);
  });

  test('gives a line its number and its records their paths from there', async () => {
    const line = JSON.stringify({ ...raka, penimbangan: [{ tanggal: '2025-06-01', bb: 9.1 }] });
    expect(verdicts(await read(nested, `${line}\n${line.replace('2025-06', '2025-07')}\n`))).toEqual([
      ['1:$.penimbangan[0]', 'accepted'],
      ['2:$.penimbangan[0]', 'accepted'],
    ]);
  });

  const daily = compile(
    "{ is: json, records: 'per_tanggal{tanggal}[*]' }",
    'tanggal: { is: visit.date }\nnama: { is: person.name }\nlahir: { is: person.birthDate }\nbb: { is: berat-badan }\n',
  );

  test('takes the names of an object of many as a field of what stands below', async () => {
    const found = await read(daily, {
      per_tanggal: {
        '2025-07-01': [{ ...raka, bb: 9.1 }],
        '2025-08-01': [
          { ...raka, bb: 9.4 },
          { ...sari, bb: 9 },
        ],
      },
    });
    expect(found.rows.map(({ row, visit }) => [row, visit?.date])).toEqual([
      ['$.per_tanggal["2025-07-01"][0]', '2025-07-01'],
      ['$.per_tanggal["2025-08-01"][0]', '2025-08-01'],
      ['$.per_tanggal["2025-08-01"][1]', '2025-08-01'],
    ]);
  });

  test('never repeats a name that is no day in the path of a row', async () => {
    const found = await read(daily, { per_tanggal: { '6472991805239701': [{ ...raka, tanggal: '2025-07-01', bb: 9.1 }] } });
    expect(verdicts(found)).toEqual([['$.per_tanggal[0][0]', 'accepted']]);
  });
});

const joinColumns = `
tanggal: { is: visit.date }
bb: { is: berat-badan }
id_anak: { ignore: merujuk tabel anak }
jenis: { ignore: memilih anak }
anak.id: { ignore: nomor di aplikasi pengirim }
anak.jenis: { ignore: memilih anak }
anak.nama: { is: person.name }
anak.lahir: { is: person.birthDate }
`;
const joined = compile(
  "{ is: json, records: 'rows[*]', join: { anak: { table: anak, key: id, on: id_anak, otherwise: only, when: jenis } } }",
  joinColumns,
);
const weighed = { tanggal: '2025-07-01', bb: 9.4 };

describe('join', () => {
  test.each([
    [
      'a list',
      [
        { id: 1, ...raka },
        { id: 2, ...sari },
      ],
    ],
    ['an object of many', { 1: { ...raka }, 2: { ...sari } }],
  ])('finds the record of a table by its key: %s', async (_, anak) => {
    const found = await read(joined, {
      rows: [
        { id_anak: 2, ...weighed },
        { id_anak: '1', ...weighed },
      ],
      anak,
    });
    expect(found.rows.flatMap(({ person }) => person?.name ?? [])).toEqual(['Sari Melati', 'Raka Pratama']);
    expect(found.rows.filter(({ partOf }) => partOf !== undefined).map(({ partOf }) => partOf)).toEqual(['$.rows[1]', '$.rows[0]']);
  });

  test('tells a key of the row from the joined record of that name: anak_id is not anak.id', async () => {
    const columns = joinColumns
      .replace('id_anak:', 'anak_id:')
      .replace('anak.id: { ignore: nomor di aplikasi pengirim }', 'anak.id: { is: person.localId }');
    const laravel = compile("{ is: json, records: 'rows[*]', join: { anak: { table: anak, key: id, on: anak_id } } }", columns);
    const found = await read(laravel, { rows: [{ anak_id: 7, ...weighed }], anak: [{ id: 7, ...raka }] });
    expect(found.rows[0]).toMatchObject({ status: 'accepted', person: { name: 'Raka Pratama', localId: '7' } });
    expect(codes(found)).toEqual([]);
  });

  test('takes the only record where a row has no key and both are of one kind', async () => {
    const rows = [
      { jenis: 'balita', ...weighed },
      { jenis: 'lansia', ...weighed },
    ];
    const found = await read(joined, { anak: { id: 1, jenis: 'balita', ...raka }, rows });
    expect(verdicts(found)).toEqual([
      ['$.rows[0]', 'accepted'],
      ['$.rows[1]', 'quarantined', 'orang-tidak-dikenal'],
      ['$.anak', 'accepted'],
    ]);
  });

  test('holds a row whose key finds nobody, and names the field alone', async () => {
    const found = await read(joined, { anak: [{ id: 1, ...raka }], rows: [{ id_anak: 77123, ...weighed }] });
    expect(found.rows[0]?.issues).toMatchObject([{ code: 'orang-tidak-dikenal', severity: 'error', cell: 'id_anak' }]);
    expect(JSON.stringify(found.rows[0]?.issues)).not.toContain('77123');
  });

  test('tells of keys that stand twice, of records nobody refers to, and of a table that is not there', async () => {
    const anak = [
      { id: 1, ...raka },
      { id: 1, ...sari },
      { id: 3, ...sari },
    ];
    expect(codes(await read(joined, { anak, rows: [{ id_anak: 1, ...weighed }] }))).toEqual([
      'warning kunci-ganda',
      'warning tidak-dirujuk',
    ]);
    expect(codes(await read(joined, { rows: [{ id_anak: 1, ...weighed }] }))).toEqual(['warning tabel-rujukan-tidak-ada']);
  });

  test.each([
    ['in a circle', '{ a: { table: a, key: id, on: b.id }, b: { table: b, key: id, on: a.id } }', 'merujuk berputar'],
    ['to itself', '{ a: { table: a, key: id, on: a.id } }', 'merujuk berputar'],
  ])('that goes %s is a fault of the table', (_, join, words) => {
    const source = compile(`{ is: json, records: 'rows[*]', join: ${join} }`, joinColumns);
    expect([source.ok, source.issues[0]?.code]).toEqual([false, 'tabel-rusak']);
    expect(source.issues[0]?.text).toContain(words);
  });
});

describe('records', () => {
  test.each(['data', 'data[*', 'data[0]', '', '[*].x'])('need a path that ends in a level, not "%s"', (path) => {
    const source = compile(`{ is: json, records: '${path}' }`, 'nama: { is: person.name }\n');
    expect([source.ok, source.issues[0]?.text.includes('source.yaml:1')]).toEqual([false, true]);
  });

  const flat = compile(
    "{ is: json, records: 'data[*]' }",
    'tanggal: { is: visit.date }\nnama: { is: person.name, required: true }\nlahir: { is: person.birthDate }\nukur.bb: { is: berat-badan }\nlain: { ignore: uji }\n',
  );
  const child = { ...raka, tanggal: '2025-07-01', ukur: { bb: 9.4 } };

  test('with fields nobody declared are read without them, and the nearest name is offered once', async () => {
    const found = await read(flat, {
      data: [
        { ...child, ukur: { bb: 9.4, bbb: 1 } },
        { ...child, ukur: { bbb: 2 }, lain: { a: { b: 1 } } },
      ],
    });
    expect(found.issues).toMatchObject([{ code: 'kolom-tidak-dikenal', severity: 'warning', cell: 'ukur.bbb' }]);
    expect(found.issues[0]?.text).toContain('"ukur.bb"');
  });

  test('never have a name repeated that could be a number or name of somebody', async () => {
    const found = await read(flat, { data: [{ ...child, '6472991805239701': 1, 'Siti binti Ahmad, RT 3': 2 }] });
    expect(found.issues).toHaveLength(2);
    expect(found.issues.map(({ text, cell }) => `${text}${cell ?? ''}`).join(' ')).not.toMatch(/64729|binti/);
  });

  test('of another form stop the file', async () => {
    expect(codes(await read(flat, { data: [{ a: 1 }, { b: 2 }] }))).toEqual(['fatal kepala-tidak-dikenal']);
    expect(codes(await read(flat, { data: [{ lahir: '2024-01-10', tanggal: '2025-07-01', ukur: { bb: 1 } }] }))).toEqual([
      'fatal kolom-wajib',
    ]);
  });

  test('that are no objects are held, each by itself', async () => {
    expect(verdicts(await read(flat, { data: [child, 5, null, 'x', [child]] })).map(([, ...verdict]) => verdict.join(' '))).toEqual([
      'accepted',
      ...Array.from({ length: 4 }, () => 'quarantined tidak-terbaca'),
    ]);
  });

  test('are the same whatever the order of their fields', async () => {
    const { tanggal, ...others } = child;
    const found = await read(flat, { data: [child, { ...others, lain: null, tanggal }] });
    expect(new Set(found.rows.map(({ contentHash }) => contentHash)).size).toBe(1);
  });
});

describe('whatever comes', () => {
  const anything = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'nama', 'bb', 'penimbangan', 'tanggal'), tie('value'), { maxKeys: 4 }),
    ),
  })).value;
  const aChild = fc.record({
    nama: fc.constantFrom('Raka Pratama', 'Sari Melati', ''),
    lahir: fc.constantFrom('2024-01-10', 'entah', null),
    penimbangan: fc.oneof(
      fc.array(
        fc.oneof(
          fc.record({
            tanggal: fc.constantFrom('2025-07-01', '2025-13-01', null),
            bb: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.string()),
          }),
          anything,
        ),
        { maxLength: 4 },
      ),
      anything,
    ),
  });

  test('every record has one verdict, none twice, none lost', async () => {
    const sound = { ...raka, penimbangan: [{ tanggal: '2025-07-01', bb: 9.4 }] };
    const property = fc.asyncProperty(fc.array(fc.oneof(aChild, anything), { maxLength: 6 }), async (children) => {
      const { rows } = await read(nested, { anak: [sound, ...children] });
      const names = rows.map(({ row }) => String(row));
      expect(new Set(names).size).toBe(names.length);
      children.forEach((each, at) => {
        const own = names.filter((name) => name === `$.anak[${String(at + 1)}]` || name.startsWith(`$.anak[${String(at + 1)}].`));
        const list = typeof each === 'object' && each !== null && 'penimbangan' in each ? each.penimbangan : undefined;
        expect(own.length).toBe(Array.isArray(list) ? Math.max(1, list.length) : own.length);
        expect(own.length).toBeGreaterThan(0);
      });
      for (const { status } of rows) expect(['accepted', 'warning', 'quarantined', 'skipped']).toContain(status);
    });
    await fc.assert(property, { seed: 20251109, numRuns: 150 });
  });

  test('a file that is cut anywhere is never a crash, and loses no record before the cut', async () => {
    const text = JSON.stringify({
      anak: Array.from({ length: 3 }, () => ({ ...raka, penimbangan: [{ tanggal: '2025-07-01', bb: 9.4 }] })),
    });
    const whole = text.split('},{').length;
    const property = fc.asyncProperty(fc.integer({ min: 1, max: text.length - 1 }), async (at) => {
      const { rows, issues } = await read(nested, text.slice(0, at));
      expect(issues.some(({ code }) => ['json-rusak', 'daftar-tidak-ditemukan', 'bukan-json'].includes(code))).toBe(true);
      expect(rows.filter(({ status }) => status === 'accepted').length).toBeLessThanOrEqual(whole);
    });
    await fc.assert(property, { seed: 20251110, numRuns: 80 });
  });

  test('digits of numbers never change', async () => {
    const digits = fc.stringMatching(/^(0|[1-9][0-9]{0,24})(\.[0-9]{1,6})?$/);
    const property = fc.asyncProperty(digits, async (number) => {
      const source = compile(
        "{ is: json, records: 'data[*]' }",
        'tanggal: { is: visit.date }\nnama: { is: person.name }\nlahir: { is: person.birthDate }\nangka: { is: reported.angka }\n',
      );
      const { rows } = await read(
        source,
        `{"data":[{"tanggal":"2025-07-01","nama":"Raka Pratama","lahir":"2024-01-10","angka":${number}}]}`,
      );
      expect(rows[0]?.visit?.reported).toEqual({ angka: number });
    });
    await fc.assert(property, { seed: 20251111, numRuns: 60 });
  });
});
