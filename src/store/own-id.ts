import { v7 } from 'uuid';
import type { Random } from './sealing/seal.ts';

/** A fresh id for a row of our own: UUID version 7, in the order of time, so that indexes grow at their end. */
export function toOwnId(at: Date, random: Random): string {
  return v7({ msecs: at.getTime(), random: random(16) });
}
