import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { toBlindIndex } from '../../src/store/sealing/blind-index.ts';
import { toKeyring, toPersonKey, toScopedKey } from '../../src/store/sealing/keyring.ts';
import { openMasterKey } from '../../src/store/sealing/master-key.ts';
import { toIdOf } from '../../src/store/sealing/resource-id.ts';
import { seal, unseal } from '../../src/store/sealing/seal.ts';

const keys = toKeyring(Buffer.alloc(32, 1));
const others = toKeyring(Buffer.alloc(32, 2));

describe('a sealed value', () => {
  test.each([0, 1, 127, 128, 600, 70_000, 2_000_000])('of %d bytes opens to what was sealed', (length) => {
    const plain = Buffer.from('berat badan 8,1 kg; '.repeat(Math.ceil(length / 20))).subarray(0, length);
    expect(unseal(keys.raw, 'row|1', seal(keys.raw, 'row|1', plain, randomBytes)).equals(plain)).toBe(true);
  });

  test('that cannot be compressed opens too', () => {
    const plain = randomBytes(5000);
    expect(unseal(keys.raw, 'row|1', seal(keys.raw, 'row|1', plain, randomBytes)).equals(plain)).toBe(true);
  });

  test('names its key, and says which key it needs when another is used', () => {
    const sealed = seal(keys.raw, 'row|1', Buffer.from('Made'), randomBytes);
    expect(sealed.subarray(1, 5).toString('hex')).toBe(keys.keyId);
    expect(() => unseal(others.raw, 'row|1', sealed)).toThrow(`needs key ${keys.keyId}`);
  });

  test('does not open in another row', () => {
    const sealed = seal(keys.raw, 'row|1', Buffer.from('Made'), randomBytes);
    expect(() => unseal(keys.raw, 'row|2', sealed)).toThrow('moved from another row');
  });

  test.each([0, 5, 10, 20, -1])('does not open when byte %d was changed', (index) => {
    const sealed = seal(keys.raw, 'row|1', Buffer.from('Made Suasta'), randomBytes);
    const position = index < 0 ? sealed.length - 1 : index;
    sealed.writeUInt8(sealed.readUInt8(position) ^ 1, position);
    expect(() => unseal(keys.raw, 'row|1', sealed)).toThrow('damaged');
  });

  test('looks different each time it is sealed', () => {
    const plain = Buffer.from('Made');
    expect(seal(keys.raw, 'row|1', plain, randomBytes).equals(seal(keys.raw, 'row|1', plain, randomBytes))).toBe(false);
  });

  test('of one person does not open with the key of another', () => {
    const sealed = seal(toPersonKey(randomBytes(32)), 'person|1', Buffer.from('Made'), randomBytes);
    expect(() => unseal(toPersonKey(randomBytes(32)), 'person|1', sealed)).toThrow('needs key');
    expect(() => unseal(toScopedKey(keys.raw, 'submission|1'), 'person|1', sealed)).toThrow('needs key');
  });
});

describe('a blind index', () => {
  test('is the same for the same value, and another for another kind, environment or key', () => {
    const digest = toBlindIndex(keys, 'simulasi');
    const nik = '5103990503240001';
    expect(digest('nik', nik).equals(toBlindIndex(keys, 'simulasi')('nik', nik))).toBe(true);
    const different = [
      digest('nik', nik),
      digest('nik-ibu', nik),
      toBlindIndex(keys, 'produksi')('nik', nik),
      toBlindIndex(others, 'simulasi')('nik', nik),
    ];
    expect(new Set(different.map((one) => one.toString('hex'))).size).toBe(4);
    expect(digest('lahir', 'a', 'bc').equals(digest('lahir', 'ab', 'c'))).toBe(false);
  });
});

describe('a resource id', () => {
  const visit = 'c6f1f3f2-6c52-4ab1-9a3e-3a5a0b8f1d11';

  test('is a UUID of version 8 that is the same for the same fact', () => {
    const idOf = toIdOf(keys);
    expect(idOf(visit, 'berat-badan', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idOf(visit, 'berat-badan', 1)).toBe(toIdOf(keys)(visit, 'berat-badan', 1));
  });

  test('differs between facts, ordinals and keys', () => {
    const ids = [
      toIdOf(keys)(visit, 'berat-badan', 1),
      toIdOf(keys)(visit, 'berat-badan', 2),
      toIdOf(keys)(visit, 'tinggi-badan', 1),
      toIdOf(others)(visit, 'berat-badan', 1),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});

describe('the master key', () => {
  const aPath = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'titian-key-')), 'kunci', 'titian.key');

  test('is made at the first start, readable by nobody else, and found again at the next', async () => {
    const path = await aPath();
    const first = await openMasterKey(path, randomBytes);
    const second = await openMasterKey(path, randomBytes);

    expect([first.created, second.created]).toEqual([true, false]);
    expect(Buffer.from(second.key).equals(first.key)).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path)).toHaveLength(32);
  });

  test('is one and the same for two first starts at once', async () => {
    const path = await aPath();
    const starts = await Promise.all(Array.from({ length: 8 }, () => openMasterKey(path, randomBytes)));
    expect(new Set(starts.map(({ keyId }) => keyId)).size).toBe(1);
  });

  test('is refused when others may read it', async () => {
    const path = await aPath();
    await openMasterKey(path, randomBytes);
    await chmod(path, 0o644);
    await expect(openMasterKey(path, randomBytes)).rejects.toThrow(`chmod 600 ${path}`);
  });

  test('is refused when it is not 32 bytes', async () => {
    const path = await aPath();
    await openMasterKey(path, randomBytes);
    await writeFile(path, 'terpotong');
    await expect(openMasterKey(path, randomBytes)).rejects.toThrow('must hold exactly 32 bytes, but holds 9');
  });

  test('is not made anew for a database that needs one, which is named', async () => {
    const path = await aPath();
    await expect(openMasterKey(path, randomBytes, '0a1b2c3d')).rejects.toThrow('needs master key 0a1b2c3d');
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  test('is refused when the database needs another', async () => {
    const path = await aPath();
    const { keyId } = await openMasterKey(path, randomBytes);
    await expect(openMasterKey(path, randomBytes, '0a1b2c3d')).rejects.toThrow(`holds key ${keyId}`);
  });
});
