import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { aBundle, anEncounter, aSandbox, aVisit, issuesOf, type Sandbox } from './a-sandbox.ts';

let sandbox: Sandbox;
let fhir: AxiosInstance;
let platform: AxiosInstance;
beforeEach(async () => {
  sandbox = await aSandbox();
  fhir = await sandbox.signedIn();
  const headers = { authorization: String(fhir.defaults.headers['authorization']) };
  platform = axios.create({ baseURL: sandbox.simulator.url, headers, validateStatus: () => true, proxy: false });
});
afterEach(() => sandbox.simulator.stop());

const get = (path: string): Promise<AxiosResponse<unknown>> => platform.get<unknown>(path);

describe('the consent service', () => {
  const ihs = 'P99000000201';
  const write = (action: string): Promise<AxiosResponse<unknown>> =>
    platform.post('/consent/v1/Consent', { patient_id: ihs, action, agent: 'Dewi Kartika' });

  test('says of somebody who said nothing that they consent', async () => {
    expect((await get(`/consent/v1/Consent?patient_id=${ihs}`)).data).toMatchObject({
      resourceType: 'Consent',
      status: 'active',
      patient: { reference: `Patient/${ihs}` },
    });
  });

  test('of somebody who opts out hides what is there and refuses what is new; opting in shows it again', async () => {
    await fhir.post('/', aVisit('A'));
    await write('OPTOUT');
    const hidden = await fhir.get<{ total: number; entry: { resource: { resourceType: string } }[] }>('/Encounter', {
      params: { subject: ihs },
    });
    const [single, whole] = [await fhir.post('/Encounter', anEncounter()), await fhir.post('/', aBundle(anEncounter()))];
    await write('OPTIN');
    const shown = await fhir.get<typeof hidden.data>('/Encounter', { params: { subject: ihs } });

    expect([hidden.status, hidden.data.total, hidden.data.entry[0]?.resource]).toMatchObject([
      200,
      1,
      { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'suppressed' }] },
    ]);
    expect(JSON.stringify(hidden.data)).not.toContain('RAFFA');
    expect([single.status, whole.status]).toEqual([403, 400]);
    expect([single, whole].map((response) => issuesOf(response)[0]?.code)).toEqual(['forbidden', 'forbidden']);
    expect([shown.data.entry[0]?.resource.resourceType, (await fhir.post('/Encounter', anEncounter())).status]).toEqual(['Encounter', 201]);
  });

  test('remembers over a restart', async () => {
    await write('OPTOUT');
    await sandbox.simulator.stop();
    sandbox = await aSandbox({ data: sandbox.data });
    fhir = await sandbox.signedIn();

    expect((await fhir.post('/Encounter', anEncounter())).status).toBe(403);
  });

  test.each([
    ['no patient', {}, 400],
    ['an unknown action', { patient_id: ihs, action: 'MUNGKIN', agent: 'a' }, 400],
    ['what every object inherits', { patient_id: ihs, action: 'constructor', agent: 'a' }, 400],
    ['no agent', { patient_id: ihs, action: 'OPTIN' }, 400],
    ['nobody', { patient_id: 'P00000000000', action: 'OPTIN', agent: 'a' }, 404],
  ])('refuses %s', async (_case, body, status) => {
    expect((await platform.post('/consent/v1/Consent', body)).status).toBe(status);
  });

  test.each([
    ['/consent/v1/Consent', 400],
    ['/consent/v1/Consent?patient_id=P00000000000', 404],
  ])('GET %s is %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('master data', () => {
  test.each([
    [
      'provinces?codes=64,31',
      [
        ['31', null],
        ['64', null],
      ],
    ],
    ['cities?province_codes=64', [['6472', '64']]],
    ['districts?city_codes=6472', [['647206', '6472']]],
    ['sub-districts?district_codes=647206', [['6472061001', '647206']]],
  ])('%s gives rows of the next level, in digits without points', async (path, some) => {
    const { status, data } = await platform.get<{ data: { code: string; parent_code: string | null; name: string }[] }>(
      `/masterdata/v1/${path}`,
    );
    const rows = data.data.map(({ code, parent_code }) => [code, parent_code]);

    expect(status).toBe(200);
    for (const row of some) expect(rows).toContainEqual(row);
    expect(data.data.every(({ name }) => name !== '')).toBe(true);
  });

  test('v2 comes page by page', async () => {
    interface Page {
      readonly data: readonly { code: string }[];
      readonly meta: { readonly page: { readonly next: number | null; readonly is_cursor: boolean } };
    }
    const { data: first } = await platform.get<Page>('/masterdata/v2/districts?city_codes=');
    const { data: second } = await platform.get<Page>(`/masterdata/v2/districts?current_page=${String(first.meta.page.next)}`);

    expect([first.data.length, first.meta.page]).toMatchObject([100, { is_cursor: true, next: 2 }]);
    expect(second.data[0]?.code).not.toBe(first.data[0]?.code);
  });

  test('the index of facilities holds the puskesmas of the district, in pages, and refuses more than 2000', async () => {
    const path = '/masterdata/v1/mastersaranaindex/mastersarana';
    const [all, page, named, none, tooMany] = await Promise.all(
      ['?limit=100', '?limit=1&page=2', '?nama=bengkuring&jenis_sarana=102', '?jenis_sarana=104', '?limit=2001'].map((query) =>
        get(`${path}${query}`),
      ),
    );

    expect(all?.data).toMatchObject({ status_code: 200, page: 1, total_page: 1 });
    expect((all?.data as { data: unknown[] }).data).toHaveLength(2);
    expect(page?.data).toMatchObject({ page: 2, total_page: 2, data: [{}] });
    expect(named?.data).toMatchObject({ data: [{ kode_satusehat: '100009902', nama: 'Puskesmas Bengkuring' }] });
    expect(none?.data).toMatchObject({ data: [] });
    expect([tooMany?.status, tooMany?.data]).toEqual([400, { status_code: 400, message: 'limit cannot be more than 2000', data: null }]);
  });
});

