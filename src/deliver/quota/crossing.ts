import type { Told } from './quota.ts';

/** The latest refusals of too many calls, of whichever credential, since anybody was let through. */
export type Crossing = readonly (Told & { readonly credential: string })[];

/** Adds an answer; a call that was let through after them shows that earlier refusals were a credential's own. */
export function noted(crossing: Crossing, told: Crossing[number]): Crossing {
  if (told.ok) return crossing.filter((earlier) => earlier.sentAt > told.sentAt);
  return [...crossing.filter((earlier) => earlier.sentAt > told.sentAt - togetherMs), told].slice(-mostKept);
}

/** True where three or more credentials were refused together and none was let through between: the limit is everybody's, not one facility's. */
export function crosses(crossing: Crossing): boolean {
  return new Set(crossing.map(({ credential }) => credential)).size >= manyCredentials;
}

const togetherMs = 3000;
const manyCredentials = 3;
const mostKept = 64;
