import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/root.ts';
import { readPackage } from '../../src/validate/definitions/read-package.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { loadDefinitions } from '../../src/validate/load-definitions.ts';
import { pack } from './a-package.ts';
import { aProfile, compile, testProfile, toErrors, toValidator } from './a-validator.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'titian-definitions-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function save(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const basic = { ...aProfile('Basic', 'basic', { 'Basic.created': { min: 1 } }), name: 'Dasar' };
const derived: JsonObject = {
  ...{ resourceType: 'StructureDefinition', url: testProfile('derived'), type: 'Basic', kind: 'resource', derivation: 'constraint' },
  baseDefinition: testProfile('basic'),
  differential: { element: [{ id: 'Basic.author', path: 'Basic.author', min: 1 }] },
};

describe('definitions from files', () => {
  test('a profile of one package stands on one of another, in whatever order they come', async () => {
    const packages = [
      save('a.tgz', pack({ name: 'package/StructureDefinition-derived.json', text: JSON.stringify(derived) })),
      save('b.tar.gz', pack({ name: 'package/StructureDefinition-basic.json', text: JSON.stringify(basic) })),
    ];
    const { resources, problems } = await loadDefinitions(packages);
    const validator = toValidator(compile()).with(resources);
    expect([problems, validator.problems]).toEqual([[], []]);
    expect(toErrors(validator, { resourceType: 'Basic', code: { text: 'x' } }, [testProfile('derived')])).toEqual([
      'cardinality-min Basic.created',
      'cardinality-min Basic.author',
    ]);
  });

  test('a folder is read with what is below it, packages too, and a Bundle stands for what is in it', async () => {
    save('guide/satu.json', `\uFEFF${JSON.stringify(basic)}`);
    save('guide/dalam/dua.json', JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: derived }, {}] }));
    save('guide/dalam/tiga.tgz', pack({ name: 'package/x.json', text: JSON.stringify({ resourceType: 'ValueSet', url: 'http://v' }) }));
    save('guide/package.json', '{"name":"guide"}');
    const { resources, problems } = await loadDefinitions([join(folder, 'guide')]);
    expect(resources.map((each) => each['url'])).toEqual([testProfile('derived'), 'http://v', testProfile('basic')]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['a file that is not there', 'tidak-ada.json', undefined, 'unreadable'],
    ['a file that is no JSON', 'a.json', '{"a":', 'not-json'],
    ['JSON that is no resource', 'b.json', '[]', 'not-fhir'],
    ['an archive that is none', 'c.tgz', 'bukan gzip', 'not-a-package'],
    ['an archive cut short', 'd.tgz', pack({ name: 'package/a.json', text: 'x'.repeat(9000) }).subarray(0, 60), 'not-a-package'],
    [
      'an archive whose file ends too early',
      'e.tgz',
      gzipSync(Buffer.concat([Buffer.alloc(124), Buffer.from('77777777777'), Buffer.alloc(400)])),
      'not-a-package',
    ],
    ['an archive with a header that is none', 'f.tgz', gzipSync(Buffer.from('x'.repeat(2048))), 'not-a-package'],
  ])('%s is told', async (_, name, content, reason) => {
    const file = content === undefined ? join(folder, name) : save(name, content);
    expect(await loadDefinitions([file])).toEqual({ resources: [], problems: [{ file, reason }] });
  });

  test('one bad file of many harms no other', async () => {
    save('campur/a.json', '{');
    save('campur/b.json', JSON.stringify(basic));
    const { resources, problems } = await loadDefinitions([join(folder, 'campur')]);
    expect([resources.length, problems.length]).toEqual([1, 1]);
  });
});

const longName = `package/${'a'.repeat(120)}.json`;

describe('a package', () => {
  test('gives what lies in package/, and no examples, other folders or ways out', async () => {
    const text = '{}';
    const names = [
      'package/a.json',
      'package/example/b.json',
      'package/../../c.json',
      '../package/d.json',
      '/package/e.json',
      'package/package.json',
    ];
    expect(await readPackage(pack(...names.map((name) => ({ name, text }))))).toEqual([{ name: 'package/a.json', text }]);
  });

  test.each([
    ['a GNU entry', { name: '././@LongLink', text: `${longName}\0`, kind: 'L' }, { name: 'package/short.json', text: '{}' }, longName],
    [
      'a pax entry',
      { name: 'PaxHeader', text: `${String(longName.length + 10)} path=${longName}\n`, kind: 'x' },
      { name: 'package/short.json', text: '{}' },
      longName,
    ],
    ['a prefix', { name: 'package/other.json', text: '{}' }, { name: 'short.json', text: '{}', prefix: 'package' }, 'package/short.json'],
  ])('may have names longer than a header holds, by %s', async (_, before, file, name) => {
    expect((await readPackage(pack(before, file))).at(-1)?.name).toBe(name);
  });

  test('that unpacks beyond all measure is not unpacked', async () => {
    const bomb = pack({ name: 'package/a.json', text: ' '.repeat(1_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    await expect(readPackage(bomb, 500_000)).rejects.toThrow('cannot be unpacked');
    expect(await readPackage(bomb, 2_000_000)).toHaveLength(1);
  });
});

test('whoever installs without development packages can load and use the validator', () => {
  const { dependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const seen = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '');
    for (const [, name = ''] of source.matchAll(/(?:from |import\(|require\()'([^']+)'/g)) {
      if (name.startsWith('.')) follow(join(dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    }
  };
  follow(join(packageRoot, 'src', 'validate', 'load-validator.ts'));
  follow(join(packageRoot, 'src', 'validate', 'load-definitions.ts'));
  expect(seen.size).toBeGreaterThan(50);
  expect([...packages].filter((name) => !(name in dependencies))).toEqual([]);
  expect([...seen].map((file) => relative(packageRoot, file))).not.toContain('src/validate/build-validators.ts');
});
