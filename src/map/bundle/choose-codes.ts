import { fitsPerson, toPersonOnDay } from '../../insight/status/fits-person.ts';
import type { ElementDefinition, FhirCodes } from '../element-definition.ts';
import type { Element, Person, Visit } from '../visit.ts';
import type { ChosenCodes } from './shape.ts';

type Owner = Pick<Person, 'birthDate' | 'sex'>;

/**
 * The codes of an element in this visit; undefined where it has none and stays local.
 * The stage of life, sex and age may add bands of interpretation. A sibling of the same ordinal may decide, e.g. `cara-ukur` whether a height is lying or standing; an unknown sibling code changes nothing.
 */
export function chooseCodes(definition: ElementDefinition, element: Element, visit: Visit, person?: Owner): ChosenCodes | undefined {
  const { fhir } = definition;
  if (fhir === undefined) return undefined;
  const { when, during, by, ...always } = fhir;
  const codes = { ...always, ...during?.[visit.lifeStage], ...toCodesBy(by, visit, person) };
  return when === undefined ? codes : addChosen(codes, when, { element, visit });
}

/** What the sibling's code says goes first; what says the same at this stage stays beside it. */
function addChosen(
  codes: ChosenCodes,
  when: NonNullable<FhirCodes['when']>,
  { element, visit }: { element: Element; visit: Visit },
): ChosenCodes {
  const sibling = visit.elements.find(
    (other) => other.key === when.element && other.ordinal === element.ordinal && other.unconfirmed !== true,
  );
  const chosen = sibling?.value.kind === 'coded' ? when.codes[sibling.value.code] : undefined;
  const also = [...(chosen?.also ?? []), ...(codes.also ?? [])];
  return { ...codes, ...chosen, ...(also.length > 0 && { also }) };
}

function toCodesBy(lines: FhirCodes['by'], visit: Visit, person: Owner = {}): Pick<FhirCodes, 'interpretation' | 'also' | 'profile'> {
  const who = toPersonOnDay(person, visit);
  const { for: _for, ...codes } = lines?.find((line) => fitsPerson(line.for, who)) ?? {};
  return codes;
}
