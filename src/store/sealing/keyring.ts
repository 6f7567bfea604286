import { createHmac, hkdfSync } from 'node:crypto';
import type { SealingKey } from './seal.ts';

/** The keys that follow from one master key, each for one purpose. */
export interface Keyring {
  /** Four bytes that name the master key, in hex, for messages and for the people who keep copies. */
  readonly keyId: string;
  /** Proves that this is the master key of a database, without telling anything about it. */
  readonly fingerprint: string;
  /** Wraps the data key of each person. */
  readonly wrap: SealingKey;
  /** Makes blind indexes. */
  readonly index: SealingKey;
  /** Seals what came, before it is known whom it is about. */
  readonly raw: SealingKey;
  /** Makes resource ids. */
  readonly ids: SealingKey;
  /** Hashes the keys of those who may submit. */
  readonly access: SealingKey;
  /** Makes the keys that sign receipts. */
  readonly signing: SealingKey;
}

/** Derives every sub-key from the master key with HKDF-SHA-256 (RFC 5869). */
export function toKeyring(master: Uint8Array): Keyring {
  const id = derive(master, 'id', 4);
  const subKey = (purpose: string): SealingKey => ({ id, key: derive(master, purpose, 32) });
  return {
    keyId: id.toString('hex'),
    fingerprint: derive(master, 'fingerprint', 32).toString('hex'),
    wrap: subKey('wrap'),
    index: subKey('index'),
    raw: subKey('raw'),
    ids: subKey('ids'),
    access: subKey('access'),
    signing: subKey('signing'),
  };
}

/** A key of its own for one scope (a submission, a reading), so that no key ever seals too many values for random nonces. */
export function toScopedKey(key: SealingKey, scope: string): SealingKey {
  return { id: key.id, key: createHmac('sha256', key.key).update(scope, 'utf8').digest() };
}

/** The key of one person, named by four bytes of its own. */
export function toPersonKey(key: Uint8Array): SealingKey {
  return { id: createHmac('sha256', key).update('titian/key-id', 'utf8').digest().subarray(0, 4), key };
}

function derive(master: Uint8Array, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', master, new Uint8Array(0), `titian/v1/${purpose}`, bytes));
}
