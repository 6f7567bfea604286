// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, describe, expect, test } from '@jest/globals';
import { releaseForRegister } from '../../src/store/release-for-register.ts';
import { aDistrict, aPerson, bilal, naura, raffa, type District, type DistrictOptions } from './a-district.ts';

const open: District[] = [];
const district = async (options?: DistrictOptions): Promise<District> => {
  const made = await aDistrict(options);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const toRoot = '^/fhir-r4/v1/?$';
const none = { delivered: 0, held: 0, waiting: 0, rejected: 0, underway: 0, reasons: {} };

describe('a visit', () => {
  test('arrives once, whole and closed, with everything it leans on', async () => {
    const { owe, deliver, stored, outcomes } = await district();
    await owe({ person: aPerson() });
    await deliver();

    expect(await outcomes()).toEqual({ ...none, delivered: 1 });
    const [encounter] = await stored('Encounter');
    expect(encounter).toMatchObject({
      status: 'finished',
      subject: { reference: 'Patient/P99000000201' },
      period: { start: '2025-08-12T00:00:00+00:00', end: '2025-08-12T03:00:00+00:00' },
    });
    expect(encounter?.identifier[0]).toEqual({
      system: 'http://sys-ids.kemkes.go.id/encounter/100009902',
      value: expect.stringMatching(/^titian-[0-9a-f-]{36}$/),
    });
    for (const type of ['Encounter', 'Observation', 'Procedure', 'Condition']) expect(await stored(type)).toHaveLength(1);
  });

  test('that was delivered is not sent again, whoever looks', async () => {
    const { owe, deliver, stored, calls } = await district();
    const person = aPerson();
    const id = await owe({ person });
    await deliver();
    const before = await calls();
    await owe({ person, id });
    await deliver();

    expect(await calls()).toEqual(before);
    expect(await stored('Encounter')).toHaveLength(1);
  });

  test('at a place the platform does not know yet goes after that place was made there', async () => {
    const { owe, deliver, stored, outcomes } = await district({
      change: ({ organization, location, ...place }) =>
        place.code === 'posyandu-kenanga' ? place : { ...place, ...(organization && { organization }), ...(location && { location }) },
    });
    await owe({ person: aPerson() });
    await owe({ person: aPerson(naura) });
    await deliver();

    expect(await outcomes()).toMatchObject({ delivered: 2 });
    expect(await stored('Organization')).toHaveLength(1);
    expect(await stored('Location')).toHaveLength(1);
  });

  test('is one of two of that child on that day, and both go', async () => {
    const { owe, deliver, stored } = await district();
    const person = aPerson();
    await owe({ person });
    await owe({ person, service: 'poli-kia' });
    await deliver();

    expect((await stored('Encounter')).map(({ status }) => status).sort()).toEqual(['finished', 'in-progress']);
  });

  test('that changed after it arrived waits for a person where the platform refuses the change, and is not sent twice', async () => {
    const { owe, deliver, stored, outcomes } = await district();
    const person = aPerson();
    const id = await owe({ person });
    await deliver();
    await owe({ person, id, grams: 10_600 });
    await deliver();

    expect(await outcomes()).toEqual({ ...none, held: 1, reasons: { 'koreksi-perlu-tangan': 1 } });
    expect(await stored('Observation')).toHaveLength(1);
  });

  test('of today waits for its end and is never refused for being in the future', async () => {
    const { owe, deliver, pass, at, outcomes, calls } = await district();
    at('2025-08-11T23:00:00Z');
    await owe({ person: aPerson() });
    await deliver();
    expect(await outcomes()).toEqual({ ...none, waiting: 1, reasons: { 'menunggu-waktu': 1 } });
    expect((await calls())['POST fhir-r4/v1']).toBeUndefined();

    at('2025-08-12T03:00:00Z');
    await pass(1);
    expect(await outcomes()).toEqual({ ...none, delivered: 1 });
  });

  test('at a place that left the register is held, not taken for delivered', async () => {
    const made = await district();
    await made.owe({ person: aPerson() });
    const { site } = made;
    made.site = { ...site, places: new Map([...site.places].filter(([code]) => code !== 'posyandu-kenanga')) };
    await made.deliver();

    expect(await made.outcomes()).toEqual({ ...none, held: 1, reasons: { 'subjek-tidak-dikenal': 1 } });
  });

  test('whose nakes was corrected in the register since is not left waiting for somebody nobody looks up', async () => {
    const made = await district();
    const { site } = made;
    const change = (nik: string): typeof site => ({
      ...site,
      places: new Map(
        [...site.places].map(([code, place]) => [code, { ...place, responsible: place.responsible.map((one) => ({ ...one, nik })) }]),
      ),
    });
    made.site = change('6471994708889701');
    await made.owe({ person: aPerson() });
    await made.deliver();
    made.site = site;
    await made.store.transact((tx) => releaseForRegister(tx, 'satusehat', made.sandbox.clock.now));
    await made.deliver();
    await made.pass(1);

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
  });
});

describe('identity', () => {
  test.each([
    [
      'a NIK that answers with another name',
      { nik: '6472990407229601', name: 'Dimas Saputra', birthDate: '2022-07-04', sex: 'L' },
      'nik-tidak-cocok',
    ],
    ['two records under one NIK', { nik: '6471991202229605', name: 'Fajar Ramadhan', birthDate: '2022-02-12', sex: 'L' }, 'ihs-ganda'],
    ['a birth date that neither the NIK nor the platform has', { ...raffa, birthDate: '2023-05-19' }, 'nik-tidak-cocok'],
    ['a NIK nobody knows', { nik: '6472991303249609', name: 'Rangga Mahesa', birthDate: '2024-03-13', sex: 'L' }, 'alamat-belum-lengkap'],
    [
      'a NIK not even Dukcapil knows',
      {
        nik: '6472991303249618',
        name: 'Rangga Mahendra',
        birthDate: '2024-03-13',
        sex: 'L',
        address: { 'kode-wilayah': '6472991001', rt: '2', rw: '5' },
      },
      'nik-tidak-dikenal',
    ],
  ] as const)('%s holds the visit with its reason, and nothing is written', async (_, facts, reason) => {
    const { owe, deliver, stored, outcomes } = await district();
    await owe({ person: aPerson(facts) });
    await owe({ person: aPerson(naura) });
    await deliver();

    expect(await outcomes()).toEqual({ ...none, delivered: 1, held: 1, reasons: { [reason]: 1 } });
    expect((await stored('Encounter')).map(({ subject }) => subject.reference)).toEqual(['Patient/P99000000202']);
  });

  test('is adopted when NIK, name and birth date answer together, though the NIK tells another date', async () => {
    const { owe, deliver, stored } = await district();
    await owe({ person: aPerson({ nik: '6471992108219606', name: 'Galang Pradana', birthDate: '2021-09-21' }) });
    await deliver();

    expect(await stored('Encounter')).toMatchObject([{ subject: { reference: 'Patient/P99000000907' } }]);
  });

  test('adopted for one NIK is not kept for another: what went to the wrong record is taken back there and sent anew', async () => {
    const { owe, deliver, stored } = await district();
    const person = aPerson();
    await owe({ person });
    await deliver();
    await owe({ person: { ...person, ...bilal }, date: '2025-08-13' });
    await deliver();

    const there = (await stored('Encounter')).map(({ subject, status }) => `${subject.reference} ${status ?? ''}`);
    expect(there.sort()).toEqual([
      'Patient/P99000000201 entered-in-error',
      'Patient/P99000000203 finished',
      'Patient/P99000000203 finished',
    ]);
  });

  test('that is wrong after a correction holds the next visit, which costs no further calls', async () => {
    const { owe, deliver, pass, outcomes, calls } = await district();
    const person = aPerson();
    await owe({ person });
    await deliver();
    await owe({ person: { ...person, nik: naura.nik }, date: '2025-08-13' });
    await deliver();
    await pass(2);
    const before = await calls();
    await pass(10);

    expect(await outcomes()).toEqual({ ...none, delivered: 1, held: 1, reasons: { 'nik-tidak-cocok': 1 } });
    expect(await calls()).toEqual(before);
  });

  test('outside kecamatan 99 never leaves for a simulation or staging', async () => {
    const { owe, deliver, outcomes, calls } = await district({ environment: 'staging' });
    await owe({ person: aPerson({ nik: '6472011805239511' }) });
    await deliver();

    expect(await outcomes()).toEqual({ ...none, held: 1, reasons: { 'bukan-kecamatan-99': 1 } });
    expect((await calls())['GET fhir-r4/v1/Patient']).toBeUndefined();
  });
});

describe('another sender', () => {
  const anothers = async (made: District, start: string): Promise<void> => {
    const http = await made.sandbox.signedIn('simulasi-bengkuring-simpus');
    const answer = await http.post('/Encounter', {
      resourceType: 'Encounter',
      identifier: [{ system: 'http://sys-ids.kemkes.go.id/encounter/100009902', value: `SIMPUS-${start}` }],
      status: 'in-progress',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject: { reference: 'Patient/P99000000201' },
      participant: [{ individual: { reference: 'Practitioner/N99000003' } }],
      period: { start },
      location: [{ location: { reference: 'Location/3f0c9902-0003-4a00-8000-000000000001' } }],
      statusHistory: [{ status: 'arrived', period: { start } }],
      serviceProvider: { reference: 'Organization/100009902' },
    });
    expect(answer.status).toBe(201);
  };

  test.each(['2025-08-12T02:00:00+00:00', '2025-08-11T23:30:00+00:00'])(
    'who had the child that local day, at %s, holds our visit',
    async (start) => {
      const made = await district();
      await anothers(made, start);
      await made.owe({ person: aPerson() });
      await made.deliver();

      expect(await made.outcomes()).toEqual({ ...none, held: 1, reasons: { 'mungkin-sudah-dikirim': 1 } });
      expect(await made.stored('Encounter')).toHaveLength(1);
    },
  );

  test('who had the child on another local day holds nothing', async () => {
    const made = await district();
    await anothers(made, '2025-08-12T17:00:00+00:00');
    await made.owe({ person: aPerson() });
    await made.deliver();

    expect(await made.outcomes()).toMatchObject({ delivered: 1 });
  });

  test('who comes between our look and our second try holds our visit', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'lost-before-commit', times: 1, match: { method: 'POST', path: toRoot } });
    await made.owe({ person: aPerson() });
    await made.deliver();
    await anothers(made, '2025-08-12T02:00:00+00:00');
    made.at('2025-08-15T01:00:00Z');
    await made.deliver();

    expect(await made.outcomes()).toMatchObject({ held: 1, reasons: { 'mungkin-sudah-dikirim': 1 } });
  });
});
