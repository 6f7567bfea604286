import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aSandbox, type Sandbox } from '../simulator/a-sandbox.ts';
import { aFrontDoor, aSatusehat, type FrontDoor } from './a-front-door.ts';

const mother = '6474995003979602';
const ownNik = '6474994207259603';

const header = 'NIK;NIK Ibu;Nama Bayi;Tgl Lahir;JK;Kembar ke;Unit;Tanggal;BB Lahir;KN;BB;Meninggal;Kode Wilayah;RT;RW';
const row = (name: string, order: string, rest: string, { own = '', sex = 'P', nikIbu = mother } = {}): string =>
  `${own};${nikIbu};${name};02/07/2025;${sex};${order};Puskesmas Bengkuring;${rest};6472991001;002;05`;
const first = (rest: string): string => row('By. Ny. Sri I', '1', rest);
const second = (rest: string): string => row('By. Ny. Sri II', '2', rest, { sex: 'L' });

interface Child {
  readonly id: string;
  readonly multipleBirthInteger: number;
}

interface Encounter {
  readonly id: string;
  readonly subject: { readonly reference: string };
  readonly period: { readonly start: string };
}

/** A district whose SATUSEHAT knows the mother, and none of her children. */
interface District {
  readonly door: FrontDoor;
  readonly sandbox: Sandbox;
}

async function aDistrict(): Promise<District> {
  const people = join(await mkdtemp(join(tmpdir(), 'titian-orang-')), 'orang.json');
  await writeFile(people, JSON.stringify({ pasien: [{ nik: mother, nama: 'Sri Wahyuni', lahir: '1997-03-10', jk: 'P' }] }));
  const sandbox = await aSandbox({ people: [people] });
  const door = await aFrontDoor((clock) => {
    sandbox.clock.now = clock.now;
    return aSatusehat(sandbox.simulator.url, clock);
  });
  return { door, sandbox };
}

async function handIn({ door, sandbox }: District, moment: string, rows: readonly string[]): Promise<void> {
  door.at(moment);
  const answer = await door.handIn('kunjungan-bayi', `${[header, ...rows].join('\r\n')}\r\n`);
  expect(answer.rows?.filter(({ status }) => status === 'quarantined')).toEqual([]);
  sandbox.clock.now = door.clock.now;
  await door.deliver();
}

async function written<T>({ sandbox }: District, type: string): Promise<readonly T[]> {
  const { data } = await sandbox.http.get<{ resources: readonly { resource: T }[] }>(`/_sandbox/resources?type=${type}&full=1&written=1`);
  return data.resources.map(({ resource }) => resource);
}

/** The numbers of the mother's children there, by their order of birth. */
async function childrenOf({ sandbox }: District): Promise<Readonly<Record<number, string>>> {
  const http = await sandbox.signedIn();
  const identifier = encodeURIComponent(`https://fhir.kemkes.go.id/id/nik-ibu|${mother}`);
  const { data } = await http.get<{ entry?: readonly { resource: Child }[] }>(`/Patient?identifier=${identifier}&birthdate=2025-07-02`);
  const children = (data.entry ?? []).map(({ resource }) => resource);
  expect(new Set(children.map(({ id }) => id)).size).toBe(children.length);
  return Object.fromEntries(children.map(({ multipleBirthInteger, id }) => [multipleBirthInteger, id]));
}

/** Days of the visits that stand under a number there. */
async function daysOf(district: District, id: string | undefined): Promise<readonly string[]> {
  const encounters = await written<Encounter>(district, 'Encounter');
  return encounters
    .filter(({ subject }) => subject.reference === `Patient/${id ?? ''}`)
    .map(({ period }) => period.start.slice(0, 10))
    .sort();
}

const outcomesOf = ({ door: { store } }: District) => store.owed.visitOutcomes(store.db, 'satusehat');
/** How often it was asked about people, and told of them, by method and path. */
async function patientCallsOf({ sandbox }: District): Promise<Readonly<Record<string, number>>> {
  const { data } = await sandbox.http.get<{ requests: Readonly<Record<string, number>> }>('/_sandbox/state');
  return Object.fromEntries(Object.entries(data.requests).filter(([call]) => call.includes('/Patient')));
}

describe('twins without a NIK at SATUSEHAT', () => {
  let district: District;
  let twins: Readonly<Record<number, string>> = {};

  beforeAll(async () => {
    district = await aDistrict();
    await handIn(district, '2025-07-03T09:00:00Z', [first('03/07/2025;2300;KN1;;'), second('03/07/2025;2450;KN1;;')]);
    twins = await childrenOf(district);
  }, 60_000);

  afterAll(() => district.sandbox.simulator.stop());

  test('are registered by the mother’s NIK as two, of order 1 and 2, and each has its KN1', async () => {
    expect(Object.keys(twins)).toEqual(['1', '2']);
    for (const id of Object.values(twins)) expect(await daysOf(district, id)).toEqual(['2025-07-03']);
    expect(await outcomesOf(district)).toMatchObject({ delivered: 2, held: 0, waiting: 0 });
  });

  test('are not looked for again at KN2', async () => {
    const before = await patientCallsOf(district);
    await handIn(district, '2025-07-08T09:00:00Z', [first('08/07/2025;;KN2;2,35;'), second('08/07/2025;;KN2;2,5;')]);
    for (const id of Object.values(twins)) expect(await daysOf(district, id)).toEqual(['2025-07-03', '2025-07-08']);
    expect(await patientCallsOf(district)).toEqual(before);
  });

  test('of whom one died leave nothing owed of it but the contact that told', async () => {
    await handIn(district, '2025-07-22T09:00:00Z', [second('21/07/2025;;;;20/07/2025')]);
    expect(await outcomesOf(district)).toMatchObject({ held: 0, waiting: 0, rejected: 0, underway: 0 });
    const { door } = district;
    door.at('2025-08-19T09:00:00Z');
    await door.deliver();
    expect(await daysOf(district, twins[2])).toEqual(['2025-07-03', '2025-07-08', '2025-07-21']);
  });

  test('of whom one gets a NIK and a name keep the number; no visit is sent again', async () => {
    const before = await written(district, 'Encounter');
    await handIn(district, '2025-08-20T09:00:00Z', [row('Nayla Putri', '1', '20/08/2025;;;3,9;', { own: ownNik })]);
    expect(await childrenOf(district)).toEqual(twins);
    expect(await daysOf(district, twins[1])).toEqual(['2025-07-03', '2025-07-08', '2025-08-20']);
    expect((await written(district, 'Encounter')).slice(0, before.length)).toEqual(before);
    expect(await outcomesOf(district)).toMatchObject({ delivered: 6, held: 0, waiting: 0, rejected: 0, underway: 0 });
  });
});
