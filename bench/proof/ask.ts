import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

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

/**
 * Sends a request; undefined where the connection ended without a whole answer, or none came in time. One that was kept alive and closed by
 * the other side just when it was used again is replaced, as Node's manual advises (`request.reusedSocket`).
 */
export function ask(url: string, asked: Asked): Promise<Answered | undefined> {
  const { method, headers, body, agent } = asked;
  return new Promise((resolve) => {
    const asking = request(url, { method, headers, agent: agent ?? false, timeout: patienceMs }, (answer) => {
      collect(answer, resolve);
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', ({ code }: NodeJS.ErrnoException) => {
      const isStale = asking.reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE');
      resolve(isStale ? ask(url, { method, headers, ...(body === undefined ? {} : { body }) }) : undefined);
    });
    asking.end(body);
  });
}

function collect(answer: IncomingMessage, resolve: (answered: Answered | undefined) => void): void {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('error', () => {
    resolve(undefined);
  });
  answer.on('end', () => {
    resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString('utf8') });
  });
}

/** How long an answer asks its sender to wait; a second where it does not say. */
export function toWaitMs({ headers }: Answered): number {
  return 1000 * Number(headers['retry-after'] ?? '1');
}
