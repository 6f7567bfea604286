import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bundle, Encounter, Observation, Patient, Resource } from '@medplum/fhirtypes';
import type { Delivery, Preparation, UpstreamEntry } from '../../../src/platforms/platform.ts';
import type { SubjectState } from '../../../src/platforms/subject.ts';
import { createFhirServer } from '../../../src/platforms/fhir-server/index.ts';
import { nakesState, patientState, placeState, visitState, type VisitState } from '../satusehat/a-subject.ts';
import { aCode, aVisit, aWeight } from '../../map/bundle/a-visit.ts';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import { aForeignServer, type ForeignServer } from './a-fhir-server.ts';

let server: ForeignServer;
let known: Map<string, UpstreamEntry>;

beforeEach(async () => {
  server = await aForeignServer();
  known = new Map();
});
afterEach(() => server.close());

const platform = (identity: 'lengkap' | 'samar' = 'samar') =>
  createFhirServer({ environment: 'simulasi', url: server.url, authorization: undefined, identity, timeoutMs: 5000 });

interface Walked {
  readonly last: Preparation | Delivery;
  readonly sent: number;
}

/** Goes on as the worker does until nothing follows. */
async function walk(subject: SubjectState, { reconcile = false, identity = 'samar' }: Walking = {}): Promise<Walked> {
  let doubt = reconcile;
  for (let sent = 0; sent < 5; sent += 1) {
    const next = platform(identity).prepare(subject, known, { reconcile: doubt }, new Date('2025-08-13T00:00:00Z'));
    if (next.do !== 'send') return { last: next, sent };
    const delivery = await platform(identity).send(next.message, subject, AbortSignal.timeout(5000));
    if (!learn(delivery)) return { last: delivery, sent: sent + 1 };
    doubt = false;
  }
  throw new Error('never comes to rest');
}

interface Walking {
  readonly reconcile?: boolean;
  readonly identity?: 'lengkap' | 'samar';
}

/** True where another message follows at once. */
function learn(delivery: Delivery): boolean {
  if (delivery.kind !== 'accepted') return false;
  for (const entry of delivery.upstream) known.set(entry.ref, entry);
  return delivery.then.do === 'continue';
}

async function sendParents(identity: 'lengkap' | 'samar' = 'samar'): Promise<void> {
  for (const subject of [placeState, nakesState, patientState]) await walk(subject, { identity });
}

const settled = { last: { kind: 'accepted', then: { do: 'settle' } } };
const weights = async (): Promise<readonly (number | undefined)[]> =>
  ((await server.all('Observation')) as readonly Observation[]).map(({ valueQuantity }) => valueQuantity?.value);

/** The same visit with other facts: a later version of it. */
function versionOf(
  elements: Parameters<typeof aVisit>[0] extends infer O ? (O extends { elements?: infer E } ? E : never) : never,
): VisitState {
  const before = visitState();
  const bundle: Bundle = toBundle(aVisit({ elements, visit: { service: 'posyandu-balita' } }));
  return { ...before, version: 2, bundle };
}

