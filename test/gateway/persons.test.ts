// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { judgeAll } from '../../src/gateway/judging/judge-persons.ts';
import { createGateway } from '../../src/gateway.ts';
import { createPersonDesk } from '../../src/gateway/persons/person-desk.ts';
import type { MergeReport, PersonAsker, PersonDesk, PersonReviewItem } from '../../src/person-desk.ts';
import { aDesk, aLine, aList, type Desk } from './a-desk.ts';

const officer: PersonAsker = { by: 'bidan-1', names: true };
const watcher: PersonAsker = { by: 'dinkes', names: false };
const how = { asker: officer, why: 'KK diperiksa' };
const alya = { nik: '6472994511249611', otherNik: '6472994511249612' };

function openPersons(desk: Desk, notes: unknown[] = []): PersonDesk {
  return createPersonDesk({
    ...{
      store: desk.store,
      site: () => Promise.resolve(desk.site),
      now: () => desk.now,
      platforms: desk.store.platforms,
      wake: () => undefined,
    },
    note: (event, facts) => notes.push({ event, ...facts }),
  });
}

async function openPairs(desk: Desk, asker = officer, state: 'open' | 'same' | 'not-same' = 'open'): Promise<readonly PersonReviewItem[]> {
  const page = await openPersons(desk).reviews({ state, limit: 50 }, asker);
  if (!page.ok) throw new Error('the list can be read');
  return page.value.reviews;
}

/** Ids of the people of a name, in the order in which they came. */
async function idsOf(desk: Desk, name: string): Promise<readonly string[]> {
  const rows = await desk.ask<{ id: string }>('select id from person order by created_at, id');
  const known = await desk.store.persons.getOwnIdentities(
    desk.store.db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) => id).filter((id) => known.get(id)?.person.name === name);
}

async function stateOf(desk: Desk, visit: string): Promise<readonly [string, string | null] | undefined> {
  const [row] = await desk.ask<{ state: string; reason: string | null }>(
    "select state, reason from owed where subject_kind = 'visit' and subject_id = $1",
    [visit],
  );
  return row && [row.state, row.reason];
}

/** Alya without a NIK and spelt otherwise in July, with a NIK in August: two people, until an officer has looked. */
async function twoOfOne(): Promise<{ readonly desk: Desk; readonly first: string; readonly second: string }> {
  const desk = await aDesk();
  await desk.handIn(aList([aLine({ nik: '', date: '09/07/2025', name: 'ALIYA RAMADHANI', weight: '7,3' })]));
  await desk.handIn(aList([aLine({ nik: alya.nik })]));
  const [first = ''] = await idsOf(desk, 'ALIYA RAMADHANI');
  const [second = ''] = await idsOf(desk, 'ALYA RAMADHANI');
  return { desk, first, second };
}

async function merged(desk: Desk, survivor: string, other: string, force = false): Promise<MergeReport> {
  const done = await openPersons(desk).merge(survivor, other, { ...how, force });
  if (!done.ok) throw new Error(done.issues.map(({ diagnostics }) => diagnostics).join());
  return done.value;
}

