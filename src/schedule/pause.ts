import { setTimeout as sleep } from 'node:timers/promises';

/** Waits so many milliseconds; true when they are over, false as soon as the signal is aborted. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<boolean>;

/** Waits by the clock of this machine; keeps no process alive by itself. */
export const pause: Pause = (ms, signal) =>
  sleep(ms, undefined, { signal, ref: false }).then(
    () => true,
    () => false,
  );
