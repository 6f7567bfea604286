import type { Observation } from '@medplum/fhirtypes';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toObservation } from '../to-observation.ts';

/** A finding in the recorder's own words. */
export function toText(fact: Fact): Observation | LocalReason {
  const { value } = fact;
  return value.kind === 'text' ? { ...toObservation(fact), valueString: value.text } : 'nilai-tidak-cocok';
}
