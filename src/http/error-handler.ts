import type { ErrorRequestHandler } from 'express';
import type { Issue } from '../fhir/issue.ts';
import type { Logger } from 'pino';
import { toOperationOutcome } from './operation-outcome.ts';
import { diskFull, invalidRequest, storeAway, storeHeldUp } from './passing-faults.ts';
import { Refusal } from './refusal.ts';

/** Tells a store that is away, full or held up from a bug; undefined for everything else. */
export type AilmentCheck = (fault: unknown) => 'away' | 'full' | 'held-up' | undefined;

/** What the one handler needs: where faults are written, numbers for incidents, and who knows the store's ailments. */
export interface ErrorHandling {
  readonly log: Logger;
  readonly newId: () => string;
  readonly findAilment: AilmentCheck;
}

/** The one place where a thrown fault becomes an answer. A bug tells the caller a number to quote, and the log the rest. */
export function createErrorHandler({ log, newId, findAilment }: ErrorHandling): ErrorRequestHandler {
  return (fault: unknown, request, response, next) => {
    if (response.headersSent) {
      next(fault);
      return;
    }
    if (!(fault instanceof Refusal) && request.destroyed && !request.complete) {
      // The sender hung up in the middle of its file: nothing was stored, and nobody is there to be told.
      response.destroy();
      return;
    }
    const refusal = fault instanceof Refusal ? fault : toRefusal(fault, findAilment);
    if (refusal !== undefined) {
      if (refusal.status >= 500) log.warn({ event: 'request-put-off', fault });
      response.set(refusal.headers).status(refusal.status).json(toOperationOutcome(refusal.issues));
      return;
    }
    const incident = newId();
    log.error({ event: 'request-failed', incident, fault });
    response.status(500).json(toOperationOutcome([toIncident(incident)]));
  };
}

/** In seconds: a server comes back by itself, a lock is given back within a batch, a disk is cleared by a person. */
const ailments = {
  away: { issue: storeAway, retryAfter: '5' },
  'held-up': { issue: storeHeldUp, retryAfter: '5' },
  full: { issue: diskFull, retryAfter: '300' },
} as const;

function toRefusal(fault: unknown, findAilment: AilmentCheck): Refusal | undefined {
  if (fault instanceof URIError) return new Refusal(400, [invalidRequest]);
  const ailment = findAilment(fault);
  if (ailment === undefined) return undefined;
  return new Refusal(503, [ailments[ailment].issue], { 'retry-after': ailments[ailment].retryAfter });
}

function toIncident(incident: string): Issue {
  return {
    severity: 'fatal',
    type: 'processing',
    code: 'galat-dalam',
    text: `Titian gagal memproses permintaan ini; tidak ada yang tersimpan setengah. Kirim ulang; bila terulang, laporkan nomor ${incident}.`,
    diagnostics: `Titian failed to process this request; nothing is half-stored. Send it again; if it recurs, report number ${incident}.`,
  };
}
