import { createCipheriv, createDecipheriv } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { KeyFault } from "./key-fault.js";
// A sealed value: format (1 byte), key id (4), how it was packed (1), nonce (12), ciphertext, tag (16).
const format = 1;
const headLength = 6;
const nonceLength = 12;
const tagLength = 16;
const stored = 0;
const deflated = 1;
/** No sealed value of ours is larger when unpacked; more is an attack or a defect. */
const maxUnpackedBytes = 256 * 1024 * 1024;
/**
 * Seals bytes with AES-256-GCM after compression, bound to `context` (table, column and id), so that no ciphertext can be moved to another row.
 * The nonce is random: one key seals far fewer than 2^32 values, because keys are made per person and per submission.
 */
export function seal(key, context, plain, random) {
    const packed = pack(plain);
    const head = Buffer.from([format, ...key.id, packed === plain ? stored : deflated]);
    const nonce = random(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', key.key, nonce, { authTagLength: tagLength });
    cipher.setAAD(Buffer.concat([head, Buffer.from(context, 'utf8')]));
    return Buffer.concat([head, nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
}
/** Opens what `seal` sealed. Throws a KeyFault for another key, another row, or a changed byte. */
export function unseal(key, context, sealed) {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < headLength + nonceLength + tagLength || bytes[0] !== format)
        throw damaged(context);
    const head = bytes.subarray(0, headLength);
    const named = head.subarray(1, 5);
    if (!named.equals(key.id))
        throw otherKey(context, named.toString('hex'), Buffer.from(key.id).toString('hex'));
    const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(headLength, headLength + nonceLength), {
        authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.concat([head, Buffer.from(context, 'utf8')]));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    try {
        const packed = Buffer.concat([decipher.update(bytes.subarray(headLength + nonceLength, -tagLength)), decipher.final()]);
        return head[5] === deflated ? inflateRawSync(packed, { maxOutputLength: maxUnpackedBytes }) : packed;
    }
    catch (cause) {
        throw damaged(context, cause);
    }
}
/** Seals any JSON value. */
export function sealJson(key, context, value, random) {
    return seal(key, context, Buffer.from(JSON.stringify(value), 'utf8'), random);
}
/** Opens what `sealJson` sealed; the caller knows the type because it sealed the value. */
export function unsealJson(key, context, sealed) {
    return JSON.parse(unseal(key, context, sealed).toString('utf8'));
}
/** Below 128 bytes deflate gains nothing; a small window keeps the cost of small values small; large ones are packed fast. */
function pack(plain) {
    if (plain.length < 128)
        return plain;
    const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(plain.length))));
    const packed = deflateRawSync(plain, { level: plain.length > 65536 ? 2 : 6, windowBits, memLevel: Math.min(8, windowBits - 6) });
    return packed.length < plain.length ? packed : plain;
}
function damaged(context, cause) {
    const place = placeOf(context);
    return new KeyFault(`Data tersegel di ${place} rusak atau dipindahkan dari baris lain. Pulihkan dari cadangan, lalu laporkan.`, `Sealed data in ${place} is damaged or was moved from another row. Restore it from a backup, and report it.`, cause);
}
function otherKey(context, needed, came) {
    return new KeyFault(`Data tersegel di ${placeOf(context)} memerlukan kunci ${needed}, tetapi yang dipakai kunci ${came}.`, `Sealed data in ${placeOf(context)} needs key ${needed}, but key ${came} was used.`);
}
function placeOf(context) {
    return context.split('|', 1)[0] ?? context;
}
//# sourceMappingURL=seal.js.map