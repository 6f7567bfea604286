/** Ten times the longest of R4 and its guides. */
const LONGEST = 5000;
/** A repeat() that makes values of its own may never come to an end. */
const GROWING = /\brepeat\s*\([^]*[-+*/&]/;

/** Says whether an expression is too long, or could go on making values without end; such a rule is left undecided. */
export function isBeyondBounds(expression: string): boolean {
  return expression.length > LONGEST || GROWING.test(expression);
}
