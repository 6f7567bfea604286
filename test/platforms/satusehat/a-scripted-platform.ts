import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** What the platform is to answer: a status with a body, a broken connection, or nothing at all. */
export type Reply =
  { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> } | 'break' | 'silence';

/** A SATUSEHAT on this machine that says what it was told to say, and remembers what it was asked. */
export interface ScriptedPlatform {
  readonly url: string;
  /** Answers of the token endpoint in their order; without any it gives t1, t2, ... */
  tokens: Reply[];
  expiresIn: unknown;
  /** Answers of the FHIR service in their order. */
  answers: Reply[];
  /** What the FHIR service was asked, as `METHOD path token`. */
  readonly asked: string[];
  /** Bodies of the requests for a token. */
  readonly tokenRequests: string[];
  close(): Promise<void>;
}

export async function aScriptedPlatform(): Promise<ScriptedPlatform> {
  const server = createServer((request, response) => {
    void answer(platform, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const platform: ScriptedPlatform = {
    url: `http://127.0.0.1:${String(port)}`,
    tokens: [],
    expiresIn: '3599',
    answers: [],
    asked: [],
    tokenRequests: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return platform;
}

async function answer(platform: ScriptedPlatform, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request).catch(() => '');
  const path = request.url ?? '';
  if (path.startsWith('/oauth2/')) {
    platform.tokenRequests.push(`${path} ${body}`);
    reply(response, platform.tokens.shift() ?? aToken(platform));
    return;
  }
  platform.asked.push(`${request.method ?? ''} ${path.split('?')[0] ?? ''} ${request.headers.authorization ?? ''}`);
  reply(response, platform.answers.shift() ?? { status: 500, body: 'not scripted' });
}

function aToken({ tokenRequests, expiresIn }: ScriptedPlatform): Reply {
  return { status: 200, body: { access_token: `t${String(tokenRequests.length)}`, expires_in: expiresIn, status: 'approved' } };
}

function reply(response: ServerResponse, given: Reply): void {
  if (given === 'silence') return;
  if (given === 'break') {
    response.destroy();
    return;
  }
  const [type, body] = typeof given.body === 'string' ? ['text/plain', given.body] : ['application/json', JSON.stringify(given.body)];
  response.writeHead(given.status, { 'content-type': type, ...given.headers }).end(body);
}
