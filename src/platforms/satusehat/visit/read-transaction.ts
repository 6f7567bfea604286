import type { Delivery } from '../../platform.ts';
import { field, list, text } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';

/** The answer to a transaction names each entry in the order of the request, in fields of its own besides FHIR's location. */
export function readTransaction({ message, answer: { body } }: Answered): Delivery {
  const ids = list(field(body, 'entry')).map((entry) => idOfResponse(field(entry, 'response')));
  if (ids.length !== message.refs.length || ids.some((id) => id === '')) return unreadable(message);
  const upstream = message.refs.map(({ ref, hash }, index) => ({ ref, platformId: ids[index] ?? '', hash }));
  return { kind: 'accepted', upstream, then: { do: 'settle' } };
}

function idOfResponse(response: unknown): string {
  const named = text(field(response, 'resourceID'));
  if (named !== '') return named;
  return /\/[A-Za-z]+\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/.*)?$/.exec(text(field(response, 'location')))?.[1] ?? '';
}
