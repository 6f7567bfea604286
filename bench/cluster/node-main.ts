// One gateway of a cluster, as its users run it, but for the way out: that leads to the receiving platform, in scaled time, and is written down.
import { randomUUID } from 'node:crypto';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startTitian } from '../../src/main.ts';
import { createPool } from '../../src/store/connect.ts';
import { migrate, readMigrations } from '../../src/store/migrate.ts';
import { openReceivingWorker } from './open-receiving-worker.ts';
import { readNodeSettings } from './node-settings.ts';

const config = readConfig(process.env);
const settings = readNodeSettings(process.env);
const asked = new Promise<void>((resolve) => {
  process.once('SIGTERM', resolve);
});
// A newer version brings its migrations before it serves.
if (settings.migrations !== undefined) {
  const pool = createPool(config.databaseUrl ?? '', 2, () => undefined);
  await migrate(pool, await readMigrations(settings.migrations));
  await pool.end();
}
const titian = await startTitian(config, {
  tell: () => undefined,
  log: createLog(config.logLevel),
  sandboxPeople: [],
  openWorker: openReceivingWorker({ ...settings, owner: randomUUID() }),
});
process.stdout.write(`${JSON.stringify({ url: titian.url })}\n`);
await asked;
await titian.stop();
