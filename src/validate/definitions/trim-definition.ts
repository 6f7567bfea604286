import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

const KEPT: ReadonlySet<string> = new Set(
  'resourceType url version type kind derivation abstract baseDefinition context contextInvariant'.split(' '),
);
const KEPT_OF_ELEMENT: ReadonlySet<string> = new Set(
  'id path sliceName min max type contentReference binding slicing maxLength mustSupport isModifier'.split(' '),
);
const VALUES = /^(?:fixed|pattern|minValue|maxValue)[A-Z]/;
/** Proved by the walk itself, and said of nearly every element. */
const NATIVE_RULES: ReadonlySet<unknown> = new Set(['ele-1', 'ext-1']);

/** Leaves of a StructureDefinition with a snapshot what a validator needs: no texts, mappings or examples; about a tenth of its size. */
export function trimDefinition(definition: JsonObject): JsonObject {
  const { snapshot } = definition;
  const elements = isObject(snapshot) ? toObjects(snapshot['element']) : [];
  return { ...pick(definition, (key) => KEPT.has(key)), snapshot: { element: elements.map(trimElement) } };
}

function trimElement(element: JsonObject): JsonObject {
  const { binding, constraint, base, type } = element;
  return {
    ...pick(element, (key) => KEPT_OF_ELEMENT.has(key) || VALUES.test(key)),
    ...(type !== undefined && { type: toObjects(type).map(trimType) }),
    ...(isObject(base) && base['max'] !== element['max'] && { base: { max: base['max'] } }),
    ...(isObject(binding) && { binding: pick(binding, (key) => key === 'strength' || key === 'valueSet' || key === 'extension') }),
    ...(constraint !== undefined && { constraint: toObjects(constraint).filter(isCarried).map(trimConstraint) }),
  };
}

function trimType(type: JsonObject): JsonObject {
  return pick(type, (key) => key === 'code' || key === 'profile' || key === 'targetProfile' || key === 'aggregation');
}

function isCarried(constraint: JsonObject): boolean {
  return !NATIVE_RULES.has(constraint['key']) && toText(constraint['expression']) !== '';
}

function trimConstraint(constraint: JsonObject): JsonObject {
  return pick(constraint, (key) => ['key', 'severity', 'human', 'expression', 'extension'].includes(key));
}

function pick(object: JsonObject, keeps: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keeps(key)));
}
