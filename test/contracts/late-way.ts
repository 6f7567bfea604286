import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A way to a platform on this machine on which messages can be cut off, and land when told to. */
export interface LateWay {
  readonly url: string;
  /** Cuts off the next message whose path this finds; it lands with `land`. */
  holdNext(path: RegExp): void;
  /** Lets what was cut off arrive; resolves when the platform has answered. */
  land(): Promise<void>;
  close(): Promise<void>;
}

interface Held {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Opens a way to a platform; whatever is not held goes through as it came. */
export async function openLateWay(target: string): Promise<LateWay> {
  const held: Held[] = [];
  let holding: RegExp | undefined;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const message = { method: request.method ?? 'GET', path: request.url ?? '/', headers: request.headers, body: await buffer(request) };
    if (message.method !== 'GET' && holding?.test(message.path) === true) {
      holding = undefined;
      held.push(message);
      response.destroy();
      return;
    }
    const answer = await forward(target, message);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((request, response) => {
    void take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`,
    holdNext: (path) => {
      holding = path;
    },
    land: async () => {
      for (const message of held.splice(0)) await forward(target, message);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function forward(
  target: string,
  { method, path, headers, body }: Held,
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }> {
  const { 'transfer-encoding': _, connection: __, ...rest } = headers;
  return new Promise((resolve, reject) => {
    const asked = ask(new URL(path, target), { method, headers: { ...rest, 'content-length': body.length } }, (answer) => {
      const { 'transfer-encoding': ___, connection: ____, ...told } = answer.headers;
      buffer(answer).then((text) => {
        resolve({ status: answer.statusCode ?? 502, headers: told, body: text });
      }, reject);
    });
    asked.once('error', reject).end(body);
  });
}
