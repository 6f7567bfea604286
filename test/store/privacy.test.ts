// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/map/visit.ts';
import type { Place, Site } from '../../src/map/place.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { aPerson, aRow, aVisitToKeep, anIncoming, at } from './a-visit-to-keep.ts';

const canaries = {
  nik: '5103990503240077',
  nikIbu: '5103994503900077',
  kk: '5103990101100077',
  name: 'Zsazsa Kenari Merbabu',
  mother: 'Wulandari Kenari Semeru',
  birthDate: '2024-03-07',
  address: 'Jalan Kenari Bromo 77',
  localId: 'KENARI-77',
  text: 'cerita kenari yang panjang',
  nakes: 'Bidan Kenari Rinjani',
  nikNakes: '5103994101800077',
};

const place: Place = {
  code: 'kenanga',
  kind: 'posyandu',
  name: 'Posyandu Kenanga',
  aliases: ['POS. KENANGA'],
  zone: 'Asia/Makassar',
  openFrom: '08:00',
  openTo: '11:00',
  responsible: [{ name: canaries.nakes, nik: canaries.nikNakes, from: '2025-01-01' }],
  mode: 'uji',
};
const site: Site = {
  version: 'situs-1',
  places: new Map([[place.code, place]]),
  policies: new Map([
    [
      'pusk',
      {
        puskesmas: 'pusk',
        closing: { 'posyandu-balita': { code: 'Z00.1', display: 'x' } },
        verificationRequired: false,
        namedPerformer: true,
      },
    ],
  ]),
  enrolments: [{ person: canaries.nik, category: 'balita', place: 'kenanga', from: '2025-01-01' }],
};
const importSite = (store: Store, given: Site, time = '07:00') => store.transact((tx) => store.site.importSite(tx, given, at(time)));

interface Planted {
  readonly person: Person;
  readonly submission: string;
  readonly reading: string;
  readonly visit: string;
}

/** One child with everything that is ever told about a child, in every table. */
async function plant(store: Store): Promise<Planted> {
  const { nik, nikIbu, kk, name, mother, birthDate, address, localId } = canaries;
  const person = aPerson({ nik, nikIbu, kk, name, mother, birthDate, localId, address: { jalan: address } });
  const elements = [{ key: 'edukasi', ordinal: 1, value: { kind: 'text', text: canaries.text }, cell: 'KET' }] as const;
  const visit = aVisitToKeep(
    person,
    { elements, visitNumber: localId },
    { bundle: { patient: canaries }, lineage: canaries, key: `simpus|${localId}|${nik}`, hash: JSON.stringify(canaries) },
  );
  await importSite(store, site);
  const { submission, reading } = await store.transact(async (tx) => {
    const received = await store.submissions.receive(tx, anIncoming(Object.values(canaries).join(';'), { fileName: `${name}.csv` }));
    await store.persons.findCandidates(tx, [{ person, desa: address, sender: 'simpus' }]);
    await store.persons.savePersons(tx, [{ person, desa: address, sender: 'simpus' }], at('08:00'));
    await store.visits.saveVisits(tx, [visit], at('08:00'));
    await store.visits.saveVisits(tx, [{ ...visit, hash: `${nik}-2` }], at('08:01'));
    await store.rows.insertRows(tx, received.reading, { from: 0, at: at('08:00') }, [
      { row: aRow(1, { cells: Object.values(canaries), contentHash: nik }), person: person.id, visit: visit.visit.id },
    ]);
    return received;
  });
  const patient = { platform: 'satusehat', subject: { kind: 'patient', id: person.id } } as const;
  await store.transact((tx) =>
    store.owed.owe(tx, [{ ...patient, version: 1, due: at('08:00'), beginning: { state: 'ready' } }], at('08:00')),
  );
  await store.upstream.saveUpstream(store.db, 'satusehat', [{ ref: `patient/${person.id}`, platformId: 'P0200077', hash: 'h' }], {
    at: at('08:00'),
  });
  await store.attempts.recordAttempt(store.db, patient, {
    plan: 'look',
    delivery: 'accepted',
    codes: [],
    body: canaries,
    at: at('08:00'),
    durationMs: 1,
  });
  return { person, submission, reading, visit: visit.visit.id };
}

/** Every value of every table as text; bytes both as hex and as the characters they may hold. */
async function dump(url: string): Promise<string> {
  const tables = await query<{ name: string }>(url, "select tablename as name from pg_tables where schemaname = 'public'");
  const rows = await Promise.all(tables.map(({ name }) => query(url, `select * from ${name}`)));
  return JSON.stringify(rows, (_key, value: unknown) => {
    const bytes = value as { type?: unknown; data?: number[] } | null;
    return bytes?.type === 'Buffer' && bytes.data !== undefined
      ? Buffer.from(bytes.data).toString('latin1') + Buffer.from(bytes.data).toString('hex')
      : value;
  });
}

describe('the database', () => {
  let url: string;
  let store: Store;
  let planted: Planted;
  beforeAll(async () => {
    url = await aDatabase();
    store = await aStore({ url });
    planted = await plant(store);
  }, 60_000);

  test.each(Object.entries(canaries))('shows no %s to whoever reads its tables without the key', async (_, canary) => {
    const text = await dump(url);
    expect(text).toContain(planted.person.id);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(Buffer.from(canary, 'utf8').toString('hex'));
  });

  test('gives everything back to whoever has the key', async () => {
    expect((await store.persons.getPersons(store.db, [planted.person.id])).get(planted.person.id)?.person).toEqual(planted.person);
    expect(await store.rows.rowsOfVisit(store.db, planted.visit)).toMatchObject([{ cells: Object.values(canaries) }]);
    expect((await store.submissions.getSubmission(store.db, planted.submission))?.fileName).toBe(`${canaries.name}.csv`);
  });
});

