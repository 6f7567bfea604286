import express, { json, urlencoded, type ErrorRequestHandler, type Express, type Request } from 'express';
import { answering, signedRoute } from './answer-call.ts';
import { addRoutesBeside } from './beside/add-routes.ts';
import type { Product } from './beside/products.ts';
import { createPatient } from './create-patient.ts';
import { findPatients, findPractitioners, readPatient, readPractitioner } from './find-patients.ts';
import { isJsonObject, textAt, type JsonObject } from './json.ts';
import { patchPatient } from './patch/patch-patient.ts';
import { patchResource, patchType } from './patch/patch-resource.ts';
import { refusal, refuse, toOperationOutcome, type Answer } from './refusal.ts';
import { storedTypes } from './stored-types.ts';
import { captivePortal } from './faults/answer-instead.ts';
import { createSandboxRouter } from './sandbox-router.ts';
import { searchResources } from './search-resources.ts';
import { submitTransaction } from './transaction.ts';
import { createResource, readResource, replaceResource } from './write-resource.ts';
import type { World } from './world.ts';

const fhir = '/fhir-r4/v1';

/** The HTTP side of the simulated platform: token endpoint, FHIR, and the admin views under `/_sandbox`. */
export function createApp(world: World, products: readonly Product[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.use((_request, response, next) => {
    response.set('x-titian-environment', 'simulasi');
    next();
  });
  app.get('/livez', (_request, response) => {
    response.json({ status: 'ok', lingkungan: 'simulasi', pid: process.pid });
  });
  app.use('/_sandbox', createSandboxRouter(world));
  app.get('/masuk-wifi', (_request, response) => {
    response.type('text/html').send(captivePortal);
  });
  app.post(
    '/oauth2/v1/accesstoken',
    urlencoded({ extended: false }),
    answering(world, (request) => () => issueToken(world, request)),
  );
  app.use(fhir, json({ limit: '20mb', strict: false, type: ['application/json', 'application/fhir+json', patchType] }));
  addFhirRoutes(app, world);
  addRoutesBeside(app, world, products);
  app.use(
    answering(
      world,
      () => () => refuse(404, refusal('not-supported', 'Simulator: alamat ini tidak ditirukan (simulasi) / this address is not simulated')),
    ),
  );
  app.use(answerBrokenBody);
  return app;
}

function addFhirRoutes(app: Express, world: World): void {
  app.post(
    [fhir, `${fhir}/`],
    signedRoute(world, (call) => submitTransaction(world, call)),
  );
  app.get(`${fhir}/metadata`, signedRoute(world, metadata));
  app.get(
    `${fhir}/Patient`,
    signedRoute(world, (call) => findPatients(world, call)),
  );
  app.post(
    `${fhir}/Patient`,
    signedRoute(world, (call) => createPatient(world, call)),
  );
  app.get(
    `${fhir}/Patient/:id`,
    signedRoute(world, (_call, request) => readPatient(world, parameter(request, 'id'))),
  );
  app.patch(
    `${fhir}/Patient/:id`,
    signedRoute(world, (call, request) => patchPatient(world, parameter(request, 'id'), call)),
  );
  app.get(
    `${fhir}/Practitioner`,
    signedRoute(world, (call) => findPractitioners(world, call)),
  );
  app.get(
    `${fhir}/Practitioner/:id`,
    signedRoute(world, (_call, request) => readPractitioner(world, parameter(request, 'id'))),
  );
  for (const type of storedTypes) addTypeRoutes(app, world, type);
}

function addTypeRoutes(app: Express, world: World, type: string): void {
  const [all, one] = [`${fhir}/${type}`, `${fhir}/${type}/:id`];
  app.get(
    all,
    signedRoute(world, (call) => searchResources(world, type, call)),
  );
  app.post(
    all,
    signedRoute(world, (call) => createResource(world, type, call)),
  );
  app.get(
    one,
    signedRoute(world, (_call, request) => readResource(world, type, parameter(request, 'id'))),
  );
  app.patch(
    one,
    signedRoute(world, (call, request) => patchResource(world, type, parameter(request, 'id'), call)),
  );
  app.put(
    one,
    signedRoute(world, (call, request) => replaceResource(world, type, parameter(request, 'id'), call)),
  );
}

function issueToken(world: World, request: Request): Answer {
  const grant = new URL(request.originalUrl, 'http://simulasi').searchParams.get('grant_type');
  if (grant !== 'client_credentials') return { status: 400, body: { ErrorCode: 'invalid_request', Error: 'Required param : grant_type' } };
  const body: unknown = request.body;
  const form = isJsonObject(body) ? body : {};
  return world.tokens.request(textAt(form, 'client_id') ?? '', textAt(form, 'client_secret') ?? '', world.now().getTime());
}

function metadata(): Answer {
  const body = {
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    software: { name: 'Titian simulasi' },
  };
  return { status: 200, body };
}

function parameter(request: Request, name: string): string {
  const value: unknown = request.params[name];
  return typeof value === 'string' ? value : '';
}

/** A body that is no JSON is rule 20006; a body that is too large is plain text; anything else is our own fault and says so. */
const answerBrokenBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = statusOf(error);
  if (status === 413) response.status(413).type('text/plain').send('Payload Too Large');
  else if (status === 400 || isTooDeep(error))
    response.status(400).json(outcome('structure', 'Invalid JSON Payload Format (RuleNumber: 20006)'));
  else response.status(500).json(outcome('exception', 'An unexpected internal error has occurred.'));
};

/** Lists in lists without end: no reader of such a body would get to its bottom. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

function outcome(code: string, text: string): JsonObject {
  return toOperationOutcome([refusal(code, text)]);
}

/** The status a body parser puts on its errors. */
function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
