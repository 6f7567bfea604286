import type { Delivery, Message } from '../../platform.ts';
import { toComparedHash } from '../correction/compared.ts';
import { showsSame } from '../correction/shows-same.ts';
import { toHeld } from '../holds/hold.ts';
import { field, list, text } from '../../answer.ts';
import { idOf, resourcesOf } from './answer.ts';
import { hasMore } from './check-success.ts';
import type { Answered } from './reader.ts';
import { unreadable } from './unreadable.ts';

/** Found by our own identifier = ours: adopted. Not found = the lost message never arrived: sent again. */
export function readLook({ message, answer: { body } }: Answered): Delivery {
  const [type = '', query] = message.path.slice(1).split('?');
  const identifier = new URLSearchParams(query).get('identifier') ?? '';
  const found = resourcesOf(body, type).filter((resource) => identifiersOf(resource).includes(identifier));
  const [first, second] = found;
  const [ref] = message.refs;
  if (second !== undefined) return toHeld('tercatat-ganda');
  if (first === undefined)
    return hasMore(body) ? toHeld('jawaban-tidak-lengkap') : { kind: 'accepted', upstream: [], then: { do: 'continue' } };
  const id = idOf(first);
  if (id === '' || ref === undefined) return unreadable(message);
  const upstream = [{ ref: ref.ref, platformId: id, hash: toFoundHash(message, ref, first) }];
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** Of what nobody sent for certain only what was read tells which version it is. */
function toFoundHash({ compare }: Message, { ref, hash }: Message['refs'][number], found: unknown): string {
  if (compare === undefined) return hash;
  return showsSame(compare.get(ref), found) ? toComparedHash(compare.get(ref)) : '';
}

/** What was asked for must stand in the answer: the platform is known to ignore criteria in silence (satusehat, search of MedicationDispense). */
export function identifiersOf(resource: unknown): readonly string[] {
  return list(field(resource, 'identifier')).map((one) => `${text(field(one, 'system'))}|${text(field(one, 'value'))}`);
}

/** A create or change answers with the resource as it is there now. */
export function readCreated({ message, answer: { body } }: Answered): Delivery {
  const id = idOf(body);
  const [ref] = message.refs;
  if (id === '' || ref === undefined) return unreadable(message);
  return { kind: 'accepted', upstream: [{ ref: ref.ref, platformId: id, hash: ref.hash }], then: { do: 'continue' } };
}
