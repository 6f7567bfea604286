import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axios, { type AxiosResponse } from 'axios';
import express from 'express';
import pino from 'pino';
import { printConfirm } from '../../src/cli/confirm-command.ts';
import { readConfig } from '../../src/config.ts';
import { confirmElement, listWaiting, type WaitingFact } from '../../src/gateway/confirm-element.ts';
import { createConfirmationRoutes } from '../../src/http/confirmation-routes.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { listen } from '../../src/http/listen.ts';
import { requireKey, requireScope, type KeyHolder } from '../../src/http/require-key.ts';
import { loadTables } from '../../src/load-tables.ts';
import { packageRoot } from '../../src/root.ts';
import { findStoreAilment } from '../../src/store/store-ailment.ts';
import { testKey } from '../a-store.ts';
import { aDesk, type Desk } from '../gateway/a-desk.ts';

const holders: Readonly<Record<string, KeyHolder>> = {
  simpus: { submitter: 'simpus-uji' },
  dinkes: { submitter: 'dinkes', scope: ['operasi'] },
  bidan: { submitter: 'bidan-karang-joang', within: 'puskesmas-karang-joang', scope: ['nakes'] },
  lain: { submitter: 'bidan-bengkuring', within: 'puskesmas-bengkuring', scope: ['nakes'] },
};

const file = (notes: string): string =>
  [
    'No Kunjungan;NIK;Nama;Tgl Lahir;JK;Unit;Tanggal;HPHT;LILA;Hb;KET',
    `K-1;6471995211989601;Sari Rahayu;12/11/1998;P;Puskesmas Karang Joang;14/07/2025;03/03/2025;;;${notes}`,
    '',
  ].join('\r\n');

let desk: Desk;
let url = '';
let folder = '';
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-konfirmasi-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  desk = await aDesk(await loadTables([join(packageRoot, 'sources'), join(packageRoot, 'test', 'scenarios', 'sources')]));
  await desk.store.transact((tx) => desk.store.site.importSite(tx, desk.site, desk.now));
  await desk.handIn(file('LILA 23, Hb 10,4'), 'simpus-kia');
  const app = express();
  app.use(
    '/v1/confirmations',
    [requireKey((key) => Promise.resolve(holders[key])), requireScope('nakes')],
    createConfirmationRoutes({
      waiting: (...asked) => listWaiting(desk.parts, ...asked),
      confirm: (...asked) => confirmElement(desk.parts, ...asked),
    }),
  );
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: randomUUID, findAilment: findStoreAilment }));
  const listening = await listen(app, { host: '127.0.0.1', port: 0, patienceMs: 100 });
  url = listening.url;
  closing.push(
    () => listening.close(),
    () => rm(folder, { recursive: true }),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

interface Answer {
  readonly waiting?: readonly WaitingFact[];
  readonly confirmed?: boolean;
}

function call(key: string, body?: object): Promise<AxiosResponse<Answer>> {
  const headers = { authorization: `Bearer ${key}` };
  return axios.request<Answer>({
    method: body ? 'post' : 'get',
    url: `${url}/v1/confirmations`,
    headers,
    data: body,
    validateStatus: () => true,
  });
}

async function waiting(key = 'bidan'): Promise<readonly string[]> {
  return ((await call(key)).data.waiting ?? []).map(({ element, value }) => `${element} ${value}`).sort();
}

async function visitOf(): Promise<string> {
  return (await desk.visits())[0]?.visit.id ?? '';
}

async function run(asked: { visit?: string; element?: string; by?: string; json?: boolean }) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(out), text(err)]);
  const config = readConfig({
    DATABASE_URL: desk.url,
    TITIAN_DATA: join(folder, 'data'),
    TITIAN_MASTER_KEY_FILE: join(folder, 'master.key'),
  });
  const options = { visit: undefined, element: undefined, ordinal: 1, limit: 10, json: false, ...asked };
  const code = await printConfirm(options, { config, out, err }).finally(() => {
    out.end();
    err.end();
  });
  const [printed, told] = await texts;
  return { code, out: printed, err: told };
}

