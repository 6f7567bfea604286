import type { Observation } from '@medplum/fhirtypes';
import type { Fact } from '../shape.ts';
import { toObservation } from '../to-observation.ts';

/** A finding that is there or not: the finding is the code, the answer a boolean. */
export function toBoolean(fact: Fact): Observation | undefined {
  const { value } = fact;
  return value.kind === 'boolean' ? { ...toObservation(fact), valueBoolean: value.boolean } : undefined;
}
