import type { Delivery } from '../../platform.ts';
import { field, resourcesOf, text } from '../answer/answer.ts';
import { readRefusal } from '../answer/read-refusal.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';

/** The RelatedPerson was made: the second of the message's names is what was learned. */
export function readBeside({ message, answer: { body } }: Answered): Delivery {
  const [patient, beside] = message.refs;
  const id = text(field(body, 'id'));
  if (id === '' || patient === undefined || beside === undefined) return unreadable(message);
  return { kind: 'accepted', upstream: [{ ...beside, platformId: id }], then: { do: 'continue' } };
}

/**
 * A change was taken. Refusals of it come in an envelope of their own whose HTTP status was never recorded, so that a success may hide one
 * (Postman collection 01, Patch Patient).
 */
export function readChange({ message, answer }: Answered): Delivery {
  const { body } = answer;
  const [, made] = message.refs;
  const code = field(body, 'code');
  if (field(body, 'error') === true || (typeof code === 'number' && code >= 400))
    return readRefusedBeside({ message, answer: { ...answer, status: 400 } });
  const id = message.path.split('/').at(-1) ?? '';
  if (made === undefined || typeof body !== 'object' || body === null) return unreadable(message);
  return { kind: 'accepted', upstream: [{ ...made, platformId: id }], then: { do: 'continue' } };
}

/** Found by child and mother's NIK: adopted. Not found: it never arrived, and is sent again. */
export function readMotherLook({ message, answer: { body } }: Answered): Delivery {
  const child = new URLSearchParams(message.path.split('?')[1]).get('patient') ?? '';
  const [, beside] = message.refs;
  const found = resourcesOf(body, 'RelatedPerson').find((one) =>
    text(field(field(one, 'patient'), 'reference')).endsWith(`Patient/${child}`),
  );
  const id = text(field(found, 'id'));
  const upstream = id === '' || beside === undefined ? [] : [{ ...beside, platformId: id }];
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** What is refused beside a person stays out and is named; the person's number stands, and visits go. */
export function readRefusedBeside({ message, answer }: Pick<Answered, 'message' | 'answer'>): Delivery {
  const refused = readRefusal(answer, message);
  return refused.kind === 'rejected' ? { ...refused, refusedEntries: [1], entries: message.refs.length } : refused;
}
