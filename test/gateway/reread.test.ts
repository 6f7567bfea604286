// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GatewayParts } from '../../src/gateway/parts.ts';
import { createGateway } from '../../src/gateway.ts';
import { replaySubmissions } from '../../src/gateway/replay/replay-submissions.ts';
import { rereadQuarantined } from '../../src/gateway/replay/reread-quarantined.ts';
import { fromLineage } from '../../src/map/visits/lineage.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openRehearsal } from '../../src/store/rehearsal/rehearsal.ts';
import { generateKenanga } from '../generate/generate-kenanga.ts';
import { aDesk, aLine, aList, shippedTables, siteWith, tablesWith, type Desk } from './a-desk.ts';

const withoutHeads = await tablesWith({
  'columns.yaml': (text) => text.replace(/^Lingkar Kepala:.*$/m, 'Lingkar Kepala: { ignore: belum dipakai }'),
});
const monthFirst = await tablesWith({ 'source.yaml': (text) => text.replace('dates: dmy', 'dates: mdy') });
const titled = await tablesWith({ 'source.yaml': (text) => text.replace(/^title: .*$/m, 'title: Judul lain') });

/** Two batches of rows. */
const longList = generateKenanga({ rows: 300, seed: 3, date: '2025-08-12' }).content;

/** More lines than are read before the answer. */
const longerList = generateKenanga({ rows: 540, seed: 4, date: '2025-08-12' }).content;

const killed = new Error('killed');

/** The store of a process that dies at its so-and-so-manieth transaction, before or after it is durable; `meanwhile` happens just before. */
function dyingAt(store: Store, count: number, meanwhile?: () => Promise<unknown>): Store {
  let left = count;
  return {
    ...store,
    transact: async (work, tries) => {
      left -= 1;
      if (left === 0 && meanwhile !== undefined) await meanwhile();
      if (left === 0 && meanwhile === undefined) throw killed;
      return store.transact(work, tries);
    },
  };
}

function partsOf(desk: Desk, owner: string, store = desk.store): GatewayParts {
  return { ...desk.parts, owner, store };
}

/** Lets the leases of the dead run out, and a gateway go on with what they left. */
async function goOn(desk: Desk): Promise<void> {
  desk.now = new Date(desk.now.getTime() + 60_000);
  const gateway = createGateway(partsOf(desk, 'penerus'));
  const going = gateway.resume((fault) => {
    throw fault;
  });
  for (let looks = 0; looks < 400; looks += 1) {
    const [open] = await desk.ask<{ n: string }>("select count(*) as n from reading where state = 'reading'");
    if (Number(open?.n) === 0) break;
  }
  gateway.stop();
  await going;
}

async function contentsOf(desk: Desk): Promise<readonly unknown[]> {
  return (await desk.visits()).map(({ visit: { date, place, elements }, duty }) => ({ date, place, elements, duty }));
}

describe('a replay that is killed', () => {
  let whole: readonly unknown[] = [];
  beforeAll(async () => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(longList);
    desk.tables = shippedTables;
    await desk.replay();
    whole = await contentsOf(desk);
  });

  // 1 opens the reading, 2 and 3 are its batches, then what is gone is taken back, and it ends.
  test.each([2, 3, 4, 5])('at its transaction %i is gone on with by a gateway, and comes to what it would have come to', async (at) => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(longList);
    desk.tables = shippedTables;
    const parts = partsOf(desk, 'korban', dyingAt(desk.store, at));
    await expect(replaySubmissions({ parts, listing: desk.store }, { filter: {}, samples: 0 })).rejects.toThrow(killed);
    await goOn(desk);
    expect(await contentsOf(desk)).toEqual(whole);
    expect(await desk.rehearse()).toMatchObject({ submissions: 0 });
  });
});

test('a long file whose reading was cut off does not go before what was handed in while it lay there', async () => {
  const desk = await aDesk();
  const slow = createGateway(partsOf(desk, 'korban', dyingAt(desk.store, 2)));
  expect((await slow.submit({ source: 'posyandu-kenanga', bytes: Buffer.from(longerList), submitter: 'simpus-uji' })).ok).toBe(true);
  await slow.idle();
  const rows = longerList.split('\r\n');
  const cells = (rows[480] ?? '').split(';');
  cells[10] = '9,87';
  await desk.handIn([rows[0], rows[1], cells.join(';'), ''].join('\r\n'));
  expect(await desk.visits()).toHaveLength(1);
  await goOn(desk);
  const weights = (await desk.visits()).map(({ visit }) => visit.elements.find(({ key }) => key === 'berat-badan')?.value);
  expect(weights.length).toBeGreaterThan(500);
  expect(weights.filter((weight) => weight?.kind === 'quantity' && weight.int === 9870)).toHaveLength(1);
});

