import { createHmac } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/** Makes the keyed hash of a value by which a row is found again: the name of the key (4 bytes) and 16 bytes of HMAC-SHA-256. */
export type BlindIndex = (kind: string, ...parts: readonly string[]) => Buffer;

/** The blind indexes of one environment: what was simulated never matches what is real. */
export function toBlindIndex({ index }: Keyring, environment: string): BlindIndex {
  return (kind, ...parts) => {
    const digest = createHmac('sha256', index.key)
      .update(JSON.stringify([environment, kind, ...parts]), 'utf8')
      .digest();
    return Buffer.concat([index.id, digest.subarray(0, 16)]);
  };
}
