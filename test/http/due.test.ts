import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axios, { type AxiosResponse } from 'axios';
import { parse } from 'csv-parse/sync';
import express from 'express';
import pino from 'pino';
import { printDues, type DueOptions } from '../../src/cli/due-command.ts';
import { readConfig } from '../../src/config.ts';
import { createDueRoutes } from '../../src/http/due-routes.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { listen } from '../../src/http/listen.ts';
import { requireKey, requireScope, type KeyHolder } from '../../src/http/require-key.ts';
import type { DueItem } from '../../src/insight/due/due-item.ts';
import { openDues } from '../../src/open-dues.ts';
import type { DueLine, DuePage } from '../../src/report/dues/due-desk.ts';
import { findStoreAilment } from '../../src/store/store-ailment.ts';
import { testKey } from '../a-store.ts';
import { aWarnedStore, canaries } from '../cli/a-warned-store.ts';
import { at } from '../store/a-visit-to-keep.ts';

const holders: Readonly<Record<string, KeyHolder>> = {
  simpus: { submitter: 'simpus-uji' },
  dinkes: { submitter: 'dinkes', scope: ['operasi'] },
  bidan: { submitter: 'bidan-bengkuring', within: 'puskesmas-bengkuring', scope: ['nakes', 'within:puskesmas-bengkuring'] },
  lain: { submitter: 'bidan-lain', within: 'puskesmas-karang-joang', scope: ['nakes'] },
  lepas: { submitter: 'nakes-lepas', scope: ['nakes'] },
};

const mr: DueItem = { kind: 'imunisasi', code: 'MR1', due: '2024-12-05', lateFrom: '2025-01-05', rule: 'imunisasi@1', kerahasiaan: 'umum' };
const items: readonly DueItem[] = [
  mr,
  { ...mr, code: 'MR2', due: '2025-09-05', lateFrom: '2025-10-06' },
  { ...mr, kind: 'kontak', code: 'K2', kerahasiaan: 'sangat-terbatas' },
  { ...mr, kind: 'kontak', code: 'KN3', due: '2025-01-02', lateFrom: '2025-02-02', until: '2025-02-01' },
];

let url = '';
let database = '';
let folder = '';
let logged = '';
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-due-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  const { store, site, person, url: where } = await aWarnedStore();
  database = where;
  await store.transact((tx) => store.dues.saveDues(tx, [person], [{ person, place: 'posyandu-kenanga', items }], at('09:00')));
  const sink = new PassThrough().on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const app = express();
  app.use(
    '/v1/due',
    [requireKey((key) => Promise.resolve(holders[key])), requireScope('nakes', 'operasi')],
    createDueRoutes(openDues({ store, site: () => Promise.resolve(site), log: pino(sink) })),
  );
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: randomUUID, findAilment: findStoreAilment }));
  const listening = await listen(app, { host: '127.0.0.1', port: 0, patienceMs: 100 });
  url = listening.url;
  closing.push(() => listening.close());
});
afterAll(async () => {
  for (const close of closing) await close();
  await rm(folder, { recursive: true });
});

function call(query: string, key: string): Promise<AxiosResponse<DuePage>> {
  return axios.get<DuePage>(`${url}/v1/due${query}`, { headers: { authorization: `Bearer ${key}` }, validateStatus: () => true });
}

const codes = ({ data }: AxiosResponse<DuePage>): readonly (readonly string[])[] => data.due.map(({ code, state }) => [code, state]);

