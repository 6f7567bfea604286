/** Keeps a credential at rest that the platform, or the way to it, refuses as a whole: one message finds out, not every debt in turn. */
export interface Breaker {
  /** Until when nothing is sent with this credential; undefined when it may be tried. */
  restsUntil(credential: string, now: Date): Date | undefined;
  /** Refusals of the whole platform in a row, at most one a rest. */
  outages(credential: string): number;
  refuse(credential: string, now: Date, until: Date): void;
  answer(credential: string): void;
}

/** A breaker of one worker; each credential has its own. */
export function createBreaker(): Breaker {
  const resting = new Map<string, { readonly outages: number; readonly until: Date }>();
  const restsUntil = (credential: string, now: Date): Date | undefined => {
    const rest = resting.get(credential);
    return rest !== undefined && rest.until > now ? rest.until : undefined;
  };
  return {
    restsUntil,
    outages: (credential) => resting.get(credential)?.outages ?? 0,
    refuse: (credential, now, until) => {
      // Messages that were on their way together found out the same thing once.
      if (restsUntil(credential, now) === undefined)
        resting.set(credential, { outages: (resting.get(credential)?.outages ?? 0) + 1, until });
    },
    answer: (credential) => {
      resting.delete(credential);
    },
  };
}
