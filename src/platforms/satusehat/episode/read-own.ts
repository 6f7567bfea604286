import type { Delivery, UpstreamEntry } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { field, text } from '../../answer.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import { hasMore } from '../answer/check-success.ts';
import { identifiersOf } from '../answer/read-look.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHeld } from '../holds/hold.ts';
import { localDateOf } from '../../../map/places/local-time.ts';
import { refOf } from '../refs.ts';
import { toOwnHash } from './named-episode.ts';

type EpisodeState = Extract<SubjectState, { kind: 'episode' }>;

/** Ours by its number: adopted, also where it is closed already. Not there: what is active is looked for next. */
export function readOwn(answered: Answered): Delivery {
  const { message, subject } = answered;
  if (subject.kind !== 'episode') return unreadable(message);
  const found = findOwn(answered);
  if (found.length > 1) return toHeld('tercatat-ganda');
  if (found.length === 0 && hasMore(answered.answer.body)) return toHeld('jawaban-tidak-lengkap');
  const upstream =
    found.length === 0
      ? message.refs.map(({ ref, hash }) => ({ ref, platformId: 'tidak-ada', hash }))
      : found.flatMap((one) => toOwn(one, subject));
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** After a patch whose answer was lost: closed there, or not, and then the patch goes again. */
export function readEnded(answered: Answered): Delivery {
  const { message, subject } = answered;
  if (subject.kind !== 'episode') return unreadable(message);
  const [episode, second] = findOwn(answered);
  if (second !== undefined) return toHeld('tercatat-ganda');
  if (episode === undefined) return toHeld('jawaban-tidak-lengkap');
  return { kind: 'accepted', upstream: toEnd(episode, subject), then: { do: 'continue' } };
}

/** What was asked for must stand in the answer. */
export function findOwn({ message, answer: { body } }: Answered): readonly unknown[] {
  const identifier = new URLSearchParams(message.path.split('?')[1]).get('identifier') ?? '';
  return resourcesOf(body, 'EpisodeOfCare').filter((one) => idOf(one) !== '' && identifiersOf(one).includes(identifier));
}

/** An episode of ours, with the day it begins there, and its end where it is closed. */
export function toOwn(episode: unknown, subject: EpisodeState): readonly UpstreamEntry[] {
  const started = new Date(text(field(field(episode, 'period'), 'start')));
  const start = Number.isNaN(started.getTime()) ? subject.care.from : localDateOf(started, subject.puskesmas.zone);
  return [{ ref: refOf.episode(subject.care.id), platformId: idOf(episode), hash: toOwnHash(start) }, ...toEnd(episode, subject)];
}

function toEnd(episode: unknown, { care }: EpisodeState): readonly UpstreamEntry[] {
  return field(episode, 'status') === 'finished' ? [{ ref: refOf.episodeEnd(care.id), platformId: idOf(episode), hash: '' }] : [];
}
