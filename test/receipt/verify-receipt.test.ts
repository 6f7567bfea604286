import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JWK } from 'jose';
import { printVerification, type VerifyFlags } from '../../src/cli/receipt-command.ts';
import { verifyReceipt } from '../../src/receipt/verify-receipt.ts';
import { at } from '../store/a-visit-to-keep.ts';
import { aReceiptFace, type Handed, type ReceiptFace } from '../http/a-receipt-face.ts';

let face: ReceiptFace;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-tanda-'));
  face = await aReceiptFace();
}, 60_000);
afterAll(async () => {
  await face.close();
  await rm(folder, { recursive: true });
});

describe('verifying', () => {
  test('refuses a receipt with any one byte altered, wherever it stands', async () => {
    const jws = await face.receiptOf(await face.handIn());
    const keys = await face.keysOf();
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
    const parts = (await face.receiptOf(await face.handIn())).split('.');
    const keys = await face.keysOf();
    expect(await verifyReceipt(forge(parts, keys[0] ?? {}), keys)).toEqual({ holds: false, fault });
  });

  test('refuses what our own key signed for another purpose', async () => {
    const { privateKey, kid } = await face.store.signingKeys.currentSigningKey(face.store.db, at('08:00'));
    const text = `${toPart({ alg: 'EdDSA', kid, typ: 'JWT' })}.${toPart({ sub: 'x' })}`;
    const jws = `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
    expect(await verifyReceipt(jws, await face.keysOf())).toEqual({ holds: false, fault: 'jenis' });
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
    rows: (await face.store.rows.rowsOf(face.store.db, reading, -1, 100)).map(({ row, status, heading, reason, issues, visit }) => ({
      ...{ row, status, heading, issues, visit },
      ...(reason === undefined ? {} : { reason }),
    })),
  });

  test('holds for the file and the rows it speaks of, with public keys alone', async () => {
    const handed = await face.handIn();
    await put('jwks.json', { keys: await face.keysOf() });
    const receipt = await put('tanda.jws', `${await face.receiptOf(handed)}\n`);
    const flags = { file: await put('asli.csv', handed.bytes), rows: [await put('rows.json', await rowsOf(handed))] };
    const { code, text } = await run([receipt], flags);
    expect(code).toBe(0);
    expect(text).toMatch(/tanda tangan sah[\s\S]*persis yang diterima[\s\S]*Putusan semua baris sama/);
    expect((await run([receipt], { ...flags, json: true })).text).toContain('"holds":true');
  });

  test('does not hold for another file, other verdicts, rows in another order, or an altered receipt', async () => {
    const handed = await face.handIn();
    await put('jwks.json', { keys: await face.keysOf() });
    const receipt = await put('tanda.json', (await face.ask(`/v1/submissions/${handed.submission}/receipt?format=json`)).data);
    const { rows } = (await rowsOf(handed)) as { rows: { status: string }[] };
    const altered = await put(
      'rusak.jws',
      (await face.receiptOf(handed)).replace(/\.(.)/, (_, letter) => `.${letter === 'a' ? 'b' : 'a'}`),
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
    await put('jwks.json', { keys: await face.keysOf() });
    const receipt = await put('t.jws', await face.receiptOf(await face.handIn()));
    await expect(run([receipt], await flags())).rejects.toThrow(/ \/ |cannot/);
  });
});
