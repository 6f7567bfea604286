import type { Observation } from '@medplum/fhirtypes';
import type { Fact } from '../shape.ts';
import { toValueConcept } from '../to-code.ts';
import { toObservation } from '../to-observation.ts';

/** A coded finding: the code that is sent, with our own word beside it as text. */
export function toCoded(fact: Fact): Observation | undefined {
  if (fact.value.kind !== 'coded') return undefined;
  const valueCodeableConcept = toValueConcept(fact);
  return valueCodeableConcept && { ...toObservation(fact), valueCodeableConcept };
}
