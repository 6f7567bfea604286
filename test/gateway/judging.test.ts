import { expect, test } from '@jest/globals';
import { judgeAll, judgePersons } from '../../src/gateway/judging/judge-persons.ts';
import { aDesk } from './a-desk.ts';

const list = (rows: readonly string[]): string =>
  [
    'POSYANDU KENANGA - AGUSTUS 2025',
    'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Nama Ayah;RT;RW;Tanggal Ukur;BB;TB;Lingkar Kepala;Vit A / Imunisasi',
    ...rows,
  ].join('\r\n');

const newborn = '1;;By. Ny. Ratna;05/08/2025;L;Ratna;Adi;001;002;12/08/2025;3,1;50;34;';
const toddler = '2;6472991805239511;RAFFA ADITYA;18/05/2023;L;Lestari;Hendra;001;002;12/08/2025;11,4;88;48;';

test('a newborn seen within 28 days has its episode, which time closes; a toddler has none', async () => {
  const desk = await aDesk();
  desk.now = new Date('2025-08-13T02:00:00Z');
  await desk.handIn(list([newborn, toddler]));
  expect(await judgeAll(desk.parts)).toBe(2);
  expect(await judgeAll(desk.parts)).toBe(0);
  const open = await desk.ask<{ id: string; kind: string; ending: string | null }>('select id, kind, ending from episode');
  expect(open).toEqual([{ id: expect.any(String), kind: 'neonatus', ending: null }]);
  desk.now = new Date('2025-09-04T02:00:00Z');
  expect(await judgeAll(desk.parts)).toBe(1);
  expect(await desk.ask('select id, kind, ending from episode')).toEqual([{ id: open[0]?.id, kind: 'neonatus', ending: 'lengkap' }]);
});

test('nobody is looked at again because a file came twice', async () => {
  const desk = await aDesk();
  desk.now = new Date('2025-08-13T02:00:00Z');
  await desk.handIn(list([toddler]));
  await judgeAll(desk.parts);
  await desk.handIn(`${list([toddler])}\r\n`);
  expect(await judgeAll(desk.parts)).toBe(0);
});

test('a warning is opened by what a sheet says and withdrawn when the sheet is corrected', async () => {
  const desk = await aDesk();
  const short = '1;6472994302249512;Naura Khalisa;03/02/2024;P;Yuni;;001;002;12/08/2025;9,1;72;45;';
  desk.now = new Date('2025-08-13T02:00:00Z');
  await desk.handIn(list([short]));
  await judgeAll(desk.parts);
  const opened = await desk.store.warnings.listWarnings(desk.store.db, { states: ['terbuka'] }, { limit: 10 });
  expect(opened.warnings.map(({ warning }) => [warning.code, warning.opened, warning.place])).toContainEqual([
    'GROW-STUNT',
    '2025-08-12',
    'posyandu-kenanga',
  ]);
  desk.now = new Date('2025-08-15T02:00:00Z');
  await desk.handIn(list([short.replace(';72;', ';79;')]));
  await judgeAll(desk.parts);
  const withdrawn = await desk.store.warnings.listWarnings(desk.store.db, { states: ['ditarik'] }, { limit: 10 });
  expect(withdrawn.warnings.map(({ warning, withdrawnWhy }) => [warning.code, withdrawnWhy])).toEqual([['GROW-STUNT', 'bukti-dikoreksi']]);
});

test('judging that is cut off loses nobody; two at once open nothing twice', async () => {
  const desk = await aDesk();
  desk.now = new Date('2025-08-13T02:00:00Z');
  await desk.handIn(list([newborn, toddler]));
  const { parts, store } = desk;
  const warnings = { ...store.warnings, saveWarnings: () => Promise.reject(new Error('putus')) };
  await expect(judgePersons({ ...parts, store: { ...store, warnings } })).rejects.toThrow('putus');
  expect(await desk.ask('select id from episode')).toEqual([]);
  const judged = await Promise.all([judgeAll(parts), judgeAll(parts)]);
  expect(judged[0] + judged[1]).toBe(2);
  expect((await desk.ask('select id from episode')).length).toBe(1);
});

test('what is due is kept for every day to come, and ends with the person', async () => {
  const desk = await aDesk();
  const dueOn = async (on: string) => {
    const { dues } = await desk.store.dues.listDues(desk.store.db, { on, states: ['jatuh-tempo', 'terlambat'] }, { limit: 100 });
    return dues.map(({ code }) => code);
  };
  desk.now = new Date('2025-08-13T02:00:00Z');
  await desk.handIn(list([newborn, toddler]));
  await judgeAll(desk.parts);
  expect(await dueOn('2025-08-12')).toContain('KN2');
  // Nobody looked again, and the day of the ninth month has come all the same.
  expect(await judgeAll(desk.parts)).toBe(0);
  expect(await dueOn('2026-05-06')).toContain('MR1');
  const { dues } = await desk.store.dues.listDues(
    desk.store.db,
    { on: '2026-05-06', states: ['jatuh-tempo', 'terlambat'] },
    { limit: 100 },
  );
  expect(new Set(dues.map(({ place }) => place))).toEqual(new Set(['posyandu-kenanga']));
  const [one] = dues;
  await desk.store.transact((tx) => desk.store.erasure.erasePerson(tx, { person: one?.person ?? '', at: desk.now, reason: 'permintaan' }));
  expect(await dueOn('2026-05-06')).toEqual([]);
});
