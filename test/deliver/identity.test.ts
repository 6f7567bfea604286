import { afterEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/map/visit.ts';
import { openPersons } from '../../src/open-persons.ts';
import type { WhoIsWho } from '../../src/identity-desk.ts';
import { aDistrict, aPerson, naura, type District } from './a-district.ts';

let opened: District | undefined;

afterEach(() => opened?.close());

async function district(): Promise<District> {
  opened = await aDistrict();
  return opened;
}

const officer = { asker: { by: 'nakes', names: true }, why: 'KTP dan KK sudah dilihat' };
const address = { 'kode-wilayah': '6472991001', rt: '002', rw: 'RW 05' };
/** Known to Dukcapil only (site-example/simulator/people.json). */
const rangga = { nik: '6472991303249609', name: 'Rangga Mahesa', birthDate: '2024-03-13', sex: 'L', address } as const;

function aDeskOf({ store, site, sandbox }: District): WhoIsWho {
  return openPersons({ store, site: () => Promise.resolve(site), now: () => sandbox.clock.now, wake: () => undefined }, () => undefined);
}

const callsTo = async ({ calls }: District, path: string): Promise<number> =>
  Object.entries(await calls()).reduce((sum, [name, count]) => (name.endsWith(`v1/${path}`) ? sum + count : sum), 0);

describe('somebody whom only Dukcapil knows', () => {
  test('is registered with one look and one message, and the visit goes', async () => {
    const home = await district();
    await home.owe({ person: aPerson(rangga) });
    await home.deliver();

    expect(await home.outcomes()).toMatchObject({ delivered: 1, held: 0 });
    expect(await callsTo(home, 'Patient')).toBe(2);
  });

  test('whose registration was answered by nothing is looked for and adopted, never made twice', async () => {
    const home = await district();
    await home.sandbox.http.post('/_sandbox/faults', { kind: 'lost-after-commit', times: 1, match: { method: 'POST', path: '/Patient$' } });
    await home.owe({ person: aPerson(rangga) });
    await home.pass(3);

    expect(await home.outcomes()).toMatchObject({ delivered: 1, held: 0 });
    const posts = (await home.calls())['POST fhir-r4/v1/Patient'];
    expect(posts).toBe(1);
  });

  test('with another birth date than Dukcapil’s is held with the part named', async () => {
    const home = await district();
    const person = aPerson({ ...rangga, birthDate: '2024-03-14' });
    await home.owe({ person });
    await home.deliver();

    expect(await home.outcomes()).toMatchObject({ delivered: 0, held: 1, reasons: { 'data-dukcapil-berbeda': 1 } });
  });
});

describe('a record that a person has to decide about', () => {
  const doubtful = { ...naura, name: 'Naura Kirana' };

  test('is listed masked, and adopted once a person says it is the same', async () => {
    const home = await district();
    await home.owe({ person: aPerson(doubtful) });
    await home.deliver();
    const desk = aDeskOf(home);
    const page = await desk.identities({ state: 'open', limit: 10 }, { by: 'dinkes', names: false });
    const [item] = page.ok ? page.value.identities : [];
    expect(item).toMatchObject({ platformId: 'P99000000202', foundBy: 'nik', reason: 'nik-tidak-cocok', masked: true });
    expect(JSON.stringify(item)).not.toMatch(/Naura|NAURA|6472994302249512|2024-02-03/);

    expect(await desk.decideIdentity(item?.id ?? '', 'same', officer)).toMatchObject({ ok: true, value: { decided: 'same', released: 1 } });
    await home.deliver();

    expect(await home.outcomes()).toMatchObject({ delivered: 1, held: 0 });
    expect(await desk.identities({ state: 'open', limit: 10 }, officer.asker)).toMatchObject({ value: { identities: [] } });
  });

  test('is never offered or adopted again once it is denied, and whoever may not see names decides nothing', async () => {
    const home = await district();
    await home.owe({ person: aPerson(doubtful) });
    await home.deliver();
    const desk = aDeskOf(home);
    const page = await desk.identities({ state: 'open', limit: 10 }, officer.asker);
    const id = page.ok ? (page.value.identities[0]?.id ?? '') : '';
    expect(await desk.decideIdentity(id, 'same', { ...officer, asker: { by: 'dinkes', names: false } })).toMatchObject({ ok: false });

    await desk.decideIdentity(id, 'not-same', officer);
    await home.deliver();

    expect(await home.outcomes()).toMatchObject({ delivered: 0, held: 1, reasons: { 'nik-tidak-cocok': 1 } });
    expect(await desk.identities({ state: 'open', limit: 10 }, officer.asker)).toMatchObject({ value: { identities: [] } });
    expect(await desk.identities({ state: 'not-same', limit: 10 }, officer.asker)).toMatchObject({
      value: { identities: [{ decidedBy: 'nakes', platformId: 'P99000000202' }] },
    });
  });

  test('that was adopted and turns out to be a stranger’s is forgotten; what was sent under it and the next visit wait for the right one', async () => {
    const home = await district();
    const person = aPerson(naura);
    await home.owe({ person });
    await home.deliver();
    const record = { person: person.id, platform: 'satusehat', platformId: 'P99000000202' };
    expect(await aDeskOf(home).decideIdentity(record, 'not-same', officer)).toMatchObject({ ok: true });

    await home.owe({ person, date: '2025-08-13' });
    home.at('2025-08-16T08:00:00Z');
    await home.deliver();

    expect(await home.outcomes()).toMatchObject({ delivered: 0, held: 2, reasons: { 'nik-tidak-cocok': 2 } });
    expect(await home.stored('Encounter')).toHaveLength(1);
  });
});

describe('a newborn without NIK', () => {
  const newborn = {
    ...{
      name: 'By. Ny. Mega',
      nameIsOfficial: false,
      nikIbu: '6472997009949514',
      mother: 'Mega',
      birthDate: '2025-08-01',
      address,
    },
    nikFault: 'tanpa-nik',
  } as const;
  const aNewborn = (facts: Partial<Person> = {}): Person => ({ id: randomUUID(), ...newborn, sex: 'P', ...facts });

  test('is registered by the mother’s NIK; the second visit asks nothing again, and a NIK of its own changes nothing', async () => {
    const home = await district();
    const person = aNewborn();
    await home.owe({ person });
    await home.deliver();
    expect(await home.stored('Encounter')).toHaveLength(1);
    const asked = await callsTo(home, 'Patient');

    const { nikFault: _fault, ...named } = { ...person, nik: '6472994108259603', name: 'Arunika', nameIsOfficial: true };
    await home.owe({ person: named, date: '2025-08-13' });
    home.at('2025-08-16T08:00:00Z');
    await home.deliver();

    const subjects = (await home.stored('Encounter')).map(({ subject }) => subject.reference);
    expect(new Set(subjects).size).toBe(1);
    expect(subjects).toHaveLength(2);
    expect(await callsTo(home, 'Patient')).toBe(asked);
  });

  test('whose registration was lost is found again; twins are two', async () => {
    const home = await district();
    await home.sandbox.http.post('/_sandbox/faults', { kind: 'lost-after-commit', times: 1, match: { method: 'POST', path: '/Patient$' } });
    await home.owe({ person: aNewborn({ name: 'By. Ny. Mega I', birthOrder: 1 }) });
    await home.owe({ person: aNewborn({ name: 'By. Ny. Mega II', birthOrder: 2 }) });
    await home.pass(3);

    const subjects = (await home.stored('Encounter')).map(({ subject }) => subject.reference);
    expect([subjects.length, new Set(subjects).size]).toEqual([2, 2]);
    expect((await home.calls())['POST fhir-r4/v1/Patient']).toBe(2);
  });
});

describe('an adopted number', () => {
  test('is asked for once, and again half a year later before the next visit', async () => {
    const home = await district();
    const person = aPerson(naura);
    await home.owe({ person });
    await home.deliver();
    await home.owe({ person, date: '2025-08-13' });
    home.at('2025-08-16T08:00:00Z');
    await home.deliver();
    expect(await callsTo(home, 'Patient')).toBe(1);

    await home.owe({ person, date: '2026-03-13' });
    home.at('2026-03-13T08:00:00Z');
    await home.pass(1);

    expect(await home.outcomes()).toMatchObject({ delivered: 3 });
    expect(await callsTo(home, 'Patient')).toBe(2);
  });
});
