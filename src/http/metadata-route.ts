import { Router } from 'express';
import type { CapabilityStatement } from '@medplum/fhirtypes';

/**
 * `GET /metadata` (R4 3.1.0.9, capabilities): what this very server offers, told without a key. `statement` is that of the guide; which
 * environment answers is added.
 */
export function createMetadataRoute(statement: CapabilityStatement, environment: string): Router {
  const { id: _id, ...offered } = statement;
  const implementation = { description: `Titian, lingkungan ${environment}` };
  const text = JSON.stringify({ ...offered, kind: 'instance', implementation });
  const router = Router();
  router.get('/metadata', (_request, response) => {
    response.type('application/fhir+json').send(text);
  });
  return router;
}
