import { Router, type Response } from 'express';
import type { FacilityAsker, FacilityDesk, FacilityOrder } from '../facilities.ts';
import type { Checked } from '../fhir/checked.ts';
import { checkCredential } from './check-credential.ts';
import { createCheck, readJson } from './check-request.ts';
import { Refusal } from './refusal.ts';
import { holderOf } from './require-key.ts';
import { Type } from '@sinclair/typebox';

const orders: readonly FacilityOrder[] = ['pause', 'resume', 'revoke'];
const checkNothing = createCheck(Type.Object({}, { additionalProperties: false }), { isi: ['kosong', 'nothing'] });

/**
 * Routes of what puskesmas entered to be spoken for. Behind a key of `kredensial`, which bound to a puskesmas speaks for it, or of `operasi`,
 * which sees how all stand. Secrets come in and never go out.
 */
export function createFacilityRoutes(desk: FacilityDesk): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    response.json({ facilities: await desk.list(toAsker(response)) });
  });
  router.get('/:facility/history', async (request, response) => {
    response.json({ history: unlessRefused(await desk.history(request.params.facility, toAsker(response))) });
  });
  router.put('/:facility/credentials', async (request, response) => {
    const entry = checkCredential(await readJson(request));
    response.json(unlessRefused(await desk.enter(request.params.facility, entry, toAsker(response))));
  });
  for (const order of orders)
    router.post(`/:facility/${order}`, async (request, response) => {
      checkNothing(await readJson(request));
      response.json(unlessRefused(await desk.order(request.params.facility, order, toAsker(response))));
    });
  return router;
}

/** A key that is bound speaks for its puskesmas where it may; one that is not, for the dinkes. */
function toAsker(response: Response): FacilityAsker {
  const { submitter, within, scope = [] } = holderOf(response);
  if (within === undefined) return { by: submitter, as: scope.includes('operasi') ? 'dinas' : 'baca' };
  return { by: submitter, within, as: scope.includes('kredensial') ? 'puskesmas' : 'baca' };
}

const statuses: Readonly<Record<string, number>> = { security: 403, 'not-found': 404, conflict: 409 };

function unlessRefused<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Refusal(statuses[checked.issues[0]?.type ?? ''] ?? 400, checked.issues);
}
