import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from "../../src/root.js";
/** Folders and ports for one gateway; nothing is shared with another test. */
export async function aGatewayHome(settings = {}) {
    const dir = await mkdtemp(join(tmpdir(), 'titian-'));
    return {
        dir,
        environment: {
            PATH: process.env['PATH'] ?? '',
            HOME: dir,
            TITIAN_DATA: join(dir, 'data'),
            TITIAN_MASTER_KEY_FILE: join(dir, 'master.key'),
            TITIAN_PORT: '0',
            TITIAN_SANDBOX_PORT: '0',
            TITIAN_LOG_LEVEL: 'warn',
            ...settings,
        },
    };
}
/** Starts the gateway and waits until it says that it is ready. */
export async function startGateway(home, args = []) {
    const child = spawn(process.execPath, [join(packageRoot, 'dist', 'cli', 'main.js'), 'start', '--json', ...args], {
        env: home.environment,
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = await readUntilReady(child);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    return {
        url: said.url,
        sandboxUrl: said.sandboxUrl,
        key: said.key,
        kill: async () => {
            child.kill('SIGKILL');
            await ended;
        },
        stop: async () => {
            child.kill('SIGTERM');
            return ended;
        },
    };
}
async function readUntilReady(child) {
    let key;
    if (child.stdout === null)
        throw new Error('The gateway has no output');
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
        const event = JSON.parse(line);
        if (event.event === 'first-key')
            key = event.key;
        if (event.event === 'ready')
            return { url: event.url ?? '', sandboxUrl: event.sandbox ?? '', key };
    }
    throw new Error(`The gateway ended before it was ready (exit ${String(child.exitCode)})`);
}
/** Ends whatever a home left running: the embedded PostgreSQL and the sandbox outlive a killed gateway. */
export async function sweep(home) {
    for (const file of ['data/postgres/postmaster.pid', 'data/sandbox/sandbox.pid']) {
        const pid = Number((await readFile(join(home.dir, file), 'utf8').catch(() => '')).split('\n')[0]);
        if (Number.isInteger(pid) && pid > 0)
            stopProcess(pid);
    }
}
function stopProcess(pid) {
    try {
        process.kill(pid, 'SIGTERM');
    }
    catch {
        // Already gone.
    }
}
