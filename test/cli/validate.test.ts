import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, test } from '@jest/globals';
import { printValidation } from '../../src/cli/validate-command.ts';
import { locateExpressions } from '../../src/validate/text/locate-expressions.ts';
import type { Verdict } from '../../src/validate/text/validate-text.ts';
import { pack } from '../validate/a-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-validate-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const patient = { resourceType: 'Patient', gender: 'male' };
const wrong = { ...patient, gender: 'laki-laki' };

type Asked = Partial<Parameters<typeof printValidation>[1]>;

/** Runs the command over standard input. */
async function read(text: string | Buffer, asked: Asked = {}) {
  const printed: string[] = [];
  const said: string[] = [];
  const input = Readable.from(typeof text === 'string' ? cut(Buffer.from(text)) : [text]);
  const exit = await printValidation(['-'], { json: true, profiles: [], input, out: collect(printed), err: collect(said), ...asked });
  const verdicts = asked.json === false ? [] : printed.map((line) => JSON.parse(line) as Verdict);
  return { exit, verdicts, text: printed.join(''), said: said.join('') };
}

/** In pieces of five bytes, so that lines and letters are torn. */
function cut(bytes: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / 5) }, (_, at) => bytes.subarray(at * 5, at * 5 + 5));
}

function collect(into: string[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      into.push(chunk.toString());
      done();
    },
  });
}

