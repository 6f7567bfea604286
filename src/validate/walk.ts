import type { CheckWorld } from './checks/check.ts';
import { judgeRule, MOST_STEPS } from './fhirpath/rule.ts';
import type { Rule } from './fhirpath/rule.ts';
import type { Surroundings } from './fhirpath/surroundings.ts';
import type { JsonObject } from './json.ts';
import type { ValidationOptions } from './options.ts';
import { defaultOptions } from './options.ts';
import type { Steps } from './profile/steps.ts';
import type { Terminology } from './terminology/terminology.ts';

/** What the walk now going on remembers. */
export interface Walk extends Steps, Surroundings {
  /** The nearest resource: %resource. */
  resource: unknown;
  root: unknown;
  readonly resources: JsonObject[];
  options: ValidationOptions;
  find: CheckWorld['find'];
  elementIds: number;
  /** An extension was met somewhere in this walk; until then none has to be looked for. */
  extended: boolean;
  terminology: Terminology;
}

/** Makes a walk that has not begun. */
export function createWalk(resourceTypes: readonly string[], terminology: Terminology): Walk {
  return {
    warned: false,
    resource: undefined,
    root: undefined,
    resources: [],
    judged: new Map(),
    options: defaultOptions,
    resourceTypes: new Set(resourceTypes),
    elementIds: 0,
    extended: false,
    indexes: new Map(),
    find: findNone,
    terminology,
    context: undefined,
    steps: MOST_STEPS,
  };
}

function findNone(): undefined {
  return undefined;
}

/** Asks a rule without explaining: what cannot be decided does not count against the data, what is too much is worth a warning. */
export function createHoldsRule(walk: Walk): (rule: Rule, node: unknown) => boolean {
  return (rule, node) => {
    const outcome = judgeRule(rule, node, walk);
    if (outcome === 'rule-too-costly') walk.warned = true;
    return outcome !== 'fails';
  };
}
