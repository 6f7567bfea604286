import fhirpath, { FP_Decimal } from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

/** Says whether a rule holds at a node of a resource. */
export type Rule = (node: unknown, resource: unknown, root: unknown) => boolean;

/**
 * Compiles FHIRPath rules with fhirpath.js, each expression once.
 * A rule holds only when its answer is true: false, nothing at all and a failing evaluation do not hold (HL7/fhir PR 4122).
 */
export function createRuleCompiler(): (path: string, expression: string) => Rule {
  const rules = new Map<string, Rule>();
  return (path, expression) => {
    const key = `${path} ${expression}`;
    const known = rules.get(key);
    if (known !== undefined) return known;
    const rule = toLazyRule(path, expression);
    rules.set(key, rule);
    return rule;
  };
}

function toLazyRule(path: string, expression: string): Rule {
  let evaluate: ((node: unknown, variables: Record<string, unknown>) => unknown) | undefined;
  return (node, resource, root) => {
    try {
      // trace() would print to the console by default.
      evaluate ??= fhirpath.compile({ base: path, expression }, r4, { traceFn: () => undefined, async: false });
      // fhirpath.js 5.2.0 cannot take a bare number as the node a rule starts from ("ctx.getDecimal is not a function").
      const start: unknown = typeof node === 'number' ? FP_Decimal.getDecimal(node) : node;
      const answer = evaluate(start, { resource, rootResource: root, context: node });
      return Array.isArray(answer) && answer.length === 1 && answer[0] === true;
    } catch {
      // The rule, not the program, decides: an expression that cannot be evaluated on this data does not hold.
      return false;
    }
  };
}
