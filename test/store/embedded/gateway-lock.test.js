import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GatewayAlreadyRunning, holdGatewayLock } from "../../../src/store/embedded/gateway-lock.js";
import { aClone, aDataDir, aGateway } from "./a-clone.js";
let clone;
let dataDir;
beforeAll(async () => {
    clone = await aClone();
    dataDir = await aDataDir();
});
afterEach(() => rm(join(dataDir, 'gateway.lock'), { force: true }));
afterAll(async () => {
    await rm(dataDir, { recursive: true, force: true });
    await clone.remove();
});
describe('the lock of a data folder', () => {
    test('keeps a second gateway out while the first lives, and names the first', async () => {
        const first = aGateway(clone, ['lock', dataDir]);
        await first.opened;
        await expect(holdGatewayLock(dataDir)).rejects.toMatchObject({ name: 'GatewayAlreadyRunning', pid: first.process.pid });
        first.process.kill('SIGTERM');
        await first.ended();
    });
    test('is free again after the gateway was killed', async () => {
        const killed = aGateway(clone, ['lock', dataDir]);
        await killed.opened;
        killed.process.kill('SIGKILL');
        await killed.ended();
        await expect(holdGatewayLock(dataDir)).resolves.toBeDefined();
    });
    test('is not kept by another program that got the number of a dead gateway', async () => {
        await writeFile(join(dataDir, 'gateway.lock'), `${String(process.ppid)} started at another time`);
        await expect(holdGatewayLock(dataDir)).resolves.toBeDefined();
    });
    test('is not kept by an empty file that a full disk left', async () => {
        await writeFile(join(dataDir, 'gateway.lock'), '');
        await expect(holdGatewayLock(dataDir)).resolves.toBeDefined();
    });
    test('goes to exactly one of several gateways that start together over a stale lock', async () => {
        await writeFile(join(dataDir, 'gateway.lock'), '999999999 long gone');
        const gateways = [1, 2, 3, 4].map(() => aGateway(clone, ['lock', dataDir]));
        const opened = await Promise.all(gateways.map((gateway) => gateway.opened));
        expect(opened.filter((one) => one.failure === undefined)).toHaveLength(1);
        for (const gateway of gateways)
            gateway.process.kill('SIGTERM');
        await Promise.all(gateways.map((gateway) => gateway.ended()));
    });
    test('once released may be taken again, and a second release takes nothing from the next holder', async () => {
        const first = await holdGatewayLock(dataDir);
        await first.release();
        const next = aGateway(clone, ['lock', dataDir]);
        await next.opened;
        await first.release();
        expect(await readFile(join(dataDir, 'gateway.lock'), 'utf8')).toMatch(new RegExp(`^${String(next.process.pid)} `));
        next.process.kill('SIGTERM');
        await next.ended();
    });
    test('tells in Indonesian and English what to do', () => {
        expect(new GatewayAlreadyRunning(7, '/srv/titian/data').message).toMatch(/Hentikan dahulu.*\n.*Stop it first/);
    });
});