describe('the pharmaceutical dictionary', () => {
  test('finds a product by its KFA code, and nothing by one that is not there', async () => {
    const [one, none] = await Promise.all(['93008995', '93999999'].map((code) => get(`/kfa-v2/products?identifier=kfa&code=${code}`)));

    expect(one?.data).toMatchObject({ search_code: '93008995', search_identifier: 'kfa', result: { kfa_code: '93008995', active: true } });
    expect([none?.status, none?.data]).toMatchObject([200, { result: null }]);
  });

  test('lists products in pages, by a word, and no devices', async () => {
    const [page, named, devices] = await Promise.all(
      ['page=2&size=5&product_type=farmasi', 'page=1&size=50&product_type=farmasi&keyword=bcg', 'page=1&size=5&product_type=alkes'].map(
        (query) => get(`/kfa-v2/products/all?${query}`),
      ),
    );

    expect((page?.data as { items: { data: unknown[] } }).items.data).toHaveLength(5);
    expect([named?.data, devices?.data]).toMatchObject([{ total: 3 }, { total: 0 }]);
  });

  test.each([
    ['/kfa-v2/products', ['identifier', 'code']],
    ['/kfa-v2/products?identifier=nik&code=1', ['identifier']],
    ['/kfa-v2/products/all?page=0&size=x', ['page', 'size', 'product_type']],
  ])('%s is refused with 422, field by field', async (path, fields) => {
    const { status, data } = await get(path);

    expect([status, (data as { detail: { loc: string[] }[] }).detail.map(({ loc }) => loc[1])]).toEqual([422, fields]);
  });
});

test('KYC refuses with 200, and says so inside', async () => {
  const { status, data } = await platform.post<unknown>('/kyc/v1/generate-url', 'x', { headers: { 'content-type': 'text/plain' } });

  expect([status, data]).toMatchObject([200, { metadata: { code: '400' }, data: {} }]);
});

test.each(['/consent/v1/Consent', '/masterdata/v1/provinces', '/kfa-v2/products', '/masterdata/v1/mastersaranaindex/mastersarana'])(
  '%s wants a token',
  async (path) => {
    expect((await sandbox.http.get(path)).status).toBe(401);
  },
);
