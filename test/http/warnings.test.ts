import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axios, { type AxiosResponse } from 'axios';
import express from 'express';
import pino from 'pino';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { listen } from '../../src/http/listen.ts';
import { requireKey, requireScope, type KeyHolder } from '../../src/http/require-key.ts';
import { createWarningRoutes } from '../../src/http/warning-routes.ts';
import { openWarnings } from '../../src/open-warnings.ts';
import type { WarningLine } from '../../src/report/warnings/warning-line.ts';
import { findStoreAilment } from '../../src/store/store-ailment.ts';
import { aWarnedStore, canaries } from '../cli/a-warned-store.ts';

const holders: Readonly<Record<string, KeyHolder>> = {
  simpus: { submitter: 'simpus-uji' },
  dinkes: { submitter: 'dinkes', scope: ['operasi'] },
  bidan: { submitter: 'bidan-bengkuring', within: 'puskesmas-bengkuring', scope: ['nakes', 'within:puskesmas-bengkuring'] },
  lain: { submitter: 'bidan-lain', within: 'puskesmas-karang-joang', scope: ['nakes'] },
  lepas: { submitter: 'nakes-lepas', scope: ['nakes'] },
};

let url = '';
let logged = '';
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  const { store, site, draft, look } = await aWarnedStore();
  await look([draft('2025-07-09'), draft('2025-08-12', { code: 'ANC-KEK', level: 'merah' })]);
  const sink = new PassThrough().on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const app = express();
  app.use(
    '/v1/warnings',
    [requireKey((key) => Promise.resolve(holders[key])), requireScope('nakes', 'operasi')],
    createWarningRoutes(openWarnings({ store, site: () => Promise.resolve(site), log: pino(sink) })),
  );
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: randomUUID, findAilment: findStoreAilment }));
  const listening = await listen(app, { host: '127.0.0.1', port: 0, patienceMs: 100 });
  url = listening.url;
  closing.push(() => listening.close());
});
afterAll(async () => {
  for (const close of closing) await close();
});

interface Page {
  readonly warnings: readonly WarningLine[];
  readonly next?: string;
}

function call(method: 'get' | 'post', path: string, key: string): Promise<AxiosResponse<Page>> {
  return axios.request<Page>({
    method,
    url: `${url}/v1/warnings${path}`,
    headers: { authorization: `Bearer ${key}` },
    validateStatus: () => true,
  });
}

describe('GET /v1/warnings', () => {
  test('gives the list masked, page by page', async () => {
    const first = await call('get', '?limit=1', 'dinkes');
    const second = await call('get', `?limit=1&after=${first.data.next ?? ''}`, 'dinkes');

    expect([first, second].flatMap(({ data }) => data.warnings.map(({ code, person }) => [code, person.name]))).toEqual([
      ['ANC-KEK', 'Zs** Ke** Me**'],
      ['GROW-2T', 'Zs** Ke** Me**'],
    ]);
    expect(second.data.next).toBeUndefined();
  });

  test('gives names to a key of the nakes of the puskesmas, and notes whose key it was', async () => {
    const { data } = await call('get', '?names', 'bidan');

    expect(data.warnings.map(({ person }) => person.name)).toEqual([canaries.name, canaries.name]);
    expect(logged).toMatch(/warnings-shown-by-name.*bidan-bengkuring/);
    expect(logged).not.toContain('Kenari');
  });

  test('shows a key of another puskesmas nothing', async () => {
    expect((await call('get', '', 'lain')).data.warnings).toEqual([]);
    expect((await call('get', '?place=posyandu-kenanga', 'lain')).data.warnings).toEqual([]);
  });

  test.each([
    ['a key that only hands in', '', 'simpus', 403],
    ['no key of ours', '', 'siapa', 401],
    ['names asked for by the dinkes', '?names=true', 'dinkes', 403],
    ['names asked for by a key of no puskesmas', '?names', 'lepas', 403],
    ['a state there is not', '?state=buka', 'dinkes', 400],
    ['a cursor that is none', '?after=1', 'dinkes', 400],
    ['a place there is not', '?place=x', 'dinkes', 400],
    ['something nobody asked', '?nik=1', 'dinkes', 400],
  ])('refuses %s', async (_, path, key, status) => {
    expect((await call('get', path, key)).status).toBe(status);
  });
});

describe('POST /v1/warnings/:id/acknowledgement', () => {
  test('notes who has seen it; only within the puskesmas of the key', async () => {
    const [one] = (await call('get', '?state=terbuka,selesai', 'bidan')).data.warnings;
    const path = `/${one?.id ?? ''}/acknowledgement`;

    expect((await call('post', path, 'lain')).status).toBe(404);
    expect((await call('post', path, 'bidan')).status).toBe(200);
    expect((await call('get', '', 'dinkes')).data.warnings[0]?.acknowledged).toMatchObject({ by: 'bidan-bengkuring' });
  });

  test.each(['/tidak-ada/acknowledgement', `/${randomUUID()}/acknowledgement`])('does not know %s', async (path) => {
    expect((await call('post', path, 'bidan')).status).toBe(404);
  });
});
