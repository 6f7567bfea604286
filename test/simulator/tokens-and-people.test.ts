// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AxiosInstance, AxiosResponse } from 'axios';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aSandbox, anEncounter, issuesOf, nikSystem, textsOf, type Sandbox } from './a-sandbox.ts';

interface Found {
  total: number;
  entry?: {
    resource: {
      id: string;
      identifier: { system: string; value: string }[];
      name?: { text: string }[];
      gender?: string;
      birthDate?: string;
    };
  }[];
}

const found = (response: AxiosResponse): Found => response.data as Found;
const ids = (response: AxiosResponse): string[] => (found(response).entry ?? []).map((entry) => entry.resource.id);
const raffa = '6472991805239511';

let sandbox: Sandbox;
let fhir: AxiosInstance;
const ask = (type: string, params: Record<string, string>): Promise<AxiosResponse<unknown>> => fhir.get(`/${type}`, { params });

beforeAll(async () => {
  sandbox = await aSandbox({ tokenSeconds: 3600 });
  fhir = await sandbox.signedIn();
});
afterAll(() => sandbox.simulator.stop());

describe('the token endpoint', () => {
  test('gives a bearer token with its numbers written as texts', async () => {
    const { status, data } = await sandbox.askToken('simulasi-bengkuring');

    expect(status).toBe(200);
    expect(data).toMatchObject({ token_type: 'BearerToken', expires_in: '3600', status: 'approved', api_product_list: '[api-simulasi]' });
    expect((data as { access_token: string }).access_token).toHaveLength(28);
  });

  test('refuses a wrong secret, then everything of that client for a minute, then lets it in again', async () => {
    const wrong = await sandbox.askToken('simulasi-karang-joang', 'salah');
    const tooSoon = await sandbox.askToken('simulasi-karang-joang');
    sandbox.clock.now = new Date(sandbox.clock.now.getTime() + 60_000);
    const later = await sandbox.askToken('simulasi-karang-joang');

    expect([wrong.status, tooSoon.status, later.status]).toEqual([401, 401, 200]);
    expect(issuesOf(wrong)[0]).toMatchObject({ severity: 'invalid', code: 'value' });
    expect(textsOf(tooSoon)[0]).toContain('1 request per minute after a failed attempt');
  });

  test('does not punish one facility for the mistake of another', async () => {
    await sandbox.askToken('simulasi-karang-joang-simpus', 'salah');

    expect((await sandbox.askToken('simulasi-bengkuring')).status).toBe(200);
  });

  test('wants the grant type in the query', async () => {
    expect((await sandbox.http.post('/oauth2/v1/accesstoken', 'client_id=a&client_secret=b')).status).toBe(400);
  });

  test('lets a token expire, and says so in the words of the gateway', async () => {
    const elsewhere = await aSandbox({ tokenSeconds: 60 });
    const client = await elsewhere.signedIn();
    const before = await client.get('/metadata');
    elsewhere.clock.now = new Date(elsewhere.clock.now.getTime() + 60_000);
    const after = await client.get('/metadata');
    await elsewhere.simulator.stop();

    expect([before.status, after.status]).toEqual([200, 401]);
    expect(after.data).toEqual({
      fault: { faultstring: 'Access Token expired', detail: { errorcode: 'keymanagement.service.access_token_expired' } },
    });
  });

  test.each([
    ['no token', {}],
    ['an unknown token', { authorization: 'Bearer bukan-token' }],
  ])('a call with %s is refused by the gateway', async (_case, headers) => {
    const { status, data }: AxiosResponse<unknown> = await sandbox.http.get('/fhir-r4/v1/Patient', { headers });

    expect([status, data]).toEqual([
      401,
      { fault: { faultstring: 'Invalid access token', detail: { errorcode: 'oauth.v2.InvalidAccessToken' } } },
    ]);
  });
});

describe('everything the simulator says', () => {
  test.each(['/livez', '/_sandbox/state', '/fhir-r4/v1/Patient', '/tidak-ada'])('is marked simulasi: %s', async (path) => {
    expect((await sandbox.http.get(path)).headers['x-titian-environment']).toBe('simulasi');
  });

  test('carries the mark inside searches, too', async () => {
    const { data } = await ask('Patient', { identifier: `${nikSystem}|${raffa}` });

    expect(data).toMatchObject({ meta: { tag: [{ code: 'simulasi' }] } });
  });
});

