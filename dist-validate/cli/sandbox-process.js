import { spawn } from 'node:child_process';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { packageRoot } from "../root.js";
/** The port answers but is no sandbox, or the sandbox did not start. */
export class SandboxFault extends Error {
}
const noteName = 'sandbox.json';
const tries = 200;
const betweenMs = 50;
/** Finds the sandbox of a folder, or starts it, and waits until it answers. */
export async function keepSandbox(options) {
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
    const found = await findLiving(options.dataDir);
    const living = found ?? (await startSandbox(options));
    return { url: living.url, adopted: found !== undefined, stop: () => stopSandbox(living) };
}
async function findLiving(dataDir) {
    const note = await readFile(join(dataDir, noteName), 'utf8').catch(() => '');
    if (note === '')
        return undefined;
    const { url, pid } = JSON.parse(note);
    return (await ask(url)) === pid ? { url, pid } : undefined;
}
/** The process id of the sandbox at an address; undefined where nothing answers or something else does. */
async function ask(url) {
    const answer = await axios.get(`${url}/livez`, { timeout: 2000, validateStatus: () => true }).catch(() => undefined);
    if (answer?.data.lingkungan !== 'simulasi' || typeof answer.data.pid !== 'number')
        return undefined;
    return answer.data.pid;
}
async function startSandbox(options) {
    const logFile = join(options.dataDir, 'sandbox.log');
    const log = await open(logFile, 'w', 0o600);
    const people = options.people.flatMap((file) => ['--people', file]);
    const args = [join(packageRoot, 'dist', 'simulator', 'main.js'), '--port', String(options.port), '--data', options.dataDir, ...people];
    // Detached: the ministry does not fall when our gateway does.
    const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', log.fd, log.fd] });
    child.unref();
    await log.close();
    const living = await waitFor(logFile, child.pid ?? 0, () => child.exitCode !== null);
    await writeFile(join(options.dataDir, noteName), JSON.stringify(living), { mode: 0o600 });
    return living;
}
async function waitFor(logFile, pid, hasEnded) {
    for (let count = 0; count < tries && !hasEnded(); count += 1) {
        const url = /"event":"sandbox-ready".*?"url":"([^"]+)"/.exec(await readFile(logFile, 'utf8'))?.[1];
        if (url !== undefined)
            return { url, pid };
        await pause(betweenMs);
    }
    throw new SandboxFault(`Sandbox tidak mulai; sebabnya ada di ${logFile}. Bila portnya terpakai, ubah TITIAN_SANDBOX_PORT. / The sandbox did not start; see ${logFile}. If its port is taken, change TITIAN_SANDBOX_PORT.`);
}
async function stopSandbox(living) {
    if ((await ask(living.url)) !== living.pid)
        return;
    process.kill(living.pid, 'SIGTERM');
    for (let count = 0; count < tries && (await ask(living.url)) !== undefined; count += 1)
        await pause(betweenMs);
}
//# sourceMappingURL=sandbox-process.js.map