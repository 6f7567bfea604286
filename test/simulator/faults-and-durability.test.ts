// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AxiosInstance, AxiosResponse } from 'axios';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SimulatorOptions } from '../../src/simulator/start-simulator.ts';
import { anEncounter, aSandbox, aVisit, issuesOf, nikSystem, organization, textsOf, type Sandbox } from './a-sandbox.ts';

const running: Sandbox[] = [];
const start = async (options: Partial<SimulatorOptions> = {}): Promise<Sandbox> => {
  const sandbox = await aSandbox(options);
  running.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.simulator.stop();
});

const journalOf = (sandbox: Sandbox): string => join(sandbox.data, 'simulasi.ndjson');
const encountersOf = async (sandbox: Sandbox): Promise<number> =>
  ((await sandbox.http.get('/_sandbox/resources?type=Encounter')).data as { total: number }).total;
const transaction = { method: 'POST', path: '^/fhir-r4/v1/?$' };
const anyone = { params: { identifier: `${nikSystem}|6472991805239511` } };
const outcome = async (call: Promise<{ status: number }>): Promise<number | 'no answer'> =>
  call.then((response) => response.status).catch(() => 'no answer' as const);

describe('a planned fault', () => {
  test.each([
    ['500', { kind: 'status', status: 500 }, 500, 'Internal Server Error'],
    ['502', { kind: 'status', status: 502 }, 502, 'Bad Gateway'],
    ['503', { kind: 'status', status: 503 }, 503, 'no healthy upstream'],
    ['504', { kind: 'status', status: 504 }, 504, 'Gateway Timeout'],
    ['429', { kind: 'too-many-requests' }, 429, 'Too Many Requests'],
    ['403 as a page', { kind: 'html-403' }, 403, '<!doctype html>'],
  ])('answers %s once, stores nothing, and is gone', async (_case, fault, status, text) => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ ...fault, times: 1, match: transaction });
    const struck = await fhir.post('/', aVisit());
    const stored = await encountersOf(sandbox);
    const after = await fhir.post('/', aVisit());

    expect([struck.status, stored, after.status]).toEqual([status, 0, 200]);
    expect(String(struck.data)).toContain(text);
    expect(struck.headers['content-type']).toContain('text/');
  });

  test('429 names the seconds to wait only where told to', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'too-many-requests', times: 1, retryAfterSeconds: 7 }, { kind: 'too-many-requests', times: 1 });
    const waits = [await fhir.get('/Patient', anyone), await fhir.get('/Patient', anyone)].map(
      (response) => response.headers['retry-after'] as unknown,
    );

    expect(waits).toEqual(['7', undefined]);
  });

  test('500 on Patient comes as an OperationOutcome and leaves the rest alone', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'status', status: 500, asOutcome: true, match: { path: '/Patient' } });
    const [patient, visit] = [await fhir.get('/Patient', anyone), await fhir.post('/', aVisit())];

    expect([patient.status, visit.status]).toEqual([500, 200]);
    expect(textsOf(patient)).toEqual(['An unexpected internal error has occurred.']);
  });

  test('a token may expire midway; a fresh one opens again', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'expired-token', times: 1 });
    const statuses = [
      await fhir.post('/', aVisit()),
      await fhir.post('/', aVisit()),
      await (await sandbox.signedIn()).post('/', aVisit()),
    ].map((r) => r.status);

    // The fault struck the first call; the token stays expired for the second.
    expect(statuses).toEqual([401, 401, 200]);
  });

  test.each([
    ['before it is stored', 'lost-before-commit', 0, 200],
    ['after it is stored', 'lost-after-commit', 1, 400],
  ])('may lose the connection %s: sent again there is exactly one', async (_case, kind, stored, again) => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind, times: 1, match: transaction });
    const first = await outcome(fhir.post('/', aVisit()));
    const between = await encountersOf(sandbox);
    const second = await fhir.post('/', aVisit());

    expect([first, between, second.status, await encountersOf(sandbox)]).toEqual(['no answer', stored, again, 1]);
    expect((await sandbox.http.get('/_sandbox/duplicates')).data).toMatchObject({ total: 0 });
  });

  test('may leave the caller waiting until the caller gives up', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'lost-after-commit', hang: true, times: 1 });

    expect(await outcome(fhir.post('/', aVisit(), { timeout: 150 }))).toBe('no answer');
    expect(await encountersOf(sandbox)).toBe(1);
  });

  test('may cut an answer short although everything is stored', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'truncated-json', times: 1 });
    const { status, data }: AxiosResponse<unknown> = await fhir.post('/', aVisit(), {
      responseType: 'text',
      transformResponse: (text: string) => text,
    });

    expect(status).toBe(200);
    expect(() => JSON.parse(data as string) as unknown).toThrow();
    expect(await encountersOf(sandbox)).toBe(1);
  });

  test('with a probability strikes the same calls again under the same seed', async () => {
    const statuses = async (): Promise<number[]> => {
      const sandbox = await start();
      const fhir = await sandbox.signedIn();
      await sandbox.plan({ kind: 'status', status: 503, probability: 0.5, seed: 7, match: { path: '/metadata' } });
      const answers: number[] = [];
      for (let call = 0; call < 20; call += 1) answers.push((await fhir.get('/metadata')).status);
      return answers;
    };
    const [first, second] = [await statuses(), await statuses()];

    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(second).toEqual(first);
  });

  test('delay adds to another fault, and both are counted', async () => {
    const sandbox = await start({
      faults: [
        { kind: 'latency', delayMs: 1 },
        { kind: 'status', status: 502 },
      ],
    });
    const struck = await sandbox.http.get('/fhir-r4/v1/metadata');
    const { data }: AxiosResponse<unknown> = await sandbox.http.get('/_sandbox/faults');

    expect(struck.status).toBe(502);
    expect((data as { faults: { hits: number }[] }).faults.map((fault) => fault.hits)).toEqual([1, 1]);
  });

  test('can be taken back', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'html-403' });
    await sandbox.http.delete('/_sandbox/faults');

    expect((await fhir.get('/Patient', anyone)).status).toBe(200);
  });

  test.each([
    ['an unknown kind', { kind: 'gempa' }],
    ['a broken pattern', { kind: 'latency', match: { path: '(' } }],
  ])('with %s is refused', async (_case, fault) => {
    expect((await (await start()).plan(fault)).status).toBe(400);
  });
});