describe('the review list', () => {
  test('keeps a pair once, with its reasons, however often the rows come', async () => {
    const { desk, first, second } = await twoOfOne();
    await desk.handIn(aList([aLine({ nik: alya.nik, date: '20/08/2025' })]));
    const pairs = await openPairs(desk);
    expect(pairs.map(({ reasons, persons }) => [reasons, persons.map(({ id }) => id).sort()])).toEqual([
      [['nama-mirip'], [first, second].sort()],
    ]);
  });

  test('shows names to whoever may see them, and to nobody else', async () => {
    const { desk } = await twoOfOne();
    const [clear] = await openPairs(desk);
    const [masked] = await openPairs(desk, watcher);
    expect(JSON.stringify(clear)).toContain('ALYA RAMADHANI');
    expect(masked).toMatchObject({ masked: true });
    expect(JSON.stringify(masked)).not.toMatch(/ALYA|RAMADHANI|Wulan|6472994511249611|2024-11-05/);
    expect(masked?.persons.map(({ name, birthDate }) => [name, birthDate])).toEqual([
      ['A*** R***', '2024-**-**'],
      ['A*** R***', '2024-**-**'],
    ]);
  });

  test('of a puskesmas holds nobody who was seen elsewhere only', async () => {
    const { desk } = await twoOfOne();
    const own = [...desk.site.places.values()].find(({ code }) => code === 'posyandu-kenanga');
    const page = await openPersons(desk).reviews({ state: 'open', limit: 5 }, { ...officer, within: own?.parent ?? '' });
    const none = await openPersons(desk).reviews({ state: 'open', limit: 5 }, { ...officer, within: 'puskesmas-lain' });
    expect([page.ok && page.value.reviews.length, none.ok && none.value.reviews.length]).toEqual([1, 0]);
  });

  test('goes on page by page', async () => {
    const desk = await aDesk();
    const lines = ['ALYA', 'ALYAH', 'ALLYA', 'ALYAA'].map((name, at) =>
      aLine({ no: String(at), nik: '', name: `${name} RAMADHANI`, date: `0${String(at + 1)}/08/2025` }),
    );
    await desk.handIn(aList(lines));
    const persons = openPersons(desk);
    const all = (await openPairs(desk)).map(({ id }) => id);
    const paged: string[] = [];
    for (let next: { after?: string } | undefined = {}; next !== undefined;) {
      const page = await persons.reviews({ state: 'open', limit: 2, ...next }, officer);
      if (!page.ok) throw new Error('a page can be read');
      paged.push(...page.value.reviews.map(({ id }) => id));
      next = page.value.next === undefined ? undefined : { after: page.value.next };
    }
    expect(all.length).toBeGreaterThan(2);
    expect(paged).toEqual(all);
  });
});

