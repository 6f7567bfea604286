/** A trace that cannot be read soundly: nothing is concluded from it. */
export class TraceFault extends Error {
  override readonly name = 'TraceFault';
}
