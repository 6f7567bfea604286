import type { Request, RequestHandler, Response } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerInstead } from './faults/answer-instead.ts';
import type { Strike } from './faults/fault-plan.ts';
import { spoilAnswer } from './faults/spoil-answer.ts';
import { textAt, isJsonObject } from './json.ts';
import { gatewayFault, type Answer } from './refusal.ts';
import type { Call, World } from './world.ts';

/** Answers one authenticated call; it runs without interruption, so that what it checks still holds when it writes. */
export type SignedHandler = (call: Call, request: Request) => Answer;

/** Looks at a request when it comes in and gives what is to be done about it, at once or much later. */
export type Beginning = (request: Request) => () => Answer;

/** Makes a route of a handler: planned faults strike first, then the token is looked at, and nothing is answered before it is on the disk. */
export function signedRoute(world: World, handle: SignedHandler): RequestHandler {
  return answering(world, (request) => {
    const check = world.tokens.check(bearer(request), world.now().getTime());
    if (check.state !== 'valid') return () => gatewayFault(check.state);
    const url = new URL(request.originalUrl, 'http://simulasi');
    const call: Call = {
      client: check.client,
      base: `http://${request.get('host') ?? '127.0.0.1'}/fhir-r4/v1`,
      query: url.searchParams,
      body: request.body,
      contentType: request.get('content-type') ?? '',
      ifNoneExist: request.get('if-none-exist'),
    };
    return () => handle(call, request);
  });
}

/** Makes a route that faults can strike, without looking at a token. */
export function answering(world: World, begin: Beginning): RequestHandler {
  return async (request, response) => {
    world.late.runDue();
    const path = request.originalUrl.split('?')[0] ?? '';
    countCall(world, request.method, path);
    const [nowMs, credential] = [world.now().getTime(), credentialOf(world, request)];
    const faults = world.faults.strike({ method: request.method, path, credential, nowMs, body: request.body });
    for (const fault of faults) if (fault.kind === 'latency') await sleep(fault.delayMs);
    const fault = faults.find((each) => each.kind !== 'latency');
    if (fault === undefined) send(world, response, await settledAnswer(world, begin(request)()));
    else await answerUnderFault(world, fault, { request, response, begin, path });
  };
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly begin: Beginning;
  readonly path: string;
}

async function answerUnderFault(world: World, fault: Strike, exchange: Exchange): Promise<void> {
  const { request, response, begin, path } = exchange;
  if (fault.kind === 'lost-before-commit') {
    lose(response, fault);
    return;
  }
  if (fault.kind === 'late-commit') {
    commitLate(world, fault, exchange);
    return;
  }
  const struck = { token: bearer(request), clientId: credentialOf(world, request), path, body: request.body as unknown };
  const whole = await settledAnswer(world, answerInstead(fault, struck, world) ?? begin(request)());
  if (fault.kind === 'slow-answer') await sleep(fault.delayMs);
  if (fault.kind === 'lost-after-commit') lose(response, fault);
  else send(world, response, spoilAnswer(whole, fault, world));
}

/** The caller is gone, or goes when it has waited enough; its request is carried out all the same, seconds later. */
function commitLate(world: World, { afterSeconds, realTime, hang }: Strike, { request, response, begin }: Exchange): void {
  const carryOut = begin(request);
  const run = (): void => {
    try {
      carryOut();
    } catch {
      // Nobody is there any more to be told.
    }
  };
  const gaveUp = (): void => {
    if (realTime) world.late.afterReal(afterSeconds, run);
    else world.late.after(afterSeconds, run);
  };
  if (hang) response.once('close', gaveUp);
  else {
    gaveUp();
    response.socket?.destroy();
  }
}

/** Holds an answer back until everything it may rest on is on the disk. */
async function settledAnswer(world: World, answer: Answer): Promise<Answer> {
  await world.journal.settled();
  return answer;
}

function countCall(world: World, method: string, path: string): void {
  const name = `${method} ${path.split('/').filter(Boolean).slice(0, 3).join('/')}`;
  world.tally.set(name, (world.tally.get(name) ?? 0) + 1);
}

/** The client behind a request: whose token it carries, or who asks for one. */
function credentialOf(world: World, request: Request): string {
  const body: unknown = request.body;
  return world.tokens.ownerOf(bearer(request)) ?? textAt(isJsonObject(body) ? body : undefined, 'client_id') ?? '';
}

/** The token a request carries, if any. */
export function bearer(request: Request): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
}

function lose(response: Response, { hang }: Strike): void {
  if (!hang) response.socket?.destroy();
}

function send(world: World, response: Response, { status, body, headers }: Answer): void {
  const [text, type] = typeof body === 'string' ? [body, 'text/plain'] : [JSON.stringify(body), 'application/json'];
  response
    .status(status)
    // The date is that of the simulator's clock, which may not be the machine's.
    .set({ 'content-type': `${type}; charset=utf-8`, date: world.now().toUTCString(), ...headers })
    .send(Buffer.from(text));
}
