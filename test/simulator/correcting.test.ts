// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AxiosInstance, AxiosResponse } from 'axios';
import {
  aCondition,
  anEncounter,
  anEpisode,
  aSandbox,
  aWeight,
  issuesOf,
  nikSystem,
  organization,
  textsOf,
  type Resource,
  type Sandbox,
} from './a-sandbox.ts';

let sandbox: Sandbox;
let fhir: AxiosInstance;
beforeEach(async () => {
  sandbox = await aSandbox();
  fhir = await sandbox.signedIn();
});
afterEach(() => sandbox.simulator.stop());

const patchHeaders = { headers: { 'content-type': 'application/json-patch+json' } };
const patch = (path: string, operations: readonly object[], client = fhir): Promise<AxiosResponse<unknown>> =>
  client.patch(path, operations, patchHeaders);
const created = async (resource: Resource): Promise<string> => {
  const { data } = await fhir.post<{ id: string }>(`/${String(resource['resourceType'])}`, resource);
  return data.id;
};
const own = (slug: string, value: string): object[] => [{ system: `http://sys-ids.kemkes.go.id/${slug}/${organization}`, value }];
const settings = (given: object): Promise<AxiosResponse<unknown>> => sandbox.http.post('/_sandbox/settings', given);
const patient = { reference: 'Patient/P99000000101' };

const closed = (...more: readonly object[]): readonly object[] => [
  { op: 'replace', path: '/status', value: 'finished' },
  { op: 'add', path: '/period/end', value: '2025-08-14T02:00:00+00:00' },
  {
    op: 'add',
    path: '/statusHistory',
    value: [{ status: 'active', period: { start: '2025-08-12T01:00:00+00:00', end: '2025-08-14T02:00:00+00:00' } }],
  },
  ...more,
];
const withPatient = { op: 'replace', path: '/patient', value: patient };

describe('PATCH', () => {
  test.each([['application/json'], ['application/fhir+json'], ['text/plain']])('with %s is refused for its headers', async (type) => {
    const id = await created(anEpisode());
    const response = await fhir.patch(`/EpisodeOfCare/${id}`, JSON.stringify(closed(withPatient)), { headers: { 'content-type': type } });

    expect([response.status, textsOf(response)]).toEqual([400, ['invalid_headers']]);
  });

  test('closes an episode: a new version with a new etag, and another may be opened', async () => {
    const id = await created(anEpisode());
    const before = await fhir.get(`/EpisodeOfCare/${id}`);
    const after = await patch(`/EpisodeOfCare/${id}`, closed(withPatient));
    const next = await fhir.post('/EpisodeOfCare', anEpisode({ identifier: own('episode-of-care', 'KEHAMILAN-2') }));

    expect([after.status, after.data]).toMatchObject([200, { id, status: 'finished', period: { end: '2025-08-14T02:00:00+00:00' } }]);
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    expect(next.status).toBe(201);
  });

  test('of an episode without /patient is refused in its own words, and taken where the settings are those of 2024', async () => {
    const id = await created(anEpisode());
    const refused = await patch(`/EpisodeOfCare/${id}`, closed());
    await settings({ patchEpisode: 'tanpa-patient' });
    const taken = await patch(`/EpisodeOfCare/${id}`, closed());

    expect([refused.status, textsOf(refused), taken.status]).toEqual([
      400,
      ["EpisodeOfCare.status :: patient reference can't be empty"],
      200,
    ]);
  });

  test('is not idempotent: what is appended is appended again', async () => {
    const id = await created(anEpisode({ statusHistory: [] }));
    const append = { op: 'add', path: '/statusHistory/-', value: { status: 'active', period: { start: '2025-08-12T01:00:00+00:00' } } };
    await patch(`/EpisodeOfCare/${id}`, [withPatient, append]);
    const { data } = (await patch(`/EpisodeOfCare/${id}`, [withPatient, append])) as { data: { statusHistory: unknown[] } };

    expect(data.statusHistory).toHaveLength(2);
  });

  test('does not reopen an episode beside an active one', async () => {
    const id = await created(anEpisode());
    await patch(`/EpisodeOfCare/${id}`, closed(withPatient));
    await created(anEpisode({ identifier: own('episode-of-care', 'KEHAMILAN-2') }));
    const reopened = await patch(`/EpisodeOfCare/${id}`, [withPatient, { op: 'replace', path: '/status', value: 'active' }]);

    expect([reopened.status, textsOf(reopened).every((text) => text.includes('found duplicated EpisodeOfCare Type'))]).toEqual([400, true]);
  });

  test("of another facility's episode is refused", async () => {
    const id = await created(anEpisode());

    expect((await patch(`/EpisodeOfCare/${id}`, closed(withPatient), await sandbox.signedIn('simulasi-karang-joang'))).status).toBe(403);
  });

  test('of a part of operationalStatus is refused by rule 10171, of the whole it is taken', async () => {
    const id = '3f0c9902-0003-4a00-8000-000000000001';
    const status = { system: 'http://terminology.hl7.org/CodeSystem/v2-0116', code: 'O' };
    const part = await patch(`/Location/${id}`, [{ op: 'add', path: '/operationalStatus/system', value: status.system }]);
    const whole = await patch(`/Location/${id}`, [{ op: 'add', path: '/operationalStatus', value: status }]);

    expect([part.status, textsOf(part)]).toEqual([
      400,
      ['Use /operationalStatus instead of /operationalStatus/system to patch Location (RuleNumber: 10171)'],
    ]);
    expect([whole.status, whole.data]).toMatchObject([200, { operationalStatus: status }]);
  });

  test.each([
    ['a test that fails', [{ op: 'test', path: '/name', value: 'Bukan' }], 'unparseable_resource'],
    ['another id', [{ op: 'replace', path: '/id', value: 'lain' }], 'resource_mismatch'],
    ['no operations', [], 'unparseable_resource'],
    [
      'an identifier of another facility',
      [{ op: 'replace', path: '/identifier/0/system', value: 'http://sys-ids.kemkes.go.id/organization/100009901' }],
      '10446',
    ],
  ])('with %s is refused and changes nothing', async (_case, operations, text) => {
    const [address, id] = ['/Organization/3f0c9902-0002-4a00-8000-000000000001', '3f0c9902-0002-4a00-8000-000000000001'];
    const response = await patch(address, operations);

    expect([response.status, textsOf(response).join()]).toEqual([400, expect.stringContaining(text)]);
    expect((await fhir.get(address)).data).toMatchObject({ id, name: 'Posyandu Kenanga' });
  });

  test('of an id that nothing has is 404', async () => {
    expect((await patch('/Organization/tidak-ada', [{ op: 'remove', path: '/name' }])).status).toBe(404);
  });
});

