import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from 'node:stream/consumers';
import { createFaultPlan, refusedPartsOf, type Asked, type Fault, type FaultPlan } from './receiver-faults.ts';
import { ReceiverWorld, type Committed, type JournalLine, type ReceiverMessage, type Resource } from './receiver-world.ts';

/** A platform that keeps what it is sent, tells everything that was asked of it, and fails as it is told to. */
export interface Receiver {
  readonly url: string;
  fault(...faults: readonly Fault[]): void;
  clearFaults(): void;
  /** Lets messages take effect whose senders gave up; returns how many there were. */
  landLate(): number;
  /** Everything asked and done, in order; also under GET /_journal. */
  journal(): readonly JournalLine[];
  /** Everything held, with its history; also under GET /_resources. */
  resources(): readonly Resource[];
  close(): Promise<void>;
}

interface Inside {
  readonly world: ReceiverWorld;
  readonly faults: FaultPlan;
  /** Messages on their way whose senders gave up. */
  readonly late: ReceiverMessage[];
}

/**
 * Starts a receiver on a port of this machine, a free one unless told otherwise.
 * POST /messages takes a message, GET /look?type=&number= finds by the sender's number. Over HTTP it is steered by
 * GET /_journal, GET /_resources, POST /_faults (a list), DELETE /_faults and POST /_late.
 */
export async function startReceiver({ port = 0, now = () => new Date() }: { port?: number; now?: () => Date } = {}): Promise<Receiver> {
  const inside: Inside = { world: new ReceiverWorld(now), faults: createFaultPlan(), late: [] };
  const server = createServer((request, response) => {
    void answer(inside, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String(portOf(server))}`,
    fault: (...faults) => {
      for (const fault of faults) inside.faults.add(fault);
    },
    clearFaults: () => {
      inside.faults.clear();
    },
    landLate: () => landLate(inside),
    journal: () => inside.world.journal,
    resources: () => inside.world.resources(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function landLate({ world, late }: Inside): number {
  const landing = late.splice(0);
  for (const message of landing) world.commit(message, { late: true });
  return landing.length;
}

async function answer(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://penerima');
  switch (`${request.method ?? ''} ${url.pathname}`) {
    case 'POST /messages':
      return takeMessage(inside, (await json(request)) as ReceiverMessage, response);
    case 'GET /look':
      return takeLook(inside, url.searchParams, response);
    default:
      return steer(inside, { request, url }, response);
  }
}

async function steer(inside: Inside, { request, url }: { request: IncomingMessage; url: URL }, response: ServerResponse): Promise<void> {
  const { world, faults } = inside;
  const steps: Readonly<Record<string, () => unknown>> = {
    'GET /_journal': () => world.journal,
    'GET /_resources': () => world.resources(),
    'POST /_faults': async () => {
      for (const fault of (await json(request)) as readonly Fault[]) faults.add(fault);
      return {};
    },
    'DELETE /_faults': () => {
      faults.clear();
      return {};
    },
    'POST /_late': () => ({ landed: landLate(inside) }),
  };
  const step = steps[`${request.method ?? ''} ${url.pathname}`];
  if (step === undefined) say(response, 404, { outcome: 'unknown-path' });
  else say(response, 200, await step());
}

async function takeLook({ world, faults }: Inside, asked: URLSearchParams, response: ServerResponse): Promise<void> {
  const [type, number] = [asked.get('type') ?? '', asked.get('number') ?? ''];
  const struck = await strike(faults, { look: true, type, parts: [] });
  if (struck !== undefined) {
    disturb(struck, response);
    return;
  }
  const told = ({ id, number: of, history }: Resource): object => ({
    id,
    number: of,
    hash: history.at(-1)?.hash,
    ended: history.at(-1)?.ended,
  });
  say(response, 200, { found: world.look(type, number).map(({ root, parts }) => ({ ...told(root), parts: parts.map(told) })) });
}

async function takeMessage(inside: Inside, message: ReceiverMessage, response: ServerResponse): Promise<void> {
  const parts = message.parts.map((part) => JSON.stringify(part));
  const fault = await strike(inside.faults, { look: false, type: message.parts[0]?.type ?? '', parts });
  // A sender that gave up while we were slow has closed its connection: what it sent lands all the same.
  if (fault === undefined) sayCommitted(response, inside.world.commit(message, { late: response.destroyed }));
  else if (fault.kind === 'refuse-parts' || fault.kind === 'refuse-message') refuse(inside, { message, fault, parts }, response);
  else {
    if (fault.kind === 'lost') inside.world.commit(message);
    disturb(fault, response);
    if (fault.kind === 'late') sendLate(inside, message, fault);
  }
}

function refuse(
  { world }: Inside,
  { message, fault, parts }: { readonly message: ReceiverMessage; readonly fault: Fault; readonly parts: readonly string[] },
  response: ServerResponse,
): void {
  const committed = world.commit(message, { refuse: true });
  if (fault.kind === 'refuse-message') sayCommitted(response, committed);
  else say(response, 422, { ...committed, refused: refusedPartsOf(fault, parts) });
}

/** Waits out what is slow; gives the fault that strikes, if any does. */
async function strike(faults: FaultPlan, asked: Asked): Promise<Fault | undefined> {
  const struck = faults.strike(asked);
  for (const fault of struck) if (fault.kind === 'slow') await sleep(fault.delayMs ?? 0);
  return struck.find(({ kind }) => kind !== 'slow');
}

function sendLate(inside: Inside, message: ReceiverMessage, { delayMs }: Fault): void {
  if (delayMs === undefined) inside.late.push(message);
  else setTimeout(() => inside.world.commit(message, { late: true }), delayMs).unref();
}

function disturb({ kind, retryAfterSeconds = 1 }: Fault, response: ServerResponse): void {
  const retry = { 'retry-after': String(retryAfterSeconds) };
  if (kind === 'unavailable') say(response, 503, { outcome: 'unavailable' }, retry);
  else if (kind === 'too-many') say(response, 429, { outcome: 'too-many' }, retry);
  else response.destroy();
}

const statusOf: Readonly<Record<Committed['outcome'], number>> = {
  done: 200,
  exists: 409,
  'lacks-part': 409,
  'changed-meanwhile': 412,
  'unknown-id': 404,
  'no-parent': 424,
  refused: 422,
};

function sayCommitted(response: ServerResponse, committed: Committed): void {
  say(response, statusOf[committed.outcome], committed);
}

function say(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
