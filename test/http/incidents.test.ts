import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncidentLine, IncidentPage } from '../../src/deliveries.ts';
import type { IdentityItemPage } from '../../src/identity-desk.ts';
import { anUpstream, type Upstream } from '../scenarios/an-upstream.ts';
import { anOfficersFace, toldOf, type OfficersFace } from './an-officers-face.ts';

const header = 'No Warga;NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik 1;Diastolik 1;Sistolik 2;Diastolik 2;Diagnosis;Pencatat';
const own = '7414994101509605';
const hers = (nik: string, ...days: readonly string[]): string =>
  [header, ...days.map((day) => `-;${nik};Wa Ode Sitti;01/01/1950;P;Posyandu Cempaka;${day};150;92;148;90;;Kader Ani`), ''].join('\r\n');
const days = ['03/06/2025', '04/06/2025', '05/06/2025'];
const canaries = /Sitti|1950-01-01|7414994101509605|7414994101509606/;
const note = 'petugas SATUSEHAT diberi tahu 11 Juni';
const nobody = '00000000-0000-7000-8000-000000000009';

let upstream: Upstream;
let face: OfficersFace;
beforeAll(async () => {
  upstream = await anUpstream({ koreksi: 'terima' });
  face = await anOfficersFace(upstream.door);
  // Two women of one name and birthday: an officer takes the record of the other for hers, three visits go there, then her NIK comes.
  await upstream.tell('2025-06-06T06:00:00Z', 'posbindu-lansia', hers('', ...days));
  const { identities } = (await face.ask<IdentityItemPage>('GET', '/persons/identities', 'bidan')).data;
  const wrong = identities.find(({ platformId }) => platformId === 'P99000000966');
  await face.ask('POST', `/persons/identities/${wrong?.id ?? ''}`, 'bidan', { decision: 'same', why: 'nama dan tanggal lahir sama' });
  await upstream.door.deliver();
  await upstream.tell('2025-06-09T06:00:00Z', 'posbindu-lansia', hers(own, ...days));
  const record = { person: wrong?.person, platform: 'satusehat', platformId: 'P99000000966' };
  await face.ask('POST', '/persons/identities', 'bidan', { ...record, why: 'KTP: orang lain' });
  await upstream.door.deliver();
}, 120_000);
afterAll(async () => {
  await face.close();
  await upstream.sandbox.simulator.stop();
});

const list = async (query = '', key = 'operator') => face.ask<IncidentPage>('GET', `/incidents${query}`, key);
const open = async (): Promise<readonly IncidentLine[]> => (await list()).data.incidents;
const close = (id: string, key: string, body: unknown) => face.ask<IncidentLine>('POST', `/incidents/${id}/close`, key, body);

