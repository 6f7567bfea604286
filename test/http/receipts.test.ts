// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
/* eslint max-lines: off -- one installation with its receipts serves all claims; opening it is the slow part */
import { createHash, createHmac, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axios, { type AxiosResponse } from 'axios';
import express from 'express';
import fc from 'fast-check';
import type { JWK } from 'jose';
import pino from 'pino';
import { printVerification, type VerifyFlags } from '../../src/cli/receipt-command.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { requireKey, type KeyHolder } from '../../src/http/require-key.ts';
import { openOutcomes } from '../../src/open-outcomes.ts';
import type { ReceiptClaims } from '../../src/receipt/claims.ts';
import { verifyReceipt } from '../../src/receipt/verify-receipt.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore } from '../a-store.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from '../store/a-visit-to-keep.ts';

const holders: Readonly<Record<string, KeyHolder>> = {
  pengirim: { submitter: 'simpus-uji' },
  lain: { submitter: 'simpus-lain' },
  petugas: { submitter: 'petugas', scope: ['operasi'] },
};
const canaries = { nik: '5103990503240077', name: 'Zsazsa Kenari Merbabu', birthDate: '2024-03-07', mother: 'Wulandari Kenari Semeru' };
const closing: (() => Promise<unknown>)[] = [];
let store: Store;
let url = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-tanda-'));
  store = await aStore({ url: await aDatabase() });
  url = await serve(store);
}, 60_000);
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await rm(folder, { recursive: true });
});

/** The routes of a store, as the gateway hangs them. */
async function serve(from: Store): Promise<string> {
  const routes = openOutcomes({
    store: from,
    site: () => Promise.resolve({ version: 'v', places: new Map(), policies: new Map(), enrolments: [] }),
    now: () => at('12:00'),
  });
  const app = express();
  app.use(routes.keyRoutes);
  app.use(
    '/v1/submissions',
    requireKey((key) => Promise.resolve(holders[key])),
    routes.receiptRoutes,
  );
  app.use(
    '/v1/outcomes',
    requireKey((key) => Promise.resolve(holders[key])),
    routes.outcomeRoutes,
  );
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: randomUUID, findAilment: () => undefined }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

interface Handed {
  readonly bytes: Buffer;
  readonly submission: string;
  readonly reading: string;
  readonly visits: readonly string[];
  readonly person: string;
}

/** A file of so many rows, read or still being read, with everything that is told about a child in it. */
async function handIn({ rows = 3, finished = true, from = store } = {}): Promise<Handed> {
  const bytes = Buffer.from(`${Object.values(canaries).join(';')}\n${randomUUID()}`);
  const people = Array.from({ length: rows }, () => aPerson({ ...canaries, id: randomUUID() }));
  const visits = people.map((person) => aVisitToKeep(person));
  const issue = { type: 'value', text: 't', diagnostics: 'd', code: 'D03', cell: 'NIK "asli"' } as const;
  const { submission, reading } = await from.transact(async (tx) => {
    await from.persons.savePersons(
      tx,
      people.map((person) => ({ person })),
      at('08:00'),
    );
    await from.visits.saveVisits(tx, visits, at('08:00'));
    const received = await from.submissions.receive(
      tx,
      anIncoming('', { bytes: [bytes], submitter: 'simpus-uji', fileName: canaries.name }),
    );
    await from.rows.insertRows(tx, received.reading, { from: 0, at: at('08:00') }, [
      { row: aRow(1, { heading: true, reason: 'kepala' }) },
      ...visits.map(({ visit }, index) => ({
        row: aRow(index + 2, index === 0 ? { status: 'warning', issues: [{ ...issue, severity: 'warning' }] } : {}),
        person: visit.person,
        visit: visit.id,
      })),
    ]);
    const counts = { rows, headings: 1, accepted: rows - 1, warning: 1, quarantined: 0, skipped: 0 };
    if (finished)
      await from.readings.finishReading(tx, received.reading, 'pekerja-1', { state: 'finished', counts, issues: [], at: at('09:00') });
    return received;
  });
  return { bytes, submission, reading, visits: visits.map(({ visit }) => visit.id), person: people[0]?.id ?? '' };
}

