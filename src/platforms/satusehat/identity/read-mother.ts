import type { Delivery, Message } from '../../platform.ts';
import { field, text } from '../../answer.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import { readRefusal } from '../answer/read-refusal.ts';
import type { Answered } from '../answer/reader.ts';

/** The RelatedPerson was made, and whose it is stands in what was sent. */
export function readMadeMother({ message, answer: { body } }: Answered): Delivery {
  const child = text(field(field(message.body, 'patient'), 'reference')).replace(/^Patient[/]/, '');
  return learn(message, [child, idOf(body)]);
}

/** A change was taken: the record says now what was sent. */
export function readChange({ message, answer: { body } }: Answered): Delivery {
  return learn(message, [idOf(body), idOf(body)]);
}

/** The ids of the child and of what stands beside it, in the order of the message. */
function learn({ refs }: Message, ids: readonly string[]): Delivery {
  return { kind: 'accepted', upstream: refs.map((ref, index) => ({ ...ref, platformId: ids[index] ?? '' })), then: { do: 'continue' } };
}

/** Found by child and mother's NIK: adopted. Not found: it never arrived, and is sent again. */
export function readMotherLook({ message, answer: { body } }: Answered): Delivery {
  const child = new URLSearchParams(message.path.split('?')[1]).get('patient') ?? '';
  const [, beside] = message.refs;
  const found = resourcesOf(body, 'RelatedPerson').find((one) =>
    text(field(field(one, 'patient'), 'reference')).endsWith(`Patient/${child}`),
  );
  const id = idOf(found);
  const upstream = id === '' || beside === undefined ? [] : [{ ...beside, platformId: id }];
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** What is refused beside a person stays out and is named; the person's number stands, and visits go. */
export function readRefusedBeside({ message, answer }: Answered): Delivery {
  const refused = readRefusal(answer, message);
  return refused.kind === 'rejected' ? { ...refused, refusedEntries: [1], entries: message.refs.length } : refused;
}
