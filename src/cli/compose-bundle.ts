import { bundleVisit } from '../gateway/bundle-visit.ts';
import type { Tables } from '../load-tables.ts';
import type { Site } from '../map/place.ts';
import { toIdOf } from '../store/sealing/resource-id.ts';
import type { BundleOf } from './print-conversion.ts';

/** No master key stands behind a conversion: its ids are stable for a file, and are never those that a gateway gives. */
const ids = { ids: { id: Buffer.alloc(4), key: Buffer.from('titian convert') } };

/** Nothing of a conversion is sent. */
export const conversionEnvironment = 'simulasi';

/** The ids that a conversion gives. */
export const conversionIdOf = toIdOf(ids);

/** Makes the Bundles of a conversion as the gateway would, validated, with what does not conform held back. */
export function toConvertedBundle(tables: Tables, site: Site): BundleOf {
  const { programme, growth, thresholds, validator } = tables;
  const parts = { ...{ programme, growth, thresholds, validator }, environment: conversionEnvironment, idOf: conversionIdOf };
  return ({ visit, person, facts }) => {
    const place = site.places.get(visit.place);
    return place === undefined ? null : bundleVisit(visit, { person, place, facts }, parts).bundle;
  };
}
