import { presentAt, type Found } from '../element-path.ts';
import { textAt } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { numbered, type Rule } from './rule.ts';

const localSystem = /^http:\/\/sys-ids\.kemkes\.go\.id\/([^/]+)\/([^/]+)/;
const creatorSystem = 'http://sys-ids.kemkes.go.id/creator';

/** Which identifier systems a resource type may carry, and by which rule others are refused. */
export interface IdentifierDemand {
  /** Without a number the dictionary has no rule; only a foreign organisation is then refused. */
  readonly rule?: number;
  /** The words after `sys-ids.kemkes.go.id/` that are followed by the organisation; without rule any word. */
  readonly slugs: readonly string[];
  /** Systems taken as they are. */
  readonly others?: readonly string[];
  /** Systems with a closed list of values. */
  readonly visitNumbers?: Readonly<Record<string, readonly string[]>>;
}

/** Checks that local identifiers are of the right kind and belong to the client's own organisation. */
export function identifierSystem(type: string, demand: IdentifierDemand): Rule {
  return (resource, context) =>
    presentAt(resource, `${type}.identifier`).flatMap((found) => [
      ...checkIdentifier(demand, found, context.organization),
      ...(textAt(found.value, 'value') === undefined ? [withoutValue(demand.rule, `${found.expression}.value`)] : []),
    ]);
}

function checkIdentifier(demand: IdentifierDemand, found: Found, organization: string): readonly Refusal[] {
  const system = textAt(found.value, 'system') ?? '';
  const values = demand.visitNumbers?.[system];
  if (values !== undefined) return checkVisitNumber(values, found);
  const taken = system === creatorSystem || demand.others?.includes(system) === true;
  return taken ? [] : checkLocalSystem(demand, { system, expression: `${found.expression}.system` }, organization);
}

function checkLocalSystem(
  demand: IdentifierDemand,
  { system, expression }: { readonly system: string; readonly expression: string },
  organization: string,
): readonly Refusal[] {
  const [, slug, owner = ''] = localSystem.exec(system) ?? [];
  const known = slug !== undefined && (demand.rule === undefined || demand.slugs.includes(slug));
  if (known) return owner === organization ? [] : [foreign(demand.rule, system, expression)];
  return demand.rule === undefined ? [] : [refusal('value', numbered(`Invalid identifier system: ${system}`, demand.rule), expression)];
}

function checkVisitNumber(values: readonly string[], found: Found): readonly Refusal[] {
  const value = textAt(found.value, 'value');
  if (values.length === 0 || value === undefined || values.includes(value)) return [];
  return [refusal('value', 'Identifier value not found', `${found.expression}.value`)];
}

function withoutValue(rule: number | undefined, expression: string): Refusal {
  const text = `Element not found: ${expression}`;
  return refusal('value', rule === undefined ? text : numbered(text, rule), expression);
}

function foreign(rule: number | undefined, system: string, expression: string): Refusal {
  if (rule === undefined) return refusal('forbidden', 'resource cannot be accessed due to business rule', expression);
  return refusal('value', numbered(`Wrong organization ID provided by system URL: ${system}`, rule), expression);
}
