import { lastMinuteOfDay, toMoment, toOffsetMinutes, toUtcText } from '../../../map/places/local-time.ts';
import type { Message, Preparation, Upstream, UpstreamEntry } from '../../platform.ts';
import { toHash } from '../../hash.ts';
import { toHold } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { foreign, isOver, startedOf, startOf, toOwnLook, type ClosingForm, type EpisodeGiven, type NamedEpisode } from './named-episode.ts';

/**
 * The end of a course of care: closed by PATCH where it is ours, over, and all its visits are there. A patch is not idempotent:
 * after an unknown answer it is looked at before anything is sent again. What another facility opened stays as it is.
 */
export function prepareEnd(named: NamedEpisode, { upstream, progress, now, closingForm }: EpisodeGiven): Preparation {
  const { care, gone, openVisits } = named.state;
  const known = ownOf(care.id, upstream);
  if (known === undefined) return { do: 'settled' };
  if (gone) return toHold('episode-tidak-terbukti');
  const to = lastDayOf(named, now);
  if (to === undefined) return { do: 'settled' };
  if (openVisits.length > 0) return { do: 'wait', reason: 'menunggu-induk', on: openVisits };
  if (progress.reconcile) return { do: 'send', message: toOwnLook(named, 'lihat-episode', now) };
  const started = startedOf(known.hash) ?? care.from;
  return { do: 'send', message: toPatch(named, { id: known.platformId, started, to, closingForm }) };
}

/** What we opened and is not closed there. */
function ownOf(care: string, upstream: Upstream): UpstreamEntry | undefined {
  const known = upstream.get(refOf.episode(care));
  return known?.hash === foreign || upstream.has(refOf.episodeEnd(care)) ? undefined : known;
}

/** The last day, once it is over. */
function lastDayOf({ state: { care, puskesmas } }: NamedEpisode, now: Date): string | undefined {
  return care.to !== undefined && isOver(care.to, now, puskesmas.zone) ? care.to : undefined;
}

interface Closing {
  readonly id: string;
  /** The day on which it begins there. */
  readonly started: string;
  readonly to: string;
  readonly closingForm: ClosingForm;
}

function toPatch({ state, organization, patient }: NamedEpisode, { id, started, to, closingForm }: Closing): Message {
  const { care, puskesmas } = state;
  const end = toUtcText(toMoment(to, lastMinuteOfDay - toOffsetMinutes(puskesmas.zone)));
  const body = [
    ...(closingForm === 'dengan-pasien' ? [{ op: 'replace', path: '/patient', value: { reference: `Patient/${patient}` } }] : []),
    { op: 'replace', path: '/status', value: 'finished' },
    { op: 'add', path: '/period/end', value: end },
    { op: 'replace', path: '/statusHistory/0', value: { status: 'active', period: { start: startOf(started, puskesmas.zone), end } } },
    { op: 'add', path: '/statusHistory/1', value: { status: 'finished', period: { start: end, end } } },
  ];
  const refs = [{ ref: refOf.episodeEnd(care.id), hash: toHash(body) }];
  return { plan: 'tutup-episode', method: 'PATCH', path: `/EpisodeOfCare/${id}`, body, effect: true, refs, credential: organization };
}
