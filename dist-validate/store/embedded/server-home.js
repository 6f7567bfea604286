import { createHash } from 'node:crypto';
import { access, chown, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareDataDir } from "./data-dir.js";
import { EmbeddedFault } from "./embedded-fault.js";
import { runProgram } from "./run-program.js";
import { chooseServerUser } from "./server-user.js";
const defaultFallback = '/var/lib/titian';
/**
 * Settles where the cluster lives: in the data folder, unless root starts the gateway in a place closed to the server's account
 * (a clone under /root). Then it lives under the fallback folder, and a file `postgres.home` in the data folder says where.
 */
export async function settleHome(options) {
    await prepareDataDir(options.dataDir);
    const dataDir = await realpath(options.dataDir);
    const directory = (await readPointer(dataDir)) ?? dataDir;
    const as = await chooseServerUser(join(directory, 'postgres'), options.say);
    if (as === undefined)
        return toHome(directory);
    if (await lend(directory, as))
        return toHome(directory, as);
    return toHome(await relocate(dataDir, as, options), as);
}
function toHome(directory, as) {
    return { directory, pgData: join(directory, 'postgres'), as };
}
async function readPointer(dataDir) {
    try {
        return (await readFile(join(dataDir, 'postgres.home'), 'utf8')).trim();
    }
    catch {
        return undefined;
    }
}
/** Gives a folder to the server's account; false if that account cannot get there, in which case its owner stays. */
async function lend(directory, as) {
    const before = await stat(directory);
    await chown(directory, as.uid, as.gid);
    const { code } = await runProgram('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', directory], { cwd: '/', as });
    if (code === 0)
        return true;
    await chown(directory, before.uid, before.gid);
    return false;
}
async function relocate(dataDir, as, options) {
    if (await exists(join(dataDir, 'postgres')))
        throw unreachable(dataDir);
    const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
    const fallbackDir = options.fallbackDir ?? defaultFallback;
    const directory = join(fallbackDir, name);
    await mkdir(fallbackDir, { recursive: true, mode: 0o755 });
    await mkdir(directory, { recursive: true, mode: 0o700 });
    if (!(await lend(directory, as)))
        throw unreachable(directory);
    await writeFile(join(dataDir, 'postgres.home'), `${directory}\n`, { mode: 0o600 });
    options.say({
        kind: 'relocated',
        id: `Akun "postgres" tidak dapat masuk ke ${dataDir}, maka basis data disimpan di ${directory}. Cadangkan folder itu juga.`,
        en: `The account "postgres" cannot reach ${dataDir}, so the database is kept in ${directory}. Back up that folder too.`,
    });
    return directory;
}
function unreachable(directory) {
    return new EmbeddedFault(`Akun server PostgreSQL tidak dapat masuk ke ${directory}. Pindahkan ke folder yang terbuka (mis. /srv), jalankan sebagai pengguna biasa, atau isi DATABASE_URL.`, `The account of the PostgreSQL server cannot reach ${directory}. Move it to an open folder (such as /srv), run as an ordinary user, or set DATABASE_URL.`);
}
async function exists(path) {
    try {
        await access(path);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=server-home.js.map