describe('a way of correcting that nobody was seen to use', () => {
  test.each([
    ['PUT', 'Condition'],
    ['PATCH', 'Condition'],
    ['PUT', 'Observation'],
    ['PATCH', 'Encounter'],
  ])('%s of %s is refused, unless the settings take it', async (way, type) => {
    const encounter = await created(anEncounter());
    const resources: Readonly<Record<string, Resource>> = {
      Encounter: anEncounter(),
      Condition: aCondition(`Encounter/${encounter}`),
      Observation: aWeight(`Encounter/${encounter}`),
    };
    const resource = resources[type] ?? {};
    const id = type === 'Encounter' ? encounter : await created(resource);
    const send = (): Promise<AxiosResponse<unknown>> =>
      way === 'PUT'
        ? fhir.put(`/${type}/${id}`, { ...resource, id })
        : patch(`/${type}/${id}`, [{ op: 'add', path: '/language', value: 'id' }]);
    const refused = await send();
    await settings({ koreksi: { [way]: { [type]: 'terima' } } });
    const taken = await send();
    await settings({ koreksi: { [way]: { [type]: 'tolak' }, lain: 'terima' } });
    const again = await send();

    expect([refused.status, issuesOf(refused)[0]?.code, taken.status, again.status]).toEqual([403, 'forbidden', 200, 403]);
  });

  test('all of them are taken by one word', async () => {
    const encounter = await created(anEncounter());
    const id = await created(aWeight(`Encounter/${encounter}`));
    await settings({ koreksi: 'terima' });

    expect(
      (await fhir.put(`/Observation/${id}`, { ...aWeight(`Encounter/${encounter}`, { status: 'entered-in-error' }), id })).status,
    ).toBe(200);
    expect((await sandbox.http.get('/_sandbox/settings')).data).toMatchObject({ koreksi: { lain: 'terima' } });
  });

  test.each([
    [{ koreksi: 'mungkin' }],
    [{ koreksi: { PUT: { Gajah: 'terima' } } }],
    [{ koreksi: { PUT: { Condition: 'ya' } } }],
    [{ koreksi: 1 }],
    [{ patchEpisode: true }],
    [{ warna: 'merah' }],
    [[]],
  ])('settings that say nothing known are refused: %j', async (given) => {
    expect((await settings(given)).status).toBe(400);
  });
});

