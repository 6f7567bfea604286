import { Type } from '@sinclair/typebox';
import { Router } from 'express';
import type { DeliveryDesk } from '../deliveries.ts';
import { createCheck, readJson } from './check-request.ts';
import { toAsker, unlessRefused } from './list-query.ts';
import { holderOf } from './require-key.ts';

const state = Type.Union([Type.Literal('open'), Type.Literal('closed')]);

const checkQuery = createCheck(Type.Object({ state: Type.Optional(state) }, { additionalProperties: false }), {
  state: ['open atau closed', 'open or closed'],
});

/** Checks what a person says of something at a platform. */
export const checkNote = createCheck(
  Type.Object({ note: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) }, { additionalProperties: false }),
  { note: ['catatan, paling banyak 2000 huruf', 'a note of at most 2000 characters'] },
);

/** Routes of incidents: what is open (`?state=closed`: what was closed), one of them with its messages, and closing one. Behind a key of operations. */
export function createIncidentRoutes(desk: DeliveryDesk): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const { state: asked = 'open' } = checkQuery({ ...request.query });
    response.json({ incidents: unlessRefused(await desk.incidents({ states: [asked] }, toAsker(holderOf(response)))) });
  });
  router.get('/:id', async (request, response) => {
    const found = unlessRefused(
      await desk.incidents({ states: ['open', 'closed'], id: toId(request.params.id) }, toAsker(holderOf(response))),
    );
    response.status(found.length === 0 ? 404 : 200).json({ incidents: found });
  });
  router.post('/:id/close', async (request, response) => {
    const { note } = checkNote(await readJson(request));
    response.json(unlessRefused(await desk.closeIncident(toId(request.params.id), { asker: toAsker(holderOf(response)), note })));
  });
  return router;
}

/** What is no id of ours is nobody's. */
function toId(text: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : '00000000-0000-0000-0000-000000000000';
}
