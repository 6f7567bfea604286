import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide, printReviews } from '../../src/cli/persons-command.ts';
import type { Terminal } from '../../src/cli/compose-deliveries.ts';
import { readConfig } from '../../src/config.ts';
import type { PersonReviewPage } from '../../src/person-desk.ts';
import { testKey } from '../a-store.ts';
import { aDesk, aLine, aList, type Desk } from '../gateway/a-desk.ts';

let folder = '';
let desk: Desk;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-orang-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  desk = await aDesk();
  await desk.store.transact((tx) => desk.store.site.importSite(tx, desk.site, desk.now));
  await desk.handIn(aList([aLine({ nik: '', date: '09/07/2025', name: 'ALIYA RAMADHANI' })]));
  await desk.handIn(aList([aLine()]));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

/** What a command writes, and its exit code. */
async function run(
  work: (terminal: Terminal) => Promise<number>,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const sink = () => {
    const written: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString());
        done();
      },
    });
    return { stream, text: () => written.join('') };
  };
  const [out, err] = [sink(), sink()];
  const settings = { DATABASE_URL: desk.url, TITIAN_DATA: join(folder, 'data'), TITIAN_MASTER_KEY_FILE: join(folder, 'master.key') };
  const code = await work({ config: readConfig({ ...settings, TITIAN_LOG_LEVEL: 'info' }), out: out.stream, err: err.stream });
  return { code, out: out.text(), err: err.text() };
}

const review = (options: Partial<Parameters<typeof printReviews>[0]> = {}) =>
  run((terminal) => printReviews({ state: 'open', names: false, json: false, ...options }, terminal));
const told = { by: 'Bidan Dewi', why: 'KK diperiksa', json: false };

async function pair(): Promise<readonly string[]> {
  const page = JSON.parse((await review({ json: true, state: 'open' })).out) as PersonReviewPage;
  return page.reviews[0]?.persons.map(({ id }) => id) ?? [];
}

describe('titian persons', () => {
  test('review says 1 while there are pairs, and shows no name', async () => {
    const { code, out } = await review();
    expect(code).toBe(1);
    expect(out).toContain('nama mirip / near names');
    expect(out).toContain('A*** R***');
    expect(out).not.toMatch(/ALYA|6472994511249611|2024-11-05/);
  });

  test('review shows names when asked to, and notes that it did', async () => {
    const { out, err } = await review({ names: true });
    expect(out).toContain('ALYA RAMADHANI');
    expect(err).toContain('persons-shown');
  });

  test('merge, undo and not-same say 0 when done, 1 when refused, and who did it', async () => {
    const [one = '', other = ''] = await pair();
    const merge = () => run((terminal) => decide(told, terminal, (persons, how) => persons.merge(one, other, { ...how, force: false })));
    const merged = await merge();
    const again = await merge();
    const undone = await run((terminal) => decide(told, terminal, (persons, how) => persons.undo(other, how)));
    const two = await run((terminal) => decide(told, terminal, (persons, how) => persons.notSame(one, other, how)));
    expect([merged.code, again.code, undone.code, two.code]).toEqual([0, 1, 0, 0]);
    expect(merged.out).toMatch(/2 kunjungan/);
    expect(merged.err).toContain('Bidan Dewi');
    expect(again.err).toContain('Keduanya sudah satu orang');
    expect((await review()).code).toBe(0);
  });
});
