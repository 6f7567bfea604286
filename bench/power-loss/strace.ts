import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tracedCalls } from './trace-event.ts';

/** More than the largest write of the server: its buffers of the log are 4 MB unless told otherwise. */
const mostStringBytes = 32 * 1024 * 1024;

/** Each pwrite64 returns this much later, so that a stop often falls between the writing of the log and its sync. */
const writeDelayUs = 500;

/** The command that traces what follows it, with whole contents, into a file. The traced program keeps its place as our child. */
export function toStrace(file: string): readonly string[] {
  const said = ['-D', '-f', '--seccomp-bpf', '-ttt', '-T', '-yy', '-s', String(mostStringBytes)];
  const filters = [`trace=${tracedCalls.join(',')}`, 'signal=none', `inject=pwrite64:delay_exit=${String(writeDelayUs)}`];
  return ['strace', ...said, ...filters.flatMap((filter) => ['-e', filter]), '-o', file];
}

/** Why this machine cannot trace, with the remedy; undefined where it can. */
export async function findTracingFault(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'The proof needs Linux and strace: it follows the calls of the server to the system.';
  const [program = '', ...args] = toStrace('/dev/null');
  try {
    await promisify(execFile)(program, [...args, 'true']);
    return undefined;
  } catch (fault) {
    const { code, message } = fault as { readonly code?: unknown; readonly message: string };
    if (code === 'ENOENT') return 'strace is not installed. Install it: apt-get install strace, dnf install strace, or apk add strace.';
    return `strace (5.3 or newer) cannot trace here; in a container allow it with --cap-add=SYS_PTRACE, else see /proc/sys/kernel/yama/ptrace_scope. It said: ${message}`;
  }
}
