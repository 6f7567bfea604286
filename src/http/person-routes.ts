import { Type } from '@sinclair/typebox';
import { Router } from 'express';
import type { Checked } from '../fhir/checked.ts';
import type { WhoIsWho } from '../identity-desk.ts';
import type { PersonAsker } from '../person-desk.ts';
import { createCheck, readJson } from './check-request.ts';
import { Refusal } from './refusal.ts';
import { holderOf, type KeyHolder } from './require-key.ts';

const checkPaging = createCheck(
  Type.Object(
    {
      state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('same'), Type.Literal('not-same')])),
      after: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|1\\d\\d|200)$' })),
    },
    { additionalProperties: false },
  ),
  {
    state: ['open, same atau not-same', 'open, same or not-same'],
    after: ['nilai next dari halaman sebelumnya', 'the value next of the page before'],
    limit: ['1 sampai 200', '1 to 200'],
  },
);

const id = Type.String({ pattern: '^[0-9A-Fa-f-]{36}$' });

const checkDecision = createCheck(
  Type.Object(
    {
      decision: Type.Union([Type.Literal('same'), Type.Literal('not-same'), Type.Literal('undo')]),
      why: Type.String({ minLength: 1, maxLength: 500 }),
      survivor: Type.Optional(id),
      force: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  {
    decision: ['same, not-same atau undo', 'same, not-same or undo'],
    why: ['alasan 1 sampai 500 huruf', 'a reason of 1 to 500 letters'],
    survivor: ['nomor orang yang dipertahankan', 'the id of the person to be kept'],
    force: ['true atau false', 'true or false'],
  },
);

/** Routes of people who may be one: the review list, and deciding a pair. Behind a key of operations or of a nakes; names are shown to a nakes only, who alone decides. */
export function createPersonRoutes(desk: WhoIsWho): Router {
  const router = Router();
  router.get('/reviews', async (request, response) => {
    const { state = 'open', limit = '50', after } = checkPaging({ ...request.query });
    const paging = { state, limit: Number(limit), ...(after === undefined ? {} : { after }) };
    response.json(unlessRefused(await desk.reviews(paging, toAsker(holderOf(response)))));
  });
  router.post('/reviews/:id', async (request, response) => {
    const { decision, why, survivor, force = false } = checkDecision(await readJson(request));
    const told = { is: decision, force, ...(survivor === undefined ? {} : { survivor }) };
    response.json(unlessRefused(await desk.decide(request.params.id, told, { asker: toAsker(holderOf(response)), why })));
  });
  addIdentityRoutes(router, desk);
  return router;
}

const checkIdentity = createCheck(
  Type.Object(
    {
      decision: Type.Union([Type.Literal('same'), Type.Literal('not-same')]),
      why: Type.String({ minLength: 1, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  { decision: ['same atau not-same', 'same or not-same'], why: ['alasan 1 sampai 500 huruf', 'a reason of 1 to 500 letters'] },
);

const checkNamed = createCheck(
  Type.Object(
    {
      person: id,
      platform: Type.String({ pattern: '^[a-z-]{1,40}$' }),
      platformId: Type.String({ pattern: '^[A-Za-z0-9.-]{1,64}$' }),
      why: Type.String({ minLength: 1, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  {
    person: ['nomor orang di sini', 'the id of the person here'],
    platform: ['nama platform', 'the name of the platform'],
    platformId: ['nomor catatan di platform', 'the number of the record at the platform'],
    why: ['alasan 1 sampai 500 huruf', 'a reason of 1 to 500 letters'],
  },
);

/** Records of a platform that may be a person's: the list, deciding one, and denying one that was adopted (`bukan orang yang sama`). */
function addIdentityRoutes(router: Router, desk: WhoIsWho): void {
  router.get('/identities', async (request, response) => {
    const { state = 'open', limit = '50', after } = checkPaging({ ...request.query });
    const paging = { state, limit: Number(limit), ...(after === undefined ? {} : { after }) };
    response.json(unlessRefused(await desk.identities(paging, toAsker(holderOf(response)))));
  });
  router.post('/identities/:id', async (request, response) => {
    const { decision, why } = checkIdentity(await readJson(request));
    response.json(unlessRefused(await desk.decideIdentity(request.params.id, decision, { asker: toAsker(holderOf(response)), why })));
  });
  router.post('/identities', async (request, response) => {
    const { why, ...record } = checkNamed(await readJson(request));
    response.json(unlessRefused(await desk.decideIdentity(record, 'not-same', { asker: toAsker(holderOf(response)), why })));
  });
}

function toAsker({ submitter, within, scope = [] }: KeyHolder): PersonAsker {
  return { by: submitter, names: scope.includes('nakes'), ...(within === undefined ? {} : { within }) };
}

const statuses: Readonly<Record<string, number>> = { security: 403, 'not-found': 404, conflict: 409, 'business-rule': 409 };

function unlessRefused<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Refusal(statuses[checked.issues[0]?.type ?? ''] ?? 400, checked.issues);
}
