import type { CodeableConcept, Observation } from '@medplum/fhirtypes';
import { toConcept } from '../../fhir/coding.ts';
import { systems } from '../../fhir/systems.ts';
import type { Coding } from '../element-definition.ts';
import { isBands } from '../tables/compile-fhir.ts';
import { toWordField } from './fields.ts';
import type { Fact } from './shape.ts';
import { toWord } from './to-code.ts';

/** Beyond what the meter can read: R4 interpretation HH and LL, critically high and critically low (field rule 7). */
const BEYOND: Readonly<Record<string, Coding>> = {
  HH: { system: systems.interpretation, code: 'HH', display: 'Critical high' },
  LL: { system: systems.interpretation, code: 'LL', display: 'Critical low' },
};

/** A meter's HI or LO: that there is no number, and why; undefined for a value that was read. */
export function toBeyondMeter(fact: Fact): Pick<Observation, 'dataAbsentReason'> | undefined {
  const isRead = fact.value.kind === 'quantity' && /\d/.test(fact.value.written);
  if (isRead || toBeyond(fact) === undefined) return undefined;
  return { dataAbsentReason: toConcept({ system: systems.dataAbsentReason, code: 'unknown', display: 'Unknown' }) };
}

/** What a value means: said by the form, else by the bands of its number in smallest units, else by its code. */
export function toInterpretation(fact: Fact): CodeableConcept[] | undefined {
  const coding = toBeyond(fact) ?? (isBands(fact.codes.interpretation) ? toBand(fact) : toMeaning(fact));
  return coding && [toConcept(coding)];
}

/** Only what is measured in a unit has a meter; what is computed has none. */
function toBeyond(fact: Fact): Coding | undefined {
  const isMeasured = fact.unit !== undefined && fact.codes.method === undefined;
  return isMeasured ? BEYOND[toWordField(fact, 'interpretasi') ?? ''] : undefined;
}

function toBand({ value, unit, codes: { interpretation } }: Fact): Coding | undefined {
  if (value.kind !== 'quantity' || unit === undefined || !isBands(interpretation)) return undefined;
  return interpretation.find(({ below }) => below === undefined || value.int < toSmallest(below, unit.perUnit))?.code;
}

/** Limits are short decimals: six places take away the noise of the multiplication and nothing else. */
function toSmallest(limit: number, perUnit: number): number {
  return Number((limit * perUnit).toFixed(6));
}

/** A computed number is of the class that was computed with it. */
function toMeaning(fact: Fact): Coding | undefined {
  const {
    value,
    codes: { interpretation },
  } = fact;
  const word = toWord(value) ?? toWordField(fact, 'status');
  return word === undefined || interpretation === undefined || isBands(interpretation) ? undefined : interpretation[word];
}
