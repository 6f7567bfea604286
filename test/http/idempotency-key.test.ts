import { describe, expect, test } from '@jest/globals';
import { readIdempotencyKey } from '../../src/http/idempotency-key.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { shareInFlight } from '../../src/http/share-in-flight.ts';
import type { HandedOnce, SubmissionRequest } from '../../src/submission.ts';
import { aDesk, aResult, aSubmissionFace, codesOf, send } from './a-submission-face.ts';

describe('a sender’s own key', () => {
  test.each([
    ['8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['"8e03978e-40d5-43e8-bc93-6894a57f9324"', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['"a\\"b\\\\c"', 'a"b\\c'],
    ['a"b', 'a"b'],
    ['~', '~'],
    ['k'.repeat(255), 'k'.repeat(255)],
  ])('%s is %s, quoted as the draft has it or bare', (written, key) => {
    expect(readIdempotencyKey({ headers: { 'idempotency-key': written } })).toBe(key);
  });

  test.each([
    ['nothing', ''],
    ['nothing in quotes', '""'],
    ['a space', 'dua kata'],
    ['two headers', 'satu, dua'],
    ['a letter that is no ASCII', 'kunci-é'],
    ['a control character', 'kunci\u0007'],
    ['256 characters', 'k'.repeat(256)],
    ['an open quote', '"kunci'],
    ['a parameter', '"kunci";a=1'],
  ])('that is %s is refused with what to do', (_, written) => {
    expect(() => readIdempotencyKey({ headers: { 'idempotency-key': written } })).toThrow(Refusal);
  });

  test('is asked of nobody', () => {
    expect(readIdempotencyKey({ headers: {} })).toBeUndefined();
  });
});

describe('a key check', () => {
  test('is asked once by all who ask at the same moment, and again by who asks later', async () => {
    let asked = 0;
    let known = true;
    const check = shareInFlight(async () => {
      asked += 1;
      await new Promise(setImmediate);
      return known ? { submitter: 'vendor' } : undefined;
    });
    const together = await Promise.all([check('a'), check('a'), check('b')]);
    known = false;
    expect([together.map((holder) => holder?.submitter), asked]).toEqual([['vendor', 'vendor', 'vendor'], 2]);
    expect(await check('a')).toBeUndefined();
  });

  test('that fails is not held against the next one', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve({ submitter: 'vendor' })];
    const check = shareInFlight(() => answers.shift() ?? Promise.resolve(undefined));
    await expect(check('a')).rejects.toThrow('away');
    expect(await check('a')).toEqual({ submitter: 'vendor' });
  });
});

describe('the front door', () => {
  const handed: Readonly<Record<string, HandedOnce>> = {
    pertama: { kind: 'answered', answer: { status: 202, body: '{"id":"a",  "x":1}', submission: 'a' }, replayed: false },
    ulang: { kind: 'answered', answer: { status: 202, body: '{"id":"a",  "x":1}', submission: 'a' }, replayed: true },
    lain: { kind: 'other-request' },
    sibuk: { kind: 'under-way' },
  };
  const submitOnce = (_: SubmissionRequest, key: string): Promise<HandedOnce> =>
    Promise.resolve(handed[key] ?? { kind: 'refused', issues: [] });

  test('answers a repeat byte by byte as the first time, and says that it is one', async () => {
    const url = await aSubmissionFace(aDesk({ submitOnce }));
    const first = await send(url, { headers: { 'idempotency-key': 'pertama' } });
    const again = await send(url, { headers: { 'idempotency-key': 'ulang' } });
    expect([again.status, again.text, again.headers.location]).toEqual([202, first.text, '/v1/submissions/a']);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
  });

  test.each([
    ['lain', 409, 'kunci-idempotensi-lain-isi', undefined],
    ['sibuk', 409, 'kunci-idempotensi-sedang-dikerjakan', '5'],
    ['dua kata', 400, 'kunci-idempotensi-rusak', undefined],
  ])('tells the sender of the key %s what is the matter', async (key, status, code, retryAfter) => {
    const url = await aSubmissionFace(aDesk({ submitOnce }));
    const reply = await send(url, { headers: { 'idempotency-key': key } });
    expect([reply.status, codesOf(reply), reply.headers['retry-after']]).toEqual([status, [code], retryAfter]);
  });

  test.each([
    ['a full disk', '53100', 'penyimpanan-penuh', '300'],
    ['a full disk, told by the system', 'ENOSPC', 'penyimpanan-penuh', '300'],
    ['a database that is away', 'ECONNREFUSED', 'penyimpanan-tidak-terjangkau', '5'],
    ['a lock that is not given back', '55P03', 'penyimpanan-tertahan', '5'],
  ])('answers 503 with Retry-After and what to do for %s', async (_, code, expected, retryAfter) => {
    const submit = (): Promise<never> => Promise.reject(Object.assign(new Error('could not extend file'), { code }));
    const url = await aSubmissionFace(aDesk({ submit }));
    const reply = await send(url, {});
    expect([reply.status, codesOf(reply), reply.headers['retry-after']]).toEqual([503, [expected], retryAfter]);
    expect(reply.text).toMatch(/Kirim ulang|kirim ulang/);
  });

  test.each(['', '/rows', '/file'])('shows a submission%s to who handed it in and to operators, and to nobody else', async (path) => {
    const holders = { vendor: { submitter: 'vendor' }, lain: { submitter: 'lain' }, petugas: { submitter: 'p', scope: ['operasi'] } };
    const file = { name: 'hasil.csv', type: 'text/csv', bytes: Buffer.from('a') };
    const desk = aDesk({
      isHandedInBy: (_, submitter) => Promise.resolve(submitter === 'vendor'),
      returnedFile: () => Promise.resolve(file),
    });
    const url = await aSubmissionFace(desk, undefined, holders);
    const ask = (key: string) =>
      send(url, { method: 'GET', path: `/v1/submissions/${aResult.id}${path}`, headers: { authorization: `Bearer ${key}` } });
    const replies = await Promise.all(['vendor', 'petugas', 'lain'].map(ask));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 404]);
    expect(replies.slice(2).flatMap(codesOf)).toEqual(['kiriman-tidak-ada']);
  });
});