describe('GET /v1/due', () => {
  test('gives who should be called on a day, masked, with the place and who answers for it', async () => {
    const { data } = await call('?on=2025-08-12', 'dinkes');
    expect(data).toMatchObject({
      on: '2025-08-12',
      due: [{ kind: 'imunisasi', code: 'MR1', state: 'terlambat', due: '2024-12-05', rule: 'imunisasi@1' }],
    });
    expect(data.due[0]).toMatchObject({
      person: { name: 'Zs** Ke** Me**', masked: true, ageMonths: 17 },
      place: { code: 'posyandu-kenanga', name: 'Posyandu Kenanga' },
      penerima: 'Dewi Kartika',
    });
    expect(JSON.stringify(data)).not.toMatch(/Kenari|2024-03-05/);
  });

  test.each([
    [
      '?on=2025-08-12&state=terlambat,terlewat',
      [
        ['MR1', 'terlambat'],
        ['KN3', 'terlewat'],
      ],
    ],
    ['?on=2025-08-12&state=terlambat&state=terlewat&kind=kontak', [['KN3', 'terlewat']]],
    ['?on=2025-08-12&state=akan-datang', [['MR2', 'akan-datang']]],
    [
      '?on=2025-09-05',
      [
        ['MR1', 'terlambat'],
        ['MR2', 'jatuh-tempo'],
      ],
    ],
    [
      '?on=2025-10-06&place=puskesmas-bengkuring&state=terlambat',
      [
        ['MR1', 'terlambat'],
        ['MR2', 'terlambat'],
      ],
    ],
    ['?on=2024-12-04', []],
  ])('answers %s', async (query, expected) => {
    expect(codes(await call(query, 'dinkes'))).toEqual(expected);
  });

  test('goes page by page', async () => {
    const first = await call('?on=2025-10-06&limit=1', 'dinkes');
    const second = await call(`?on=2025-10-06&limit=1&after=${first.data.next ?? ''}`, 'dinkes');
    expect([codes(first), codes(second), second.data.next]).toEqual([[['MR1', 'terlambat']], [['MR2', 'terlambat']], undefined]);
  });

  test('gives names to a key of the nakes of the puskesmas, and notes whose key it was', async () => {
    const { data } = await call('?names&on=2025-08-12', 'bidan');
    expect(data.due.map(({ person }) => [person.name, person.birthDate])).toEqual([[canaries.name, canaries.birthDate]]);
    expect(logged).toMatch(/due-shown-by-name.*bidan-bengkuring/);
    expect(logged).not.toContain('Kenari');
  });

  test.each(['dinkes', 'bidan', 'lepas'])('never tells %s what only named officers may see', async (key) => {
    const every = 'state=akan-datang,jatuh-tempo,terlambat,terlewat';
    expect(JSON.stringify((await call(`?on=2025-08-12&${every}`, key)).data)).not.toContain('"K2"');
  });

  test('shows a key of another puskesmas nothing', async () => {
    expect([(await call('', 'lain')).data.due, (await call('?place=posyandu-kenanga', 'lain')).data.due]).toEqual([[], []]);
  });

  test.each([
    ['a key that only hands in', '', 'simpus', 403],
    ['no key of ours', '', 'siapa', 401],
    ['names asked for by the dinkes', '?names=true', 'dinkes', 403],
    ['names asked for by a key of no puskesmas', '?names', 'lepas', 403],
    ['a state there is not', '?state=telat', 'dinkes', 400],
    ['a kind there is not', '?kind=vitamin', 'dinkes', 400],
    ['a day there is not', '?on=2025-02-30', 'dinkes', 400],
    ['a place there is not', '?place=posyandu-kenangaa', 'dinkes', 400],
    ['a page there is not', '?after=1', 'dinkes', 400],
  ])('refuses %s', async (_, query, key, status) => {
    expect((await call(query, key)).status).toBe(status);
  });
});

async function run(options: Partial<DueOptions> = {}): Promise<string> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(out), text(err)]);
  const config = readConfig({
    DATABASE_URL: database,
    TITIAN_DATA: join(folder, 'data'),
    TITIAN_MASTER_KEY_FILE: join(folder, 'master.key'),
  });
  const none = { state: [], kind: [], csv: false, excel: false, json: false };
  await printDues({ ...none, on: '2025-08-12', ...options }, { config, out, err }).finally(() => {
    out.end();
    err.end();
  });
  return (await texts)[0];
}

describe('titian due', () => {
  test('tells it to people, to programs and to a sheet, masked', async () => {
    const [told, json, csv] = [await run(), await run({ json: true }), await run({ csv: true })];
    expect(told).toMatch(/MR1 {2}imunisasi {2}TERLAMBAT/);
    expect((JSON.parse(json) as { due: DueLine[] }).due.map(({ code }) => code)).toEqual(['MR1']);
    expect(parse(csv, { columns: true })).toMatchObject([
      { jenis: 'imunisasi', kode: 'MR1', keadaan: 'terlambat', nama: 'Zs** Ke** Me**' },
    ]);
    expect(told + json + csv).not.toMatch(/Kenari|2024-03-05/);
  });

  test('says so where nothing is due', async () => {
    expect(await run({ on: '2024-01-01' })).toMatch(/Tidak ada yang jatuh tempo/);
    expect(JSON.parse(await run({ on: '2024-01-01', json: true }))).toEqual({ due: [] });
  });

  test('gives names to the nakes who answers for the place, and to nobody else', async () => {
    expect(await run({ names: 'Dewi Kartika' })).toContain(canaries.name);
    await expect(run({ names: 'Orang Lain' })).rejects.toThrow(/nakes yang hari ini bertanggung jawab/);
  });

  test.each([
    [{ state: ['telat'] }, /akan-datang, jatuh-tempo, terlambat atau terlewat/],
    [{ on: '2025-13-01' }, /tanggal yang ada/],
  ])('refuses %j', async (options, fault) => {
    await expect(run(options)).rejects.toThrow(fault);
  });
});
