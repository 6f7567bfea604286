import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { bulkSource } from '../ingest/open-bench.ts';

/** Where load is offered, and over how many connections. */
export interface Target {
  readonly url: string;
  readonly key: string;
  readonly connections: number;
}

/** Answers by status, and how long each took, in milliseconds. */
export interface Load {
  readonly tookMs: number;
  readonly latenciesMs: readonly number[];
  readonly statuses: Readonly<Record<string, number>>;
}

/** Hands every file in, as fast as the connections take them. */
export async function saturate(target: Target, files: readonly Uint8Array[]): Promise<Load> {
  const load = createLoad(target);
  let next = 0;
  const since = performance.now();
  const work = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) await load.send(file, performance.now());
  };
  await Promise.all(Array.from({ length: target.connections }, work));
  return load.end(since);
}

/**
 * Hands files in at a steady rate, whether or not earlier ones were answered: what waits for a free connection counts as waiting,
 * so that a gateway that falls behind cannot hide it.
 */
export async function offer(target: Target, files: readonly Uint8Array[], perSecond: number): Promise<Load> {
  const load = createLoad(target);
  const sent: Promise<void>[] = [];
  const since = performance.now();
  while (sent.length < files.length) {
    const due = Math.min(files.length, Math.floor(((performance.now() - since) / 1000) * perSecond) + 1);
    for (const file of files.slice(sent.length, due)) sent.push(load.send(file, since + (sent.length / perSecond) * 1000));
    await pause(1);
  }
  await Promise.all(sent);
  return load.end(since);
}

function createLoad({ url, key, connections }: Target) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latenciesMs: number[] = [];
  const statuses: Record<string, number> = {};
  const path = `${url}/v1/submissions?source=${bulkSource}`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' };
  return {
    send: async (file: Uint8Array, dueAt: number): Promise<void> => {
      const status = await post(path, { agent, headers: { ...headers, 'content-length': String(file.length) } }, file);
      latenciesMs.push(performance.now() - dueAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
    },
    end: (since: number): Load => {
      agent.destroy();
      return { tookMs: performance.now() - since, latenciesMs: latenciesMs.sort((a, b) => a - b), statuses };
    },
  };
}

function post(
  path: string,
  options: { readonly agent: Agent; readonly headers: Record<string, string> },
  body: Uint8Array,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = request(path, { ...options, method: 'POST' }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        resolve(String(answer.statusCode));
      });
      answer.once('error', reject);
    });
    sending.once('error', reject);
    sending.end(body);
  });
}
