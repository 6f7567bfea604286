import type { JsonObject } from '../json.ts';
import type { ValueSet } from '../terminology/value-sets.ts';

/** What a rule may look at besides the value it is asked of, and how much it may still do. */
export interface Surroundings {
  readonly resource: unknown;
  readonly root: unknown;
  /** The resources around the value, outermost first. */
  readonly resources: readonly JsonObject[];
  /** The value the rule is asked of: %context. */
  context: unknown;
  /** How many values may still be looked at; below zero the evaluation is given up. */
  steps: number;
  /** The value set of a canonical; one that is not held decides nothing. */
  readonly terminology: { readonly toValueSet: (canonical: string) => ValueSet };
  /** Whether a value follows a profile; undefined where that cannot be decided. */
  readonly conforms?: ((value: unknown, profile: string) => boolean | undefined) | undefined;
  /** The present moment as an ISO text; the core has no clock of its own. */
  readonly options: { readonly now: string };
}

/** An evaluation that has no answer here: it needs terminology or a clock that is not there, or too many steps. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly reason: 'rule-not-decided' | 'rule-too-costly';

  constructor(reason: 'rule-not-decided' | 'rule-too-costly') {
    super(reason);
    this.reason = reason;
  }
}

/** The data do not suit the expression: several values where one is needed. A rule that ends so does not hold. */
export class Unsuited extends Error {
  override readonly name = 'Unsuited';
}

/** Counts work done; throws NoAnswer when it is too much. */
export function spend(around: Surroundings, steps: number): void {
  around.steps -= steps;
  if (around.steps < 0) throw new NoAnswer('rule-too-costly');
}
