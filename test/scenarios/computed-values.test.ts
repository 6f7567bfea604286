import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createReceivingPlatform } from '../platforms/receiving/receiving-platform.ts';
import { startReceiver, type Receiver } from '../platforms/receiving/receiver.ts';
import { aFrontDoor, aKenangaList, type FrontDoor } from './a-front-door.ts';
import { anUpstream, type Upstream } from './an-upstream.ts';

const scores = { 'bb-u': '1153593003', 'pb-u': '1153590000' } as const;
const adequate = 'OC000012';
const list = (month: string, day: string, weight: string): string =>
  aKenangaList(month, `1;6472994511249611;ALYA RAMADHANI;05/11/2024;P;Wulan;Teguh;002;05;${day};${weight};68,5;44;`);

interface Written {
  readonly status?: string;
  readonly effectiveDateTime?: string;
  readonly code?: { readonly coding: readonly { readonly code: string }[] };
  readonly valueQuantity?: { readonly value: number };
  readonly valueBoolean?: boolean;
}

describe('what is computed of a child, at SATUSEHAT', () => {
  let upstream: Upstream;

  beforeAll(async () => {
    upstream = await anUpstream();
  }, 60_000);

  afterAll(() => upstream.sandbox.simulator.stop());

  test('goes along with its visit, names nothing of ours, and is there once', async () => {
    await upstream.tell('2025-08-07T02:00:00Z', 'posyandu-kenanga', list('AGUSTUS 2025', '06/08/2025', '7,8'));
    const all: readonly Written[] = await upstream.stored('Observation');
    const found = new Map(all.map((one) => [one.code?.coding[0]?.code ?? '', one]));
    expect(found.get(scores['bb-u'])?.valueQuantity?.value).toBe(-0.44);
    expect(found.has(scores['pb-u'])).toBe(true);
    expect(found.has(adequate)).toBe(false);
    expect(JSON.stringify(all)).not.toMatch(/titian[.]dev|derivedFrom|"method"/);
    expect([found.size, await upstream.duplicates()]).toEqual([all.length, 0]);
  });
});

describe('what is computed of a child, corrected', () => {
  let receiver: Receiver;
  let door: FrontDoor;

  beforeAll(async () => {
    receiver = await startReceiver();
    door = await aFrontDoor(() => createReceivingPlatform({ url: receiver.url }));
  }, 60_000);

  afterAll(() => receiver.close());

  async function handIn(moment: string, file: string): Promise<void> {
    door.at(moment);
    await door.handIn('posyandu-kenanga', file);
    await door.deliver();
  }

  /** All that an Observation of a day ever said under a code, one list for each that stands there. */
  const told = (day: string, code: string): readonly (readonly unknown[])[] =>
    receiver.resources().flatMap(({ type, history }) => {
      const bodies = history.map(({ body }) => body as Written);
      const isIt =
        type === 'Observation' && bodies[0]?.code?.coding[0]?.code === code && bodies[0].effectiveDateTime?.startsWith(day) === true;
      return isIt ? [bodies.map(({ valueQuantity, valueBoolean }) => valueQuantity?.value ?? valueBoolean)] : [];
    });

  test('a weighing that comes late judges the one after it, once', async () => {
    await handIn('2025-08-07T06:00:00Z', list('AGUSTUS 2025', '06/08/2025', '7,8'));
    expect(told('2025-08-06', adequate)).toEqual([]);
    await handIn('2025-08-20T06:00:00Z', list('JULI 2025', '09/07/2025', '7,3'));
    expect(told('2025-08-06', adequate)).toEqual([[true]]);
    expect(told('2025-08-06', scores['bb-u'])).toEqual([[-0.44]]);
  });

  test('an earlier weight that is corrected changes the judgement in its place', async () => {
    await handIn('2025-08-25T06:00:00Z', list('JULI 2025', '09/07/2025', '7,7'));
    expect(told('2025-08-06', adequate)).toEqual([[true, false]]);
    expect(told('2025-07-09', scores['bb-u'])[0]).toHaveLength(2);
  });

  test('a birth date that is corrected changes every score of every visit in its place, and none twice', async () => {
    const [before] = told('2025-08-06', scores['bb-u']);
    const at = new Date('2025-09-01T06:00:00Z');
    door.clock.now = at;
    await door.store.transact(async (tx) => {
      const [row] = await door.store.db.rows<{ id: string }>('visit-ids', [door.store.environment]);
      const visit = await door.store.visits.getVisit(tx, row?.id ?? '');
      const known = (await door.store.persons.getPersons(tx, [visit?.visit.person ?? ''])).get(visit?.visit.person ?? '');
      if (known === undefined) throw new Error('the child is known');
      await door.store.persons.savePersons(tx, [{ person: { ...known.person, birthDate: '2024-10-05' } }], at);
      await door.store.judgements.markJudgements(tx, [{ person: known.person.id, due: at }]);
    });
    await door.deliver();
    for (const day of ['2025-07-09', '2025-08-06']) {
      const all = told(day, scores['bb-u']);
      expect(all).toHaveLength(1);
      expect(new Set(all[0]).size).toBe(all[0]?.length);
    }
    expect(told('2025-08-06', scores['bb-u'])[0]).toEqual([...(before ?? []), -0.69]);
    const writes = receiver.resources().length;
    await door.deliver();
    expect(receiver.resources().length).toBe(writes);
  });
});
