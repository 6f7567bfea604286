import { Router, json, type Request } from 'express';
import { faultKinds } from './faults/fault-kinds.ts';
import type { StoredRecord } from './resource-store.ts';
import { identifierKeysOf } from './search-keys.ts';
import type { World } from './world.ts';

/** Admin views for tests and for whoever watches a demo; never struck by faults, bound to this machine like everything else. */
export function createSandboxRouter(world: World): Router {
  const router = Router();
  router.use(json());
  router.use((_request, _response, next) => {
    world.late.runDue();
    next();
  });
  router.get('/state', (_request, response) => {
    response.json(state(world));
  });
  router.get('/resources', (request, response) => {
    response.json(resources(world, request));
  });
  router.get('/duplicates', (_request, response) => {
    response.json(duplicates(world));
  });
  addFaultRoutes(router, world);
  addClockRoutes(router, world);
  addSettingsRoutes(router, world);
  return router;
}

function addFaultRoutes(router: Router, world: World): void {
  router.get('/faults', (_request, response) => {
    response.json({ lingkungan: 'simulasi', faults: world.faults.list() });
  });
  router.post('/faults', (request, response) => {
    const body: unknown = request.body;
    const results = (Array.isArray(body) ? body : [body]).map((spec: unknown) => world.faults.add(spec));
    const wrong = results.some((result) => 'wrong' in result);
    response.status(wrong ? 400 : 201).json({ lingkungan: 'simulasi', faults: results });
  });
  router.get('/fault-kinds', (_request, response) => {
    response.json({ lingkungan: 'simulasi', kinds: faultKinds });
  });
  router.patch('/faults/:id', (request, response) => {
    const changed = world.faults.change(request.params.id, request.body);
    if (changed === undefined) response.status(404).json({ lingkungan: 'simulasi', wrong: 'gangguan tidak ada / no such fault' });
    else response.status('wrong' in changed ? 400 : 200).json({ lingkungan: 'simulasi', faults: [changed] });
  });
  router.delete('/faults{/:id}', (request, response) => {
    const id: unknown = request.params.id;
    world.faults.clear(typeof id === 'string' ? id : undefined);
    response.json({ lingkungan: 'simulasi', faults: world.faults.list() });
  });
}

function addSettingsRoutes(router: Router, world: World): void {
  router.get('/settings', (_request, response) => {
    response.json({ lingkungan: 'simulasi', ...world.settings.toJson() });
  });
  router.post('/settings', (request, response) => {
    const refused = world.settings.change(request.body);
    response.status(refused === undefined ? 200 : 400).json({ lingkungan: 'simulasi', ...(refused ?? world.settings.toJson()) });
  });
}

function addClockRoutes(router: Router, world: World): void {
  const clock = (): object => ({ lingkungan: 'simulasi', now: world.now().toISOString(), menunggu: world.late.pending });
  router.get('/clock', (_request, response) => {
    response.json(clock());
  });
  router.post('/clock', async (request, response) => {
    const refused = world.clock.change(request.body);
    world.late.runDue();
    await world.journal.settled();
    response.status(refused === undefined ? 200 : 400).json({ ...clock(), ...refused });
  });
  router.post('/reset', async (_request, response) => {
    await world.reset();
    response.json(state(world));
  });
}

function state(world: World): object {
  return {
    lingkungan: 'simulasi',
    counts: world.store.countsPerType(),
    people: world.people.size,
    clients: world.tokens.clientIds,
    tokens: world.tokens.liveTokens(world.now().getTime()),
    requests: Object.fromEntries([...world.tally.entries()].sort()),
    journal: { durable: world.journal.durable, bytes: world.journal.bytes, ...world.journal.counts },
    faults: world.faults.list().map(({ id, kind, hits, timesLeft }) => ({ id, kind, hits, timesLeft })),
    settings: world.settings.toJson(),
    clock: { now: world.now().toISOString(), menunggu: world.late.pending },
  };
}

/** `?type=Encounter&limit=&offset=&full=1`: what is stored, oldest first; what the district's file brought along is left out of `written=1`. */
function resources(world: World, request: Request): object {
  const query = new URL(request.originalUrl, 'http://simulasi').searchParams;
  const [offset, limit] = [Number(query.get('offset') ?? 0) || 0, Number(query.get('limit') ?? 0) || Number.MAX_SAFE_INTEGER];
  const all = world.store
    .all(query.get('type') ?? undefined)
    .filter((record) => query.get('written') === null || record.place !== undefined);
  const page = all.slice(offset, offset + limit);
  return {
    lingkungan: 'simulasi',
    total: all.length,
    resources: page.map((record) => ({ ...view(record), ...(query.get('full') === null ? {} : { resource: world.store.read(record) }) })),
  };
}

function view(record: StoredRecord): object {
  const reference = (key: string): string | undefined => record.keys.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1);
  return {
    type: record.type,
    id: record.id,
    versionId: record.versionId,
    lastUpdated: record.lastUpdated,
    organization: record.organization,
    identifiers: identifierKeysOf(record.keys),
    subject: reference('subject'),
    encounter: reference('encounter'),
    status: reference('status'),
    instant: record.instant,
  };
}

/** What is there more than once: by identifier (which rule 20002 forbids), and by content under different identifiers. */
function duplicates(world: World): object {
  const byIdentifier = new Map<string, string[]>();
  const byContent = new Map<string, string[]>();
  for (const record of world.store.all()) {
    if (record.place === undefined) continue;
    for (const identifier of identifierKeysOf(record.keys)) gather(byIdentifier, `${record.type} ${identifier}`, record.id);
    gather(byContent, `${record.type} ${record.fingerprint}`, record.id);
  }
  const [identifiers, contents] = [repeated(byIdentifier, 'identifier'), repeated(byContent, 'content')];
  return { lingkungan: 'simulasi', total: identifiers.length + contents.length, byIdentifier: identifiers, byContent: contents };
}

function gather(groups: Map<string, string[]>, key: string, id: string): void {
  const ids = groups.get(key);
  if (ids === undefined) groups.set(key, [id]);
  else ids.push(id);
}

function repeated(groups: ReadonlyMap<string, readonly string[]>, word: string): readonly object[] {
  return [...groups]
    .filter(([, ids]) => ids.length > 1)
    .map(([key, ids]) => ({ type: key.split(' ')[0], [word]: key.slice(key.indexOf(' ') + 1), ids }));
}
