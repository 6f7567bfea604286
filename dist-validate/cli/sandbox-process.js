import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { packageRoot } from "../root.js";
/** The port answers, but it is no sandbox of ours, or the sandbox did not start. */
export class SandboxFault extends Error {
}
/** Finds the sandbox on its port or starts it, and waits until it answers. */
export async function keepSandbox(options) {
    const url = `http://127.0.0.1:${String(options.port)}`;
    const running = await ask(url);
    if (running === undefined)
        await spawnSandbox(options);
    const alive = running ?? (await waitFor(url));
    return {
        url,
        adopted: running !== undefined,
        stop: async () => {
            if (alive.pid === undefined)
                return;
            end(alive.pid);
            for (let tries = 0; tries < 50 && (await ask(url)) !== undefined; tries += 1)
                await pause(50);
        },
    };
}
function end(pid) {
    try {
        process.kill(pid, 'SIGTERM');
    }
    catch {
        // It ended by itself meanwhile.
    }
}
async function ask(url) {
    const answer = await axios.get(`${url}/livez`, { timeout: 2000, validateStatus: () => true }).catch(() => undefined);
    if (answer === undefined)
        return undefined;
    if (answer.headers['x-titian-environment'] !== 'simulasi')
        throw new SandboxFault(`Port ${url} dipakai program lain; ubah TITIAN_SANDBOX_PORT. / Another program uses ${url}; change TITIAN_SANDBOX_PORT.`);
    return { pid: typeof answer.data.pid === 'number' ? answer.data.pid : undefined };
}
async function spawnSandbox(options) {
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
    const log = await open(join(options.dataDir, 'sandbox.log'), 'a', 0o600);
    const people = (options.people ?? []).flatMap((file) => ['--people', file]);
    const args = [join(packageRoot, 'dist', 'simulator', 'main.js'), '--port', String(options.port), '--data', options.dataDir, ...people];
    // Detached: the ministry does not fall when our gateway does.
    spawn(process.execPath, args, { detached: true, stdio: ['ignore', log.fd, log.fd] }).unref();
    await log.close();
}
async function waitFor(url) {
    for (let tries = 0; tries < 200; tries += 1) {
        const alive = await ask(url);
        if (alive !== undefined)
            return alive;
        await pause(50);
    }
    throw new SandboxFault(`Sandbox tidak menjawab di ${url}; lihat sandbox.log. / The sandbox does not answer at ${url}; see sandbox.log.`);
}
//# sourceMappingURL=sandbox-process.js.map