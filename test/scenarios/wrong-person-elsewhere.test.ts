import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Encounter, Observation, Patient } from '@medplum/fhirtypes';
import { createFhirServer } from '../../src/platforms/fhir-server/index.ts';
import { aForeignServer, type ForeignServer } from '../platforms/fhir-server/a-fhir-server.ts';
import { aSandbox, type Sandbox } from '../simulator/a-sandbox.ts';
import { aFrontDoor, aSatusehat, type FrontDoor } from './a-front-door.ts';

let sandbox: Sandbox;
let server: ForeignServer;
let door: FrontDoor;

beforeAll(async () => {
  [sandbox, server] = await Promise.all([aSandbox(), aForeignServer()]);
  const settings = { environment: 'simulasi', url: server.url, authorization: undefined, identity: 'samar', timeoutMs: 5000 } as const;
  door = await aFrontDoor((clock) => aSatusehat(sandbox.simulator.url, clock), [createFhirServer(settings)]);
}, 60_000);

afterAll(async () => {
  await sandbox.simulator.stop();
  await server.close();
});

const sheet = (who: string, readings: string): string =>
  [
    'No Kunjungan;NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik 1;Diastolik 1;Sistolik 2;Diastolik 2;Diagnosis;Pencatat',
    `P-12;${who};Posyandu Cempaka;14/07/2025;${readings};;Kader Ani`,
    '',
  ].join('\r\n');

test('a server of the district’s own holds the visit once, of the person the corrected sheet names, with nothing of the first one', async () => {
  for (const [moment, who, readings] of [
    ['2025-07-15T06:00:00Z', '6471995211989601;Sari Rahayu;12/11/1998;P', '110;70;112;72'],
    ['2025-07-16T06:00:00Z', '7414991104579604;La Ode Hamid;11/04/1957;L', '168;96;-;-'],
  ] as const) {
    door.at(moment);
    await door.handIn('posbindu-bernomor', sheet(who, readings));
    await door.deliver();
  }
  const people = (await server.all('Patient')) as readonly Patient[];
  const encounters = (await server.all('Encounter')) as readonly Encounter[];
  const observations = ((await server.all('Observation')) as readonly Observation[]).filter(({ status }) => status !== 'entered-in-error');
  const his = people
    .filter(({ birthDate, gender }) => gender === 'male' || birthDate === '1957-04-11')
    .map(({ id }) => `Patient/${String(id)}`);
  expect(his).toHaveLength(1);
  expect(encounters.map(({ subject }) => subject?.reference)).toEqual(his);
  expect(new Set(observations.map(({ subject }) => subject?.reference))).toEqual(new Set(his));
  const values = observations.flatMap(({ valueQuantity }) => (valueQuantity?.code === 'mm[Hg]' ? [valueQuantity.value ?? 0] : []));
  expect(values.sort()).toEqual([168, 96].sort());
});
