// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AxiosInstance, AxiosResponse } from 'axios';
import { comparesTo, readSpan, spanBetween } from '../../src/simulator/date-range.ts';
import { anEncounter, anEpisode, aSandbox, aVisit, nikSystem, organization, textsOf, type Resource, type Sandbox } from './a-sandbox.ts';

let sandbox: Sandbox;
let fhir: AxiosInstance;
beforeEach(async () => {
  sandbox = await aSandbox();
  fhir = await sandbox.signedIn();
});
afterEach(() => sandbox.simulator.stop());

interface Found {
  readonly total: number;
  readonly entry?: readonly { readonly resource: { readonly id: string; readonly resourceType: string } }[];
  readonly link: readonly { readonly relation: string; readonly url: string }[];
}
const search = (type: string, params: Readonly<Record<string, string | number>>): Promise<AxiosResponse<Found>> =>
  fhir.get<Found>(`/${type}`, { params });
const totalOf = async (type: string, params: Readonly<Record<string, string>>): Promise<number> => (await search(type, params)).data.total;
const created = async (resource: Resource): Promise<string> => {
  const { data, status } = await fhir.post<{ id: string }>(`/${String(resource['resourceType'])}`, resource);
  expect([status, data]).toMatchObject([201, {}]);
  return data.id;
};
const subject = { reference: 'Patient/P99000000201' };
const raffa = 'P99000000201';
const own = (slug: string, value: string): object[] => [{ system: `http://sys-ids.kemkes.go.id/${slug}/${organization}`, value }];
/** Puts a resource there whatever the rules say, as older data may be there. */
const there = async (resource: Resource): Promise<string> => {
  const encounter = await created(anEncounter({ identifier: own('encounter', `K-${String(Math.random())}`) }));
  return created({ ...resource, encounter: { reference: `Encounter/${encounter}` } });
};

describe('visits and their parts', () => {
  beforeEach(async () => {
    await fhir.post('/', aVisit('A'));
    await fhir.post('/', aVisit('B'));
  });

  test.each([
    ['Encounter', { identifier: `http://sys-ids.kemkes.go.id/encounter/${organization}|A` }, 1],
    ['Encounter', { identifier: `http://sys-ids.kemkes.go.id/encounter/${organization}|C` }, 0],
    ['Encounter', { identifier: `http://sys-ids.kemkes.go.id/encounter/${organization}%7CA` }, 0],
    ['Encounter', { subject: raffa }, 2],
    ['Encounter', { subject: `Patient/${raffa}`, date: '2025-08-12', 'service-provider': organization }, 2],
    ['Encounter', { subject: raffa, date: '2025-08-13' }, 0],
    ['Encounter', { subject: raffa, date: 'ge2025-08-12' }, 2],
    ['Encounter', { subject: raffa, date: 'lt2025-08-12' }, 0],
    ['Encounter', { subject: raffa, date: 'ge2025-08-12T08:30:00+07:00' }, 2],
    ['Encounter', { subject: raffa, date: 'ge2025-08-12T02:00:01Z' }, 0],
    ['Observation', { subject: raffa, code: 'http://loinc.org|29463-7' }, 2],
    ['Condition', { subject: raffa, code: 'J06' }, 0],
  ])('%s by %j finds %i', async (type, params, total) => {
    expect(await totalOf(type, params)).toBe(total);
  });

  test('a range is two dates, and a visit that reaches into it is in it', async () => {
    const params = new URLSearchParams([
      ['subject', raffa],
      ['date', 'ge2025-08-12T01:30:00Z'],
      ['date', 'lt2025-08-12T03:00:00Z'],
    ]);

    expect((await fhir.get<Found>('/Encounter', { params })).data.total).toBe(2);
    params.append('date', 'sa2025-08-12T01:30:00Z');
    expect((await fhir.get<Found>('/Encounter', { params })).data.total).toBe(0);
  });

  test('the parts of a visit are found by the visit, and not those of another', async () => {
    const { data } = await search('Encounter', { identifier: `http://sys-ids.kemkes.go.id/encounter/${organization}|A` });
    const encounter = data.entry?.[0]?.resource.id ?? '';

    expect([await totalOf('Observation', { encounter }), await totalOf('Condition', { encounter })]).toEqual([1, 1]);
  });

  test('what every object inherits is no parameter', async () => {
    const response = await fhir.get<unknown>(`/Encounter?subject=${raffa}&constructor=x`);

    expect([response.status, textsOf(response)]).toEqual([400, ['invalid_query']]);
  });

  test('a long answer comes in pages that count the whole', async () => {
    const { data: first } = await search('Encounter', { subject: raffa, _count: 1 });
    const { data: second } = await fhir.get<Found>(first.link.find((link) => link.relation === 'next')?.url ?? '');
    const ids = [first, second].map(({ entry = [] }) => entry.map(({ resource }) => resource.id));

    expect([first.total, second.total, ids.flat().length, new Set(ids.flat()).size]).toEqual([2, 2, 2, 2]);
    expect(second.link.some((link) => link.relation === 'next')).toBe(false);
  });

  test.each([
    ['no criterion', 'Encounter', {}, 'Missing query parameters: subject'],
    ['a date alone', 'Encounter', { date: '2025-08-12' }, 'Missing query parameters: subject'],
    ['an unknown parameter', 'Encounter', { warna: 'merah' }, 'invalid_query'],
    ['no date', 'Encounter', { subject: raffa, date: 'kemarin' }, 'invalid_query'],
    ['a status, which nobody was seen to ask for', 'Encounter', { subject: raffa, status: 'finished' }, 'invalid_query'],
    ['the identifier of a part', 'Observation', { identifier: 'a|b' }, 'invalid_query'],
    ['the visit of a dose', 'Immunization', { encounter: 'x' }, 'invalid_query'],
    ['a type nobody was seen to search', 'QuestionnaireResponse', { subject: raffa }, 'invalid_query'],
  ])('with %s is refused', async (_case, type, params, text) => {
    const response = await fhir.get<unknown>(`/${type}`, { params });

    expect([response.status, textsOf(response)]).toEqual([400, [text]]);
  });

  test('what nobody was seen to search by is searched where the settings say so', async () => {
    await sandbox.http.post('/_sandbox/settings', { pencarianLain: 'terima' });

    expect(await totalOf('Observation', { identifier: `http://sys-ids.kemkes.go.id/observation/${organization}|BERAT-B` })).toBe(1);
    expect(await totalOf('QuestionnaireResponse', { subject: raffa })).toBe(0);
    expect((await search('Encounter', { warna: 'merah' })).status).toBe(400);
  });
});