describe('two people who are one', () => {
  test('are one after merging: visits of both, one identity, ids as they were, and what waited is owed', async () => {
    const { desk, first, second } = await twoOfOne();
    const before = await desk.visits();
    const july = before.find(({ visit }) => visit.date === '2025-07-09');
    expect(await stateOf(desk, july?.visit.id ?? '')).toEqual(['waiting', 'tanpa-nik']);
    const report = await merged(desk, first, second);
    expect(report).toMatchObject({ survivor: first, merged: second, visits: 2, doubled: 0 });
    const seen = await desk.store.visits.visitsOfPerson(desk.store.db, first);
    expect(seen.map(({ visit }) => visit.id).sort()).toEqual(before.map(({ visit }) => visit.id).sort());
    const known = await desk.store.persons.getPersons(desk.store.db, [first, second]);
    expect([known.get(first)?.person.nik, known.get(second)?.person.id]).toEqual([alya.nik, first]);
    expect((await stateOf(desk, july?.visit.id ?? ''))?.[1]).not.toBe('tanpa-nik');
    expect(await openPairs(desk)).toEqual([]);
  });

  test('are found under the keys of both, and a visit that comes again is the one it was', async () => {
    const { desk, first, second } = await twoOfOne();
    await merged(desk, first, second);
    const before = await desk.visits();
    await desk.handIn(aList([aLine({ nik: alya.nik, weight: '7,9' })]));
    await desk.handIn(aList([aLine({ nik: alya.nik, date: '10/09/2025', weight: '8,1' })].map((line) => line.replace('10/09', '14/08'))));
    const after = await desk.visits();
    expect(after.length).toBe(before.length + 1);
    const august = after.find(({ visit }) => visit.date === '2025-08-06');
    expect([august?.visit.person, august?.version]).toEqual([second, 2]);
    expect(before.map(({ visit }) => visit.id).every((id) => after.some(({ visit }) => visit.id === id))).toBe(true);
    expect((await desk.ask<{ n: string }>('select count(*) as n from person'))[0]?.n).toBe('2');
  });

  test('are read again to the same visits, in earnest and in rehearsal', async () => {
    const { desk, first, second } = await twoOfOne();
    await merged(desk, first, second);
    const before = await desk.visits();
    desk.tables = { ...desk.tables, programme: { ...desk.tables.programme, version: 'lain' } };
    const rehearsed = await desk.rehearse();
    await desk.replay();
    const ids = (all: typeof before) => all.map(({ visit }) => [visit.id, visit.person]);
    expect(ids(await desk.visits())).toEqual(ids(before));
    expect(JSON.stringify(rehearsed)).not.toContain('ALYA');
  });

  test('are two again, exactly as they were, when the merge is undone', async () => {
    const { desk, first, second } = await twoOfOne();
    const identities = async () =>
      [...(await desk.store.persons.getOwnIdentities(desk.store.db, [first, second])).values()].map(({ person }) => person);
    const before = await identities();
    const visits = (await desk.visits()).map(({ visit, bundle }) => [visit, bundle]);
    await merged(desk, first, second);
    const undone = await openPersons(desk).undo(second, { ...how, why: 'ternyata dua anak' });
    expect(undone.ok).toBe(true);
    expect(await identities()).toEqual(before);
    expect((await desk.visits()).map(({ visit, bundle }) => [visit, bundle])).toEqual(visits);
    expect((await desk.store.visits.visitsOfPerson(desk.store.db, first)).map(({ visit }) => visit.date)).toEqual(['2025-07-09']);
    expect(await openPairs(desk)).toHaveLength(1);
    const july = (await desk.visits()).find(({ visit }) => visit.person === first);
    expect(await stateOf(desk, july?.visit.id ?? '')).toEqual(['waiting', 'tanpa-nik']);
  });

  test('have one list of what is due while they are one, and two again when it is undone', async () => {
    const desk = await aDesk();
    await desk.handIn(aList([aLine({ nik: '', date: '09/07/2025', name: 'ALIYA RAMADHANI', weight: '7,3', doses: 'BCG' })]));
    await desk.handIn(aList([aLine({ nik: alya.nik, doses: 'HB0' })]));
    const [[first = ''], [second = '']] = [await idsOf(desk, 'ALIYA RAMADHANI'), await idsOf(desk, 'ALYA RAMADHANI')];
    const called = async () => {
      await judgeAll(desk.parts);
      const { dues } = await desk.store.dues.listDues(
        desk.store.db,
        { on: '2025-09-01', states: ['jatuh-tempo', 'terlambat'] },
        { limit: 100 },
      );
      return [first, second].map((person) => dues.some((one) => one.person === person));
    };
    const before = await called();
    await merged(desk, first, second);
    const together = await called();
    await openPersons(desk).undo(second, how);
    expect([before, together, await called()]).toEqual([
      [true, true],
      [true, false],
      [true, true],
    ]);
  });

  test('keep what was learnt of them meanwhile when the merge is undone', async () => {
    const { desk, first, second } = await twoOfOne();
    await merged(desk, first, second);
    await desk.handIn(aList([aLine({ nik: alya.nik, date: '14/08/2025' }).replace(';Teguh;', ';Teguh Santoso;')]));
    await openPersons(desk).undo(second, how);
    const own = (await desk.store.persons.getOwnIdentities(desk.store.db, [first])).get(first)?.person;
    expect(own?.nik).toBeUndefined();
    expect(own?.name).toBe('ALIYA RAMADHANI');
  });

  test('are written down: who, when, and sealed why', async () => {
    const { desk, first, second } = await twoOfOne();
    const notes: unknown[] = [];
    await openPersons(desk, notes).merge(first, second, { ...how, force: false });
    const lines = await desk.store.personMerges.mergesOf(desk.store.db, [first]);
    expect(lines).toMatchObject([{ merged: second, survivor: first, forced: false, mergedBy: 'bidan-1', mergedAt: desk.now }]);
    expect(notes).toEqual([{ event: 'persons-merged', persons: [first, second], by: 'bidan-1', within: undefined }]);
    const [row] = await desk.ask<{ sealed_merge: Buffer }>('select sealed_merge from person_merge');
    expect(row?.sealed_merge.toString('utf8')).not.toContain('KK diperiksa');
  });

  test('leave nothing of their identity in the book when they are erased', async () => {
    const { desk, first, second } = await twoOfOne();
    await merged(desk, first, second);
    await desk.store.transact((tx) => desk.store.erasure.erasePerson(tx, { person: first, at: desk.now, reason: 'uji' }));
    const rows = await desk.ask('select sealed_merge, sealed_undo from person_merge union all select sealed_why, null from person_review');
    expect(rows.every((row) => Object.values(row).every((value) => value === null))).toBe(true);
    expect((await openPersons(desk).undo(second, how)).ok).toBe(false);
  });
});

