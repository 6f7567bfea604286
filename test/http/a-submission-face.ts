import { randomUUID } from 'node:crypto';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { afterAll } from '@jest/globals';
import express from 'express';
import pino from 'pino';
import { createBackPressure, type BackPressure, type PressureLimits, type Surroundings } from '../../src/http/back-pressure.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { listen } from '../../src/http/listen.ts';
import type { BusyCause } from '../../src/http/pressure-refusals.ts';
import { requireKey, type KeyHolder } from '../../src/http/require-key.ts';
import type { SubmissionDesk } from '../../src/http/submission-desk.ts';
import { createSubmissionRoutes } from '../../src/http/submission-routes.ts';
import { findStoreAilment } from '../../src/store/store-ailment.ts';
import type { SubmissionResult } from '../../src/submission.ts';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

export const roomy: PressureLimits = {
  bodiesBytes: 256 * 1048576,
  requests: 512,
  backlogBytes: 512 * 1048576,
  loopDelayMs: 1000,
  freeDiskBytes: 0,
};

/** Back-pressure that sees what a test says, with a clock of its own. */
export function aPressure(limits: Partial<PressureLimits> = {}, surroundings: Surroundings = {}) {
  const refused: BusyCause[] = [];
  const clock = { ms: 1_000_000 };
  const pressure = createBackPressure({
    limits: { ...roomy, ...limits },
    look: () => surroundings,
    now: () => clock.ms,
    onRefused: (cause) => refused.push(cause),
  });
  return { pressure, refused, clock };
}

export const aResult: SubmissionResult = {
  ...{ id: 'f2a6a4a0-0000-7000-8000-000000000001', state: 'selesai', unchanged: false, environment: 'simulasi', source: 'uji' },
  counts: { rows: 0, headings: 0, parts: 0, accepted: 0, warning: 0, quarantined: 0, skipped: 0 },
  issues: [],
};

/** A desk that takes everything, unless told otherwise. */
export function aDesk(facts: Partial<SubmissionDesk> = {}): SubmissionDesk {
  return {
    submit: () => Promise.resolve({ ok: true, value: aResult, issues: [] }),
    submitOnce: () => Promise.resolve({ kind: 'answered', answer: { status: 202, body: '{}', submission: aResult.id }, replayed: false }),
    isAnsweredAtOnce: () => true,
    isHandedInBy: () => Promise.resolve(true),
    find: () => Promise.resolve(aResult),
    rows: () => Promise.resolve([]),
    returnedFile: () => Promise.resolve(undefined),
    ...facts,
  };
}

/** The routes of submissions as the gateway hangs them, behind keys that are their holder's name. */
export async function aSubmissionFace(
  desk: SubmissionDesk,
  pressure: BackPressure = aPressure().pressure,
  holders: Readonly<Record<string, KeyHolder>> = { vendor: { submitter: 'vendor' } },
): Promise<string> {
  const app = express();
  app.use(
    '/v1/submissions',
    requireKey((key) => Promise.resolve(holders[key])),
    createSubmissionRoutes(desk, pressure),
  );
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: randomUUID, findAilment: findStoreAilment }));
  const listening = await listen(app, { host: '127.0.0.1', port: 0, patienceMs: 100 });
  closing.push(() => listening.close());
  return listening.url;
}

export interface Offer {
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent until it ends, without saying how long it is. */
  readonly chunked?: boolean;
  /** Hangs up after so many bytes. */
  readonly hangUpAfter?: number;
  readonly path?: string;
  readonly method?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Offers something and waits for the answer. */
export async function send(url: string, given: Omit<Offer, 'hangUpAfter'>): Promise<Reply> {
  const reply = await offer(url, given);
  if (reply === undefined) throw new Error('nobody hung up');
  return reply;
}

/** Offers something over a connection of its own; undefined where the sender has hung up. */
export function offer(url: string, given: Offer): Promise<Reply | undefined> {
  const {
    body = new Uint8Array(0),
    headers = {},
    chunked = false,
    hangUpAfter,
    path = '/v1/submissions?source=uji',
    method = 'POST',
  } = given;
  return new Promise((resolve, reject) => {
    const length: Record<string, string> = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body.length) };
    const all: Record<string, string> = { authorization: 'Bearer vendor', ...length, ...headers };
    const sending = ask(`${url}${path}`, { method, headers: all, agent: false }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(pieces).toString('utf8') });
      });
      answer.on('error', reject);
    });
    sending.on('error', (fault) => {
      if (hangUpAfter === undefined) reject(fault);
      else resolve(undefined);
    });
    if (all['expect'] === undefined) sendPieces(body, hangUpAfter);
    else {
      sending.flushHeaders();
      sending.once('continue', () => {
        sendPieces(body, hangUpAfter);
      });
    }

    function sendPieces(bytes: Uint8Array, until = Infinity): void {
      for (let at = 0; at < bytes.length && at < until; at += 65_536) sending.write(bytes.subarray(at, at + 65_536));
      if (until === Infinity) sending.end();
      else sending.destroy(new Error('hung up'));
    }
  });
}

/** The codes of an OperationOutcome. */
export function codesOf({ text }: Reply): readonly string[] {
  const outcome = JSON.parse(text) as {
    readonly resourceType?: string;
    readonly issue?: readonly { readonly details: { readonly coding: readonly { readonly code: string }[] } }[];
  };
  return outcome.resourceType === 'OperationOutcome'
    ? (outcome.issue ?? []).flatMap(({ details }) => details.coding.map(({ code }) => code))
    : [];
}
