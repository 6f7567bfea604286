import { createHmac, timingSafeEqual } from 'node:crypto';
import { toJsonText } from "./json.js";
const prefix = 'titian';
/** Makes a key and returns its text, which is shown once and never again: only a keyed hash is kept. */
export async function createApiKey(db, { name, scope, at }) {
    const id = Buffer.from(db.random(6)).toString('hex');
    const secret = Buffer.from(db.random(32)).toString('base64url');
    await db.count('insert-api-key', [id, name, toJsonText(scope), digestOf(db, id, secret), at]);
    return { id, name, scope, text: `${prefix}_${id}_${secret}` };
}
/** Whose key this text is, or undefined. Unknown, revoked and wrong keys take the same time and look the same. */
export async function verifyApiKey(db, text) {
    const [, id = '', secret = ''] = /^titian_([0-9a-f]{12})_([\w-]{43})$/.exec(text) ?? [];
    const [row] = await db.rows('get-api-key', [id]);
    const digest = digestOf(db, id, secret);
    const same = timingSafeEqual(row?.digest.length === digest.length ? row.digest : Buffer.alloc(digest.length), digest);
    return same && row !== undefined ? { id: row.id, name: row.name, scope: row.scope } : undefined;
}
/** Ends a key at once. False when there is none with this id, or it was ended before. */
export async function revokeApiKey(db, id, at) {
    return (await db.count('revoke-api-key', [id, at])) === 1;
}
/** How many keys are in force: none means that the first one is to be made and shown. */
export async function countApiKeys(db) {
    const [row] = await db.rows('count-api-keys');
    return row?.keys ?? 0;
}
function digestOf({ keys }, id, secret) {
    return Buffer.concat([keys.access.id, createHmac('sha256', keys.access.key).update(`${id}|${secret}`, 'utf8').digest()]);
}
//# sourceMappingURL=api-keys.js.map