// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/map/visit.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Reading } from '../../src/store/readings.ts';
import type { Received } from '../../src/store/submissions.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from './a-visit-to-keep.ts';

let store: Store;
let url: string;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
}, 60_000);

const receive = (...given: Parameters<typeof anIncoming>): Promise<Received> =>
  store.transact((tx) => store.submissions.receive(tx, anIncoming(...given)));

async function collect(submission: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.submissions.submissionBytes(store.db, submission)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function keep(person: Person, ...visits: readonly ReturnType<typeof aVisitToKeep>[]): Promise<unknown> {
  return store.transact(async (tx) => {
    await store.persons.savePersons(tx, [{ person }], at('08:00'));
    return store.visits.saveVisits(tx, visits, at('08:00'));
  });
}

describe('a submission', () => {
  test('of the same bytes and the same tables is the same, and stores nothing again', async () => {
    const text = `nama;bb\n${randomUUID()}`;
    const first = await receive(text);
    const before = await query(
      url,
      'select (select count(*) from submission) s, (select count(*) from submission_chunk) c, (select count(*) from reading) r',
    );
    const second = await receive(text, { submitter: 'kunci-2', at: at('09:00') });

    expect(first.state).toBe('new');
    expect(second).toEqual({ ...first, state: 'same' });
    expect(
      await query(
        url,
        'select (select count(*) from submission) s, (select count(*) from submission_chunk) c, (select count(*) from reading) r',
      ),
    ).toEqual(before);
  });

  test('of known bytes with corrected tables is read again', async () => {
    const text = randomUUID();
    const first = await receive(text);
    const second = await receive(text, { tablesVersion: 'v2', at: at('09:00') });

    expect(second).toMatchObject({ state: 'reread', submission: first.submission });
    expect((await store.readings.readingsOf(store.db, first.submission)).map(({ tablesVersion }) => tablesVersion)).toEqual(['v2', 'v1']);
  });

  test('under another name is another only where the form reads the name', async () => {
    const text = randomUUID();
    const first = await receive(text, { fileName: 'kenanga-juli.csv' });
    expect((await receive(text, { fileName: 'kenanga-agustus.csv' })).submission).toBe(first.submission);
    const read = await receive(text, { fileName: 'kenanga-juli.csv', readsFileName: true });
    expect((await receive(text, { fileName: 'kenanga-agustus.csv', readsFileName: true })).submission).not.toBe(read.submission);
  });

  test.each([{ request: { place: 'kenanga', date: '2025-08-01' } }, { source: 'eppgbm' }])(
    'of the same bytes with another %j is another',
    async (facts) => {
      const text = randomUUID();
      const first = await receive(text);
      expect((await receive(text, facts)).submission).not.toBe(first.submission);
    },
  );

  test('is one for eight that come at once', async () => {
    const text = randomUUID();
    const received = await Promise.all(Array.from({ length: 8 }, () => receive(text)));
    expect(new Set(received.map(({ submission, reading }) => submission + reading)).size).toBe(1);
    expect(received.filter(({ state }) => state === 'new')).toHaveLength(1);
  });

  test('larger than one piece comes back byte by byte, with its hash and its file name', async () => {
    const parts = Array.from({ length: 5 }, (_, index) => Buffer.alloc(700_000, index + 65));
    const { submission } = await receive('', { bytes: parts, fileName: 'data Bu Made.csv', request: { place: randomUUID() } });

    expect((await collect(submission)).equals(Buffer.concat(parts))).toBe(true);
    const known = await store.submissions.getSubmission(store.db, submission);
    expect(known).toMatchObject({ byteCount: 3_500_000, fileName: 'data Bu Made.csv', source: 'posyandu-kenanga' });
    expect(known?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('that breaks off in the middle leaves nothing', async () => {
    const breaking = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(3_000_000);
      await Promise.reject(new Error('sambungan putus'));
    };
    const before = await query(url, 'select count(*) from submission_chunk');
    await expect(store.transact((tx) => store.submissions.receive(tx, anIncoming('', { bytes: breaking() })), 1)).rejects.toThrow(
      'sambungan putus',
    );
    expect(await query(url, 'select count(*) from submission_chunk')).toEqual(before);
  });
});

describe('a reading', () => {
  const lease = (owner: string, time: string) => ({ owner, until: at(time) });

  test('of a dead process is taken over by one other, from where it stood', async () => {
    const own = await aStore();
    const readings = await own.transact(async (tx) => {
      const opened: string[] = [];
      for (let file = 0; file < 60; file += 1) opened.push((await own.submissions.receive(tx, anIncoming(String(file)))).reading);
      return opened;
    });
    const progress = { cursor: 500, counts: { accepted: 500 } };
    await own.transact((tx) => own.readings.advanceReading(tx, readings[0] ?? '', lease('pekerja-1', '08:05'), progress));

    const claimAll = async (time: string, until: string): Promise<readonly Reading[]> => {
      const claims = Array.from({ length: 12 }, (_, n) =>
        own.readings.claimReadings(own.db, lease(`p-${String(n)}`, until), at(time), 100),
      );
      return (await Promise.all(claims)).flat();
    };
    expect(await claimAll('08:04', '08:09')).toEqual([]);
    const claimed = await claimAll('08:06', '08:15');
    expect(claimed.map(({ id }) => id).sort()).toEqual([...readings].sort());
    expect(claimed).toContainEqual(expect.objectContaining({ id: readings[0], ...progress }));
  });

  test('is not moved by the process that lost it', async () => {
    const own = await aStore();
    const { reading } = await own.transact((tx) => own.submissions.receive(tx, anIncoming('a')));
    await own.readings.claimReadings(own.db, lease('pekerja-2', '08:15'), at('08:06'), 5);

    const ending = { state: 'finished', counts: {}, issues: [], at: at('08:07') } as const;
    expect(
      await own.transact((tx) => own.readings.advanceReading(tx, reading, lease('pekerja-1', '08:20'), { cursor: 1, counts: {} })),
    ).toBe(false);
    expect(await own.transact((tx) => own.readings.finishReading(tx, reading, 'pekerja-1', ending))).toBe(false);
    expect(await own.transact((tx) => own.readings.finishReading(tx, reading, 'pekerja-2', ending))).toBe(true);
    expect(await own.readings.claimReadings(own.db, lease('pekerja-3', '09:15'), at('09:06'), 5)).toEqual([]);
  });

  test('gives its rows back in the order of the file, page by page, letter by letter', async () => {
    const { reading } = await receive(randomUUID());
    const issue = {
      severity: 'warning',
      type: 'value',
      code: 'D01',
      text: 'Digit hilang \u0000\ud800.',
      diagnostics: 'Digits lost.',
      cell: 'NIK',
    } as const;
    const rows = [
      { row: aRow(1, { status: 'skipped', reason: 'judul', heading: true, contentHash: '', cells: ['Posyandu Kenanga — Désa Ubud ᬩᬮᬶ'] }) },
      { row: aRow(2, { status: 'warning', issues: [issue] }) },
      { row: { ...aRow(0), row: '$.data[0]' } },
    ];
    await store.transact((tx) => store.rows.insertRows(tx, reading, { from: 0, at: at('08:00') }, rows));

    const [first, ...rest] = await store.rows.rowsOf(store.db, reading, -1, 2);
    expect(first).toMatchObject({
      position: 0,
      row: 1,
      status: 'skipped',
      reason: 'judul',
      heading: true,
      issues: [],
      cells: ['Posyandu Kenanga — Désa Ubud ᬩᬮᬶ'],
    });
    expect(rest).toMatchObject([{ row: 2, issues: [{ code: 'D01', text: 'Digit hilang \ufffd\ufffd.' }] }]);
    expect(await store.rows.rowsOf(store.db, reading, 1, 2)).toMatchObject([{ row: '$.data[0]', cells: ['Made Suasta', '10,4'] }]);
  });
});

describe('a batch', () => {
  test('with an error in its middle leaves nothing', async () => {
    const person = aPerson({ nik: '5103990503240011' });
    const { reading } = await receive(randomUUID());
    const work = store.transact(async (tx) => {
      await store.persons.savePersons(tx, [{ person }], at('08:00'));
      await store.visits.saveVisits(tx, [aVisitToKeep(person)], at('08:00'));
      await store.rows.insertRows(tx, reading, { from: 0, at: at('08:00') }, [{ row: aRow(1), person: person.id }]);
      await store.rows.insertRows(tx, reading, { from: 0, at: at('08:00') }, [{ row: aRow(1) }]);
    });

    await expect(work).rejects.toThrow('source_row_pkey');
    expect(await store.persons.getPersons(store.db, [person.id])).toEqual(new Map());
    expect(await store.visits.visitsOfPerson(store.db, person.id)).toEqual([]);
    expect(await store.rows.rowsOf(store.db, reading, -1, 5)).toEqual([]);
  });

  test('that meets a deadlock is done again by itself', async () => {
    const people = [aPerson(), aPerson()];
    await store.transact((tx) =>
      store.persons.savePersons(
        tx,
        people.map((person) => ({ person })),
        at('08:00'),
      ),
    );
    let tries = 0;
    let waiting = 0;
    let open: () => void = () => undefined;
    const bothInside = new Promise<void>((resolve) => (open = resolve));
    const lock = async (order: readonly Person[]): Promise<void> => {
      await store.transact(async (tx) => {
        tries += 1;
        for (const [index, person] of order.entries()) {
          await store.persons.savePersons(tx, [{ person }], at('08:01'));
          waiting += index === 0 ? 1 : 0;
          if (waiting === 2) open();
          if (index === 0) await bothInside;
        }
      });
    };
    await Promise.all([lock(people), lock([...people].reverse())]);

    expect(tries).toBe(3);
    const versions = [
      ...(
        await store.persons.getPersons(
          store.db,
          people.map(({ id }) => id),
        )
      ).values(),
    ].map(({ version }) => version);
    expect(versions).toEqual([3, 3]);
  });
});

describe('a person', () => {
  const seek = (...sought: Parameters<Store['persons']['findCandidates']>[1]) =>
    store.transact((tx) => store.persons.findCandidates(tx, sought));

  test('is found by NIK, by the mother, by the family card, by birth, and by the sender’s number', async () => {
    const person = aPerson({
      nik: '5103990503240021',
      nikIbu: '5103994503900021',
      kk: '5103990101100021',
      localId: 'B-21',
      birthDate: '2024-03-21',
    });
    await store.transact((tx) => store.persons.savePersons(tx, [{ person, desa: 'Ubud', sender: 'simpus-ubud' }], at('08:00')));
    const same = { person: { ...person, nik: person.nik ?? '' }, desa: ' UBUD ', sender: 'simpus-ubud' };

    const [found] = await seek(same);
    expect(found).toEqual([{ person, version: 1, reasons: ['kk', 'lahir', 'nik', 'nik-ibu', 'nomor-pengirim'] }]);
    const { nik: _, nikIbu: __, kk: ___, ...bare } = person;
    expect((await seek({ ...same, person: bare, sender: 'simpus-lain' }))[0]).toMatchObject([{ reasons: ['lahir'] }]);
    expect((await seek({ person: { name: 'Orang Lain', nameIsOfficial: true } }))[0]).toEqual([]);
  });

  test('of another environment is never found', async () => {
    const person = aPerson({ nik: '5103990503240031' });
    await store.transact((tx) => store.persons.savePersons(tx, [{ person }], at('08:00')));
    const real = await aStore({ url, environment: 'produksi' });

    expect(await real.transact((tx) => real.persons.findCandidates(tx, [{ person }]))).toEqual([[]]);
    expect(await real.persons.getPersons(real.db, [person.id])).toEqual(new Map());
  });

  test('whose NIK was corrected is no longer found by the wrong one', async () => {
    const person = aPerson({ nik: '5103990503240041', birthDate: '2024-03-14' });
    await store.transact((tx) => store.persons.savePersons(tx, [{ person }], at('08:00')));
    const versions = await store.transact((tx) =>
      store.persons.savePersons(tx, [{ person: { ...person, nik: '5103990503240042' } }], at('08:01')),
    );

    expect(versions.get(person.id)).toBe(2);
    const [wrong, right] = await seek(
      { person: { name: '', nameIsOfficial: false, nik: '5103990503240041' } },
      { person: { name: '', nameIsOfficial: false, nik: '5103990503240042' } },
    );
    expect([wrong, right?.map(({ person: { id } }) => id)]).toEqual([[], [person.id]]);
  });

  test('who was merged answers as the one they were merged into', async () => {
    const [one, other] = [aPerson({ nik: '5103990503240051' }), aPerson({ nik: '5103990503240052' })];
    await store.transact((tx) => store.persons.savePersons(tx, [{ person: one }, { person: other }], at('08:00')));
    await query(url, 'update person set merged_into = $1 where id = $2', [other.id, one.id]);

    expect((await seek({ person: { name: '', nameIsOfficial: false, nik: '5103990503240051' } }))[0]).toMatchObject([
      { person: other, reasons: ['nik'] },
    ]);
  });

  test.each([
    ['with a NIK', { nik: '5103990503240061', birthDate: '2024-03-16' }],
    ['without one', { birthDate: '2024-03-17' }],
  ])('%s is made once by sixteen who look for the same one at the same time', async (_, facts) => {
    await seek({ person: aPerson(facts), desa: 'Ubud' });
    const ids = await Promise.all(
      Array.from({ length: 16 }, () =>
        store.transact(async (tx) => {
          const [candidates] = await store.persons.findCandidates(tx, [{ person: aPerson(facts), desa: 'Ubud' }]);
          const known = candidates?.[0]?.person.id;
          if (known !== undefined) return known;
          const person = aPerson(facts);
          await store.persons.savePersons(tx, [{ person, desa: 'Ubud' }], at('08:00'));
          return person.id;
        }),
      ),
    );
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a visit', () => {
  test('comes back as it was kept, with its bundle', async () => {
    const person = aPerson();
    const visit = aVisitToKeep(person, {}, { lineage: { rows: [3] } });
    expect(await keep(person, visit)).toEqual([{ id: visit.visit.id, version: 1, raised: true }]);

    const known = { visit: visit.visit, version: 1, bundle: visit.bundle, lineage: { rows: [3] }, duty: 'kirim', retracted: false };
    expect(await store.visits.getVisit(store.db, visit.visit.id)).toEqual(known);
    expect(await store.transact((tx) => store.visits.findVisits(tx, [visit.key, 'lain']))).toEqual({
      visits: [known],
      taken: new Set([visit.key]),
    });
    expect(await store.visits.getVisit(store.db, randomUUID())).toBeUndefined();
  });

  test('with the same content raises no version; a correction does, and the older one stays', async () => {
    const person = aPerson();
    const visit = aVisitToKeep(person);
    await keep(person, visit);
    expect(await keep(person, visit)).toEqual([{ id: visit.visit.id, version: 1, raised: false }]);
    const corrected = { ...visit, visit: { ...visit.visit, verified: true }, hash: 'diverifikasi' };
    expect(await keep(person, corrected)).toEqual([{ id: visit.visit.id, version: 2, raised: true }]);

    expect((await store.visits.getVisit(store.db, visit.visit.id))?.visit.verified).toBe(true);
    expect(await query(url, 'select version, verified from visit_version where visit = $1', [visit.visit.id])).toEqual([
      { version: 1, verified: false },
    ]);
  });

  test('whose parts come from many at once holds every part', async () => {
    const person = aPerson();
    await keep(person);
    const { visit, key } = aVisitToKeep(person);
    await Promise.all(
      Array.from({ length: 8 }, (_, ordinal) =>
        store.transact(async (tx) => {
          const known = (await store.visits.findVisits(tx, [key])).visits[0]?.visit;
          const part = {
            key: 'tekanan-darah-sistolik',
            ordinal,
            value: { kind: 'quantity', int: 110, written: '110' },
            cell: 'TD',
          } as const;
          const merged = { ...(known ?? { ...visit, id: randomUUID(), elements: [] }) };
          await store.visits.saveVisits(tx, [aVisitToKeep(person, { ...merged, elements: [...merged.elements, part] })], at('08:00'));
        }, 20),
      ),
    );
    const [known, ...others] = await store.visits.visitsOfPerson(store.db, person.id);
    expect(others).toEqual([]);
    expect(known?.visit.elements.map(({ ordinal }) => ordinal).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('shows in clear neither free text nor what is sangat-terbatas', async () => {
    const person = aPerson();
    const elements = [
      { key: 'berat-badan', ordinal: 1, value: { kind: 'quantity', int: 10400, written: '10,4' }, cell: 'BB' },
      { key: 'edukasi', ordinal: 1, value: { kind: 'text', text: 'ibu bercerita' }, cell: 'KET' },
      { key: 'tbc-batuk', ordinal: 1, value: { kind: 'boolean', boolean: true }, cell: 'TBC' },
      {
        key: 'imunisasi',
        ordinal: 1,
        value: { kind: 'coded', code: 'MR1' },
        fields: { date: { kind: 'date', date: '2025-08-12' }, ket: { kind: 'text', text: 'x' } },
        cell: 'IMUN',
      },
    ] as const;
    const visit = aVisitToKeep(person, { elements }, { sealedKeys: new Set(['tbc-batuk']), kerahasiaan: 'sangat-terbatas' });
    await keep(person, visit);

    expect(await query(url, 'select facts, kerahasiaan from visit where id = $1', [visit.visit.id])).toEqual([
      {
        facts: [
          ['berat-badan', 1, 10400],
          ['imunisasi', 1, 'MR1', { date: { d: '2025-08-12' } }],
        ],
        kerahasiaan: 'sangat-terbatas',
      },
    ]);
    expect((await store.visits.getVisit(store.db, visit.visit.id))?.visit.elements).toEqual(elements);
  });

  test('is counted once', async () => {
    const own = await aStore();
    const person = aPerson();
    await own.transact(async (tx) => {
      await own.persons.savePersons(tx, [{ person }], at('08:00'));
      await own.visits.saveVisits(tx, [aVisitToKeep(person), aVisitToKeep(person, { service: 'imunisasi' })], at('08:00'));
    });
    expect(await own.visits.countVisits(own.db)).toBe(2);
  });
});
