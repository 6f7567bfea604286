import type { ErrorRequestHandler } from 'express';
import type { Issue } from '../fhir/issue.ts';
import type { Logger } from 'pino';
import { toOperationOutcome } from './operation-outcome.ts';
import { Refusal } from './refusal.ts';

/** The one place where a thrown fault becomes an answer. A bug tells the caller a number to quote, and the log the rest. */
export function createErrorHandler(log: Logger, newId: () => string): ErrorRequestHandler {
  return (fault: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(fault);
      return;
    }
    if (fault instanceof Refusal) {
      response.set(fault.headers).status(fault.status).json(toOperationOutcome(fault.issues));
      return;
    }
    const incident = newId();
    log.error({ event: 'request-failed', incident, fault });
    response.status(500).json(toOperationOutcome([toIncident(incident)]));
  };
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