describe('merging', () => {
  async function twoNik(): Promise<{ readonly desk: Desk; readonly first: string; readonly second: string }> {
    const desk = await aDesk();
    await desk.handIn(aList([aLine({ nik: alya.nik, date: '09/07/2025' })]));
    await desk.handIn(aList([aLine({ nik: alya.otherNik })]));
    const [first = '', second = ''] = await idsOf(desk, 'ALYA RAMADHANI');
    return { desk, first, second };
  }

  test('two people whose NIK are both their own is refused, unless it is forced', async () => {
    const { desk, first, second } = await twoNik();
    const refused = await openPersons(desk).merge(first, second, { ...how, force: false });
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['D07']);
    await merged(desk, first, second, true);
    expect(await desk.store.personMerges.mergesOf(desk.store.db, [second])).toMatchObject([{ forced: true }]);
    expect((await desk.store.persons.getPersons(desk.store.db, [second])).get(second)?.person.nik).toBe(alya.nik);
  });

  test.each<[string, Partial<{ asker: PersonAsker; why: string }>]>([
    ['without the right to see names', { asker: watcher }],
    ['by a key of another puskesmas', { asker: { ...officer, within: 'puskesmas-lain' } }],
    ['without a reason', { why: ' ' }],
    ['with a NIK in the reason', { why: 'NIK 6472994511249611 benar' }],
  ])('is refused %s', async (_claim, given) => {
    const { desk, first, second } = await twoOfOne();
    const done = await openPersons(desk).merge(first, second, { ...how, ...given, force: false });
    expect([done.ok, (await openPairs(desk)).length]).toEqual([false, 1]);
  });

  test('somebody with themselves, with nobody, or a second time is refused', async () => {
    const { desk, first, second } = await twoOfOne();
    const persons = openPersons(desk);
    const nobody = '00000000-0000-4000-8000-000000000009';
    await merged(desk, first, second);
    const tries = await Promise.all([
      persons.merge(first, first, { ...how, force: false }),
      persons.merge(first, nobody, { ...how, force: false }),
      persons.merge(first, 'bukan-nomor', { ...how, force: false }),
      persons.merge(second, first, { ...how, force: false }),
      persons.undo(first, how),
    ]);
    expect(tries.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
  });
});

describe('two people who are two', () => {
  test('are never asked about again, and neither is joined', async () => {
    const { desk, first, second } = await twoOfOne();
    const [pair] = await openPairs(desk);
    const done = await openPersons(desk).decide(pair?.id ?? '', { is: 'not-same', force: false }, how);
    await desk.handIn(
      aList([aLine({ nik: alya.nik, date: '14/08/2025' }), aLine({ no: '2', nik: '', date: '14/08/2025', name: 'ALIYA RAMADHANI' })]),
    );
    expect(done).toMatchObject({ ok: true, value: { decided: 'not-same' } });
    expect([await openPairs(desk), (await openPairs(desk, officer, 'not-same')).length]).toEqual([[], 1]);
    const owners = (await desk.visits()).filter(({ visit }) => visit.date === '2025-08-14').map(({ visit }) => visit.person);
    expect(owners.sort()).toEqual([first, second].sort());
  });

  test('cannot be so while they are merged', async () => {
    const { desk, first, second } = await twoOfOne();
    await merged(desk, first, second);
    expect((await openPersons(desk).notSame(first, second, how)).ok).toBe(false);
  });

  test('with two NIK are sent again, for the doubt has ended', async () => {
    const desk = await aDesk();
    await desk.handIn(aList([aLine({ nik: alya.nik, date: '09/07/2025' })]));
    await desk.handIn(aList([aLine({ nik: alya.otherNik })]));
    const [pair] = await openPairs(desk);
    const august = (await desk.visits()).find(({ visit }) => visit.date === '2025-08-06')?.visit.id ?? '';
    expect(pair?.reasons).toEqual(['dua-nik']);
    expect(await stateOf(desk, august)).toEqual(['held', 'nik-tidak-cocok']);
    await openPersons(desk).decide(pair?.id ?? '', { is: 'not-same', force: false }, how);
    expect((await stateOf(desk, august))?.[1]).not.toBe('nik-tidak-cocok');
  });
});