describe('GET /v1/incidents', () => {
  test('tells operators of the puskesmas and the dinkes what went wrong, and nobody else anything', async () => {
    const keys = ['operator', 'dinkes', 'operator-lain', 'bidan', 'vendor', 'siapa'];
    const answers = await Promise.all(keys.map((key) => list('', key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403, 401]);
    expect(answers.slice(0, 3).map(({ data }) => data.incidents.length)).toEqual([3, 3, 0]);
    expect(answers[0]?.data.incidents[0]).toMatchObject({
      ...{ platform: 'satusehat', kind: 'catatan-orang-lain', state: 'open', place: 'posyandu-cempaka' },
      parts: expect.arrayContaining([{ type: 'Encounter', id: expect.any(String), outcome: 'dibatalkan' }]) as unknown,
    });
  });

  test('names nobody, to whomever, neither by name nor by number here or there', async () => {
    const [first] = await open();
    const answers = await Promise.all([list('', 'dinkes'), face.ask('GET', `/incidents/${first?.id ?? ''}`, 'operator')]);
    expect(JSON.stringify(answers.map(({ data }) => data))).not.toMatch(canaries);
    expect(JSON.stringify(answers.map(({ data }) => data))).not.toMatch(/P9900000096/);
    expect(face.written()).not.toMatch(canaries);
  });

  test('goes on page by page, the newest first, and ends', async () => {
    const all = (await open()).map(({ id }) => id);
    const paged: string[] = [];
    for (let query = '?limit=2'; query !== '';) {
      const { data } = await list(query);
      paged.push(...data.incidents.map(({ id }) => id));
      query = data.next === undefined ? '' : `?limit=2&after=${encodeURIComponent(data.next)}`;
    }
    expect([all.length, paged]).toEqual([3, all]);
  });

  test('shows one of them with the messages by which it was put right', async () => {
    const [first] = await open();
    const { status, data } = await face.ask<IncidentLine>('GET', `/incidents/${first?.id ?? ''}`, 'operator');
    expect([status, data.id]).toEqual([200, first?.id]);
    expect(data.messages?.length).toBeGreaterThan(0);
    expect(data.messages?.every(({ delivery }) => delivery === 'accepted')).toBe(true);
  });

  test.each(['?state=lain', '?limit=0', '?limit=201', '?after=kemarin', '?nama=Sitti'])('refuses %s in both languages', async (query) => {
    const { status, data } = await list(query);
    expect([status, toldOf(data)]).toEqual([400, expect.stringMatching(/ \| /)]);
    expect(toldOf(data)).not.toMatch(canaries);
  });

  test.each([nobody, 'bukan-nomor', "x' or 1=1"])('knows no incident %s', async (id) => {
    const { status, data } = await face.ask('GET', `/incidents/${encodeURIComponent(id)}`, 'operator');
    expect([status, toldOf(data)]).toEqual([404, expect.stringMatching(/titian incidents list.*\| .*titian incidents list/)]);
  });

  test('of a place elsewhere is none for whoever is not there', async () => {
    const [first] = await open();
    const id = first?.id ?? '';
    const answers = [await face.ask('GET', `/incidents/${id}`, 'operator-lain'), await close(id, 'operator-lain', { note })];
    expect([...answers.map(({ status }) => status), (await open()).length]).toEqual([404, 404, 3]);
  });
});

describe('POST /v1/incidents/:id/close', () => {
  test.each<[string, unknown, RegExp]>([
    ['no note', {}, /"note".*catatan/],
    ['a note of blanks', { note: '   ' }, /"note"/],
    ['a note beyond its length', { note: 'x'.repeat(2001) }, /2000/],
    ['a note that holds a NIK', { note: `milik ${own}` }, /16 angka.*\| .*16 digits/],
    ['something unknown', { note, nama: 'Sitti' }, /hanya note/],
    ['no JSON', '{"note"', /JSON/],
  ])('refuses %s, and closes nothing', async (_claim, body, told) => {
    const [first] = await open();
    const { status, data } = await close(first?.id ?? '', 'operator', body);
    expect([status, toldOf(data)]).toEqual([400, expect.stringMatching(told)]);
    expect(toldOf(data)).not.toMatch(canaries);
    expect(await open()).toHaveLength(3);
  });

  test('is not for a nakes, nor for a vendor', async () => {
    const [first] = await open();
    const answers = await Promise.all(['bidan', 'vendor'].map((key) => close(first?.id ?? '', key, { note })));
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  test('closes it with the note and the name of the key, and stays as it was when it is said again', async () => {
    const [first] = await open();
    const id = first?.id ?? '';
    const closed = await close(id, 'operator', { note });
    expect([closed.status, closed.data]).toMatchObject([200, { id, state: 'closed', closedBy: 'operator-bengkuring', note }]);
    upstream.door.at('2025-06-15T06:00:00Z');
    const again = await close(id, 'dinkes', { note: 'sekali lagi' });
    expect([again.status, again.data]).toEqual([200, closed.data]);
    expect((await open()).map((one) => one.id)).not.toContain(id);
    expect((await list('?state=closed', 'dinkes')).data.incidents.map((one) => [one.id, one.note])).toEqual([[id, undefined]]);
    expect(face.written().match(/"incident-closed"/g)).toHaveLength(1);
    expect(face.written()).toMatch(/"incident-closed".*"by":"operator-bengkuring"/);
    expect(face.written()).not.toContain(note);
  });
});
