import express, { type Express, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import type { DeliveryDesk } from '../deliveries.ts';
import type { WhoIsWho } from '../identity-desk.ts';
import type { BackPressure } from './back-pressure.ts';
import { createConfirmationRoutes, type ConfirmationDesk } from './confirmation-routes.ts';
import { createDeliveryRoutes, createPlatformRoutes } from './delivery-routes.ts';
import type { FacilityDesk } from '../facilities.ts';
import { createErrorHandler, type AilmentCheck } from './error-handler.ts';
import { createFacilityRoutes } from './facility-routes.ts';
import { createIncidentRoutes } from './incident-routes.ts';
import { createPersonRoutes } from './person-routes.ts';
import { Refusal } from './refusal.ts';
import type { SubmissionDesk } from './submission-desk.ts';
import { createSubmissionRoutes } from './submission-routes.ts';
import type { DueDesk } from '../report/dues/due-desk.ts';
import type { WarningDesk } from '../report/warnings/warning-desk.ts';
import { createDueRoutes } from './due-routes.ts';
import { createWarningRoutes } from './warning-routes.ts';
import { requireKey, requireScope, type KeyCheck } from './require-key.ts';

export interface AppParts {
  readonly desk: SubmissionDesk;
  readonly pressure: BackPressure;
  readonly deliveries: DeliveryDesk;
  readonly persons: WhoIsWho;
  readonly facilities: FacilityDesk;
  readonly verifyKey: KeyCheck;
  /** Resolves when the store answers; rejects otherwise. */
  readonly checkReady: () => Promise<void>;
  readonly findAilment: AilmentCheck;
  readonly environment: string;
  readonly log: Logger;
  readonly newId: () => string;
  /** Counts requests and their durations. */
  readonly watchRequests: RequestHandler;
  readonly metricsRoute: Router;
  readonly keyRoutes: Router;
  readonly receiptRoutes: Router;
  readonly outcomeRoutes: Router;
  readonly metadataRoute: Router;
  readonly validateRoutes: Router;
  readonly confirmations: ConfirmationDesk;
  readonly warnings: WarningDesk;
  readonly dues: DueDesk;
}

/** The gateway's HTTP face: submissions behind a key, two questions about its health without one. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(parts.watchRequests);
  app.use((_request, response, next) => {
    response.set({ 'x-titian-environment': parts.environment, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    next();
  });
  app.get('/livez', (_request, response) => {
    response.json({ status: 'hidup', environment: parts.environment });
  });
  app.get('/readyz', async (_request, response) => {
    const ready = await parts.checkReady().then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503).json({ status: ready ? 'siap' : 'belum siap', environment: parts.environment });
  });
  app.use(parts.metricsRoute);
  app.use(parts.keyRoutes);
  app.use('/v1/submissions', requireKey(parts.verifyKey), createSubmissionRoutes(parts.desk, parts.pressure), parts.receiptRoutes);
  app.use('/v1/outcomes', requireKey(parts.verifyKey), parts.outcomeRoutes);
  app.use('/fhir', parts.metadataRoute);
  app.use('/fhir', requireKey(parts.verifyKey), parts.validateRoutes);
  const operations = [requireKey(parts.verifyKey), requireScope('operasi')];
  app.use('/v1/deliveries', operations, createDeliveryRoutes(parts.deliveries));
  app.use('/v1/incidents', operations, createIncidentRoutes(parts.deliveries));
  app.use('/v1/platforms', operations, createPlatformRoutes(parts.deliveries));
  app.use('/v1/facilities', [requireKey(parts.verifyKey), requireScope('kredensial', 'operasi')], createFacilityRoutes(parts.facilities));
  app.use('/v1/warnings', [requireKey(parts.verifyKey), requireScope('nakes', 'operasi')], createWarningRoutes(parts.warnings));
  app.use('/v1/due', [requireKey(parts.verifyKey), requireScope('nakes', 'operasi')], createDueRoutes(parts.dues));
  app.use('/v1/persons', [requireKey(parts.verifyKey), requireScope('nakes', 'operasi')], createPersonRoutes(parts.persons));
  app.use('/v1/confirmations', [requireKey(parts.verifyKey), requireScope('nakes')], createConfirmationRoutes(parts.confirmations));
  app.use(() => {
    throw new Refusal(404, [unknownPath]);
  });
  app.use(createErrorHandler(parts));
  return app;
}

const unknownPath = {
  severity: 'error',
  type: 'not-found',
  code: 'alamat-tidak-dikenal',
  text: 'Alamat ini tidak dikenal. Yang ada: POST /v1/submissions?source=NAMA, GET /v1/submissions/:id, GET /v1/submissions/:id/rows, GET /v1/submissions/:id/file, GET /v1/submissions/:id/receipt, GET /v1/outcomes, GET /v1/deliveries[/items], POST /v1/deliveries/redrive, POST /v1/deliveries/:id/done, GET /v1/incidents[/:id], POST /v1/incidents/:id/close, GET /v1/platforms, POST /v1/platforms/:name/pause|resume|drain, GET /v1/facilities, GET /v1/facilities/:organization/history, PUT /v1/facilities/:organization/credentials, POST /v1/facilities/:organization/pause|resume|revoke, GET dan POST /v1/confirmations, GET /v1/warnings, POST /v1/warnings/:id/acknowledgement, GET /v1/due, GET /v1/persons/reviews, POST /v1/persons/reviews/:id, GET dan POST /v1/persons/identities, POST /v1/persons/identities/:id, GET /fhir/metadata, POST /fhir[/:type]/$validate, /.well-known/jwks.json, /livez, /readyz, /metrics.',
  diagnostics:
    'This path is unknown. There are POST /v1/submissions?source=NAME, GET /v1/submissions/:id, /rows, /file, /receipt, GET /v1/outcomes, GET /v1/deliveries[/items], POST /v1/deliveries/redrive, POST /v1/deliveries/:id/done, GET /v1/incidents[/:id], POST /v1/incidents/:id/close, GET /v1/platforms, POST /v1/platforms/:name/pause|resume|drain, GET /v1/facilities, GET /v1/facilities/:organization/history, PUT /v1/facilities/:organization/credentials, POST /v1/facilities/:organization/pause|resume|revoke, GET and POST /v1/confirmations, GET /v1/warnings, POST /v1/warnings/:id/acknowledgement, GET /v1/due, GET /v1/persons/reviews, POST /v1/persons/reviews/:id, GET and POST /v1/persons/identities, POST /v1/persons/identities/:id, GET /fhir/metadata, POST /fhir[/:type]/$validate, /.well-known/jwks.json, /livez, /readyz and /metrics.',
} as const;
