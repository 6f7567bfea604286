import type { Observation } from '@medplum/fhirtypes';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toValueConcept } from '../to-code.ts';
import { toObservation } from '../to-observation.ts';

/** A finding that is there or not: the finding is the code, the answer a boolean, or the concepts the table has for yes and no. */
export function toBoolean(fact: Fact): Observation | LocalReason {
  const { value, codes } = fact;
  if (value.kind !== 'boolean') return 'nilai-tidak-cocok';
  const isCoded = codes.values?.[value.boolean ? 'ya' : 'tidak'] !== undefined;
  const concept = isCoded ? toValueConcept(fact) : undefined;
  return { ...toObservation(fact), ...(concept === undefined ? { valueBoolean: value.boolean } : { valueCodeableConcept: concept }) };
}