describe('a FHIR server that is not ours', () => {
  test('holds a visit with everything it leans on, each reference leading to a resource that is there', async () => {
    await sendParents();
    expect(await walk(visitState())).toMatchObject({ ...settled, sent: 1 });
    const types = ['Organization', 'Location', 'Patient', 'Encounter', 'Observation', 'Procedure'] as const;
    const held = (await Promise.all(types.map((type) => server.all(type)))).flat();
    const there = new Set(held.map(({ resourceType, id }) => `${resourceType}/${String(id)}`));
    const references = [...JSON.stringify(held).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(references.length).toBeGreaterThan(8);
    expect(references.filter((reference) => !there.has(reference))).toEqual([]);
    expect((await server.all('Encounter')) as readonly Encounter[]).toMatchObject([{ status: 'finished', class: { code: 'AMB' } }]);
  });

  test('takes the same message twice without doing anything twice', async () => {
    await sendParents();
    await walk(visitState());
    const before = (await server.all('Observation')).length;
    known.delete(`visit/${visitState().visit.id}`);
    expect(await walk(visitState())).toMatchObject({ ...settled, sent: 1 });
    expect(await server.all('Encounter')).toHaveLength(1);
    expect(await server.all('Observation')).toHaveLength(before);
  });

  test('is not asked again where nothing changed', async () => {
    await sendParents();
    await walk(visitState());
    for (const subject of [placeState, patientState, visitState()])
      expect(await walk(subject)).toMatchObject({ last: { do: 'settled' }, sent: 0 });
  });

  test('follows a correction under the same ids, and loses what the visit has no more', async () => {
    await sendParents();
    await walk(visitState());
    const [encounter] = await server.all('Encounter');
    expect(await walk(versionOf([aWeight(11_800)]))).toMatchObject(settled);
    expect(await server.all('Encounter')).toMatchObject([{ id: encounter?.id }]);
    expect(await weights()).toEqual([11.8]);
    expect(await server.all('Procedure')).toEqual([]);
  });

  test('keeps a visit that was taken back as an error', async () => {
    await sendParents();
    await walk(visitState());
    expect(await walk(visitState({ retracted: true }))).toMatchObject(settled);
    const statuses = [...(await server.all('Encounter')), ...(await server.all('Observation'))].map((one) => (one as Encounter).status);
    expect(new Set(statuses)).toEqual(new Set(['entered-in-error']));
  });

  test('hears nothing of a visit that was taken back before it was sent', async () => {
    await sendParents();
    expect(await walk(visitState({ retracted: true }))).toMatchObject({ last: { do: 'settled' }, sent: 0 });
  });

  test.each(['lost-before', 'lost-after'] as const)('answer %s: looked for, then there once', async (fault) => {
    await sendParents();
    server.faults.push(fault);
    expect(await walk(visitState())).toMatchObject({ last: { kind: 'unknown', quiet: true } });
    expect(await walk(visitState(), { reconcile: true })).toMatchObject({ ...settled, sent: 2 });
    expect(await server.all('Encounter')).toHaveLength(1);
    expect(await weights()).toHaveLength(1);
  });

  test('what arrived of a lost version and is gone since is found and deleted', async () => {
    await sendParents();
    server.faults.push('lost-after');
    await walk(versionOf([aWeight(11_400), aCode('vitamin-a', 'merah')]));
    expect(await server.all('Procedure')).toHaveLength(1);
    expect(await walk(versionOf([aWeight(11_400)]), { reconcile: true })).toMatchObject(settled);
    expect(await server.all('Procedure')).toEqual([]);
  });

  test('shows neither name nor NIK unless it is told to', async () => {
    await sendParents();
    const [masked] = (await server.all('Patient')) as readonly Patient[];
    expect(JSON.stringify(masked)).not.toContain(patientState.person.nik ?? '?');
    expect(masked?.name).toBeUndefined();
    known.clear();
    await sendParents('lengkap');
    const all = (await server.all('Patient')) as readonly Patient[];
    expect(all).toHaveLength(1);
    expect(all[0]?.name?.[0]?.text).toBe(patientState.person.name);
  });

  test('waits for place and person: a conditional reference to nothing fails the whole', () => {
    expect(platform().prepare(visitState(), new Map(), { reconcile: false }, new Date())).toMatchObject({
      do: 'wait',
      reason: 'menunggu-induk',
    });
  });

  test.each([
    [429, { kind: 'deferred', platformWide: true }],
    [500, { kind: 'unknown', quiet: true }],
  ] as const)('an answer %s is sorted', async (status, expected) => {
    server.faults.push(status);
    expect((await walk(placeState)).last).toMatchObject(expected);
  });

  test('a refusal names the entry and quotes nothing', async () => {
    await sendParents();
    const broken = visitState();
    const entry = (broken.bundle as Bundle).entry?.map(({ resource, ...rest }) =>
      resource?.resourceType === 'Observation'
        ? { ...rest, resource: { ...resource, status: 42 } as unknown as Resource }
        : { ...rest, resource },
    );
    const { last } = await walk({ ...broken, bundle: { ...(broken.bundle as Bundle), entry } });
    // Its memory keeps no transaction: what stands there of the refused whole is found by its tag before it is sent again.
    expect(last).toMatchObject({ kind: 'rejected', refusedEntries: [], outcome: [{ code: 'fhir-server-400' }] });
    expect(JSON.stringify((last as { outcome: unknown }).outcome)).not.toContain('42');
  });
});

test('two visits that are looked for at once have two names, for no two visits may have one', async () => {
  const names = await Promise.all(
    ['kunjungan-a', 'kunjungan-b'].map(async (id) => {
      const subject = visitState({ visit: { ...visitState().visit, id } });
      const look = platform().prepare(subject, new Map(), { reconcile: true }, new Date('2025-08-13T00:00:00Z'));
      if (look.do !== 'send') throw new Error('nothing is looked for');
      const found = await platform().send(look.message, subject, AbortSignal.timeout(5000));
      return found.kind === 'accepted' ? found.upstream.find(({ ref }) => ref === `visit/${id}`)?.platformId : undefined;
    }),
  );
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(2);
});
