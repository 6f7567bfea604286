import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { printOwed } from '../../src/cli/owed-command.ts';
import type { QueueGroup, QueueItem, QueuePage, RedriveReport } from '../../src/deliveries.ts';
import { aTerminal, type TestTerminal } from '../cli/a-terminal.ts';
import { anOfficersFace, type OfficersFace } from '../http/an-officers-face.ts';
import { anUpstream, type Upstream } from './an-upstream.ts';

const header = 'No Warga;NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik 1;Diastolik 1;Sistolik 2;Diastolik 2;Diagnosis;Pencatat';
const hamid = '-;7414991104579604;La Ode Hamid;11/04/1957;L';
const hamzah = '-;7414991202719607;La Ode Hamzah;12/02/1971;L';
const days = Array.from({ length: 15 }, (_, at) => `${String(at + 1).padStart(2, '0')}/06/2025`);
/** Fifteen visits with a doctor's diagnosis at one puskesmas, and fifteen without one at another. */
const sheet = [
  header,
  ...days.map((day) => `${hamid};Puskesmas Bengkuring;${day};160;95;-;-;I10;dr. Dewi Kartika`),
  ...days.map((day) => `${hamzah};Puskesmas Karang Joang;${day};128;86;-;-;;dr. Agus Prabowo`),
  '',
].join('\r\n');
const writing = { method: 'POST', path: '^/fhir-r4/v1/?(Condition|Observation)?$' };
const refusals = [
  { rule: 10003, entry: 'Condition', expression: 'Condition.code', match: { ...writing, resource: 'Condition' } },
  {
    ...{ rule: 10383, entry: 'Observation', expression: 'Observation.performer' },
    match: { ...writing, resource: 'Observation', client: 'simulasi-karang-joang' },
  },
].map((one) => ({ kind: 'rule-refusal', ...one }));

let upstream: Upstream;
let face: OfficersFace;
let terminal: TestTerminal;
let faults: readonly string[] = [];
beforeAll(async () => {
  upstream = await anUpstream({ koreksi: 'terima' });
  upstream.decide({ alsoSend: ['diagnosis'] });
  face = await anOfficersFace(upstream.door);
  terminal = await aTerminal(upstream.door.url);
  await upstream.door.store.transact((tx) => upstream.door.store.site.importSite(tx, upstream.door.site, upstream.door.clock.now));
  const { data } = await upstream.sandbox.plan(...refusals);
  faults = (data as { faults: readonly { id: string }[] }).faults.map(({ id }) => id);
  await upstream.tell('2025-06-20T06:00:00Z', 'posbindu-lansia', sheet);
}, 180_000);
afterAll(async () => {
  await terminal.close();
  await face.close();
  await upstream.sandbox.simulator.stop();
});

const groups = async (key = 'dinkes'): Promise<readonly QueueGroup[]> =>
  (await face.ask<{ groups: readonly QueueGroup[] }>('GET', '/deliveries', key)).data.groups;
const items = async (reason: string): Promise<readonly QueueItem[]> =>
  (await face.ask<QueuePage>('GET', `/deliveries/items?platform=satusehat&reason=${reason}&limit=500`, 'dinkes')).data.items;
const counted = async (key?: string): Promise<readonly unknown[]> =>
  (await groups(key)).map(({ rule, state, count }) => [rule, state, count]).sort();
const redrive = async (rule: string): Promise<RedriveReport['counts']> =>
  (await face.ask<RedriveReport>('POST', '/deliveries/redrive', 'dinkes', { rule, platform: 'satusehat' })).data.counts;
const lift = (at: number) => upstream.sandbox.http.delete(`/_sandbox/faults/${faults[at] ?? ''}`);
const statuses = async (): Promise<Readonly<Record<string, number>>> => {
  const found = (await upstream.stored('Encounter')).map(({ status = '' }) => status);
  return Object.fromEntries([...new Set(found)].sort().map((status) => [status, found.filter((one) => one === status).length]));
};
const size = async (type: string): Promise<number> => (await upstream.stored(type)).length;
/** How often each facility's client wrote anything. */
const written = async (): Promise<number> => {
  const { requests } = (await upstream.sandbox.http.get<{ requests: Record<string, number> }>('/_sandbox/state')).data;
  return Object.entries(requests).reduce((sum, [call, times]) => sum + (/^(POST|PUT|PATCH) fhir/.test(call) ? times : 0), 0);
};

