import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from "../embedded/error-code.js";
import { KeyFault } from "./key-fault.js";
import { toKeyring } from "./keyring.js";
const keyBytes = 32;
/**
 * Reads the master key from its file, or makes one at the first start. `needed` is the key id the database asks for (`findKeyId`):
 * a database that already has a key never gets a new one, because everything in it would stay closed for ever.
 * Throws a KeyFault when the file is missing though needed, is another key, has another size, or may be read by others.
 */
export async function openMasterKey(path, random, needed) {
    const known = await readKey(path);
    const key = known ?? (await createKey(path, random, needed));
    const { keyId } = toKeyring(key);
    if (needed !== undefined && needed !== keyId)
        throw otherKey(path, needed, keyId);
    return { key, keyId, created: known === undefined };
}
async function readKey(path) {
    const info = await stat(path).catch((cause) => {
        if (errorCode(cause) === 'ENOENT')
            return undefined;
        throw new KeyFault(`Berkas kunci induk ${path} tidak dapat dibaca.`, `The master key file ${path} cannot be read.`, cause);
    });
    if (info === undefined)
        return undefined;
    if (process.platform !== 'win32' && (info.mode & 0o077) !== 0)
        throw openToOthers(path, info.mode & 0o777);
    if (info.size !== keyBytes)
        throw wrongSize(path, info.size);
    return readFile(path);
}
/** The key is written beside its place, synced, and linked there in one step: two first starts at once end with one whole key. */
async function createKey(path, random, needed) {
    if (needed !== undefined)
        throw missing(path, needed);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = join(dirname(path), `.${Buffer.from(random(8)).toString('hex')}.tmp`);
    try {
        await writeSynced(draft, random(keyBytes));
        await link(draft, path);
    }
    catch (cause) {
        if (errorCode(cause) !== 'EEXIST')
            throw new KeyFault(`Kunci induk tidak dapat ditulis ke ${path}.`, `The master key cannot be written to ${path}.`, cause);
    }
    finally {
        await rm(draft, { force: true });
    }
    await syncFolder(dirname(path));
    return (await readKey(path)) ?? createKey(path, random, needed);
}
async function writeSynced(path, bytes) {
    const file = await open(path, 'wx', 0o600);
    try {
        await file.writeFile(bytes);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
async function syncFolder(path) {
    if (process.platform === 'win32')
        return;
    const folder = await open(path, 'r');
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}
function missing(path, needed) {
    return new KeyFault(`Basis data ini memerlukan kunci induk ${needed}, tetapi berkas ${path} tidak ada. Kembalikan salinan kunci itu ke tempatnya (mode 0600). Tanpa kunci itu data tidak dapat dibuka.`, `This database needs master key ${needed}, but there is no file ${path}. Put the copy of that key back in its place (mode 0600). Without it the data cannot be opened.`);
}
function otherKey(path, needed, came) {
    return new KeyFault(`Basis data ini memerlukan kunci induk ${needed}, tetapi berkas ${path} berisi kunci ${came}. Simpan kunci yang ada di tempat lain dan kembalikan salinan kunci ${needed}.`, `This database needs master key ${needed}, but the file ${path} holds key ${came}. Keep that key elsewhere and put the copy of key ${needed} back.`);
}
function openToOthers(path, mode) {
    const octal = mode.toString(8).padStart(4, '0');
    return new KeyFault(`Berkas kunci induk ${path} bermode ${octal}: orang lain di komputer ini dapat membacanya. Jalankan: chmod 600 ${path}`, `The master key file ${path} has mode ${octal}: others on this machine can read it. Run: chmod 600 ${path}`);
}
function wrongSize(path, size) {
    return new KeyFault(`Berkas kunci induk ${path} harus berisi tepat ${String(keyBytes)} byte, tetapi berisi ${String(size)}. Kembalikan salinannya yang utuh.`, `The master key file ${path} must hold exactly ${String(keyBytes)} bytes, but holds ${String(size)}. Put its whole copy back.`);
}
//# sourceMappingURL=master-key.js.map