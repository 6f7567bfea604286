import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createPool } from '../../src/store/connect.ts';
import { findKeyId } from '../../src/store/key-check.ts';
import { migrate, readMigrations } from '../../src/store/migrate.ts';
import type { Migration } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query, testKey } from '../a-store.ts';

const aMigration = (name: string, text: string, checksum = name): Migration => ({ name, text, checksum });

async function migrateOnce(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const pool = createPool(url, 2, () => undefined);
  try {
    return await migrate(pool, migrations);
  } finally {
    await pool.end();
  }
}

describe('the schema', () => {
  test('is brought forward once by processes that start at once, and stays as it is afterwards', async () => {
    const url = await aDatabase({ bare: true });
    const migrations = await readMigrations();
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrateOnce(url, migrations)));

    expect(applied.flat().sort()).toEqual(migrations.map(({ name }) => name));
    expect(await migrateOnce(url, migrations)).toEqual([]);
  });

  test('is refused when an applied migration was changed', async () => {
    const url = await aDatabase({ bare: true });
    await migrateOnce(url, [aMigration('0001-a', 'create table a (n integer)')]);
    const changed = [aMigration('0001-a', 'create table a (n bigint)', 'another')];
    await expect(migrateOnce(url, changed)).rejects.toThrow('Migration 0001-a was applied to this database, but its text is another now');
  });

  test('keeps what came before a migration that fails, and nothing of that one', async () => {
    const url = await aDatabase({ bare: true });
    const broken = [aMigration('0001-a', 'create table a (n integer)'), aMigration('0002-b', 'create table b (n integer); create tabel c')];
    await expect(migrateOnce(url, broken)).rejects.toThrow('syntax error');
    expect(await query(url, "select tablename from pg_tables where tablename in ('a', 'b')")).toEqual([{ tablename: 'a' }]);
  });

  test('of a newer version is left alone by an older one', async () => {
    const url = await aDatabase({ bare: true });
    const old = aMigration('0001-a', 'create table a (n integer)');
    await migrateOnce(url, [old, aMigration('0002-b', 'create table b (n integer)')]);
    expect(await migrateOnce(url, [old])).toEqual([]);
  });
});

describe('a database', () => {
  test('opens with the key it was made with and with no other, and says which it needs', async () => {
    const store = await aStore();
    const url = await aDatabase();
    expect(await findKeyId(url)).toBeUndefined();
    await aStore({ url });

    expect(await findKeyId(url)).toBe(store.keyId);
    const withOther = openStore({ url, masterKey: Buffer.alloc(32, 9), environment: 'simulasi', random: randomBytes });
    await expect(withOther).rejects.toThrow(`needs master key ${store.keyId}`);
  });

  test('without a schema needs no key yet', async () => {
    expect(await findKeyId(await aDatabase({ bare: true }))).toBeUndefined();
  });

  test('in another encoding than UTF-8 is refused', async () => {
    const url = await aDatabase({ bare: true });
    const ascii = new URL(url);
    ascii.pathname = `${ascii.pathname}_ascii`;
    await query(
      url,
      `create database ${ascii.pathname.slice(1)} template template0 encoding 'SQL_ASCII' locale 'C' locale_provider 'libc'`,
    );
    try {
      const opening = openStore({ url: ascii.href, masterKey: testKey, environment: 'simulasi', random: randomBytes });
      await expect(opening).rejects.toThrow('must be encoded in UTF8, but is SQL_ASCII');
    } finally {
      await query(url, `drop database ${ascii.pathname.slice(1)} with (force)`);
    }
  });
});

describe('an API key', () => {
  test('opens the door by its text until it is revoked', async () => {
    const store = await aStore();
    expect(await store.apiKeys.countApiKeys(store.db)).toBe(0);
    const made = await store.apiKeys.createApiKey(store.db, { name: 'SIMPUS Ubud', scope: ['submit'], at: new Date(0) });

    expect(await store.apiKeys.verifyApiKey(store.db, made.text)).toEqual({ id: made.id, name: 'SIMPUS Ubud', scope: ['submit'] });
    expect(await store.apiKeys.revokeApiKey(store.db, made.id, new Date(1))).toBe(true);
    expect(await store.apiKeys.verifyApiKey(store.db, made.text)).toBeUndefined();
    expect(await store.apiKeys.countApiKeys(store.db)).toBe(0);
  });

  test('opens nothing when it is unknown, altered or malformed', async () => {
    const store = await aStore();
    const { text } = await store.apiKeys.createApiKey(store.db, { name: 'a', scope: [], at: new Date(0) });
    const altered = text.slice(0, -1) + (text.endsWith('A') ? 'E' : 'A');
    const unknown = text.replace(/_[0-9a-f]{12}_/, '_000000000000_');
    for (const wrong of [altered, unknown, '', 'titian__', `${text}x`]) {
      expect(await store.apiKeys.verifyApiKey(store.db, wrong)).toBeUndefined();
    }
  });

  test('is not kept in any form that opens the door', async () => {
    const url = await aDatabase();
    const store = await aStore({ url });
    const { text } = await store.apiKeys.createApiKey(store.db, { name: 'a', scope: [], at: new Date(0) });
    const kept = JSON.stringify(await query(url, 'select *, encode(digest, $1) as hex from api_key', ['escape']));
    expect(kept).not.toContain(text.slice('titian_'.length + 12 + 1));
  });
});