describe('types of their own ways', () => {
  test('an episode is found by patient, type and status, by any facility', async () => {
    const id = await created(anEpisode());
    fhir = await sandbox.signedIn('simulasi-karang-joang');
    const type = 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare-type|ANC';
    const { data } = await search('EpisodeOfCare', { patient: 'P99000000101', type, status: 'active' });

    expect(data.entry?.map(({ resource }) => resource.id)).toEqual([id]);
    expect(await totalOf('EpisodeOfCare', { patient: 'P99000000101', type, status: 'finished' })).toBe(0);
    expect(
      await totalOf('EpisodeOfCare', {
        organization,
        identifier: `http://sys-ids.kemkes.go.id/episode-of-care/${organization}|KEHAMILAN-1`,
      }),
    ).toBe(1);
  });

  test.each([
    ['context and subject', (visit: string) => ({ context: visit, subject: raffa }), 0],
    ['context alone', (visit: string) => ({ context: visit }), 'Missing query parameters: subject'],
    ['subject alone', () => ({ subject: raffa }), 'Missing query parameters: context'],
    ['encounter, which is not heard', (visit: string) => ({ encounter: visit }), 0],
    ['prescription', () => ({ prescription: 'x' }), 0],
  ])('a dispense is asked for by %s', async (_case, params, expected) => {
    const response = await search('MedicationDispense', params('3f0c9902-0000-4000-8000-000000000001'));

    if (typeof expected === 'string') expect([response.status, textsOf(response)]).toEqual([400, [expected]]);
    else expect([response.status, response.data.total]).toEqual([200, expected]);
  });

  test('a request is found by category, by who asked and who is asked, and by when it changed', async () => {
    const request = await there({
      resourceType: 'ServiceRequest',
      identifier: own('servicerequest', 'PERMINTAAN-1'),
      status: 'active',
      intent: 'original-order',
      category: [{ coding: [{ system: 'http://snomed.info/sct', code: '108252007' }] }],
      code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
      subject,
      requester: { reference: 'Practitioner/N99000003' },
      performer: [{ reference: 'Practitioner/N99000003' }],
      occurrenceDateTime: '2025-08-12T01:00:00+00:00',
    });
    const byEach = await Promise.all([
      totalOf('ServiceRequest', { category: '108252007' }),
      totalOf('ServiceRequest', { requester: 'N99000003' }),
      totalOf('ServiceRequest', { performer: 'N99000003', _lastUpdated: 'ge2025-08-15' }),
      totalOf('ServiceRequest', { performer: 'N99000003', _lastUpdated: 'lt2025-08-15' }),
      totalOf('ServiceRequest', { identifier: `http://sys-ids.kemkes.go.id/servicerequest/${organization}|PERMINTAAN-1` }),
    ]);

    expect([request !== '', byEach]).toEqual([true, [1, 1, 1, 0, 1]]);
  });

  test('a bar encoded twice finds nobody, and says so with 200', async () => {
    const response = await fhir.get<Found>(
      `/Patient?identifier=${encodeURIComponent(encodeURIComponent(`${nikSystem}|6472991805239511`))}`,
    );

    expect([response.status, response.data.total]).toEqual([200, 0]);
  });
});

describe('dates', () => {
  test.each([
    ['2025', '2025-12-31T23:59:59Z', true],
    ['2025-08', '2025-08-01T00:00:00+00:00', true],
    ['2025-08', '2025-09-01', false],
    ['2025-08-12T09:00:00+08:00', '2025-08-12T01:00:00+00:00', true],
    ['ne2025-08-12', '2025-08-12T05:00:00Z', false],
    ['gt2025-08-12', '2025-08-13T00:00:00Z', true],
    ['gt2025-08-12', '2025-08-12T23:59:59Z', false],
    ['le2025-08-12', '2025-08-12T23:59:59Z', true],
    ['sa2025-08-12', '2025-08-13', true],
    ['eb2025-08-12', '2025-08-11', true],
    ['eb2025-08-12', '2025-08-12', false],
  ])('%s holds for %s: %s', (asked, moment, holds) => {
    expect(comparesTo(asked)?.(readSpan(moment))).toBe(holds);
  });

  test('a visit that lasts is open at its end', () => {
    const open = spanBetween('2025-08-12T01:00:00Z', undefined);

    expect(['ge2026-01-01', 'eq2025-08-12', 'lt2025-08-13', 'eb2026-01-01'].map((asked) => comparesTo(asked)?.(open))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test.each(['', 'ge', '2025-13-99', 'T01:00', '12-08-2025'])('%j is none', (asked) => {
    expect(comparesTo(asked)).toBeUndefined();
  });

  test('what has no date is found by none', () => {
    expect(comparesTo('ge1900-01-01')?.(undefined)).toBe(false);
  });
});