function save(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** A profile that asks for a birth date. */
const birthDated = {
  ...{ resourceType: 'StructureDefinition', url: 'https://contoh.example/lahir', name: 'Lahir', status: 'draft', fhirVersion: '4.0.1' },
  ...{ kind: 'resource', abstract: false, type: 'Patient', derivation: 'constraint' },
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
  snapshot: {
    element: [
      { id: 'Patient', path: 'Patient', min: 0, max: '*' },
      { id: 'Patient.birthDate', path: 'Patient.birthDate', min: 1, max: '1', type: [{ code: 'date' }] },
    ],
  },
};

describe('titian validate', () => {
  test('reads standard input, and letters torn between pieces stay whole', async () => {
    const { exit, verdicts } = await read(JSON.stringify({ ...patient, name: [{ text: 'Siti Nurhaliza–Ésa 𝄞' }] }, undefined, 2));
    expect([exit, verdicts.map(({ file, valid }) => [file, valid])]).toEqual([0, [['-', true]]]);
  });

  test('tells each line of NDJSON, with its number in the file', async () => {
    const { verdicts } = await read(`\n${JSON.stringify(patient)}\n\n${JSON.stringify(wrong)}\n`);
    expect(verdicts.map(({ line, valid, issues }) => [line, valid, issues[0]?.line, issues[0]?.column])).toEqual([
      [2, true, undefined, undefined],
      [4, false, 4, JSON.stringify(wrong).indexOf('"laki-laki"') + 1],
    ]);
  });

  test('one resource on one line is a text like any other', async () => {
    expect((await read(`${JSON.stringify(patient)}\n`)).verdicts.map(({ line }) => line)).toEqual([undefined]);
  });

  test('says the line and column of what it found', async () => {
    const { verdicts } = await read(JSON.stringify({ ...wrong, contact: [{ name: { text: 'Ibu' }, gender: 'ibu' }] }, undefined, 1));
    expect(verdicts[0]?.issues.map(({ expression, line, column }) => [expression, line, column])).toEqual([
      ['Patient.gender', 3, 12],
      ['Patient.contact[0].gender', 9, 14],
    ]);
  });

  test('a list of codes that the site holds warns of codes outside of it', async () => {
    const lists = [save('kode.csv', 'system,code\nhttps://contoh.example/kode,A\n')];
    const coded = (code: string): string =>
      JSON.stringify({ ...patient, maritalStatus: { coding: [{ system: 'https://contoh.example/kode', code }] } });
    const codesOf = async (code: string): Promise<unknown> =>
      (await read(coded(code), { lists })).verdicts[0]?.issues.map((issue) => issue.code);
    expect(await codesOf('B')).toContain('code-unlisted');
    expect(await codesOf('A')).not.toContain('code-unlisted');
  });

  test('comments are refused, unless they are asked for, and then every place stays what it was', async () => {
    const text = '{"resourceType":"Patient", // nama: "Danu"\n/* dua\nbaris */ "gender":"x//y"}';
    expect((await read(text)).verdicts[0]?.issues.map(({ code }) => code)).toEqual(['json-syntax']);
    const { verdicts } = await read(text, { options: { comments: 'allowed' } });
    expect(verdicts[0]?.issues.map(({ code, line, column }) => [code, line, column])).toEqual([['binding-required', 3, 19]]);
  });

  test.each([
    ['a file', () => save('lahir.json', JSON.stringify(birthDated))],
    ['a Bundle of them', () => save('bundle.json', JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: birthDated }] }))],
    ['a package', () => save('package.tgz', pack({ name: 'package/definisi.json', text: JSON.stringify(birthDated) }))],
    [
      'a folder',
      () => {
        mkdirSync(join(folder, 'definisi', 'dalam'), { recursive: true });
        save('definisi/catatan.json', '[]');
        save('definisi/dalam/lahir.json', JSON.stringify(birthDated));
        return join(folder, 'definisi');
      },
    ],
  ])('a profile comes from %s', async (_, make) => {
    const asked = { definitions: [make()], profiles: [birthDated.url] };
    expect((await read(JSON.stringify(patient), asked)).verdicts[0]?.issues.map(({ code }) => code)).toContain('cardinality-min');
    expect((await read(JSON.stringify({ ...patient, birthDate: '2020-01-02' }), asked)).exit).toBe(0);
  });

  test.each([
    ['is not there', 'tidak-ada.tgz', undefined],
    ['is no resource', 'bukan.json', '[]'],
    ['is no package', 'rusak.tgz', 'bukan gzip'],
  ])('definitions from what %s cannot be used, and that is said', async (_, name, content) => {
    const file = content === undefined ? join(folder, name) : save(name, content);
    const { exit, said } = await read(JSON.stringify(patient), { definitions: [file] });
    expect([exit, said.includes(name)]).toEqual([2, true]);
  });

  test('a person reads Indonesian with English below, and in the end what was found in all', async () => {
    const { text } = await read(`${JSON.stringify(patient)}\n${JSON.stringify(wrong)}`, { json: false });
    expect(text.split('\n').slice(0, 3)).toEqual([
      '-:1 (Patient): sah / valid',
      '-:2 (Patient): tidak sah / not valid',
      expect.stringMatching(/^ {2}GALAT \[binding-required\] 2:36 Patient.gender$/),
    ]);
    expect(text).toContain('2 resource: 1 sah, 1 tidak sah; 1 galat, 0 peringatan, 0 tidak diputuskan.');
    expect(text).toContain('2 resources: 1 valid, 1 not valid; 1 error, 0 warnings, 0 undecided.');
  });

  test('whoever asks for English gets no other language', async () => {
    const { text } = await read(JSON.stringify(wrong), { json: false, lang: 'en' });
    expect(text).toContain('  ERROR [binding-required] 1:36 Patient.gender\n      The code must be');
    expect(text).not.toMatch(/GALAT|Kode|tidak sah/);
  });
});

describe('the place of an expression', () => {
  const text =
    '{"resourceType": "Observation",\n "valueQuantity": {"unit": "kg", "valu\\"e": [1]},\n "_status": {"extension": [{}, {"url": "x"}]}}';

  test.each([
    ['Observation', 1, 1],
    ['Observation.value', 2, 19],
    ['Observation.value.unit', 2, 28],
    ['Observation.status.extension[1].url', 3, 40],
    ['Observation.code', 1, 1],
    ['Observation.value.code', 2, 19],
    ['', 1, 1],
  ])('%s begins at line %i, column %i', (expression, line, column) => {
    expect(locateExpressions(text, [expression]).get(expression)).toEqual({ line, column });
  });
});
