import { request, type Agent, type IncomingHttpHeaders } from 'node:http';

/** A request of a sender. Without an agent it has a connection of its own, so that none is closed for idleness while it is being used. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly agent?: Agent;
}

/** An answer, whole. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const patienceMs = 90_000;

/** Sends a request; undefined where the connection ended without a whole answer, or none came in time. */
export function ask(url: string, { method, headers, body, agent }: Asked): Promise<Answered | undefined> {
  return new Promise((resolve) => {
    const asking = request(url, { method, headers, agent: agent ?? false, timeout: patienceMs }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', () => {
        resolve(undefined);
      });
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString('utf8') });
      });
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => {
      resolve(undefined);
    });
    asking.end(body);
  });
}

/** How long an answer asks its sender to wait; a second where it does not say. */
export function toWaitMs({ headers }: Answered): number {
  return 1000 * Number(headers['retry-after'] ?? '1');
}