describe('a neighbour’s NIK', () => {
  test('that is corrected keeps the visit’s id, and the visit is owed once', async () => {
    const desk = await aDesk();
    const wrong = '6472995203239621';
    await desk.handIn(aList([aLine({ nik: wrong })]));
    const [before] = await desk.visits();
    const id = before?.visit.id ?? '';
    expect(await stateOf(desk, id)).toEqual(['held', 'nik-tidak-cocok']);
    await desk.handIn(aList([aLine({ nik: alya.nik })]));
    const after = await desk.visits();
    expect(after.map(({ visit }) => visit.id)).toEqual([id]);
    expect((await stateOf(desk, id))?.[1]).not.toBe('nik-tidak-cocok');
    const owed = await desk.ask("select 1 from owed where subject_kind = 'visit'");
    expect(owed).toHaveLength(1);
  });

  test('makes two people and a pair to look at where the neighbour is known', async () => {
    const desk = await aDesk();
    await desk.handIn(aList([aLine({ nik: '6472995203239621', name: 'SEKAR ARUM', born: '12/03/2023', mother: 'Ratih' })]));
    await desk.handIn(aList([aLine({ nik: '6472995203239621' })]));
    const [pair] = await openPairs(desk);
    expect(pair?.reasons).toEqual(['satu-nik']);
    await desk.handIn(aList([aLine({ nik: alya.nik })]));
    const known = await desk.store.persons.getOwnIdentities(desk.store.db, [
      ...(await idsOf(desk, 'SEKAR ARUM')),
      ...(await idsOf(desk, 'ALYA RAMADHANI')),
    ]);
    expect([...known.values()].map(({ person }) => person.nik).sort()).toEqual([alya.nik, '6472995203239621'].sort());
    expect((await desk.visits()).map(({ visit }) => visit.person).sort()).toEqual([...known.keys()].sort());
  });
});

describe('a row that gives nothing of its person but the sender’s number', () => {
  const sample = JSON.stringify({
    table: 'imunisasi',
    sasaran: {
      id_sasaran: 90,
      kategori_sasaran: 'lansia',
      nama_sasaran: 'Sumarni',
      tanggal_lahir: '1955-05-01',
      jenis_kelamin: 'Perempuan',
    },
    rows: [toCheckUp(1, '2025-07-05')],
  });
  const alone = JSON.stringify({
    table: 'imunisasi',
    sasaran: {
      id_sasaran: 77,
      kategori_sasaran: 'bayibalita',
      nama_sasaran: 'Haikal',
      tanggal_lahir: '2025-01-20',
      jenis_kelamin: 'Laki-laki',
    },
    rows: [{ ...toCheckUp(2, '2025-08-05'), id_sasaran: 90 }],
  });

  function toCheckUp(id: number, date: string) {
    const measured = { tinggi_badan: '158.00', berat_badan: '64.50', tekanan_darah: '150/90', gula_darah: null, keterangan: '' };
    return { id, kategori_sasaran: 'lansia', jenis_imunisasi: '-', tanggal_imunisasi: date, ...measured };
  }

  async function handIn(desk: Desk, file: string, place = 'posyandu-kenanga') {
    desk.now = new Date(desk.now.getTime() + 60_000);
    const gateway = createGateway(desk.parts);
    const answer = await gateway.submit({ source: 'sistem-posyandu-imunisasi', bytes: Buffer.from(file), place, submitter: 'uji' });
    if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
    await gateway.idle();
    return answer.value.rows?.find(({ heading, row }) => !heading && row === '$.rows[0]');
  }

  test('is put aside as long as nobody has told of that number', async () => {
    const desk = await aDesk();
    expect(await handIn(desk, alone)).toMatchObject({ status: 'quarantined', reason: 'orang-tidak-dikenal' });
    expect(await desk.visits()).toEqual([]);
  });

  test('is about whom the sender has told of there before, and about nobody at another posyandu', async () => {
    const desk = await aDesk();
    await handIn(desk, sample);
    const elsewhere = [...desk.site.places.values()].find(({ kind, code }) => kind === 'posyandu' && code !== 'posyandu-kenanga');
    expect(await handIn(desk, alone, elsewhere?.code)).toMatchObject({ status: 'quarantined' });
    const told = await handIn(desk, alone.replace('"tinggi_badan"', '"lain":1,"tinggi_badan"').replace('64.50', '64.90'));
    expect(told?.status).not.toBe('quarantined');
    const [grandmother = ''] = await idsOf(desk, 'Sumarni');
    expect((await desk.store.visits.visitsOfPerson(desk.store.db, grandmother)).map(({ visit }) => visit.date)).toEqual([
      '2025-07-05',
      '2025-08-05',
    ]);
  });
});