describe('a file read again while others work', () => {
  test('keeps a correction that came from another file in the middle', async () => {
    const desk = await aDesk();
    await desk.handIn(longList);
    const rows = longList.split('\r\n');
    const cells = (rows[280] ?? '').split(';');
    cells[10] = '9,9';
    desk.tables = titled;
    const store = dyingAt(desk.store, 3, () => desk.handIn([rows[0], rows[1], cells.join(';'), ''].join('\r\n')));
    await replaySubmissions({ parts: partsOf(desk, 'ulang', store), listing: desk.store }, { filter: {}, samples: 0 });
    const corrected = (await desk.visits()).filter(({ version }) => version > 1);
    expect(corrected.map(({ visit }) => visit.elements.find(({ key }) => key === 'berat-badan')?.value)).toMatchObject([{ int: 9900 }]);
  });

  test('is read by one of two replays that begin at once', async () => {
    const desk = await aDesk();
    await desk.handIn(longList);
    desk.tables = withoutHeads;
    const replays = ['satu', 'dua'].map((owner) =>
      replaySubmissions({ parts: partsOf(desk, owner), listing: desk.store }, { filter: {}, samples: 0 }),
    );
    const reports = await Promise.all(replays);
    expect(reports.map(({ submissions }) => submissions).sort()).toEqual([0, 1]);
    expect((await desk.visits()).flatMap(({ visit }) => visit.elements).filter(({ key }) => key === 'lingkar-kepala')).toEqual([]);
  });

  test('with newer tables ends whoever reads it with older ones', async () => {
    const desk = await aDesk(withoutHeads);
    const store = dyingAt(desk.store, 3, async () => {
      desk.tables = shippedTables;
      await desk.handIn(longerList);
    });
    const gateway = createGateway(partsOf(desk, 'lama', store));
    await gateway.submit({ source: 'posyandu-kenanga', bytes: Buffer.from(longerList), submitter: 'simpus-uji' });
    await gateway.idle();
    const readings = await desk.ask<{ state: string }>('select state from reading order by started_at');
    expect(readings.map(({ state }) => state)).toEqual(['refused', 'finished']);
    expect(await desk.rehearse()).toMatchObject({ submissions: 0 });
    const whole = await aDesk();
    await whole.handIn(longerList);
    expect(await contentsOf(desk)).toEqual(await contentsOf(whole));
  });

  test('that was begun with other tables is begun anew, not gone on with', async () => {
    const desk = await aDesk(withoutHeads);
    const gateway = createGateway(partsOf(desk, 'korban', dyingAt(desk.store, 3)));
    await gateway.submit({ source: 'posyandu-kenanga', bytes: Buffer.from(longerList), submitter: 'simpus-uji' });
    await gateway.idle();
    desk.tables = shippedTables;
    await goOn(desk);
    const whole = await aDesk();
    await whole.handIn(longerList);
    expect(await contentsOf(desk)).toEqual(await contentsOf(whole));
  });
});

describe('a rehearsal', () => {
  const everything = async (desk: Desk): Promise<unknown> => {
    const tables = await desk.ask<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
    return Promise.all(tables.map(({ name }) => desk.ask(`select t::text as row from ${name} t order by 1`)));
  };

  test('leaves nothing behind', async () => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(longList);
    const before = await everything(desk);
    desk.tables = shippedTables;
    expect((await desk.rehearse()).visits.retracted).toBeGreaterThan(10);
    expect(await everything(desk)).toEqual(before);
  });

  test('waits for nobody who holds a visit', async () => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(aList([aLine({ date: '07/08/2025' })]));
    desk.tables = shippedTables;
    await desk.store.transact(async (tx) => {
      await tx.rows('hold-visits', [(await desk.visits()).map(({ visit }) => visit.id)]);
      expect(await desk.rehearse()).toMatchObject({ visits: { created: 1, retracted: 1 } });
    });
  });

  test('lets files in that speak of the very visits it has taken back', async () => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(aList([aLine({ date: '07/08/2025' })]));
    desk.tables = shippedTables;
    const rehearsal = await openRehearsal(desk.store, desk.url);
    // Behind the batch and what it took back comes the transaction that would end the reading.
    const store = dyingAt(rehearsal.store, 5, async () => {
      desk.tables = monthFirst;
      expect((await desk.handIn(aList([aLine({ date: '07/08/2025', weight: '8,1' })]))).counts.skipped).toBe(0);
    });
    const parts = partsOf(desk, 'gladi', store);
    const report = await replaySubmissions({ parts, listing: desk.store, begin: rehearsal.begin }, { filter: {}, samples: 0 });
    expect(report).toMatchObject({ visits: { created: 1, retracted: 1 } });
    expect((await desk.visits()).map(({ version }) => version)).toEqual([2]);
    await rehearsal.close();
  });

  test('may write to nothing but its shadows', async () => {
    const desk = await aDesk();
    const rehearsal = await openRehearsal(desk.store, desk.url);
    const erasing = rehearsal.store.transact((tx) => tx.count('drop-policies'));
    await expect(erasing).rejects.toThrow('read-only transaction');
    await rehearsal.close();
  });
});

