import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { convertAndPrint } from '../../src/cli/convert-command.ts';
import { checkSource } from '../../src/cli/source-check.ts';
import { packageRoot } from '../../src/root.ts';

const connected = join(packageRoot, 'test/kit/connected');
const sample = join(connected, 'anc-bersarang/samples/anc-bersarang.json');
const today = '2025-12-31';

type Fields = Readonly<Record<string, unknown>>;

interface Line {
  readonly row?: string;
  readonly status?: string;
  readonly issues?: readonly { readonly code: string; readonly severity: string }[];
  readonly person?: string;
  readonly name?: string;
  readonly nik?: string | null;
  readonly visit?: string;
  readonly rows?: readonly string[];
  readonly date?: string;
  readonly elements?: Readonly<Record<string, Fields>>;
  readonly computed?: Fields;
  readonly findings?: readonly string[];
  readonly kerahasiaan?: string;
  readonly sending?: string;
  readonly notSent?: readonly string[];
}

async function said(run: (out: PassThrough) => Promise<number>): Promise<{ readonly code: number; readonly text: string }> {
  const out = new PassThrough();
  const code = await run(out);
  out.end();
  return { code, text: String(Buffer.concat((await out.toArray()) as Buffer[])) };
}

async function convert(more: Readonly<Record<string, unknown>>): Promise<string> {
  const options = { source: 'anc-bersarang', sources: connected, json: false, ...more };
  const { code, text } = await said((out) => convertAndPrint(sample, options, { out, err: out, today }));
  expect(code).toBe(0);
  return text;
}

describe('nested records of a midwife, connected as the guide says', () => {
  let lines: readonly Line[] = [];
  beforeAll(async () => {
    lines = (await convert({ json: true }))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  });
  const visits = (): readonly Line[] => lines.filter(({ rows, date }) => rows !== undefined && date !== undefined);
  const values = (at: number, ...keys: readonly string[]): readonly unknown[] =>
    keys.map((key) => {
      const { value, unit, code, boolean, date } = visits()[at]?.elements?.[key] ?? {};
      return unit === undefined ? (code ?? boolean ?? date) : [value, unit];
    });

  test('are ready to be handed over', async () => {
    const { code, text } = await said((out) =>
      checkSource(join(connected, 'anc-bersarang'), { json: false, lang: 'id' }, { out, err: out, today }),
    );
    expect(text).toMatch(/^Siap/m);
    expect(code).toBe(0);
  });

  test('are all accepted without a remark that asks for anything', () => {
    const rows = lines.filter(({ status }) => status !== undefined);
    expect(rows.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(rows.flatMap(({ issues = [] }) => issues).filter(({ severity }) => severity !== 'information')).toEqual([]);
  });

  test('belong to two women: the NIK in the object "ibu" is her own', () => {
    const people = lines.filter(({ name }) => name !== undefined);
    expect(people.map(({ name, nik }) => [name, nik])).toEqual([
      ['Dian Permata, Amd', '6472994203979861'],
      ['NY. SITI', null],
    ]);
  });

  test('hold what stands in the file: numbers with their unit, days, and the parity of an earlier pregnancy', () => {
    expect(values(0, 'umur-kehamilan', 'berat-badan', 'berat-badan-sebelum-hamil', 'lingkar-lengan-atas', 'hemoglobin')).toEqual([
      ...[
        [10, 'wk'],
        [51, 'kg'],
        [50.5, 'kg'],
      ],
      ...[
        [24, 'cm'],
        [11.9, 'g/dL'],
      ],
    ]);
    expect(values(1, 'tekanan-darah-sistolik', 'tekanan-darah-diastolik', 'jarak-kehamilan', 'ttd-jumlah')).toEqual([
      ...[
        [142, 'mm[Hg]'],
        [92, 'mm[Hg]'],
      ],
      ...[
        [48, 'mo'],
        [30, '{tablet}'],
      ],
    ]);
    expect(values(0, 'hpht', 'hpl')).toEqual(['2025-03-05', '2025-12-10']);
    expect(values(0, 'gravida', 'partus', 'abortus')).toEqual([
      [2, '1'],
      [1, '1'],
      [0, '1'],
    ]);
  });

  test('hold results by their words: "-" is negative in urine, unknown of blood, and T after a question is no', () => {
    expect([0, 1, 2].map((at) => values(at, 'protein-urin')[0])).toEqual(['negatif', '+1', 'negatif']);
    expect(values(0, 'golongan-darah', 'rhesus')).toEqual(['B', 'positif']);
    expect(values(2, 'golongan-darah', 'rhesus')).toEqual([undefined, undefined]);
    expect(values(0, 'preeklamsia-nulipara', 'preeklamsia-diabetes', 'preeklamsia-riwayat-keluarga', 'usg')).toEqual([
      ...[false, false, true],
      true,
    ]);
    expect(values(1, 'usg', 'presentasi-janin', 'rujuk-ke')).toEqual([false, 'kepala', 'rs']);
    expect(values(2, 'hiv', 'sifilis', 'hepatitis-b')).toEqual(['non-reaktif', 'reaktif', 'non-reaktif']);
  });

  test('hold the dose of Td on the day it was given', () => {
    expect([0, 1, 2].map((at) => visits()[at]?.elements?.['imunisasi-td'])).toEqual([
      [expect.objectContaining({ code: 'T2', date: '2025-05-14' })],
      undefined,
      [expect.objectContaining({ code: 'T1', date: '2025-08-19' })],
    ]);
  });

  test('are contacts with a nakes, counted from HPHT, whatever the application calls them', () => {
    expect(visits().map(({ computed = {} }) => [computed['kontak-k'], computed['kontak-anc'], computed['kunjungan-berbeda']])).toEqual([
      ['K1', 1, 'tidak'],
      ['K2', 2, 'ya'],
      ['K1', 1, 'tidak'],
    ]);
  });

  test('come to the early warnings that their values call for', () => {
    const found = visits().map(({ findings = [] }) => [...findings].sort());
    expect(found).toEqual([
      ['PREEKLAMSIA-RISIKO'],
      ['ANC-HB', 'ANC-HT', 'KUNJUNGAN-BERBEDA', 'PREEKLAMSIA-RISIKO'],
      ['4T-TERLALU-MUDA', 'ANC-HB', 'ANC-KEK', 'KEK', 'TRIPEL-KONFIRMASI'],
    ]);
  });

  test('keep back what is most confidential, and her whose NIK is not known', () => {
    expect(visits().map(({ kerahasiaan, sending }) => [kerahasiaan, sending])).toEqual([
      ['sangat-terbatas', 'kirim'],
      ['sangat-terbatas', 'kirim'],
      ['sangat-terbatas', 'hold:tanpa-nik'],
    ]);
    for (const { notSent = [] } of visits().filter((_visit, at) => at !== 1))
      expect(notSent).toEqual(expect.arrayContaining(['hiv', 'sifilis', 'hepatitis-b', 'preeklamsia-pasangan-baru', 'edukasi']));
  });

  test('are shown with their columns where somebody asks for the values, and not otherwise', async () => {
    const shown = await convert({ values: true });
    expect(shown).toMatch(/berat-badan-sebelum-hamil +50\.5 kg +<- induk\.obstetri\.bb_sblm/);
    expect(shown).toMatch(/preeklamsia-diabetes +tidak \(terbatas\)/);
    expect(shown).toMatch(/imunisasi-td +T2, 2025-05-14/);
    expect(shown).toContain('NY. SITI');
    expect(await convert({})).not.toMatch(/NY\. SITI|6472994203979861|50\.5/);
  });
});
