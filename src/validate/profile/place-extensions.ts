import { isExampleUrl } from '../checks/example-urls.ts';
import { judgeRule } from '../fhirpath/rule.ts';
import type { RuleCompiler } from '../invariants.ts';
import type { ContextIr, ExtensionIr } from '../ir.ts';
import type { JsonObject } from '../json.ts';
import type { ValidationOptions } from '../options.ts';
import { BASE } from '../registry.ts';
import type { Registry } from '../registry.ts';
import { laterExtensions } from './later-extensions.ts';
import type { Walk } from '../walk.ts';

/** The element an extension stands in: its path in R4, such as `Patient.name` or `HumanName.family`, and its type (empty for a backbone). */
export interface Holder {
  readonly element: JsonObject;
  readonly path: string;
  readonly type: string;
}

/** What is wrong with where an extension stands, as the code of a finding; `unknown` when it may be used but there is no definition. */
export type Placement =
  | 'sound'
  | 'unknown'
  | 'extension-unknown'
  | 'extension-relative'
  | 'extension-modifier'
  | 'extension-not-modifier'
  | 'extension-context'
  | 'extension-context-rule';

/** What the answer depends on beside the data. */
export interface ExtensionWorld {
  readonly registry: Registry;
  readonly walk: Walk;
  readonly toRule: RuleCompiler;
}

/** Says whether an extension may stand where it does: by its definition (R4 2.4.0.1, StructureDefinition.context), or by what may be used without one. */
export function placeExtension(url: string, modifies: boolean, holder: Holder, world: ExtensionWorld): Placement {
  const definition = world.registry.extensions.get(url);
  if (definition === undefined) return placeUnknown(url, modifies, holder, world);
  if (definition.modifier !== modifies) return modifies ? 'extension-not-modifier' : 'extension-modifier';
  const wider = WIDER[url];
  const contexts = wider === undefined ? definition.contexts : [{ type: 'element', expression: wider }, ...definition.contexts];
  if (contexts.length > 0 && !contexts.some((context) => isContext(context, holder, world.registry))) return 'extension-context';
  return holdsInvariants(definition, holder, world) ? 'sound' : 'extension-context-rule';
}

/** A part of a complex extension has a name for its url; what it means is its extension's definition's matter. */
function placeUnknown(url: string, modifies: boolean, { path }: Holder, { registry, walk }: ExtensionWorld): Placement {
  if (!url.includes(':')) return path === 'Extension' ? 'sound' : 'extension-relative';
  const own = url.startsWith(registry.ownDomain);
  return !own && mayBeUnknown(url, modifies, walk.options) ? 'unknown' : 'extension-unknown';
}

/** What an option allows by name may be used; what R4 or HL7's later pack should define, and what modifies, not without that. */
function mayBeUnknown(url: string, modifies: boolean, { extensionDomains, exampleUrls }: ValidationOptions): boolean {
  if (extensionDomains.some((domain) => domain !== '*' && url.startsWith(domain))) return true;
  if (exampleUrls === 'allowed' && isExampleUrl(url)) return true;
  if (url.startsWith(BASE)) return laterExtensions.has(url.slice(BASE.length));
  return extensionDomains.includes('*') && !modifies;
}

function holdsInvariants({ invariants }: ExtensionIr, { element, path, type }: Holder, { walk, toRule }: ExtensionWorld): boolean {
  return invariants.every((expression) => judgeRule(toRule(type === '' ? path : type, expression), element, walk) !== 'fails');
}

function isContext({ type, expression }: ContextIr, holder: Holder, registry: Registry): boolean {
  if (type === 'extension') return holder.element['url'] === expression || holder.path === 'Extension.value[x]';
  // What a FHIRPath finds cannot be compared with an element here; the definition's own rules still hold.
  if (type !== 'element') return true;
  const hash = expression.indexOf('#');
  return isElement(hash < 0 ? expression : expression.slice(hash + 1), holder, registry);
}

/** R4's extensions may stand on any element where the definition says `Element`; the examples and values inside ElementDefinition take any. */
function isElement(expression: string, { path, type }: Holder, registry: Registry): boolean {
  if (ANYWHERE.has(expression) || ELEMENT_VALUES.test(path)) return true;
  if (expression === path || expression === type || expression === toParent(type)) return true;
  if (registry.resourceTypes.has(path)) return ANY_RESOURCE.has(expression);
  return path.includes('.') && isInner(expression, path, registry);
}

function toParent(type: string): string | undefined {
  return type === '' ? 'BackboneElement' : PARENTS[type];
}

/** `DomainResource.text` means the text of any resource, and `Patient.name.family` is, seen from the name alone, `HumanName.family`. */
function isInner(expression: string, path: string, registry: Registry): boolean {
  const [root = ''] = path.split('.', 1);
  const tail = path.slice(root.length);
  if (registry.resourceTypes.has(root)) return expression === `Resource${tail}` || expression === `DomainResource${tail}`;
  return expression.split('.').length > 2 && expression.endsWith(tail);
}

const ANYWHERE: ReadonlySet<string> = new Set(['Element', 'Any']);
const ELEMENT_VALUES = /^ElementDefinition\.(?:example\.value|pattern|fixed)\[x\]/;
const ANY_RESOURCE: ReadonlySet<string> = new Set(['Resource', 'DomainResource', 'CanonicalResource', 'MetadataResource']);

/** Definitions whose context in R4 is too narrow for what R4 itself does with them; the reference validator widens them alike (its fixContexts). */
const WIDER: Readonly<Record<string, string>> = {
  [`${BASE}structuredefinition-fhir-type`]: 'ElementDefinition.type',
  [`${BASE}regex`]: 'ElementDefinition.type',
  [`${BASE}structuredefinition-normative-version`]: 'Element',
  [`${BASE}capabilitystatement-expectation`]: 'Element',
  [`${BASE}capabilitystatement-prohibited`]: 'Element',
};

/** Types that are special cases of others (R4 2.24.0). */
const PARENTS: Readonly<Record<string, string>> = {
  ...{ url: 'uri', canonical: 'uri', uuid: 'uri', oid: 'uri', id: 'string', code: 'string', markdown: 'string' },
  ...{ positiveInt: 'integer', unsignedInt: 'integer' },
  ...{
    Age: 'Quantity',
    Count: 'Quantity',
    Distance: 'Quantity',
    Duration: 'Quantity',
    SimpleQuantity: 'Quantity',
    MoneyQuantity: 'Quantity',
  },
};
