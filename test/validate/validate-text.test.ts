// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from '@jest/globals';
import { printValidation } from '../../src/cli/validate-command.ts';
import { packageRoot } from '../../src/root.ts';
import { buildValidators } from '../../src/validate/build-validators.ts';
import { loadValidator, ValidatorNotBuilt } from '../../src/validate/load-validator.ts';
import { locateJsonFault } from '../../src/validate/text/locate-json-fault.ts';
import type { Verdict } from '../../src/validate/text/validate-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'titian-validate-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const patient = { resourceType: 'Patient', gender: 'male' };
const uuid = (digit: string) => `urn:uuid:0a3b5c1e-1111-4222-8333-44445555666${digit}`;

async function run(texts: readonly string[], json = true, profiles: readonly string[] = []) {
  const files = texts.map((text, at) => {
    const file = join(folder, `${String(at)}.json`);
    writeFileSync(file, text);
    return file;
  });
  const printed: string[] = [];
  const said: string[] = [];
  const exit = await printValidation(files, { json, profiles, out: collect(printed), err: collect(said) });
  const verdicts = json ? printed.map((line) => JSON.parse(line) as Verdict) : [];
  return { exit, text: printed.join(''), said: said.join(''), verdicts };
}

function collect(into: string[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      into.push(chunk.toString());
      done();
    },
  });
}

describe('titian validate', () => {
  test('a sound resource prints one line and holds', async () => {
    const { exit, verdicts } = await run([JSON.stringify(patient)]);
    expect(exit).toBe(0);
    expect(verdicts).toEqual([{ file: join(folder, '0.json'), resourceType: 'Patient', valid: true, issues: [], undecided: [] }]);
  });

  test('one broken file among sound ones is told, and the whole does not hold', async () => {
    const { exit, verdicts } = await run([JSON.stringify(patient), JSON.stringify({ ...patient, gender: 'laki-laki' })]);
    expect(exit).toBe(1);
    expect(verdicts.map((verdict) => verdict.valid)).toEqual([true, false]);
    expect(Object.keys(verdicts[1]?.issues[0] ?? {})).toEqual([
      ...['severity', 'code', 'expression', 'text', 'diagnostics', 'rule', 'line', 'column'],
    ]);
  });

  test('a Bundle prints a line for each entry, with the issues that are its own', async () => {
    const entry = [
      { fullUrl: uuid('1'), resource: patient },
      { fullUrl: uuid('2'), resource: { resourceType: 'Observation', status: 'final', code: { text: 'x' }, berat: 7 } },
    ];
    const { exit, verdicts } = await run([JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })]);
    expect(exit).toBe(1);
    expect(verdicts.map(({ resourceType, valid }) => [resourceType, valid])).toEqual([
      ['Patient', true],
      ['Observation', false],
    ]);
    expect(verdicts[1]?.issues.map((issue) => issue.expression)).toEqual(['Bundle.entry[1].resource.berat']);
  });

  test('what is wrong with the Bundle itself gets a line of its own', async () => {
    const { verdicts } = await run([JSON.stringify({ resourceType: 'Bundle', entry: [{ fullUrl: uuid('1'), resource: patient }] })]);
    expect(verdicts.map(({ resourceType, valid }) => [resourceType, valid])).toEqual([
      ['Bundle', false],
      ['Patient', true],
    ]);
  });

  test('NDJSON prints a line for each resource, and a broken line does not stop the others', async () => {
    const lines = [JSON.stringify(patient), '{"resourceType": Patient}', '', JSON.stringify({ resourceType: 'Orang' })];
    const { exit, verdicts } = await run([lines.join('\n')]);
    expect(exit).toBe(1);
    expect(verdicts.map(({ valid, issues }) => [valid, issues.map((issue) => issue.code)])).toEqual([
      [true, []],
      [false, ['json-syntax']],
      [false, ['resource-type-unknown']],
    ]);
    expect(verdicts[1]?.issues[0]?.text).toContain('2:18');
  });

  test.each(['', 'NIK;Nama\n1;Danu', '{"resourceType":"Patient",\n "gender": male}'])(
    'text that is no JSON (%j) is one verdict, not a crash',
    async (text) => {
      const { exit, verdicts } = await run([text]);
      expect(exit).toBe(1);
      expect(verdicts.map(({ valid, issues }) => [valid, issues[0]?.code])).toEqual([[false, 'json-syntax']]);
      expect(JSON.stringify(verdicts)).not.toContain('Danu');
    },
  );

  test('a byte order mark is no fault', async () => {
    expect((await run([`\uFEFF${JSON.stringify(patient)}`])).exit).toBe(0);
  });

  test.each([
    ['an element written twice', '{"resourceType":"Patient","gender":"male","gender":"female"}', ['key-duplicate Patient.gender']],
    [
      'an element written twice deep inside',
      '{"resourceType":"Patient","name":[{"text":"\\"a\\":"},{"text":"a","te\\u0078t":"b"}]}',
      ['key-duplicate Patient.name[1].text'],
    ],
    ['an integer with a point', '{"resourceType":"Patient","multipleBirthInteger":1.0}', ['integer-form Patient.multipleBirth']],
    ['an integer with an exponent', '{"resourceType":"Patient","multipleBirthInteger":2e0}', ['integer-form Patient.multipleBirth']],
    [
      'an integer with a fraction, told once',
      '{"resourceType":"Patient","multipleBirthInteger":1.5}',
      ['primitive-syntax Patient.multipleBirth'],
    ],
    [
      'a decimal with a point, and such things inside a text',
      '{"resourceType":"Location","position":{"longitude":117.0,"latitude":-1e0},"name":"1.0, 2.0","description":"\\"a\\":1,\\"a\\":2"}',
      [],
    ],
  ])('%s', async (_, text, faults) => {
    const { verdicts } = await run([text]);
    expect(verdicts.flatMap(({ issues }) => issues.map((issue) => `${issue.code} ${issue.expression}`))).toEqual(faults);
    expect(verdicts.map(({ valid }) => valid)).toEqual([faults.length === 0]);
  });

  test('a folder stands for its JSON and NDJSON files, and bytes that are not UTF-8 are refused', async () => {
    const inside = join(folder, 'isi', 'dalam');
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, 'b.ndjson'), JSON.stringify(patient));
    writeFileSync(join(inside, 'a.json'), Buffer.from('{"resourceType":"Patient","name":[{"text":"Andr\xe9"}]}', 'latin1'));
    writeFileSync(join(inside, 'catatan.txt'), 'bukan FHIR');
    const printed: string[] = [];
    const exit = await printValidation([join(folder, 'isi')], { json: true, profiles: [], out: collect(printed), err: collect([]) });
    const verdicts = printed.map((line) => JSON.parse(line) as Verdict);
    expect(exit).toBe(1);
    expect(verdicts.map(({ file, issues }) => [file, issues.map((issue) => issue.code)])).toEqual([
      [join(inside, 'a.json'), ['encoding-wrong']],
      [join(inside, 'b.ndjson'), []],
    ]);
  });

  test('a profile can be asked for beside meta.profile', async () => {
    const { exit, verdicts } = await run([JSON.stringify(patient)], true, ['https://titian.dev/fhir/ilp/StructureDefinition/patient-nik']);
    expect(exit).toBe(1);
    expect(verdicts[0]?.issues.map((issue) => issue.expression)).toContain('Patient.identifier');
  });

  test('without --json it is readable, Indonesian first', async () => {
    const { text } = await run([JSON.stringify({ ...patient, gender: 'laki-laki' })], false);
    expect(text).toContain('tidak sah');
    expect(text.indexOf('Kode harus dari daftar')).toBeLessThan(text.indexOf('The code must be from'));
  });

  test('a file that is not there could not be run, the others still are', async () => {
    const said: string[] = [];
    const printed: string[] = [];
    writeFileSync(join(folder, '0.json'), JSON.stringify(patient));
    const files = [join(folder, 'tidak-ada.json'), join(folder, '0.json')];
    expect(await printValidation(files, { json: true, profiles: [], out: collect(printed), err: collect(said) })).toBe(2);
    expect(said.join('')).toContain('tidak-ada.json');
    expect(printed).toHaveLength(1);
  });
});

