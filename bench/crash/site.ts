import { appendFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';
import type { MixedLoad } from './load.ts';

/** Makes the site of a run beside the example district: its two puskesmas, with the posyandu of the load under one of them. */
export async function writeSite(dir: string, { places, people }: MixedLoad): Promise<{ readonly site: string; readonly people: string }> {
  const site = join(dir, 'site');
  await cp(join(packageRoot, 'site-example'), site, { recursive: true });
  const lines = places.map(
    ({ code, name, kelurahan }) =>
      `${code},posyandu,${name},,puskesmas-bengkuring,${kelurahan},WITA,08:00,11:00,12,,,Dewi Kartika,6472996402929703,,2020-01-01,,,,uji\n`,
  );
  await appendFile(join(site, 'jejaring.csv'), lines.join(''));
  const file = join(dir, 'people.ndjson');
  await writeFile(file, people);
  return { site, people: file };
}
