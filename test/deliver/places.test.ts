import { afterEach, describe, expect, test } from '@jest/globals';
import { listClosed } from '../../src/gateway/places/closed-places-job.ts';
import { changedPlaces } from '../../src/map/places/changed-places.ts';
import type { Place, Site } from '../../src/map/place.ts';
import { aStore, query } from '../a-store.ts';
import { aDistrict, aPerson, bilal, type District } from './a-district.ts';

let open: District | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const code = 'posyandu-kenanga';
/** A posyandu that SATUSEHAT does not know yet. */
const unregistered = ({ organization, location, ...place }: Place): Place =>
  place.code === code ? place : { ...place, ...(organization && { organization }), ...(location && { location }) };

interface Told {
  readonly name: string;
  readonly active?: boolean;
  readonly status?: string;
}

const change = (site: Site, facts: Partial<Place>): Site => {
  const place = site.places.get(code);
  return place === undefined ? site : { ...site, places: new Map([...site.places, [code, { ...place, ...facts }]]) };
};

/** Imports another register, as every gateway takes it in. */
async function take(made: District, facts: Partial<Place>): Promise<void> {
  const before = made.site;
  made.site = change(before, facts);
  const at = made.sandbox.clock.now;
  const places = changedPlaces(before, made.site).map((each) => ({ code: each, since: at }));
  await made.store.owed.raisePlaces(made.store.db, 'satusehat', places, at);
}

async function told(made: District): Promise<readonly Told[]> {
  return [...(await made.stored('Organization')), ...(await made.stored('Location'))] as unknown as Told[];
}

describe('a place of the register', () => {
  test('is made once, follows the register, and becomes inactive when it has closed, though nobody imports anything that day', async () => {
    const made = await aDistrict({ change: unregistered });
    open = made;
    await made.owe({ person: aPerson() });
    await made.deliver();
    expect(await told(made)).toMatchObject([{ name: 'Posyandu Kenanga' }, { name: 'Posyandu Kenanga', status: 'active' }]);

    await made.pass(1);
    await take(made, { name: 'Posyandu Kenanga Baru', to: '2025-08-20' });
    await made.pass(1);
    expect(await told(made)).toMatchObject([{ name: 'Posyandu Kenanga Baru', active: true }, { name: 'Posyandu Kenanga Baru' }]);

    made.at('2025-08-20T16:00:00Z');
    const at = made.sandbox.clock.now;
    expect(await made.store.owed.raisePlaces(made.store.db, 'satusehat', listClosed(made.site, at), at)).toBe(1);
    expect(await made.store.owed.raisePlaces(made.store.db, 'satusehat', listClosed(made.site, at), at)).toBe(0);
    await made.pass(1);
    expect(await told(made)).toMatchObject([{ active: false }, { status: 'inactive' }]);
  });

  test('that another system of the facility made under our identifier is adopted and left as it is', async () => {
    const made = await aDistrict({ change: unregistered });
    open = made;
    const system = 'http://sys-ids.kemkes.go.id/organization/100009902';
    const http = await made.sandbox.signedIn();
    const { status } = await http.post('/Organization', {
      resourceType: 'Organization',
      active: true,
      identifier: [{ use: 'official', system, value: code }],
      type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'team' }] }],
      name: 'Kenanga Satu',
      partOf: { reference: 'Organization/100009902' },
    });
    expect(status).toBe(201);
    await made.owe({ person: aPerson() });
    await made.deliver();
    await made.pass(1);
    await take(made, { name: 'Posyandu Kenanga Baru' });
    await made.pass(1);
    expect(await told(made)).toMatchObject([{ name: 'Kenanga Satu' }, { name: 'Posyandu Kenanga Baru' }]);
    expect((await made.outcomes()).delivered).toBe(1);
  });
});

describe('what was delivered in one environment', () => {
  test('is owed anew in another: a switch to production begins with nothing sent', async () => {
    const made = await aDistrict();
    open = made;
    const visit = await made.owe({ person: aPerson(bilal) });
    await made.deliver();
    expect((await made.outcomes()).delivered).toBe(1);

    const production = await aStore({ url: made.url, environment: 'produksi' });
    expect(await production.owed.countOwed(production.db, 'satusehat')).toEqual([]);
    expect(await production.upstream.upstreamOf(production.db, 'satusehat', [`visit/${visit}`])).toEqual(new Map());
    const debt = { platform: 'satusehat', subject: { kind: 'visit', id: visit }, version: 1, due: made.sandbox.clock.now } as const;
    await production.transact((tx) => production.owed.owe(tx, [{ ...debt, beginning: { state: 'ready' } }], made.sandbox.clock.now));
    expect(await query(made.url, `select environment, state, settled_version from owed where subject_id = $1 order by 1`, [visit])).toEqual(
      [
        { environment: 'produksi', state: 'ready', settled_version: 0 },
        { environment: 'simulasi', state: 'settled', settled_version: 1 },
      ],
    );
  });
});

describe('a place that is only tried out', () => {
  test('sends nothing to production, and goes once its mode and that of its puskesmas are real', async () => {
    const made = await aDistrict({ environment: 'produksi' });
    open = made;
    await made.owe({ person: aPerson() });
    await made.deliver();
    expect(await query(made.url, `select distinct reason from owed where state = 'held'`)).toEqual([{ reason: 'tempat-mode-uji' }]);
    expect(Object.keys(await made.calls()).filter((call) => call.includes('fhir-r4'))).toEqual([]);

    made.site = {
      ...made.site,
      places: new Map([...made.site.places].map(([each, place]) => [each, { ...place, mode: 'nyata' as const }])),
    };
    await made.store.transact((tx) => made.store.owed.releaseForRegister(tx, 'satusehat', made.sandbox.clock.now));
    await made.deliver();
    expect((await made.outcomes()).delivered).toBe(1);
  });
});
