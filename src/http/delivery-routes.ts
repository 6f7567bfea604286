import { Router } from 'express';
import type { Asker, DeliveryDesk, PlatformOrder } from '../deliveries.ts';
import type { Checked } from '../fhir/checked.ts';
import { checkNote } from './incident-routes.ts';
import { checkOrder } from './check-order.ts';
import { readJson } from './check-request.ts';
import { checkFilter, checkRedriveQuery, readGroupsQuery, readItemsQuery } from './queue-filter.ts';
import { Refusal } from './refusal.ts';
import { holderOf, type KeyHolder } from './require-key.ts';

/** Routes of what is owed and not on its way: by cause, one by one, and trying it again. Behind a key of operations. */
export function createDeliveryRoutes(desk: DeliveryDesk): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    response.json({ groups: unlessRefused(await desk.groups(readGroupsQuery(request), toAsker(holderOf(response)))) });
  });
  router.get('/items', async (request, response) => {
    const { filter, ...paging } = readItemsQuery(request);
    response.json(unlessRefused(await desk.items(filter, paging, toAsker(holderOf(response)))));
  });
  router.post('/redrive', async (request, response) => {
    const flag = checkRedriveQuery({ ...request.query })['dry-run'];
    const dryRun = flag !== undefined && flag !== 'false' && flag !== '0';
    const filter = checkFilter(await readJson(request));
    response.json(unlessRefused(await desk.redrive(filter, { asker: toAsker(holderOf(response)), dryRun })));
  });
  router.post('/:id/done', async (request, response) => {
    const { note } = checkNote(await readJson(request));
    response.json(unlessRefused(await desk.markDone(request.params.id, { asker: toAsker(holderOf(response)), note })));
  });
  return router;
}

const orders: readonly PlatformOrder[] = ['pause', 'resume', 'drain'];
/** Routes of platforms: how the way out to each stands, and telling it to pause, to drain or to go on. Behind a key of operations. */
export function createPlatformRoutes(desk: DeliveryDesk): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    response.json({ platforms: await desk.platforms(toAsker(holderOf(response))) });
  });
  for (const order of orders)
    router.post(`/:name/${order}`, async (request, response) => {
      const told = { asker: toAsker(holderOf(response)), ...checkOrder(await readJson(request)) };
      response.json(unlessRefused(await desk.order(request.params.name, order, told)));
    });
  return router;
}

function toAsker({ submitter, within }: KeyHolder): Asker {
  return { by: submitter, ...(within === undefined ? {} : { within }) };
}

const statuses: Readonly<Record<string, number>> = { security: 403, 'not-found': 404 };

function unlessRefused<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Refusal(statuses[checked.issues[0]?.type ?? ''] ?? 400, checked.issues);
}
