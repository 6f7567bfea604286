import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVisitSettings } from '../../../src/open-visit-settings.ts';
import { visitSettings } from '../../../src/platforms/satusehat/visit/visit-settings.ts';
import { packageRoot } from '../../../src/root.ts';

const shipped = await readFile(join(packageRoot, 'programme/kunjungan-satusehat.yaml'), 'utf8');

async function aFolder(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'program-'));
  await writeFile(join(folder, 'kunjungan-satusehat.yaml'), text);
  return folder;
}

describe('the shape of visits at SATUSEHAT', () => {
  test('is as shipped, in the table and without one', async () => {
    expect(await openVisitSettings()).toEqual(visitSettings);
  });

  test('is as a district chose in a folder of its own', async () => {
    const own = await aFolder(shipped.replace('pakai: HH', 'pakai: AMB').replace('pakai: episode-of-care', 'pakai: episodeofcare-anc'));
    expect(await openVisitSettings([own])).toEqual({ ...visitSettings, homeClass: 'AMB', antenatalNumber: 'episodeofcare-anc' });
  });

  test('is not what no option says', async () => {
    const own = await aFolder(shipped.replace('pakai: HH', 'pakai: RUMAH'));
    await expect(openVisitSettings([own])).rejects.toThrow(/kunjungan-satusehat\.yaml/);
  });
});
