import type { Organization, Reference, Resource } from '@medplum/fhirtypes';
import type { Coding, FhirCodes, Unit } from '../element-definition.ts';
import type { ElementValue } from '../visit.ts';

/** What every resource of one visit shares. */
export interface VisitContext {
  readonly patientId: string;
  readonly encounterId: string;
  /** UTC moment at which the visit begins, `YYYY-MM-DDThh:mm:ss+00:00`. */
  readonly at: string;
  readonly environment: Coding;
  readonly performer: Reference<Organization>;
}

/** The codes of one element, after the code of a sibling has been taken into account. */
export type ChosenCodes = Omit<FhirCodes, 'when'>;

/** One element ready to become a resource; `id` is its own, given once. */
export interface Fact {
  readonly id: string;
  readonly value: ElementValue;
  readonly codes: ChosenCodes;
  readonly unit?: Unit;
  readonly visit: VisitContext;
}

/** Makes the resource of a fact; undefined where the value is not of the kind the shape needs. */
export type ToResource = (fact: Fact) => Resource | undefined;
