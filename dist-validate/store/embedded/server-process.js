import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from "./run-program.js";
const logLimitBytes = 10_000_000;
/** Settings given at each start, so that a hand-edited postgresql.conf cannot make the server forgetful, open or talkative. */
const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=on',
    'full_page_writes=on',
    'synchronous_commit=on',
    'TimeZone=UTC',
    'log_timezone=UTC',
    // An ERROR's text, its DETAIL ("Key (nik)=(...) already exists") and its statement may name a person; we get them by the connection.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
];
/** Starts the server on a port, away from our process group, so that it survives us and Ctrl-C reaches us first. */
export async function startServer(home, programs, port) {
    const log = join(home.directory, 'postgres.log');
    await turnLog(log);
    const options = [`-p ${String(port)}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
    const args = ['start', '--wait', '--timeout=60', '--silent', `--pgdata=${home.pgData}`, `--log=${log}`, `--options=${options}`];
    const ran = await runProgram(programs.pgCtl, args, { cwd: home.directory, as: home.as });
    return ran.code === 0 ? ran : { ...ran, output: `${ran.output}\n${await lastLines(log)}` };
}
/** Stops the server: open transactions are rolled back, everything acknowledged is on disk. */
export function stopServer(home, programs) {
    const args = ['stop', '--mode=fast', '--wait', '--timeout=60', '--silent', `--pgdata=${home.pgData}`];
    return runProgram(programs.pgCtl, args, { cwd: home.directory, as: home.as });
}
async function turnLog(log) {
    const size = await stat(log).then((found) => found.size, () => 0);
    if (size > logLimitBytes)
        await rename(log, `${log}.1`);
}
async function lastLines(log) {
    const text = await readFile(log, 'utf8').catch(() => '');
    return text.trimEnd().split('\n').slice(-5).join('\n');
}
//# sourceMappingURL=server-process.js.map