import { NoAnswer } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** A compiled rule: whether it holds at a value. Throws where that cannot be said, or where the data do not suit it. */
export type Rule = (node: unknown, index: number, around: Surroundings) => boolean;

/** What became of a rule. */
export type Outcome = 'holds' | 'fails' | 'rule-not-decided' | 'rule-too-costly';

/** How much the rules of one validation may look at: well below a second's work, far above what any sound resource needs. */
export const MOST_STEPS = 1_000_000;

/** Asks a rule; an evaluation that ends in an error does not hold (HL7/fhir PR 4122). */
export function judgeRule(rule: Rule, node: unknown, around: Surroundings): Outcome {
  const { context } = around;
  around.context = node;
  try {
    return rule(node, 0, around) ? 'holds' : 'fails';
  } catch (fault) {
    return fault instanceof NoAnswer ? fault.reason : 'fails';
  } finally {
    around.context = context;
  }
}
