import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../embedded/error-code.ts';
import { KeyFault } from './key-fault.ts';
import { toKeyring } from './keyring.ts';
import type { Random } from './seal.ts';
import { syncFolder } from '../../sync-folder.ts';

/** The master key, and whether it was made just now (then somebody has to be told to keep a copy). */
export interface MasterKey {
  readonly key: Uint8Array;
  readonly keyId: string;
  readonly created: boolean;
}

const keyBytes = 32;

/**
 * Reads the master key from its file, or makes one at the first start. `needed` is the key id the database asks for (`findKeyId`):
 * a database that already has a key never gets a new one, because everything in it would stay closed for ever.
 * Throws a KeyFault when the file is missing though needed, is another key, has another size, or may be read by others.
 */
export async function openMasterKey(path: string, random: Random, needed?: string): Promise<MasterKey> {
  const known = await readKey(path);
  const key = known ?? (await createKey(path, random, needed));
  const { keyId } = toKeyring(key);
  if (needed !== undefined && needed !== keyId) throw otherKey(path, needed, keyId);
  return { key, keyId, created: known === undefined };
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  const info = await stat(path).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new KeyFault(`Berkas kunci induk ${path} tidak dapat dibaca.`, `The master key file ${path} cannot be read.`, cause);
  });
  if (info === undefined) return undefined;
  if (process.platform !== 'win32' && (info.mode & 0o077) !== 0) throw openToOthers(path, info.mode & 0o777);
  if (info.size !== keyBytes) throw wrongSize(path, info.size);
  return readFile(path);
}

/** The key is written beside its place, synced, and linked there in one step: two first starts at once end with one whole key. */
async function createKey(path: string, random: Random, needed: string | undefined): Promise<Uint8Array> {
  if (needed !== undefined) throw missing(path, needed);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = join(dirname(path), `.${Buffer.from(random(8)).toString('hex')}.tmp`);
  try {
    await writeSynced(draft, random(keyBytes));
    await link(draft, path);
  } catch (cause) {
    if (errorCode(cause) !== 'EEXIST')
      throw new KeyFault(`Kunci induk tidak dapat ditulis ke ${path}.`, `The master key cannot be written to ${path}.`, cause);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return (await readKey(path)) ?? createKey(path, random, needed);
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function missing(path: string, needed: string): KeyFault {
  return new KeyFault(
    `Basis data ini memerlukan kunci induk ${needed}, tetapi berkas ${path} tidak ada. Kembalikan salinan kunci itu ke tempatnya (mode 0600). Tanpa kunci itu data tidak dapat dibuka.`,
    `This database needs master key ${needed}, but there is no file ${path}. Put the copy of that key back in its place (mode 0600). Without it the data cannot be opened.`,
  );
}

function otherKey(path: string, needed: string, came: string): KeyFault {
  return new KeyFault(
    `Basis data ini memerlukan kunci induk ${needed}, tetapi berkas ${path} berisi kunci ${came}. Simpan kunci yang ada di tempat lain dan kembalikan salinan kunci ${needed}.`,
    `This database needs master key ${needed}, but the file ${path} holds key ${came}. Keep that key elsewhere and put the copy of key ${needed} back.`,
  );
}

function openToOthers(path: string, mode: number): KeyFault {
  const octal = mode.toString(8).padStart(4, '0');
  return new KeyFault(
    `Berkas kunci induk ${path} bermode ${octal}: orang lain di komputer ini dapat membacanya. Jalankan: chmod 600 ${path}`,
    `The master key file ${path} has mode ${octal}: others on this machine can read it. Run: chmod 600 ${path}`,
  );
}

function wrongSize(path: string, size: number): KeyFault {
  return new KeyFault(
    `Berkas kunci induk ${path} harus berisi tepat ${String(keyBytes)} byte, tetapi berisi ${String(size)}. Kembalikan salinannya yang utuh.`,
    `The master key file ${path} must hold exactly ${String(keyBytes)} bytes, but holds ${String(size)}. Put its whole copy back.`,
  );
}
