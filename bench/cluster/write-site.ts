import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';
import type { RecordLoad } from '../history/record-load.ts';

/** Makes the site of a proof in a folder: the example district, with the posyandu of the load under one of its puskesmas. */
export async function writeSite(dir: string, { places }: RecordLoad): Promise<string> {
  const site = join(dir, 'site');
  await cp(join(packageRoot, 'site-example'), site, { recursive: true });
  const lines = places.map(
    ({ code, name, kelurahan }) =>
      `${code},posyandu,${name},,puskesmas-bengkuring,${kelurahan},WITA,08:00,11:00,12,,,Dewi Kartika,6472996402929703,,2020-01-01,,,,uji\n`,
  );
  await appendFile(join(site, 'jejaring.csv'), lines.join(''));
  return site;
}
