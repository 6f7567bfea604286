import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IdentityItem, IdentityItemPage } from '../../src/identity-desk.ts';
import { anUpstream, type Upstream } from '../scenarios/an-upstream.ts';
import { anOfficersFace, toldOf, type OfficersFace } from './an-officers-face.ts';

const header = 'No Warga;NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik 1;Diastolik 1;Sistolik 2;Diastolik 2;Diagnosis;Pencatat';
// Nobody has a NIK here; the platform knows all three by name, and one of them has a neighbour there whom he was taken for.
const sheet = [
  header,
  '-;;La Ode Hamid;11/04/1957;L;Posyandu Cempaka;03/06/2025;168;96;164;94;;Kader Ani',
  '-;;La Ode Hamzah;12/02/1971;L;Posyandu Cempaka;03/06/2025;128;86;124;84;;Kader Ani',
  '-;;Sari Rahayu;12/11/1998;P;Posyandu Cempaka;03/06/2025;118;76;114;74;;Kader Ani',
  '',
].join('\r\n');
const canaries = /La Ode|Hamid|Hamzah|Sari Rahayu|1957-04-11|1971-02-12|1998-11-12|7414991104579604|7414991202719607/;
const why = 'KTP diperiksa';

let upstream: Upstream;
let face: OfficersFace;
beforeAll(async () => {
  upstream = await anUpstream({ koreksi: 'terima' });
  face = await anOfficersFace(upstream.door);
  await upstream.tell('2025-06-04T06:00:00Z', 'posbindu-lansia', sheet);
}, 120_000);
afterAll(async () => {
  await face.close();
  await upstream.sandbox.simulator.stop();
});

const list = async (query: string, key: string) => face.ask<IdentityItemPage>('GET', `/persons/identities${query}`, key);
const decide = (id: string, key: string, body: unknown) => face.ask<unknown>('POST', `/persons/identities/${id}`, key, body);
const deny = (key: string, body: unknown) => face.ask<unknown>('POST', '/persons/identities', key, body);
const open = async (): Promise<readonly IdentityItem[]> => (await list('', 'bidan')).data.identities;
const offered = async (name: string): Promise<IdentityItem> => {
  const found = (await open()).find(({ ours }) => ours.name === name);
  if (found === undefined) throw new Error('offered by name');
  return found;
};

describe('GET /v1/persons/identities', () => {
  test('shows a nakes both sides by name, a dinkes neither, another puskesmas nobody, and a vendor nothing at all', async () => {
    const [bidan, dinkes, elsewhere, vendor, nobody] = await Promise.all(
      ['bidan', 'dinkes', 'bidan-lain', 'vendor', 'siapa'].map((key) => list('', key)),
    );
    expect([bidan, dinkes, elsewhere, vendor, nobody].map((answer) => answer?.status)).toEqual([200, 200, 200, 403, 401]);
    expect(bidan?.data.identities.map(({ ours }) => ours.name).sort()).toEqual(['La Ode Hamid', 'La Ode Hamzah', 'Sari Rahayu']);
    expect(dinkes?.data.identities.map(({ masked, foundBy }) => [masked, foundBy])).toEqual(Array(3).fill([true, 'nama']));
    expect(JSON.stringify(dinkes?.data)).not.toMatch(canaries);
    expect(elsewhere?.data.identities).toEqual([]);
    expect(toldOf(vendor?.data)).toMatch(/tidak mempunyai hak "nakes".*\| .*lacks the scope/);
  });

  test('writes down by whose key names were shown, and no name', () => {
    expect(face.written()).toMatch(/"identities-shown".*"offers":3.*"by":"bidan-bengkuring"/);
    expect(face.written()).not.toMatch(canaries);
  });

  test('goes on page by page, and ends', async () => {
    const all = (await open()).map(({ id }) => id);
    const paged: string[] = [];
    for (let query = '?limit=1'; query !== '';) {
      const { data } = await list(query, 'dinkes');
      paged.push(...data.identities.map(({ id }) => id));
      query = data.next === undefined ? '' : `?limit=1&after=${encodeURIComponent(data.next)}`;
    }
    expect([all.length, paged]).toEqual([3, all]);
  });

  test.each(['?state=lain', '?limit=0', '?limit=201', '?limit=dua', '?after=kemarin', '?after=2025-06-04T06:00:00Z/x', '?nama=Hamid'])(
    'refuses %s in both languages, and does not repeat it',
    async (query) => {
      const { status, data } = await list(query, 'bidan');
      expect([status, toldOf(data)]).toEqual([400, expect.stringMatching(/tidak sah.*\| .*not valid|harus nilai next.*\| .*must be/)]);
      expect(toldOf(data)).not.toMatch(/kemarin|Hamid/);
    },
  );
});

