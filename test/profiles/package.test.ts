import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/root.ts';
import { loadDefinitions } from '../../src/validate/load-definitions.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';

interface Packer {
  readonly packGuide: (root: string, file: string) => Promise<{ readonly file: string; readonly count: number }>;
}

const { packGuide } = (await import(join(packageRoot, 'tools', 'profiles', 'pack-guide.mjs'))) as Packer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-guide-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the guide as a package', () => {
  test('has the same bytes each time', async () => {
    const [one, other] = await Promise.all(['satu', 'dua'].map((name) => packGuide(packageRoot, join(folder, `${name}.tgz`))));

    expect(await readFile(one?.file ?? '')).toEqual(await readFile(other?.file ?? ''));
  });

  test('is read by our own validator, to which every artefact is sound', async () => {
    const { file } = await packGuide(packageRoot, join(folder, 'package.tgz'));
    const { resources, problems } = await loadDefinitions([file]);
    const validator = (await loadValidator()).with(resources);
    const types = new Set(resources.map(({ resourceType }) => resourceType));

    expect(problems).toEqual([]);
    expect(validator.problems).toEqual([]);
    expect([...types]).toEqual(
      expect.arrayContaining(['ImplementationGuide', 'CapabilityStatement', 'ConceptMap', 'NamingSystem', 'CodeSystem']),
    );
    const faults = resources
      .filter((each) => !validator.isValid(each))
      .map((each) => `${String(each['resourceType'])}/${String(each['id'])}`);
    expect(faults).toEqual([]);
  });
});
