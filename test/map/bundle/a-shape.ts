import { expect } from '@jest/globals';
import type { Resource } from '@medplum/fhirtypes';
import type { BundleInput } from '../../../src/map/bundle/bundle-input.ts';
import { listLocalElements, toBundle } from '../../../src/map/bundle/to-bundle.ts';
import type { ElementDefinition, FhirCodes, Shape } from '../../../src/map/element-definition.ts';
import type { Element, ElementValue, Visit } from '../../../src/map/visit.ts';
import { aTable, aVisit } from './a-visit.ts';
import { listFaultsOfBoth } from './two-validators.ts';

/** A code of anything. */
export const code = { system: 'http://snomed.info/sct', code: '284521000', display: 'Contoh' };
/** Another code of anything. */
export const other = { system: 'http://loinc.org', code: '718-7' };
/** When the visit of every test begins. */
export const at = '2025-08-12T00:00:00+00:00';
/** Units of a count and of a measurement. */
export const tablet = { ucum: '{tablet}', display: 'tablet', smallest: '{tablet}', perUnit: 1 };
export const gPerDl = { ucum: 'g/dL', display: 'g/dL', smallest: '0.1 g/dL', perUnit: 10 };
/** Where interpretations have their codes. */
export const interpretationSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

/** Yes, no, and two words of a list. */
export const yes: ElementValue = { kind: 'boolean', boolean: true };
export const no: ElementValue = { kind: 'boolean', boolean: false };
export const lain: ElementValue = { kind: 'coded', code: 'lain' };
export const ada: ElementValue = { kind: 'coded', code: 'ada' };

/** What a test says of its one element. */
export interface Given {
  readonly shape: Shape;
  readonly fhir: FhirCodes;
  readonly value: ElementValue;
  readonly fields?: Element['fields'];
  readonly unit?: ElementDefinition['unit'];
  readonly visit?: Partial<Visit>;
  readonly element?: Partial<Element>;
}

/** A visit of one element of an invented table. */
export function given({ shape, fhir, value, fields, unit, visit, element }: Given): BundleInput {
  const table = aTable({ shape, fhir, ...(unit && { unit }) });
  const one: Element = { key: 'unsur', ordinal: 1, value, cell: 'unsur', ...(fields && { fields }), ...element };
  return aVisit({ table, elements: [one], ...(visit && { visit }) });
}

/** What the element became beside Patient and Encounter, after both validators have found it sound. */
export function made(input: BundleInput): readonly Resource[] {
  const bundle = toBundle(input);
  expect(listFaultsOfBoth(bundle)).toEqual([]);
  return (bundle.entry ?? []).slice(2).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
}

/** Why the element became nothing. */
export function reasons(input: BundleInput): readonly string[] {
  expect(made(input)).toEqual([]);
  return listLocalElements(input).map(({ reason }) => reason);
}