describe('/v1/confirmations', () => {
  test.each([
    ['a key that only hands in', 'simpus', 403],
    ['a key of operations', 'dinkes', 403],
    ['no key of ours', 'siapa', 401],
  ])('refuses %s', async (_, key, status) => {
    expect((await call(key)).status).toBe(status);
    expect((await call(key, { visit: await visitOf(), element: 'hemoglobin', by: 'Ratna' })).status).toBe(status);
  });

  test('shows a key of another puskesmas nothing, and lets it confirm nothing', async () => {
    expect(await waiting('lain')).toEqual([]);
    expect((await call('lain', { visit: await visitOf(), element: 'hemoglobin', by: 'Ratna' })).status).toBe(404);
  });

  test.each([
    ['no visit of ours', { visit: randomUUID(), element: 'hemoglobin', by: 'Ratna' }, 404],
    ['an id that is none', { visit: 'x', element: 'hemoglobin', by: 'Ratna' }, 400],
    ['nobody’s name', { visit: randomUUID(), element: 'hemoglobin' }, 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await call('bidan', body)).status).toBe(status);
  });

  test('lists what waits and confirms it once; a blank name is nobody’s', async () => {
    expect(await waiting()).toEqual(['hemoglobin 10,4 g/dL', 'lingkar-lengan-atas 23 cm']);
    const body = { visit: await visitOf(), element: 'hemoglobin', by: 'Ratna Wulandari' };
    expect((await call('bidan', { ...body, by: '   ' })).status).toBe(400);
    expect([(await call('bidan', body)).data.confirmed, (await call('bidan', body)).status]).toEqual([true, 404]);
    expect(await waiting()).toEqual(['lingkar-lengan-atas 23 cm']);
  });
});

describe('titian confirm', () => {
  test('lists what waits, wants a name, confirms once', async () => {
    const visit = await visitOf();
    expect((await run({ json: true })).out).toContain('"element":"lingkar-lengan-atas"');
    expect((await run({ visit, element: 'lingkar-lengan-atas' })).code).toBe(2);
    const once = { visit, element: 'lingkar-lengan-atas', by: 'Ratna Wulandari' };
    expect([(await run({ ...once, by: ' ' })).code, (await run(once)).code, (await run(once)).code]).toEqual([2, 0, 1]);
    expect((await run({})).out).toContain('Nothing waits');
    expect((await run({ visit: randomUUID(), element: 'hemoglobin', by: 'Ratna' })).code).toBe(1);
  });
});

describe('a confirmation', () => {
  const hemoglobin = async (): Promise<readonly unknown[]> =>
    (await desk.visits()).flatMap(({ visit }) =>
      visit.elements.filter(({ key }) => key === 'hemoglobin').flatMap(({ value, unconfirmed = false }) => [value, unconfirmed]),
    );

  test('goes on counting when a later file says another value, which is told', async () => {
    const before = await hemoglobin();
    expect(before).toEqual([{ kind: 'quantity', int: 104, written: '10,4' }, false]);
    const again = await desk.handIn(file('LILA 23, Hb 9,8'), 'simpus-kia');
    expect(again.rows?.flatMap(({ issues }) => issues.map(({ code }) => code))).toContain('isi-berbeda');
    expect(await hemoglobin()).toEqual(before);
    expect(await waiting()).toEqual([]);
  });

  test('goes with the rows it confirmed; said again, it waits again', async () => {
    const { site } = desk;
    const places = new Map(site.places);
    places.delete('puskesmas-karang-joang');
    desk.site = { ...site, version: `${site.version}-tanpa`, places };
    await desk.replay();
    expect(await hemoglobin()).toEqual([]);
    desk.site = { ...site, version: `${site.version}+lagi` };
    await desk.replay();
    expect(await waiting()).toContain('hemoglobin 9,8 g/dL');
  });
});
