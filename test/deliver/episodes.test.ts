import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { oweClosings } from '../../src/gateway/episodes/closing-job.ts';
import type { Episode } from '../../src/map/episodes/episode.ts';
import { addDays } from '../../src/map/days.ts';
import { loadSubject } from '../../src/store/subjects/load-subject.ts';
import { query } from '../a-store.ts';
import { aDistrict, aPerson, type District } from './a-district.ts';

let open: District | undefined;

afterEach(async () => {
  await open?.close();
});

/** A newborn of whom a visit is known but not delivered, with the newborn period that was reckoned; born so that the example's people fit. */
async function aNewborn(birth = '2023-05-18', seen = addDays(birth, 5)) {
  const district = await aDistrict();
  open = district;
  const person = aPerson({ birthDate: birth });
  const visit = await district.owe({ person, date: seen });
  const episode: Episode = {
    id: randomUUID(),
    person: person.id,
    kind: 'neonatus',
    from: birth,
    basis: 'lahir',
    to: addDays(birth, 28),
    end: 'lengkap',
  };
  const keep = (episodes: readonly Episode[]): Promise<void> =>
    district.store.transact((tx) => district.store.episodes.saveEpisodes(tx, [person.id], episodes, district.sandbox.clock.now));
  await keep([episode]);
  const id = `${episode.id}.Neonate`;
  const oweEpisode = (): Promise<unknown> =>
    district.store.transact((tx) =>
      district.store.owed.owe(
        tx,
        [
          {
            platform: 'satusehat',
            subject: { kind: 'episode', id },
            version: 1,
            due: district.sandbox.clock.now,
            beginning: { state: 'ready' },
          },
        ],
        district.sandbox.clock.now,
      ),
    );
  return { district, person, visit, episode, id, keep, oweEpisode };
}

const close = ({ store, sandbox }: District): Promise<number> => oweClosings({ store, now: () => sandbox.clock.now });
const episodesAt = async (district: District) =>
  (await district.stored('EpisodeOfCare')).map(({ status, period }) => [status, period?.end]);

describe('a course of care', () => {
  test('is opened once, and closed when it is over and its visits are there', async () => {
    const { district, oweEpisode } = await aNewborn();
    await oweEpisode();
    await district.deliver();
    expect(await episodesAt(district)).toEqual([['active', undefined]]);
    expect(await close(district)).toBe(1);
    await district.deliver();
    expect(await episodesAt(district)).toEqual([['finished', '2023-06-15T15:59:00+00:00']]);
    expect(await close(district)).toBe(0);
  });

  test('whose visit is held stays open until the visit is there', async () => {
    const { district, oweEpisode } = await aNewborn();
    await oweEpisode();
    await district.deliver();
    await query(
      district.url,
      "update owed set settled_version = 0, state = 'held', reason = 'uji', due = 'infinity' where subject_kind = 'visit'",
    );
    expect(await close(district)).toBe(1);
    await district.deliver();
    expect(await episodesAt(district)).toEqual([['active', undefined]]);
    await district.store.owed.release(
      district.store.db,
      { platform: 'satusehat', states: ['held'], kind: 'visit' },
      district.sandbox.clock.now,
    );
    await district.pass(1);
    expect(await episodesAt(district)).toEqual([['finished', '2023-06-15T15:59:00+00:00']]);
  });

  test('that another facility opened is adopted, and never closed by us', async () => {
    const { district, oweEpisode } = await aNewborn();
    await oweEpisode();
    const http = await district.sandbox.signedIn('simulasi-karang-joang');
    const patient = (
      await http.get<{ entry: { resource: { id: string } }[] }>(
        `/Patient?identifier=${encodeURIComponent('https://fhir.kemkes.go.id/id/nik|6472991805239511')}`,
      )
    ).data.entry[0]?.resource.id;
    const foreign = {
      ...{ resourceType: 'EpisodeOfCare', status: 'active', patient: { reference: `Patient/${patient ?? ''}` } },
      identifier: [{ system: 'http://sys-ids.kemkes.go.id/episode-of-care/100009901', value: 'EOC-1' }],
      statusHistory: [{ status: 'active', period: { start: '2023-05-19T00:00:00+00:00' } }],
      type: [{ coding: [{ system: 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare-type', code: 'Neonate' }] }],
      managingOrganization: { reference: 'Organization/100009901' },
      period: { start: '2023-05-19T00:00:00+00:00' },
    };
    expect((await http.post('/EpisodeOfCare', foreign)).status).toBe(201);
    await district.deliver();
    expect(await episodesAt(district)).toEqual([['active', undefined]]);
    expect(await close(district)).toBe(0);
  });

  test('that nothing speaks of any more, but that was opened, is for a person', async () => {
    const { district, oweEpisode, keep, id } = await aNewborn();
    await oweEpisode();
    await district.deliver();
    await keep([]);
    expect(await close(district)).toBe(1);
    await district.deliver();
    const [stuck] = await district.store.owed.listStuck(
      district.store.db,
      'satusehat',
      { reasons: ['episode-tidak-terbukti'] },
      { limit: 5 },
    );
    expect([stuck?.subject, stuck?.place, stuck?.state]).toEqual([{ kind: 'episode', id: `${id}.tutup` }, 'posyandu-kenanga', 'held']);
    const within = { reasons: ['episode-tidak-terbukti'], places: ['posyandu-kenanga'] };
    expect(await district.store.owed.listStuck(district.store.db, 'satusehat', within, { limit: 5 })).toHaveLength(1);
  });

  test('goes with the person who is erased', async () => {
    const { district, oweEpisode, person } = await aNewborn();
    await oweEpisode();
    await district.deliver();
    await district.store.transact((tx) =>
      district.store.erasure.erasePerson(tx, { person: person.id, at: district.sandbox.clock.now, reason: 'uji' }),
    );
    expect(await district.store.db.rows('count-owed', ['simulasi', 'satusehat'])).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ subject_kind: 'episode' })]),
    );
    expect(await close(district)).toBe(0);
  });
});

describe('a visit of a newborn', () => {
  const loadVisit = async (district: District, id: string) => {
    const state = await loadSubject(
      district.store,
      { subject: { kind: 'visit', id }, number: undefined },
      { platform: 'satusehat', site: district.site, maySend: () => true },
    );
    return state?.kind === 'visit' ? [state.care?.type, state.careUnknown] : undefined;
  };

  test('belongs to the newborn period, once the person has been looked at', async () => {
    const { district, visit, person } = await aNewborn();
    const { store, sandbox } = district;
    expect(await loadVisit(district, visit)).toEqual(['Neonate', false]);
    await store.transact((tx) => store.judgements.markJudgements(tx, [{ person: person.id, due: sandbox.clock.now }]));
    expect(await loadVisit(district, visit)).toEqual([undefined, true]);
    await store.transact((tx) => store.judgements.takeJudgements(tx, { now: sandbox.clock.now, limit: 10 }));
    await store.transact((tx) => store.judgements.markJudgements(tx, [{ person: person.id, due: new Date('2099-01-01') }]));
    expect(await loadVisit(district, visit)).toEqual(['Neonate', false]);
  });

  test('after it belongs to none', async () => {
    const { district, visit } = await aNewborn('2023-05-18', '2023-07-01');
    expect(await loadVisit(district, visit)).toEqual([undefined, false]);
  });
});
