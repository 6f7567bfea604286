import type { Preparation, Progress, SubjectState, Upstream } from '../../platform.ts';
import { refOf } from '../refs.ts';

type EpisodeState = Extract<SubjectState, { kind: 'episode' }>;

/** The next message for a course of care. */
export function prepareEpisode({ care }: EpisodeState, upstream: Upstream, _progress: Progress): Preparation {
  return upstream.has(refOf.episode(care.id)) ? { do: 'settled' } : { do: 'wait', reason: 'menunggu-induk' };
}