describe('thirty visits of two puskesmas, each with a part that a rule refuses', () => {
  test('arrive without that part: a diagnosis that is refused leaves its visit in progress, and nothing else stays behind', async () => {
    expect([await size('Encounter'), await size('Condition'), await size('Observation')]).toEqual([30, 0, 30]);
    expect(await statuses()).toEqual({ 'in-progress': 30 });
    expect(await upstream.duplicates()).toBe(0);
  });

  test('stand as two causes and no more, whatever else fell with them', async () => {
    expect(await counted()).toEqual([
      ['10003', 'partial', 15],
      ['10383', 'partial', 15],
    ]);
    expect([await counted('operator'), await counted('operator-lain')]).toEqual([[['10003', 'partial', 15]], [['10383', 'partial', 15]]]);
    const codes = [...(await items('satusehat-10003')), ...(await items('satusehat-10383'))].flatMap(({ issues }) =>
      issues.map(({ code }) => code),
    );
    expect([...new Set(codes)].filter((code) => !['satusehat-10003', 'satusehat-10383'].includes(code))).toEqual([]);
  });

  test('say in plain words what is wrong and what ends it, in both languages, at the command line too', async () => {
    const told = (await groups())
      .map(({ rule, meaning, remedy }) => [rule, meaning.id, meaning.en, remedy.id, remedy.en].join(' | '))
      .sort();
    expect(told).toEqual([
      expect.stringMatching(
        /^10003 .*Condition[.]code: sistem kodenya tidak diterima.*coding system is not taken.*tabel sumber.*redrive --rule 10003/,
      ),
      expect.stringMatching(/^10383 .*Observation[.]performer: harus menunjuk.*has to lead to.*jejaring.*redrive --rule 10383/),
    ]);
    const typed = { state: [], reason: [], id: [], list: false, limit: '50', json: false };
    const { out } = await terminal.run((at) => printOwed(typed, at));
    expect(out).toMatch(/15 satusehat-10003[\s\S]*Condition[.]code: sistem kodenya tidak diterima[\s\S]*-> Periksa tabel sumber/);
  });

  test('name the file, the row and the column of every part that was refused, but no column that is secret', async () => {
    const [diagnoses, readings] = [await items('satusehat-10003'), await items('satusehat-10383')];
    // Diagnoses may name HIV or a disorder of the mind: whoever sees no names is told the row alone, and `Condition.code` by the rule.
    expect(diagnoses.flatMap(({ cells }) => cells.map(({ row, columns }) => `${String(row)} ${columns.join()}`)).sort()).toEqual(
      days.map((_, at) => `${String(at + 2)} `).sort(),
    );
    expect(readings.flatMap(({ cells }) => cells.map(({ row, columns }) => `${String(row)} ${[...columns].sort().join()}`)).sort()).toEqual(
      days.map((_, at) => `${String(at + 17)} Diastolik 1,Sistolik 1`).sort(),
    );
    expect(new Set([...diagnoses, ...readings].flatMap(({ cells }) => cells.map(({ submission }) => submission))).size).toBe(1);
    expect(JSON.stringify([diagnoses, readings])).not.toMatch(/La Ode|741499/);
  });

  test('whose cause stands are refused once more, each once, and are no more than they were', async () => {
    expect(await redrive('10003')).toMatchObject({ ready: 15 });
    await upstream.door.deliver();
    expect([await counted(), await statuses(), await size('Condition')]).toEqual([
      [
        ['10003', 'partial', 15],
        ['10383', 'partial', 15],
      ],
      { 'in-progress': 30 },
      0,
    ]);
  });

  test('go whole, all of that rule and no other, once its cause is gone', async () => {
    await lift(0);
    const before = await written();
    expect(await redrive('10003')).toEqual({ ready: 15, waiting: 0, moved: 0, unchanged: 0, leased: 0 });
    await upstream.door.deliver();
    expect([await counted(), await statuses()]).toEqual([[['10383', 'partial', 15]], { finished: 15, 'in-progress': 15 }]);
    expect([await size('Condition'), await size('Observation'), await upstream.duplicates()]).toEqual([15, 30, 0]);
    // A Condition and the end of its Encounter each, and nothing to the visits of the other rule.
    expect((await written()) - before).toBe(30);
    expect((await redrive('10003')).ready).toBe(0);
  });

  test('leave nothing for a person when the second cause is gone too', async () => {
    await lift(1);
    expect(await redrive('10383')).toMatchObject({ ready: 15 });
    await upstream.door.deliver();
    expect([await counted(), await size('Observation'), await upstream.duplicates()]).toEqual([[], 60, 0]);
    expect(await upstream.outcomes()).toMatchObject({ delivered: 30, rejected: 0, held: 0 });
  });
});
