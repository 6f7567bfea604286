// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Delivery, Preparation, Progress, Upstream } from '../../../src/platforms/platform.ts';
import { readAnswer } from '../../../src/platforms/satusehat/answer/read-answer.ts';
import { prepareEpisode } from '../../../src/platforms/satusehat/episode/prepare-episode.ts';
import { danu } from '../../map/bundle/a-visit.ts';
import { episodeState, known, later, messageOf, nikKey, prepare, type EpisodeState } from './a-subject.ts';

const patient = { [`patient/${danu.id}`]: ['P1', nikKey] } as const;
const own = 'http://sys-ids.kemkes.go.id/episode-of-care/100009902|titian-c1';
const [system = '', value = ''] = own.split('|');
const lost: Progress = { reconcile: true, sentHash: 'mulai-2025-03-01' };
const duplicate: Progress = { reconcile: true };

const episode = (change: object = {}): object => ({
  ...{ resourceType: 'EpisodeOfCare', id: 'E1', status: 'active', type: [{ coding: [{ code: 'ANC' }] }] },
  ...{ patient: { reference: 'Patient/P1' }, period: { start: '2025-03-10T00:00:00+00:00' } },
  ...change,
});
const ours = (change: object = {}): object => episode({ identifier: [{ system, value }], ...change });
const searchset = (...found: readonly object[]): object => ({
  ...{ resourceType: 'Bundle', type: 'searchset', total: found.length },
  entry: found.map((resource) => ({ resource })),
});

interface Walking {
  readonly upstream: Upstream;
  readonly progress: Progress;
}

/** Asks and answers in turn until nothing more is sent; what was asked, in order, with what came of it. */
function walk(state: EpisodeState, answers: readonly object[], given: Partial<Walking> = {}) {
  const { upstream = known(patient), progress = { reconcile: false } } = given;
  const asked: string[] = [];
  let [learned, doubt] = [upstream, progress];
  let end: Preparation | Delivery = prepare(state, learned, doubt);
  for (const body of answers) {
    const message = messageOf(prepare(state, learned, doubt));
    asked.push(`${message.method} ${decodeURIComponent(message.path)}`);
    const answer = 'issue' in body ? { status: 400, headers: {}, body } : { status: 200, headers: {}, body };
    const delivery = readAnswer({ message, subject: state, answer });
    if (delivery.kind !== 'accepted' || delivery.then.do === 'hold') return { asked, end: delivery, learned };
    learned = new Map([...learned, ...delivery.upstream.map((entry) => [entry.ref, entry] as const)]);
    doubt = { reconcile: false };
    end = prepare(state, learned, doubt);
  }
  return { asked, end, learned };
}

const ownLook = `GET /EpisodeOfCare?identifier=${own}&type=ANC`;
const activeLook = 'GET /EpisodeOfCare?patient=P1&type=ANC&status=active';

