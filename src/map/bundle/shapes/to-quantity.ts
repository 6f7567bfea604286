import type { Observation } from '@medplum/fhirtypes';
import { toDecimal } from '../../../fhir/decimal.ts';
import { systems } from '../../../fhir/systems.ts';
import type { Fact } from '../shape.ts';
import { toObservation } from '../to-observation.ts';

/** A measurement: the integer in the smallest unit becomes the exact decimal of the element's UCUM unit. */
export function toQuantity(fact: Fact): Observation | undefined {
  const { value, unit } = fact;
  if (value.kind !== 'quantity' || unit === undefined) return undefined;
  const valueQuantity = { value: toDecimal(value.int, unit.perUnit), unit: unit.display, system: systems.ucum, code: unit.ucum };
  return { ...toObservation(fact), valueQuantity };
}
