import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GatewayAlreadyRunning, holdGatewayLock } from '../../../src/store/embedded/gateway-lock.ts';
import { aClone, aDataDir, aGateway } from './a-clone.ts';
import type { Clone, Gateway } from './a-clone.ts';

let clone: Clone;
const leftovers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  clone = await aClone();
});

afterEach(async () => {
  for (const tidy of leftovers.splice(0).reverse()) await tidy();
});

afterAll(() => clone.remove());

async function aDir(): Promise<string> {
  const dataDir = await aDataDir();
  leftovers.push(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

function start(dataDir: string): Gateway {
  const gateway = aGateway(clone, ['lock', dataDir]);
  leftovers.push(() => end(gateway, 'SIGTERM'));
  return gateway;
}

async function end(gateway: Gateway, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  gateway.process.kill(signal);
  await gateway.ended();
}

describe('the lock of a data folder', () => {
  test('keeps a second gateway out while the first lives, and names the first', async () => {
    const dataDir = await aDir();
    const first = start(dataDir);
    await first.opened;

    await expect(holdGatewayLock(dataDir)).rejects.toMatchObject({ name: 'GatewayAlreadyRunning', pid: first.process.pid });
  });

  test('is free again after the gateway was killed', async () => {
    const dataDir = await aDir();
    const killed = start(dataDir);
    await killed.opened;
    await end(killed, 'SIGKILL');

    await expect(holdGatewayLock(dataDir)).resolves.toBeDefined();
  });

  test.each([
    ['another program that got the number of a dead gateway', `${String(process.ppid)} started at another time`],
    ['an empty file that a full disk left', ''],
    ['a gateway that ended well', 'released'],
  ])('is not kept by %s', async (_, holder) => {
    const dataDir = await aDir();
    await writeFile(join(dataDir, 'gateway.lock.7'), holder);

    await expect(holdGatewayLock(dataDir)).resolves.toBeDefined();
  });

  test('goes to exactly one of several gateways that start together, round after round, over the lock of a killed one', async () => {
    const dataDir = await aDir();
    for (const [stale, ...rivals] of [1, 2, 3].map(() => [1, 2, 3, 4, 5].map(() => () => start(dataDir)))) {
      const killed = stale?.();
      await killed?.opened;
      if (killed !== undefined) await end(killed, 'SIGKILL');
      const gateways = rivals.map((begin) => begin());
      const opened = await Promise.all(gateways.map((gateway) => gateway.opened));

      expect(opened.filter((one) => one.failure === undefined)).toHaveLength(1);
      expect(opened.filter((one) => one.failure === 'GatewayAlreadyRunning')).toHaveLength(3);
      await Promise.all(gateways.map((gateway) => end(gateway, 'SIGTERM')));
    }
  }, 30_000);

  test('once released may be taken again, and a second release takes nothing from the next holder', async () => {
    const dataDir = await aDir();
    const first = await holdGatewayLock(dataDir);
    await first.release();
    const next = start(dataDir);
    await next.opened;
    await first.release();

    await expect(holdGatewayLock(dataDir)).rejects.toMatchObject({ pid: next.process.pid });
  });

  test('tells in Indonesian and English what to do', () => {
    expect(new GatewayAlreadyRunning(7, '/srv/titian/data').message).toMatch(/Hentikan dahulu.*\n.*Stop it first/);
  });
});
