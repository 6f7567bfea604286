import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/root.ts';
import type { GatewayHome } from '../../test/scenarios/a-gateway-process.ts';

const program = join(packageRoot, 'dist', 'cli', 'main.js');

/** What a gateway says when it is ready. */
export interface Ready {
  readonly url: string;
  readonly sandboxUrl: string;
}

/** A gateway as a process of the built program. `ready` rejects when it ends before it has begun to serve. */
export interface RunningGateway {
  readonly ready: Promise<Ready>;
  hasEnded(): boolean;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts a gateway; everything it says goes to `gateway.log` in its home. `through` is a command that runs what follows it, such as a tracer. */
export function startGateway(home: GatewayHome, args: readonly string[] = [], through: readonly string[] = []): RunningGateway {
  const [command = process.execPath, ...rest] = [...through, process.execPath, program, 'start', '--json', ...args];
  const child = spawn(command, rest, {
    env: home.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(home.dir, 'gateway.log'), { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = Promise.race([
    readReady(child),
    ended.then((code) => Promise.reject(new Error(`The gateway ended (exit ${String(code)})`))),
  ]);
  // A gateway that is killed while it starts is no fault; whoever waits for it hears of it.
  ready.catch(() => undefined);
  return {
    ready,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function readReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.includes('"ready"')) return;
      const said = JSON.parse(line) as { readonly event: string; readonly url?: string; readonly sandbox?: string };
      if (said.event === 'ready') resolve({ url: said.url ?? '', sandboxUrl: said.sandbox ?? '' });
    });
  });
}

/** Makes an API key as an operator does, beside the running gateway; with the scope `operasi` it sees what others handed in. */
export async function createKey(home: GatewayHome, name: string, scopes: readonly 'operasi'[] = []): Promise<string> {
  const args = ['keys', 'create', '--name', name, '--json', ...scopes.flatMap((scope) => ['--scope', scope])];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { env: home.environment });
  return (JSON.parse(stdout) as { readonly key: string }).key;
}
