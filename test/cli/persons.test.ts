import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide, printReviews } from '../../src/cli/persons-command.ts';
import type { Terminal } from '../../src/cli/compose-deliveries.ts';
import type { PersonReviewPage } from '../../src/person-desk.ts';
import { aDesk, aLine, aList, type Desk } from '../gateway/a-desk.ts';
import { aTerminal, type Ran, type TestTerminal } from './a-terminal.ts';

let terminal: TestTerminal;
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  terminal = await aTerminal(desk.url);
  await desk.store.transact((tx) => desk.store.site.importSite(tx, desk.site, desk.now));
  await desk.handIn(aList([aLine({ nik: '', date: '09/07/2025', name: 'ALIYA RAMADHANI' })]));
  await desk.handIn(aList([aLine()]));
}, 120_000);
afterAll(() => terminal.close());

const run = (work: (terminal: Terminal) => Promise<number>): Promise<Ran<number>> => terminal.run(work);

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
