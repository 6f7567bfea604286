import { setTimeout as pause } from 'node:timers/promises';

/** Something beside the gateway that may die before it: its PostgreSQL, its sandbox. */
export interface Companion {
  /** Resolves to false when it answers no more. */
  readonly isAlive: () => Promise<boolean>;
  /** Starts it again where it was; rejects when that cannot be done now. */
  readonly revive: () => Promise<void>;
}

/** Ends the watch; a revival under way is finished first. */
export type StopKeeping = () => Promise<void>;

/** Looks after companions every `everyMs` and starts again what has died, as often as it takes. A revival that fails is told and tried again. */
export function keepAlive(
  companions: readonly Companion[],
  options: { readonly everyMs: number; readonly onFault: (fault: unknown) => void },
): StopKeeping {
  const ending = new AbortController();
  const watches = companions.map((companion) => watch(companion, options, ending.signal));
  return async () => {
    ending.abort();
    await Promise.all(watches);
  };
}

async function watch(
  { isAlive, revive }: Companion,
  { everyMs, onFault }: { readonly everyMs: number; readonly onFault: (fault: unknown) => void },
  signal: AbortSignal,
): Promise<void> {
  const rested = (): Promise<boolean> =>
    pause(everyMs, undefined, { signal }).then(
      () => true,
      () => false,
    );
  const hasEnded = (): boolean => signal.aborted;
  while (await rested()) {
    const alive = await isAlive();
    // The watch may have been ended while we asked.
    if (!alive && !hasEnded()) await revive().catch(onFault);
  }
}
