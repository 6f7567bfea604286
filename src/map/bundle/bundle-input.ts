import type { ElementTable } from '../element-definition.ts';
import type { Place } from '../place.ts';
import type { Person, Visit } from '../visit.ts';

/** Everything one visit's Bundle is made of. */
export interface BundleInput {
  readonly visit: Visit;
  readonly person: Person;
  readonly place: Place;
  readonly elements: ElementTable;
  /** `simulasi`, `staging` or `produksi`: it travels inside every resource. */
  readonly environment: string;
  /** UTC texts `YYYY-MM-DDThh:mm:ss+00:00`; `estimated` where the record gave a day without hours (field rule 8). */
  readonly hours: { readonly start: string; readonly end: string; readonly estimated: boolean };
  /** The UUID of a resource by element and ordinal, `patient` and `encounter` among them: a keyed hash made by the shell. */
  readonly idOf: (element: string, ordinal: number) => string;
}
