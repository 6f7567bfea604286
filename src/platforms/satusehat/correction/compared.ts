import type { UpstreamEntry } from '../../platform.ts';
import { toHash } from '../hash.ts';

/** Hash of an Encounter that was found and read, and says what we would say. */
export function toComparedHash(encounter: unknown): string {
  return `sama-${toHash(encounter)}`;
}

/** True for an Encounter of which no message of ours tells which version it is; an empty hash says that it differs from what we would send. */
export function isCompared({ hash }: UpstreamEntry): boolean {
  return hash === '' || hash.startsWith('sama-');
}

/** Hash of a look at contents that found one under a number of ours which the visit does not have now. */
export const foreignContents = 'lain';
