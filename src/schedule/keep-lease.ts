import type { Pause } from './pause.ts';

/** A lease that is renewed while its work goes on. */
export interface KeptLease {
  /** Aborted when the lease is lost, or its end has come without an answer to the last renewal. */
  readonly lost: AbortSignal;
  readonly stillMine: () => boolean;
  /** Ends the renewing. */
  readonly release: () => void;
}

/** What keeping a lease needs. `renew` answers false when somebody else has it; times by `now` and `pause`. */
export interface LeaseKeeping {
  readonly leaseMs: number;
  /** When the lease was taken. */
  readonly takenAt: Date;
  readonly renew: (until: Date) => Promise<boolean>;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly onFault: (fault: unknown) => void;
}

/** Renews a lease three times within its length. A renewal that fails or hangs is tried again until the lease has ended: then it counts as lost. */
export function keepLease({ leaseMs, takenAt, renew, now, pause, onFault }: LeaseKeeping): KeptLease {
  const losing = new AbortController();
  const releasing = new AbortController();
  let ends = takenAt.getTime() + leaseMs;
  const stillMine = (): boolean => !losing.signal.aborted && now().getTime() < ends;
  const renewOnce = async (): Promise<void> => {
    const until = now().getTime() + leaseMs;
    if (await renew(new Date(until))) ends = Math.max(ends, until);
    else losing.abort();
  };
  const keep = async (): Promise<void> => {
    let underway = false;
    while (await pause(leaseMs / 3, AbortSignal.any([losing.signal, releasing.signal]))) {
      if (!stillMine()) losing.abort();
      if (underway) continue;
      underway = true;
      renewOnce()
        .catch(onFault)
        .finally(() => {
          underway = false;
        });
    }
  };
  void keep();
  return {
    lost: losing.signal,
    stillMine,
    release: () => {
      releasing.abort();
    },
  };
}
