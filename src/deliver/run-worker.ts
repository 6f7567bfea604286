import { setTimeout as sleep } from 'node:timers/promises';
import { createBreaker, type Breaker } from './breaker.ts';
import { createLanesOf, deliverDue } from './worker.ts';
import type { WorkerParts } from './worker-parts.ts';

/** A worker that runs until it is stopped. */
export interface RunningWorker {
  /** Looks for due debts at once, e.g. after new ones were stored. */
  wake(): void;
  /** Begins nothing more, gives back what it has not begun, finishes the messages in flight and ends. */
  stop(): Promise<void>;
}

/** Workers of several platforms as one: all are woken and stopped together, and none waits for another. */
export function joinWorkers(workers: readonly RunningWorker[]): RunningWorker {
  return {
    wake: () => {
      for (const worker of workers) worker.wake();
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** Runs the way out again and again: at once while something is due, else every `idleMs`. A fault is told and tried again after a rest. */
export function runWorker(
  parts: WorkerParts,
  options: { readonly idleMs: number; readonly onFault: (fault: unknown) => void; readonly breaker?: Breaker },
): RunningWorker {
  const breaker = options.breaker ?? createBreaker();
  const ending = new AbortController();
  const round = { signal: ending.signal, unreturned: [], lanes: createLanesOf(parts, breaker) };
  let rest = new AbortController();
  const wake = (): void => {
    rest.abort();
  };
  const running = (async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const looked = await deliverDue(parts, breaker, round).catch((fault: unknown) => {
        options.onFault(fault);
        return 0;
      });
      if (looked > 0) continue;
      await sleep(options.idleMs, undefined, { signal: AbortSignal.any([ending.signal, rest.signal]) }).catch(() => undefined);
      rest = new AbortController();
    }
  })();
  return {
    wake,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
