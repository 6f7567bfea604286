// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { computeGrowth } from '../../src/map/visits/compute-growth.ts';
import type { Visit } from '../../src/map/visit.ts';
import { replaySubmissions } from '../../src/gateway/replay/replay-submissions.ts';
import { createReceivingPlatform } from '../platforms/receiving/receiving-platform.ts';
import { startReceiver, type Receiver } from '../platforms/receiving/receiver.ts';
import { aSandbox, type Sandbox } from '../simulator/a-sandbox.ts';
import { aFrontDoor, aKenangaList, aSatusehat, type FrontDoor } from './a-front-door.ts';

const receivers: Receiver[] = [];

afterAll(async () => {
  for (const receiver of receivers) await receiver.close();
});

interface Told {
  readonly door: FrontDoor;
  readonly receiver: Receiver;
}

/** A district whose platform takes corrections and retractions. */
async function aDistrictThatIsHeard(): Promise<Told> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  return { door: await aFrontDoor(() => createReceivingPlatform({ url: receiver.url })), receiver };
}

/** Weights the receiver holds, by date, each with all it has ever been. */
function weighingsOf({ receiver }: Told): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    receiver.resources().flatMap(({ type, history }) => {
      const bodies = history.map(({ body }) => body as { effectiveDateTime?: string; valueQuantity?: { code: string; value: number } });
      const [first] = bodies;
      if (type !== 'Observation' || first?.valueQuantity?.code !== 'kg') return [];
      return [[(first.effectiveDateTime ?? '').slice(0, 10), bodies.map(({ valueQuantity }) => valueQuantity?.value ?? 0)]];
    }),
  );
}

const alya = (date: string, weight: string, number = '6472994511249611'): string =>
  `1;${number};ALYA RAMADHANI;05/11/2024;P;Wulan;Teguh;002;05;${date};${weight};;;`;

describe('a child not gaining twice, a late sheet, then a correction', () => {
  const months = {
    may: aKenangaList('MEI 2025', alya('05/05/2025', '6,9')),
    june: aKenangaList('JUNI 2025', alya('04/06/2025', '7,1')),
    july: aKenangaList('JULI 2025', alya('09/07/2025', '7,3')),
    august: aKenangaList('AGUSTUS 2025', alya('06/08/2025', '7,8')),
    julyCorrected: aKenangaList('JULI 2025', alya('09/07/2025', '7,6')),
  };

  async function handIn({ door }: Told, sheets: readonly (readonly [string, keyof typeof months])[]): Promise<void> {
    for (const [day, sheet] of sheets) {
      door.at(`${day}T06:00:00Z`);
      await door.handIn('posyandu-kenanga', months[sheet]);
      await door.deliver();
    }
  }

  const upToAugust = [
    ['2025-05-06', 'may'],
    ['2025-06-05', 'june'],
    ['2025-08-07', 'august'],
  ] as const;
  const lateJuly = ['2025-08-20', 'july'] as const;
  const correction = ['2025-08-25', 'julyCorrected'] as const;

  /** N, T or O of every visit, as it is computed from what is known now. */
  async function statusesOf({ door }: Told): Promise<Readonly<Record<string, unknown>>> {
    const { store, parts } = door;
    const ids = await store.db.rows<{ id: string; person: string }>('visit-ids', [store.environment]);
    const [any] = [
      ...(
        await store.visits.getVisits(
          store.db,
          ids.map(({ id }) => id),
        )
      ).values(),
    ];
    const person = any?.visit.person ?? '';
    const known = (await store.persons.getPersons(store.db, [person])).get(person)?.person;
    if (known === undefined) throw new Error('the child is not known');
    const visits = (await store.visits.visitsOfPerson(store.db, person)).map(({ visit }) => visit);
    return Object.fromEntries(
      visits.map((visit) => {
        const weighings = visits.filter(({ id }) => id !== visit.id).map((other) => ({ date: other.date, weightG: weightOf(other) }));
        return [visit.date, computeGrowth(visit, known, { ...parts.tables, weighings })['status-bb']];
      }),
    );
  }

  test('August is O at first; the late sheet makes July T; the correction makes July N and August T', async () => {
    const told = await aDistrictThatIsHeard();
    await handIn(told, upToAugust);
    expect(await statusesOf(told)).toMatchObject({ '2025-06-04': 'T', '2025-08-06': 'O' });

    await handIn(told, [lateJuly]);
    expect(await statusesOf(told)).toMatchObject({ '2025-06-04': 'T', '2025-07-09': 'T', '2025-08-06': 'N' });

    await handIn(told, [correction]);
    expect(await statusesOf(told)).toMatchObject({ '2025-06-04': 'T', '2025-07-09': 'N', '2025-08-06': 'T' });
  });

  test('the correction is updated at the platform under the same id, and nothing else is sent again or twice', async () => {
    const told = await aDistrictThatIsHeard();
    await handIn(told, [...upToAugust, lateJuly]);
    const ids = told.receiver.resources().map(({ id }) => id);

    await handIn(told, [correction]);

    expect(told.receiver.resources().map(({ id }) => id)).toEqual(ids);
    expect(weighingsOf(told)).toEqual({ '2025-05-05': [6.9], '2025-06-04': [7.1], '2025-07-09': [7.3, 7.6], '2025-08-06': [7.8] });
  });

  test('the corrected sheet handed in again changes nothing', async () => {
    const told = await aDistrictThatIsHeard();
    await handIn(told, [...upToAugust, lateJuly, correction]);
    const before = weighingsOf(told);

    await handIn(told, [['2025-08-26', 'julyCorrected']]);

    expect(Object.keys(before)).toHaveLength(4);
    expect(weighingsOf(told)).toEqual(before);
  });
});

