import type { Observation, Quantity } from '@medplum/fhirtypes';
import { toDecimal } from '../../../fhir/decimal.ts';
import { systems } from '../../../fhir/systems.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact } from '../shape.ts';
import { toBeyondMeter } from '../to-interpretation.ts';
import { toObservation } from '../to-observation.ts';

/** A measurement, a count, or what a meter could not read: then its interpretation alone, and no invented number. */
export function toQuantity(fact: Fact): Observation | LocalReason {
  const beyond = toBeyondMeter(fact);
  if (beyond !== undefined) return { ...toObservation(fact), ...beyond };
  const { int, perUnit } = toNumber(fact);
  if (fact.codes.as === 'integer' && int !== undefined && int % perUnit === 0) {
    return { ...toObservation(fact), valueInteger: int / perUnit };
  }
  const valueQuantity = toUcum(fact, int);
  return valueQuantity === undefined ? 'nilai-tidak-cocok' : { ...toObservation(fact), valueQuantity };
}

/** The integer in the smallest unit becomes the exact decimal of the element's UCUM unit; undefined without number or unit. */
export function toUcum({ unit }: Pick<Fact, 'unit'>, int: number | undefined): Quantity | undefined {
  if (int === undefined || unit === undefined) return undefined;
  return { value: toDecimal(int, unit.perUnit), unit: unit.display, system: systems.ucum, code: unit.ucum };
}

/** The number of a fact in smallest units, and how many of them make one unit of the form. */
export function toNumber({ value, unit }: Pick<Fact, 'value' | 'unit'>): { readonly int: number | undefined; readonly perUnit: number } {
  return { int: value.kind === 'quantity' ? value.int : undefined, perUnit: unit?.perUnit ?? 1 };
}