describe('what was answered', () => {
  const restart = async (sandbox: Sandbox): Promise<Sandbox> => {
    await sandbox.simulator.stop();
    return start({ data: sandbox.data });
  };

  test('is there after a restart: resources, their versions, tokens and registered people', async () => {
    const before = await start();
    const fhir = await before.signedIn();
    const created = (await fhir.post('/Encounter', anEncounter())).data as { id: string };
    await fhir.put(`/Encounter/${created.id}`, { ...anEncounter({ status: 'arrived' }), id: created.id });
    const patient = await fhir.post('/Patient', {
      resourceType: 'Patient',
      identifier: [{ system: nikSystem, value: '6472991303249609' }],
      name: [{ text: 'Rangga Mahesa' }],
      gender: 'male',
      birthDate: '2024-03-13',
      multipleBirthInteger: 0,
      address: [{ use: 'home' }],
    });
    const after = await restart(before);
    const sameToken = { headers: { authorization: String(fhir.defaults.headers['authorization']) } };
    const encounter = await after.http.get(`/fhir-r4/v1/Encounter/${created.id}`, sameToken);

    expect([encounter.status, encounter.data]).toMatchObject([200, { status: 'arrived' }]);
    expect((await after.http.get(`/fhir-r4/v1/Patient/${(patient.data as { id: string }).id}`, sameToken)).status).toBe(200);
    expect((await (await after.signedIn()).post('/Encounter', anEncounter())).status).toBe(400);
  });

  test('new ids after a restart are not those given before', async () => {
    const ids = async (fhir: AxiosInstance, name: string): Promise<string[]> =>
      ((await fhir.post('/', aVisit(name))).data as { entry: { response: { resourceID: string } }[] }).entry.map(
        (entry) => entry.response.resourceID,
      );
    const before = await start();
    const first = await ids(await before.signedIn(), 'A');
    const second = await ids(await (await restart(before)).signedIn(), 'B');

    expect(new Set([...first, ...second]).size).toBe(6);
  });

  test('a line torn by a power cut is dropped whole, and what came before it stands', async () => {
    const before = await start();
    const fhir = await before.signedIn();
    await fhir.post('/', aVisit('UTUH'));
    const whole = (await readFile(journalOf(before))).length;
    await fhir.post('/', aVisit('TERPOTONG'));
    await before.simulator.stop();
    await truncate(journalOf(before), whole + 200);
    const after = await start({ data: before.data });

    expect(after.simulator.opening.tornBytes).toBe(200);
    expect(await encountersOf(after)).toBe(1);
    expect((await (await after.signedIn()).post('/', aVisit('TERPOTONG'))).status).toBe(200);
  });

  test('a journal somebody changed in the middle stops the start', async () => {
    const before = await start();
    await (await before.signedIn()).post('/', aVisit());
    await before.simulator.stop();
    const text = await readFile(journalOf(before), 'utf8');
    await writeFile(journalOf(before), text.replace('{', '#'));
    await appendFile(journalOf(before), '{"line":"token"}\n');

    await expect(aSandbox({ data: before.data })).rejects.toThrow('damaged at byte 0');
  });

  test('many writers share a flush, and each is on the disk when answered', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => fhir.post('/', aVisit(`RAMAI-${String(index)}`))));
    const lines = (await readFile(journalOf(sandbox), 'utf8')).split('\n').filter((line) => line.includes('"line":"commit"'));
    const { journal } = (await sandbox.http.get('/_sandbox/state')).data as { journal: { syncs: number; lines: number } };

    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(lines).toHaveLength(100);
    expect(journal.syncs).toBeLessThan(journal.lines);
  });
});

