import type { BindingIr } from '../ir.ts';
import { isObject, toObjects } from '../json.ts';

const MAX_VALUE_SET = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet';

/** Reads an ElementDefinition.binding. Preferred and example ones are left out, and so is what even they must not leave: the reference validator only hints there. */
export function readBinding(binding: unknown): BindingIr | undefined {
  if (!isObject(binding) || typeof binding['valueSet'] !== 'string') return undefined;
  const { strength } = binding;
  const valueSet = toSetCanonical(binding['valueSet']);
  if (strength === 'required') return { strength, valueSet };
  if (strength !== 'extensible') return undefined;
  const most = toObjects(binding['extension']).find((each) => each['url'] === MAX_VALUE_SET)?.['valueCanonical'];
  return { strength, valueSet, ...(typeof most === 'string' && { most: toSetCanonical(most) }) };
}

/** R4 binds its own value sets by `|4.0.1`; any other version has to be found as it stands. */
function toSetCanonical(canonical: string): string {
  return canonical.endsWith('|4.0.1') ? canonical.slice(0, -6) : canonical;
}
