import type { Observation } from '@medplum/fhirtypes';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toValueConcept } from '../to-code.ts';
import { toObservation } from '../to-observation.ts';

/** A coded finding: the code that is sent with our own word beside it as text, or the word alone where the platform wants a text or a count. */
export function toCoded(fact: Fact): Observation | LocalReason {
  const { value, codes } = fact;
  if (value.kind !== 'coded') return 'nilai-tidak-cocok';
  if (codes.as === 'text') return { ...toObservation(fact), valueString: value.code };
  if (codes.as === 'integer' && /^\d+$/.test(value.code)) return { ...toObservation(fact), valueInteger: Number(value.code) };
  return { ...toObservation(fact), valueCodeableConcept: toValueConcept(fact) ?? { text: value.code } };
}
