import { elementsAt, presentAt, type Found } from '../element-path.ts';
import { itemsOf, textAt, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { numbered, type Reach, type Rule, type RuleContext } from './rule.ts';

/** Which types a reference must lead to; `beside` types may only stand beside one of the targets. */
export interface ReferenceDemand {
  /** Without a number the dictionary has no rule. */
  readonly rule: number | undefined;
  readonly targets: readonly string[];
  readonly beside?: readonly string[];
}

/** Demands a reference that resolves to one of the target types. */
export function mandatoryReference(demand: ReferenceDemand, path: string): Rule {
  return (resource, context) => unreachable(demand, elementsAt(resource, path), { resource, context });
}

/** Checks a reference only where there is one. */
export function optionalReference(demand: ReferenceDemand, path: string): Rule {
  return (resource, context) => unreachable(demand, presentAt(resource, path), { resource, context });
}

interface Looking {
  readonly resource: JsonObject;
  readonly context: RuleContext;
}

function unreachable({ rule, targets, beside = [] }: ReferenceDemand, found: readonly Found[], at: Looking): readonly Refusal[] {
  const companions = found.some((each) => reachOf(each, targets, at) === 'known') ? beside : [];
  return found.flatMap((each) => refuseReach(rule, each, reachOf(each, [...targets, ...companions], at)));
}

function reachOf({ value }: Found, targets: readonly string[], { resource, context }: Looking): Reach {
  const reference = textAt(value, 'reference') ?? '';
  if (!reference.startsWith('#')) return context.reach(reference, targets);
  const contained = itemsOf(resource['contained']).find((item) => textAt(item, 'id') === reference.slice(1));
  return targets.includes(textAt(contained, 'resourceType') ?? '') ? 'known' : 'unknown';
}

function refuseReach(rule: number | undefined, { expression }: Found, reach: Reach): readonly Refusal[] {
  if (reach === 'known') return [];
  if (reach === 'foreign') return [refusal('forbidden', 'resource cannot be accessed due to business rule', expression)];
  const text = `Reference is mandatory : ${expression}`;
  return [refusal('value', rule === undefined ? text : numbered(text, rule), expression)];
}
