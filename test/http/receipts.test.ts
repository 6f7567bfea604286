import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JWK } from 'jose';
import type { ReceiptClaims } from '../../src/receipt/claims.ts';
import { verifyReceipt } from '../../src/receipt/verify-receipt.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore } from '../a-store.ts';
import { at } from '../store/a-visit-to-keep.ts';
import { aReceiptFace, canaries, type ReceiptFace } from './a-receipt-face.ts';

const closing: (() => Promise<unknown>)[] = [];
let face: ReceiptFace;
beforeAll(async () => {
  face = await aReceiptFace();
}, 60_000);
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await face.close();
});

describe('a receipt', () => {
  test('says what was received, by whom, when, its hash, and how its rows were found', async () => {
    const handed = await face.handIn();
    expect(await face.claimsOf(handed)).toMatchObject({
      ...{ environment: 'simulasi', state: 'selesai', issuedAt: at('12:00').toISOString(), iat: at('12:00').getTime() / 1000 },
      submission: { id: handed.submission, submitter: 'simpus-uji', source: 'posyandu-kenanga', request: { place: 'kenanga' } },
      file: { bytes: handed.bytes.length, sha256: createHash('sha256').update(handed.bytes).digest('hex') },
      reading: { id: handed.reading, tablesVersion: 'v1' },
      verdicts: { counts: { rows: 3, headings: 1, accepted: 2, warning: 1, quarantined: 0, skipped: 0 } },
      deliveries: { count: 0, list: [], sha256: createHash('sha256').digest('hex') },
    });
  });

  test('is there while the file is still being read, and then says nothing of verdicts', async () => {
    const claims = await face.claimsOf(await face.handIn({ finished: false }));
    expect([claims.state, claims.verdicts, claims.file.bytes > 0]).toEqual(['diproses', undefined, true]);
  });

  test('names what platforms have taken so far: Encounter, IHS number, version and moment', async () => {
    const handed = await face.handIn();
    await face.deliver(handed, 2);
    const { deliveries } = await face.claimsOf(handed);
    expect(deliveries.count).toBe(2);
    expect(
      deliveries.list.map(({ visit, encounter, version, environment, at: when }) => [visit, encounter, version, environment, when]),
    ).toEqual(
      handed.visits
        .slice(0, 2)
        .sort()
        .map((id) => [id, `enc-${id}`, 1, 'simulasi', at('10:00').toISOString()]),
    );
    expect(deliveries.list.every(({ patient }) => patient?.startsWith('P') === true)).toBe(true);
  });

  test('pages long lists, each page signed and with the hash over all', async () => {
    const handed = await face.handIn({ rows: 3 });
    await face.deliver(handed, 3);
    const whole = await face.claimsOf(handed);
    const [first] = whole.deliveries.list;
    const rest = await face.claimsOf(handed, `?after=${first?.visit ?? ''}.satusehat`);
    expect(rest.deliveries).toMatchObject({ count: 3, sha256: whole.deliveries.sha256, list: whole.deliveries.list.slice(1) });
    expect((await face.ask(`/v1/submissions/${handed.submission}/receipt?after=x`)).status).toBe(400);
  });

  test('never holds a NIK, a name, a birth date or the name of the file, and says that it is simulated', async () => {
    const handed = await face.handIn();
    await face.deliver(handed, 1);
    const claims = await face.claimsOf(handed);
    const text = JSON.stringify(claims);
    for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
    expect(claims.notice?.id).toMatch(/^SIMULASI/);
  });

  test('made after a person was erased holds nothing of the person: no hash of the file, no delivery', async () => {
    const handed = await face.handIn();
    await face.deliver(handed, 1);
    const before = await face.claimsOf(handed);
    await face.store.transact((tx) => face.store.erasure.erasePerson(tx, { person: handed.person, at: at('11:00'), reason: 'permintaan' }));
    const after = await face.claimsOf(handed);
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
    const handed = await face.handIn();
    const answer = await face.ask(`/v1/submissions/${handed.submission}/receipt${query}`, { accept });
    expect(answer.headers['content-type']).toBe(type);
    const { receipt, claims } = answer.data as { receipt?: string; claims?: ReceiptClaims };
    const found = await verifyReceipt(receipt ?? (answer.data as string), await face.keysOf());
    expect(found.holds && (claims === undefined || JSON.stringify(claims) === JSON.stringify(found.claims))).toBe(true);
  });

  test.each<[string, string, number]>([
    ['the key that handed it in', 'pengirim', 200],
    ['a key with the right to operate', 'petugas', 200],
    ['another key', 'lain', 404],
    ['no key of ours', 'siapa', 401],
  ])('to %s', async (_, key, status) => {
    const { submission } = await face.handIn();
    expect((await face.ask(`/v1/submissions/${submission}/receipt`, { key })).status).toBe(status);
  });

  test('to each who handed in the same bytes says when that one did, and not who else', async () => {
    const { submission } = await face.handIn();
    await face.store.transact((tx) => tx.count('note-senders', [[submission], ['simpus-lain'], at('09:30')]));
    const answer = await face.ask(`/v1/submissions/${submission}/receipt?format=json`, { key: 'lain' });
    const { claims } = answer.data as { claims: ReceiptClaims };
    expect(claims.submission).toMatchObject({ submitter: 'simpus-lain', receivedAt: at('09:30').toISOString() });
    expect(JSON.stringify(claims)).not.toContain('simpus-uji');
  });

  test.each(['/v1/submissions/x/receipt', `/v1/submissions/${randomUUID()}/receipt`])('of nothing (%s) is not found', async (path) => {
    expect((await face.ask(path)).status).toBe(404);
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
    const others = await face.keysOf(await face.serve(other));
    const jws = await face.receiptOf(await face.handIn());
    expect(await verifyReceipt(jws, others)).toEqual({ holds: false, fault: 'kunci-tidak-dikenal' });
    expect(face.store.signingKeys.installationId(other.db)).not.toBe(face.store.signingKeys.installationId(face.store.db));
  });

  test('follows from the master key: an empty database under it signs with the same key', async () => {
    const again = await aStore({ url: await aDatabase() });
    expect(await again.signingKeys.publicSigningKeys(again.db, at('08:00'))).toEqual(
      (await face.store.signingKeys.publicSigningKeys(face.store.db, at('08:00'))).slice(-1),
    );
  });

  test('is another for each environment, so that nothing simulated can pass for real', async () => {
    const staging = await aStoreWith(Buffer.alloc(32, 7), await aDatabase(), 'staging');
    const [key] = await staging.signingKeys.publicSigningKeys(staging.db, at('08:00'));
    expect((await face.keysOf()).map(({ kid }) => kid)).not.toContain(key?.kid);
  });

  test('that was replaced stays published, and what it signed still holds', async () => {
    const old = await face.receiptOf(await face.handIn());
    const before = await face.keysOf();
    const kid = await face.store.transact((tx) => face.store.signingKeys.rotateSigningKey(tx, at('11:00')));
    const fresh = await face.receiptOf(await face.handIn());
    const after = await face.keysOf();
    expect(after.map((key) => key.kid)).toEqual([kid, ...before.map((key) => key.kid)]);
    expect(await verifyReceipt(fresh, after)).toMatchObject({ holds: true, kid });
    expect((await verifyReceipt(old, after)).holds).toBe(true);
    expect(await verifyReceipt(fresh, before)).toEqual({ holds: false, fault: 'kunci-tidak-dikenal' });
  });

  test('is named by its RFC 7638 thumbprint and never leaves', async () => {
    const answer = await face.ask('/.well-known/jwks.json', { key: '' });
    const [key] = (answer.data as { keys: JWK[] }).keys;
    const text = JSON.stringify({ crv: key?.crv, kty: key?.kty, x: key?.x });
    expect(key?.kid).toBe(createHash('sha256').update(text).digest('base64url'));
    expect(key).not.toHaveProperty('d');
  });
});

