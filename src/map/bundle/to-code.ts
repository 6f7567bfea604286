import type { CodeableConcept } from '@medplum/fhirtypes';
import type { Coding, CodedValue } from '../element-definition.ts';
import type { ElementValue } from '../visit.ts';
import type { Fact } from './shape.ts';

/** What a resource is about: the code of the element with all that says the same, else what its value says. */
export function toCode(fact: Fact): CodeableConcept {
  const { code, also = [] } = fact.codes;
  return code === undefined ? (toValueConcept(fact) ?? {}) : { coding: [code, ...also].map(toCoding) };
}

/** A value as a concept: the codings that the element table gives for it, and always our word, so that nothing is lost where no code exists. */
export function toValueConcept({ value, codes }: Pick<Fact, 'value' | 'codes'>): CodeableConcept | undefined {
  const word = toWord(value);
  if (word === undefined) return undefined;
  const coded = codes.values?.[word] ?? toCodeAsItIs(value, codes);
  return { ...(coded && { coding: toCodings(coded) }), text: word };
}

/** A value that is itself a code of a system, e.g. a diagnosis that somebody wrote in ICD-10. */
function toCodeAsItIs(value: ElementValue, { valueSystem }: Fact['codes']): Coding | undefined {
  return value.kind === 'coded' && valueSystem !== undefined ? { system: valueSystem, code: value.code } : undefined;
}

/** Our word for a value that is one of a list: its code, or `ya` and `tidak`; undefined for numbers, days and free text. */
export function toWord(value: ElementValue): string | undefined {
  if (value.kind === 'coded') return value.code;
  if (value.kind === 'boolean') return value.boolean ? 'ya' : 'tidak';
  return undefined;
}

/** A coded value as FHIR writes it, the first coding first. */
export function toCodings({ also = [], ...coding }: CodedValue): Coding[] {
  return [coding, ...also].map(toCoding);
}

function toCoding({ system, code, display }: Coding): Coding {
  return { system, code, ...(display !== undefined && { display }) };
}
