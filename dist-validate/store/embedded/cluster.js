import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedFault } from "./embedded-fault.js";
import { runProgram } from "./run-program.js";
/** The one role and the one database of the embedded server. */
export const roleName = 'titian';
/**
 * Makes the cluster at first start and answers with its password; an existing cluster is left as it is.
 * A cluster is made aside and then renamed, so that one whose making was cut short is never taken for a whole one.
 */
export async function ensureCluster(home, programs, say) {
    const passwordFile = join(home.directory, 'postgres.password');
    if (await isDirectory(home.pgData)) {
        await refuseOtherVersion(home.pgData, programs.majorVersion);
        return readPassword(passwordFile);
    }
    const password = await makePassword(passwordFile, home);
    await makeCluster(home, programs, passwordFile);
    say({ kind: 'initialised', id: `Basis data baru dibuat di ${home.pgData}.`, en: `Made a new database in ${home.pgData}.` });
    return password;
}
async function makeCluster(home, programs, passwordFile) {
    const draft = `${home.pgData}.new`;
    await rm(draft, { recursive: true, force: true });
    const args = [
        `--pgdata=${draft}`,
        `--username=${roleName}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Names sort and fold the same on every machine, whatever LANG says: the locale is PostgreSQL's own, not the system's.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
    ];
    const { code, output } = await runProgram(programs.initdb, args, { cwd: home.directory, as: home.as });
    if (code !== 0) {
        await rm(draft, { recursive: true, force: true });
        throw new EmbeddedFault(`Basis data tidak dapat dibuat di ${home.pgData}. Periksa ruang disk dan hak akses folder itu. Kata initdb: ${output}`, `The database could not be made in ${home.pgData}. Check disk space and the folder's permissions. initdb said what stands above.`);
    }
    await rename(draft, home.pgData);
}
async function makePassword(path, home) {
    const password = randomBytes(24).toString('base64url');
    await writeFile(path, `${password}\n`, { mode: 0o600 });
    if (home.as !== undefined)
        await chown(path, home.as.uid, home.as.gid);
    return password;
}
async function readPassword(path) {
    try {
        return (await readFile(path, 'utf8')).trim();
    }
    catch (cause) {
        throw new EmbeddedFault(`Basis data sudah ada, tetapi kata sandinya di ${path} tidak terbaca. Kembalikan berkas itu dari cadangan.`, `The database exists, but its password in ${path} cannot be read. Restore that file from a backup.`, cause);
    }
}
async function refuseOtherVersion(pgData, majorVersion) {
    const found = await readFile(join(pgData, 'PG_VERSION'), 'utf8').then((text) => text.trim(), () => 'tanpa PG_VERSION / no PG_VERSION');
    if (found === majorVersion)
        return;
    throw new EmbeddedFault(`Folder ${pgData} harus berisi basis data PostgreSQL ${majorVersion}, tetapi isinya: ${found}. Pindahkan datanya dengan pg_dump dari versi lama.`, `The folder ${pgData} must hold a PostgreSQL ${majorVersion} database, but it holds: ${found}. Move the data with the older version's pg_dump.`);
}
async function isDirectory(path) {
    try {
        return (await stat(path)).isDirectory();
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=cluster.js.map