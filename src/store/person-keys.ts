import type { Db, Tx } from './db.ts';
import { toPersonKey } from './sealing/keyring.ts';
import { seal, unseal } from './sealing/seal.ts';
import type { SealingKey } from './sealing/seal.ts';

/** A new person's own key, and the form in which it is stored: wrapped by the master key. */
export function createPersonKey(tx: Tx, person: string): { readonly key: SealingKey; readonly wrapped: Buffer } {
  const plain = tx.random(32);
  const key = toPersonKey(plain);
  tx.personKeys.set(person, key);
  return { key, wrapped: seal(tx.keys.wrap, wrapContext(person), plain, tx.random) };
}

/** Opens the stored key of a person. */
export function unwrapPersonKey({ keys }: Db, person: string, wrapped: Uint8Array): SealingKey {
  return toPersonKey(unseal(keys.wrap, wrapContext(person), wrapped));
}

/** The keys of people, from this transaction's memory or the table; erased people have none. */
export async function personKeysOf(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, SealingKey>> {
  const missing = [...new Set(people)].filter((person) => !tx.personKeys.has(person));
  if (missing.length > 0) {
    for (const row of await tx.rows<{ id: string; sealed_key: Buffer }>('person-keys', [missing])) {
      tx.personKeys.set(row.id, unwrapPersonKey(tx, row.id, row.sealed_key));
    }
  }
  return tx.personKeys;
}

function wrapContext(person: string): string {
  return `person.key|${person}`;
}
