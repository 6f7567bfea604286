import type { Site } from '../map/place.ts';
import { placesUnder } from '../map/places/places-under.ts';
import type { OutcomeViewer } from '../store/outcomes.ts';
import type { KeyHolder } from './require-key.ts';

/** Whose rows the holder of a key may see: its own; with the scope `operasi` everybody's, inside the puskesmas to which the key is bound. */
export function toViewer({ submitter, within, scope = [] }: KeyHolder, site: Site): OutcomeViewer {
  if (!scope.includes('operasi')) return { submitter, all: false };
  return within === undefined ? { submitter, all: true } : { submitter, all: true, within, places: placesUnder(site, within) };
}
