import type { BindingIr } from '../ir.ts';
import { isObject, toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';

const MAX_VALUE_SET = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet';

const ADDITIONAL: ReadonlySet<unknown> = new Set([
  'http://hl7.org/fhir/tools/StructureDefinition/additional-binding',
  'http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.binding.additional',
]);
const STRENGTHS: ReadonlyMap<unknown, BindingIr['strength']> = new Map([
  ['required', 'required'],
  ['maximum', 'required'],
  ['extensible', 'extensible'],
] as const);

/** Reads an ElementDefinition.binding. Preferred and example ones are left out, and so is what even they must not leave: the reference validator only hints there. */
export function readBinding(binding: unknown): BindingIr | undefined {
  if (!isObject(binding)) return undefined;
  const { strength, valueSet } = binding;
  const extensions = toObjects(binding['extension']);
  const also = extensions.filter((each) => ADDITIONAL.has(each['url'])).flatMap(toAdditional);
  const bound = strength === 'required' || strength === 'extensible' ? strength : 'none';
  if (typeof valueSet !== 'string' || (bound === 'none' && also.length === 0)) return undefined;
  const most = bound === 'extensible' ? toMost(extensions) : {};
  return { strength: bound, valueSet: toSetCanonical(valueSet), ...most, ...toAlso(also) };
}

function toAlso(also: readonly BindingIr[]): Pick<BindingIr, 'also'> {
  return also.length === 0 ? {} : { also };
}

function toMost(extensions: readonly JsonObject[]): Pick<BindingIr, 'most'> {
  const most = extensions.find((each) => each['url'] === MAX_VALUE_SET)?.['valueCanonical'];
  return typeof most === 'string' ? { most: toSetCanonical(most) } : {};
}

/** One that holds only in some usage is left out: whether that usage is given cannot be seen in the data. */
function toAdditional(extension: JsonObject): readonly BindingIr[] {
  const parts = toObjects(extension['extension']);
  const toPart = (url: string): JsonObject | undefined => parts.find((each) => each['url'] === url);
  const strength = STRENGTHS.get(toPart('purpose')?.['valueCode']);
  const valueSet = toPart('valueSet')?.['valueCanonical'];
  if (strength === undefined || typeof valueSet !== 'string' || toPart('usage') !== undefined) return [];
  return [{ strength, valueSet: toSetCanonical(valueSet) }];
}

/** R4 binds its own value sets by `|4.0.1`; any other version has to be found as it stands. */
function toSetCanonical(canonical: string): string {
  return canonical.endsWith('|4.0.1') ? canonical.slice(0, -6) : canonical;
}
