import type { Delivery, Message } from '../../platform.ts';
import { field, list, text, type Answer } from '../../answer.ts';
import { idOf, toId } from './answer.ts';

/** True for the answer to a search: a Bundle with resources in it, or with none. Anything else says nothing about what is there. */
export function isSearchset({ status, body }: Answer): boolean {
  const [type, entry] = [field(body, 'type'), field(body, 'entry')];
  if (status !== 200 || field(body, 'resourceType') !== 'Bundle' || (type !== undefined && type !== 'searchset')) return false;
  if (entry === undefined || entry === null) return true;
  return Array.isArray(entry) && entry.every((one) => text(field(field(one, 'resource'), 'resourceType')) !== '');
}

/** True where a search says itself that there is more than it shows: what is missing may be on another page. */
export function hasMore(body: unknown): boolean {
  const total = field(body, 'total');
  const isShort = typeof total === 'number' && total > list(field(body, 'entry')).length;
  return isShort || list(field(body, 'link')).some((link) => field(link, 'relation') === 'next');
}

/** True where an answer to a change is about what was changed: the type of a create, type and id of a change, a Bundle for a transaction. */
export function answersEffect({ path, method }: Message, { body }: Answer): boolean {
  const [type = '', id] = path.slice(1).split('?')[0]?.split('/') ?? [];
  if (type === '') return field(body, 'resourceType') === 'Bundle';
  if (field(body, 'resourceType') !== type) return false;
  return method === 'POST' ? idOf(body) !== '' : idOf(body) === id;
}

/** True where every ref of a message got an id, or holds nothing of ours any more. What is held for a person claims nothing. */
export function learnsAll({ refs }: Message, delivery: Extract<Delivery, { kind: 'accepted' }>): boolean {
  if (delivery.then.do === 'hold') return true;
  const learned = new Set([
    ...delivery.upstream.filter(({ platformId }) => toId(platformId) !== '').map(({ ref }) => ref),
    ...(delivery.forget ?? []),
  ]);
  return refs.every(({ ref }) => learned.has(ref));
}
