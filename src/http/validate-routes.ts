import type { OperationOutcome } from '@medplum/fhirtypes';
import { Router, type Request, type Response } from 'express';
import type { Issue } from '../fhir/issue.ts';
import { toIssue } from '../validate/messages.ts';
import type { Validator } from '../validate/validator.ts';
import type { BackPressure } from './back-pressure.ts';
import { Refusal } from './refusal.ts';
import { judgeRequest } from './validation-desk.ts';
import { toValidationOutcome, type Language } from './validation-outcome.ts';
import { withBody } from './with-body.ts';

const bodyBytes = 64 * 1048576;
const limits = { bodyBytes, lineBytes: bodyBytes };
const contentTypes = ['application/fhir+json', 'application/json', 'text/json'];

/** What the routes of $validate stand on. */
export interface ValidationParts {
  readonly validator: Validator;
  readonly pressure: BackPressure;
}

/**
 * Routes of FHIR's `$validate` (R4, Resource-operation-validate), on the whole server and on a type. An invalid resource is 200 with errors in
 * the outcome: the operation itself succeeded. A body that is no JSON could not be validated and is 400 (R4 3.1.0.4.1), with the place of the fault.
 */
export function createValidateRoutes(parts: ValidationParts): Router {
  const router = Router();
  router.post('/$validate', async (request, response) => {
    await answer(request, response, parts);
  });
  router.post('/:type/$validate', async (request, response) => {
    const { type } = request.params;
    if (!isResourceType(parts.validator, type)) throw new Refusal(404, [unknownType]);
    await answer(request, response, parts, type);
  });
  return router;
}

async function answer(request: Request, response: Response, { validator, pressure }: ValidationParts, type?: string): Promise<void> {
  const language: Language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
  response.set({ 'content-language': language, vary: 'Accept-Language' });
  if (request.headers['content-type'] !== undefined && request.is(contentTypes) === false) throw new Refusal(415, [wrongContentType]);
  const work = (bytes: Uint8Array): Promise<void> => {
    const mode = queryTexts(request, 'mode').at(0);
    const judged = judgeRequest(validator, {
      bytes,
      profiles: queryTexts(request, 'profile'),
      ...(type !== undefined && { type }),
      ...(mode !== undefined && { mode }),
    });
    const status = judged.result.issues.some(({ code }) => code === 'json-syntax') ? 400 : 200;
    send(response, status, toValidationOutcome(judged, language));
    return Promise.resolve();
  };
  await withBody({ request, response, pressure, limits }, work).catch((fault: unknown) => {
    throw fault instanceof Refusal && fault.status === 413 ? new Refusal(413, [tooLarge], fault.headers) : fault;
  });
}

/** Any type R4 does not have is an error of its own, whatever else a resource lacks. */
function isResourceType(validator: Validator, type: string): boolean {
  return validator.validate({ resourceType: type }).resourceType === type;
}

function send(response: Response, status: number, outcome: OperationOutcome): void {
  response.status(status).type('application/fhir+json').send(JSON.stringify(outcome));
}

function queryTexts(request: Request, name: string): readonly string[] {
  const value = request.query[name];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}

const tooLarge = toIssue({
  ...{ code: 'text-too-large', severity: 'error', path: '', rule: '', expected: `${String(bodyBytes / 1048576)} MB`, came: undefined },
});

const wrongContentType: Issue = {
  severity: 'error',
  type: 'not-supported',
  code: 'jenis-isi-salah',
  text: 'Kirim resource sebagai JSON dengan kepala Content-Type: application/fhir+json.',
  diagnostics: 'Send the resource as JSON with the header Content-Type: application/fhir+json.',
};

const unknownType: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'jenis-resource-tidak-dikenal',
  text: 'R4 tidak mengenal jenis resource pada alamat ini. Pakai POST /fhir/$validate, atau periksa ejaan jenisnya, misalnya /fhir/Patient/$validate.',
  diagnostics:
    'R4 has no resource type of the name in this path. Use POST /fhir/$validate, or check the spelling, such as /fhir/Patient/$validate.',
};