describe('looking for a patient', () => {
  test('by NIK alone gives a masked name, a hidden NIK, and neither sex nor birth date', async () => {
    const { resource } = found(await ask('Patient', { identifier: `${nikSystem}|${raffa}` })).entry?.[0] ?? {};

    expect(resource).toMatchObject({ id: 'P99000000201', name: [{ text: 'RA** AD**' }] });
    expect(resource?.identifier.find(({ system }) => system === nikSystem)?.value).toBe('################');
    expect([resource?.gender, resource?.birthDate]).toEqual([undefined, undefined]);
  });

  test('by NIK and name stays masked', async () => {
    const { resource } = found(await ask('Patient', { identifier: `${nikSystem}|${raffa}`, name: 'raffa aditya' })).entry?.[0] ?? {};

    expect([resource?.name?.[0]?.text, resource?.birthDate]).toEqual(['RA** AD**', undefined]);
  });

  test('by NIK, name and birth date gives the whole record', async () => {
    const { resource } =
      found(await ask('Patient', { identifier: `${nikSystem}|${raffa}`, name: 'Raffa Aditya', birthdate: '2023-05-18' })).entry?.[0] ?? {};

    expect(resource).toMatchObject({ name: [{ text: 'RAFFA ADITYA' }], gender: 'male', birthDate: '2023-05-18' });
    expect(resource?.identifier).toContainEqual({ use: 'official', system: nikSystem, value: raffa });
  });

  test('by name, birth date and sex gives the record with the NIK hidden', async () => {
    const { resource } = found(await ask('Patient', { name: 'Raffa Aditya', birthdate: '2023-05-18', gender: 'male' })).entry?.[0] ?? {};

    expect(resource).toMatchObject({ id: 'P99000000201', birthDate: '2023-05-18' });
    expect(JSON.stringify(resource)).not.toContain(raffa);
  });

  test("by the mother's NIK gives every child registered under her", async () => {
    const children = await ask('Patient', { identifier: `${nikSystem}-ibu|6472995203959604`, birthdate: '2023-10-05' });

    expect(ids(children)).toEqual(['P99000000903', 'P99000000904']);
  });

  test.each([
    ['a NIK nobody has', { identifier: `${nikSystem}|6472991805239999` }],
    ['a name that belongs to another NIK', { identifier: `${nikSystem}|6472990407229601`, name: 'Dimas Saputra' }],
    ['a birth date that differs', { identifier: `${nikSystem}|6471992108219606`, name: 'Galang Pradana', birthdate: '2021-08-21' }],
    ['somebody known to Dukcapil only', { identifier: `${nikSystem}|6472991303249609` }],
  ])('answers 200 and total 0 for %s', async (_case, params) => {
    const response = await ask('Patient', params);

    expect([response.status, found(response).total, ids(response)]).toEqual([200, 0, []]);
  });

  test.each([
    ['two records under one NIK', { identifier: `${nikSystem}|6471991202229605` }, 2],
    ['twins of one name', { name: 'Aisyah', birthdate: '2023-10-05', gender: 'female' }, 2],
  ])('gives all of them: %s', async (_case, params, total) => {
    expect(found(await ask('Patient', params)).total).toBe(total);
  });

  test.each([
    ['nothing', {}],
    ['a name alone', { name: 'Bilal' }],
    ['a name of two letters', { name: 'Bi', birthdate: '2021-12-01', gender: 'male' }],
  ])('refuses a search by %s', async (_case, params) => {
    const response = await ask('Patient', params);

    expect([response.status, textsOf(response)]).toEqual([400, ['invalid_query']]);
  });

  test('by id gives only that the record exists', async () => {
    const { data }: AxiosResponse<unknown> = await fhir.get('/Patient/P99000000201');

    expect(Object.keys(data as object).sort()).toEqual(['active', 'id', 'identifier', 'meta', 'resourceType']);
  });
});

describe('a NIK outside kecamatan 99', () => {
  const real = ['647201', '180523', '9511'].join('');

  test.each([
    ['a search for a patient', () => ask('Patient', { identifier: `${nikSystem}|${real}` })],
    ['a search by mother', () => ask('Patient', { identifier: `${nikSystem}-ibu|${real}` })],
    ['a search for a health worker', () => ask('Practitioner', { identifier: `${nikSystem}|${real}` })],
    ['a new patient', () => fhir.post('/Patient', { resourceType: 'Patient', identifier: [{ system: nikSystem, value: real }] })],
    [
      'an identifier inside a resource',
      () => fhir.post('/Encounter', anEncounter({ subject: { identifier: { system: nikSystem, value: real } } })),
    ],
    [
      'a free text',
      () => fhir.post('/Encounter', anEncounter({ subject: { reference: 'Patient/P99000000201', display: `Raffa ${real}` } })),
    ],
  ])('is refused in %s, and never repeated', async (_case, send) => {
    const response = await send();

    expect([response.status, textsOf(response)[0]?.includes('kecamatan uji 99')]).toEqual([400, true]);
    expect(JSON.stringify(response.data)).not.toContain(real);
  });

  test("is allowed where the ministry's own test list has it", async () => {
    expect((await ask('Patient', { identifier: `${nikSystem}|9271060312000002` })).status).toBe(200);
  });

  test('in a file of people stops the start', async () => {
    const file = join(sandbox.data, 'nyata.ndjson');
    await writeFile(file, `${JSON.stringify({ nik: real, nama: 'Contoh', lahir: '2023-05-18', jk: 'L' })}\n`);

    await expect(aSandbox({ people: [file] })).rejects.toThrow('nyata.ndjson:1');
  });
});