/** Delivers some visits of what was handed in. */
async function deliver({ visits }: Handed, count: number): Promise<void> {
  for (const id of visits.slice(0, count)) {
    const subject = { kind: 'visit', id } as const;
    const person = (await store.visits.getVisit(store.db, id))?.visit.person ?? '';
    await store.transact((tx) =>
      store.owed.owe(tx, [{ platform: 'satusehat', subject, version: 1, due: at('08:00'), beginning: { state: 'ready' } }], at('08:00')),
    );
    const [debt] = await store.owed.claim(store.db, { platform: 'satusehat', owner: 'p', now: at('09:00'), leaseMs: 1e9, limit: 1 });
    if (debt === undefined) throw new Error('nothing is due');
    const entries = [
      { ref: `visit/${id}`, platformId: `enc-${id.slice(0, 4)}`, hash: 'h' },
      { ref: `patient/${person}`, platformId: `P${person.slice(0, 4)}`, hash: 'n' },
    ];
    await store.upstream.saveUpstream(store.db, 'satusehat', entries, { version: 1, at: at('09:00') });
    await store.transact((tx) => store.owed.settle(tx, debt, at('10:00')));
  }
}

const ask = (path: string, { key = 'pengirim', accept = '*/*', host = url } = {}): Promise<AxiosResponse<unknown>> =>
  axios.get(`${host}${path}`, { headers: { authorization: `Bearer ${key}`, accept }, validateStatus: () => true });
const receiptOf = async ({ submission }: Handed, query = ''): Promise<string> =>
  (await ask(`/v1/submissions/${submission}/receipt${query}`)).data as string;
const keysOf = async (host = url): Promise<readonly JWK[]> =>
  ((await ask('/.well-known/jwks.json', { host })).data as { keys: JWK[] }).keys;

async function claimsOf(handed: Handed, query = ''): Promise<ReceiptClaims> {
  const found = await verifyReceipt(await receiptOf(handed, query), await keysOf());
  if (!found.holds) throw new Error(found.fault);
  return found.claims;
}

