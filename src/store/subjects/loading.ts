import type { Site } from '../../map/place.ts';

/** What a subject is loaded with besides the store. */
export interface Loading {
  readonly site: Site;
  readonly maySend: (element: string) => boolean;
}
