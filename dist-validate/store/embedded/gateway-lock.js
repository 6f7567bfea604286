import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareDataDir } from "./data-dir.js";
import { errorCode } from "./error-code.js";
import { identifyProcess } from "./process-identity.js";
/** Another living gateway works on this data folder. */
export class GatewayAlreadyRunning extends Error {
    name = 'GatewayAlreadyRunning';
    pid;
    constructor(pid, dataDir) {
        super(`Gateway lain (proses ${String(pid)}) sedang berjalan dengan folder data ${dataDir}. Hentikan dahulu, atau pilih folder data lain.\n` +
            `Another gateway (process ${String(pid)}) is running on the data folder ${dataDir}. Stop it first, or choose another data folder.`);
        this.pid = pid;
    }
}
/**
 * Takes the lock of a data folder for this process, or throws `GatewayAlreadyRunning`.
 * The lock names its holder by pid and start time, so neither a killed gateway nor a reused pid keeps it.
 */
export async function holdGatewayLock(dataDir) {
    await prepareDataDir(dataDir);
    const path = join(dataDir, 'gateway.lock');
    const mine = (await identifyProcess(process.pid)) ?? `${String(process.pid)} ${randomUUID()}`;
    while (!(await placeLock(path, mine))) {
        const theirs = await readLock(path);
        if (theirs === undefined)
            continue;
        if (theirs === mine || (await isHeld(theirs)))
            throw new GatewayAlreadyRunning(pidOf(theirs), dataDir);
        await removeStale(path, theirs);
    }
    return {
        release: async () => {
            if ((await readLock(path)) === mine)
                await rm(path, { force: true });
        },
    };
}
/** Writes the lock whole or not at all: a link to a finished file either is made or finds another lock in its place. */
async function placeLock(path, holder) {
    const draft = `${path}.${randomUUID()}`;
    await writeFile(draft, holder, { mode: 0o600 });
    try {
        await link(draft, path);
        return true;
    }
    catch (error) {
        if (errorCode(error) === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        await rm(draft, { force: true });
    }
}
/** Two gateways may both find the same stale lock; the second must not remove what the first has just placed. */
async function removeStale(path, stale) {
    const aside = `${path}.${randomUUID()}`;
    try {
        await rename(path, aside);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return;
        throw error;
    }
    if ((await readLock(aside)) !== stale)
        await link(aside, path);
    await rm(aside, { force: true });
}
async function isHeld(holder) {
    const pid = pidOf(holder);
    return Number.isInteger(pid) && pid > 0 && (await identifyProcess(pid)) === holder;
}
function pidOf(holder) {
    return Number.parseInt(holder, 10);
}
async function readLock(path) {
    try {
        return await readFile(path, 'utf8');
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=gateway-lock.js.map