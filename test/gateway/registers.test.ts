import { describe, expect, test } from '@jest/globals';
import { createGateway } from '../../src/gateway.ts';
import { createPersonDesk } from '../../src/gateway/persons/person-desk.ts';
import { judgeAll } from '../../src/gateway/judging/judge-persons.ts';
import type { Site } from '../../src/map/place.ts';
import type { SubmissionResult } from '../../src/submission.ts';
import { aDesk, type Desk } from './a-desk.ts';

const columns = 'nik_sasaran,nama_sasaran,tanggal_lahir,jenis_kelamin,minggu_kandungan';
const rini = '3271994801999551,Rini Oktavia,1999-01-08,Perempuan,14';
const later = rini.replace(',14', ',18');
const sulastri = '3271995910909552,Sulastri,19/10/1990,Perempuan,20';

/** Hands a register of pregnant women in, as of a day. */
async function handIn(desk: Desk, lines: readonly string[], { date = '2025-07-15', place = 'Posyandu Pengirim' } = {}) {
  desk.now = new Date(desk.now.getTime() + 60_000);
  const bytes = Buffer.from([columns, ...lines, ''].join('\n'));
  const gateway = createGateway(desk.parts);
  const answer = await gateway.submit({ source: 'sistem-posyandu-sasaran', submitter: 'simpus-uji', bytes, place, date });
  if (!answer.ok) throw new Error(answer.issues.map(({ diagnostics }) => diagnostics).join());
  await gateway.idle();
  await judgeAll(desk.parts);
  return answer.value;
}

function told({ rows }: SubmissionResult): readonly string[] {
  return (rows ?? [])
    .filter(({ row }) => row !== 1)
    .map(({ status, issues }) => (status === 'accepted' ? status : [status, ...issues.map(({ code }) => code)].join(' ')));
}

async function personsOf({ ask }: Desk): Promise<readonly string[]> {
  return (await ask<{ id: string }>('select id from person order by created_at, id')).map(({ id }) => id);
}

/** Place, first and last day and end of every entry that stands. */
async function entriesOf(desk: Desk): Promise<readonly string[]> {
  const { store } = desk;
  const entries = await store.personEnrolments.enrolmentsOfPersons(store.db, await personsOf(desk));
  return entries.map(({ place, from, told: on, to = '', reasonOut = '' }) => `${place} ${from} ${on} ${reasonOut} ${to}`.trimEnd());
}

async function openWarnings({ store }: Desk): Promise<readonly string[]> {
  const { warnings } = await store.warnings.listWarnings(store.db, { states: ['terbuka'] }, { limit: 50 });
  return warnings.map(({ warning: { code } }) => code).sort();
}

async function episodesOf(desk: Desk): Promise<readonly string[]> {
  const { store } = desk;
  return (await store.episodes.episodesOf(store.db, await personsOf(desk))).map(({ kind, from }) => `${kind} ${from}`);
}

function without({ site }: Desk, place: string): Site {
  const places = new Map(site.places);
  places.delete(place);
  return { ...site, version: `${site.version}-${place}`, places };
}

async function replay(desk: Desk): Promise<void> {
  await desk.replay();
  await judgeAll(desk.parts);
}

describe('a line of a register', () => {
  test('said again in the same file or in another one is a duplicate; of a later day it tells something new', async () => {
    const desk = await aDesk();
    expect(told(await handIn(desk, [rini, rini]))).toEqual(['accepted', 'skipped D26']);
    expect(told(await handIn(desk, [sulastri, rini]))).toEqual(['accepted', 'skipped D26']);
    expect(told(await handIn(desk, [later], { date: '2025-08-15' }))).toEqual(['accepted']);
    expect(await entriesOf(desk)).toEqual(['posyandu-pengirim 2025-07-15 2025-08-15', 'posyandu-pengirim 2025-07-15 2025-07-15']);
  });

  test('taken back when its file is read again, its entry, pregnancy and warnings go too; read rightly, they are the same again', async () => {
    const desk = await aDesk();
    await handIn(desk, [rini.replace(',14', ',43')]);
    const { site } = desk;
    const [before, episodes, warnings] = [await entriesOf(desk), await episodesOf(desk), await openWarnings(desk)];
    expect([before.length, episodes.length, warnings.length > 0]).toEqual([1, 1, true]);

    desk.site = without(desk, 'posyandu-pengirim');
    await replay(desk);
    expect([await entriesOf(desk), await episodesOf(desk), await openWarnings(desk)]).toEqual([[], [], []]);

    desk.site = { ...site, version: `${site.version}+lagi` };
    await replay(desk);
    expect([await entriesOf(desk), await openWarnings(desk)]).toEqual([before, warnings]);
  });

  test('taken back of one file goes on as the other one has it; who had moved is back', async () => {
    const desk = await aDesk();
    await handIn(desk, [rini]);
    await handIn(desk, [later], { date: '2025-08-15', place: 'Posyandu Kenanga' });
    expect(await entriesOf(desk)).toEqual([
      'posyandu-pengirim 2025-07-15 2025-07-15 pindah 2025-08-15',
      'posyandu-kenanga 2025-08-15 2025-08-15',
    ]);
    desk.site = without(desk, 'posyandu-kenanga');
    await replay(desk);
    expect(await entriesOf(desk)).toEqual(['posyandu-pengirim 2025-07-15 2025-07-15']);
  });

  test('of somebody who was merged stays one entry when its file is read again, and is theirs again when that is undone', async () => {
    const desk = await aDesk();
    await handIn(desk, [rini]);
    await handIn(desk, ['3271994801999552,Rini Oktaviana,1999-01-08,Perempuan,18'], { date: '2025-08-15', place: 'Posyandu Kenanga' });
    const [first = '', second = ''] = await personsOf(desk);
    const persons = createPersonDesk({
      ...{ store: desk.store, site: () => Promise.resolve(desk.site), now: () => desk.now, platforms: desk.store.platforms },
      ...{ wake: () => undefined, note: () => undefined },
    });
    const how = { asker: { by: 'bidan-1', names: true }, why: 'KK diperiksa' };
    const entries = await entriesOf(desk);
    const merged = await persons.merge(second, first, { ...how, force: true });
    expect(merged.ok).toBe(true);
    await judgeAll(desk.parts);
    expect((await episodesOf(desk)).length).toBe(1);
    desk.site = { ...desk.site, version: `${desk.site.version}+lagi` };
    await replay(desk);
    expect(await entriesOf(desk)).toEqual(entries);
    expect((await persons.undo(first, how)).ok).toBe(true);
    await judgeAll(desk.parts);
    expect([await entriesOf(desk), (await episodesOf(desk)).length]).toEqual([entries, 2]);
  });
});
