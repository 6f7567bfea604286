import { localDateOf } from '../../../map/places/local-time.ts';
import type { Delivery, UpstreamEntry } from '../../platform.ts';
import { field, list, text } from '../../answer.ts';
import { resourcesOf } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHeld } from '../holds/hold.ts';
import { isOurVisitNumber, toLocalSystem } from '../systems.ts';

/**
 * An Encounter of that person on that local day at that organization which is not ours holds the visit (field rule 2).
 * Two visits of one day are two visits: what carries a number that Titian gave is no other sender's.
 */
export function readOtherSender({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'visit') return unreadable(message);
  const { visit, place } = subject;
  const own = toLocalSystem('encounter', message.credential);
  const patient = new URLSearchParams(message.path.split('?')[1]).get('subject') ?? '';
  const others = resourcesOf(body, 'Encounter').filter(
    (encounter) => isOf(encounter, patient) && isOn(encounter, visit.date, place.zone) && !isVoid(encounter) && !isOurs(encounter, own),
  );
  if (others.length > 0) return toHeld('mungkin-sudah-dikirim');
  const upstream = message.refs.map(({ ref, hash }): UpstreamEntry => ({ ref, platformId: 'tidak-ada', hash }));
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** In doubt it counts: a wrong hold costs a look, a wrong send makes a visit twice. */
function isOf(encounter: unknown, patient: string): boolean {
  const reference = text(field(field(encounter, 'subject'), 'reference'));
  return reference === '' || reference.endsWith(`Patient/${patient}`);
}

function isOn(encounter: unknown, date: string, zone: string): boolean {
  const start = new Date(text(field(field(encounter, 'period'), 'start')));
  return Number.isNaN(start.getTime()) || localDateOf(start, zone) === date;
}

function isVoid(encounter: unknown): boolean {
  return ['cancelled', 'entered-in-error'].includes(text(field(encounter, 'status')));
}

function isOurs(encounter: unknown, system: string): boolean {
  return list(field(encounter, 'identifier')).some(
    (identifier) => field(identifier, 'system') === system && isOurVisitNumber(text(field(identifier, 'value'))),
  );
}