describe('an erased person', () => {
  test('cannot be read, found or sent any more, and stays erased when it is done again', async () => {
    const url = await aDatabase();
    const store = await aStore({ url });
    const { person, submission, reading, visit } = await plant(store);
    const erase = (): Promise<void> =>
      store.transact((tx) => store.erasure.erasePerson(tx, { person: person.id, at: at('09:00'), reason: 'permintaan' }));
    await erase();
    await erase();

    expect(await store.persons.getPersons(store.db, [person.id])).toEqual(new Map());
    expect(await store.transact((tx) => store.persons.findCandidates(tx, [{ person, desa: canaries.address, sender: 'simpus' }]))).toEqual([
      [],
    ]);
    expect(await store.visits.getVisit(store.db, visit)).toBeUndefined();
    expect(await store.rows.rowsOf(store.db, reading, -1, 5)).toMatchObject([{ status: 'accepted', cells: undefined }]);
    expect((await store.submissions.submissionBytes(store.db, submission).next()).done).toBe(true);
    expect(await store.owed.claim(store.db, { platform: 'satusehat', owner: 'a', now: at('10:00'), leaseMs: 1, limit: 5 })).toEqual([]);
    expect(await store.upstream.upstreamOf(store.db, 'satusehat', [`patient/${person.id}`])).toEqual(new Map());
    expect(await store.erasure.listErasures(store.db)).toEqual([{ person: person.id, at: at('09:00'), reason: 'permintaan' }]);
  });

  test('leaves nothing of what a platform knew or refused, of parts and looks neither', async () => {
    const url = await aDatabase();
    const store = await aStore({ url });
    const { person, visit } = await plant(store);
    const refs = [`patient/${person.id}/nama-cocok`, `visit/${visit}`, `visit/${visit}/bagian`, `visit/${randomUUID()}/bagian`];
    const known = refs.map((ref, index) => ({ ref, platformId: `P${String(index)}`, hash: '' }));
    await store.upstream.saveUpstream(store.db, 'satusehat', known, { at: at('08:00') });
    await query(url, `insert into owed_refusal values ('simulasi', 'satusehat', 'visit', $1, 'visit/1/a', 'h', '[]', now())`, [visit]);
    await store.transact((tx) => store.erasure.erasePerson(tx, { person: person.id, at: at('09:00'), reason: 'permintaan' }));

    expect(await query(url, 'select ref from upstream')).toEqual([{ ref: refs[3] }]);
    expect(await query(url, 'select ref from owed_refusal')).toEqual([]);
  });

  test('leaves no sealed byte behind, and others untouched', async () => {
    const url = await aDatabase();
    const store = await aStore({ url });
    const { person } = await plant(store);
    const other = aPerson();
    const kept = aVisitToKeep(other);
    await store.transact(async (tx) => {
      await store.persons.savePersons(tx, [{ person: other }], at('08:00'));
      await store.visits.saveVisits(tx, [kept], at('08:00'));
      await store.erasure.erasePerson(tx, { person: person.id, at: at('09:00'), reason: 'permintaan' });
    });

    const sealed = `select 1 from person where id = $1 and (sealed_key is not null or sealed_identity is not null)
      union all select 1 from person_index where person = $1
      union all select 1 from source_row where person = $1 and sealed_cells is not null
      union all select 1 from visit where person = $1 and (sealed_visit is not null or sealed_bundle is not null)
      union all select 1 from visit_version n join visit v on v.id = n.visit where v.person = $1 and n.sealed_visit is not null
      union all select 1 from attempt where sealed_body is not null`;
    expect(await query(url, sealed, [person.id])).toEqual([]);
    expect((await store.visits.getVisit(store.db, kept.visit.id))?.visit).toEqual(kept.visit);
  });
});

describe('the site', () => {
  test('is loaded as it was imported, and the same import changes nothing', async () => {
    const store = await aStore();
    expect(await store.site.loadSite(store.db)).toBeUndefined();
    expect(await importSite(store, site)).toEqual({
      places: { added: 1, changed: 0, removed: 0 },
      enrolments: { added: 1, changed: 0, removed: 0 },
    });
    expect(await importSite(store, site, '07:01')).toEqual({
      places: { added: 0, changed: 0, removed: 0 },
      enrolments: { added: 0, changed: 0, removed: 0 },
    });
    expect(await store.site.loadSite(store.db)).toEqual(site);
  });

  test('counts what was added, changed and taken out, and takes a place back in', async () => {
    const store = await aStore();
    await importSite(store, site);
    const melati: Place = { ...place, code: 'melati', name: 'Posyandu Melati', responsible: [] };
    const moved: Site = {
      ...site,
      version: 'situs-2',
      places: new Map([['melati', melati]]),
      enrolments: [
        { person: canaries.nik, category: 'balita', place: 'kenanga', from: '2025-01-01', to: '2025-07-01', reasonOut: 'pindah' },
      ],
    };

    expect(await importSite(store, moved, '07:10')).toEqual({
      places: { added: 1, changed: 0, removed: 1 },
      enrolments: { added: 0, changed: 1, removed: 0 },
    });
    expect(await store.site.loadSite(store.db)).toEqual(moved);
    expect((await importSite(store, { ...site, version: randomUUID() }, '07:20')).places).toEqual({ added: 0, changed: 1, removed: 1 });
  });
});
