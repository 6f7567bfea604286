import { toOperationOutcome } from "./operation-outcome.js";
import { Refusal } from "./refusal.js";
/** The one place where a thrown fault becomes an answer. A bug tells the caller a number to quote, and the log the rest. */
export function createErrorHandler(log, newId) {
    return (fault, _request, response, next) => {
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
function toIncident(incident) {
    return {
        severity: 'fatal',
        type: 'processing',
        code: 'galat-dalam',
        text: `Titian gagal memproses permintaan ini; tidak ada yang tersimpan setengah. Kirim ulang; bila terulang, laporkan nomor ${incident}.`,
        diagnostics: `Titian failed to process this request; nothing is half-stored. Send it again; if it recurs, report number ${incident}.`,
    };
}
//# sourceMappingURL=error-handler.js.map