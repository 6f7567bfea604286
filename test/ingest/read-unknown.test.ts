import { expect, test } from '@jest/globals';
import { readUnknown } from '../../src/ingest/read-unknown.ts';

const deep = `{"data":[${'['.repeat(20_000)}${']'.repeat(20_000)}]}`;

test.each([
  ['a file that was cut off', '{"data":[{"nik":"6472990101900001","nama":"Rekaan"},\n {"nik":', 'json-rusak', /Baris 2, kolom/],
  ['a bracket too many', '{"data":[]]}', 'json-rusak', /Baris 1, kolom/],
  ['lists in lists without end', deep, 'json-terlalu-dalam', /terlalu dalam/],
])('%s says where it stops being JSON, and nothing of what it holds', async (_name, text, code, words) => {
  const read = await readUnknown(Buffer.from(text), true);
  const issues = read.ok ? [] : read.issues;

  expect(issues).toMatchObject([{ code, severity: 'fatal' }]);
  expect(issues[0]?.text).toMatch(words);
  expect(JSON.stringify(issues)).not.toMatch(/6472990101900001|Rekaan/);
});
