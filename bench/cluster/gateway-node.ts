import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { toNodeVariables, type NodeSettings } from './node-settings.ts';
import type { Stand } from './stand.ts';

const program = fileURLToPath(new URL('node-main.js', import.meta.url));

/** One run of a gateway process. */
export interface GatewayNode {
  /** Its address once it serves; rejects when it ends before. */
  readonly ready: Promise<string>;
  /** Its address while it serves, as far as anybody outside can know. */
  readonly serving: () => string | undefined;
  readonly pid: number;
  /** File with what it did under leases, and when it was seen to end (undefined: by itself, or not yet). */
  readonly events: string;
  readonly endedAt: () => number | undefined;
  /** Ends it; resolves to its exit code, null where a signal took it. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
}

/** What a node is started with besides the stand. */
export interface NodeOptions extends Pick<NodeSettings, 'fault' | 'migrations'> {
  readonly name: string;
  /** Its own way to the database. */
  readonly database: string;
}

/** Starts a gateway; what it says goes to a log in the folder of the stand. */
export function startNode(stand: Stand, { name, database, fault, migrations }: NodeOptions): GatewayNode {
  const events = join(stand.dir, `${name}.ndjson`);
  const variables = {
    ...stand.variables(database),
    ...toNodeVariables({ events, fault, migrations }),
    TITIAN_DATA: join(stand.dir, name),
  };
  const child = spawn(process.execPath, ['--enable-source-maps', program], { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.pipe(createWriteStream(join(stand.dir, `${name}.log`)));
  let address: string | undefined;
  let endedAt: number | undefined;
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      address = undefined;
      endedAt = performance.timeOrigin + performance.now();
      resolve(code);
    });
  });
  const ready = Promise.race([
    readAddress(child).then((url) => (address = url)),
    ended.then((code) =>
      Promise.reject(new Error(`${name} ended before it served (exit ${String(code)}); see ${name}.log in ${stand.dir}`)),
    ),
  ]);
  // A gateway that is killed while it starts is no fault; whoever waits for it hears of it.
  ready.catch(() => undefined);
  return {
    ready,
    pid: child.pid ?? 0,
    events,
    serving: () => address,
    endedAt: () => endedAt,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"url"')) resolve((JSON.parse(line) as { readonly url: string }).url);
    });
  });
}
