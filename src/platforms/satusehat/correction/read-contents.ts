import type { Delivery, UpstreamEntry } from '../../platform.ts';
import { field, list, resourcesOf, text } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHash } from '../hash.ts';
import { localSystemOf } from '../systems.ts';
import { foreignContents } from './compared.ts';
import { showsSame } from './shows-same.ts';

/** The contents of an adopted Encounter of one type: which of ours are there, and whether others are. */
export function readContents({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'visit') return unreadable(message);
  const { partNumbers } = subject;
  const type = message.plan.split(':')[1] ?? '';
  const system = localSystemOf(type, message.credential);
  const byNumber = new Map<string, unknown>();
  for (const resource of resourcesOf(body, type)) {
    for (const identifier of list(field(resource, 'identifier')))
      if (field(identifier, 'system') === system) byNumber.set(text(field(identifier, 'value')), resource);
  }
  const foreign = byNumber.size > message.refs.filter(({ ref }) => byNumber.has(numberOf(ref, partNumbers))).length;
  const upstream = message.refs.flatMap(({ ref }): readonly UpstreamEntry[] => {
    if (ref.endsWith(`/isi-${type}`)) return [{ ref, platformId: 'dicari', hash: foreign ? foreignContents : '' }];
    const found = byNumber.get(numberOf(ref, partNumbers));
    const ours = message.compare?.get(ref);
    const hash = ours !== undefined && showsSame(ours, found) ? toHash(ours) : '';
    return found === undefined ? [] : [{ ref, platformId: text(field(found, 'id')), hash }];
  });
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

function numberOf(ref: string, partNumbers: ReadonlyMap<string, string>): string {
  const id = ref.split('/')[2] ?? '';
  return partNumbers.get(id) ?? id;
}
