import type { Resource } from '@medplum/fhirtypes';
import type { ElementDefinition, ElementResource, Shape } from '../element-definition.ts';
import type { Element } from '../visit.ts';
import type { BundleInput } from './bundle-input.ts';
import { chooseCodes } from './choose-codes.ts';
import type { ToResource, VisitContext } from './shape.ts';
import { toBoolean } from './shapes/to-boolean.ts';
import { toCoded } from './shapes/to-coded.ts';
import { toDate } from './shapes/to-date.ts';
import { toProcedure } from './shapes/to-procedure.ts';
import { toQuantity } from './shapes/to-quantity.ts';
import { toText } from './shapes/to-text.ts';

/** Why an element makes no resource: not in the programme, no code known, its shape is not spoken yet, or its value is of another kind. */
export type LocalReason = 'elemen-tidak-dikenal' | 'tanpa-kode' | 'bentuk-belum-ada' | 'nilai-tidak-cocok';

/** One element that stays with us, and why. */
export interface LocalElement {
  readonly key: string;
  readonly ordinal: number;
  readonly reason: LocalReason;
}

/** The elements of a visit, divided into those that became resources and those that stay local. */
export interface Facts {
  readonly resources: readonly Resource[];
  readonly local: readonly LocalElement[];
}

/** Shapes without an entry are not spoken yet; their elements stay local and are listed. */
const SHAPES: Partial<Record<Shape, ToResource>> = {
  quantity: toQuantity,
  coded: toCoded,
  boolean: toBoolean,
  text: toText,
  date: toDate,
  procedure: toProcedure,
};

/** Turns each element into its resource by the element table, ordered by key and ordinal so that the order of parts does not matter. */
export function toFacts(input: BundleInput, context: VisitContext): Facts {
  const resources: Resource[] = [];
  const local: LocalElement[] = [];
  for (const element of [...input.visit.elements].sort(compareElements)) {
    const made = toFact(element, input, context);
    if (typeof made === 'string') local.push({ key: element.key, ordinal: element.ordinal, reason: made });
    else resources.push(made);
  }
  return { resources, local };
}

function toFact(element: Element, input: BundleInput, visit: VisitContext): Resource | LocalReason {
  const definition = input.elements.elements.get(element.key);
  if (definition === undefined) return 'elemen-tidak-dikenal';
  const codes = chooseCodes(definition, element, input.visit);
  if (codes === undefined) return 'tanpa-kode';
  const make = toMaker(definition, codes.resource);
  if (make === undefined) return 'bentuk-belum-ada';
  const { value } = element;
  const id = input.idOf(element.key, element.ordinal);
  return make({ id, value, codes, visit, ...(definition.unit && { unit: definition.unit }) }) ?? 'nilai-tidak-cocok';
}

/** What is coded as a Procedure was done, whatever shape its value has on the form. */
function toMaker(definition: ElementDefinition, resource: ElementResource): ToResource | undefined {
  return resource === 'Procedure' ? toProcedure : SHAPES[definition.shape];
}

function compareElements(a: Element, b: Element): number {
  if (a.key === b.key) return a.ordinal - b.ordinal;
  return a.key < b.key ? -1 : 1;
}