describe('a course of care', () => {
  test('is looked for by our number, then by what is active, and created where there is none', () => {
    const { asked, end, learned } = walk(episodeState(), [searchset(), searchset(), ours()]);
    expect(asked).toEqual([ownLook, activeLook, 'POST /EpisodeOfCare']);
    expect(end).toEqual({ do: 'settled' });
    expect(learned.get('episode/c1')).toMatchObject({ platformId: 'E1', hash: 'mulai-2025-03-01' });
  });

  test('is created with history, patient, organization and the beginning of the local day', () => {
    const upstream = known({
      ...patient,
      'episode/c1/dicari': ['-', later.toISOString()],
      'episode/c1/tanpa-yang-aktif': ['-', later.toISOString()],
    });
    const start = '2025-02-28T16:00:00+00:00';
    expect(messageOf(prepare(episodeState(), upstream))).toMatchObject({
      body: {
        ...{
          status: 'active',
          identifier: [{ system, value }],
          period: { start },
          statusHistory: [{ status: 'active', period: { start } }],
        },
        type: [{ coding: [{ system: 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare-type', code: 'ANC' }] }],
        patient: { reference: 'Patient/P1' },
        managingOrganization: { reference: 'Organization/100009902' },
      },
    });
  });

  test('that is there under our number is adopted as ours, also when it is closed', () => {
    expect(walk(episodeState(), [searchset(ours())]).learned.get('episode/c1')).toMatchObject({
      platformId: 'E1',
      hash: 'mulai-2025-03-10',
    });
    expect(walk(episodeState(), [searchset(ours({ status: 'finished' }))]).learned.has('episode/c1/tutup')).toBe(true);
  });

  test('that another facility opened serves for references and is marked as not ours', () => {
    const { learned, end } = walk(episodeState(), [searchset(), searchset(episode())]);
    expect([learned.get('episode/c1'), end]).toEqual([{ ref: 'episode/c1', platformId: 'E1', hash: 'milik-lain' }, { do: 'settled' }]);
  });

  test.each([
    ['more than one is active', searchset(episode(), episode({ id: 'E2' }))],
    ['it is of an earlier pregnancy', searchset(episode({ period: { start: '2024-05-01T00:00:00+00:00' } }))],
    ['it tells no beginning', searchset(episode({ period: {} }))],
    ['it is hidden for lack of consent', { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'OperationOutcome' } }] }],
    ['the answer is only a part', { ...searchset(), total: 3 }],
  ])('of another facility is for a person where %s', (_, answer) => {
    expect(walk(episodeState(), [searchset(), answer]).end).toMatchObject({ then: { do: 'hold', reason: 'episode-milik-faskes-lain' } });
  });

  test.each([
    ['of another person', { patient: { reference: 'Patient/P2' } }],
    ['of another type', { type: [{ coding: [{ code: 'TB' }] }] }],
    ['closed', { status: 'finished' }],
  ])('%s is not taken, though the search gave it', (_, change) => {
    expect(walk(episodeState(), [searchset(), searchset(episode(change))]).learned.has('episode/c1')).toBe(false);
  });

  test('waits for the number of the person', () => {
    expect(prepare(episodeState())).toMatchObject({ do: 'wait', on: [{ kind: 'patient', id: danu.id }] });
  });
});

describe('a create that met an active one', () => {
  const rule = (number: number): object => ({
    details: { text: `found duplicated EpisodeOfCare Type with status active. (Rule Number: ${String(number)})` },
  });
  const fresh = known({
    ...patient,
    'episode/c1/dicari': ['-', later.toISOString()],
    'episode/c1/tanpa-yang-aktif': ['-', later.toISOString()],
  });

  test('is looked for at once, and adopted', () => {
    const refused = walk(episodeState(), [{ issue: [rule(10109), rule(10110)] }], { upstream: fresh });
    expect(refused.end).toMatchObject({ kind: 'unknown', quiet: false });
    expect(walk(episodeState(), [searchset(episode())], { upstream: fresh, progress: duplicate }).learned.get('episode/c1')?.hash).toBe(
      'milik-lain',
    );
  });

  test('and cannot see it goes to a person instead of turning in circles', () => {
    expect(walk(episodeState(), [searchset()], { upstream: fresh, progress: duplicate }).end).toMatchObject({
      then: { reason: 'episode-milik-faskes-lain' },
    });
  });

  test('by one of the two rules alone is refused for what it says', () => {
    expect(walk(episodeState(), [{ issue: [rule(10110)] }], { upstream: fresh }).end).toMatchObject({ kind: 'rejected' });
  });

  test('or whose answer was lost is looked for, and sent again where it never arrived', () => {
    const { asked, end, learned } = walk(episodeState(), [searchset()], { upstream: fresh, progress: lost });
    expect(asked).toEqual([activeLook]);
    expect(end).toMatchObject({ do: 'send', message: { plan: 'buat-episode' } });
    expect(learned.has('episode/c1')).toBe(false);
    expect(walk(episodeState(), [searchset(ours())], { upstream: fresh, progress: lost }).learned.get('episode/c1')?.hash).toBe(
      'mulai-2025-03-10',
    );
  });
});

describe('the end of a course of care', () => {
  const ended = episodeState({ care: { id: 'c1', type: 'ANC', from: '2025-03-02', to: '2025-08-10' } });
  const open = known({ ...patient, 'episode/c1': ['E1', 'mulai-2025-03-01'] });
  const end = '2025-08-10T15:59:00+00:00';
  const history = [
    { op: 'replace', path: '/status', value: 'finished' },
    { op: 'add', path: '/period/end', value: end },
    { op: 'replace', path: '/statusHistory/0', value: { status: 'active', period: { start: '2025-02-28T16:00:00+00:00', end } } },
    { op: 'add', path: '/statusHistory/1', value: { status: 'finished', period: { start: end, end } } },
  ];

  test('closes ours by a patch that names the patient, as staging asks', () => {
    expect(messageOf(prepare(ended, open))).toMatchObject({
      ...{ method: 'PATCH', path: '/EpisodeOfCare/E1', effect: true },
      body: [{ op: 'replace', path: '/patient', value: { reference: 'Patient/P1' } }, ...history],
    });
    expect(walk(ended, [ours({ status: 'finished' })], { upstream: open }).end).toEqual({ do: 'settled' });
  });

  test('closes it by the older patch where that is set', () => {
    const given = { upstream: open, progress: { reconcile: false }, now: later, closingForm: 'tanpa-pasien' } as const;
    expect(messageOf(prepareEpisode(ended, given)).body).toEqual(history);
  });

  test('waits for the visits that belong to it', () => {
    const openVisits = [{ kind: 'visit', id: 'v9' }] as const;
    expect(prepare({ ...ended, openVisits }, open)).toEqual({ do: 'wait', reason: 'menunggu-induk', on: openVisits });
  });

  test.each([
    ['another facility opened it', known({ ...patient, 'episode/c1': ['E1', 'milik-lain'] })],
    ['it is closed already', known({ ...patient, 'episode/c1': ['E1', 'mulai-2025-03-01'], 'episode/c1/tutup': 'E1' })],
    ['it was never opened', known(patient)],
  ])('sends nothing where %s', (_, upstream) => {
    expect(prepare(ended, upstream)).toEqual({ do: 'settled' });
  });

  test('sends nothing before its last day is over', () => {
    expect(prepare({ ...ended, care: { ...ended.care, to: '2025-08-12' } }, open)).toEqual({ do: 'settled' });
  });

  test('of what nothing speaks of any more is for a person', () => {
    expect(prepare({ ...ended, gone: true }, open)).toMatchObject({ do: 'hold', reason: 'episode-tidak-terbukti' });
  });

  test('is looked at before a patch goes again', () => {
    const first = walk(ended, [searchset(ours({ status: 'finished' }))], { upstream: open, progress: { reconcile: true, sentHash: 'x' } });
    expect([first.asked, first.end]).toEqual([[ownLook], { do: 'settled' }]);
    const again = walk(ended, [searchset(ours())], { upstream: open, progress: { reconcile: true, sentHash: 'x' } });
    expect(again.end).toMatchObject({ do: 'send', message: { plan: 'tutup-episode' } });
  });
});
