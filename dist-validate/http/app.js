import express, {} from 'express';
import { createErrorHandler } from "./error-handler.js";
import { Refusal } from "./refusal.js";
import { createSubmissionRoutes } from "./submission-routes.js";
import { requireKey } from "./require-key.js";
/** The gateway's HTTP face: submissions behind a key, two questions about its health without one. */
export function createApp(parts) {
    const app = express();
    app.disable('x-powered-by');
    app.set('etag', false);
    app.use((_request, response, next) => {
        response.set({ 'x-titian-environment': parts.environment, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
        next();
    });
    app.get('/livez', (_request, response) => {
        response.json({ status: 'hidup', environment: parts.environment });
    });
    app.get('/readyz', async (_request, response) => {
        const ready = await parts.checkReady().then(() => true, () => false);
        response.status(ready ? 200 : 503).json({ status: ready ? 'siap' : 'belum siap', environment: parts.environment });
    });
    app.use('/v1/submissions', requireKey(parts.verifyKey), createSubmissionRoutes(parts.desk));
    app.use(() => {
        throw new Refusal(404, [unknownPath]);
    });
    app.use(createErrorHandler(parts.log, parts.newId));
    return app;
}
const unknownPath = {
    severity: 'error',
    type: 'not-found',
    code: 'alamat-tidak-dikenal',
    text: 'Alamat ini tidak dikenal. Yang ada: POST /v1/submissions?source=NAMA, GET /v1/submissions/:id, GET /v1/submissions/:id/rows, GET /v1/submissions/:id/file, /livez, /readyz.',
    diagnostics: 'This path is unknown. There are POST /v1/submissions?source=NAME, GET /v1/submissions/:id, /rows, /file, /livez and /readyz.',
};
//# sourceMappingURL=app.js.map