describe('a receipt', () => {
  test('says what was received, by whom, when, its hash, and how its rows were found', async () => {
    const handed = await handIn();
    expect(await claimsOf(handed)).toMatchObject({
      ...{ environment: 'simulasi', state: 'selesai', issuedAt: at('12:00').toISOString(), iat: at('12:00').getTime() / 1000 },
      submission: { id: handed.submission, submitter: 'simpus-uji', source: 'posyandu-kenanga', request: { place: 'kenanga' } },
      file: { bytes: handed.bytes.length, sha256: createHash('sha256').update(handed.bytes).digest('hex') },
      reading: { id: handed.reading, tablesVersion: 'v1' },
      verdicts: { counts: { rows: 3, headings: 1, accepted: 2, warning: 1, quarantined: 0, skipped: 0 } },
      deliveries: { count: 0, list: [], sha256: createHash('sha256').digest('hex') },
    });
  });

  test('is there while the file is still being read, and then says nothing of verdicts', async () => {
    const claims = await claimsOf(await handIn({ finished: false }));
    expect([claims.state, claims.verdicts, claims.file.bytes > 0]).toEqual(['diproses', undefined, true]);
  });

  test('names what platforms have taken so far: Encounter, IHS number, version and moment', async () => {
    const handed = await handIn();
    await deliver(handed, 2);
    const { deliveries } = await claimsOf(handed);
    expect(deliveries.count).toBe(2);
    expect(
      deliveries.list.map(({ visit, encounter, version, environment, at: when }) => [visit, encounter, version, environment, when]),
    ).toEqual(
      handed.visits
        .slice(0, 2)
        .sort()
        .map((id) => [id, `enc-${id.slice(0, 4)}`, 1, 'simulasi', at('10:00').toISOString()]),
    );
    expect(deliveries.list.every(({ patient }) => patient?.startsWith('P') === true)).toBe(true);
  });

  test('pages long lists, each page signed and with the hash over all', async () => {
    const handed = await handIn({ rows: 3 });
    await deliver(handed, 3);
    const whole = await claimsOf(handed);
    const [first] = whole.deliveries.list;
    const rest = await claimsOf(handed, `?after=${first?.visit ?? ''}.satusehat`);
    expect(rest.deliveries).toMatchObject({ count: 3, sha256: whole.deliveries.sha256, list: whole.deliveries.list.slice(1) });
    expect((await ask(`/v1/submissions/${handed.submission}/receipt?after=x`)).status).toBe(400);
  });

  test('never holds a NIK, a name, a birth date or the name of the file, and says that it is simulated', async () => {
    const handed = await handIn();
    await deliver(handed, 1);
    const claims = await claimsOf(handed);
    const text = JSON.stringify(claims);
    for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
    expect(claims.notice?.id).toMatch(/^SIMULASI/);
  });

  test('made after a person was erased holds nothing of the person: no hash of the file, no delivery', async () => {
    const handed = await handIn();
    await deliver(handed, 1);
    const before = await claimsOf(handed);
    await store.transact((tx) => store.erasure.erasePerson(tx, { person: handed.person, at: at('11:00'), reason: 'permintaan' }));
    const after = await claimsOf(handed);
    expect(before.deliveries.count).toBe(1);
    expect([after.file.sha256, after.file.erasedAt, after.deliveries]).toEqual([
      undefined,
      at('11:00').toISOString(),
      { count: 0, list: [], sha256: createHash('sha256').digest('hex') },
    ]);
    expect(after.verdicts).toEqual(before.verdicts);
  });

  test.each<[string, string, string, string]>([
    ['as signed text to whoever asks for nothing else', '', '*/*', 'application/jose'],
    ['as JSON with ?format=json', '?format=json', '*/*', 'application/json; charset=utf-8'],
    ['as JSON to whoever prefers it', '', 'application/json', 'application/json; charset=utf-8'],
    ['as signed text with ?format=jose', '?format=jose', 'application/json', 'application/jose'],
  ])('is given %s', async (_, query, accept, type) => {
    const handed = await handIn();
    const answer = await ask(`/v1/submissions/${handed.submission}/receipt${query}`, { accept });
    expect(answer.headers['content-type']).toBe(type);
    const { receipt, claims } = answer.data as { receipt?: string; claims?: ReceiptClaims };
    const found = await verifyReceipt(receipt ?? (answer.data as string), await keysOf());
    expect(found.holds && (claims === undefined || JSON.stringify(claims) === JSON.stringify(found.claims))).toBe(true);
  });

  test.each<[string, string, number]>([
    ['the key that handed it in', 'pengirim', 200],
    ['a key with the right to operate', 'petugas', 200],
    ['another key', 'lain', 404],
    ['no key of ours', 'siapa', 401],
  ])('to %s', async (_, key, status) => {
    const { submission } = await handIn();
    expect((await ask(`/v1/submissions/${submission}/receipt`, { key })).status).toBe(status);
  });

  test.each(['/v1/submissions/x/receipt', `/v1/submissions/${randomUUID()}/receipt`])('of nothing (%s) is not found', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe('verifying', () => {
  test('refuses a receipt with any one byte altered, wherever it stands', async () => {
    const jws = await receiptOf(await handIn());
    const keys = await keysOf();
    expect((await verifyReceipt(jws, keys)).holds).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.nat(jws.length - 1), fc.integer({ min: 1, max: 127 }), async (place, change) => {
        const altered = Buffer.from(jws, 'latin1');
        altered.writeUInt8(altered.readUInt8(place) ^ change, place);
        expect((await verifyReceipt(altered.toString('latin1'), keys)).holds).toBe(false);
      }),
      {
        numRuns: 600,
        examples: [
          [jws.length - 1, 1],
          [jws.length - 1, 3],
          [0, 1],
        ],
      },
    );
  });

  const toPart = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const own = generateKeyPairSync('ed25519');

  test.each<[string, (parts: readonly string[], key: JWK) => string, string]>([
    [
      'with no algorithm',
      ([, claims], { kid }) => `${toPart({ alg: 'none', kid, typ: 'titian-receipt+jws' })}.${claims ?? ''}.`,
      'bukan-tanda-terima',
    ],
    [
      'with no algorithm and a signature of something',
      ([, claims], { kid }) => `${toPart({ alg: 'none', kid, typ: 'titian-receipt+jws' })}.${claims ?? ''}.AAAA`,
      'algoritma',
    ],
    [
      'signed with the public key as a shared secret',
      ([, claims], { kid, x }) => {
        const text = `${toPart({ alg: 'HS256', kid, typ: 'titian-receipt+jws' })}.${claims ?? ''}`;
        return `${text}.${createHmac('sha256', Buffer.from(x ?? '', 'base64url'))
          .update(text)
          .digest('base64url')}`;
      },
      'algoritma',
    ],
    [
      'signed with a key of somebody else under our name',
      ([header, claims]) =>
        `${header ?? ''}.${claims ?? ''}.${sign(null, Buffer.from(`${header ?? ''}.${claims ?? ''}`), own.privateKey).toString('base64url')}`,
      'tanda-tangan',
    ],
    [
      'that brings its own key',
      ([, claims], { kid }) => {
        const header = toPart({
          alg: 'EdDSA',
          kid: `${kid ?? ''}x`,
          typ: 'titian-receipt+jws',
          jwk: own.publicKey.export({ format: 'jwk' }),
        });
        return `${header}.${claims ?? ''}.${sign(null, Buffer.from(`${header}.${claims ?? ''}`), own.privateKey).toString('base64url')}`;
      },
      'kunci-tidak-dikenal',
    ],
    ['of two parts', ([header, claims]) => `${header ?? ''}.${claims ?? ''}`, 'bukan-tanda-terima'],
    ['that is no receipt', () => 'halo', 'bukan-tanda-terima'],
  ])('refuses one %s', async (_, forge, fault) => {
    const parts = (await receiptOf(await handIn())).split('.');
    const keys = await keysOf();
    expect(await verifyReceipt(forge(parts, keys[0] ?? {}), keys)).toEqual({ holds: false, fault });
  });

  test('refuses what our own key signed for another purpose', async () => {
    const { privateKey, kid } = await store.signingKeys.currentSigningKey(store.db, at('08:00'));
    const text = `${toPart({ alg: 'EdDSA', kid, typ: 'JWT' })}.${toPart({ sub: 'x' })}`;
    const jws = `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
    expect(await verifyReceipt(jws, await keysOf())).toEqual({ holds: false, fault: 'jenis' });
  });
});

describe('the signing key', () => {
  const aStoreWith = async (masterKey: Uint8Array, database: string, environment: 'simulasi' | 'staging' = 'simulasi'): Promise<Store> => {
    const opened = await openStore({ url: database, masterKey, environment, random: randomBytes, poolSize: 2 });
    closing.push(() => opened.close());
    return opened;
  };

  test('of another installation verifies nothing of ours, and has another name', async () => {
    const other = await aStoreWith(Buffer.alloc(32, 9), await aDatabase());
    const others = await keysOf(await serve(other));
    const jws = await receiptOf(await handIn());
    expect(await verifyReceipt(jws, others)).toEqual({ holds: false, fault: 'kunci-tidak-dikenal' });
    expect(store.signingKeys.installationId(other.db)).not.toBe(store.signingKeys.installationId(store.db));
  });

  test('follows from the master key: an empty database under it signs with the same key', async () => {
    const again = await aStore({ url: await aDatabase() });
    expect(await again.signingKeys.publicSigningKeys(again.db, at('08:00'))).toEqual(
      (await store.signingKeys.publicSigningKeys(store.db, at('08:00'))).slice(-1),
    );
  });

  test('is another for each environment, so that nothing simulated can pass for real', async () => {
    const staging = await aStoreWith(Buffer.alloc(32, 7), await aDatabase(), 'staging');
    const [key] = await staging.signingKeys.publicSigningKeys(staging.db, at('08:00'));
    expect((await keysOf()).map(({ kid }) => kid)).not.toContain(key?.kid);
  });

  test('that was replaced stays published, and what it signed still holds', async () => {
    const old = await receiptOf(await handIn());
    const before = await keysOf();
    const kid = await store.transact((tx) => store.signingKeys.rotateSigningKey(tx, at('11:00')));
    const fresh = await receiptOf(await handIn());
    const after = await keysOf();
    expect(after.map((key) => key.kid)).toEqual([kid, ...before.map((key) => key.kid)]);
    expect(await verifyReceipt(fresh, after)).toMatchObject({ holds: true, kid });
    expect((await verifyReceipt(old, after)).holds).toBe(true);
    expect(await verifyReceipt(fresh, before)).toEqual({ holds: false, fault: 'kunci-tidak-dikenal' });
  });

  test('is named by its RFC 7638 thumbprint and never leaves', async () => {
    const answer = await ask('/.well-known/jwks.json', { key: '' });
    const [key] = (answer.data as { keys: JWK[] }).keys;
    const text = JSON.stringify({ crv: key?.crv, kty: key?.kty, x: key?.x });
    expect(key?.kid).toBe(createHash('sha256').update(text).digest('base64url'));
    expect(key).not.toHaveProperty('d');
  });
});

describe('titian receipt verify', () => {
  async function run(
    files: readonly string[],
    flags: Partial<VerifyFlags> = {},
  ): Promise<{ readonly code: number; readonly text: string }> {
    const written: string[] = [];
    const out = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString());
        done();
      },
    });
    const code = await printVerification(files, { jwks: join(folder, 'jwks.json'), json: false, ...flags }, out);
    return { code, text: written.join('') };
  }

  const put = async (name: string, content: unknown): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return path;
  };

  const rowsOf = async ({ reading }: Handed): Promise<unknown> => ({
    rows: (await store.rows.rowsOf(store.db, reading, -1, 100)).map(({ row, status, heading, reason, issues, visit }) => ({
      ...{ row, status, heading, issues, visit },
      ...(reason === undefined ? {} : { reason }),
    })),
  });

  test('holds for the file and the rows it speaks of, with public keys alone', async () => {
    const handed = await handIn();
    await put('jwks.json', { keys: await keysOf() });
    const receipt = await put('tanda.jws', `${await receiptOf(handed)}\n`);
    const flags = { file: await put('asli.csv', handed.bytes), rows: [await put('rows.json', await rowsOf(handed))] };
    const { code, text } = await run([receipt], flags);
    expect(code).toBe(0);
    expect(text).toMatch(/tanda tangan sah[\s\S]*persis yang diterima[\s\S]*Putusan semua baris sama/);
    expect((await run([receipt], { ...flags, json: true })).text).toContain('"holds":true');
  });

  test('does not hold for another file, other verdicts, rows in another order, or an altered receipt', async () => {
    const handed = await handIn();
    await put('jwks.json', { keys: await keysOf() });
    const receipt = await put('tanda.json', (await ask(`/v1/submissions/${handed.submission}/receipt?format=json`)).data);
    const { rows } = (await rowsOf(handed)) as { rows: { status: string }[] };
    const altered = await put(
      'rusak.jws',
      (await receiptOf(handed)).replace(/\.(.)/, (_, letter) => `.${letter === 'a' ? 'b' : 'a'}`),
    );
    expect((await run([receipt], { file: await put('lain.csv', 'lain') })).code).toBe(1);
    expect((await run([receipt], { rows: [await put('r1.json', rows.slice(1))] })).code).toBe(1);
    expect((await run([receipt], { rows: [await put('r2.json', rows.toReversed())] })).code).toBe(1);
    expect(
      (await run([receipt], { rows: [await put('r3.json', [...rows.slice(0, -1), { ...rows.at(-1), status: 'quarantined' }])] })).code,
    ).toBe(1);
    expect((await run([altered])).code).toBe(1);
    expect((await run([receipt])).code).toBe(0);
  });

  test.each<[string, () => Promise<Partial<VerifyFlags>>]>([
    ['keys that are none', async () => ({ jwks: await put('bukan.json', '{}') })],
    ['keys at an address where nobody answers', () => Promise.resolve({ jwks: 'http://127.0.0.1:9/jwks.json' })],
    ['a file that is not there', () => Promise.resolve({ file: join(folder, 'tidak-ada') })],
    ['rows that are none', async () => ({ rows: [await put('baris.json', '[1]')] })],
  ])('cannot run with %s, and says why', async (_, flags) => {
    await put('jwks.json', { keys: await keysOf() });
    const receipt = await put('t.jws', await receiptOf(await handIn()));
    await expect(run([receipt], await flags())).rejects.toThrow(/ \/ |cannot/);
  });
});

describe('GET /v1/outcomes', () => {
  test('gives a page, a cursor and whether there is more, and keeps no copy on the way', async () => {
    await handIn();
    const first = await ask('/v1/outcomes?limit=2');
    const { rows, next, more, environment } = first.data as { rows: unknown[]; next: string; more: boolean; environment: string };
    expect([first.status, rows.length, more, environment]).toEqual([200, 2, true, 'simulasi']);
    expect((await ask(`/v1/outcomes?limit=1000&since=${next}`)).data).toMatchObject({ more: false, anew: false });
    expect((await ask('/v1/outcomes', { key: 'lain' })).data).toMatchObject({ rows: [], more: false });
  });

  test.each(['limit=0', 'limit=1001', 'limit=x', 'limit=1&limit=2', 'since=x', 'since=a&since=b'])(
    'refuses ?%s with what to do',
    async (asked) => {
      const answer = await ask(`/v1/outcomes?${asked}`);
      const [issue] = (answer.data as { issue: { details: { text: string } }[] }).issue;
      expect(answer.status).toBe(400);
      expect(issue?.details.text).toMatch(/harus/);
    },
  );

  test('is behind a key', async () => {
    expect((await ask('/v1/outcomes', { key: 'siapa' })).status).toBe(401);
  });
});
