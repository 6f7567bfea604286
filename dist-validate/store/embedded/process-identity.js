import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { runProgram } from "./run-program.js";
/**
 * Names a living process so that a later process with the same pid has another name: its pid and when it started.
 * `undefined` if there is no such process, or only its zombie.
 */
export async function identifyProcess(pid) {
    const started = await startOf(pid);
    return started === undefined ? undefined : `${String(pid)} ${started}`;
}
function startOf(pid) {
    if (process.platform === 'linux')
        return startOnLinux(pid);
    if (process.platform === 'win32')
        return startOnWindows(pid);
    return startByPs(pid);
}
async function startOnLinux(pid) {
    const [stat, boot] = await Promise.all([readOrEmpty(`/proc/${String(pid)}/stat`), readOrEmpty('/proc/sys/kernel/random/boot_id')]);
    // proc(5): the second field is the program's name in brackets and may itself hold spaces and brackets; the 22nd is the start time in ticks since boot.
    const [state = 'X', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = rest[18];
    return ticks === undefined || 'ZX'.includes(state) ? undefined : `${ticks} ${boot.trim()}`;
}
async function startByPs(pid) {
    const { code, output } = await runProgram('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { cwd: '/' });
    const [state, ...started] = output.split(/\s+/);
    return code !== 0 || state === undefined || state.startsWith('Z') ? undefined : started.join(' ');
}
async function startOnWindows(pid) {
    const query = `(Get-Process -Id ${String(pid)} -ErrorAction Stop).StartTime.ToFileTimeUtc()`;
    const { code, output } = await runProgram('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query], { cwd: tmpdir() });
    return code === 0 ? output : undefined;
}
async function readOrEmpty(path) {
    try {
        return await readFile(path, 'utf8');
    }
    catch {
        return '';
    }
}
//# sourceMappingURL=process-identity.js.map