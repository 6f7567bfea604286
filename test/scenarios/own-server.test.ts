import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Observation } from '@medplum/fhirtypes';
import { createCatchUpJob } from '../../src/gateway/catch-up-job.ts';
import { createFhirServer } from '../../src/platforms/fhir-server/index.ts';
import { ownServer } from '../../src/platforms/own-server.ts';
import type { JobTurn } from '../../src/schedule/job.ts';
import type { VisitOutcomes } from '../../src/store/visit-outcomes.ts';
import { aForeignServer, type ForeignServer } from '../platforms/fhir-server/a-fhir-server.ts';
import { aSandbox, type Sandbox } from '../simulator/a-sandbox.ts';
import { aFrontDoor, aKenangaList, aSatusehat, type FrontDoor } from './a-front-door.ts';

interface Weighing {
  readonly status: string;
  readonly valueQuantity?: { readonly code?: string; readonly value?: number };
}

const raffa = (weight: string): string => `1;6472991805239511;RAFFA ADITYA;18/05/2023;L;Lestari;Hendra;003;07;12/08/2025;${weight};84,2;;`;
const withoutNik = (weight: string): string => `2;;SEKAR AYU;02/02/2024;P;Ratih;Joko;003;07;12/08/2025;${weight};78,0;;`;

describe('a district with a FHIR server of its own beside SATUSEHAT', () => {
  let sandbox: Sandbox;
  let server: ForeignServer;
  let door: FrontDoor;

  beforeAll(async () => {
    [sandbox, server] = await Promise.all([aSandbox(), aForeignServer()]);
    const own = createFhirServer({
      environment: 'simulasi',
      url: server.url,
      authorization: undefined,
      identity: 'samar',
      timeoutMs: 5000,
    });
    door = await aFrontDoor(
      (clock) => {
        sandbox.clock.now = clock.now;
        sandbox.clock = clock;
        return aSatusehat(sandbox.simulator.url, clock);
      },
      [own],
    );
  }, 60_000);

  afterAll(async () => {
    await sandbox.simulator.stop();
    await server.close();
  });

  const hear = async (...rows: readonly string[]): Promise<void> => {
    await door.handIn('posyandu-kenanga', aKenangaList('AGUSTUS 2025', ...rows));
    await door.deliver();
  };
  const outcomes = (platform: string): Promise<VisitOutcomes> => door.store.owed.visitOutcomes(door.store.db, platform);
  const weightsOf = (observations: readonly Weighing[]): readonly (number | undefined)[] =>
    observations
      .filter(({ status, valueQuantity }) => status !== 'entered-in-error' && valueQuantity?.code === 'kg')
      .map(({ valueQuantity }) => valueQuantity?.value)
      .sort();
  const weightsHere = async (): Promise<readonly (number | undefined)[]> =>
    weightsOf((await server.all('Observation')) as readonly Observation[]);
  const weightsThere = async (): Promise<readonly (number | undefined)[]> => {
    const { data } = await sandbox.http.get<{ resources: readonly { readonly resource: Weighing & { readonly resourceType: string } }[] }>(
      '/_sandbox/resources?full=1&written=1',
    );
    return weightsOf(data.resources.flatMap(({ resource }) => (resource.resourceType === 'Observation' ? [resource] : [])));
  };
  const tell = (mode: 'running' | 'paused', platform: string): Promise<void> =>
    door.store.transact((tx) => door.store.platformState.setPlatformState(tx, platform, { mode, by: 'petugas-uji', at: door.clock.now }));

  test('both hold the visit, and nothing of the server shows a name or NIK', async () => {
    await hear(raffa('11,4'));
    expect(await outcomes('satusehat')).toMatchObject({ delivered: 1 });
    expect(await outcomes(ownServer)).toMatchObject({ delivered: 1 });
    expect(await weightsThere()).toEqual([11.4]);
    expect(await weightsHere()).toEqual([11.4]);
    const kept = JSON.stringify([await server.all('Patient'), await server.all('Encounter'), await server.all('Observation')]);
    expect(kept).not.toMatch(/6472991805239511|raffa|lestari|hendra/i);
    expect(await server.all('Encounter')).toHaveLength(1);
  });

  test('a visit of somebody without NIK is at the server, and waits for SATUSEHAT', async () => {
    await hear(raffa('11,4'), withoutNik('9,8'));
    expect(await outcomes(ownServer)).toMatchObject({ delivered: 2, held: 0, waiting: 0 });
    expect(await outcomes('satusehat')).toMatchObject({ delivered: 1, waiting: 1, reasons: { 'tanpa-nik': 1 } });
    expect(await weightsHere()).toEqual([11.4, 9.8].sort());
  });

  test('a correction is owed to both; each takes it as it can', async () => {
    await hear(raffa('11,9'), withoutNik('9,8'));
    expect(await weightsHere()).toEqual([11.9, 9.8].sort());
    expect(await outcomes(ownServer)).toMatchObject({ delivered: 2 });
    // That SATUSEHAT changes an Observation was never seen, so it is for a person to correct there; that it is due is known.
    expect(await outcomes('satusehat')).toMatchObject({ held: 1, reasons: { 'koreksi-perlu-tangan': 1 } });
  });

  test('while one is paused the other goes on, and what waited goes when it runs again', async () => {
    await tell('paused', ownServer);
    await hear(raffa('11,9'), withoutNik('9,8'), '3;6472994302249512;NAURA KHALISA;03/02/2024;P;Dina;Rudi;003;07;12/08/2025;10,1;80,5;;');
    expect(await weightsThere()).toContain(10.1);
    expect(await weightsHere()).not.toContain(10.1);
    await tell('paused', 'satusehat');
    await tell('running', ownServer);
    await door.deliver();
    expect(await weightsHere()).toContain(10.1);
    expect(await outcomes(ownServer)).toMatchObject({ delivered: 3 });
  });
});

test('a server that came later is owed what was stored before it, once', async () => {
  const sandbox = await aSandbox();
  const door = await aFrontDoor((clock) => aSatusehat(sandbox.simulator.url, clock));
  await door.handIn('posyandu-kenanga', aKenangaList('AGUSTUS 2025', raffa('11,4'), withoutNik('9,8')));
  const store = { ...door.store, platforms: [ownServer, 'satusehat'] };
  const [job] = createCatchUpJob({ ...door.parts, store });
  const turn: JobTurn = {
    ...{ at: door.clock.now, leaseNo: 1, signal: AbortSignal.timeout(30_000), stillMine: () => true },
    transact: (work) => store.transact(work),
  };
  expect(await job?.run(turn)).toBe('2 kunjungan disusulkan');
  expect(await store.owed.visitOutcomes(store.db, ownServer)).toMatchObject({ underway: 2, held: 0 });
  expect(await job?.run(turn)).toBeUndefined();
  expect(createCatchUpJob(door.parts)).toEqual([]);
  await sandbox.simulator.stop();
});
