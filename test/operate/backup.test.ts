// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/cli/compose-database.ts';
import { restoreStore, tryRestore } from '../../src/cli/compose-operate.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { copyOut } from '../../src/operate/backup/copy-rows.ts';
import { verifyRestored } from '../../src/operate/backup/verify-restored.ts';
import { writeBackup, type BackupMade } from '../../src/operate/backup/write-backup.ts';
import { createOutcomeDesk } from '../../src/report/outcome-desk.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query, testKey } from '../a-store.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from '../store/a-visit-to-keep.ts';

let folder: string;
let store: Store;
let url: string;
let made: BackupMade;
const erased = aPerson();
const child = aPerson();
const reason = 'permintaan\tkeluarga\\ayah';
const quiet = (): void => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titian-backup-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  url = await aDatabase();
  store = await aStore({ url });
  await store.transact(async (tx) => {
    const { reading } = await store.submissions.receive(tx, anIncoming(`Made Suasta;10,4\n${randomBytes(900_000).toString('hex')}`));
    await store.persons.savePersons(tx, [{ person: child }, { person: erased }], at('08:00'));
    const visits = [aVisitToKeep(child), aVisitToKeep(erased)];
    await store.visits.saveVisits(tx, visits, at('08:00'));
    await store.rows.insertRows(tx, reading, { from: 0, at: at('08:00') }, [{ row: aRow(1), person: child.id }, { row: aRow(2) }]);
    const subject = { kind: 'visit', id: visits[0]?.visit.id ?? '' } as const;
    await store.owed.owe(
      tx,
      [{ platform: 'satusehat', subject, version: 1, due: at('07:00'), beginning: { state: 'ready' } }],
      at('08:00'),
    );
  });
  await query(
    url,
    `insert into policy select 'puskesmas-' || n, jsonb_build_object('catatan', repeat('baris\\n', 40)) from generate_series(1, 5000) n`,
  );
  made = await backUp('cadangan.gz');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const backUp = (name: string): Promise<BackupMade> => withClient(url, (client) => writeBackup(client, join(folder, name), at('09:00')));

function aConfig(databaseUrl: string, settings: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    DATABASE_URL: databaseUrl,
    TITIAN_MASTER_KEY_FILE: join(folder, 'master.key'),
    TITIAN_DATA: join(folder, 'data'),
    ...settings,
  });
}

const restore = async (into: string, file = made.file, erasuresFrom?: string): ReturnType<typeof restoreStore> =>
  restoreStore(aConfig(into), { file, erasuresFrom }, quiet);
const countOf = async (database: string, table: string): Promise<unknown> =>
  (await query<{ count: string }>(database, `select count(*) from ${table}`))[0]?.count;

