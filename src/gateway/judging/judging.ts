import type { Site } from '../../map/place.ts';
import type { GatewayParts } from '../parts.ts';

/** What people are judged with. */
export interface Judging extends Pick<GatewayParts, 'store' | 'tables' | 'newId'> {
  readonly site: Site;
  readonly at: Date;
}
