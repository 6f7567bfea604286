import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { QueuePage } from '../../src/deliveries.ts';
import { aKenangaList } from '../scenarios/a-front-door.ts';
import { anUpstream, type Upstream } from '../scenarios/an-upstream.ts';
import { anOfficersFace, toldOf, type OfficersFace } from './an-officers-face.ts';

const alya = (weight: string): string =>
  aKenangaList('JULI 2025', `1;6472994511249611;ALYA RAMADHANI;05/11/2024;P;Wulan;Teguh;002;05;09/07/2025;${weight};;;`);
const note = 'BB diubah di SATUSEHAT pada 26 Agustus';

let upstream: Upstream;
let face: OfficersFace;
let visit = '';
beforeAll(async () => {
  // The platform refuses the change of what it has, and a person has to make it.
  upstream = await anUpstream({ koreksi: 'tolak' });
  face = await anOfficersFace(upstream.door);
  await upstream.tell('2025-07-10T06:00:00Z', 'posyandu-kenanga', alya('7,3'));
  [visit = ''] = (await upstream.tell('2025-08-25T06:00:00Z', 'posyandu-kenanga', alya('7,6'))).flatMap((id) => id ?? []);
}, 120_000);
afterAll(async () => {
  await face.close();
  await upstream.sandbox.simulator.stop();
});

const done = (id: string, key: string, body: unknown) => face.ask<unknown>('POST', `/deliveries/${id}/done`, key, body);
const waiting = async (): Promise<readonly string[]> => {
  const query = '/deliveries/items?platform=satusehat&reason=koreksi-perlu-tangan';
  return (await face.ask<QueuePage>('GET', query, 'operator')).data.items.map(({ id }) => id);
};

describe('POST /v1/deliveries/:id/done', () => {
  test.each<[string, unknown, RegExp]>([
    ['no note', {}, /"note".*catatan/],
    ['a note that holds a NIK', { note: 'NIK 6472994511249611' }, /16 angka.*\| .*16 digits/],
    ['something unknown', { note, oleh: 'Dewi' }, /hanya note/],
  ])('refuses %s, and the visit waits on', async (_claim, body, told) => {
    const { status, data } = await done(visit, 'operator', body);
    expect([status, toldOf(data), await waiting()]).toEqual([400, expect.stringMatching(told), [visit]]);
  });

  test.each(['00000000-0000-7000-8000-000000000009', 'bukan-nomor', 'x%27'])('knows of no correction of %s', async (id) => {
    const { status, data } = await done(id, 'operator', { note });
    expect([status, toldOf(data)]).toEqual([404, expect.stringMatching(/titian owed --list.*\| .*titian owed --list/)]);
  });

  test('is for an operator of that place alone', async () => {
    const keys = ['operator-lain', 'bidan', 'vendor', 'siapa'];
    const answers = await Promise.all(keys.map((key) => done(visit, key, { note })));
    expect([answers.map(({ status }) => status), await waiting()]).toEqual([[404, 403, 403, 401], [visit]]);
  });

  test('lets the visit rest as delivered, without a further message that changes anything; said again it is as it was', async () => {
    const before = await upstream.stored();
    const first = await done(visit, 'operator', { note });
    expect([first.status, first.data]).toEqual([200, { done: 1 }]);
    const again = await done(visit, 'operator', { note: 'sekali lagi' });
    expect([again.status, again.data]).toEqual([200, { done: 0 }]);
    await upstream.door.deliver();
    expect([await upstream.outcomes(), await waiting()]).toMatchObject([{ delivered: 1, held: 0 }, []]);
    expect(await upstream.stored()).toEqual(before);
    expect((await done(visit, 'operator-lain', { note })).status).toBe(404);
  });

  test('is written down with whose key said so, and without the note', () => {
    expect(face.written().match(/"corrected-by-hand"/g)).toHaveLength(1);
    expect(face.written()).toMatch(new RegExp(`"corrected-by-hand","visit":"${visit}","by":"operator-bengkuring"`));
    expect(face.written()).not.toContain(note);
  });
});
