import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { KeyFault } from './sealing/key-fault.ts';
import type { Keyring } from './sealing/keyring.ts';
import { toIdOf } from './sealing/resource-id.ts';

/** A public key as RFC 8037 writes Ed25519 keys, named by its RFC 7638 thumbprint. */
export interface PublicSigningKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** The key receipts are signed with at present. The private part lives in memory only. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

/**
 * The key to sign with now; the first one begins when it is first asked for. It follows from the master key, so that whoever restores a
 * backup with that key has it again. Throws a KeyFault where what is kept was made by another master key.
 */
export async function currentSigningKey(db: Db, at: Date): Promise<SigningKey> {
  const [known] = await findCurrent(db);
  if (known === undefined) await keepGeneration(db, 1, at);
  const [kept] = known === undefined ? await findCurrent(db) : [known];
  if (kept === undefined) throw new Error('a signing key that was just kept is not there');
  const made = await makeKey(db, kept.generation);
  if (made.publicKey.kid !== kept.kid) throw otherKey(kept.kid, made.publicKey.kid);
  return { kid: kept.kid, privateKey: made.privateKey };
}

/** Every public key there ever was, the newest first: receipts of a key that was replaced can still be verified. */
export async function publicSigningKeys(db: Db, at: Date): Promise<readonly PublicSigningKey[]> {
  await currentSigningKey(db, at);
  return (await db.rows<{ public_jwk: PublicSigningKey }>('list-signing-keys', [db.environment])).map((row) => row.public_jwk);
}

/** Begins a new key and ends the one before; its public part stays. Returns the new key's name. */
export async function rotateSigningKey(tx: Tx, at: Date): Promise<string> {
  await currentSigningKey(tx, at);
  await tx.count('retire-signing-keys', [tx.environment, at]);
  const [newest] = await tx.rows<{ generation: number }>('newest-signing-generation', [tx.environment]);
  return keepGeneration(tx, (newest?.generation ?? 0) + 1, at);
}

/** Names this installation in what it signs: the same under the same master key, and nothing can be learned from it. */
export function installationId({ keys }: { readonly keys: Keyring }): string {
  return `urn:uuid:${toIdOf({ ids: keys.signing })('installation', 'issuer', 1)}`;
}

function findCurrent(db: Db): Promise<readonly { generation: number; kid: string }[]> {
  return db.rows('current-signing-key', [db.environment]);
}

async function keepGeneration(db: Db, generation: number, at: Date): Promise<string> {
  const { publicKey } = await makeKey(db, generation);
  await db.count('insert-signing-key', [db.environment, generation, publicKey.kid, toJsonText(publicKey), at]);
  return publicKey.kid;
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8.
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

async function makeKey(
  { keys, environment }: Db,
  generation: number,
): Promise<{ readonly privateKey: KeyObject; readonly publicKey: PublicSigningKey }> {
  const seed = createHmac('sha256', keys.signing.key)
    .update(JSON.stringify(['ed25519', environment, generation]), 'utf8')
    .digest();
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const bare = { kty: 'OKP', crv: 'Ed25519', x } as const;
  return { privateKey, publicKey: { ...bare, kid: await calculateJwkThumbprint(bare), alg: 'EdDSA', use: 'sig' } };
}

function otherKey(needed: string, made: string): KeyFault {
  return new KeyFault(
    `Kunci tanda terima di basis data ini bernama ${needed}, tetapi dari kunci induk ini terbit ${made}. Kembalikan kunci induk yang dipakai saat kunci itu dibuat.`,
    `The key for receipts in this database is named ${needed}, but this master key makes ${made}. Put back the master key under which it was made.`,
  );
}
