// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/root.ts';
import { generateKenanga } from '../generate/generate-kenanga.ts';
import { loadSubject } from '../../src/store/subjects/load-subject.ts';
import { aDesk, aLine, aList, shippedTables, siteWith, tablesWith, type Desk } from './a-desk.ts';

const titled = await tablesWith({ 'source.yaml': (text) => text.replace(/^title: .*$/m, 'title: Judul lain') });
const withoutHeads = await tablesWith({
  'columns.yaml': (text) => text.replace(/^Lingkar Kepala:.*$/m, 'Lingkar Kepala: { ignore: belum dipakai }'),
});
const monthFirst = await tablesWith({ 'source.yaml': (text) => text.replace('dates: dmy', 'dates: mdy') });
const headsAsArms = await tablesWith({
  'columns.yaml': (text) => text.replace(/^Lingkar Kepala:.*$/m, 'Lingkar Kepala: { is: lingkar-lengan-atas }'),
});

const bima = { nik: '6472990503249612', name: 'BIMA SAKTI', born: '05/03/2024', sex: 'L', mother: 'Rini' };
/** A row that means another day when the month is read first. */
const ambiguous = { date: '07/08/2025' };

/** Everything that stands in the tables of a store, but for readings and their rows. */
async function picture(desk: Desk): Promise<unknown> {
  const tables = ['visit', 'visit_version', 'person', 'person_index', 'owed', 'owed_edge'];
  const rows = tables.map((table) => desk.ask(`select t::text as row from ${table} t order by 1`));
  return Promise.all(rows);
}

async function debtsOf(desk: Desk): Promise<readonly { readonly state: string; readonly reason: string; readonly owed_version: number }[]> {
  return desk.ask(
    "select state, reason, owed_version, due <= '2025-09-01' as is_due from owed where subject_kind = 'visit' order by subject_id",
  );
}

const changesNothing = { created: 0, changed: 0, retracted: 0 };