function weightOf({ elements }: Visit): number {
  const value = elements.find(({ key }) => key === 'berat-badan')?.value;
  return value?.kind === 'quantity' ? value.int : 0;
}

describe('the correction at SATUSEHAT, which has no proved way for it yet', () => {
  let sandbox: Sandbox;
  let door: FrontDoor;

  beforeAll(async () => {
    sandbox = await aSandbox();
    door = await aFrontDoor((clock) => {
      sandbox.clock = clock;
      return aSatusehat(sandbox.simulator.url, clock);
    });
  });

  afterAll(() => sandbox.simulator.stop());

  test('is kept here and held for a person; nothing is changed or doubled there', async () => {
    const raffa = (weight: string): string =>
      aKenangaList('AGUSTUS 2025', `1;6472991805239511;RAFFA ADITYA;18/05/2023;L;Lestari;Hendra;003;07;12/08/2025;${weight};84,2;;`);
    await door.handIn('posyandu-kenanga', raffa('11,4'));
    await door.deliver();
    const before = await listWritten();

    await door.handIn('posyandu-kenanga', raffa('11,9'));
    await door.deliver();

    expect(await listWritten()).toEqual(before);
    expect(await door.store.owed.visitOutcomes(door.store.db, 'satusehat')).toMatchObject({
      held: 1,
      reasons: { 'koreksi-perlu-tangan': 1 },
    });
  });

  async function listWritten(): Promise<unknown> {
    return (await sandbox.http.get<{ resources: unknown }>('/_sandbox/resources?full=1&written=1')).data.resources;
  }
});

describe('a child with the neighbour’s NIK', () => {
  // The NIK says 12 February 1971 and male; the row says 5 November 2024 and female.
  const neighbours = '6472991202719607';
  const own = '6472994511249611';

  test('is kept and held; with the right NIK the same visit goes out, once', async () => {
    const told = await aDistrictThatIsHeard();
    told.door.at('2025-06-04T06:00:00Z');
    const wrong = await told.door.handIn('posyandu-kenanga', aKenangaList('JUNI 2025', alya('03/06/2025', '7,1', neighbours)));
    await told.door.deliver();
    expect(await told.door.store.owed.visitOutcomes(told.door.store.db, 'satusehat')).toMatchObject({
      held: 1,
      reasons: { 'nik-tidak-cocok': 1 },
    });
    expect(told.receiver.resources()).toEqual([]);

    told.door.at('2025-06-05T06:00:00Z');
    const right = await told.door.handIn('posyandu-kenanga', aKenangaList('JUNI 2025', alya('03/06/2025', '7,1', own)));
    await told.door.deliver();

    expect(right.rows?.map(({ visit }) => visit)).toEqual(wrong.rows?.map(({ visit }) => visit));
    expect(weighingsOf(told)).toEqual({ '2025-06-03': [7.1] });
    expect(await told.door.store.owed.visitOutcomes(told.door.store.db, 'satusehat')).toMatchObject({ delivered: 1, held: 0 });
  });
});

describe('tables that are fixed after visits went out', () => {
  const sheet = aKenangaList(
    'JUNI 2025',
    alya('03/06/2025', '7,1'),
    '2;6472991805239511;RAFFA ADITYA;18/05/2023;L;Lestari;Hendra;003;07;03/06/2025;11,4;84,2;;',
  );

  /** What the receiver holds of visits: where, and whether it still stands. */
  function visitsOf({ receiver }: Told): readonly string[] {
    return receiver
      .resources()
      .filter(({ type }) => type === 'visit')
      .map(({ history }) => `${String(history.length)} ${history.at(-1)?.ended === true ? 'ended' : 'stands'}`)
      .sort();
  }

  async function replay({ door }: Told): Promise<void> {
    const { parts, store } = door;
    await replaySubmissions({ parts, listing: store }, { filter: {}, samples: 0 });
    await door.deliver();
  }

  test('an alias that meant another posyandu ends the visits where they never were and makes them where they were', async () => {
    const told = await aDistrictThatIsHeard();
    await told.door.handIn('posyandu-kenanga', sheet);
    await told.door.deliver();
    expect(visitsOf(told)).toEqual(['1 stands', '1 stands']);

    const { places } = told.door.site;
    const renamed = new Map(
      [...places].map(([code, place]) => {
        if (code === 'posyandu-kenanga') return [code, { ...place, name: 'Posyandu Kenari', aliases: [] }] as const;
        return [code, code === 'posyandu-cempaka' ? { ...place, aliases: ['KENANGA', 'Posyandu Kenanga'] } : place] as const;
      }),
    );
    told.door.site = { ...told.door.site, places: renamed, version: 'jejaring-diperbaiki' };
    await replay(told);

    expect(visitsOf(told)).toEqual(['1 stands', '1 stands', '2 ended', '2 ended']);
    expect(told.receiver.resources().filter(({ type }) => type === 'patient')).toHaveLength(2);
  });

  test('a source that was not to be sent ends what went out of it', async () => {
    const told = await aDistrictThatIsHeard();
    await told.door.handIn('posyandu-kenanga', sheet);
    await told.door.deliver();

    const { parts } = told.door;
    const source = parts.tables.sources.get('posyandu-kenanga');
    if (source === undefined) throw new Error('the source is shipped');
    const duties = { satusehat: { is: 'sudah-oleh-pengirim', reason: 'uji' } } as const;
    const sources = new Map(parts.tables.sources).set(source.name, { ...source, version: 'tidak-dikirim', duties });
    await replay({ ...told, door: { ...told.door, parts: { ...parts, tables: { ...parts.tables, sources } } } });

    expect(visitsOf(told)).toEqual(['2 ended', '2 ended']);
  });
});
