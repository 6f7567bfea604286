import { createHmac } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/** Gives the id of a resource from its visit, element and ordinal: the same fact always gets the same id, and nobody without the key can reverse it. */
export type IdOf = (visitId: string, element: string, ordinal: number) => string;

/** Makes the resource ids of one master key, in the shape of UUID version 8 (RFC 9562, 5.8). */
export function toIdOf({ ids }: Pick<Keyring, 'ids'>): IdOf {
  return (visitId, element, ordinal) => {
    const digest = createHmac('sha256', ids.key)
      .update(JSON.stringify([visitId, element, ordinal]), 'utf8')
      .digest()
      .subarray(0, 16);
    digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
    digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = digest.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
}
