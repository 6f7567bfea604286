// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { printWarnings, type WarningsOptions } from '../../src/cli/warnings-command.ts';
import { readConfig } from '../../src/config.ts';
import { maskName } from '../../src/report/mask-name.ts';
import type { WarningLine } from '../../src/report/warnings/warning-line.ts';
import { createWarningDesk } from '../../src/report/warnings/warning-desk.ts';
import { testKey } from '../a-store.ts';
import { at } from '../store/a-visit-to-keep.ts';
import { aDesk, aLine, aList, type Desk } from '../gateway/a-desk.ts';
import { aWarnedStore, canaries, type WarnedStore } from './a-warned-store.ts';

let folder = '';
let warned: WarnedStore;
const hidden = /Kenari|5103990503240077|2024-03-05/;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-warnings-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  warned = await aWarnedStore();
  const { draft, look } = warned;
  const old = draft('2025-03-05', { code: 'GROW-T', level: 'kuning', closed: '2025-04-05' });
  const secret = draft('2025-07-01', { code: 'JIWA-Q17', level: 'merah', kerahasiaan: 'sangat-terbatas' });
  const formula = { id: '=HYPERLINK("http://contoh")', en: '=1+1' };
  await look([
    draft('2025-07-09', {}, { cell: '=BB;"kg"' }),
    draft('2025-08-12', { code: 'ANC-KEK', level: 'merah', text: formula }),
    draft('2025-08-12', { code: 'TB-SUSPECT', kerahasiaan: 'terbatas', place: 'posyandu-kamboja-2' }, { key: 'tbc-batuk', value: 'ya' }),
    old,
    secret,
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

async function run(options: Partial<WarningsOptions> = {}): Promise<{ code: number; out: string; err: string }> {
  const none = { state: [], toTell: false, acknowledge: [], csv: false, excel: false, json: false };
  const [out, err] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([buffer(out), buffer(err)]);
  const config = readConfig({
    DATABASE_URL: warned.url,
    TITIAN_DATA: join(folder, 'data'),
    TITIAN_MASTER_KEY_FILE: join(folder, 'master.key'),
  });
  const code = await printWarnings({ ...none, ...options }, { config, out, err }).finally(() => {
    out.end();
    err.end();
  });
  const [printed, told] = await texts;
  // Buffers keep the byte order mark.
  return { code, out: printed.toString('utf8'), err: told.toString('utf8') };
}

async function list(options: Partial<WarningsOptions> = {}): Promise<readonly WarningLine[]> {
  return (JSON.parse((await run({ json: true, ...options })).out) as { warnings: WarningLine[] }).warnings;
}

async function toPage(store: WarnedStore['store']): Promise<{ readonly warnings: readonly WarningLine[] }> {
  const desk = createWarningDesk({ store, site: () => Promise.resolve(warned.site), now: () => at('12:00'), note: () => undefined });
  const page = await desk.list({ states: ['terbuka'] }, { by: 'bidan' }, { limit: 10 });
  return page.ok ? page.value : { warnings: [] };
}

describe('titian warnings', () => {
  test('lists what is open, the gravest first, with rule, inputs and source cells behind each line', async () => {
    const lines = await list();

    expect(lines.map(({ code, level }) => [code, level])).toEqual([
      ['ANC-KEK', 'merah'],
      ['GROW-2T', 'jingga'],
      ['TB-SUSPECT', 'jingga'],
    ]);
    expect(lines[1]).toMatchObject({
      state: 'terbuka',
      opened: '2025-07-09',
      place: { code: 'posyandu-kenanga', name: 'Posyandu Kenanga' },
      penerima: 'Dewi Kartika',
      rules: ['GROW-2T@1'],
      inputs: [
        { rule: 'GROW-2T@1', key: 'berat-badan', value: '10.4 kg', cell: '=BB;"kg"', rows: [{ submission: warned.submission, row: 4 }] },
      ],
    });
  });

  test('points at the row of the register where a register said it', async () => {
    const { store, person, submission, draft, look } = await aWarnedStore();
    const told = { category: 'balita', place: 'posyandu-kenanga', from: '2025-07-15', reading: randomUUID(), content: 'a' };
    const entry = { ...told, person, elements: [], reported: {}, submission, position: 0 };
    await store.transact((tx) => store.personEnrolments.saveEnrolmentsOf(tx, [entry], at('08:30')));
    await look([draft('2025-07-15', {}, { visit: 'pendaftaran/balita/posyandu-kenanga/2025-07-15' })]);
    const { warnings } = await toPage(store);

    expect(warnings[0]?.inputs[0]?.rows).toEqual([{ submission, row: 4 }]);
  });

  test('shows people masked, whichever way it prints', async () => {
    const printed = [await run(), await run({ csv: true }), await run({ excel: true }), await run({ json: true })];

    for (const { out, err } of printed) {
      expect(out).toContain('Zs** Ke** Me**');
      expect(out + err).not.toMatch(hidden);
    }
  });

  test('never holds what is sangat-terbatas, not even for the nakes of the place', async () => {
    for (const options of [{}, { state: ['terbuka', 'selesai', 'ditarik'] }, { names: 'Dewi Kartika' }])
      expect((await run({ json: true, ...options })).out).not.toContain('JIWA');
  });

  test('shows a value that is terbatas only to the nakes of the place', async () => {
    const valueOf = async (names?: string): Promise<unknown> =>
      (await list({ ...(names !== undefined && { names }) })).find(({ code }) => code === 'TB-SUSPECT')?.inputs[0]?.value;

    expect(await valueOf()).toBeUndefined();
    expect(await valueOf('Ratna Wulandari')).toBe('ya');
  });

  test('prints people by name for the nakes who answers for the place today, for no other place, and notes it without a name', async () => {
    const { out, err } = await run({ json: true, names: ' dewi  kartika' });
    const lines = (JSON.parse(out) as { warnings: WarningLine[] }).warnings;

    expect(lines.map(({ code, person }) => [code, person.name, person.mother, person.birthDate])).toEqual([
      ['ANC-KEK', canaries.name, canaries.mother, canaries.birthDate],
      ['GROW-2T', canaries.name, canaries.mother, canaries.birthDate],
    ]);
    expect(err).toMatch(/warnings-shown-by-name.*posyandu-kenanga/);
    expect(err).not.toMatch(/Kenari|Dewi/);
  });

  test.each([
    ['who answered for the place in former years', { names: 'Sulastri Handayani' }],
    ['whom the register does not know', { names: 'Siapa Saja' }],
    ['of another place', { names: 'Ratna Wulandari', place: 'posyandu-kenanga' }],
    ['without a name', { names: ' ' }],
  ])('refuses names to a nakes %s', async (_, options) => {
    await expect(run(options)).rejects.toThrow(/bertanggung jawab/);
  });

  test('as CSV has one line a warning under its columns, and makes formulas of cells harmless', async () => {
    const { out } = await run({ csv: true });
    const rows = parse<Record<string, string>>(out, { columns: true });

    expect(rows.map(({ kode, tingkat, penerima }) => [kode, tingkat, penerima])).toEqual([
      ['ANC-KEK', 'merah', 'Dewi Kartika'],
      ['GROW-2T', 'jingga', 'Dewi Kartika'],
      ['TB-SUSPECT', 'jingga', 'Ratna Wulandari'],
    ]);
    expect(rows[0]?.['pesan']).toBe('\'=HYPERLINK("http://contoh")');
    expect(rows[1]).toMatchObject({
      aturan: 'GROW-2T@1',
      masukan: '2025-07-09 berat-badan 10.4 kg',
      sel: `kiriman ${warned.submission} baris 4 [=BB;"kg"]`,
      umur_bulan: '16',
      terlambat_diketahui: 'tidak',
    });
    expect(Object.values(rows[0] ?? {}).filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });

  test('for Excel begins with the mark of UTF-8 and has semicolons', async () => {
    expect((await run({ excel: true })).out).toMatch(/^\uFEFFid;kode;tingkat;/);
  });

  test.each([
    [{ place: 'puskesmas-karang-joang' }, ['TB-SUSPECT']],
    [{ place: 'posyandu-kenanga' }, ['ANC-KEK', 'GROW-2T']],
    [{ state: ['selesai'] }, ['GROW-T']],
    [{ state: ['ditarik'] }, []],
    [{ since: '2025-08-12' }, ['ANC-KEK', 'GROW-2T', 'TB-SUSPECT']],
    [{ since: '2025-08-13' }, []],
  ])('with %j lists %j', async (options, codes) => {
    expect((await list(options)).map(({ code }) => code)).toEqual(codes);
  });

  test('says of an old warning that it was found late', async () => {
    expect(await list({ state: ['selesai'] })).toMatchObject([{ foundLate: true, opened: '2025-03-05', closed: '2025-04-05', days: 31 }]);
  });

  test.each([
    ['a state there is not', { state: ['buka'] }, /terbuka, selesai atau ditarik/],
    ['a day there is not', { since: '2025-02-30' }, /tanggal yang ada/],
    ['a place there is not', { place: 'posyandu-kenangan' }, /posyandu-kenanga"/],
  ])('refuses %s with what to do', async (_, options, words) => {
    await expect(run(options)).rejects.toThrow(words);
  });

  test('says so when there is nothing', async () => {
    expect((await run({ state: ['ditarik'] })).out).toContain('Tidak ada peringatan');
    expect(JSON.parse((await run({ state: ['ditarik'], json: true })).out)).toEqual({ warnings: [] });
  });
});

describe('a warning that was acknowledged and is withdrawn', () => {
  test('is on the list of what is to be told, until that is acknowledged too', async () => {
    const own = await aWarnedStore();
    const before = warned;
    warned = own;
    try {
      await own.look([own.draft('2025-07-09')]);
      const [one] = await list();
      expect((await run({ acknowledge: [one?.id ?? ''] })).code).toBe(0);
      await own.look([], '10:00');

      expect(await list({ toTell: true })).toMatchObject([
        { id: one?.id, state: 'ditarik', withdrawn: { why: 'bukti-dikoreksi' }, acknowledged: { by: expect.stringMatching(/^cli:/) } },
      ]);
      expect((await run({ toTell: true })).out).toMatch(/beri tahu \/ withdrawn, tell cli:/);
      await run({ acknowledge: [one?.id ?? ''] });
      expect(await list({ toTell: true })).toEqual([]);
    } finally {
      warned = before;
    }
  });

  test('cannot be acknowledged under an id there is not: code 1', async () => {
    expect((await run({ acknowledge: ['018f0000-0000-7000-8000-000000000000'] })).code).toBe(1);
  });
});

describe('a list that was handed in', () => {
  const kilograms = (weight: string): string => aList([aLine({ weight, height: '' })]);

  async function listOf(desk: Desk, options: Partial<WarningsOptions> = {}): Promise<readonly WarningLine[]> {
    const before = warned;
    warned = { ...before, url: desk.url };
    return list(options).finally(() => (warned = before));
  }

  test('is on the list with its cell and line, and withdrawn when the weight is corrected', async () => {
    const desk = await aDesk();
    await desk.store.transact((tx) => desk.store.site.importSite(tx, desk.site, desk.now));
    const { id } = await desk.handIn(kilograms('5,2'));
    const [red] = await listOf(desk, { place: 'posyandu-kenanga' });

    expect(red).toMatchObject({
      code: 'GROW-BGM',
      level: 'merah',
      opened: '2025-08-06',
      penerima: 'Dewi Kartika',
      person: { name: 'AL** RA**' },
    });
    expect(red?.inputs).toContainEqual(expect.objectContaining({ key: 'berat-badan', cell: 'BB', rows: [{ submission: id, row: 3 }] }));

    await desk.handIn(kilograms('7,2'));
    expect(await listOf(desk, { state: ['ditarik'] })).toMatchObject([{ id: red?.id, withdrawn: { why: 'bukti-dikoreksi' } }]);
    expect((await listOf(desk)).filter(({ code }) => code === 'GROW-BGM')).toEqual([]);
  });
});

describe('a masked name', () => {
  test.each([
    ['Salsabilla Anjani Rizki', 'Sa** An** Ri**'],
    ['By. Ny. Suharti', 'By** Ny** Su**'],
    ['Al', 'A**'],
    ['A', 'A**'],
    ['', ''],
  ])('of %j is %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
