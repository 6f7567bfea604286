import { toDaysBetween } from '../../../map/days.ts';
import { localDateOf } from '../../../map/places/local-time.ts';
import type { Delivery } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { field, list, text } from '../../answer.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import { hasMore } from '../answer/check-success.ts';
import { identifiersOf } from '../answer/read-look.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHeld } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { toLocalSystem, toVisitNumber } from '../systems.ts';
import { foreign } from './named-episode.ts';
import { toOwn } from './read-own.ts';

type EpisodeState = Extract<SubjectState, { kind: 'episode' }>;

/**
 * What is active for the person, of this type: ours is adopted as ours, another facility's for references where it is plainly of the same course
 * of care. More than one, or one of another pregnancy, goes to a person. None: ours may be created, unless SATUSEHAT has just said that there is one.
 */
export function readActive({ message, subject, answer: { body } }: Answered): Delivery {
  if (subject.kind !== 'episode') return unreadable(message);
  const patient = new URLSearchParams(message.path.split('?')[1]).get('patient') ?? '';
  const active = resourcesOf(body, 'EpisodeOfCare').filter((one) => isAsked(one, { patient, subject }));
  const own = `${toLocalSystem('episode-of-care', message.credential)}|${toVisitNumber(subject.care.id)}`;
  const ours = active.find((one) => identifiersOf(one).includes(own));
  if (ours !== undefined) return toFound(toOwn(ours, subject));
  if (active.length > 0)
    return active.every((one, index) => index === 0 && isSameCourse(one, subject)) ? toFound(toForeign(active[0], subject)) : notUsable;
  const mustBeThere = hasMore(body) || message.plan.endsWith(':pasti');
  return mustBeThere ? notUsable : toFound(message.refs.map(({ ref, hash }) => ({ ref, platformId: 'tidak-ada', hash })));
}

const notUsable = toHeld('episode-milik-faskes-lain');

function toFound(upstream: Extract<Delivery, { kind: 'accepted' }>['upstream']): Delivery {
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

function toForeign(episode: unknown, { care }: EpisodeState): Parameters<typeof toFound>[0] {
  return [{ ref: refOf.episode(care.id), platformId: idOf(episode), hash: foreign }];
}

/** Criteria are known to be ignored in silence: what was asked for must stand in the answer. */
function isAsked(episode: unknown, { patient, subject }: { readonly patient: string; readonly subject: EpisodeState }): boolean {
  const codes = list(field(episode, 'type')).flatMap((type) => list(field(type, 'coding')).map((coding) => field(coding, 'code')));
  const isOfPerson = text(field(field(episode, 'patient'), 'reference')).endsWith(`Patient/${patient}`);
  return idOf(episode) !== '' && isOfPerson && field(episode, 'status') === 'active' && codes.includes(subject.care.type);
}

/** Who registers late begins late, and an HPHT is corrected by weeks; no pregnancy begins in the childbed of the one before. Our own choice. */
const earliestDays = -42;
const latestDays: Readonly<Record<EpisodeState['care']['type'], number>> = { ANC: 315, PNC: 42, Neonate: 28 };

function isSameCourse(episode: unknown, { care, puskesmas }: EpisodeState): boolean {
  const started = new Date(text(field(field(episode, 'period'), 'start')));
  if (Number.isNaN(started.getTime())) return false;
  const days = toDaysBetween(care.from, localDateOf(started, puskesmas.zone));
  return days >= earliestDays && days <= latestDays[care.type];
}
