import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { writeDirtyRecords } from '../../generate/dirty-form.ts';
import { ilpForm } from '../../generate/dirty-mother-forms.ts';
import { createSeededRandom } from '../../generate/seeded-random.ts';
import { aReader } from '../reader.ts';
import type { Outcome } from './claims.ts';
import { changes, leaks, misnames, toStory, vanishes } from './claims.ts';

const reader = await aReader();
const folder = await mkdtemp(join(tmpdir(), 'titian-dirt-'));
afterAll(() => rm(folder, { recursive: true }));

/** A JSON file of the application with faults at random, and what becomes of each record. */
async function readRecords(seed: number): Promise<readonly Outcome[]> {
  const lines = writeDirtyRecords(ilpForm, createSeededRandom(seed), 150);
  const path = join(folder, `${String(seed)}.json`);
  const data = lines.map(({ cells }) => JSON.parse(cells[0] ?? '{}') as unknown);
  await writeFile(path, JSON.stringify({ posyandu: { id: 3, nama: 'Posyandu Kenanga' }, bulan: 'Agustus 2025', data }));
  const { conversion } = await reader.convert('posyandu-ilp', path);
  return lines.flatMap((line, at) => {
    const row = conversion.rows[at]?.row;
    return row === undefined ? [] : [{ line, mapped: row, verdict: row }];
  });
}

describe('dirt never seen before in posyandu-ilp', () => {
  test.each([20_251_122, 7, 99, 4711])('is kept, read, named and told of rightly (seed %i)', async (seed) => {
    const outcomes = await readRecords(seed);
    const broken = outcomes.flatMap((outcome) =>
      [vanishes, changes, misnames, leaks].flatMap((claim) => claim(outcome).map((fault) => `${fault} | ${toStory(outcome)}`)),
    );
    expect([outcomes.length, broken.slice(0, 5)]).toEqual([150, []]);
  });
});
