import type { Observation } from '@medplum/fhirtypes';
import type { Fact } from '../shape.ts';
import { toObservation } from '../to-observation.ts';

/** A day that was told, e.g. the first day of the last period; a day needs no zone. */
export function toDate(fact: Fact): Observation | undefined {
  const { value } = fact;
  return value.kind === 'date' ? { ...toObservation(fact), valueDateTime: value.date } : undefined;
}
