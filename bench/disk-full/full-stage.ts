import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { keepSandbox } from '../../src/sandbox-process.ts';
import { aGatewayHome, sweep, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import { createKey, startGateway, type RunningGateway } from '../crash/gateway-process.ts';
import type { MixedLoad } from '../crash/load.ts';
import { writeSite } from '../crash/site.ts';
import type { Door } from '../proof/submit-load.ts';
import { mountSmallVolume, type SmallVolume } from './small-volume.ts';

/** A gateway whose data folder lies on a small volume, and the sandbox on another disk. */
export interface FullStage {
  readonly gateway: RunningGateway;
  readonly door: Door;
  /** Where the database is asked for. */
  readonly database: GatewayHome;
  readonly sandboxUrl: string;
  readonly volume: SmallVolume;
  /** Less than the gateway keeps free of it, a tenth, and enough for PostgreSQL to go on with. */
  readonly guardedMegabytes: number;
  close(): Promise<void>;
}

/** How large the volume is, and whether the gateway keeps some of it free, as it does unless told otherwise. */
export interface Room {
  readonly megabytes: number;
  readonly guarded: boolean;
}

/** Mounts the volume, and starts sandbox and gateway. */
export async function openFullStage(mixed: MixedLoad, { megabytes, guarded }: Room, keep: boolean): Promise<FullStage> {
  const bare = await aGatewayHome();
  // The account of the server has to get to the volume.
  await chmod(bare.dir, 0o755);
  const { site, people } = await writeSite(bare.dir, mixed);
  const volume = await mountSmallVolume(join(bare.dir, 'volume'), megabytes);
  // The ministry's disk is not ours.
  const sandbox = await keepSandbox({ port: 0, dataDir: join(bare.dir, 'sandbox'), people: [people] });
  const own = {
    TITIAN_DATA: join(volume.dir, 'data'),
    TITIAN_SITE: site,
    TITIAN_SATUSEHAT_URL: sandbox.url,
    ...(guarded ? {} : { TITIAN_MIN_FREE_DISK_MB: '0' }),
  };
  const home = { dir: bare.dir, environment: { ...bare.environment, ...own } };
  const gateway = startGateway(home);
  const { url } = await gateway.ready;
  const door = { url, key: await createKey(home, 'uji', ['operasi']) };
  return {
    guardedMegabytes: Math.floor(megabytes * 0.08),
    ...{ gateway, door, volume, sandboxUrl: sandbox.url, database: { ...home, dir: volume.dir } },
    close: async () => {
      await gateway.end('SIGTERM');
      await sandbox.stop();
      await volume.close();
      if (!keep) await sweep(home);
    },
  };
}
