import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { EmbeddedFault } from "./embedded-fault.js";
import { runProgram } from "./run-program.js";
const account = 'postgres';
/**
 * Says as whom the server must run: PostgreSQL refuses to run as root, so root lends it the account `postgres` (made if need be).
 * A cluster that already belongs to somebody else keeps its owner, so that one start with sudo changes nothing.
 * `undefined` means: as ourselves.
 */
export async function chooseServerUser(pgData, say) {
    if (process.getuid?.() !== 0)
        return undefined;
    return (await ownerOf(pgData)) ?? (await findAccount()) ?? (await createAccount(say));
}
async function ownerOf(pgData) {
    try {
        const { uid, gid } = await stat(pgData);
        return uid === 0 ? undefined : { uid, gid };
    }
    catch {
        return undefined;
    }
}
async function findAccount() {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => runProgram('id', [which, account], { cwd: tmpdir() })));
    if (uid?.code !== 0 || gid?.code !== 0)
        return undefined;
    return { uid: Number.parseInt(uid.output, 10), gid: Number.parseInt(gid.output, 10) };
}
async function createAccount(say) {
    const ways = [
        { program: 'useradd', args: ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', account] },
        { program: 'adduser', args: ['-S', '-D', '-H', account] },
    ];
    for (const way of ways) {
        await runProgram(way.program, way.args, { cwd: tmpdir() });
        const made = await findAccount();
        if (made === undefined)
            continue;
        say({
            kind: 'user-created',
            id: 'Akun sistem "postgres" dibuat, karena PostgreSQL tidak mau berjalan sebagai root.',
            en: 'Made the system account "postgres", because PostgreSQL refuses to run as root.',
        });
        return made;
    }
    throw new EmbeddedFault('PostgreSQL tidak mau berjalan sebagai root dan akun "postgres" tidak dapat dibuat. Jalankan sebagai pengguna biasa, buat akun itu, atau isi DATABASE_URL.', 'PostgreSQL refuses to run as root, and the account "postgres" could not be made. Run as an ordinary user, make that account, or set DATABASE_URL.');
}
//# sourceMappingURL=server-user.js.map