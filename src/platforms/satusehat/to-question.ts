import type { Message } from '../platform.ts';

/** A message that asks and changes nothing, on behalf of a puskesmas's Organization. */
export function toQuestion(plan: string, path: string, ref: string, organization: string): Message {
  return { plan, method: 'GET', path, effect: false, refs: [{ ref, hash: '' }], credential: organization };
}
