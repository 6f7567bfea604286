import type { ElementIr, ProfileIr, TypeIr } from '../ir.ts';
import type { Lookup } from '../registry.ts';

/** What is known of one child of a type. A backbone's type is its path. */
export interface Field {
  readonly name: string;
  readonly list: boolean;
  readonly choice: boolean;
  readonly types: readonly string[];
}

/** The types of base R4 as FHIRPath sees them: `Patient`, `Quantity`, `code`, and `Observation.component` for a backbone. */
export interface TypeTable {
  /** The child of a type; undefined when the type has none of that name. */
  readonly toField: (type: string, name: string) => Field | undefined;
  /** True for a type whose children are known. */
  readonly knows: (type: string) => boolean;
  /** True for resource types, the abstract ones too. */
  readonly isResource: (type: string) => boolean;
}

/** Makes the table from the intermediate form of the base types. */
export function createTypeTable(types: Lookup<ProfileIr>): TypeTable {
  const found = new Map<string, ElementIr | undefined>();
  const find = (type: string): ElementIr | undefined => {
    if (!found.has(type)) found.set(type, findElement(types, type, 0));
    return found.get(type);
  };
  return {
    toField: (type, name) => {
      const child = find(type)?.children.find((each) => each.name === name);
      return child && toField(child);
    },
    knows: (type) => (find(type)?.children.length ?? 0) > 0,
    isResource: (type) => types.get(type)?.kind === 'resource',
  };
}

/** More references to content than any path has; a definition could refer to itself. */
const MOST_REFERENCES = 40;

function findElement(types: Lookup<ProfileIr>, path: string, referred: number): ElementIr | undefined {
  const [type = '', ...names] = path.split('.');
  let element = types.get(type)?.root;
  for (const name of names) {
    element = element && findChild(types, element, name);
    const reference = element?.contentReference;
    if (reference !== undefined && referred < MOST_REFERENCES) element = findElement(types, reference, referred + 1);
  }
  return element;
}

/** A child stands below the element, or in its type. */
function findChild(types: Lookup<ProfileIr>, element: ElementIr, name: string): ElementIr | undefined {
  const children = element.children.length > 0 ? element.children : (types.get(element.types[0]?.code ?? '')?.root.children ?? []);
  return children.find((each) => each.name === name);
}

function toField(element: ElementIr): Field {
  const { name, list, choice, contentReference } = element;
  if (contentReference !== undefined) return { name, list, choice, types: [contentReference] };
  return { name, list, choice, types: [...new Set(element.types.map((type) => toTypeId(element, type)))] };
}

/** The path where the children of an element stand there, else the type itself. */
function toTypeId(element: ElementIr, type: TypeIr): string {
  return element.children.length > 0 && !element.choice ? element.path : type.code;
}

const PARENTS: ReadonlyMap<string, string> = new Map([
  ...['code', 'id', 'markdown'].map((type) => [type, 'string'] as const),
  ...['url', 'canonical', 'uuid', 'oid'].map((type) => [type, 'uri'] as const),
  ...['positiveInt', 'unsignedInt'].map((type) => [type, 'integer'] as const),
  ...['Age', 'Count', 'Distance', 'Duration', 'MoneyQuantity', 'SimpleQuantity'].map((type) => [type, 'Quantity'] as const),
]);

/** True when a value of one FHIR datatype is also of another: a `code` is a `string`. */
export function isSubtype(type: string, wanted: string): boolean {
  for (let each: string | undefined = type; each !== undefined; each = PARENTS.get(each)) if (each === wanted) return true;
  return false;
}

/** How values of a set of types are compared. `unknown` where that depends on what is not known here. */
export type Manner = 'text' | 'number' | 'boolean' | 'moment' | 'quantity' | 'object' | 'unknown';

const MANNERS: ReadonlyMap<string, Manner> = new Map<string, Manner>([
  ...['string', 'code', 'id', 'markdown', 'uri', 'url', 'uuid', 'oid', 'canonical', 'base64Binary', 'xhtml', 'System.String'].map(
    (type) => [type, 'text'] as const,
  ),
  ...['integer', 'positiveInt', 'unsignedInt', 'decimal', 'System.Integer', 'System.Decimal'].map((type) => [type, 'number'] as const),
  ...['boolean', 'System.Boolean'].map((type) => [type, 'boolean'] as const),
  ...['date', 'dateTime', 'instant', 'System.Date', 'System.DateTime'].map((type) => [type, 'moment'] as const),
  ...['Quantity', 'Age', 'Count', 'Distance', 'Duration', 'MoneyQuantity', 'SimpleQuantity'].map((type) => [type, 'quantity'] as const),
  ...['time', 'System.Time', 'System.Quantity'].map((type) => [type, 'unknown'] as const),
]);

/** Answers how values of these types are compared; `unknown` when they differ in it. */
export function toManner(types: readonly string[] | undefined): Manner {
  const [first, ...rest] = new Set((types ?? []).map((type) => MANNERS.get(type) ?? 'object'));
  return first === undefined || rest.length > 0 ? 'unknown' : first;
}

/** True for FHIR's and FHIRPath's own single values; an object is never one. */
export function isPrimitiveType(type: string): boolean {
  return /^(?:[a-z]|System\.(?!Quantity))/.test(type);
}
