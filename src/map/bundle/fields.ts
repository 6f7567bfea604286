import type { CodeableConcept } from '@medplum/fhirtypes';
import type { LocalDate } from '../visit.ts';
import type { Fact } from './shape.ts';

/** The field of a fact that is a day; undefined where it is not there or of another kind. */
export function toDateField({ fields }: Pick<Fact, 'fields'>, name: string): LocalDate | undefined {
  const value = fields[name];
  return value?.kind === 'date' ? value.date : undefined;
}

/** The field of a fact that is yes or no. */
export function toBooleanField({ fields }: Pick<Fact, 'fields'>, name: string): boolean | undefined {
  const value = fields[name];
  return value?.kind === 'boolean' ? value.boolean : undefined;
}

/** The field of a fact that is a whole number of smallest units. */
export function toNumberField({ fields }: Pick<Fact, 'fields'>, name: string): number | undefined {
  const value = fields[name];
  return value?.kind === 'quantity' ? value.int : undefined;
}

/** The field of a fact that is a word: our code, or what was written. */
export function toWordField({ fields }: Pick<Fact, 'fields'>, name: string): string | undefined {
  const value = fields[name];
  if (value?.kind === 'coded') return value.code;
  return value?.kind === 'text' ? value.text : undefined;
}

/**
 * A coded field as a concept: the coding that the element table gives for its word, and always the word. A field in free words makes
 * none: what people write may hold anything, and would go wherever its element goes (field rule 6). `codedAs`: codings of the same word in
 * another table of the element.
 */
export function toFieldConcept(
  { fields, codes }: Pick<Fact, 'fields' | 'codes'>,
  name: string,
  codedAs: string = name,
): CodeableConcept | undefined {
  const value = fields[name];
  if (value?.kind !== 'coded') return undefined;
  const coding = codes.fields?.[codedAs]?.[value.code];
  return { ...(coding && { coding: [{ ...coding }] }), text: value.code };
}