describe('health workers and added people', () => {
  test.each([
    ['NIK', { identifier: `${nikSystem}|6472996402929703` }],
    ['nakes-his-number', { identifier: 'https://fhir.kemkes.go.id/id/nakes-his-number|N99000003' }],
    ['name, sex and birth date', { name: 'Dewi Kartika', gender: 'female', birthdate: '1992-02-24' }],
  ])('a midwife is found by %s, her name masked', async (_case, params) => {
    const response = await ask('Practitioner', params);

    expect(ids(response)).toEqual(['N99000003']);
    expect(found(response).entry?.[0]?.resource.name?.[0]?.text).toBe('De** Ka**');
  });

  test('people of a file given at start are known, with an IHS number that is always the same', async () => {
    const file = join(sandbox.data, 'tambahan.ndjson');
    await writeFile(file, `${JSON.stringify({ nik: '6472990101239700', nama: 'Orang Tambahan', lahir: '2023-01-01', jk: 'L' })}\n`);
    const runs = [await aSandbox({ people: [file] }), await aSandbox({ people: [file] })];
    const answers = await Promise.all(
      runs.map(async (run) => (await run.signedIn()).get('/Patient', { params: { identifier: `${nikSystem}|6472990101239700` } })),
    );
    for (const run of runs) await run.simulator.stop();

    const [first, second] = answers.map(ids);
    expect(first?.[0]).toMatch(/^P\d{11}$/);
    expect(second).toEqual(first);
  });
});

describe('registering a patient', () => {
  const aPatient = (changes: object): object => ({
    resourceType: 'Patient',
    identifier: [{ system: nikSystem, value: '6472991303249609' }],
    name: [{ text: 'Rangga Mahesa' }],
    gender: 'male',
    birthDate: '2024-03-13',
    multipleBirthInteger: 0,
    address: [{ use: 'home' }],
    ...changes,
  });
  const underMother = (nik: string, changes: object = {}): object =>
    aPatient({
      identifier: [{ system: `${nikSystem}-ibu`, value: nik }],
      name: [{ text: 'By. Ny. Mega' }],
      birthDate: '2025-08-01',
      ...changes,
    });

  test.each([
    [
      'no NIK known to Dukcapil',
      aPatient({ identifier: [{ system: nikSystem, value: '6472991303249999' }] }),
      400,
      'Failed to get citizen',
    ],
    ['a sex that differs from Dukcapil', aPatient({ gender: 'female' }), 400, 'jenis_kelamin TIDAK SESUAI'],
    ['somebody who exists already', aPatient({ identifier: [{ system: nikSystem, value: raffa }] }), 400, 'Patient Resource Exists'],
    ['no address', aPatient({ address: undefined }), 400, 'Element not found: Patient.address (RuleNumber: 10621)'],
    [
      'no birth order',
      aPatient({ multipleBirthInteger: undefined }),
      400,
      'Element not found: Patient.multipleBirthInteger (RuleNumber: 10167)',
    ],
    ['an empty sex', aPatient({ gender: '' }), 400, "Text is empty: '' (RuleNumber: 10413)"],
    ['a mother nobody knows', underMother('6472994101999999'), 404, 'Failed to create new patient, nik-ibu not found'],
    ['a mother who is a man', underMother('6472992511599608'), 400, 'Patient with nik-ibu is not female'],
    ['a newborn of more than 60 days', underMother('6472997009949514', { birthDate: '2025-06-01' }), 400, 'RuleNumber: 10397'],
  ])('is refused with %s', async (_case, patient, status, text) => {
    const response = await fhir.post('/Patient', patient);

    expect(response.status).toBe(status);
    expect(textsOf(response).join()).toContain(text);
  });

  test('by NIK answers 200 with an IHS number, and is found from then on', async () => {
    const created = await fhir.post('/Patient', aPatient({}));
    const search = await ask('Patient', { identifier: `${nikSystem}|6472991303249609` });

    expect(created.status).toBe(200);
    expect(ids(search)).toEqual([(created.data as { id: string }).id]);
  });

  test('of a newborn works once', async () => {
    const [first, second] = [
      await fhir.post('/Patient', underMother('6472997009949514')),
      await fhir.post('/Patient', underMother('6472997009949514')),
    ];

    expect([first.status, second.status, textsOf(second)]).toEqual([200, 400, ['Found duplicate: Patient']]);
  });
});
