import { readFileSync, statfsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Gateway } from './gateway.ts';
import { createBackPressure, type BackPressure } from './http/back-pressure.ts';
import { createLook, createLoopClock } from './operate/look-around.ts';
import type { Metrics } from './operate/metrics.ts';
import type { Store } from './store/open-store.ts';

/** Back-pressure over what this process sees of itself, its store and its disk. */
export function openPressure(
  config: Config,
  { gateway, store, metrics }: { readonly gateway: Gateway; readonly store: Store; readonly metrics: Metrics },
): BackPressure {
  const home = config.databaseUrl === undefined ? findHome(config.dataDir) : undefined;
  const look = createLook({
    countBacklog: () => store.submissions.countBacklog(store.db),
    // The disk under DATABASE_URL is another server's.
    findFreeDisk: home === undefined ? undefined : () => findFreeDisk(home),
    readBytesPerSecond: () => gateway.readBytesPerSecond(),
    loopDelayMs: createLoopClock(),
    now: Date.now,
  });
  const pressure = createBackPressure({
    limits:
      home === undefined ? config.pressure : { ...config.pressure, freeDiskBytes: Math.min(config.pressure.freeDiskBytes, tenthOf(home)) },
    look,
    now: Date.now,
    onRefused: (cause) => {
      metrics.countRefused(cause);
    },
  });
  metrics.watchPressure(() => pressure.figures());
  return pressure;
}

/** Where root runs the gateway in a place closed to PostgreSQL, a note in the data folder says where the database lies. */
function findHome(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'postgres.home'), 'utf8').trim();
  } catch {
    return dataDir;
  }
}

async function findFreeDisk(home: string): Promise<number> {
  const { bavail, bsize } = await statfs(home);
  return bavail * bsize;
}

/** On a small disk a tenth of it is kept free: what is asked for by default would refuse everything there. */
function tenthOf(home: string): number {
  const { blocks, bsize } = statfsSync(home);
  return (blocks * bsize) / 10;
}
