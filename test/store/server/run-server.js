import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedServer } from "../../../src/store/embedded/embedded-server.js";
const prefix = 'titian-test-';
/** Makes the folder of a run. Nothing is started until a test asks for a server. */
export async function makeRunFolder() {
    const folder = await mkdtemp(join(tmpdir(), prefix));
    await writeFile(join(folder, 'pid'), String(process.pid));
    return folder;
}
/** The address of the run's server. The first process that asks starts it, the others wait for it. */
export async function runServerUrl(folder) {
    const file = join(folder, 'url');
    const first = await mkdir(join(folder, 'starting')).then(() => true, () => false);
    if (first)
        await startServer(folder, file);
    for (let tries = 0; !existsSync(file); tries += 1) {
        if (tries > 600)
            throw new Error(`No test server came up in ${folder} within a minute.`);
        await pause(100);
    }
    return readFile(file, 'utf8');
}
/** Stops the server of a run, if one was started, and removes what it left. */
export async function stopRun(folder) {
    if (existsSync(join(folder, 'starting'))) {
        const server = await openEmbeddedServer({ dataDir: join(folder, 'data'), fallbackDir: join(folder, 'server'), say: () => undefined });
        await server.stop();
    }
    await rm(folder, { recursive: true, force: true });
}
/** Stops servers whose run was killed before it could. */
export async function stopOrphans() {
    const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix)).map((name) => join(tmpdir(), name));
    for (const folder of folders) {
        const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => 'NaN'));
        if (Number.isInteger(pid) && !isAlive(pid))
            await stopRun(folder);
    }
}
/** Tests may lose everything at a power cut, so the server need not wait for the disk. */
async function startServer(folder, file) {
    const { url } = await openEmbeddedServer({ dataDir: join(folder, 'data'), fallbackDir: join(folder, 'server'), say: () => undefined });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('alter system set fsync = off');
    await client.query('alter system set full_page_writes = off');
    await client.query('alter system set synchronous_commit = off');
    await client.query('select pg_reload_conf()');
    await client.end();
    await writeFile(`${file}.draft`, url);
    await rename(`${file}.draft`, file);
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}
