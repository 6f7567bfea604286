import { createHmac, hkdfSync } from 'node:crypto';
/** Derives every sub-key from the master key with HKDF-SHA-256 (RFC 5869). */
export function toKeyring(master) {
    const id = derive(master, 'id', 4);
    const subKey = (purpose) => ({ id, key: derive(master, purpose, 32) });
    return {
        keyId: id.toString('hex'),
        fingerprint: derive(master, 'fingerprint', 32).toString('hex'),
        wrap: subKey('wrap'),
        index: subKey('index'),
        raw: subKey('raw'),
        ids: subKey('ids'),
        access: subKey('access'),
    };
}
/** A key of its own for one scope (a submission, a reading), so that no key ever seals too many values for random nonces. */
export function toScopedKey(key, scope) {
    return { id: key.id, key: createHmac('sha256', key.key).update(scope, 'utf8').digest() };
}
/** The key of one person, named by four bytes of its own. */
export function toPersonKey(key) {
    return { id: createHmac('sha256', key).update('titian/key-id', 'utf8').digest().subarray(0, 4), key };
}
function derive(master, purpose, bytes) {
    return Buffer.from(hkdfSync('sha256', master, new Uint8Array(0), `titian/v1/${purpose}`, bytes));
}
//# sourceMappingURL=keyring.js.map