import { readFile, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { toFailure, toOk, toWarning, type Finding, type Said } from './finding.ts';

/** Where the master key should be, and how a key is named. */
export interface KeyPlace {
  readonly file: string;
  readonly dataDir: string;
  /** Id of a key by its bytes. */
  readonly keyIdOf: (key: Uint8Array) => string;
}

const keyBytes = 32;
const check = 'kunci-induk';

/** Is the master key there, closed to others, whole, and the one the database needs (undefined: a new database needs none yet)? */
export async function checkKey({ file, dataDir, keyIdOf }: KeyPlace, needed: string | undefined): Promise<readonly Finding[]> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return [toMissing(file, needed)];
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    return [
      fail(
        { id: `${file} terbuka bagi pengguna lain.`, en: `${file} is open to others.` },
        { id: `Jalankan: chmod 600 ${file}`, en: `Run: chmod 600 ${file}` },
      ),
    ];
  if (found.size !== keyBytes)
    return [
      fail(
        { id: `${file} berisi ${String(found.size)} byte, seharusnya ${String(keyBytes)}.`, en: `${file} is not whole.` },
        putBack(needed),
      ),
    ];
  const keyId = keyIdOf(await readFile(file));
  if (needed !== undefined && needed !== keyId)
    return [
      fail(
        {
          id: `Basis data memerlukan kunci ${needed}, berkas berisi ${keyId}.`,
          en: `The database needs key ${needed}, the file holds ${keyId}.`,
        },
        putBack(needed),
      ),
    ];
  if (file.startsWith(dataDir + sep)) return [toInside(keyId)];
  return [toOk(check, `Kunci ${keyId}. Pastikan ada salinannya di tempat lain.`, `Key ${keyId}. See that a copy is kept elsewhere.`)];
}

function toInside(keyId: string): Finding {
  return toWarning(
    check,
    { id: `Kunci ${keyId} terletak di dalam folder data.`, en: `Key ${keyId} lies inside the data folder.` },
    {
      id: 'Pindahkan, agar salinan folder data tidak membawa kuncinya (TITIAN_MASTER_KEY_FILE).',
      en: 'Move it out, so that a copy of the data does not carry its key.',
    },
  );
}

function toMissing(file: string, needed: string | undefined): Finding {
  if (needed === undefined) return toOk(check, `${file} belum ada; start pertama membuatnya.`, 'Not there yet; the first start makes it.');
  return fail(
    { id: `Tidak ada ${file}; basis data memerlukan kunci ${needed}.`, en: `There is no ${file}; the database needs key ${needed}.` },
    putBack(needed),
  );
}

function putBack(needed: string | undefined): Said {
  return {
    id: `Kembalikan salinan kunci ${needed ?? ''} (mode 0600). Tanpa kunci itu data tidak dapat dibuka.`,
    en: `Put the copy of key ${needed ?? ''} back (mode 0600). Without it the data cannot be opened.`,
  };
}

function fail(said: Said, remedy: Said): Finding {
  return toFailure(check, said, remedy);
}