describe('a file read again', () => {
  test('with tables that mean the same changes nothing but the label', async () => {
    const desk = await aDesk();
    const kenanga = generateKenanga({ rows: 60, seed: 5, date: '2025-08-12' }).content;
    await desk.handIn(kenanga);
    await desk.handIn(kenanga.replace('AGUSTUS', 'AGUSTUS '));
    await desk.handIn(await readFile(join(packageRoot, 'sources/eppgbm/samples/05_eppgbm_export_pengukuran.csv'), 'utf8'), 'eppgbm');
    const before = await picture(desk);
    desk.tables = titled;
    desk.site = siteWith({ code: 'posyandu-baru', name: 'Posyandu Baru' });

    const report = await desk.replay();
    expect(report).toMatchObject({
      submissions: 3,
      notRead: [],
      rows: { verdicts: {} },
      visits: changesNothing,
      platforms: {},
      samples: [],
    });
    expect(report.visits.same).toBeGreaterThan(40);
    expect(await picture(desk)).toEqual(before);
    expect(await desk.replay()).toMatchObject({ submissions: 0, rows: { read: 0 } });
  });

  test('loses a fact whose column is ignored by now, and gets it back under its own number', async () => {
    const desk = await aDesk();
    await desk.handIn(aList([aLine({ head: '42' })]));
    const [first] = await desk.visits();
    desk.tables = withoutHeads;
    await desk.replay();
    const [without] = await desk.visits();
    expect(without?.visit.elements.map(({ key }) => key)).toEqual(['berat-badan', 'tinggi-badan']);
    desk.tables = shippedTables;
    await desk.replay();
    const [again] = await desk.visits();
    expect([again?.visit, again?.version]).toEqual([first?.visit, 3]);
  });

  test('whose day was misread takes the visit of that day back, owes its end, and makes the right one', async () => {
    const desk = await aDesk(monthFirst);
    const { id } = await desk.handIn(aList([aLine(ambiguous)]));
    const [wrong] = await desk.visits();
    desk.tables = shippedTables;

    expect(await desk.replay()).toMatchObject({
      visits: { created: 1, retracted: 1, changed: 0, same: 0 },
      // Weight and height with five of their scores; N and T by the weighing that stands until its end, then made anew when the child is judged.
      resources: { Encounter: { created: 1, retracted: 1 }, Observation: { created: 10, retracted: 7 } },
      platforms: { satusehat: { visit: 1, withdrawn: 1 } },
    });
    expect((await desk.visits()).map(({ visit }) => visit.date)).toEqual(['2025-08-07']);
    expect(await desk.ask('select retracted_reason, version from visit where id = $1', [wrong?.visit.id])).toEqual([
      { retracted_reason: 'tidak-lagi-tersebut', version: 2 },
    ]);
    const verdict = (await desk.find(id))?.rows?.find(({ row }) => row === 3);
    expect(verdict?.visit).toBe((await desk.visits())[0]?.visit.id);
  });

  test('lets a visit that was taken back stand again under the id it had', async () => {
    const desk = await aDesk();
    await desk.handIn(aList([aLine(ambiguous)]));
    const [first] = await desk.visits();
    for (const tables of [monthFirst, shippedTables]) {
      desk.tables = tables;
      await desk.replay();
    }
    const visits = await desk.visits();
    expect(visits.map(({ visit, version }) => [visit.id, visit.date, version])).toEqual([[first?.visit.id, '2025-08-07', 3]]);
  });

  test('does not take back what another file says too, until that one is read again as well', async () => {
    const desk = await aDesk(monthFirst);
    const first = await desk.handIn(aList([aLine(ambiguous)]));
    const second = await desk.handIn(aList([aLine(ambiguous), aLine(bima)]));
    expect(second.counts.skipped).toBe(1);
    desk.tables = shippedTables;

    await desk.replay({ filter: { submission: first.id } });
    expect((await desk.visits()).map(({ visit }) => visit.date)).toContain('2025-07-08');
    await desk.replay();
    expect((await desk.visits()).map(({ visit }) => visit.date)).toEqual(['2025-08-06', '2025-08-07']);
  });

  test('does not go before what was handed in later', async () => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(aList([aLine({ ...ambiguous, weight: '7,8' })]));
    desk.tables = shippedTables;
    await desk.handIn(aList([aLine({ ...ambiguous, weight: '7,6' })]));
    await desk.replay();
    expect((await desk.visits()).map(({ visit }) => visit.elements[0]?.value)).toMatchObject([{ int: 7600 }]);
  });

  test('that was handed in word for word by somebody else after the fix is no repetition of what it meant before', async () => {
    const desk = await aDesk(headsAsArms);
    await desk.handIn(aList([aLine({ head: '14' })]));
    desk.tables = shippedTables;
    const later = await desk.handIn(aList([aLine({ head: '42' }), aLine({ head: '14' })]));
    expect(later.counts.skipped).toBe(0);
  });

  test('keeps twins apart who have no name and no NIK', async () => {
    const desk = await aDesk();
    const twin = { nik: '', name: 'By. Ny. Siti', born: '02/07/2025', mother: 'Siti', height: '48' };
    await desk.handIn(aList([aLine({ ...twin, weight: '2,3' }), aLine({ ...twin, weight: '2,45' })]));
    const before = await picture(desk);
    desk.tables = titled;
    expect(await desk.replay()).toMatchObject({ rows: { verdicts: {} }, resources: { Patient: { same: 2 } } });
    expect(await picture(desk)).toEqual(before);
  });

  test('tells how the verdicts on its rows change', async () => {
    const desk = await aDesk(
      await tablesWith({ 'columns.yaml': (text) => text.replace(/^JK: .*$/m, "JK: { is: person.sex, missing: ['P'] }") }),
    );
    await desk.handIn(aList([aLine(), aLine({ ...bima, weight: '81' })]));
    desk.tables = shippedTables;
    const { rows } = await desk.replay();
    expect(rows.read).toBe(2);
    expect(Object.keys(rows.verdicts)).toEqual([]);
  });

  test('shows a value only where everybody may see it', async () => {
    const desk = await aDesk(withoutHeads);
    await desk.handIn(aList([aLine({ head: '42', doses: 'MR1' })]));
    const hidden = new Map(shippedTables.programme.elements.elements);
    const head = hidden.get('lingkar-kepala');
    if (head !== undefined) hidden.set('lingkar-kepala', { ...head, kerahasiaan: 'terbatas' });
    const programme = { ...shippedTables.programme, elements: { ...shippedTables.programme.elements, elements: hidden } };
    desk.tables = { ...shippedTables, programme };
    const [sample] = (await desk.rehearse()).samples;
    expect(sample?.facts).toEqual([{ element: 'lingkar-kepala', ordinal: 1, cell: 'Lingkar Kepala', change: 'created' }]);
    desk.tables = shippedTables;
    expect((await desk.rehearse()).samples[0]?.facts).toMatchObject([{ element: 'lingkar-kepala', after: '42 cm' }]);
  });
});

