import type { UserInvocationTable } from 'fhirpath';
import { NoAnswer, spend } from './fhirpath/surroundings.ts';
import type { Surroundings } from './fhirpath/surroundings.ts';
import { isBeyondBounds } from './fhirpath/expression-bounds.ts';
import { isEndless } from './fhirpath/endless-pattern.ts';
import type { Rule } from './fhirpath/rule.ts';
import { loadFhirpath } from './fhirpath/load-fhirpath.ts';

/** Finds the rule for an expression at a type or path. */
export interface RuleCompiler {
  (path: string, expression: string): Rule;
  /** The expressions asked so far, in the order in which they came first. */
  readonly asked: () => readonly string[];
}

/** What every evaluation by fhirpath.js counts for, beside the nodes it may visit: it is some fifty times slower than compiled code. */
const STEPS_EACH = 500;

/** Makes rules of the expressions that are not compiled here, by fhirpath.js, which is loaded when the first of them is asked. Each expression is compiled once. */
export function createRuleCompiler(): RuleCompiler {
  const rules = new Map<string, Rule>();
  const asked = new Set<string>();
  const compile = (path: string, expression: string): Rule => {
    const key = `${path} ${expression}`;
    const rule = rules.get(key) ?? toLazyRule(path, expression, asked);
    rules.set(key, rule);
    return rule;
  };
  return Object.assign(compile, { asked: () => [...asked] });
}

type Evaluate = (node: unknown, variables: Record<string, unknown>) => unknown;

function toLazyRule(path: string, expression: string, asked: Set<string>): Rule {
  let evaluate: Evaluate | undefined;
  return (node, _, around) => {
    spend(around, STEPS_EACH);
    asked.add(expression);
    if (isBeyondBounds(expression)) throw new NoAnswer('rule-not-decided');
    const { fhirpath, model, toDecimal } = loadFhirpath();
    // trace() would print to the console by default.
    evaluate ??= fhirpath.compile({ base: path, expression }, model, {
      traceFn: () => undefined,
      async: false,
      userInvocationTable: guards,
    }) as Evaluate;
    // fhirpath.js 5.2.0 cannot take a bare number as the node a rule starts from ("ctx.getDecimal is not a function").
    const start = typeof node === 'number' ? toDecimal(node) : node;
    return passes(evaluate(start, toVariables(node, around)));
  };
}

/** Patterns come with profiles, and fhirpath.js would run any: those that may not end, or run over a very long text, are not asked. */
const guards: UserInvocationTable = {
  matches: { fn: guard((text, pattern) => new RegExp(pattern, 's').test(text)), arity: { 1: ['String'] } },
  replaceMatches: { fn: guard((text, pattern, by) => text.replace(new RegExp(pattern, 'g'), by)), arity: { 2: ['String', 'String'] } },
};

const LONGEST_TEXT = 100_000;

function guard(run: (text: string, pattern: string, by: string) => unknown): UserInvocationTable[string]['fn'] {
  return (inputs: readonly unknown[], pattern: string, by = '') => {
    const [input] = inputs;
    const text: unknown = input instanceof Object ? input.valueOf() : input;
    // A primitive that has only extensions has no text to be matched.
    if ((text ?? null) === null) return [];
    if (typeof text !== 'string' || text.length > LONGEST_TEXT || isEndless(pattern)) throw new NoAnswer('rule-not-decided');
    return run(text, pattern, by);
  };
}

function toVariables(node: unknown, { resource, root }: Surroundings): Record<string, unknown> {
  return { resource, rootResource: root, context: node };
}

/** One boolean counts by its value, anything else by being there. */
function passes(answer: unknown): boolean {
  if (!Array.isArray(answer)) throw new NoAnswer('rule-not-decided');
  const [first] = answer as readonly unknown[];
  return answer.length === 1 && typeof first === 'boolean' ? first : answer.length > 0;
}
