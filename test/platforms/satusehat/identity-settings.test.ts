import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIdentitySettings } from '../../../src/open-identity-settings.ts';
import { identityDefaults } from '../../../src/platforms/satusehat/identity/identity-settings.ts';
import { packageRoot } from '../../../src/root.ts';

const shipped = await readFile(join(packageRoot, 'programme/identitas-satusehat.yaml'), 'utf8');

async function aFolder(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'program-'));
  await writeFile(join(folder, 'identitas-satusehat.yaml'), text);
  return folder;
}

describe('what a district chooses about people at SATUSEHAT', () => {
  test('is as shipped, in the table and without one', async () => {
    expect(await openIdentitySettings()).toEqual(identityDefaults);
  });

  test('is as it stands in a folder of its own', async () => {
    const own = await aFolder(shipped.replace('pakai: MTH', 'pakai: FAMMEMB').replace('pakai: test-dan-replace', 'pakai: replace-saja'));
    expect(await openIdentitySettings([own])).toEqual({ ...identityDefaults, motherRelationship: 'FAMMEMB', patch: 'replace-saja' });
  });

  test('is not what no option says', async () => {
    const own = await aFolder(shipped.replace('pakai: MTH', 'pakai: IBU'));
    await expect(openIdentitySettings([own])).rejects.toThrow(/identitas-satusehat\.yaml/);
  });
});
