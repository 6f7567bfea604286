import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { printReplay, type ReplayCommandOptions } from '../../src/cli/replay-command.ts';
import { rereadAfterImport } from '../../src/cli/reread-after-import.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { testKey } from '../a-store.ts';
import { aDesk, aLine, aList, siteWith, tablesWith, type Desk } from '../gateway/a-desk.ts';

const monthFirst = await tablesWith({ 'source.yaml': (text) => text.replace('dates: dmy', 'dates: mdy') });
const melati = { code: 'posyandu-melati', name: 'Posyandu Melati 7' };
const line = aLine({ date: '07/08/2025' });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-replay-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
});
afterAll(() => rm(folder, { recursive: true }));

function configOf({ url }: Desk): Config {
  return readConfig({ DATABASE_URL: url, TITIAN_DATA: join(folder, 'data'), TITIAN_MASTER_KEY_FILE: join(folder, 'master.key') });
}

/** A desk whose register is imported, where files were read with the month before the day. */
async function aMisreadDesk(): Promise<Desk> {
  const desk = await aDesk(monthFirst);
  await desk.store.transact((tx) => desk.store.site.importSite(tx, desk.site, desk.now));
  await desk.handIn(aList([line]));
  return desk;
}

async function replay(desk: Desk, options: Partial<ReplayCommandOptions> = {}) {
  const written: string[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const terminal = { config: configOf(desk), out, err: out };
  const code = await printReplay({ dryRun: false, samples: 10, json: true, ...options }, terminal);
  return { code, text: written.join('') };
}

describe('titian replay', () => {
  test('says 1 as long as the fixed tables would change something, and 0 when they have', async () => {
    const desk = await aMisreadDesk();
    const rehearsed = await replay(desk, { dryRun: true });
    expect(rehearsed.code).toBe(1);
    expect(JSON.parse(rehearsed.text)).toMatchObject({ dryRun: true, submissions: 1, visits: { created: 1, retracted: 1, changed: 0 } });
    const done = await replay(desk);
    expect(done.code).toBe(0);
    expect(JSON.parse(done.text)).toMatchObject({ dryRun: false, submissions: 1, visits: { created: 1, retracted: 1, changed: 0 } });
    expect((await replay(desk, { dryRun: true })).code).toBe(0);
  });

  test('tells a person, in both languages, what moves and where it stands in the file', async () => {
    const { text } = await replay(await aMisreadDesk(), { dryRun: true, json: false });
    expect(text).toMatch(/1 kiriman, 1 baris akan dibaca ulang; tidak ada yang diubah \/ would be read again; nothing was changed/);
    expect(text).toMatch(/Encounter +1 +0 +1 +0/);
    expect(text).toMatch(/posyandu-kenanga 2025-08-07: baru \/ new \(Encounter \+1, Observation \+10\)/);
    expect(text).toMatch(/berat-badan \[BB\]: - -> 7.8 kg/);
    expect(text).not.toMatch(/ALYA|6472994511249611|Wulan/);
  });

  test.each([
    ['another source', { source: 'eppgbm' }],
    ['a later day', { since: '2025-08-16' }],
    ['another submission', { submission: '0198ab07-9e60-7405-9bed-f5dcfdc8af85' }],
  ])('leaves alone what is not meant: %s', async (_, filter) => {
    const { code, text } = await replay(await aMisreadDesk(), { dryRun: true, ...filter });
    expect([code, JSON.parse(text)]).toMatchObject([0, { submissions: 0, rows: { read: 0 } }]);
  });

  test('finds what came on the day that is named', async () => {
    const { text } = await replay(await aMisreadDesk(), { dryRun: true, since: '2025-08-15' });
    expect(JSON.parse(text)).toMatchObject({ submissions: 1 });
  });

  test('names a file that the tables of today cannot read, and leaves its verdicts as they are', async () => {
    const other = await tablesWith({ 'columns.yaml': (text) => text.replace(/^Tgl Lahir:/m, 'Lahir Pada:') });
    const desk = await aDesk(other);
    await desk.store.transact((tx) => desk.store.site.importSite(tx, desk.site, desk.now));
    const { id, counts } = await desk.handIn(aList([line]).replace('Tgl Lahir', 'Lahir Pada'));
    const { code, text } = await replay(desk);
    expect([code, JSON.parse(text)]).toMatchObject([1, { notRead: [{ submission: id, why: 'tidak-terbaca', codes: ['kolom-wajib'] }] }]);
    expect(await desk.find(id)).toMatchObject({ state: 'selesai', counts });
  });
});

describe('an import of the register', () => {
  test('lets rows go that stood quarantined for want of their place', async () => {
    const desk = await aDesk();
    const { id } = await desk.handIn(aList([line], { place: 'MELATI 7' }));
    await desk.store.transact((tx) => desk.store.site.importSite(tx, siteWith(melati), desk.now));
    const done = await rereadAfterImport(configOf(desk), desk.store, () => undefined);
    expect(done).toEqual({ submissions: 1, quarantinedBefore: 1, quarantined: 0 });
    expect(await desk.find(id)).toMatchObject({ counts: { quarantined: 0 } });
  });
});
