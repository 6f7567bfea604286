import { describe, expect, test } from '@jest/globals';
import { aDesk, aPressure, aResult, aSubmissionFace, send } from './a-submission-face.ts';

const record = { peserta: { nama: 'Ibu Contoh', tglLahir: '14/03/1996' }, pemeriksaan: { tanggal: '2025-07-09', bbBumil: 52.3 } };
const document = (records: number): string => JSON.stringify({ data: Array.from({ length: records }, () => record) });
const lines = (records: number): string => `${JSON.stringify(record)}\n`.repeat(records);

const taken: Uint8Array[] = [];
const desk = aDesk({
  submit: ({ bytes }) => {
    taken.push(bytes);
    return Promise.resolve({ ok: true, value: aResult, issues: [] });
  },
  isAnsweredAtOnce: (bytes) => bytes.length < 65_536,
});
const url = await aSubmissionFace(desk, aPressure().pressure);

describe('a body that is JSON', () => {
  test.each([
    ['a document', 'application/json', document(1)],
    ['a long document on one line', 'application/json', document(20_000)],
    ['a document with its encoding', 'application/json; charset=utf-8', document(2)],
    ['lines of records', 'application/x-ndjson', lines(2)],
    ['many lines of records', 'application/x-ndjson', lines(20_000)],
    ['what cannot be parsed, which its verdict says', 'application/json', '{"data": ['],
  ])('is handed on byte for byte: %s', async (_, type, text) => {
    for (const chunked of [false, true]) {
      const reply = await send(url, { body: Buffer.from(text), headers: { 'content-type': type }, chunked });
      expect(reply.status).toBe(202);
      expect(Buffer.from(taken.pop() ?? []).equals(Buffer.from(text))).toBe(true);
    }
  });
});