describe('PATCH of a patient', () => {
  const [name, birthDate] = [[{ use: 'official', text: 'RAFFA ADITYA' }], '2023-05-18'];
  const tests = [
    { op: 'test', path: '/name', value: name },
    { op: 'test', path: '/gender', value: 'male' },
    { op: 'test', path: '/birthDate', value: birthDate },
  ];
  const address = '/Patient/P99000000201';
  const validationOf = (response: AxiosResponse<unknown>): readonly { property: string; valid: boolean }[] =>
    (response.data as { data: { validation: { property: string; valid: boolean }[] } }).data.validation;

  test('without tests is refused, and not in FHIR', async () => {
    const response = await patch(address, [{ op: 'replace', path: '/name', value: [{ text: 'Raffa Adit' }] }]);

    expect([response.status, response.data]).toMatchObject([400, { code: 400, error: true, message: 'Failed to update patient data' }]);
    expect(validationOf(response)).toEqual(
      ['name', 'gender', 'birthDate'].map((field) => ({
        property: `test:${field}`,
        message: `Test operation for '${field}' can not be empty`,
        valid: false,
        mandatory: true,
      })),
    );
  });

  test('with tests changes the record, which is found under its new name also after a restart', async () => {
    const response = await patch(address, [
      ...tests,
      { op: 'replace', path: '/name', value: [{ use: 'official', text: 'RAFFA ADITYA PUTRA' }] },
      { op: 'replace', path: '/maritalStatus', value: { text: 'Single' } },
    ]);
    await sandbox.simulator.stop();
    sandbox = await aSandbox({ data: sandbox.data });
    fhir = await sandbox.signedIn();
    const params = { identifier: `${nikSystem}|6472991805239511`, name: 'Raffa Aditya Putra', birthdate: birthDate };
    const { data } = await fhir.get<{ total: number; entry: { resource: object }[] }>('/Patient', { params });

    expect([response.status, response.data]).toMatchObject([200, { id: 'P99000000201', maritalStatus: { text: 'Single' } }]);
    expect(data).toMatchObject({ total: 1, entry: [{ resource: { id: 'P99000000201', maritalStatus: { text: 'Single' } } }] });
  });

  test('gives a newborn its NIK', async () => {
    const { data } = await fhir.get<{ entry: { resource: { id: string } }[] }>('/Patient', {
      params: { identifier: `${nikSystem}-ibu|6472997009949514` },
    });
    const response = await patch(`/Patient/${data.entry[0]?.resource.id ?? ''}`, [
      { op: 'test', path: '/name', value: [{ text: 'Arsyila' }] },
      { op: 'test', path: '/gender', value: 'female' },
      { op: 'test', path: '/birthDate', value: '2025-01-15' },
      { op: 'replace', path: '/identifier', value: [{ system: nikSystem, value: '6472995501259777' }] },
    ]);
    const found = await fhir.get('/Patient', { params: { identifier: `${nikSystem}|6472995501259777` } });

    expect(response.status).toBe(200);
    expect(found.data).toMatchObject({ total: 1, entry: [{ resource: { id: 'P99000000205' } }] });
  });

  test.each([
    ['a test of another name', [{ op: 'test', path: '/name', value: [{ text: 'BUKAN' }] }, ...tests.slice(1)], ['test:name']],
    ['a test of another birth date', [...tests.slice(0, 2), { op: 'test', path: '/birthDate', value: '2023-05-19' }], ['test:birthDate']],
    ['an add', [...tests, { op: 'add', path: '/telecom', value: [] }], ['add:telecom']],
    ['a replace of the id', [...tests, { op: 'replace', path: '/id', value: 'P1' }], ['replace:id']],
  ])('with %s is refused in that envelope', async (_case, operations, properties) => {
    const response = await patch(address, operations);

    expect([response.status, validationOf(response).map(({ property }) => property)]).toEqual([400, properties]);
  });

  test('may be refused to a facility altogether, by rule 20016', async () => {
    await settings({ koreksi: { PATCH: { Patient: 'tolak' } } });

    expect(textsOf(await patch(address, tests))).toEqual(['Organization not allowed to edit Patient (RuleNumber: 20016)']);
  });

  test.each([
    ['a NIK that another has', '6472994302249512', 'Patient Resource Exists'],
    ['a NIK outside kecamatan 99', ['647201', '180523', '9511'].join(''), 'kecamatan uji 99'],
  ])('to %s is refused', async (_case, nik, text) => {
    const response = await patch(address, [...tests, { op: 'replace', path: '/identifier', value: [{ system: nikSystem, value: nik }] }]);

    expect([response.status, textsOf(response).join()]).toEqual([400, expect.stringContaining(text)]);
  });

  test('of nobody is 404, with other headers refused', async () => {
    expect([(await patch('/Patient/P00000000000', tests)).status, (await fhir.patch(address, tests)).status]).toEqual([404, 400]);
  });
});

test('a newborn who is there already is refused, or answered with the number it has, as sources differ', async () => {
  const newborn = {
    resourceType: 'Patient',
    identifier: [{ system: `${nikSystem}-ibu`, value: '6472997009949514' }],
    name: [{ text: 'By. Ny. Mega' }],
    gender: 'female',
    birthDate: '2025-08-01',
    multipleBirthInteger: 0,
    address: [{ use: 'home' }],
  };
  const first = await fhir.post<{ id: string }>('/Patient', newborn);
  const refused = await fhir.post('/Patient', newborn);
  await settings({ bayiGanda: 'kembalikan' });
  const returned = await fhir.post<{ id: string }>('/Patient', newborn);

  expect([first.status, refused.status, returned.status, returned.data.id]).toEqual([200, 400, 200, first.data.id]);
});
