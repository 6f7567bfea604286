import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Db } from './db.ts';
import { toJsonText } from './json.ts';

/** What a key may be used for, in the words of the routes: `submit`, `read`, `operasi`, `admin`, and `within:<puskesmas>` which binds it. */
export type Scope = readonly string[];

/** Whose key it is, and what it may do. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
}

const prefix = 'titian';

/** Makes a key and returns its text, which is shown once and never again: only a keyed hash is kept. */
export async function createApiKey(
  db: Db,
  { name, scope, at }: { readonly name: string; readonly scope: Scope; readonly at: Date },
): Promise<ApiKey & { readonly text: string }> {
  const id = Buffer.from(db.random(6)).toString('hex');
  const secret = Buffer.from(db.random(32)).toString('base64url');
  await db.count('insert-api-key', [id, name, toJsonText(scope), digestOf(db, id, secret), at]);
  return { id, name, scope, text: `${prefix}_${id}_${secret}` };
}

/** Whose key this text is, or undefined. Unknown, revoked and wrong keys take the same time and look the same. */
export async function verifyApiKey(db: Db, text: string): Promise<ApiKey | undefined> {
  const [, id = '', secret = ''] = /^titian_([0-9a-f]{12})_([\w-]{43})$/.exec(text) ?? [];
  const [row] = await db.rows<ApiKey & { readonly digest: Buffer }>('get-api-key', [id]);
  const digest = digestOf(db, id, secret);
  const same = timingSafeEqual(row?.digest.length === digest.length ? row.digest : Buffer.alloc(digest.length), digest);
  return same && row !== undefined ? { id: row.id, name: row.name, scope: row.scope } : undefined;
}

/** Ends a key at once. False when there is none with this id, or it was ended before. */
export async function revokeApiKey(db: Db, id: string, at: Date): Promise<boolean> {
  return (await db.count('revoke-api-key', [id, at])) === 1;
}

/** How many keys are in force: none means that the first one is to be made and shown. */
export async function countApiKeys(db: Db): Promise<number> {
  const [row] = await db.rows<{ keys: number }>('count-api-keys');
  return row?.keys ?? 0;
}

function digestOf({ keys }: Db, id: string, secret: string): Buffer {
  return Buffer.concat([keys.access.id, createHmac('sha256', keys.access.key).update(`${id}|${secret}`, 'utf8').digest()]);
}
