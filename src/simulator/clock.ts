/** The time of the simulated platform: that of the machine, or of a test, moved on by as much as was asked. */
export class SimulatorClock {
  private offsetMs = 0;
  private readonly base: () => Date;

  constructor(base: () => Date) {
    this.base = base;
  }

  readonly now = (): Date => new Date(this.base().getTime() + this.offsetMs);

  /** Moves the clock on, or back with a negative number. */
  advance(seconds: number): void {
    this.offsetMs += seconds * 1000;
  }

  /** Sets the clock; it goes on from there. */
  set(now: Date): void {
    this.offsetMs = now.getTime() - this.base().getTime();
  }

  /** Back to the time it started from. */
  reset(): void {
    this.offsetMs = 0;
  }

  /** Takes `{"now": "2025-08-12T01:00:00Z"}` or `{"advanceSeconds": 3600}`; what is wrong with anything else. */
  change(given: unknown): { readonly wrong: string } | undefined {
    const { now, advanceSeconds } = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
    if (typeof now === 'string' && !Number.isNaN(Date.parse(now))) this.set(new Date(now));
    else if (isStep(advanceSeconds) && now === undefined) this.advance(advanceSeconds);
    else return { wrong: 'diharapkan / expected: {"now": "2025-08-12T01:00:00Z"} | {"advanceSeconds": 3600}' };
    return undefined;
  }
}

/** Three hundred years are more than a date can take twice. */
function isStep(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < 1e10;
}
