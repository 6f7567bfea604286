import { spawn } from 'node:child_process';

/** The account under which a program of the embedded server runs. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** What became of a program: its exit code (`undefined` if it could not be run or was killed) and what it printed. */
export interface Ran {
  readonly code: number | undefined;
  readonly output: string;
}

/** How to run a program: in which folder, and as whom (ourselves if not said). */
export interface RunOptions {
  readonly cwd: string;
  readonly as?: RunAs | undefined;
}

// PG* variables and a LANG that this machine does not know must not reach the server. Windows programs need their own environment.
const bareEnvironment =
  process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' } };

/** Runs a program to its end with a bare environment; never rejects. */
export function runProgram(file: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(file, [...args], {
      ...bareEnvironment,
      ...options.as,
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      resolve({ code: undefined, output: error.message });
    });
    child.on('exit', (code) => {
      // A server started by pg_ctl may inherit our pipes and keep them open (Windows), so 'close' alone may never come.
      const done = (): void => {
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