describe('GET /v1/outcomes', () => {
  test('gives a page, a cursor and whether there is more, and keeps no copy on the way', async () => {
    await face.handIn();
    const first = await face.ask('/v1/outcomes?limit=2');
    const { rows, next, more, environment } = first.data as { rows: unknown[]; next: string; more: boolean; environment: string };
    expect([first.status, rows.length, more, environment]).toEqual([200, 2, true, 'simulasi']);
    expect((await face.ask(`/v1/outcomes?limit=1000&since=${next}`)).data).toMatchObject({ more: false, anew: false });
    expect((await face.ask('/v1/outcomes', { key: 'kosong' })).data).toMatchObject({ rows: [], more: false });
  });

  test.each(['limit=0', 'limit=1001', 'limit=x', 'limit=1&limit=2', 'since=x', 'since=a&since=b'])(
    'refuses ?%s with what to do',
    async (asked) => {
      const answer = await face.ask(`/v1/outcomes?${asked}`);
      const [issue] = (answer.data as { issue: { details: { text: string } }[] }).issue;
      expect(answer.status).toBe(400);
      expect(issue?.details.text).toMatch(/harus/);
    },
  );

  test('is behind a key', async () => {
    expect((await face.ask('/v1/outcomes', { key: 'siapa' })).status).toBe(401);
  });
});
