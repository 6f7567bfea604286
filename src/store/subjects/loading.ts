import type { Site } from '../../map/place.ts';

/** What a subject is loaded with besides the store. */
export interface Loading {
  /** For which platform: what a person says was corrected by hand was so at one. */
  readonly platform: string;
  readonly site: Site;
  readonly maySend: (element: string) => boolean;
}
