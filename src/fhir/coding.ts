import type { CodeableConcept } from '@medplum/fhirtypes';

/** A code with its system, as FHIR's Coding and the element table both write it. */
interface Coded {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

/** A CodeableConcept of exactly one coding. */
export function toConcept(coding: Coded): CodeableConcept {
  return { coding: [{ ...coding }] };
}
