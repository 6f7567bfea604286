import type { ErrorRequestHandler } from 'express';
import type { Issue } from '../fhir/issue.ts';
import type { Logger } from 'pino';
import { toOperationOutcome } from './operation-outcome.ts';
import { diskFull, invalidRequest, storeAway } from './passing-faults.ts';
import { Refusal } from './refusal.ts';

/** Tells a store that is away or full from a bug; undefined for everything else. */
export type AilmentCheck = (fault: unknown) => 'away' | 'full' | undefined;

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

function toRefusal(fault: unknown, findAilment: AilmentCheck): Refusal | undefined {
  if (fault instanceof URIError) return new Refusal(400, [invalidRequest]);
  const ailment = findAilment(fault);
  if (ailment === undefined) return undefined;
  return ailment === 'away'
    ? new Refusal(503, [storeAway], { 'retry-after': '5' })
    : new Refusal(507, [diskFull], { 'retry-after': '300' });
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
