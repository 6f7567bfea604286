import type { Finding } from '../messages.ts';
import type { Outcome } from './rule.ts';

/** A rule that was asked, and where. */
export interface Asked {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly key: string;
  readonly human: string;
  /** The canonical of the definition the rule stands in. */
  readonly source: string;
}

/** Takes down findings and what could not be decided. */
interface Teller {
  add(finding: Finding): void;
  leave(path: string, about: string, reason: string): void;
}

/** Tells of a rule that does not hold, or that has no answer here; the issue names the rule's key, its text and its canonical. */
export function tellRule(outcome: Outcome, { severity, path, key, human, source }: Asked, teller: Teller): void {
  if (outcome === 'holds') return;
  const expected = `${human} (${key}, ${source})`;
  if (outcome === 'fails') teller.add({ code: 'invariant', severity, path, rule: key, expected, came: undefined });
  else teller.leave(path, `${source}#${key}`, outcome);
  if (outcome === 'rule-too-costly') teller.add({ code: 'rule-given-up', severity: 'warning', path, rule: key, expected, came: undefined });
}
