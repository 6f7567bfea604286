// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import axios, { type AxiosResponse } from 'axios';
import express from 'express';
import pino from 'pino';
import { readSecrets } from '../../src/cli/read-secret.ts';
import { createFacilityDesk } from '../../src/gateway/facilities/facility-desk.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { createFacilityRoutes } from '../../src/http/facility-routes.ts';
import { requireKey, requireScope, type KeyHolder } from '../../src/http/require-key.ts';
import { readStates } from '../../src/open-credentials.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query } from '../a-store.ts';

const holders: Readonly<Record<string, KeyHolder>> = {
  bengkuring: { submitter: 'pkm-bengkuring', within: 'puskesmas-bengkuring', scope: ['kredensial'] },
  karang: { submitter: 'pkm-karang', within: 'puskesmas-karang-joang', scope: ['kredensial'] },
  dinas: { submitter: 'dinkes', scope: ['operasi'] },
  melihat: { submitter: 'vendor', within: 'puskesmas-bengkuring', scope: ['operasi'] },
  kader: { submitter: 'kader', within: 'puskesmas-bengkuring', scope: ['nakes'] },
};
const canaries = ['klien-kenari-7731', 'rahasia-kenari-9042', 'Kepala Kenari'];
const organization = '100009902';
const entry = {
  clientId: canaries[0],
  clientSecret: canaries[1],
  letter: { number: '445/017/PKM', from: '2025-01-01', to: '2025-12-31', signedBy: canaries[2] },
};

