import type { Observation } from '@medplum/fhirtypes';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toObservation } from '../to-observation.ts';

/** A day that was told, e.g. the first day of the last period; a day needs no zone. */
export function toDate(fact: Fact): Observation | LocalReason {
  const { value } = fact;
  return value.kind === 'date' ? { ...toObservation(fact), valueDateTime: value.date } : 'nilai-tidak-cocok';
}