describe('POST /v1/persons/identities', () => {
  test.each<[string, unknown, RegExp]>([
    ['no decision', { why }, /"decision".*same atau not-same/],
    ['a decision there is not', { decision: 'undo', why }, /"decision"/],
    ['no reason', { decision: 'same' }, /"why".*alasan/],
    ['an empty reason', { decision: 'same', why: '' }, /"why"/],
    ['a reason of blanks', { decision: 'same', why: '  ' }, /alasan/],
    ['a reason that holds a NIK', { decision: 'same', why: 'NIK 7414 9911 0457 9604' }, /16 angka/],
    ['something unknown', { decision: 'same', why, nik: '7414991104579604' }, /hanya decision, why/],
    ['no JSON', '{', /JSON/],
  ])('of a record refuses %s, and nothing is decided', async (_claim, body, told) => {
    const { id } = await offered('La Ode Hamid');
    const { status, data } = await decide(id, 'bidan', body);
    expect([status, toldOf(data)]).toEqual([400, expect.stringMatching(told)]);
    expect(toldOf(data)).not.toMatch(/7414/);
    expect((await offered('La Ode Hamid')).state).toBe('open');
  });

  test('is for a nakes of the puskesmas alone', async () => {
    const { id, person, platform, platformId } = await offered('La Ode Hamid');
    const keys = ['dinkes', 'bidan-lain', 'vendor'];
    const decided = await Promise.all(keys.map((key) => decide(id, key, { decision: 'same', why })));
    const denied = await Promise.all(keys.map((key) => deny(key, { person, platform, platformId, why })));
    expect([...decided, ...denied].map(({ status }) => status)).toEqual(Array(6).fill(403));
    expect((await offered('La Ode Hamid')).state).toBe('open');
  });

  test.each<[string, object, number, RegExp]>([
    ['a person nobody is', { person: '00000000-0000-4000-8000-000000000009' }, 403, /satunya harus pernah dilayani/],
    ['a platform there is not', { platform: 'asdk' }, 404, /Yang ada: satusehat.*There are: satusehat/],
    ['a number that cannot be one', { platformId: '../Patient' }, 400, /"platformId"/],
    ['no person', { person: undefined }, 400, /"person"/],
  ])('of a named record refuses %s', async (_claim, given, status, told) => {
    const { person, platform, platformId } = await offered('La Ode Hamid');
    const answer = await deny('bidan', { person, platform, platformId, why, ...given });
    expect([answer.status, toldOf(answer.data)]).toEqual([status, expect.stringMatching(told)]);
  });

  test.each(['00000000-0000-7000-8000-000000000009', 'bukan-nomor', 'satu%2Fdua'])(
    'refuses the record %s, which is on no list',
    async (id) => {
      const { status, data } = await decide(id, 'bidan', { decision: 'same', why });
      expect([status, toldOf(data)]).toEqual([404, expect.stringMatching(/titian identity list.*\| .*titian identity list/)]);
    },
  );

  test('lets everything that waited go out under the number that is the same, once, however often it is said', async () => {
    const { id, person, platformId } = await offered('La Ode Hamid');
    const first = await decide(id, 'bidan', { decision: 'same', why });
    expect([first.status, first.data]).toMatchObject([200, { decided: 'same', person }]);
    await upstream.door.deliver();
    const sent = await upstream.stored();
    expect(sent.filter(({ resourceType }) => resourceType === 'Encounter').map(({ subject }) => subject?.reference)).toEqual([
      `Patient/${platformId}`,
    ]);

    const again = await decide(id, 'bidan', { decision: 'same', why: 'sekali lagi' });
    expect([again.status, again.data]).toEqual([200, { decided: 'same', person, released: 0 }]);
    await upstream.door.deliver();
    expect(await upstream.stored()).toEqual(sent);
  });

  test('keeps who decided first, and when', async () => {
    const { door } = upstream;
    const before = (await list('?state=same', 'bidan')).data.identities;
    door.at('2025-06-07T06:00:00Z');
    await decide(before[0]?.id ?? '', 'bidan', { decision: 'same', why: 'hari lain' });
    expect((await list('?state=same', 'dinkes')).data.identities).toMatchObject([
      { decidedBy: 'bidan-bengkuring', decidedAt: before[0]?.decidedAt, state: 'same', masked: true },
    ]);
  });

  test('never offers again what is not the same', async () => {
    const { id } = await offered('Sari Rahayu');
    expect((await decide(id, 'bidan', { decision: 'not-same', why })).status).toBe(200);
    await upstream.tell('2025-06-10T06:00:00Z', 'posbindu-lansia', sheet.replace('114;74', '112;72'));
    expect((await open()).map(({ ours }) => ours.name)).not.toContain('Sari Rahayu');
    expect((await list('?state=not-same', 'bidan')).data.identities.map(({ ours }) => ours.name)).toEqual(['Sari Rahayu']);
  });

  test('lets nothing more go out under a number that is somebody else’s, though it was adopted', async () => {
    const [hamid] = (await list('?state=same', 'bidan')).data.identities;
    const { person = '', platform = '', platformId = '' } = hamid ?? {};
    const there = await upstream.stored('Encounter');
    const denied = await deny('bidan', { person, platform, platformId, why });
    expect([denied.status, denied.data]).toMatchObject([200, { decided: 'not-same', person }]);
    await upstream.tell('2025-06-12T06:00:00Z', 'posbindu-lansia', sheet.replaceAll('03/06/2025', '11/06/2025'));
    const now = await upstream.stored('Encounter');
    // Nothing was added, and what stood under that number is void.
    const his = now.filter(({ subject }) => (subject as { reference?: string } | undefined)?.reference === `Patient/${platformId}`);
    expect(now.map(({ id }) => id)).toEqual(there.map(({ id }) => id));
    expect(his.map(({ status }) => status)).toEqual(['entered-in-error']);
    expect((await list('?state=not-same', 'bidan')).data.identities.map(({ platformId: id }) => id)).toContain(platformId);
  });

  test('is written down with who said it, and without anybody’s name or number', () => {
    expect(face.written()).toMatch(/"identity-same".*"by":"bidan-bengkuring"/);
    expect(face.written()).toMatch(/"identity-not-same".*"by":"bidan-bengkuring"/);
    expect(face.written()).not.toMatch(canaries);
  });
});
