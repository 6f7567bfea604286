import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepCredentials, type KeptCredentials } from '../../src/open-credentials.ts';
import type { FacilitySecret, FacilityState } from '../../src/store/facilities.ts';
import { query } from '../a-store.ts';
import { secretOf } from '../simulator/a-sandbox.ts';
import { aDistrict, aPerson, bilal, naura, type District } from './a-district.ts';

const right: FacilitySecret = { clientId: 'simulasi-bengkuring', clientSecret: secretOf('simulasi-bengkuring') };
const wrong: FacilitySecret = { clientId: 'simulasi-bengkuring', clientSecret: 'rahasia-kenari-9042' };
const letter = { number: '445/017/PKM', from: '2025-01-01', to: '2025-12-31', signedBy: 'Kepala Kenari' };

let made: District;
let kept: KeptCredentials;
let other: KeptCredentials;

beforeEach(async () => {
  made = await aDistrict({
    keepCredentials: async (store, site, now) => {
      const parts = { store, site: () => Promise.resolve(site()), open: new Map(), now };
      // The gateway that delivers, and one that works beside it.
      kept = await keepCredentials(parts);
      other = await keepCredentials(parts);
      return { credentials: kept.book, board: kept.board };
    },
  });
});
afterEach(async () => {
  await made.close();
});

const changing = () => ({ organization: '100009902', by: 'pkm-uji', within: true, at: made.sandbox.clock.now });
const enter = (secret = right, to = letter.to): Promise<void> =>
  made.store.transact((tx) => made.store.facilities.enterCredential(tx, { secret, letter: { ...letter, to } }, changing()));
const set = (state: FacilityState): Promise<void> =>
  made.store.transact((tx) => made.store.facilities.setFacilityState(tx, state, changing()));
const lookAndDeliver = async (): Promise<void> => {
  await kept.look();
  await made.deliver();
};
const reasons = async (): Promise<unknown> =>
  query(made.url, `select distinct reason from owed where state = 'held' and reason like 'kredensial%' order by 1`);
const delivered = async (): Promise<number> => (await made.stored('Encounter')).length;
const tokenCalls = async (): Promise<number> =>
  Object.entries(await made.calls()).reduce((sum, [path, times]) => sum + (path.includes('accesstoken') ? times : 0), 0);

describe('what is owed in the name of a puskesmas', () => {
  test('is held until it has entered its credential, and goes then by itself', async () => {
    await made.owe({ person: aPerson() });
    await lookAndDeliver();
    expect(await reasons()).toEqual([{ reason: 'kredensial-belum-ada' }]);

    await enter();
    await lookAndDeliver();
    expect([await delivered(), await reasons()]).toEqual([1, []]);
  });

  test.each([
    ['paused', 'kredensial-dijeda'],
    ['revoked', 'kredensial-dicabut'],
  ] as const)('is held while it is %s, though a token was there, and goes once it is not', async (state, reason) => {
    await enter();
    await made.owe({ person: aPerson() });
    await lookAndDeliver();
    await set(state);
    await made.owe({ person: aPerson(naura) });
    await lookAndDeliver();
    expect([await delivered(), await reasons()]).toEqual([1, [{ reason }]]);
    expect(kept.book.find('100009902')).toBeUndefined();

    if (state === 'revoked') await enter();
    else await set('active');
    await lookAndDeliver();
    expect([await delivered(), await reasons()]).toEqual([2, []]);
  });

  test('is held from the day after its letter ended, and goes once there is a new one', async () => {
    await enter(right, '2025-08-15');
    await made.owe({ person: aPerson() });
    await lookAndDeliver();
    made.at('2025-08-15T16:00:00Z');
    await made.owe({ person: aPerson(naura) });
    await lookAndDeliver();
    expect([await delivered(), await reasons()]).toEqual([1, [{ reason: 'kredensial-surat-habis' }]]);

    await enter();
    await lookAndDeliver();
    expect(await delivered()).toBe(2);
  });

  test('is held for one reason and then for another without anybody touching it', async () => {
    await enter();
    await set('paused');
    await made.owe({ person: aPerson() });
    await lookAndDeliver();
    await set('revoked');
    await lookAndDeliver();
    expect(await reasons()).toEqual([{ reason: 'kredensial-dicabut' }]);
  });

  test('is not lost where a gateway holds it that has not seen the credential yet', async () => {
    await made.owe({ person: aPerson() });
    await enter();
    // The gateway beside sees it first and finds nothing held; ours, with the book of before, holds it only then.
    await other.look();
    await made.deliver();
    expect(await delivered()).toBe(0);
    await other.look();
    expect(await delivered()).toBe(0);
    await lookAndDeliver();
    expect(await delivered()).toBe(1);
  });
});

describe('a credential that SATUSEHAT refuses', () => {
  test('is asked with twice, then told to the puskesmas and not tried every minute; a better one goes on by itself', async () => {
    await enter(wrong);
    await made.owe({ person: aPerson() });
    for (let minute = 0; minute < 30; minute += 1) {
      await kept.look();
      await made.pass(1);
    }
    expect([await tokenCalls(), await reasons()]).toEqual([2, [{ reason: 'kredensial-ditolak' }]]);
    const events = await made.store.facilities.facilityEvents(made.store.db, '100009902', 5);
    expect(events.map(({ event }) => event)).toEqual(['ditolak', 'dimasukkan']);

    await enter();
    await kept.look();
    await made.pass(2);
    expect([await delivered(), await reasons()]).toEqual([1, []]);
  });

  test('is tried once more when the puskesmas says so', async () => {
    await enter(wrong);
    await made.owe({ person: aPerson() });
    for (let minute = 0; minute < 5; minute += 1) {
      await kept.look();
      await made.pass(1);
    }
    await set('active');
    await kept.look();
    await made.pass(1);
    expect(await tokenCalls()).toBe(3);
  });

  test('stops nothing of another puskesmas', async () => {
    await enter(wrong);
    const karang = { ...changing(), organization: '100009901' };
    const secret = { clientId: 'simulasi-karang-joang', clientSecret: secretOf('simulasi-karang-joang') };
    await made.store.transact((tx) => made.store.facilities.enterCredential(tx, { secret, letter }, karang));
    await made.owe({ person: aPerson() });
    await made.owe({ person: aPerson(bilal), place: 'posyandu-kamboja-2' });
    await lookAndDeliver();
    expect(await delivered()).toBe(1);
  });
});

test('a credential, its letter and its token stand in no table in clear', async () => {
  await enter({ ...right });
  await made.owe({ person: aPerson() });
  await lookAndDeliver();
  expect(await delivered()).toBe(1);
  const tables = await query<{ name: string }>(made.url, `select tablename as name from pg_tables where schemaname = 'public'`);
  const rows = await Promise.all(tables.map(({ name }) => query(made.url, `select t::text as row from ${name} t`)));
  const text = JSON.stringify(rows);
  const { kept: token } = (await kept.board.turn(
    { organization: '100009902', mark: kept.book.markOf('100009902') ?? '' },
    made.sandbox.clock.now.getTime(),
  )) as unknown as { kept: { token: string } };
  for (const canary of [right.clientId, right.clientSecret, letter.signedBy, letter.number, token.token]) {
    expect(text).not.toContain(canary);
    expect(text).not.toContain(Buffer.from(canary).toString('hex'));
  }
});
