import { readFile, statfs } from 'node:fs/promises';
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
  const look = createLook({
    countBacklog: () => store.submissions.countBacklog(store.db),
    // The disk under DATABASE_URL is another server's.
    findFreeDisk: config.databaseUrl === undefined ? () => findFreeDisk(config.dataDir) : undefined,
    readBytesPerSecond: () => gateway.readBytesPerSecond(),
    loopDelayMs: createLoopClock(),
    now: Date.now,
  });
  const pressure = createBackPressure({
    limits: config.pressure,
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
async function findFreeDisk(dataDir: string): Promise<number> {
  const home = await readFile(join(dataDir, 'postgres.home'), 'utf8').catch(() => dataDir);
  const { bavail, bsize } = await statfs(home.trim());
  return bavail * bsize;
}