let store: Store;
let database: string;
let url: string;
let now = new Date('2025-08-12T04:00:00Z');
let told: unknown[] = [];
const log: string[] = [];
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  database = await aDatabase();
  store = await aStore({ url: database });
  const site = await readSiteFolder(join(packageRoot, 'site-example'));
  const desk = createFacilityDesk({
    store,
    site: () => Promise.resolve(site),
    now: () => now,
    readStates: () => readStates({ store, open: new Map(), now: () => now.getTime() }),
    note: (event, facts) => told.push({ event, ...facts }),
  });
  const app = express();
  const check = requireKey((key) => Promise.resolve(holders[key]));
  app.use('/v1/facilities', check, requireScope('kredensial', 'operasi'), createFacilityRoutes(desk));
  const out = new Writable({
    write: (chunk, _, done) => {
      log.push(String(chunk));
      done();
    },
  });
  app.use(createErrorHandler({ log: pino({ level: 'debug' }, out), newId: randomUUID, findAilment: () => undefined }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1/facilities`;
}, 60_000);
afterAll(async () => {
  for (const close of closing) await close();
});
beforeEach(async () => {
  now = new Date('2025-08-12T04:00:00Z');
  told = [];
  await query(database, 'with a as (delete from facility_event) delete from facility_credential');
});

const ask = (method: string, path: string, key: string, data?: unknown): Promise<AxiosResponse<unknown>> =>
  axios.request({ method, url: `${url}${path}`, data, headers: { authorization: `Bearer ${key}` }, validateStatus: () => true });
const enter = (key = 'bengkuring', given: unknown = entry): Promise<AxiosResponse<unknown>> =>
  ask('PUT', `/${organization}/credentials`, key, given);
const order = async (name: string, key = 'bengkuring'): Promise<number> => (await ask('POST', `/${organization}/${name}`, key)).status;
const stateOf = async (key = 'bengkuring'): Promise<unknown> => {
  const { facilities } = (await ask('GET', '', key)).data as { facilities: { organization: string; state: string }[] };
  return facilities.find((one) => one.organization === organization)?.state;
};

describe('a puskesmas', () => {
  test('enters its credential with its letter, and from then on only that it is there is told, to anybody', async () => {
    expect(await stateOf()).toBe('kredensial-belum-ada');
    const entered = await enter();
    expect([entered.status, entered.data]).toEqual([
      200,
      {
        ...{
          organization,
          puskesmas: 'puskesmas-bengkuring',
          name: 'Puskesmas Bengkuring',
          environment: 'simulasi',
          mode: 'uji',
          state: 'ada',
        },
        ...{ enteredOn: now.toISOString(), enteredBy: 'pkm-bengkuring' },
        letter: { number: '445/017/PKM', from: '2025-01-01', to: '2025-12-31' },
      },
    ]);
    const answers = await Promise.all(
      ['bengkuring', 'dinas', 'melihat'].flatMap((key) => [ask('GET', '', key), ask('GET', `/${organization}/history`, key)]),
    );
    await order('pause');
    const said = JSON.stringify([entered.data, answers.map(({ data }) => data), told, log]);
    expect(canaries.filter((canary) => said.includes(canary))).toEqual([]);
  });

  test('sees itself alone, and changes no other', async () => {
    const { facilities } = (await ask('GET', '', 'karang')).data as { facilities: { puskesmas: string }[] };
    expect(facilities.map(({ puskesmas }) => puskesmas)).toEqual(['puskesmas-karang-joang']);
    expect((await enter('karang')).status).toBe(404);
    expect(await order('pause', 'karang')).toBe(404);
  });

  test('pauses alone, and nobody else lets it go on', async () => {
    await enter();
    expect(await order('pause')).toBe(200);
    expect(await stateOf('dinas')).toBe('kredensial-dijeda');
    expect(await order('resume', 'dinas')).toBe(403);
    // A pause of the dinkes over it takes nothing from it.
    expect(await order('pause', 'dinas')).toBe(200);
    expect(await order('resume', 'dinas')).toBe(403);
    expect(await order('resume')).toBe(200);
    expect(await stateOf()).toBe('ada');
  });

  test('does not undo a pause of the dinkes, nor does its new credential', async () => {
    await enter();
    expect(await order('pause', 'dinas')).toBe(200);
    expect(await order('resume')).toBe(403);
    await enter();
    expect(await stateOf()).toBe('kredensial-dijeda');
    expect(await order('resume', 'dinas')).toBe(200);
  });

  test('revokes alone: the secret is gone, and only it can enter one again', async () => {
    await enter();
    expect(await order('revoke')).toBe(200);
    expect(await stateOf('dinas')).toBe('kredensial-dicabut');
    expect(await query(database, 'select mark, sealed_credential from facility_credential')).toEqual([
      { mark: null, sealed_credential: null },
    ]);
    expect(await order('resume')).toBe(409);
    await enter();
    expect(await stateOf()).toBe('ada');
  });

  test('is told who did what, and when', async () => {
    await enter();
    now = new Date('2025-08-13T04:00:00Z');
    await order('pause', 'dinas');
    const { history } = (await ask('GET', `/${organization}/history`, 'bengkuring')).data as { history: unknown };
    expect(history).toEqual([
      { event: 'dijeda', at: '2025-08-13T04:00:00.000Z', by: 'dinkes' },
      { event: 'dimasukkan', at: '2025-08-12T04:00:00.000Z', by: 'pkm-bengkuring' },
    ]);
  });

  test('sends until the end of the last day of its letter, by its own clock', async () => {
    await enter();
    now = new Date('2025-12-31T15:59:00Z');
    expect(await stateOf()).toBe('ada');
    now = new Date('2025-12-31T16:00:00Z');
    expect(await stateOf()).toBe('kredensial-surat-habis');
  });
});

describe('others', () => {
  test.each(['dinas', 'melihat'])('with the key of %s enter and revoke nothing', async (key) => {
    expect((await enter(key)).status).toBe(403);
    expect(await order('revoke', key)).toBe(403);
  });

  test('without the right see nothing at all', async () => {
    expect((await ask('GET', '', 'kader')).status).toBe(403);
    expect((await ask('GET', '', 'siapa')).status).toBe(401);
  });
});

describe('what cannot be kept is refused without repeating it', () => {
  test.each<readonly [string, unknown]>([
    ['a secret with blanks', { ...entry, clientSecret: 'rahasia-kenari-9042 x' }],
    ['no secret', { ...entry, clientSecret: '' }],
    ['no letter', { clientId: canaries[0], clientSecret: canaries[1] }],
    ['a day that does not exist', { ...entry, letter: { ...entry.letter, to: '2025-02-30' } }],
    ['a letter that ended', { ...entry, letter: { ...entry.letter, to: '2025-08-11' } }],
    ['a letter that ends before it begins', { ...entry, letter: { ...entry.letter, from: '2026-01-01' } }],
    ['a NIK in the letter', { ...entry, letter: { ...entry.letter, signedBy: '6471991505859704' } }],
    ['something unknown', { ...entry, secret: canaries[1] }],
    ['no JSON', 'rahasia-kenari-9042'],
  ])('%s', async (_, given) => {
    const answer = await enter('bengkuring', given);
    expect(answer.status).toBe(400);
    expect(canaries.filter((canary) => JSON.stringify(answer.data).includes(canary))).toEqual([]);
    expect(await stateOf()).toBe('kredensial-belum-ada');
  });
});

describe('secrets typed at a command', () => {
  const written: string[] = [];
  const out = new Writable({
    write: (chunk, _, done) => {
      written.push(String(chunk));
      done();
    },
  });
  const prompts = ['client id: ', 'client secret: '];

  test('come from a pipe, one line each, however it is cut', async () => {
    for (const chunks of [['a\nb\n'], ['a\r\nb'], ['a', '\n', 'b']])
      expect(await readSecrets(prompts, { input: Readable.from(chunks), out })).toEqual(['a', 'b']);
    await expect(readSecrets(prompts, { input: Readable.from(['a\n']), out })).rejects.toThrow('client secret');
  });

  test('are not shown while they are typed, and the terminal is given back', async () => {
    written.length = 0;
    const raw: boolean[] = [];
    const typed = Object.assign(Readable.from(['kli', 'en\r', 'rah', 'x\u007fasia\r']), {
      isTTY: true,
      setRawMode: (on: boolean) => raw.push(on),
    });
    expect(await readSecrets(prompts, { input: typed, out })).toEqual(['klien', 'rahasia']);
    expect(written.join('')).toBe('client id: \nclient secret: \n');
    expect(raw).toEqual([true, false]);
  });
});
