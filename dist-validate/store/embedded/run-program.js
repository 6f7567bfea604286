import { spawn } from 'node:child_process';
// PG* variables and a LANG that this machine does not know must not reach the server. Windows programs need their own environment.
const bareEnvironment = process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' } };
/** Runs a program to its end with a bare environment; never rejects. */
export function runProgram(file, args, options) {
    return new Promise((resolve) => {
        const child = spawn(file, [...args], {
            ...bareEnvironment,
            ...options.as,
            cwd: options.cwd,
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
        });
        let output = '';
        const keep = (chunk) => {
            output += chunk.toString('utf8');
        };
        child.stdout.on('data', keep);
        child.stderr.on('data', keep);
        child.on('error', (error) => {
            resolve({ code: undefined, output: error.message });
        });
        child.on('exit', (code) => {
            // A server started by pg_ctl may inherit our pipes and keep them open (Windows), so 'close' alone may never come.
            const done = () => {
                child.stdout.destroy();
                child.stderr.destroy();
                resolve({ code: code ?? undefined, output: output.trim() });
            };
            const patience = setTimeout(done, 500);
            child.on('close', () => {
                clearTimeout(patience);
                done();
            });
        });
    });
}
//# sourceMappingURL=run-program.js.map