describe('a backup', () => {
  test('lies there whole, readable by its owner alone, with the hash of the file it told', async () => {
    const { mode, size } = await stat(made.file);
    expect([mode & 0o777, size]).toEqual([0o600, made.bytes]);
    expect(
      createHash('sha256')
        .update(await readFile(made.file))
        .digest('hex'),
    ).toBe(made.sha256);
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test('names rows and hash of every table, and the master key it needs but never the key', async () => {
    const text = gunzipSync(await readFile(made.file));
    expect(made.tables.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['person', 'visit', 'submission_chunk', 'owed', 'erasure', 'meta']),
    );
    expect(made.tables.find(({ table }) => table === 'policy')?.rows).toBe(5000);
    expect(made.keyId).toBe(store.keyId);
    expect(text.includes(Buffer.from(testKey)) || text.includes(Buffer.from(testKey).toString('hex'))).toBe(false);
    expect(text.toString('utf8')).not.toContain('Suasta');
  });

  test('of the same state has the same tables again', async () => {
    expect((await backUp('lagi.gz')).tables).toEqual(made.tables);
  });

  test('never overwrites another file', async () => {
    await expect(backUp('cadangan.gz')).rejects.toThrow(/sudah ada/);
    expect(
      createHash('sha256')
        .update(await readFile(made.file))
        .digest('hex'),
    ).toBe(made.sha256);
  });

  test('of a database that Titian never used says so and leaves no file', async () => {
    const bare = await aDatabase({ bare: true });
    await expect(withClient(bare, (client) => writeBackup(client, join(folder, 'kosong.gz'), at('09:00')))).rejects.toThrow(
      /belum pernah dipakai/,
    );
    expect((await readdir(folder)).filter((name) => name.startsWith('kosong'))).toEqual([]);
  });

  test('that cannot be written on ends, and the rows behind it are not read', async () => {
    let taken = 0;
    const full = (): Promise<void> => {
      taken += 1;
      return Promise.reject(new Error('ENOSPC'));
    };
    await expect(
      withClient(url, (client) => copyOut(client, "copy (select repeat('x', 1000) from generate_series(1, 100000)) to stdout", full)),
    ).rejects.toThrow('ENOSPC');
    expect(taken).toBe(1);
  });
});

describe('a restore', () => {
  test('into an empty database brings back every visit, and the key opens them', async () => {
    const into = await aDatabase({ bare: true });
    const done = await restore(into);
    expect(done.tables).toEqual(made.tables);
    const again = await aStore({ url: into });
    expect((await again.persons.getPersons(again.db, [child.id])).get(child.id)?.person).toMatchObject({
      name: child.name,
      birthDate: child.birthDate,
    });
  });

  test('has every open debt looked up before it is sent, since it may have been delivered meanwhile', async () => {
    const into = await aDatabase({ bare: true });
    await restore(into);
    expect(await query(url, 'select reconcile from owed')).toEqual([{ reconcile: false }]);
    expect(await query(into, 'select reconcile, state from owed')).toEqual([{ reconcile: true, state: 'ready' }]);
  });

  test('keeps every key that signed a receipt, and tells senders their outcomes again from the beginning', async () => {
    const outcomesOf = (from: Store, since?: string): ReturnType<ReturnType<typeof createOutcomeDesk>['outcomes']> =>
      createOutcomeDesk({ store: from, wordsOf: () => undefined, now: () => at('09:00') }).outcomes(
        since,
        { submitter: 'kunci-1', all: false },
        100,
      );
    await store.transact((tx) => store.signingKeys.rotateSigningKey(tx, at('08:30')));
    const heard = await outcomesOf(store);
    const { file } = await backUp('tanda-terima.gz');
    const into = await aDatabase({ bare: true });
    await restore(into, file);
    const again = await aStore({ url: into });
    const keys = await store.signingKeys.publicSigningKeys(store.db, at('09:00'));
    expect(keys).toHaveLength(2);
    expect(await again.signingKeys.publicSigningKeys(again.db, at('09:00'))).toEqual(keys);
    expect((await again.signingKeys.currentSigningKey(again.db, at('09:00'))).kid).toBe(keys[0]?.kid);
    expect(heard?.rows).toHaveLength(2);
    expect(await outcomesOf(again, heard?.next)).toMatchObject({ anew: true, rows: heard?.rows });
  });

  test('into a store that holds anything is refused, and that store stays as it is', async () => {
    const into = await aDatabase();
    await query(into, `insert into policy values ('puskesmas-uji', '{}')`);
    await expect(restore(into)).rejects.toThrow(/penyimpanan kosong/);
    expect([await countOf(into, 'policy'), await countOf(into, 'person')]).toEqual(['1', '0']);
  });

  test('without the master key it needs is refused before anything is touched', async () => {
    const into = await aDatabase({ bare: true });
    const config = aConfig(into, { TITIAN_MASTER_KEY_FILE: join(folder, 'tidak-ada.key') });
    await expect(restoreStore(config, { file: made.file, erasuresFrom: undefined }, quiet)).rejects.toThrow(store.keyId);
    expect(await query(into, "select to_regclass('meta')::text as meta")).toEqual([{ meta: null }]);
  });

  test('erases again whoever a newer backup says was erased', async () => {
    await store.transact((tx) => store.erasure.erasePerson(tx, { person: erased.id, at: at('10:00'), reason }));
    const newer = await backUp('lebih-baru.gz');
    const into = await aDatabase({ bare: true });
    expect((await restore(into, made.file, newer.file)).erased).toBe(1);
    expect(await query(into, 'select id from person where sealed_key is null')).toEqual([{ id: erased.id }]);
    expect(await query(into, 'select person, erased_at, reason from erasure')).toEqual([
      { person: erased.id, erased_at: at('10:00'), reason },
    ]);
  });

  test.each<[string, (text: Buffer) => Buffer]>([
    ['was cut short', (text) => text.subarray(0, text.length - 200)],
    ['lost a row', (text) => Buffer.from(text.toString('latin1').replace(/\npuskesmas-17\t[^\n]*/, ''), 'latin1')],
    ['had a value changed', (text) => Buffer.from(text.toString('latin1').replace('\npuskesmas-17\t', '\npuskesmas-x7\t'), 'latin1')],
    ['had its manifest changed', (text) => Buffer.from(text.toString('latin1').replace('"rows":5000', '"rows":4999'), 'latin1')],
    ['had something added', (text) => Buffer.concat([text, Buffer.from('{}\n')])],
  ])('of a file that %s brings nothing back', async (_, change) => {
    const file = join(folder, `${randomBytes(4).toString('hex')}.gz`);
    await writeFile(file, gzipSync(change(gunzipSync(await readFile(made.file)))));
    const into = await aDatabase({ bare: true });
    await expect(restore(into, file)).rejects.toThrow(/rusak/);
    expect(await countOf(into, 'policy')).toBe('0');
  });

  test('of a file that is no backup says what was expected', async () => {
    const file = join(folder, 'catatan.gz');
    await writeFile(file, gzipSync('nama;nik\n'));
    await expect(restore(await aDatabase({ bare: true }), file)).rejects.toThrow(/bukan cadangan Titian/);
  });

  test('of a newer version of Titian is refused', async () => {
    const file = join(folder, 'baru.gz');
    const text = gunzipSync(await readFile(made.file)).toString('latin1');
    await writeFile(
      file,
      gzipSync(
        Buffer.from(text.replace('"migrations":[', `"migrations":[{"name":"9999-nanti","checksum":"${'0'.repeat(64)}"},`), 'latin1'),
      ),
    );
    await expect(restore(await aDatabase({ bare: true }), file)).rejects.toThrow(/tidak dikenal versi Titian ini/);
  });
});

describe('a trial restore', () => {
  test('tells every table that differs by a row or by a value', async () => {
    const into = await aDatabase({ bare: true });
    const { tables } = await restore(into);
    await query(into, "delete from policy where puskesmas = 'puskesmas-17'");
    await query(into, 'update owed set attempts = 7');
    const compared = await withClient(into, (client) => verifyRestored(client, tables));
    expect(compared.filter(({ same }) => !same)).toEqual([
      { table: 'owed', promised: 1, rows: 1, same: false },
      { table: 'policy', promised: 5000, rows: 4999, same: false },
    ]);
  });

  test('compares every table and leaves the store and no second database behind', async () => {
    const databases = (): Promise<unknown> => query(url, "select datname from pg_database where datname like 'titian_uji_%'");
    const trial = await tryRestore(aConfig(url), made.file, quiet);
    expect(trial.keyHere).toBe(true);
    expect(trial.tables.map(({ table, rows, same }) => [table, rows, same])).toEqual(
      made.tables.map(({ table, rows }) => [table, rows, true]),
    );
    expect(await databases()).toEqual([]);
  });
});
