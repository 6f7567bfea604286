import type { ElementDefinition } from '../element-definition.ts';
import type { Element, Visit } from '../visit.ts';
import type { ChosenCodes } from './shape.ts';

/**
 * The codes of an element in this visit; undefined where it has none and stays local.
 * The stage of life may add bands of interpretation. A sibling of the same ordinal may decide, e.g. `cara-ukur` whether a height is lying or standing; an unknown sibling code changes nothing.
 */
export function chooseCodes(definition: ElementDefinition, element: Element, visit: Visit): ChosenCodes | undefined {
  const { fhir } = definition;
  if (fhir === undefined) return undefined;
  const { when, during, ...always } = fhir;
  const codes = { ...always, ...during?.[visit.lifeStage] };
  if (when === undefined) return codes;
  const sibling = visit.elements.find(
    (other) => other.key === when.element && other.ordinal === element.ordinal && other.unconfirmed !== true,
  );
  const chosen = sibling?.value.kind === 'coded' ? when.codes[sibling.value.code] : undefined;
  return { ...codes, ...chosen };
}
