import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axios, { type AxiosResponse } from 'axios';
import express from 'express';
import pino from 'pino';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { createPersonRoutes } from '../../src/http/person-routes.ts';
import { requireKey, requireScope, type KeyHolder } from '../../src/http/require-key.ts';
import { openPersons } from '../../src/open-persons.ts';
import type { PersonReviewPage } from '../../src/person-desk.ts';
import { aDesk, aLine, aList, type Desk } from '../gateway/a-desk.ts';

const holders: Readonly<Record<string, KeyHolder>> = {
  bidan: { submitter: 'bidan-1', scope: ['nakes'] },
  dinkes: { submitter: 'dinkes', scope: ['operasi'] },
  vendor: { submitter: 'vendor', scope: ['submit', 'read'] },
};

let desk: Desk;
let server: Server;
beforeAll(async () => {
  desk = await aDesk();
  await desk.handIn(aList([aLine({ nik: '', date: '09/07/2025', name: 'ALIYA RAMADHANI' })]));
  await desk.handIn(aList([aLine()]));
  const app = express();
  const keys = [requireKey((key) => Promise.resolve(holders[key])), requireScope('nakes', 'operasi')];
  app.use('/v1/persons', keys, createPersonRoutes(openPersons(desk.parts, () => undefined)));
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: () => 'uji', findAilment: () => undefined }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 120_000);
afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask<T>(path: string, key: string, body?: object): Promise<AxiosResponse<T>> {
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1/persons/reviews${path}`;
  const how = { headers: { authorization: `Bearer ${key}` }, validateStatus: () => true };
  return body === undefined ? axios.get(url, how) : axios.post(url, body, how);
}

const why = 'KK diperiksa';
const firstOf = async (state = 'open') => (await ask<PersonReviewPage>(`?state=${state}`, 'bidan')).data.reviews[0];

describe('GET /v1/persons/reviews', () => {
  test('shows a nakes the names, a dinkes none, and a vendor nothing', async () => {
    const [bidan, dinkes, vendor] = await Promise.all(['bidan', 'dinkes', 'vendor'].map((key) => ask('', key)));
    expect([bidan?.status, dinkes?.status, vendor?.status]).toEqual([200, 200, 403]);
    expect(JSON.stringify(bidan?.data)).toContain('ALYA RAMADHANI');
    expect(JSON.stringify(dinkes?.data)).not.toMatch(/ALYA|6472994511249611|2024-11-05|Wulan/);
  });

  test.each(['?state=lain', '?limit=0', '?limit=201', '?after=kemarin', '?nama=x'])('refuses %s', async (query) => {
    expect((await ask(query, 'bidan')).status).toBe(400);
  });
});

describe('POST /v1/persons/reviews/:id', () => {
  test.each<[string, object, number]>([
    ['no decision', { why }, 400],
    ['another decision', { decision: 'mungkin', why }, 400],
    ['no reason', { decision: 'same' }, 400],
    ['somebody who is not of the pair', { decision: 'same', why, survivor: '00000000-0000-4000-8000-000000000009' }, 404],
  ])('refuses %s', async (_claim, body, status) => {
    const review = await firstOf();
    expect((await ask(`/${review?.id ?? ''}`, 'bidan', body)).status).toBe(status);
  });

  test('refuses a pair that is on no list, and whoever may see no names', async () => {
    const review = await firstOf();
    const nobody = await ask('/00000000-0000-7000-8000-000000000009', 'bidan', { decision: 'same', why });
    const masked = await ask(`/${review?.id ?? ''}`, 'dinkes', { decision: 'same', why });
    expect([nobody.status, masked.status]).toEqual([404, 403]);
  });

  test('merges a pair, takes that back, and remembers that they are two', async () => {
    const review = await firstOf();
    const path = `/${review?.id ?? ''}`;
    const [one, other] = review?.persons.map(({ id }) => id) ?? [];
    const merged = await ask(path, 'bidan', { decision: 'same', why, survivor: other });
    expect([merged.status, merged.data]).toMatchObject([200, { survivor: other, merged: one, visits: 2 }]);
    expect((await firstOf('same'))?.decidedBy).toBe('bidan-1');
    expect((await ask(path, 'bidan', { decision: 'not-same', why })).status).toBe(409);
    expect((await ask(path, 'bidan', { decision: 'undo', why })).status).toBe(200);
    expect((await ask(path, 'bidan', { decision: 'undo', why })).status).toBe(404);
    expect((await firstOf())?.id).toBe(review?.id);
    expect((await ask(path, 'bidan', { decision: 'not-same', why })).data).toEqual({ decided: 'not-same' });
    expect(await firstOf()).toBeUndefined();
  });
});
