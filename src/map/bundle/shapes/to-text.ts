import type { Observation } from '@medplum/fhirtypes';
import type { Fact } from '../shape.ts';
import { toObservation } from '../to-observation.ts';

/** A finding in the recorder's own words. */
export function toText(fact: Fact): Observation | undefined {
  const { value } = fact;
  return value.kind === 'text' ? { ...toObservation(fact), valueString: value.text } : undefined;
}
