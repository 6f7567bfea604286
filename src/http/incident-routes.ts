import { Type } from '@sinclair/typebox';
import { Router } from 'express';
import type { DeliveryDesk } from '../deliveries.ts';
import { createCheck, readJson } from './check-request.ts';
import { toAsker, unlessRefused } from './list-query.ts';
import { holderOf } from './require-key.ts';

const state = Type.Union([Type.Literal('open'), Type.Literal('closed')]);

const checkQuery = createCheck(
  Type.Object(
    {
      state: Type.Optional(state),
      after: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|1\\d\\d|200)$' })),
    },
    { additionalProperties: false },
  ),
  {
    state: ['open atau closed', 'open or closed'],
    after: ['nilai next dari halaman sebelumnya', 'the value next of the page before'],
    limit: ['1 sampai 200', '1 to 200'],
  },
);

/** Checks what a person says of something at a platform. */
export const checkNote = createCheck(
  Type.Object({ note: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) }, { additionalProperties: false }),
  { note: ['catatan, paling banyak 2000 huruf', 'a note of at most 2000 characters'] },
);

/** Routes of incidents: what is open (`?state=closed`: what was closed) page by page, one of them with its messages, and closing one. Behind a key of operations. */
export function createIncidentRoutes(desk: DeliveryDesk): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const { state: asked = 'open', limit = '50', after } = checkQuery({ ...request.query });
    const paging = { limit: Number(limit), ...(after === undefined ? {} : { after }) };
    response.json(unlessRefused(await desk.incidents({ states: [asked], ...paging }, toAsker(holderOf(response)))));
  });
  router.get('/:id', async (request, response) => {
    response.json(unlessRefused(await desk.incident(request.params.id, toAsker(holderOf(response)))));
  });
  router.post('/:id/close', async (request, response) => {
    const { note } = checkNote(await readJson(request));
    response.json(unlessRefused(await desk.closeIncident(request.params.id, { asker: toAsker(holderOf(response)), note })));
  });
  return router;
}