describe('a visit that was kept before visits knew their parts', () => {
  async function forgetParts(desk: Desk): Promise<void> {
    const visits = await desk.visits();
    await desk.store.transact((tx) =>
      desk.store.visits.saveLineages(
        tx,
        visits.map((one) => ({
          visit: one.visit,
          lineage: { contentHashes: fromLineage(one).parts.map(({ contentHash }) => contentHash) },
        })),
      ),
    );
  }

  test('loses what the fixed table does not give', async () => {
    const desk = await aDesk();
    await desk.handIn(aList([aLine({ head: '42' })]));
    await forgetParts(desk);
    desk.tables = withoutHeads;
    await desk.replay();
    expect((await desk.visits())[0]?.visit.elements.map(({ key }) => key)).toEqual(['berat-badan', 'tinggi-badan']);
  });

  test('is taken back with its only row', async () => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(aList([aLine({ date: '07/08/2025' })]));
    await forgetParts(desk);
    desk.tables = shippedTables;
    expect(await desk.replay()).toMatchObject({ visits: { created: 1, retracted: 1 } });
  });

  test('knows a row word for word', async () => {
    const desk = await aDesk();
    await desk.handIn(aList([aLine()]));
    await forgetParts(desk);
    expect((await desk.handIn(aList([aLine(), '']))).counts).toMatchObject({ skipped: 2 });
  });
});

describe('rows that stand quarantined', () => {
  const melati = { code: 'posyandu-melati', name: 'Posyandu Melati 7' };
  const list = aList([aLine(), aLine({ no: '2', nik: '6472990503249612', name: 'BIMA', born: '05/03/2024', sex: 'L' })], {
    place: 'MELATI 7',
  });

  const lookAgain = (desk: Desk, limit = 10) => {
    desk.now = new Date(desk.now.getTime() + 60_000);
    return rereadQuarantined(desk.parts, { limit });
  };

  test('become visits and are owed when their place is registered, under the same submission', async () => {
    const desk = await aDesk();
    const { id, counts } = await desk.handIn(list);
    expect(counts.quarantined).toBe(2);
    expect(await lookAgain(desk)).toMatchObject({ submissions: 0 });
    desk.site = siteWith(melati);

    expect(await lookAgain(desk)).toEqual({ submissions: 1, quarantinedBefore: 2, quarantined: 0, more: false });
    const after = await desk.find(id);
    expect(after).toMatchObject({ state: 'selesai', counts: { rows: 2, accepted: 2, quarantined: 0 } });
    expect((await desk.visits()).map(({ visit }) => visit.place)).toEqual(['posyandu-melati', 'posyandu-melati']);
    expect(await desk.ask("select count(*)::int as n from owed where subject_kind = 'visit'")).toEqual([{ n: 2 }]);
    expect(await lookAgain(desk)).toMatchObject({ submissions: 0 });
  });

  test('are read alone: what was accepted keeps its verdict and its meaning', async () => {
    const desk = await aDesk(withoutHeads);
    const rows = [aLine({ head: '42' }), aLine({ no: '2', name: '', head: '40' })];
    const { id } = await desk.handIn(aList(rows));
    const before = (await desk.find(id))?.rows;
    desk.tables = shippedTables;
    expect(await lookAgain(desk)).toMatchObject({ submissions: 1, quarantinedBefore: 1, quarantined: 1 });
    expect((await desk.find(id))?.rows).toEqual(before);
    expect((await desk.visits()).flatMap(({ visit }) => visit.elements).map(({ key }) => key)).not.toContain('lingkar-kepala');
    expect(await desk.replay()).toMatchObject({ submissions: 1, visits: { changed: 1 } });
  });

  test('do not go before what was handed in later', async () => {
    const desk = await aDesk();
    const row = { date: '06/08/2025' };
    await desk.handIn(aList([aLine({ ...row, weight: '7,8' })], { place: 'MELATI 7' }));
    desk.site = siteWith(melati);
    await desk.handIn(aList([aLine({ ...row, weight: '7,6' })], { place: 'MELATI 7' }));
    await lookAgain(desk);
    expect((await desk.visits()).map(({ visit }) => visit.elements[0]?.value)).toMatchObject([{ int: 7600 }]);
  });

  test('are looked at a few files a time', async () => {
    const desk = await aDesk();
    for (const no of ['1', '2', '3']) await desk.handIn(aList([aLine({ no, weight: `7,${no}` })], { place: 'MELATI 7' }));
    desk.site = siteWith(melati);
    expect(await lookAgain(desk, 2)).toMatchObject({ submissions: 2, more: true });
    expect(await lookAgain(desk, 2)).toMatchObject({ submissions: 1, more: false });
  });

  test('keep the verdicts they have while they are looked at, also when that is killed', async () => {
    const desk = await aDesk();
    const { id } = await desk.handIn(list);
    desk.site = siteWith(melati);
    const own = partsOf(desk, 'korban', dyingAt(desk.store, 2));
    await expect(rereadQuarantined(own, { limit: 10 })).rejects.toThrow(killed);
    expect(await desk.find(id)).toMatchObject({ state: 'selesai', counts: { quarantined: 2 } });
    await goOn(desk);
    expect(await desk.find(id)).toMatchObject({ state: 'selesai', counts: { quarantined: 0, accepted: 2 } });
  });
});