describe('the admin views', () => {
  test('list what is stored with its identifiers', async () => {
    const sandbox = await start();
    await (await sandbox.signedIn()).post('/', aVisit());
    const { data }: AxiosResponse<unknown> = await sandbox.http.get('/_sandbox/resources?type=Encounter&full=1');

    expect(data).toMatchObject({
      total: 1,
      resources: [
        {
          identifiers: [`http://sys-ids.kemkes.go.id/encounter/${organization}|KUNJUNGAN-1`],
          subject: 'Patient/P99000000201',
          resource: { status: 'finished' },
        },
      ],
    });
  });

  test('show a visit sent twice under two numbers', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await fhir.post('/', aVisit('A'));
    await fhir.post('/', aVisit('B'));

    expect((await sandbox.http.get('/_sandbox/duplicates')).data).toMatchObject({
      total: 1,
      byIdentifier: [],
      byContent: [{ type: 'Encounter' }],
    });
  });

  test('count calls, to measure calls per visit', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await fhir.post('/', aVisit());
    await fhir.get('/Patient', anyone);

    expect((await sandbox.http.get('/_sandbox/state')).data).toMatchObject({
      requests: { 'POST oauth2/v1/accesstoken': 1, 'POST fhir-r4/v1': 1, 'GET fhir-r4/v1/Patient': 1 },
      counts: { Encounter: 1 },
    });
  });

  test('an address that is not simulated is a clear 404', async () => {
    const response = await (await start()).http.get('/kfa-v9/products');

    expect([response.status, issuesOf(response)[0]?.code]).toEqual([404, 'not-supported']);
  });
});
