import type { Db, Tx } from './db.ts';

/** `running`: as ever. `draining`: only what was due when it was told is still sent. `paused`: nothing is begun; what was being sent ends. */
export type PlatformMode = 'running' | 'draining' | 'paused';

/** What a person has told the way out to a platform, and how much is before it. */
export interface PlatformState {
  readonly platform: string;
  readonly mode: PlatformMode;
  /** Since when, by whom and why; absent where nobody ever told it anything. */
  readonly since: Date | undefined;
  readonly setBy: string | undefined;
  readonly reason: string | undefined;
  /** Debts that may be taken now, or could be if it were not paused. */
  readonly due: number;
  /** Debts in the hands of a worker. */
  readonly inFlight: number;
}

interface StateRow {
  readonly platform: string;
  readonly state: PlatformMode;
  readonly since: Date | null;
  readonly set_by: string | null;
  readonly reason: string | null;
  readonly due: number;
  readonly in_flight: number;
}

/**
 * Tells the way out to a platform to go on, to drain, or to pause. Holds for every gateway from the commit on: claims that are being made are
 * waited for, and none begins meanwhile. A platform that drains pauses by itself when nothing of it is left, due or on its way.
 */
export async function setPlatformState(
  tx: Tx,
  platform: string,
  to: { readonly mode: PlatformMode; readonly by: string; readonly reason?: string; readonly at: Date },
): Promise<void> {
  await tx.count('lock-platform-states');
  await tx.count('set-platform-state', [tx.environment, platform, to.mode, to.at, to.by, to.reason ?? null]);
}

/** What was told to each of these platforms; `running` where nothing was. */
export async function platformStates(db: Db, platforms: readonly string[], now: Date): Promise<readonly PlatformState[]> {
  const rows = await db.rows<StateRow>('platform-states', [db.environment, platforms, now]);
  return rows.map((row) => ({
    platform: row.platform,
    mode: row.state,
    since: row.since ?? undefined,
    setBy: row.set_by ?? undefined,
    reason: row.reason ?? undefined,
    due: row.due,
    inFlight: row.in_flight,
  }));
}
