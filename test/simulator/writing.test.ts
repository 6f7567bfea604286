// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AxiosInstance, AxiosResponse } from 'axios';
import {
  aBundle,
  aCondition,
  anEncounter,
  anEpisode,
  anImmunization,
  aProcedure,
  aQuestionnaireResponse,
  aSandbox,
  aVisit,
  aWeight,
  closing,
  entryUrl,
  issuesOf,
  organization,
  textsOf,
  type Resource,
  type Sandbox,
} from './a-sandbox.ts';

interface Stored {
  id: string;
  encounter?: { reference: string };
  diagnosis?: { condition: { reference: string } }[];
}
interface Response {
  entry: { response: { status: string; location: string; resourceType: string; resourceID: string } }[];
}

let sandbox: Sandbox;
let fhir: AxiosInstance;

beforeEach(async () => {
  sandbox = await aSandbox();
  fhir = await sandbox.signedIn();
});
afterEach(() => sandbox.simulator.stop());

const counts = async (): Promise<Record<string, number>> =>
  ((await sandbox.http.get('/_sandbox/state')).data as { counts: Record<string, number> }).counts;
const idOf = (response: AxiosResponse): string => (response.data as Stored).id;
const totalOf = async (type: string, params: Record<string, string>): Promise<number> =>
  ((await fhir.get(`/${type}`, { params })).data as { total: number }).total;

describe('a transaction', () => {
  test('is answered entry by entry, in its order, with ids and absolute locations', async () => {
    const { status, data }: AxiosResponse<unknown> = await fhir.post('/', aVisit());
    const responses = (data as Response).entry.map((entry) => entry.response);

    expect(status).toBe(200);
    expect(responses.map((entry) => [entry.resourceType, entry.status])).toEqual(
      ['Encounter', 'Condition', 'Observation'].map((type) => [type, '201 Created']),
    );
    for (const { location, resourceType, resourceID } of responses)
      expect(location).toMatch(new RegExp(`^http.*/${resourceType}/${resourceID}/_history/.+`));
  });

  test('points its references at the new ids, those before and those behind', async () => {
    const [encounter, condition, weight] = ((await fhir.post('/', aVisit())).data as Response).entry.map(
      (entry) => entry.response.resourceID,
    );

    expect(((await fhir.get(`/Observation/${String(weight)}`)).data as Stored).encounter?.reference).toBe(`Encounter/${String(encounter)}`);
    expect(((await fhir.get(`/Encounter/${String(encounter)}`)).data as Stored).diagnosis?.[0]?.condition.reference).toBe(
      `Condition/${String(condition)}`,
    );
  });

  test('may write references as Type/uuid of an entry, as published bundles do', async () => {
    const inside = `Encounter/${entryUrl(0).slice('urn:uuid:'.length)}`;

    expect((await fhir.post('/', aBundle(anEncounter(), aWeight(inside)))).status).toBe(200);
  });

  test('stores nothing when one entry is refused; the entries after it are refused because of it', async () => {
    const before = await counts();
    const response = await fhir.post(
      '/',
      aBundle(anEncounter(), aWeight(entryUrl(0), { performer: undefined }), aCondition(entryUrl(0)), aProcedure(entryUrl(0))),
    );

    expect(response.status).toBe(400);
    expect(issuesOf(response).map((issue) => [issue.details.text, issue.expression?.[0]])).toEqual([
      ['Reference is mandatory : Observation.performer (RuleNumber: 10383)', 'Bundle.entry[1].resource.performer'],
      ['Forbidden resource Condition due to previous error (RuleNumber: 20012)', 'Bundle.entry[2].resource'],
      ['Forbidden resource Procedure due to previous error (RuleNumber: 20012)', 'Bundle.entry[3].resource'],
    ]);
    expect(await counts()).toEqual(before);
  });

  test('sent twice is refused the second time as a duplicate, and the visit is there once', async () => {
    await fhir.post('/', aVisit());
    const again = await fhir.post('/', aVisit());

    expect([again.status, issuesOf(again)[0]?.code, textsOf(again)[0]]).toEqual([
      400,
      'duplicate',
      'Found duplicate resource: Encounter (RuleNumber: 20002)',
    ]);
    expect(await counts()).toMatchObject({ Encounter: 1, Condition: 1, Observation: 1 });
  });

  test('sent many times at once is stored once', async () => {
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => fhir.post('/', aVisit())))).map((response) => response.status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await counts()).toMatchObject({ Encounter: 1, Observation: 1 });
  });

  test('with one identifier on two entries is refused', async () => {
    expect(textsOf(await fhir.post('/', aBundle(anEncounter(), anEncounter())))).toContain(
      'Found duplicate resource: Encounter (RuleNumber: 20002)',
    );
  });

  const withEntry = (changes: Resource): object => {
    const bundle = aBundle(anEncounter());
    return { ...bundle, entry: [{ ...bundle.entry[0], ...changes }] };
  };
  test.each([
    ['a Bundle inside', '(RuleNumber: 20011)', withEntry({ resource: aBundle() })],
    ['a fullUrl without uuid', '(RuleNumber: 20017)', withEntry({ fullUrl: 'urn:uuid-1' })],
    ['a fullUrl of another kind', '(RuleNumber: 20018)', withEntry({ fullUrl: 'http://contoh/Encounter/1' })],
    ['a malformed uuid', '(RuleNumber: 20019)', withEntry({ fullUrl: 'urn:uuid:bukan-uuid' })],
    [
      'a fullUrl used twice',
      '(RuleNumber: 20020)',
      { ...aBundle(), entry: [aBundle(anEncounter()).entry[0], aBundle(aCondition(entryUrl(0))).entry[0]] },
    ],
    ['no fullUrl', '(RuleNumber: 20021)', withEntry({ fullUrl: undefined })],
    ['another type of Bundle', 'unparseable_resource', { ...aBundle(anEncounter()), type: 'batch' }],
    ['PUT', 'unparseable_resource', withEntry({ request: { method: 'PUT', url: 'Encounter/1' } })],
  ])('with %s is refused with %s', async (_case, text, bundle) => {
    const response = await fhir.post('/', bundle);

    expect(response.status).toBe(400);
    expect(textsOf(response).join()).toContain(text);
    expect((await counts())['Encounter']).toBeUndefined();
  });

  test('with a reference to no entry of it is refused', async () => {
    const lost = aBundle(anEncounter({ hospitalization: { origin: { reference: entryUrl(7) } } }));

    expect(issuesOf(await fhir.post('/', lost))[0]).toMatchObject({ expression: ['Bundle.entry[0].resource.hospitalization.origin'] });
  });

  test('that is no JSON is refused by rule 20006', async () => {
    const response = await fhir.post('/', Buffer.from('{"resourceType":'), { headers: { 'content-type': 'application/json' } });

    expect([response.status, textsOf(response)]).toEqual([400, ['Invalid JSON Payload Format (RuleNumber: 20006)']]);
  });
});

