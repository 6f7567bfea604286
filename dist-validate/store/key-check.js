import { createPool } from "./connect.js";
import { KeyFault } from "./sealing/key-fault.js";
import { statementText } from "./statement.js";
/** The id of the master key a database needs, or undefined when it is new. Ask before opening the key file, so that no new key is made for an old database. */
export async function findKeyId(url) {
    const pool = createPool(url, 1, () => undefined);
    try {
        const { rows } = await pool.query(statementText('has-meta'));
        return rows[0]?.there === true ? (await findFingerprint(pool))?.split(':', 1)[0] : undefined;
    }
    finally {
        await pool.end();
    }
}
/** Binds a new database to its master key, or refuses to open an old one with another key. Throws a KeyFault that names the key needed. */
export async function checkKey(pool, keys) {
    const mine = `${keys.keyId}:${keys.fingerprint}`;
    await pool.query(statementText('keep-key-fingerprint'), [mine]);
    const needed = await findFingerprint(pool);
    if (needed === mine)
        return;
    const neededId = needed?.split(':', 1)[0] ?? '?';
    throw new KeyFault(`Basis data ini memerlukan kunci induk ${neededId}, tetapi gateway dibuka dengan kunci ${keys.keyId}. Kembalikan salinan kunci ${neededId}; tanpa itu tidak ada data yang dapat dibuka.`, `This database needs master key ${neededId}, but the gateway was opened with key ${keys.keyId}. Put the copy of key ${neededId} back; without it no data can be opened.`);
}
async function findFingerprint(pool) {
    const { rows } = await pool.query(statementText('find-key-fingerprint'));
    return rows[0]?.value;
}
//# sourceMappingURL=key-check.js.map