describe('what is owed of a visit that is taken back', () => {
  test.each([
    ['waiting for a NIK', { nik: '' }, 'waiting'],
    ['held, because the NIK is another’s', { nik: '6472991805239611' }, 'held'],
    ['waiting for those it leans on', { born: '05/05/2024', nik: '6472994505249611' }, 'waiting'],
  ])('and was %s is its end, at once, waiting for nobody', async (_, facts, state) => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(aList([aLine({ ...ambiguous, ...facts })]));
    expect(await debtsOf(desk)).toMatchObject([{ state, owed_version: 1 }]);
    const [wrong] = await desk.visits();
    desk.tables = shippedTables;
    await desk.replay();
    const debts = await desk.ask('select state, reason, issues, owed_version, due <= $2 as is_due from owed where subject_id = $1', [
      wrong?.visit.id,
      desk.now,
    ]);
    expect(debts).toEqual([{ state: 'ready', reason: null, issues: null, owed_version: 2, is_due: true }]);
    expect(await desk.ask('select 1 from owed_edge where subject_id = $1', [wrong?.visit.id])).toEqual([]);
  });

  test('leaves the person to be looked up, though no visit of theirs stands', async () => {
    const desk = await aDesk(await tablesWith({ 'source.yaml': (text) => text.replace('dates: dmy', 'dates: mdy') }));
    await desk.handIn(aList([aLine(ambiguous)]));
    const [person] = await desk.ask<{ id: string }>('select id from person');
    await desk.ask('update visit set retracted_at = now()');
    const subject = { kind: 'patient', id: person?.id ?? '' } as const;
    const loading = { platform: 'satusehat', site: desk.site, maySend: () => true };
    expect(await loadSubject(desk.store, { subject, number: undefined }, loading)).toMatchObject({ person: { id: person?.id } });
  });

  test('is nothing where nobody was ever owed it', async () => {
    const desk = await aDesk(
      await tablesWith({ 'source.yaml': (text) => text.replace('dates: dmy', 'dates: mdy').replace('is: kirim', 'is: tidak') }),
    );
    await desk.handIn(aList([aLine(ambiguous)]));
    desk.tables = await tablesWith({ 'source.yaml': (text) => text.replace('is: kirim', 'is: tidak') });
    expect(await desk.replay()).toMatchObject({ visits: { retracted: 1 }, platforms: {} });
    expect(await debtsOf(desk)).toEqual([]);
  });

  test('is the higher version for whoever is sending it at this moment, when that has ended', async () => {
    const desk = await aDesk(monthFirst);
    await desk.handIn(aList([aLine(ambiguous)]));
    await desk.ask(
      "update owed set state = 'sending', lease_owner = 'pekerja', lease_until = '2025-09-30', due = '2025-09-30', reason = null",
    );
    desk.tables = shippedTables;
    await desk.replay();
    const debts = await desk.ask("select state, owed_version from owed where lease_owner is not null and subject_kind = 'visit'");
    expect(debts).toEqual([{ state: 'sending', owed_version: 2 }]);
  });

  test('is also owed where its source is not to be sent any more, and ends when it is again', async () => {
    const notOwed = await tablesWith({ 'source.yaml': (text) => text.replace('is: kirim', 'is: tidak') });
    const desk = await aDesk();
    await desk.handIn(aList([aLine()]));
    desk.tables = notOwed;
    expect(await desk.replay()).toMatchObject({ platforms: { satusehat: { visit: 0, withdrawn: 1 } } });
    expect((await desk.visits()).map(({ duty }) => duty)).toEqual(['tidak']);
    expect(await debtsOf(desk)).toMatchObject([{ state: 'ready', owed_version: 2 }]);
    desk.tables = shippedTables;
    expect(await desk.replay()).toMatchObject({ platforms: { satusehat: { visit: 1, withdrawn: 0 } } });
  });
});

describe('what is owed of a visit that stays', () => {
  test('is decided anew when it is corrected: a puskesmas that wants it verified holds it', async () => {
    const desk = await aDesk(withoutHeads);
    await desk.handIn(aList([aLine({ head: '42' })]));
    expect(await debtsOf(desk)).toMatchObject([{ state: 'waiting', reason: 'menunggu-induk' }]);
    const policies = [...desk.site.policies].map(([code, policy]) => [code, { ...policy, verificationRequired: true }] as const);
    desk.site = { ...desk.site, policies: new Map(policies), version: 'terverifikasi' };
    desk.tables = shippedTables;
    await desk.replay();
    expect(await debtsOf(desk)).toMatchObject([{ state: 'held', reason: 'belum-diverifikasi', owed_version: 2 }]);
  });

  test('is released when the fixed tables find the NIK of its person', async () => {
    const desk = await aDesk(await tablesWith({ 'columns.yaml': (text) => text.replace(/^NIK: .*$/m, 'NIK: { ignore: belum dipakai }') }));
    await desk.handIn(aList([aLine()]));
    expect(await debtsOf(desk)).toMatchObject([{ state: 'waiting', reason: 'tanpa-nik' }]);
    desk.tables = shippedTables;
    expect(await desk.replay()).toMatchObject({ visits: { same: 1 }, resources: { Patient: { changed: 1 } } });
    expect(await debtsOf(desk)).toMatchObject([{ state: 'ready', owed_version: 1 }]);
  });
});