describe('a resource sent singly', () => {
  test('each type of a visit is taken and read back, marked simulasi', async () => {
    const encounter = `Encounter/${idOf(await fhir.post('/Encounter', anEncounter()))}`;
    const children = [aCondition, aWeight, aProcedure, aQuestionnaireResponse, anImmunization].map((build) => build(encounter));
    for (const child of [...children, anEpisode()]) {
      const type = String(child['resourceType']);
      const created = await fhir.post(`/${type}`, child);
      const read = await fhir.get(`/${type}/${idOf(created)}`);

      expect([type, created.status, read.status, read.headers['etag']]).toEqual([type, 201, 200, created.headers['etag']]);
      expect(read.data).toMatchObject({ resourceType: type, meta: { tag: [{ code: 'simulasi' }] } });
    }
  });

  test('comes back with a creator, and with the name of the patient, as from the real platform', async () => {
    const created = await fhir.post('/Encounter', anEncounter());

    expect(created.data).toMatchObject({ subject: { display: 'RAFFA ADITYA' } });
    expect((created.data as { identifier: object[] }).identifier).toContainEqual({
      system: 'http://sys-ids.kemkes.go.id/creator',
      value: organization,
    });
  });

  test('a second one with its identifier is a duplicate', async () => {
    await fhir.post('/Encounter', anEncounter());
    const second = await fhir.post('/Encounter', anEncounter());

    expect([second.status, textsOf(second)]).toEqual([400, ['Found duplicate resource: Encounter (RuleNumber: 20002)']]);
  });

  test('a visit number such as KF1 may repeat', async () => {
    const kf1 = { system: 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare/puerperium', value: 'KF1' };
    const own = (value: string): object => ({ system: `http://sys-ids.kemkes.go.id/encounter/${organization}`, value });
    const statuses = [
      await fhir.post('/Encounter', anEncounter({ identifier: [own('A'), kf1] })),
      await fhir.post('/Encounter', anEncounter({ identifier: [own('B'), kf1] })),
    ].map((response) => response.status);

    expect(statuses).toEqual([201, 201]);
  });

  test('If-None-Exist lets the first through and refuses the next as duplicate, not with 200', async () => {
    const condition = `identifier=http://sys-ids.kemkes.go.id/encounter/${organization}|KUNJUNGAN-1`;
    const headers = { 'if-none-exist': condition };
    const statuses = [
      await fhir.post('/Encounter', anEncounter(), { headers }),
      await fhir.post('/Encounter', anEncounter(), { headers }),
    ].map((r) => r.status);

    expect(statuses).toEqual([201, 400]);
  });

  test('If-None-Exist with more than one match is 412', async () => {
    await fhir.post('/', aVisit('A'));
    await fhir.post('/', aVisit('B'));

    expect((await fhir.post('/Encounter', anEncounter(), { headers: { 'if-none-exist': 'subject=Patient/P99000000201' } })).status).toBe(
      412,
    );
  });

  test('is replaced whole by PUT, and its old criteria no longer find it', async () => {
    const created = await fhir.post('/Encounter', anEncounter());
    const id = idOf(created);
    const condition = idOf(await fhir.post('/Condition', aCondition(`Encounter/${id}`)));
    const put = await fhir.put(`/Encounter/${id}`, {
      ...anEncounter({ ...closing, diagnosis: [{ condition: { reference: `Condition/${condition}` } }] }),
      id,
    });

    expect([put.status, (await fhir.get(`/Encounter/${id}`)).data]).toMatchObject([200, { status: 'finished' }]);
    expect(put.headers['etag']).not.toBe(created.headers['etag']);
    expect(await totalOf('Encounter', { subject: 'P99000000201', date: '2025-08-12' })).toBe(1);
    expect(await counts()).toMatchObject({ Encounter: 1 });
  });

  test.each([
    [
      'an id that nothing has',
      404,
      (id: string) => fhir.put('/Encounter/tidak-ada', { ...anEncounter(), id: id === '' ? id : 'tidak-ada' }),
    ],
    ['an id that differs from the address', 400, (id: string) => fhir.put(`/Encounter/${id}`, { ...anEncounter(), id: 'lain' })],
  ])('PUT with %s is refused', async (_case, status, send) => {
    expect((await send(idOf(await fhir.post('/Encounter', anEncounter())))).status).toBe(status);
  });

  test('an episode is not replaced by PUT, and a second active one is refused without an id', async () => {
    const id = idOf(await fhir.post('/EpisodeOfCare', anEpisode()));
    const put = await fhir.put(`/EpisodeOfCare/${id}`, { ...anEpisode(), id });
    const other = { identifier: [{ system: `http://sys-ids.kemkes.go.id/episode-of-care/${organization}`, value: 'KEHAMILAN-2' }] };
    const second = await fhir.post('/EpisodeOfCare', anEpisode(other));

    expect([put.status, second.status]).toEqual([403, 400]);
    expect(textsOf(second)[0]).toBe('found duplicated EpisodeOfCare Type with status active. (Rule Number: 10109)');
    expect(JSON.stringify(second.data)).not.toContain(id);
  });

  test('an id that is not there answers 404 in the words of the store', async () => {
    const response = await fhir.get('/Condition/00000000-0000-4000-8000-000000000000');

    expect([response.status, issuesOf(response)[0]]).toMatchObject([404, { code: 'no-store', details: { text: 'storage_error' } }]);
  });
});

describe('one client, one organisation', () => {
  test('a facility may add its posyandu and its room, and visits may then take place there', async () => {
    const own = (slug: string, value: string): object[] => [{ system: `http://sys-ids.kemkes.go.id/${slug}/${organization}`, value }];
    const posyandu = await fhir.post('/Organization', {
      resourceType: 'Organization',
      active: true,
      identifier: own('organization', 'PSY-BARU'),
      name: 'Posyandu Baru',
      partOf: { reference: `Organization/${organization}` },
    });
    const room = await fhir.post('/Location', {
      resourceType: 'Location',
      identifier: own('location', 'RUANG-BARU'),
      name: 'Ruang Posyandu Baru',
      position: { longitude: 117.1, latitude: -0.4, altitude: 0 },
      managingOrganization: { reference: `Organization/${idOf(posyandu)}` },
    });
    const visit = await fhir.post('/Encounter', anEncounter({ location: [{ location: { reference: `Location/${idOf(room)}` } }] }));

    expect([posyandu.status, room.status, visit.status]).toEqual([201, 201, 201]);
    expect(await totalOf('Location', { organization: idOf(posyandu) })).toBe(1);
    expect(await totalOf('Organization', { name: 'posyandu b' })).toBe(1);
    expect(await totalOf('Organization', { partof: organization })).toBe(2);
  });

  test.each([
    ['the provider', { serviceProvider: { reference: 'Organization/100009901' } }],
    ['the room', { location: [{ location: { reference: 'Location/3f0c9901-0003-4a00-8000-000000000001' } }] }],
  ])('%s of another facility is refused', async (_case, changes) => {
    const response = await fhir.post('/Encounter', anEncounter(changes));

    expect([response.status, textsOf(response)]).toEqual([400, ['resource cannot be accessed due to business rule']]);
  });

  test("another facility's visit may be read but not replaced", async () => {
    const id = idOf(await fhir.post('/Encounter', anEncounter()));
    const other = await sandbox.signedIn('simulasi-karang-joang');

    expect([(await other.get(`/Encounter/${id}`)).status, (await other.put(`/Encounter/${id}`, { ...anEncounter(), id })).status]).toEqual([
      200, 403,
    ]);
  });
});
