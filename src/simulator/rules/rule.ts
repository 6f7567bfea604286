import { elementsAt, presentAt, type Found } from '../element-path.ts';
import { isJsonObject, printed, textAt, type Json, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';

/** What a reference leads to: something of ours or open to all, something of another facility, or nothing. */
export type Reach = 'known' | 'foreign' | 'unknown';

/** What a rule may ask about the world while it looks at one resource. */
export interface RuleContext {
  readonly now: Date;
  /** The IHS number of the organisation behind the client's credentials. */
  readonly organization: string;
  /** Where a reference such as `Patient/P1` or `urn:uuid:...` leads, for the given target types. */
  reach(reference: string, targets: readonly string[]): Reach;
}

/** One rule of the platform: looks at a resource and says what it refuses. */
export type Rule = (resource: JsonObject, context: RuleContext) => readonly Refusal[];

/** Writes a rule number the way SATUSEHAT's dictionary does. */
export function numbered(text: string, rule: number): string {
  return `${text} (RuleNumber: ${String(rule)})`;
}

/** Demands an element; an empty text is refused with words of its own. */
export function mandatory(rule: number, path: string): Rule {
  return (resource) => elementsAt(resource, path).flatMap((found) => missing(rule, found));
}

/** Demands a reference that resolves to one of the target types. */
export function mandatoryReference(rule: number, path: string, targets: readonly string[]): Rule {
  return (resource, context) => elementsAt(resource, path).flatMap((found) => unreachable({ rule, targets, context }, found));
}

/** Checks a reference only where there is one; without rule number where the dictionary has none. */
export function optionalReference(rule: number | undefined, path: string, targets: readonly string[]): Rule {
  return (resource, context) => presentAt(resource, path).flatMap((found) => unreachable({ rule, targets, context }, found));
}

/** Accepts only the listed coding systems in a CodeableConcept, Coding or Quantity. */
export function codingSystem(rule: number, path: string, systems: readonly string[]): Rule {
  return (resource) =>
    presentAt(resource, path)
      .flatMap(systemsWithin)
      .filter(({ value }) => typeof value === 'string' && !systems.includes(value))
      .map(({ value, expression }) => refusal('value', numbered(`Invalid coding system: ${printed(value)}`, rule), expression));
}

/** Demands what the FHIR store itself demands; its words differ from those of the rules. */
export function storeDemands(field: string): Rule {
  return (resource) => {
    if (resource[field] !== undefined) return [];
    const type = textAt(resource, 'resourceType') ?? 'resource';
    const expression = type.charAt(0).toLowerCase() + type.slice(1);
    return [{ ...refusal('structure', 'unparseable_resource', expression), diagnostics: `missing required field "${field}"` }];
  };
}

interface ReferenceDemand {
  readonly rule: number | undefined;
  readonly targets: readonly string[];
  readonly context: RuleContext;
}

function missing(rule: number, { value, expression }: Found): readonly Refusal[] {
  if (value === '') return [refusal('value', numbered("Text is empty: ''", rule), expression)];
  return value === undefined || value === null ? [refusal('value', numbered(`Element not found: ${expression}`, rule), expression)] : [];
}

function unreachable(demand: ReferenceDemand, { value, expression }: Found): readonly Refusal[] {
  const reference = textAt(value, 'reference') ?? '';
  const reach = demand.context.reach(reference, demand.targets);
  if (reach === 'known') return [];
  if (reach === 'foreign') return [refusal('forbidden', 'resource cannot be accessed due to business rule', expression)];
  const text = `Reference is mandatory : ${expression}`;
  return [refusal('value', demand.rule === undefined ? text : numbered(text, demand.rule), expression)];
}

function systemsWithin(found: Found): readonly Found[] {
  if (!isJsonObject(found.value)) return [];
  const coding: Json | undefined = found.value['coding'];
  if (!Array.isArray(coding)) return [{ expression: `${found.expression}.system`, value: found.value['system'] }];
  return coding.map((item, index) => ({
    expression: `${found.expression}.coding[${String(index)}].system`,
    value: textAt(item, 'system'),
  }));
}
