import type { SubjectState } from '../../platforms/platform.ts';
import type { Store } from '../open-store.ts';
import type { Loading } from './loading.ts';

/** A course of care with the person it is of; undefined when it is known no more. */
export function loadEpisode(_store: Store, _id: string, _loading: Loading): Promise<SubjectState | undefined> {
  return Promise.resolve(undefined);
}
