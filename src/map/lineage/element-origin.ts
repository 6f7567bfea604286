import type { Element } from '../visit.ts';
import type { SourceCell } from './source-cell.ts';

/**
 * What a table, a register or an installation contributes to a FHIR element: an element of the programme (`elemen`, its key), a stage of
 * life (`tahap`), the register of places (`jejaring`, the code), a constant of the source (`sumber`), the environment (`lingkungan`), a link inside
 * the Bundle (`rujukan`), or what the profile fixes (`profil`).
 */
export interface OriginRule {
  readonly is: 'elemen' | 'tahap' | 'jejaring' | 'sumber' | 'lingkungan' | 'rujukan' | 'profil';
  readonly of: string;
  /** Version (content hash) of the tables it stands in. */
  readonly version?: string;
  /** Decree, guideline or collection that the table cites for it. */
  readonly citation?: string;
}

/** Where one leaf of a resource comes from. */
export interface ElementOrigin {
  /** FHIRPath with indexes, as the validator writes it: `Observation.value.value`. */
  readonly path: string;
  /** The cells it is made from: another value in one of them makes another element. */
  readonly cells: readonly SourceCell[];
  /** Cells that choose among several possible contents, so that only some other values change it: the bands of an age, whose record a row is. */
  readonly decidedBy: readonly SourceCell[];
  /** Cells of several rows that say the same of it: one alone changes nothing, all together do. */
  readonly together?: readonly SourceCell[];
  readonly rules: readonly OriginRule[];
}

/** The lineage of one resource of a visit's Bundle. */
export interface ResourceLineage {
  readonly fullUrl: string;
  readonly resource: string;
  /** The element of the programme it was made from; absent for Patient, Encounter and the answers of a form. */
  readonly element?: Pick<Element, 'key' | 'ordinal'>;
  /** The row that said it last: what it is held against when a cell changes. */
  readonly row: number | string;
  /** Cells without which it is not there: left open, they take all of it along. */
  readonly needs: readonly SourceCell[];
  readonly origins: readonly ElementOrigin[];
}

/** The lineage of a visit: every resource of its Bundle. */
export interface VisitLineage {
  readonly visit: string;
  readonly rows: readonly (number | string)[];
  /** Cells by which its records were put together (the key of a join, the columns of a group): another value there makes another record. */
  readonly keys: readonly SourceCell[];
  readonly resources: readonly ResourceLineage[];
}