describe('loading the validator', () => {
  test('what a build wrote to a folder is what is loaded from it', async () => {
    const built = buildValidators(join(packageRoot, 'profiles', 'definitions'), join(folder, 'built'));
    expect(built.resourceTypes).toBe(146);
    const validator = await loadValidator(join(folder, 'built'));
    expect([validator.judge(patient), validator.judge({ ...patient, gender: 'laki-laki' })]).toEqual(['ok', 'invalid']);
  });

  test('without a build it is said what to do', async () => {
    await expect(loadValidator(join(folder, 'kosong'))).rejects.toThrow(ValidatorNotBuilt);
  });
});

describe('finding the place where text is no JSON', () => {
  test.each([
    ['', '1:1'],
    ['{', '1:2'],
    ['{"a":1,}', '1:8'],
    ['[1 2]', '1:4'],
    ['{"a"\n 1}', '2:2'],
    ['"a\nb"', '1:1'],
    ['01', '1:2'],
    ['{} x', '1:4'],
    ['[}', '1:2'],
    ['{"a":tru}', '1:6'],
    ['['.repeat(100_000), '1:100001'],
  ])('in %.20j it is %s', (text, place) => {
    const fault = locateJsonFault(text);
    expect(`${String(fault?.line)}:${String(fault?.column)}`).toBe(place);
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  test.each(['{}', '[]', ' {"a":[1,-2.5e+3,true,null,"\\u00e9\\n"],"b":{}} ', '"x"', '0'])('in %s there is none', (text) => {
    expect(locateJsonFault(text)).toBeUndefined();
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});
