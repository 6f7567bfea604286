import { afterEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatorOptions } from '../../src/simulator/start-simulator.ts';
import { anEncounter, aSandbox, aVisit, nikSystem, type Sandbox } from './a-sandbox.ts';

const running: Sandbox[] = [];
const start = async (options: Partial<SimulatorOptions> = {}): Promise<Sandbox> => {
  const sandbox = await aSandbox(options);
  running.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.simulator.stop();
});
const state = async (sandbox: Sandbox): Promise<unknown> => (await sandbox.http.get<unknown>('/_sandbox/state')).data;

describe('the clock', () => {
  test('is moved on over HTTP, and tokens, dates and headers follow it', async () => {
    const sandbox = await start({ tokenSeconds: 3600 });
    const fhir = await sandbox.signedIn();
    const moved = await sandbox.http.post('/_sandbox/clock', { advanceSeconds: 3599 });
    const still = await fhir.get('/metadata');
    await sandbox.http.post('/_sandbox/clock', { advanceSeconds: 1 });
    const over = await fhir.get('/metadata');

    expect(moved.data).toMatchObject({ lingkungan: 'simulasi', now: '2025-08-15T00:59:59.000Z' });
    expect([still.status, still.headers['date'], over.status]).toEqual([200, 'Fri, 15 Aug 2025 00:59:59 GMT', 401]);
  });

  test('is set over HTTP and goes on from there', async () => {
    const sandbox = await start();
    await sandbox.http.post('/_sandbox/clock', { now: '2026-01-01T00:00:00Z' });
    sandbox.clock.now = new Date(sandbox.clock.now.getTime() + 60_000);

    expect((await sandbox.http.get('/_sandbox/clock')).data).toMatchObject({ now: '2026-01-01T00:01:00.000Z' });
  });

  test('brings a late commit about when it is moved, before it answers', async () => {
    const sandbox = await start();
    await sandbox.plan({ kind: 'late-commit', afterSeconds: 3600 });
    await (await sandbox.signedIn()).post('/', aVisit()).catch(() => undefined);
    const before = await state(sandbox);
    await sandbox.http.post('/_sandbox/clock', { advanceSeconds: 3600 });

    expect(before).toMatchObject({ clock: { menunggu: 1 } });
    expect(await state(sandbox)).toMatchObject({ counts: { Encounter: 1 }, clock: { menunggu: 0 } });
  });

  test('lets a baby of today grow too old for its mother’s NIK', async () => {
    const sandbox = await start();
    await sandbox.http.post('/_sandbox/clock', { advanceSeconds: 61 * 86_400 });
    const response = await (
      await sandbox.signedIn()
    ).post('/Patient', {
      resourceType: 'Patient',
      identifier: [{ system: `${nikSystem}-ibu`, value: '6472997009949514' }],
      name: [{ text: 'By. Ny. Mega' }],
      gender: 'male',
      birthDate: '2025-08-14',
      multipleBirthInteger: 0,
      address: [{ use: 'home' }],
    });

    expect([response.status, JSON.stringify(response.data)]).toEqual([400, expect.stringContaining('10397')]);
  });

  test.each([[{}], [{ now: 'besok' }], [{ advanceSeconds: '1' }], [{ advanceSeconds: 1e300 }], [[]]])(
    'cannot be moved by %j',
    async (given) => {
      const sandbox = await start();

      expect((await sandbox.http.post('/_sandbox/clock', given)).status).toBe(400);
      expect((await sandbox.http.get('/_sandbox/clock')).data).toMatchObject({ now: '2025-08-15T00:00:00.000Z' });
    },
  );
});

describe('kept in memory only', () => {
  test('everything works, nothing is written, and the next start knows nothing of it', async () => {
    const data = await mkdtemp(join(tmpdir(), 'titian-simulasi-'));
    const first = await start({ data, ephemeral: true });
    const fhir = await first.signedIn();
    const { data: created } = await fhir.post<{ id: string }>('/Encounter', anEncounter());
    const read = await fhir.get(`/Encounter/${created.id}`);
    await first.simulator.stop();
    const second = await start({ data, ephemeral: true });

    expect([read.status, read.data]).toMatchObject([200, { status: 'in-progress' }]);
    expect(await readdir(data)).toEqual([]);
    expect(await state(second)).toMatchObject({ journal: { durable: false }, counts: { Organization: 4 } });
  });
});

describe('a reset', () => {
  test.each([
    ['with a journal', {}],
    ['in memory', { ephemeral: true }],
  ])('begins anew %s: nothing written, no tokens, no faults, the clock as it came', async (_case, options) => {
    const sandbox = await start(options);
    const fhir = await sandbox.signedIn();
    await fhir.post('/', aVisit());
    await sandbox.plan({ kind: 'status' });
    await sandbox.http.post('/_sandbox/clock', { advanceSeconds: 60 });
    await sandbox.http.post('/_sandbox/settings', { koreksi: 'terima' });
    const { data }: { data: unknown } = await sandbox.http.post('/_sandbox/reset');
    const afterwards = [await fhir.get('/metadata'), await (await sandbox.signedIn()).post('/', aVisit())].map(({ status }) => status);

    expect(data).toMatchObject({
      lingkungan: 'simulasi',
      tokens: {},
      requests: {},
      faults: [],
      settings: { koreksi: { lain: 'tolak' } },
      clock: { now: '2025-08-15T00:00:00.000Z' },
    });
    expect((data as { counts: object }).counts).not.toHaveProperty('Encounter');
    expect(afterwards).toEqual([401, 200]);
  });

  test('outlives a restart, and so does what came after it', async () => {
    const before = await start();
    await (await before.signedIn()).post('/', aVisit('LAMA'));
    await before.http.post('/_sandbox/reset');
    await (await before.signedIn()).post('/', aVisit('BARU'));
    await before.simulator.stop();
    const after = await start({ data: before.data });
    const { data } = await after.http.get<{ resources: { identifiers: string[] }[] }>('/_sandbox/resources?type=Encounter');

    expect(existsSync(join(before.data, 'simulasi.ndjson'))).toBe(true);
    expect(data.resources.map(({ identifiers }) => identifiers[0]?.split('|')[1])).toEqual(['BARU']);
  });
});

test('the state says what is in force: tokens by client without their text, faults with their hits', async () => {
  const sandbox = await start();
  const fhir = await sandbox.signedIn();
  await sandbox.plan({ kind: 'status', status: 503, times: 2 });
  await fhir.get('/metadata');
  const told = await state(sandbox);

  expect(told).toMatchObject({
    lingkungan: 'simulasi',
    tokens: { 'simulasi-bengkuring': 1 },
    faults: [{ id: 'fault-1', kind: 'status', hits: 1, timesLeft: 1 }],
  });
  expect(JSON.stringify(told)).not.toContain(String(fhir.defaults.headers['authorization']).slice('Bearer '.length));
});

test('neither a folder nor memory is refused at the start', async () => {
  const { startSimulator } = await import('../../src/simulator/start-simulator.ts');

  await expect(startSimulator({})).rejects.toThrow('ephemeral');
});
